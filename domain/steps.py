"""Days of what led up to a thing or came after it, beside its own: the draft, the notice, the papers handed in."""

from domain.patterns import pattern_of

PARTS = pattern_of(r"([,，;；。!！\n]+)")
DATED = pattern_of(
    r"[0-9一二三四五六七八九十]{1,3}\s?[日号]|[0-9]{1,2}月[0-9]{1,2}(?![0-9])|[0-9]{1,2}[./-][0-9]{1,2}(?![0-9%])"
)
DRAFT = r"初稿|草稿|草案|讨论稿|送审稿|征求意见稿?|(?<![定投])稿[子件]"
STEP = pattern_of(
    rf"{DRAFT}|起草|草拟|动笔|撰写|(?:投|送|交)的?稿|投稿|投出|送审|报审|定稿$|(?:发|寄|去)的?(?:邀请|函|请柬|预告)$|(?:写|弄|改)(?:好|完)?的?[。]?$"
    r"|(?:印|出|签|整理)[发了出]*(?:会议)?纪要[的了]?$|(?:打|写|送|报)[的了]?(?:请示|报告)[的了]?$|(?:院长|领导|党组|主任)(?:审?批|签)[的了示字]*$|上会[的了]?$"
    r"|(?:发|印发|下发)的?(?:会议)?通知$|通知(?:是|于|在)?[^,，]*(?:发|印|下)的?$"
    r"|会(?:议|上)?(?:讨论|审议|研究)[了的过]?$|筹备[了的]?$|(?:[上补]?报|交|传|寄|出|归档|整理)(?:送|上)?[的了]?(?:材料|纪要|照片|总结)?$"
)
# the thing itself
ITSELF = pattern_of(
    r"发布|刊[登发载]|推[送出]|见报|上线|登[出了]|播出|印发|发文(?=$)|出台|制[定订]|下发|定稿|正式|公布|召开|的会议?$|开[的了会过]|举[办行]|办[的了]|[搞做][的了]|通过"
)
TITLE = pattern_of(r"《(?![^《》]*报》)[^《》]{2,30}》")  # 《以案说信》稿子9月20日交的
YEAR = pattern_of(r"20[0-9]{2}\s?[年./-]|[今去前]年")
FINAL = pattern_of(r"发布|刊[登发载]|推送|见报|印发|出台|正式稿|定稿|召开|通过")


# 纪要是12月1日印发的
OF_PAPERS = pattern_of(
    r"^\s*(?:会议|活动|文件)?(?:落款(?:日期?|时间)?|签发日期?|纪要|通知|材料|照片|简报|签到表?|请示|报告|(?:活动)?方案(?!.*(?:[印下]发|出台|制[定订]|发文))|稿子?)(?:我们?|都|就)*(?:是|于|在)?(?:20[0-9]{2}年)?[0-9一二三四五六七八九十]{1,3}[月./-]"
)


# 11月10日开庭的那个非法集资案，11月26日才宣判
OPENED = pattern_of(
    r"(?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}[日号](?:开庭|立案|受理|起诉|移送)(?:审理)?的(?=[^,，]{2,20}案[^,，]*[,，][^,，]*(?:宣判|审结|判))"
)


def without_steps(text: str) -> str:
    """What is left where one clause alone has a day that is said of the thing itself."""
    text = OPENED.sub("", text)
    parts = PARTS.split(text)
    dated = [n for n in range(0, len(parts), 2) if DATED.search(parts[n])]
    steps = [n for n in dated if _is_step(parts[n])]
    left = [n for n in dated if n not in steps]
    if (
        not steps
        or len(left) != 1
        or not (ITSELF.search(parts[left[0]]) or all(OF_PAPERS.match(parts[n]) for n in steps))
    ):
        return text
    if any(YEAR.search(parts[n]) for n in steps) and not YEAR.search(parts[left[0]]):
        return text  # 初稿2021年7月20日，印发10月27日: of which year?
    kept = "".join(part for n, part in enumerate(parts) if n not in steps and n - 1 not in steps).strip(",，;；")
    titles = TITLE.findall(text)
    return f"{kept}，{titles[0]}" if len(titles) == 1 and titles[0] not in kept else kept


def _is_step(part: str) -> bool:
    if OF_PAPERS.match(part):
        return True
    return bool(STEP.search(part.strip())) and not FINAL.search(part.replace("通知", ""))

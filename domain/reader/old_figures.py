"""A figure told anew beside the old one: 27→28, 是371不是317, 326，手滑打成362了. Only the new one is left."""

from domain.numbers import CHINESE
from domain.patterns import pattern_of
from domain.reader import named_again
from domain.reader.masking import EMOJI

UNIT = "(?:万元|亿元|人次|[件个人名条次项通天万元%％])?"
FIGURE = rf"(?:[0-9０-９][0-9０-９,]*(?:[.．][0-9０-９]+)?|[{CHINESE}]{{1,9}})\s?{UNIT}"
GAP = r"[\s,，;；。.:：!！(（~～]*"
WROTE = "(?:打|写|填|报|看|输|敲|录|弄|搞|发|记|数)"
HOW = (
    "(?:上一?[条次回]|我|刚才?|前面|之前|先前|上午|下午|早上|昨[天晚]|不小心|手[滑抖误]|眼花|[看算]错"
    "|给|不好意思|都|又|的|是|了|,|，)*"
)
END = "(?:了|咯|啦|的|哈|啊)*[)）]?"
NO_MORE = r"(?![0-9０-９.%])"
# 1623 不是 1632 says the new one and need not correct anything
RATHER = pattern_of(rf"(?P<new>{FIGURE})(?:才对)?{GAP}(?:而|可|并)?不是{GAP}{FIGURE}{NO_MORE}{END}")
CORRECTED = (
    pattern_of(
        rf"(?P<new>{FIGURE}){GAP}{HOW}(?:{WROTE}错?成了?|(?<=手[快滑误抖]){WROTE}了){GAP}{FIGURE}{NO_MORE}{END}"
    ),
    pattern_of(
        rf"{FIGURE}\s*(?:→|⇒|[-=]+>|改[为成]?|更正[为成]|调整[为成]|变[为成])\s*(?P<new>{FIGURE})(?![0-9０-９.])"
    ),
    # 已轮训309不对，有一个人算重了，是308
    pattern_of(
        rf"{FIGURE}(?:这个数?|的)?(?:不对|有误|错了?){GAP}[^,，;；。\s0-9]{{0,12}}(?:[重多漏少误错]|口径|更新)[^,，;；。\s0-9]{{0,8}}[\s,，;；。]+"
        rf"(?:应该?|实际|其实|现在|正确的?|改)*[是为成]{GAP}(?P<new>{FIGURE})(?![0-9０-９.])"
    ),
    # 463把保全算进去了，剔掉后449
    pattern_of(
        rf"(?:(?:之前|刚才?|前面|上次|昨天)我?们?[报填写发]的)?(?P<name>[一-鿿]{{0,8}}){FIGURE}[,，\s]*(?:把|因|误|里)[^,，;；。0-9]{{1,14}}{GAP}(?:剔|扣|去|减|核减|刨)[掉除去]*(?:之?[后完]|(?=应该?是)){GAP}(?:应该?|应)?(?:[是为]|只?有|剩)?"
        rf"(?P<new>{FIGURE})(?![0-9０-９.%])"
    ),
    # 不是336 应该是338的
    pattern_of(
        rf"(?:不是|并非){GAP}{FIGURE}{GAP}(?:应该|应|而|其实|实际)+[是为]{GAP}(?P<new>{FIGURE})(?![0-9０-９.%])(?:的|才对)?"
    ),
    # 那个打错了 不是218 是228
    pattern_of(rf"(?<={WROTE}错了){GAP}(?:不是|并非){GAP}{FIGURE}{GAP}是{GAP}(?P<new>{FIGURE})(?![0-9０-９.%])"),
    pattern_of(
        rf"(?:{WROTE}成了?){GAP}{FIGURE}{END}{GAP}(?:应该?|而|实际|其实|正确的?|原本)?[是为]{GAP}(?P<new>{FIGURE})(?![0-9０-９.])"
    ),
    # 昨天到位金额报成5140了，两个数字打反了，是5410; 速裁报418漏了3件，改421
    pattern_of(
        rf"{HOW}(?:[报发填写]的)?(?P<name>[一-鿿]{{0,12}}?)(?:上[次回])?{WROTE}?[成了的]?[0-9][0-9.]*\s?{UNIT}{END}{GAP}[^0-9;；。]{{0,16}}?(?:[错反漏误串]|[多重]算|[加算]进去)了?(?:的|[0-9一两二三]{{1,2}}[件个人名条])?"
        rf"{GAP}(?:就|应该?|实际|其实)?(?:[是为]|改[成为]?|更正[为成]){GAP}(?P<new>{FIGURE})(?![0-9０-９.%])"
    ),
)
# 前面那个化解数不作数，重报17件; 履行的 刚才少报了2件 应该369; 前年数打错一位 是1582
FAULT = (
    rf"(?:{WROTE}[错漏]了?(?:一位|[一两]个(?:数字?|位))?|看?串行了?|(?:报|算|写|统计)?[多少漏重](?:[报算写计录]|统计)了?[0-9一二两三四五六七八九十]{{1,3}}{UNIT}"
    r"|作废|不作数|不算数?|不要了)"
)
FAULTY = pattern_of(
    rf"(?:^|(?<=[\s,，。;；])){HOW}(?:[发报填写]的|[上前那这]一?[条个次版])*(?P<name>[一-鿿]{{2,12}}?)(?:的|那个|这个|数字?|我|又|刚才?|前面|[\s,，])*{FAULT}"
    rf"{END}{GAP}(?:应该?|实际|其实|正确的?|现在|重新?报|改)*[是为成有]?{GAP}(?P<new>{FIGURE})(?![0-9０-９.%])(?:才对)?"
)
ERRED = r"(?:看?串行|手[滑误抖]|[写填报打输搞弄看说记算数]错)(?:了|咯|啦|掉)*"
# 自动履行那个我写错咯 是371
NAMED_FIRST = pattern_of(
    rf"(?:那个|这个|那[块项])?(?:数字?|数据)?(?:我们?|都|又|刚才?)*{ERRED}{GAP}(?:应该?|正确的?|其实|实际)?(?:[是为]|$|(?=[0-9０-９{CHINESE}]))"
)
# 我昨天把应轮训…, 刚才发的办结…
LED_IN = pattern_of(
    r"^(?:更正(?:一?下)?[,，:：\s]*)?(?:我们?|昨[天晚日]|刚才?|早上|[上下]午|之前|前面|上次|不小心|[,，\s])*(?:[报发填写]的|把)+(?=[一-鿿]{2,14}\s?[0-9])"
)
# 化解15 不对 漏数一件 16, 五百零四不对五百一十四件: in the same breath
PASSING = pattern_of(
    rf"{FIGURE}(?:[\s,，。…哦噢啊呃额]+不对[了啦]?[,，\s]*|不对|[\s,，。…]*[哦噢啊呃额]+不(?!是)|(?<=[0-9０-９件个人名条项次])应该?[是为](?=\s?[0-9０-９]))"
    rf"(?:[少多漏][报数算]了?{FIGURE}[,，\s]+)?(?:应该?)?[是为]?\s*(?P<new>{FIGURE})(?=$|[\s,，;；。]|(?<=[件个人名条项次天])[一-鿿])"
)
# 应执行2690万，手滑了，2960万: the slip is told between both
SLIPPED = pattern_of(
    rf"{FIGURE}{GAP}(?:{HOW}(?:{WROTE}(?:反|错|串行?|倒|快|颠倒|岔)|手[滑快抖误]|颠倒|[多少漏](?:算|数|报)了?[一两1-9][个件人名位])了?|[哦噢]不是{GAP}{FIGURE}{NO_MORE}(?=[\s,，]*是))"
    rf"{GAP}(?:也?是)?{GAP}(?P<new>{FIGURE})(?=$|[\s,，;；。!！])"
)
REPORTED = pattern_of(
    "更正|订正|(?:昨[天晚日]|早上|上[午次]|刚才|之前|前面|下午)|那[个栏]"
)  # and corrected, not slipped
# 上次化解数21: when it was reported, and no time that it counts in
WHEN = pattern_of(
    r"(?:^|(?<=[,，:：。；;\s]))(?:上一?[次回]|昨[天晚日]|刚才?|之前|前面|早上|[上下]午)(?:我们?)?(?:[报填发写]的)?(?=[一-鿿]{2,14}\s?[0-9])"
)
COUNTED = pattern_of("[0-9０-９]")
# 今年1758，去年1702……不对说反了，今年1702，去年1758: all of it is told again
RETOLD = pattern_of(
    r"^(?P<old>[^?？]*?[0-9][^?？]*?)[,，。;；…~～\s]+(?:哦|噢|啊|呃|额|等等|等一下|,|，)*(?:(?:不对|错了)[,，啊哦\s]*){1,3}"
    r"我?(?:[说写打填报看弄搞](?:反|错|颠倒)了?)?[,，。:：\s]+(?P<new>[^?？]*[一-鿿]{2}[^?？]*)$"
)
WRONG = pattern_of("不对|错了")
SLIPPED_FIRST = pattern_of(r"^[少多漏](?:打|写|输|填)了?[一个位数字0-9零]{0,4}(?=[\s,，])")
# 不是199，是191，完毕案件刚才打错了
NAMED_LAST = pattern_of(
    rf"^(?:不是|并非){GAP}{FIGURE}{GAP}(?:而|应该)?是{GAP}(?P<new>{FIGURE}){GAP}(?P<name>[一-鿿]{{2,12}}?)(?:那个|这个|数字?)?{HOW}{ERRED}{END}{GAP}$"
)
EMOTICON = pattern_of(r"\[[一-鿿]{1,4}\](?![0-9:：])")
ANY = pattern_of("[0-9][0-9,.]*")
# 少了两件, beside what it is now
MISCOUNTED = pattern_of(
    r"(?<=[一-鿿数])(?:少|多|漏)(?:了|报了?|写了?|算了?|计了?)[0-9一二两三四五六七八九十]{1,3}[件个人名条](?=[\s,，;；。]+[^,，;；。]*(?:不是|应|改))"
)
SAYS_SO = pattern_of(
    rf"[改错]|[报填写算计]漏?[多少]了|[漏重][了报算]|[0-9][件个人名][多少]了|[剔扣刨][掉除去]|[打写说搞弄]反|[加算]进去|不对|有误|更正|订正|不是|{WROTE}成|手[滑误抖快]|串行|[多少漏重][报算填写计]|作废|不作数|不算数?|不要了"
)


def without_old(text: str) -> str:
    """With 更正 at its head where it says that it corrects one."""
    for pattern in (PASSING, *(() if REPORTED.search(text) else (SLIPPED,))):
        text = pattern.sub(lambda match: match["new"], text)
    text = named_again.without_first(text, next_to_it=True)
    if (
        WRONG.search(text)
        and (again := RETOLD.match(text))
        and len(ANY.findall(again["new"])) >= len(ANY.findall(again["old"]))
    ):
        text = again["new"]
    text = named_again.without_confirmed(named_again.without_first(text))
    text = SLIPPED_FIRST.sub("更正,", text)
    if not SAYS_SO.search(text):
        return text
    bare = MISCOUNTED.sub(" ", EMOJI.sub(" ", EMOTICON.sub(" ", text)))
    if last := NAMED_LAST.match(bare):
        return f"更正,{last['name']}应为{last['new']}"
    rather = RATHER.sub(lambda match: match["new"], bare)
    told = rather
    for pattern in (*CORRECTED, FAULTY):
        told = pattern.sub(lambda match: match.groupdict().get("name", "") + match["new"], told)
    named = NAMED_FIRST.search(told)
    if named and not COUNTED.search(told[: named.start()]):
        told = f"{told[: named.start()]}应为{told[named.end() :]}"
    if told == rather:
        return rather
    told = WHEN.sub("", LED_IN.sub("更正,", told))
    return told if told.startswith(("更正", "订正")) else f"更正,{told}"

"""What stands beside the day of an entry is its title where it says what was done; 孩子们都挺喜欢 does not."""

from domain import named_in
from domain.matters import QUOTES, TELLS, clauses
from domain.meeting_remarks import WENT
from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

PARTS = pattern_of(rf"(?P<quoted>{QUOTES})|[,，。;；！!\s]+")
TITLE = pattern_of(r"《(?![^《》]*报》)[^《》]{2,}》|“[^“”]{2,}”|「[^「」]{2,}」|\"[^\"]{2,}\"")
# what is entered in a register
DONE = pattern_of(
    any_of(
        "祭扫|瞻仰|缅怀|报告会|活动|讲座|[一-鿿]课|课堂|宣传(?!稿)|宣讲|普[法发]|培训|竞赛|比[武舞]|演练|考核|(?:体能|技能|素质|射击|业务|理论|知识|达标)(?:测试|测验)|[联集]训|训练|处突|拉练|座谈|恳谈|党日|开放日|班会|晚会|沙龙|工作坊|圆桌|分享会|研学|夏令营|冬令营"
        "|体验|观摩|参观|走访|慰问|关爱|帮扶|志愿|展览|展播|展演|情景剧|微电影|短剧|调研|论坛|征文|比赛|护航|行动|法庭进|走进法[庭院]|结对|巡讲|巡回",
        "案(?![件由号卷])|案例|纠纷|审结|宣判|一审|二审|典型",
        "推文|视频|[长短]片|记录片|纪录片|专题|微博|文章|报道|专访|故事|纪实|[那一]篇|那场",
        "经验|做法|批示|肯定|创建|品牌|工作法",
        "进(?:校园?|社区|村|企业?|学校|机关|军营|工地|商圈|园区|乡村|幼儿园|家庭|网络)|反诈|防骗|防诈|禁毒|扫黑|未成年|家教|家风|英模|事迹|模拟法庭|[讲谈](?=[一-鿿]{2})",
    )
)
# of the writer's own doings with it
TALKS = pattern_of(
    r"日期(?!间)|[更订]正|不变|照旧|我(?=[找查再补回等发给看问])|稍后|晚点|回头|等会|待会|链接|照片|截图|材料|稿子|题目(?!为|是|叫|[:：])|[拍剪写印](?:完|好了?)|忘|登一?[下个]|补登|登记|请|帮忙|麻烦|加分|里有|写的|[写改]稿|编辑|标题(?!为|是|[:：《“])|原标题|[文案编]号|文件号|〔20|在[审改写核走弄]|还没|尚未|领导让|[您你]"
)
PLACE = pattern_of(
    r"[一-鿿0-9]*(?:小学|中学|学校|大学|幼儿园|社区|街道|镇|村|居委会?|公园|广场|法庭|企业|公司|园区|单位|局|所|医院|中心|礼堂|会议室|大厅|法院|高院|中院|公众号|官网|电视台|日报|时报|法治报|法院报)"
    r"(?:里|内|上|门口)?"
)

# what every entry is
GENERIC = pattern_of(
    r"活动|特色|开展|举办|举行|组织|[搞办做有个那这场次期篇条件的了过已经也都一二三两几0-9]|(?:典型)?案例|发布|刊登|推送|推文|报道|宣传|微博|微信|公众号|政务|官方|官网|头条|平台"
    r"|[本我全]?院|我们?庭?|上海|高院|最高(?:人民)?法?院?|入选|批次?|第|日报|法治报|[里中上]|培训$"
)
NUMBER_OF = pattern_of(
    r"^[约近共有]*[0-9一二两三四五六七八九十百]+(?:多|余|来)?[个名位人件次场](?!案|[一-鿿]{0,4}(?:活动|讲座|宣))"
)
# who published, and what
PUBLISHED = pattern_of(
    r"(?:上海|[市区]|最高)(?:高院|高级?人民法院|人民法院|法院)(?:集中|公开|联合)?(?:发布|通报|刊发)了?[一-鿿]{0,6}典型案例"
)
LINK = pattern_of(r"https?:|www\.")
LEAST = 2  # signs that are its own


def title(text: str, wanted: str = "") -> str | None:
    """The clauses from the first to the last one that says what it was, or where it is found; None without one.

    `wanted` are the notice's words for it.
    """
    spans = clauses(text, PARTS)
    kept = [span for span in spans if says_what(text[slice(*span)], wanted)]
    links = [end for start, end in spans if LINK.match(text, start)]
    return text[kept[0][0] : max([kept[-1][1], *links])].strip() if kept else None


def says_what(clause: str, wanted: str = "") -> bool:
    clause = clause.strip(" ~～。.：:·、-—")
    if TITLE.search(clause) or PUBLISHED.fullmatch(clause):
        return True
    if LINK.match(clause):
        return False
    if TALKS.search(clause) or WENT.search(clause) or NUMBER_OF.search(clause) or len(GENERIC.sub("", clause)) < LEAST:
        return False
    if DONE.search(clause) or named_in.says_what(clause, wanted):
        return True
    is_asked_for = named_in.is_of_things(wanted) and clause[-1:] in wanted  # 青石镇, of 示范乡镇
    return len(clause) >= 2 and not TELLS.search(clause) and (is_asked_for or not PLACE.fullmatch(clause))

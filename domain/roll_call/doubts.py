"""What makes an answer to the round doubtful: named here, and nothing else."""

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of
from domain.roll_call.words import DIGIT

QUESTION = pattern_of(
    r"\?|吗|(?<!着)(?<!没)(?<!还)呢(?=$|[,;。!])(?<![填报在]呢)|多少|是否|是不是|怎么(?!说)|如何|(?<![还就])是[^,;。]{1,8}还是|(?<!听说)有没有(?=[^,;。]{0,6}$)"
)
NO_QUESTION = pattern_of(r"(?:正|还|在)[^,;。?填报]{0,10}呢|(?:记录|人数|情况)呢|怎么说呢")
ABOUT = pattern_of(
    any_of(
        r"出头|具体[^,;。]{0,3}[看查问等]|约(?!谈)|大概|大致|左右|(?<![全庭局院])上下|差不多|将近|不到|不足|以[上下](?!数据|是|为|情况|人员)|至[少多]|超过",
        "可能|好像|估计|多半|大半|一半|半数|多数|部分人|看那个",
        rf"[{DIGIT}十百]几|几(?=[个人条位名十百件])|^几|[十百千]来[个人位名]|近(?=[{DIGIT}])|(?<=[{DIGIT}百千])[多余](?=[人名个条位]|$)",
        rf"[{DIGIT}][人条个]?(?:或者?|还是)[{DIGIT}]|应该(?![填报]|要填)[^,;。]{{0,8}}[都全均]",
        rf"应该(?:能|会|可以|[没无零]|是(?![{DIGIT}]{{1,3}}[,;]前)|有|都|已|[^{DIGIT},;。、\s填报]*了)",
    )
)
OF_COUNTS = pattern_of(f"[{DIGIT}几填报人条没无]")
HARMLESS = pattern_of("前几天|这几天|几个同志(?=[^,;。]*(?:出差|外出))|好几|几乎没")
# 还有几个在外地没填: how many is open, and not asked for
SOME_OTHERS = pattern_of(
    rf"(?:^|(?<=[,;。]))(?=[^,;。]*(?:没|未|不))[^,;。{DIGIT}都全补]*几[个位名](?:(?!记录|条|过问|[填报]了)[^,;。{DIGIT}都全补])*(?=[,;。]|$)"
)
# 记录几条我还没数: is asked for next
NOT_COUNTED_YET = pattern_of(
    rf"(?:^|[,;。])[^,;。{DIGIT}]{{0,4}}(?:记录|过问|应填|条数)[^,;。{DIGIT}]{{0,2}}(?:几|多少)[条人个位]?[^,;。{DIGIT}]{{0,4}}(?:没|未|待|再|还[得要])[^,;。{DIGIT}]{{0,3}}(?:数|统计|核|查|看|问)[^,;。{DIGIT}]*(?=[,;。!]|$)"
)
# wherever it stands
RISK = pattern_of(
    any_of(
        "如果|要是|万一|如无|听说|据说|作废|撤回|撤销|取消|不作数|基本|其他照旧|(?<![的人员志部])不算|不含|不计|不在内|每人|[,;]不对[,;]",
        "别的庭|隔壁|兄弟(?=[庭院单法部])|(?<![在去到])外[院区]|人家(?!属)|他们庭?[0-9]|累计|今年(?:到|至|[一总]?共|截|年?初)|年初|前[0-9一二三四五六七八九十]+个?月|去年|上年|前年|同期|全年|今年以来|上半年|下半年|季度|[较比]上个?月[多少]记录",
        "有问题|疑问|拿不准|出入|对不上|草稿|暂存|有人填错|[退驳]回|(?:^|[,;。])[这那都也]*是上个?月的|上个?月[补漏]",
        rf"^(?!.*其中).*条.*(?:还有|另有?|又有?|外加|再加)[{DIGIT}]+条|^[^除]*人以外",
        # asked of others
        "(?<!按)要求[^,;。]{0,6}[填报]|要(?:全部|都|全)|请(?:各|大家)|各[庭部]|填一下|也要?[填报零](?![了好完过])|[没有](?!个)[^,;。]{0,4}的也|填报?为[零0]|照此|如有",
        f"[人个位们他她]说(?:是|已经?|都)*[填报][了好完](?!其实)|[又再][^,;。{DIGIT}]{{0,3}}[填报交补录][了上]*[{DIGIT}]|先报[{DIGIT}]|(?<![至止到])今[天日早][^,;。{DIGIT}]{{0,3}}[填报交补录][了上]*[{DIGIT}]|[{DIGIT}](?:个人|[人名位个条])?(?:[填报写]?错了?|不对|有误)|[庭局处室队部][和与、及][一-鿿]{{1,6}}[庭局处室队部]",
    )
)
OTHER_MATTER = pattern_of(
    "轮训|[参应实]训|[应实]办|办结|化解|覆盖|街镇|支部|团队|学时|达标|宣讲|审理|速裁|快审|请示|督[察查]|立案|信访|舆情|错案|换届|排名|报名|缺席|出席|到会|参会"
)
OF_THE_ROUND = pattern_of("填|记录|三个规定|过问|打招呼|零报告")
# what nobody has looked at yet
UNCHECKED = pattern_of(
    "(?:没|未|尚未|待|再|还得|需要?|有待|[正还]在)(?:有|细|去|一个个|进一步)*(?:核|确认|查|看|数(?!据)|统计|登平台)"
)
# in the same breath
NOT = pattern_of("没|未|(?<!系)不(?!好意思|变|同|知道|过|仅|通|在(?!内)|便|方便|舒服)|无|非|差(?!不多)|缺|除|漏|几乎")
LATER = pattern_of(
    any_of(
        "明天|后天|下午|晚点|稍后|回头|今晚|今[天日](?=[填报]|再|补|会)|随后|马上|下班前|待|等|将|会(?=[都全填])|再(?=[填报核查])",
        "通知|催|督促|提醒|争取|打算|预[计期]|计划|任务|目标|要求填|能[到有]",
    )
)
# 王某、李某病假, and nobody is missing?
AWAY = pattern_of("(?:某|[小老][一-鿿]|同志|法官|书记员|助理)[^,;。0-9]{0,6}(?:[病产事年婚休丧]假|请假|住院|出差)")
# beside a figure without a name
OTHER = pattern_of("学习|考试|测试|签到|问卷|体检|承诺书|盒饭|变|增|减|多(?!谢)|少")


def is_question(text: str) -> bool:
    return bool(QUESTION.search(NO_QUESTION.sub("", text)))


def is_about(text: str) -> bool:
    """Where it tells of the round at all."""
    return bool(ABOUT.search(SOME_OTHERS.sub("", HARMLESS.sub("", text))) and OF_COUNTS.search(text))


def is_risky(text: str) -> bool:
    return bool(RISK.search(text)) or bool(OTHER_MATTER.search(text) and not OF_THE_ROUND.search(text))

"""What makes an answer to the round doubtful: named here, and nothing else."""

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of
from domain.roll_call.words import AWAY, DIGIT

QUESTION = pattern_of(
    r"\?|吗|(?<!着)(?<!没)(?<!还)呢(?=$|[,;。!])(?<![填报在]呢)|多少|是否|是不是|怎么(?!说)|如何|(?<![还就])是[^,;。]{1,8}还是|(?<!听说)有没有(?=[^,;。]{0,6}$)"
)
# 差的那个住院呢: why somebody has not filed
NO_QUESTION = pattern_of(
    rf"(?:正|还|在)[^,;。?填报]{{0,10}}呢|(?:记录|人数|情况)呢|怎么说呢|(?:{AWAY})[^,;。?几多填报]{{0,3}}呢"
)
ABOUT = pattern_of(
    any_of(
        r"出头|具体[^,;。]{0,3}[看查问等]|约(?!谈)|大概|大致|左右|(?<![全庭局院])上下|差不多|将近|不到|不足|以[上下](?!数据|是|为|情况|人员)|[至最][少多]|超过",
        "可能|好像|估计|多半|大半|一半|半数|多数|部分人|看那个",
        rf"[{DIGIT}十百]几|几(?=[个人条位名十百件])|^几|[十百千]来[个人位名]|近(?=[{DIGIT}])|(?<=[{DIGIT}百千])[多余](?=[人名个条位]|$)",
        rf"[{DIGIT}][人条个]?(?:或者?|还是)[{DIGIT}]|应该(?![填报]|要填)[^,;。]{{0,8}}[都全均]",
        f"[{DIGIT}]成[以多]?(?=$|[,;。!的了人上])|[{DIGIT}人个名位](?:加上?|外加|再加|另加|[算连带]上?|和|跟)(?=[^,;。{DIGIT}]{{1,5}}(?:$|[,;。!]))(?!起来|一[起共]|[填报都全记])",
        rf"应该(?:能|会|可以|[没无零]|是(?![{DIGIT}]{{1,3}}[,;]前)|有|都|已|[^{DIGIT},;。、\s填报]*了)",
    )
)
OF_COUNTS = pattern_of(f"[{DIGIT}几填报人条没无]")
HARMLESS = pattern_of("十几[号日]|前几天|这几天|几个同志(?=[^,;。]*(?:出差|外出))|好几|几乎没")
# 还有几个在外地没填: how many is open, and not asked for
SOME_OTHERS = pattern_of(
    rf"(?:^|(?<=[,;。]))(?=[^,;。]*(?:没|未|不|(?:还有|还?剩下?)[^,;。]*[催盯]))[^,;。{DIGIT}都全补]*几[个位名](?:(?!记录|条|过问|[填报]了)[^,;。{DIGIT}都全补])*(?=[,;。]|$)"
)
# 记录几条我还没数: is asked for next
NOT_COUNTED_YET = pattern_of(
    rf"(?:^|[,;。])[^,;。{DIGIT}]{{0,4}}(?:记录|过问|应填|条数)[^,;。{DIGIT}]{{0,2}}(?:几|多少)[条人个位]?[^,;。{DIGIT}]{{0,4}}(?:没|未|待|再|还[得要])[^,;。{DIGIT}]{{0,3}}(?:数|统计|核|查|看|问)[^,;。{DIGIT}]*(?=[,;。!]|$)"
    # 几个人填的要等内勤回来
    rf"|(?:^|[,;。])(?:几|多少)个?人[^,;。{DIGIT}]{{0,8}}(?:等|(?<!过)问|再|回头|还[要得])[^,;。{DIGIT}]*(?=[,;。!]|$)"
)
# wherever it stands
RISK = pattern_of(
    any_of(
        "如果|要是|万一|如无|听说|据说|作废|撤回|撤销|取消|不作数|基本|其他照旧|(?<![的人员志部])不算|不含|(?<![个名位])不计|不在内|每人(?![各都]?(?:[1一]|记录?[1一])[条件])|[,;]不对[,;]",
        "别的庭|隔壁|兄弟(?=[庭院单法部])|(?<![在去到])外[院区]|人家(?!属)|他们庭?[0-9]|累计|今年(?:到|至|[一总]?共|截|年?初)|年初|前[0-9一二三四五六七八九十]+个?月|去年|上年|前年|同期|全年|今年以来|上半年|下半年|季度|[较比]上个?月[多少]记录",
        "[到至止](?:总共|一共|拢共)|有问题|疑问|拿不准|出入|对不上|草稿|暂存|有人填错|[退驳]回|(?:^|[,;。])[这那都也]*是上个?月的|上个?月[补漏]",
        "^[^除]*人以外|按(?!时|[要规]|实|照)[一-鿿]{1,5}的(?=[,;。]|$)",  # 院里认18人，按院里的
        "[和跟同与][^,;。]{1,5}[庭局](?:[一总]?共|合计|一起|[加合]起来)|截[至止](?:上周|上个?星期|月中|[上中]旬)",
        "另[算计](?=$|[,;。])|除外",  # 37，庭长另算
        # 除了休产假的一位和驻村的一位: two of them, and not one
        f"^除了?[^,;。]*[{DIGIT}]?[位个名人](?:和|跟|、|以及|还有)[^,;。]*[{DIGIT}][位个名人]",
        # 应填45，其中2个借调的不用填: 45 or fewer
        f"应填[^,;。]{{0,4}}[{DIGIT}][人名个位]*[,(]*(?:其中|[包内]?含|包括)[^;。!]{{0,14}}?(?:不用|不需要?|无需|免)填",
        # 45人应填，一个都没填: nobody has filed, and no record is told of
        "一个人?(?:都|也)(?:没有?|未)(?:人)?(?:去|能|登录?)?[填报](?![^,;。]{0,3}的)",
        # asked of others
        "(?<!按)要求[^,;。]{0,6}[填报]|要(?:全部|都|全)|请(?:各|大家)|各[庭部]|填一下|也要?[填报零](?![了好完过])|[没有](?!个)[^,;。]{0,4}的也|填报?为[零0]|照此|如有",
        f"[人个位们他她]说(?:是|已经?|都)*[填报][了好完](?!其实)|先报[{DIGIT}]|(?<![至止到])今[天日早][^,;。{DIGIT}]{{0,3}}[填报交补录][了上]*[{DIGIT}]|[{DIGIT}](?:个人|[人名位个条])?(?:[填报写]?错了?|不对|有误)|[庭局处室队部][和与、及][一-鿿]{{1,6}}[庭局处室队部]",
    )
)
# what nobody has looked at yet
UNCHECKED = pattern_of(
    "(?:没|未|尚未|待|再|还得|需要?|有待|[正还]在)(?:有|细|去|一个个|进一步)*(?:核|确认|查|看|数(?!据)|统计|登平台)"
)

# 应填45，一个没填: one, or nobody
ONE_OR_NOBODY = pattern_of("(?:^|[,;。个人名位])一个人?[没未][填报](?!的|是|在|因)")


def is_question(text: str) -> bool:
    return bool(QUESTION.search(NO_QUESTION.sub("", text)))


def is_about(text: str) -> bool:
    """Where it tells of the round at all."""
    return bool(ABOUT.search(SOME_OTHERS.sub("", HARMLESS.sub("", text))) and OF_COUNTS.search(text))


def is_risky(text: str) -> bool:
    return bool(RISK.search(text))


def may_be_nobody(text: str, answer: object) -> bool:
    """Where the number of those who filed is reckoned from it, and not told."""
    filed = getattr(answer, "filed", None)
    return bool(filed and ONE_OR_NOBODY.search(text) and str(filed) not in text)

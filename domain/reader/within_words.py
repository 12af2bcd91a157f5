"""Numbers within words: 一个不差 is all of them, 百分百达标 as well; 查了一下 and 三天两头 count nothing."""

from domain.patterns import pattern_of

ALONE = "(?<![0-9零一二两三四五六七八九十百千万第])"
EVERY_ONE = pattern_of(
    rf"{ALONE}一[个件人名位通条项例份家]\s*(?:都|也)?\s*(?:不|没有?|未)(?:曾|有)?"
    "(?:落(?!实|地|款)下?|拖(?:延|过)?|[少差缺漏拉](?:下|席)?|掉队?|剩下?|例外|耽误|遗漏)(?!接|报|填|办|录|训|一|[0-9])(?:了|的)?"
)
HUNDRED = pattern_of(
    "(?<![率比度是为达到不没])百分百(?=[一-鿿])(?!确定|肯定|准确|真实|属实|确认|没错|是|了|的(?:率|比))"
)
IDLE = pattern_of(
    "(?:(?<=[刚才又][一-鿿])|(?<=[刚才又][一-鿿]{2}))一[个位](?=[一-鿿]{2})|总算(?=[导弄填统算汇整拿拉查])|三天两头|这[几两]天|一天到晚|一大早|一整天|[两二]头(?:跑|忙)|(?<=忙)[两二]头|[跑去]了?[两三几]趟|(?<=我)一个人(?=[忙在干弄跑顶管盯])"
)


# 没比去年低的
NOT_BELOW = pattern_of(
    "(?:没有?|未|不)(?:比(?:去年|上年)(?:同期|同月)?更?[低差少](?:的)?|[低少差]于(?:去年|上年)(?:同期|同月)?)"
)


# 快审的话是298件, 轮训的话应训… is no condition
AS_FOR = pattern_of(
    r"的话(?=[是有为就]*[0-9一二两三四五六七八九十百千])"
    r"|(?:^|(?<=[,，。;；\s]))(?P<of>(?![要如若假只想这那])(?:(?![都全没不未再能加减算按扣含除])[一-鿿]){2,6})的话[,，]?"
)


# 除1人休产假外均已完成轮训
ALL_BUT = pattern_of(
    r"除了?[^,，;；。0-9]{0,6}?(?P<some>[0-9一二三四五六七八九十]{1,3}[件个人名位])[^,，;；。0-9]{0,12}?[外的]?[,，]?(?:其[他余它]的?|别的)?(?:都|全部?|均)(?:已经?|参加)*"
    r"(?P<done>(?:完成|达到?)?(?:90个?学时|[一-鿿]{1,4}?))(?:了|完了?|过了?)?(?=$|[,，;；。!！\s])"
)
FINE = pattern_of(r"(?<=[0-9][件个人名位])\s?(?:都)?(?:ok|OK)了?(?=$|[\s,，;；。!！])")


MISSED_CALLS = pattern_of("(?<=[来电话接])漏了?(?=[0-9一二三四五六七八九十])")
ONLINE = pattern_of("(?:走|用)(?:的是?)?(?:线上|网上)(?:办|做|委托)?的?|在(?:线上|网上)(?:办|做|委托)?的")


# 跟之前比增加了46个
SO_FAR = pattern_of(
    "[跟和与同比较](?:之前|原来|以前|原先|先前|年初|去年年?底|上年末)(?:相比|比)?[,，]?(?:新|净)?(?:增加|新增|增|多)了?(?=\\s?[0-9一二三四五六七八九十]+[个名位人])"
)
# 19件没错, 全是按时反馈的
ALL_ARE = pattern_of(
    r"(?<!安)全是(?=[一-鿿])|全在期限[里内]|(?<=[0-9一二三四五六七八九十][件个人名位])没错(?=[\s,，。])"
)
OUT_OF = pattern_of("从中(?=[一-鿿])")
# 都接起来的，一个没漏
SAID_TWICE = pattern_of(r"(?P<all>(?:都|全部?|均)[^,，;；。\s0-9没未不]{1,8})[,，\s]*无一例外[,，]?(?=.)")
# 26个法官学时全过90了
PAST_NINETY = pattern_of(
    r"(?:学时)?(?P<all>都|均|全部?)(?:已经?|都)*(?:过|够|达到?|到|满)了?\s?(?:90|九十)(?![0-9.百千一二三四五六七八九])(?:个?学时)?了?"
)
# 去年同期执行完毕205件，今年231件: the name holds for both
YEAR_THEN_NAME = pattern_of(
    r"(?P<year>(?:去年|上年)(?:同期|同月)?)(?P<name>(?:(?!今年|去年)[一-鿿]){2,10}?)(?P<n>[0-9]+\s?[件个人名]?)(?=[,，;；]\s?(?:今年|本月|本期)[0-9])"
)


# 速裁408件，共用9302天
DAYS_USED = pattern_of(
    "(?:一?共|合计|总共|总的?)?(?:[用耗花]时?|费时)[了掉去]*(?=(?:[0-9]{3,}|[一二两三四五六七八九十百千万零]{4,})个?天)"
)
# 快审案件总天数7480
DAYS_OF_CASES = pattern_of("(?<=审)案件的?(?:审理)?(?:总天数|天数)(?=[:：是为有共\\s]{0,2}[0-9一二三四五六七八九])")
# 经核查合格263件: how it came to be
BY_WAY_OF = pattern_of("经过?(?:核查|抽查|检查|评查|抽检|复查|审查)(?:后|之后)?[,，]?(?=合格)")
# 成功以后自己履行掉的
OF_ITSELF = pattern_of("(?P<after>成功)(?:以后|之后)|(?:自己|主动|自觉|自行)(?=履行)")
HUNDREDS = pattern_of("(?<=[0-9])(?:百零(?=[0-9](?![0-9]))|百(?=[0-9]{2}(?![0-9])))")  # 3百零2


def plainly(text: str) -> str:
    text = DAYS_OF_CASES.sub("总天数", BY_WAY_OF.sub("", DAYS_USED.sub("总天数", text)))
    text = OF_ITSELF.sub(lambda match: "成功后" if match["after"] else "自动", text)
    text = HUNDREDS.sub(lambda match: "0" if match[0].endswith("零") else "", text)
    text = MISSED_CALLS.sub("漏接", ONLINE.sub("线上", text))
    text = ALL_BUT.sub(r"\g<some>没\g<done>", text)
    text = FINE.sub("达标", AS_FOR.sub(r"\g<of>", text))
    text = YEAR_THEN_NAME.sub(r"\g<name>\g<year>\g<n>", PAST_NINETY.sub(r"\g<all>满90学时", text))
    text = ALL_ARE.sub(lambda match: "都在期限内" if "期" in match[0] else "都是" if "是" in match[0] else "", text)
    text = OUT_OF.sub("其中", SO_FAR.sub("增加", text))
    text = NOT_BELOW.sub("不低于上年同期", text)
    text = SAID_TWICE.sub(r"\g<all>，", EVERY_ONE.sub("无一例外", text))
    return IDLE.sub("", HUNDRED.sub("全部", text))

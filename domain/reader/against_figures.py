"""What is said behind figures and changes them: other cases, another unit, more that came, all in the end."""

from collections.abc import Mapping
from fractions import Fraction

from domain.patterns import pattern_of
from domain.reader import money
from domain.reader.asked import Value
from domain.reader.question import Question

N = "(?:[1-9][0-9]*|[一二两三四五六七八九十])"
# 办结了42件，其中2件超期办的, where those within the limit are asked for
TOO_LATE = pattern_of(
    rf"(?<![0-9]){N}[件个](?:是|都是)?"
    r"(?:办结时(?:已经?)?(?:超期|逾期|超了?期限|过了?期限)|(?:超期|逾期|超了?期限|过了?期限)(?:才|后)?[办结])"
)
# 办结42件，有1件是别的法院交办的不算我们的; 44件不算他们的 tells what is left
NOT_COUNTED = pattern_of(
    rf"(?:[有含]|其中){N}[件个起][^,;。0-9]{{0,16}}(?:不[能该应]?算(?:我们|本院|我院|数)|[应要该得](?:当)?(?:剔除|扣除|扣掉|减掉))[^0-9]*$"
)
# 前面那个带了协助外地法院的600万，要减掉
TO_BE_TAKEN_OFF = pattern_of(
    r"(?:要|得|应该?|需要?|请(?:帮[我忙])?)(?:减|扣|剔|刨|去)(?:掉|除|去|出来?)(?:一下|才对|吧|哈|啊|呢)?(?=$|[,;。!)])(?![^0-9]*[0-9])"
)
# 法官26（有一个退休了不算）; 两个没去的不在编; 覆盖28个，差的那个上周也建了, 差的那个是笔误
ASIDE_NOT_COUNTED = pattern_of(
    rf"\((?:其中|里面?)?有?{N}[个名位人件][^()]{{0,10}}不(?:算|该算|能算)\)|{N}[个名位人][^,;。0-9]{{0,6}}(?:的|都|是)不在编"
)
LACKS_NO_MORE = pattern_of(
    r"(?:差|缺|剩|没[一-鿿]{1,3})的?(?:那|这|的)(?:一)?[个件名位人](?:[^,;。0-9]{0,6}[也都已][^,;。0-9]{0,6}了(?=$|[,;。!])|是(?:笔误|误|多|重))"
    # 保全264件，线上156件，剩下的108件后来也走线上了
    r"|(?:剩下?|余下|其[余他]|另外?|[差缺])的?[那这的]?(?:[0-9]+|[一二两三四五六七八九十])?[件个名位人通](?![^,;。]*(?:[没未不无正会要]|在|抓紧|准备|(?:线下|窗口)))"
    r"(?:[^,;。0-9]|[0-9]{1,2}月){0,8}也(?:[^,;。0-9]{1,8}了|[刚已][^,;。0-9]{1,4})(?=$|[,;。!])"
    r"|(?:剩下?|其[余他]|另外?)的?[那这]?(?:[0-9]+|[一二两三四五六七八九十])[件个]也(?:都)?没(?:有)?(?:超|逾|拖)"
)
# 上缴1100，文件上写的1150
ON_PAPER = pattern_of(
    r"[,;。\s](?:但是?|可是?|不过)?(?:文件|通报|报表|系统|材料|台账|平台|财务)(?:[上里]面?|那边)?(?:写|显示|登|记|统计|导出来?|报)?的?(?:却|倒)?(?:[是成为])?(?P<n>[0-9]+(?:\.[0-9]+)?)(?![0-9.]|月|日|号|年)"
)
# 快审281，里头有30件后来转普通了
WENT_ELSEWHERE = pattern_of(rf"(?:里头?|里面|其中|当中)有?{N}[件个](?:后来|又|最后|已经?)+(?:转|退回|移送)")
UNIT = pattern_of(r"单位(?:是|为|:)?(?P<unit>[万亿]?元|[万亿](?=$|[,;。)\s]))")
IN_TIME = pattern_of("期限内办结|[按如]期|按时")  # 期限内办结29件，另外2件超期才办结: told apart
WITHIN = "期限内"
# 已结2件，剩的一件后来也判了，所以现在是都结了
ALL_IN_THE_END = pattern_of(
    "(?:现在|目前|如今|到现在|最后|后来)(?:就|也)?(?:是|算)?(?:都|全|全部)(?:已经?)?[一-鿿]{1,3}了(?=$|[,。;!])"
)
# 满90的17个，12月补课又有4个过线
MORE_CAME = pattern_of(rf"又(?:有|过了?|补了?){N}[个名位人件](?![一-鿿]{{0,6}}(?:没|未|不))")
# 来信134件，都录了，但录完整的131
BUT = pattern_of(
    r"(?:都|全)(?:部)?[一-鿿]{1,3}了[,;。](?:但是?|不过|可是?|只是)(?!还?有|其中)[^,;。0-9]{1,8}[0-9]"
    # 1420个来电都接了，就3个占线
    r"|(?:都|全)(?:部)?[一-鿿]{1,3}了[,;。](?:就|只有?|除了)(?:[0-9]+|[一二两三四五六七八九十])[件个名位人通]"
)
# 反馈16，其中1件是12月申请的: of another month
SOME_OF_MONTH = pattern_of(rf"其中{N}[件个人][^,;。0-9]{{0,3}}[是为属](?:于)?(?P<month>1[0-2]|[1-9])月")
# 司法确认60、撤回110，都在506里头: named once more
WITHIN_ALL = pattern_of("(?:都|全)(?:包含|包括|含|算)?在[0-9]+[件个人名]?(?:里头?|里面|之内|以内|当中)")


def takes_back(text: str, values: Mapping[str, Value], question: Question) -> bool:
    """办结42件，其中2件超期办的; 无党员的没有，1名党员的有2个."""
    if any(
        one.search(text)
        for one in (
            NOT_COUNTED,
            TO_BE_TAKEN_OFF,
            ASIDE_NOT_COUNTED,
            LACKS_NO_MORE,
            WENT_ELSEWHERE,
            ALL_IN_THE_END,
            MORE_CAME,
            BUT,
            WITHIN_ALL,
        )
    ):
        return True
    if _is_otherwise_on_paper(text, values):
        return True
    if _is_of_another_month(text, question) or _is_in_another_unit(text, values, question):
        return True
    if any(WITHIN in label for label in values) and TOO_LATE.search(text) and not IN_TIME.search(text):
        return True
    return any(
        value
        and label[:1] == "无"
        and pattern_of(f"{label[:3]}[^,。;0-9]{{0,6}}(?:没有|为?零|[为是]0)(?=$|[,。;])").search(text)
        for label, value in values.items()
    )


def _is_otherwise_on_paper(text: str, values: Mapping[str, Value]) -> bool:
    """A figure that is none of those that were read, in whatever unit."""
    found = ON_PAPER.search(text)
    if found is None:
        return False
    told = Fraction(found["n"])
    return not any(
        isinstance(value, Fraction) and value in (told, told * 10**4, told * 10**8) for value in values.values()
    )


def _is_in_another_unit(text: str, values: Mapping[str, Value], question: Question) -> bool:
    """到位13000万元，单位是元; 到位13000元，单位是元 is one word."""
    said = UNIT.search(text)
    if said is None or pattern_of(f"[0-9]{said['unit']}").search(text):
        return False
    if said["unit"] == "元" and (money.SIGNED.search(text) or money.BARE.search(text)):
        return False
    units = {quantity.unit for quantity in question.asked.quantities if quantity.label in values}
    return any(unit.endswith("元") and unit.rstrip("元") != said["unit"].rstrip("元") for unit in units)


def _is_of_another_month(text: str, question: Question) -> bool:
    found, period = SOME_OF_MONTH.search(text), question.period
    return (
        found is not None and period is not None and not (period.start.month <= int(found["month"]) <= period.end.month)
    )

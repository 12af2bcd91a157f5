"""What is said behind figures and changes them: other cases, another unit, more that came, all in the end."""

from collections.abc import Mapping
from fractions import Fraction

from domain.numbers import value_of
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
# 初查5件不合格，复核下来有1件改认合格了
RECHECKED = pattern_of(
    rf"复[核查审][^,;。0-9]{{0,6}}{N}件[^,;。0-9]{{0,3}}(?:改|转|又|重新?)[^,;。0-9]{{0,4}}(?:合格|通过|达标|按时)"
)
# 快审281，里头有30件后来转普通了
WENT_ELSEWHERE = pattern_of(rf"(?:里头?|里面|其中|当中)有?{N}[件个](?:后来|又|最后|已经?)+(?:转|退回|移送)")
UNIT = pattern_of(r"单位(?:是|为|:)?(?P<unit>[万亿]?元|[万亿](?=$|[,;。)\s]))")
IN_TIME = pattern_of("期限内办结|[按如]期|按时")  # 期限内办结29件，另外2件超期才办结: told apart
NOT_DONE = pattern_of("应|化解")
WITHIN = "期限内"
FIGURES = pattern_of("[0-9]+")
IN_TIME_LABELS = (WITHIN, "按时", "按期")
# 已结2件，剩的一件后来也判了，所以现在是都结了
ALL_IN_THE_END = pattern_of(
    "(?:现在|目前|如今|到现在|最后|后来)(?:就|也)?(?:是|算)?(?:都|全|全部)(?:已经?)?[一-鿿]{1,3}了(?=$|[,。;!])"
)
# 满90的17个，12月补课又有4个过线
MORE_CAME = pattern_of(
    rf"又(?:有|过了?|补了?){N}[个名位人件](?![一-鿿]{{0,6}}(?:没|未|不))|(?<!随)后来?补[了录齐上]*{N}[个名位人件](?![^,;。]*(?:没|未|不))"
    rf"|还有{N}[个名位人件](?:人)?(?:刚|才|后来|也|已经?)*补(?:齐|上|完|够|满|录)"
)
# 漏接3通，后来都回拨过去了
CALLED_BACK = pattern_of(
    rf"(?:漏|没|未)接[^,;。0-9]{{0,3}}{N}[通个件][,;。\s]+[^,;。0-9没未不]{{0,6}}(?:回拨|回电|补接|打回|回过去)"
)
# 信访137件，录了135，两件录重了; 都录了，就是3件缺附件; 236合格，其余4件还没查完
TWICE = pattern_of(
    rf"(?<![没无0-9]){N}[件个](?:是|都是|属于)?(?:录重|报重|算重|填重|重了|重复)(?:录|报|算|填)?了?的?(?=$|[,;。!])"
)
ALL_BUT_SOME = pattern_of(
    rf"(?:都|全部?)[^,;。0-9]{{0,6}}了[,;。](?:就是|只是|不过|但是?|可是?)(?:还)?有?{N}[件个名人位](?:缺|少|没|未|漏|差|不)"
)
REST_UNSEEN = pattern_of(
    rf"(?:其[余他它]|剩下?|余下|还有)的?{N}?[件个]?(?:还|都|也)*[没未](?:有)?(?:核|查|看|抽)(?:查|完|到|过)?"
)
# 来信134件，都录了，但录完整的131
BUT = pattern_of(
    r"(?:都|全)(?:部)?[一-鿿]{1,3}了[,;。](?:但是?|不过|可是?|只是)(?!还?有|其中)[^,;。0-9]{1,8}[0-9]"
    # 1420个来电都接了，就3个占线
    r"|(?:都|全)(?:部)?[一-鿿]{1,3}了[,;。](?:就|只有?|除了)(?:[0-9]+|[一二两三四五六七八九十])[件个名位人通]"
)
# 反馈16，其中1件是12月申请的: of another month
SOME_OF_MONTH = pattern_of(rf"其中{N}[件个人][^,;。0-9]{{0,3}}[是为属](?:于)?(?P<month>1[0-2]|[1-9])月")
# 完毕结案是1到5月的388、966, where a month is asked about
OVER_MONTHS = pattern_of(r"[是为](?:1[0-2]|[1-9])月?[-~—至到]+(?:1[0-2]|[1-9])月份?的(?:数|[:：])?\s?[0-9]")
# 司法确认60、撤回110，都在506里头: named once more
WITHIN_ALL = pattern_of("(?:都|全)(?:包含|包括|含|算)?在[0-9]+[件个人名]?(?:里头?|里面|之内|以内|当中)")
# 应办46，办结38，剩下8件还没到期: those that were due are then fewer
NOT_DUE = pattern_of(
    rf"(?P<n>{N}|几)[件个][^,;。0-9]{{0,8}}(?:(?:没|未|不)到(?:期|时[间限]|日子)|期限(?:还|都|也)*(?:[没未]到|早|长)|离期限|[还仍]在期限内(?![办反化回])|[才再]到期)"
    r"|(?:剩下?|其余|余下|没[办结]的?)的?[^,;。0-9]{0,4}(?:都|还|也)*(?:(?:没|未)到(?:期|时[间限])|期限(?:还|都)*[没未]到)"
)
# 应办结46，超期3件，其余还在办: nobody tells then how many were done in time
REST_OPEN = pattern_of(
    r"(?:其[余他它]|剩下?|余下|别的)的?[^,;。0-9]{0,6}(?:还|仍|正|都)*(?:在(?:办|走|审|查)|[没未待](?:办|结|反馈|处理))"
)
# 法官18人，11月走了1个，满90的17: with him or without
WENT = pattern_of(
    rf"(?:走|调[走离]|退休|离职|辞职|离任|转走)了?(?:有)?(?P<n>{N})[个人名位]|(?P<m>{N})[个人名位][^,;。0-9]{{0,6}}(?:调走|离职|辞职|退休|走)了(?=$|[,;。!])"
)
BY_NOW = pattern_of("现在|目前|如今|还剩|剩下?|年底|原[来先有]|本来|年初|实有")
# 后两个说倒了, where nobody tells which
TURNED_ROUND = pattern_of(
    r"(?:^|[,;。!—\s])(?![^,;。]{0,8}(?:上[次个]|昨|之前|别|勿|不要|没))[^,;。0-9]{0,10}(?:[写填放说报录抄搞弄打](?:颠倒|反|倒|串)|颠倒)了[哈啊呀]*(?=$|[,;。!])(?![^?]*[0-9])"
)


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
            RECHECKED,
            ALL_IN_THE_END,
            MORE_CAME,
            BUT,
            WITHIN_ALL,
            TURNED_ROUND,
            CALLED_BACK,
            TWICE,
            ALL_BUT_SOME,
            REST_UNSEEN,
        )
    ):
        return True
    if _are_not_due(text, values) or _is_with_those_who_went(text, values) or _is_otherwise_on_paper(text, values):
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


def _are_not_due(text: str, values: Mapping[str, Value]) -> bool:
    """So many as those in time lack of those that were due; 另有8件没到期 may be none of them."""
    told = NOT_DUE.search(text)
    counts = [one for one in values.values() if isinstance(one, Fraction)]
    done = [values[label] for label in values if label.startswith(IN_TIME_LABELS) and not NOT_DONE.search(label)]
    if REST_OPEN.search(text) and any(f"{one}" not in FIGURES.findall(text) for one in done):
        return True
    if told is None or not any(label.startswith(IN_TIME_LABELS) for label in values):
        return False
    few = value_of(told["n"]) if told["n"] else None
    return few is None or few in done or any(one - other == few for one in counts for other in counts)


def _is_with_those_who_went(text: str, values: Mapping[str, Value]) -> bool:
    told = WENT.search(text)
    wholes = [one for label, one in values.items() if "在册" in label and isinstance(one, Fraction)]
    if told is None or not wholes or BY_NOW.search(text):
        return False
    few = value_of(told["n"] or told["m"])
    return any(whole - one == few for whole in wholes for one in values.values() if isinstance(one, Fraction))


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
    if period is not None and period.every == "month" and OVER_MONTHS.search(text):
        return True
    return (
        found is not None and period is not None and not (period.start.month <= int(found["month"]) <= period.end.month)
    )

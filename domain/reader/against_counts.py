"""What is said in one breath with a place, an event or a round and makes it another: 第7，说的是2024年.

没有，就10月那起顶嘴的; 第3和第4之间差0.01，我们是后面那个; 45、44、1，已填里有个填的9月; 3条，其中1条重了.
"""

from collections.abc import Mapping

from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import Question

N = "(?:[1-9][0-9]*|[一二两三四五六七八九十])"
BETWEEN = pattern_of(rf"第\s?{N}[名位]?[和跟与]第\s?{N}[名位]?[^,;。]{{0,4}}(?:之间|差|比)")
COUNTED_ON = pattern_of(
    rf"比(?:去年|上年|前年)[^,;。0-9]{{0,4}}(?:进|退|升|降|前移|后移|掉|提)了?[^,;。]{{1,4}}[,;。]\s*(?:去年|上年|前年)(?:是|排)?第?\s?{N}"
)
OF_YEAR = pattern_of("(?:说|指|讲|看)的是(?:20)?(?P<year>[0-9]{2})年|(?:说|指|讲|看)的是(?P<then>前年|上上年)")
# 第4，通报发错了，等更正
TO_BE_REISSUED = pattern_of(
    "(?:等|要|会|待)[^,;。]{0,4}(?:更正|重发|重新(?:发|公布|通报))(?![^?]*(?:后|成|为)[^,;。]{0,3}第)"
)
# 没有没有，就10月那起顶嘴的; 没有，去年那件今年才认定
EXCEPT = pattern_of(
    "(?:^|[,;。!\\s])(?:就|只有?|除了?|也就)[^,;。0-9]{0,3}(?:[0-9]{1,2}月)?[^,;。]{0,6}那一?[起件次回个]"
)
# 没有，有个司机（外聘的）被查了
SOMEBODY = pattern_of(
    r"[,;。!\s](?:但|不过|倒是|只是)?有(?:一?[个名位])[^,;。0-9]{1,12}(?:被|受|遭)(?:查|抓|带走|处|投诉|约谈|立案|留置|通报)"
)
AT_LAST = pattern_of("那一?[起件次回个][^,;。]{0,8}才(?:认定|定性|查实|定下来|下结论|算)")
NONE_OF_IT = pattern_of("不算|够不上|不属于|[没未]查实|不构成|不是")
# 应填跟9月一样45，其实这月走了1个
IN_FACT = pattern_of(rf"其实[^,;。0-9]{{0,4}}(?:走|来|退|离职|调[走来]|借[走出])了?{N}[个人名位](?![^?]*应[填报])")
BEFORE = "(?:上个?月|[0-9]{1,2}月)"
# 已填里有个填的9月; 其中1条重了
SOME_OTHER = pattern_of(
    rf"(?:里头?|里面|其中|当中)(?:有|还有)?(?:{N})?[个条人名位][^,;。0-9]{{0,6}}(?:(?:填|报|录)(?:的|成|到)了?(?:是)?{BEFORE}|是{BEFORE}的|重了|重复|误[填报录]|多[填报录]|填错|录错|作废|不算|要撤)"
    rf"(?![^?]*(?:实际|按|剩|只有|就是|应该?是|现在)[^,;。]{{0,4}}{N})"
)
# 零报告43份，其余的有内容: those without a record are not all
SOME_WITHOUT = pattern_of(
    rf"(?:零报告|零记录|写的?[“\"]?[无零]|无事项|没事项|没记录)[^,;。]{{0,6}}{N}[个份人名位]?[,;。\s]+(?:但是?|不过)?(?:其[余他它]|剩下?|余下|另外|别的|还有)"
    r"(?![^,;。]*(?:没[填报交]|未[填报交]|没有|无|零))"
)
SAID_NONE = pattern_of(
    r"(?<![0-9])(?P<n>[0-9]+)[个份人名位]?(?:都)?(?:是|为|写|填|报)?(?:的|了)?[“\"]?(?:零报告|零记录|无(?=[,;。”\"]|$))|零报告的?(?:有|是)?(?P<m>[0-9]+)"
)
BY_NAME = pattern_of("应该?[填报]|已[填报]|[填报]了|实[填报]|[都全]")
# 26人里有一个填的是空表
SOME_FILED = pattern_of(rf"(?:里[头面]?|其中|当中)有?{N}[个名位][^,;。]{{0,3}}(?:填|报|交)的(?:是|成)")


# 第4，看错行了: of which nobody is told what it should be
WRONG_LAST = pattern_of(
    "(?<![没未上前])(?<!刚才)(?<!前面)(?<!上次)(?<!之前)(?:看|写|报|说|填|记|搞|弄|抄)(?:错|岔|串)了?(?:一?[行列格])?了?[啊哈。!]*$"
)


def is_of_another_place(text: str, values: Mapping[str, Value], question: Question) -> bool:
    of = OF_YEAR.search(text)
    year = question.period.end.year % 100 if question.period else 0
    is_of_then = of is not None and (bool(of["then"]) or int(of["year"]) != year)
    return is_of_then or bool(
        TO_BE_REISSUED.search(text) or BETWEEN.search(text) or COUNTED_ON.search(text) or WRONG_LAST.search(text)
    )


def is_an_event(text: str, values: Mapping[str, Value]) -> bool:
    """Where none is told."""
    is_none = any(value == "nothing" for value in values.values())
    return (
        is_none and not NONE_OF_IT.search(text) and any(pattern.search(text) for pattern in (EXCEPT, SOMEBODY, AT_LAST))
    )


def is_of_another_round(text: str, values: Mapping[str, Value], question: Question) -> bool:
    is_none = values.get("records") == 0 and SOME_WITHOUT.search(text)
    if is_none or SOME_FILED.search(text) or _are_some_without(text, values, question):
        return True
    return bool(SOME_OTHER.search(text) or IN_FACT.search(text))


def _are_some_without(text: str, values: Mapping[str, Value], question: Question) -> bool:
    """一共45份，43份零报告; 零报告的43人 of 45: nobody tells of the others."""
    if values.get("records") != 0 or BY_NAME.search(text):
        return False
    all_of_them = max(int(str(values.get("should", 0))), question.headcount or 0)
    return any(int(told["n"] or told["m"]) < all_of_them for told in SAID_NONE.finditer(text))

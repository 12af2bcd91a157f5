"""What stands beside figures and makes them others: a line that they are measured by, what does not belong in them.

分调裁审比60%的线多了3个点; 达标21，不过那21里有我，我是助理; 应办46件，办结44件，其中2件超期.
"""

from collections.abc import Mapping
from fractions import Fraction

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.reader.asked import Value
from domain.reader.question import Question

N = "(?:[1-9][0-9]*|[一二两三四五六七八九十])"
LINE = r"[过]?(?:红|底|及格|合格|考核|达标)?(?:线|目标|要求|指标|任务|标准)"
FAR = pattern_of(
    r"(?:离|距离?|比)[^,;。0-9]{0,6}[0-9]+(?:\.[0-9]+)?%[^,;。0-9]{0,8}(?:差|缺|欠|少|多|高|低|超)[^,;。0-9]{0,3}[0-9一二两三四五六七八九十]"
)
# 其实过了期限, where those in time are counted
IN_TIME = ("期限内", "按时", "按期")
LATE = "(?:超期|逾期|过期|超时|超了?期限|过了?期限|晚了|迟了|晚[报交办]|迟[报交办])"
IS_LATE = pattern_of(rf"(?:其实|实际上?|说实话|严格来?[讲说])[^,;。0-9没未不]{{0,6}}{LATE}")
SOME_LATE = pattern_of(
    rf"(?:其中|里头|里面|当中|中)的?有?{N}[件个](?:是|都是)?[^,;。0-9没未不]{{0,6}}{LATE}|{N}[件个][^,;。没未不]{{0,10}}(?:才|拖到)[^,;。没未不]{{0,8}}[,;\s]+(?:超|晚|逾|迟|过)(?:[期时]|了)"
)
DONE = pattern_of("办结|反馈|审结")
# 21件都反馈了，不过有1件晚了; 其中1件第8个工作日才反馈
SO_MANY_LATE = pattern_of(
    rf"(?<![0-9没无一二三四五六七八九十])(?<!没有)(?P<n>{N})[件个](?:是|都是|已经?)?[^,;。0-9没未不]{{0,8}}(?:{LATE}|超了|第[0-9一二三四五六七八九十]+个?工作日才|(?:隔|过)了[^,;。]{{1,4}}才?)"
)
TOLD_IN_TIME = pattern_of(
    r"(?:期限内|按[时期])(?!应)[^,;。0-9应]{0,6}(?P<n>[0-9]+)|(?P<m>[0-9]+)[件个](?:是|都|全|均|在)*(?:期限内|按[时期])(?!应)"
)
# 其中1件撤回起诉，不算审结; 里头12件是恢复的，按规定不能算完毕
NOT_OF_IT = pattern_of(
    rf"(?:其中|里头|里面|当中|(?<![另还])有){N}[件个人名][^。;]{{0,16}}不(?:能|应该?|该)?(?:算(?![了过错上])|计入|作数)[^,;。0-9]{{0,6}}(?=$|[,;。!)])"
)
TIMES = "(?:案|人|户)次"


def are_told(text: str, values: Mapping[str, Value], question: Question) -> bool:
    if FAR.search(text) or NOT_OF_IT.search(text) or any(_is_a_line(text, key, one) for key, one in values.items()):
        return True
    done = {label: one for label, one in values.items() if label.startswith(IN_TIME) and "应" not in label}
    if any(_is_late(text, one) for one in done.values()):
        return True
    if any(_holds_late(text, one, values) for label, one in done.items() if DONE.search(label)):
        return True
    if question.asked.is_unworded:
        return False
    units = {one.label: one.unit for one in question.asked.quantities}
    return any(
        _holds_others(text, one) or (not units.get(label, "次").endswith("次") and _is_of_times(text, one))
        for label, one in values.items()
        if isinstance(one, Fraction) and one.denominator == 1
    )


def _is_late(text: str, value: Value) -> bool:
    """Of those that were done, where nobody says how many of them were in time."""
    in_time = {int(told["n"] or told["m"]) for told in TOLD_IN_TIME.finditer(text)}
    return IS_LATE.search(text) is not None or (SOME_LATE.search(text) is not None and value not in in_time)


def _holds_late(text: str, value: Value, values: Mapping[str, Value]) -> bool:
    """As long as it is not what those that were late leave of another figure."""
    in_time = {int(told["n"] or told["m"]) for told in TOLD_IN_TIME.finditer(text)}
    counts = [one for one in values.values() if isinstance(one, Fraction)]
    some = [value_of(told["n"]) or 0 for told in SO_MANY_LATE.finditer(text)]
    late = sum(one for one in some if one < max(counts))
    return late > 0 and value not in in_time and not any(whole - late == value for whole in counts)


def _is_a_line(text: str, key: str, value: Value) -> bool:
    """比60%的线高 and 过了98% tell no rate."""
    if key[:1] != "#" or not isinstance(value, Fraction):
        return False
    percent = f"{float(value * 100):.10g}".replace(".", r"\.")
    return bool(
        pattern_of(
            rf"(?:比|离|距离?)(?:要求|目标|规定)的?{percent}%|(?:比|离|距离?){percent}%[^,;。0-9]{{0,3}}[高低多少差超]"
            rf"|(?<!通)过了{percent}%|(?:目标|要求|指标|任务)[是为:]?(?<![0-9.]){percent}%"
            rf"|(?<![0-9.]){percent}%的?{LINE}"
        ).search(text)
    )


def _holds_others(text: str, value: Fraction) -> bool:
    """那21里有我; of what is told of them by figures of their own the others make sure."""
    return bool(
        pattern_of(
            rf"(?:那|这){value.numerator}[件个人名位]?(?:里头?|里面|当中|中)(?:还|也|都|都是)?(?:有|含|混|包|带|算)(?!{N}[件个人])"
        ).search(text)
    )


def _is_of_times(text: str, value: Fraction) -> bool:
    """满90的人次21, where people are counted."""
    return bool(
        pattern_of(rf"(?<![0-9.]){value.numerator}{TIMES}|{TIMES}[是有为:]?{value.numerator}(?![0-9.])").search(text)
    )

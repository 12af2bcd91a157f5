"""What it came to in the end: 通报4件，3件退回补正的不算，真超的1件; 线索3条都在核，查实的没有.

Told anew in few words, where it is not certain as it stands. Every number before is accounted for: it is less by those
that were taken off, or it is one of warnings, of lesser things, of others, or of the years before.
"""

from domain.dates import find_days
from domain.numbers import level, value_of
from domain.patterns import pattern_of
from domain.reader.point_names import SIGNS, Point, named
from domain.reader.point_objections import OUTSIDERS
from domain.reader.point_times import window_of
from domain.reader.question import Question

# nine blanks at most: a long run of them is looked through once
CLAUSE = pattern_of(r"[,;。!\n]+|\s{1,9}(?=[一-鿿])")
N = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}"
COUNTED = pattern_of(rf"(?<![第0-9一二三四五六七八九十])(?P<n>{N})\s?[起件个条次例](?!月|规定|工作日|人|多?小时)")
# 最后只认定1起, 真超的1件, 复核后维持1件, 就按1起报
AT_LAST = pattern_of(
    rf"^(?:[^0-9没未不]{{0,6}}?(?:最后|最终|实际上?|真正?|实打实|确实|[复审]核后?|复议后?|[核对]下来|剩下?|另外?|其余)[^0-9没未不]{{0,8}}?|(?:宣传部|上级|中院|高院|领导)?[^0-9没未不]{{0,4}})"
    rf"(?:认定|查实|属实|算|[超逾拖]期?|维持|按|成立|坐实)?的?(?:只|就|仅|有|是|按|算|共|为)*(?P<n>{N})\s?[起件个条次例](?:维持|属实|成立|[算报填])?(?!的?(?:是|属|为|外|别))[^0-9没未不,]{{0,10}}$"
)
ENDS_IN = pattern_of("最后|最终|实际|真[正超的]|实打实|确实|核后|复[议核]后|下来|维持|属实|按[^,;。]{1,4}报")
TAKEN_OFF = pattern_of(
    rf"(?P<n>{N})\s?[起件个条次例][^,;。]{{0,16}}(?:不算|不属于|没扣|撤[了掉销]|剔|排除|误|改成|不成立|不属实)|(?:剔|撤|扣|改|排)[除掉销去]*了?[^,;。0-9]{{0,8}}(?P<m>{N})\s?[起件个条次例]|有(?P<k>{N})\s?[起件个条次例][^,;。]{{0,10}}(?:撤|剔|扣|改|推翻)"
)
OPEN = pattern_of(
    r"[?？]|还[没未]|尚未|[没未][有]?(?:定|出结果|最后)|可能|也许|大概|好像|估计|应该|等[^,;。]{0,6}(?:结果|定|出)|待[定核查]|几[起件]|如果|听说|据说|争取"
)
NONE = (
    r"(?:都|也|还|目前|今年|全年|[上下]半年|确实|真)*(?:没有?|无|零|0起?|一[起件个]也?都?没有?)"
    r"(?:过|的|了|发生|出现|啊|哈)*"
)
TO_BE_NONE = pattern_of(
    rf"^(?P<what>[^没未无零]{{0,12}}?)(?:的|那?[栏项]|是|为|数)*{NONE}$|^(?:但|都|也|所以|目前|到现在|之后到现在|今年|我们)*(?:没有?|无|没再|再没)(?:查出来|发生|出现|发现|真正?)?过?(?P<thing>[^没未无不]{{0,10}}?)的?[了啊哈]*$"
)
OURS = pattern_of("^(?:但|所以)?(?:我们|我院|本院|我庭|本庭|咱们?)(?:院|庭|这边|自己)?$")
# none of them by its nature: warnings, hints, lesser things
MINOR = pattern_of("预警|提醒|临期|到期|黄灯|红灯|弹窗|线索|瑕疵|不规范|小的|小事|轻微|一般|笔录|文书")
# …，是约谈笔录少签名，属于不规范: what is said next of them
AWAY = pattern_of(
    "属于?(?:不规范|一般|瑕疵|正常)|不(?:是|算|属于|构成|够)|够不上|一般|说的是|是(?:检察院|公安|外[院区]|隔壁|别的?|人家)|搞错|张冠李戴|不规范|瑕疵|(?:前|内|之前)都?(?:审|办|处理|反馈)[掉完好结]*了?|赶在|都还?在核|误报|都是对[^,;。]{1,10}不[服满]"
)
AGO = (
    "(?:早年|早些年|老早|再往前|往前|更早|(?:[四五六七八九十][来几]?|[三四五六七八][四五六七八九]|十[几来])年前"
    "|(?:三|3)年(?:之?前|以前|开外|以外))"
)
BEYOND = pattern_of(f"{AGO}|(?:出了|过了|超出?|不在)[^,;。]{{0,6}}(?:窗口|期限|范围|[一三]年)|过去[一三1-3]年多")
WITHIN = pattern_of(
    r"(?:近|这|最近)[一二三123]年(?:以?[来内里])?|[一二三]年(?:以|之)?内|窗口(?:以|之)?[内里]|(?:之后|以后|后来|到现在|至今)+"
)
YEAR = pattern_of("(?<![0-9])(?:20)?(?P<y>[0-9]{2})年")
LEAST = 2  # signs that tell of the name


def plainly(text: str, question: Question) -> str:
    """As it stands where none of this is told."""
    point = next(one for one in question.points if one.seq == question.seq)
    told = level(text)
    alike = [one for one in question.points if one.shape == point.shape]
    if OPEN.search(told) or OUTSIDERS.search(told) or any(one.seq != point.seq for one in named(told, alike)):
        return text
    clauses = [clause for one in CLAUSE.split(told) if (clause := one.strip())]
    if not clauses:
        return text
    if _is_none(clauses, point, question):
        return "没有"
    return _number_left(told, clauses, question) or text


def _is_none(clauses: list[str], point: Point, question: Question) -> bool:
    years = window_of((point,))
    if years and any(WITHIN.search(one) and _denies(WITHIN.sub("", one), point, alone=True) for one in clauses):
        rest = [one for one in clauses if not _denies(WITHIN.sub("", one), point, alone=True)]
        return bool(rest) and _are_beyond(rest, years, question)
    *before, last = clauses
    if not before or not _denies(last, point, alone=False):
        return False
    counts = [at for at, one in enumerate(before) if COUNTED.search(one) or one.startswith("有")]
    return bool(counts or any(AWAY.search(one) for one in before)) and all(
        MINOR.search(before[at]) or any(AWAY.search(one) for one in before[at : at + 3]) for at in counts
    )


def _denies(clause: str, point: Point, *, alone: bool) -> bool:
    """重大的没有, 查实的没有, 虚假终本是零, 没有真超的; 我们没有; 没有 by itself beside the years."""
    found = TO_BE_NONE.match(clause)
    if found is None:
        return False
    what = SIGNS.sub("", found["what"] or found["thing"] or "").rstrip("的是")
    name = SIGNS.sub("", point.name)
    if not what or OURS.match(what):
        return alone or bool(what)
    return any(what[at : at + LEAST] in name for at in range(len(what) - 1)) or ("超期" in name and "超" in what)


def _are_beyond(rest: list[str], years: int, question: Question) -> bool:
    """What is told beside it is of the years before, by its words or by its number."""
    first = (question.period.end.year if question.period else question.today.year) - years
    said = ",".join(rest)
    told = [int(one["y"]) % 100 for one in YEAR.finditer(said)]
    if told:
        is_old = all(year < first % 100 or (year == first % 100 and BEYOND.search(said)) for year in told)
        return is_old and _are_days_before(said, question, years)
    return bool(BEYOND.search(said))


def _are_days_before(said: str, question: Question, years: int) -> bool:
    end = question.period.end if question.period else question.today
    days = [one.day for one in find_days(said, question.today, past=True)]
    return all(
        day is not None and (day.year + years, day.month, day.day) <= (end.year, end.month, end.day) for day in days
    )


def _number_left(told: str, clauses: list[str], question: Question) -> str:
    """4月8日查实1起, of more that were told first."""
    days = find_days(told, question.today, past=True)
    if len({one.day for one in days}) != 1 or days[0].about:
        return ""
    bare = [_without_day(clause, question) for clause in clauses]
    at = max((n for n, clause in enumerate(bare) if COUNTED.search(clause)), default=0)
    last = AT_LAST.match(bare[at])
    counts = [value_of(one["n"]) or 0 for clause in bare[:at] for one in COUNTED.finditer(clause)]
    if last is None or not counts or not ENDS_IN.search(bare[at]) or any(map(COUNTED.search, bare[at + 1 :])):
        return ""
    left = value_of(last["n"]) or 0
    off = [
        value_of(one["n"] or one["m"] or one["k"]) or 0 for clause in bare[:at] for one in TAKEN_OFF.finditer(clause)
    ]
    is_so = max(counts) - sum(off) == left if off else left <= max(counts)
    return f"{days[0].written}查实{left}起" if left and is_so else ""


def _without_day(clause: str, question: Question) -> str:
    for one in reversed(find_days(clause, question.today, past=True)):
        clause = clause[: one.start] + clause[one.end :]
    return clause

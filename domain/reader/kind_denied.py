"""That there is none of the kind that is asked about, beside what is told of others: 一般事故3起, 重特大的没有."""

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.point_names import Point

CLAUSE = pattern_of(r"[,;。!~\n]+|\s+|\(|\)")
TIME = pattern_of(
    "^(?:我们?[院局所站]?|[这那]边|今年|[上下]半年|本?季度|到现在|到目前|目前|截至目前|一直|至今|倒是?|确实)+"
    "|(?:今年|[上下]半年|到现在|目前|至今)$"
)
ONE = "(?:[一1]\\s*[起件个例处次人名](?:[都也])?)?"
IS_NONE = "(?:发生|出现|构成|造成|形成|酿成|达到|属于|认定(?:为|是)?)"  # 均未构成医疗事故, 都不是事故
NONE = pattern_of(
    rf"(?P<what>[^0-9]{{2,16}}?)的?{ONE}(?:[都也还]|今年|目前|现在|确实|倒是?)*(?:没有?|无|[零0][起件个例处]?)(?:发生|出现)?[过的了哈呢啊]*"
    rf"|(?:今年|目前|到现在|[都均也但]|全部?)*(?:没有?|无|零|[没未]有?(?:发现|发生|出现|接到)|(?P<no>[没未不]有?{IS_NONE}|不是))"
    rf"(?:过|任何|一[起件个])?{IS_NONE}?(?P<thing>[^0-9没未无]{{2,16}}?)的?(?:情况|问题|现象|行为)?的?"
)
OPEN = pattern_of(
    "除|大致|可能|[还在]核|在[查鉴]|等[^,;。]{0,8}[出定结]|还没|尚未|不清楚|不确定|算不算|[?？]|吗|待|没报|没统计|鉴定中"
)
HAPPENED = pattern_of("[0-9一二两三四五六七八九十]\\s*[起件个例处次人]|有(?!没)|发生了|出了")
ANOTHER = pattern_of("[一-鿿]?[一-鿿](?<![了起的件个例处次有生])")
BESIDE_IT = pattern_of("[一-鿿]{1,5}(?!的)[一-鿿]倒是?有")  # 投诉倒是有7件
# 纠纷有3起, 收到4件信访举报: what may come before it, and is none by itself
BEFORE_IT = "纠纷|投诉|举报|信访(?:件|举报|投诉)?|线索|差错|争议|异议|咨询|求助|警情|工单|隐患|险情|苗头|矛盾|检举|反映"
N = "[0-9一二两三四五六七八九十]+"
COUNTED_BEFORE = pattern_of(
    rf"[^0-9,;。]{{0,6}}?(?:(?:{BEFORE_IT})(?:案件|问题|事件)?(?:一?共|总共)?有?{N}\s*[起件条个例次]"
    rf"|{N}\s*[起件条个例次](?:[一-鿿]{{0,4}}?)(?:{BEFORE_IT})(?:案件|问题|事件)?)[的了]?"
)
IN_FULL = 4  # signs of the name
COMMON = frozenset("的因以上下及人数起件事发生问题情况")


def is_told(text: str, asked: Point, notice: str) -> bool:
    """Nothing of it is open, and whatever happened is called another kind of the same; by itself in its whole name."""
    if OPEN.search(level(text)):
        return False
    clauses = [one for one in CLAUSE.split(level(text)) if one]
    denied = [clause for clause in clauses if _is_denied(clause, asked, notice)]
    happened = [clause for clause in clauses if clause not in denied and HAPPENED.search(clause)]
    is_named = any(sum(sign in asked.core for sign in clause) >= IN_FULL for clause in denied)
    return bool(denied) and (is_named or bool(happened)) and all(_is_another(one, asked) for one in happened)


def _is_denied(clause: str, asked: Point, notice: str) -> bool:
    said = NONE.fullmatch(clause)
    what = said and TIME.sub("", said["what"] or said["thing"])
    if not what or not _kinds(what, asked):
        return False
    if said and said["no"] and not what.endswith("".join(asked.core.split())[-2:]):
        return False  # 有一起小舆情，不属于重大
    is_bounded = "以上" in asked.core and "以上" not in what and not set(what) & set("重特")
    return not is_bounded and all(sign in asked.name + notice + "的类起" for sign in what)


def _is_another(clause: str, asked: Point) -> bool:
    """一般事故, where it is asked about 重特大事故."""
    name = "".join(asked.core.split())
    if (BESIDE_IT.match(clause) or COUNTED_BEFORE.fullmatch(clause)) and not _kinds(clause, asked):
        return True
    at = clause.find(name[-2:])
    which = clause[max(0, at - 2) : at]
    return at > 0 and ANOTHER.fullmatch(which) is not None and which not in name


def _kinds(said: str, asked: Point) -> bool:
    """A pair of signs of the name that says of which kind it is."""
    name = "".join(asked.core.split())
    return any(said[at : at + 2] in name and not set(said[at : at + 2]) <= COMMON for at in range(len(said) - 1))

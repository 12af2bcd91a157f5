"""What is told of another thing than the one that is asked about: in words that neither the notice nor everybody uses.

A part beside its whole is borne out by what they make; a share, a mean or a figure by itself by its words alone.
"""

from collections.abc import Sequence
from fractions import Fraction

from domain.named_in import pairs_in
from domain.patterns import pattern_of
from domain.reader import words
from domain.reader.any_trade.slots import RATE, Slotted, form_of, likeness, stem_of
from domain.reader.any_trade.told import AGAINST, SORTS, THIS, TOTAL, UP_TO
from domain.reader.asked import Asked, Demand

ENOUGH = 2  # signs that nobody knows
A_NAME = 4  # signs of what is asked for elsewhere: 手术 and 核查, not 患者 alone
FAR = Fraction(1, 2)  # from the target
GENERAL = pattern_of(
    r"[全本我我们咱这那][县市区州镇街乡校院局所队站科处部厂司]|了一?[遍趟轮回下]|我们?|咱们?|[月年季][初底末]|这边|那边|各[县市区镇街]|[县市区州]里|所有|一?共|总(?:的|数|共|计)?|合计|累计"
    r"|完(?:成|了|毕)?|做|搞|弄|办|达|实[有现际]?|到位|顺利|已经?|均|都|全部?|固定|上线|投[用运产]|投入使用|老样子|照旧|正式|真正|老?同志|最后|最新|刚|现有|一直|保持|维持|稳定|没动|没变|不变|持平|以来|[跟和与][一-鿿]{2,4}?[对核](?:完|过|清|好)(?:账|了)?|按(?:验收|合格|实际)(?:通过|合格|完成)?的?算"
    r"|(?<!第)[0-9一两二三四五六七八九十]+[期批轮]|[按据][一-鿿]{2,6}?(?:给|出|报|导|发布|公布)的|平均|差不多|左右|大家|每次?|折下来|算下来|算出来|出来|下来"
    r"|汇总|统计|口径|系统|台账|[加合]一[块起]|加\x02+|拢共|整$|[到至](?:现在|目前|今天|[月年季][初底末])|截止|按|比|较|同|由|从|将|把|再|又|还|只|才|就|仅|(?<!签)约|其中|里|共|各|对|开展|举办|组织|实施|建成|新增|新建|新设|发展|签订|结了?|查了?|导出来|是|的话|哈|核过|没问题|[上下]半年|季度?|年度?|月份?|第[一二三四]季度|度|数|量|人次|人数|件数|个数|家数|项|率|值"
)
# how far what was done came: 建起来, 挂上, 干完了
COMPLEMENT = pattern_of("[起出下上进回过][来去]|(?<=[一-鿿])[上下好完成掉住](?=[了的])")
LEAVES_OUT = pattern_of(
    r"不[含算包]|没(?:单|另|都)?(?:算|含|包|计)|单算|放一起|(?<![全都])[加连算]上|自己加|里面有些|有些不|都算|也算|混在|按去年|口径不"
)
# of a month where a year is asked for, of the month before
REST = pattern_of(r"(?<!排)除[了去外开]|剔除|扣除|刨|另[外有]")
OF_A_YEAR = pattern_of("今年以来|年初至今")
OF_A_PART = {"month": pattern_of("单季|环比|[上下]半年累计"), "quarter": pattern_of("[当单]月|环比|[上下]半年累计")}
OF_ANY_PART = pattern_of("[当单]月|单季|环比|[上下]半年累计")
OF_A_BATCH = pattern_of("第[一二三四五六七八九]批|首批")
NOT_YET = pattern_of("没有?[报交送录][上过来]|[还正仍]在(?:汇总|统计|核对|核实|清点|收集)")
IF_THEN = pattern_of(r"等[^,;。0-9]{1,14}[,，]|就是100%")
# another measure of the same thing, or a step before it
OTHERWISE = pattern_of(
    "最[长短高低大小快慢多少早晚]|排查|摸排|筛查|发现|净|(?<![填上已])报了|人均|户均|日均|月均|意向|意愿|申报|报名|申请|登记|启动|报建|动工|开工|方案|招标|编制|拟|预"
)
WEEK = pattern_of("星期|礼拜")
EACH = {"人均", "户均"}
MONTH = pattern_of(r"(?<![至到止截0-9~-])(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月份(?![底末])")
# 1—6月 of a quarter; of the quarter that is told beside it, nothing is
MONTHS = pattern_of(r"(?<![0-9])(?P<first>[0-9]{1,2})月?份?[-—–~～至到]+(?P<last>[0-9]{1,2})月")
HAN = pattern_of("[一-鿿]")
CLAUSES = pattern_of("[,，、;；。]")


def is_unsound(text: str, asked: Asked) -> bool:
    """It is of a part of the period, or not so yet."""
    if (span := MONTHS.search(text)) and asked.period and asked.period.every in ("month", "quarter"):
        first, last = asked.period.start.month, asked.period.end.month
        if (int(span["first"]), int(span["last"])) != (first, last):
            return True
    is_longer = asked.period is None or asked.period.every != "month"
    if asked.period and asked.period.every != "year" and OF_A_YEAR.search(text):
        return True
    is_of_a_month = is_longer and len(MONTH.findall(text)) == 1
    if OF_A_BATCH.search(text) and not TOTAL.search(text):
        return True
    of_a_part = OF_A_PART.get(asked.period.every, OF_ANY_PART) if asked.period else OF_ANY_PART  # 二季度单季
    return is_of_a_month or any(pattern.search(text) for pattern in (of_a_part, IF_THEN, NOT_YET))


def excludes(text: str) -> bool:
    return bool(LEAVES_OUT.search(text))


def leaves_out(text: str) -> bool:
    return bool(REST.search(text))


def is_strange(demand: Demand, mine: Sequence[Slotted], asked: Asked) -> bool:
    """Of a part with its whole, or of then and now, the words are their own affair."""
    counts = [one for one in mine if one.slot != "share"]
    if form_of(demand) in ("fall", "growth") and len(counts) > 1:
        return False
    is_borne_out = len(counts) > 1 or any(one.slot == "all" for one in counts)
    if form_of(demand) in ("share", "mean") and is_borne_out:
        # nothing but a plan, or no word at all, says what it is of
        is_bare = any(one.told.sort == "target" or not one.told.said for one in counts)
        known = [one for one in counts if not one.told.said or _is_known(one.told.said, demand)]
        mine = [one for one in counts if is_bare and one not in known and one.told.sort != "target"]
    return any(is_of_another(one, demand, asked) for one in mine)


def _is_known(said: str, demand: Demand) -> bool:
    return bool(likeness(said, demand)) and not OTHERWISE.search(said)


def is_of_another(one: Slotted, demand: Demand, asked: Asked) -> bool:
    said = one.told.said if one.told.said == one.told.behind else f"{one.told.said} {one.told.behind}".strip()
    names = demand.name + "".join(part.label + part.unit for part in demand.parts)
    if not one.told.amount.unit and HAN.fullmatch(one.told.behind) and one.told.behind not in f"{names}整":
        return True  # 1520万单, where people are counted
    rate = RATE.search(said)
    if rate and one.slot == "share" and said[max(0, rate.start() - 1) : rate.start()] not in names:
        return True  # 优秀率 is no 优良率
    if (
        (other := OTHERWISE.search(said))
        and other.group().removesuffix("了") not in names + own_clause(demand, asked)  # 报了6条, of 信息报送
        and not (EACH & {other.group()} and "每" in names)
    ):
        return True
    return len(unknown_in(said, demand, asked)) >= ENOUGH


def unknown_in(said: str, demand: Demand, asked: Asked) -> Sequence[str]:
    """Its signs that neither the notice nor everybody says."""
    names = demand.name + "".join(part.label + part.unit for part in demand.parts)
    said = UP_TO.sub("", THIS.sub("", AGAINST.sub("", WEEK.sub("周", said))))
    for sort, pattern in SORTS:
        if sort in ("down", "up"):
            said = pattern.sub("", said)
    # 产销对接活动签约金额: with its whole name all of the notice's words may stand
    own = asked.text if stem_of(demand) in said else own_clause(demand, asked)
    for known in (*asked.own, *_runs(own, 3), *_runs(_with_its_figure(demand, asked), 2)):  # 每周联系2次
        said = said.replace(known, "")
    said = COMPLEMENT.sub("", said)
    said = words.FILLER.sub("", GENERAL.sub("", said))
    return [sign for sign in HAN.findall(said) if sign not in names]


def own_clause(demand: Demand, asked: Asked) -> str:
    """Of the notice's words those that speak of it, and of nothing else: that have its name, or its figure."""
    nearest = max(CLAUSES.split(asked.text), key=lambda clause: likeness(clause, demand))
    return f"{nearest}，{_with_its_figure(demand, asked)}"


def _with_its_figure(demand: Demand, asked: Asked) -> str:
    clauses = CLAUSES.split(asked.text) if demand.target else ()
    return "，".join(clause for clause in clauses if str(demand.target) in clause)


def _runs(text: str, length: int) -> Sequence[str]:
    return [text[at : at + length] for at in range(len(text) - length + 1)]


def names_another(text: str, asked: Asked) -> bool:
    """320台手术都核查了 is of what the notice asks for elsewhere: nothing in it is of what is asked for here."""
    own = "\n".join((asked.text, *(d.name for d in asked.demands), *(q.label for q in asked.quantities)))
    return not pairs_in(text, own) and any(len(set().union(*pairs_in(text, name))) >= A_NAME for name in asked.beside)


def is_far(demand: Demand, share: Fraction) -> bool:
    """重复信访率99.2% of at most 3: two of them exchanged, or another thing."""
    return demand.target is not None and abs(share - demand.target) > FAR

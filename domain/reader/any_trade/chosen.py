"""Which of several figures told of one demand is the one that is asked for."""

from collections.abc import Sequence

from domain.patterns import pattern_of
from domain.reader.any_trade.slots import Slotted, fits, form_of, likeness, stem_of
from domain.reader.any_trade.strange import is_of_another, own_clause, unknown_in
from domain.reader.any_trade.unclear import Strange
from domain.reader.asked import Asked, Demand
from domain.reader.masking import CODE

AMONG = pattern_of("其中|里[头面]|包括|含|[内中]有")
EACH = pattern_of("各(?:有|查|开|办|搞|报|是|为|做)?了?$")
SOME = pattern_of("[有还也另外]+")
HONOURED = pattern_of("被?[一-鿿]{0,6}(?:采用|录用|采纳|刊[发登载用]|转发|批示|表扬|推广|获奖|入选|点赞)[了过的]*$")
A_WEEK = pattern_of("[每一]周|周均")
NEW = pattern_of("(?<!更)新(?=[增建设开办培立引发])")
STOCK = pattern_of("总[数量]|存量|现有|在册")
DID = pattern_of("([一-鿿])[了的]$")
COUNTS = pattern_of("到货|交付|下线|退|撤|走了|流失|注销|扣|减|作废|重复|剔|[又再补追]|总|共|累计|全年|应")
AVERAGE = pattern_of("平均|总体|综合|整体|合计|合起来|加起来|全[院校局队站所]")


def chosen(demand: Demand, mine: Sequence[Slotted], asked: Asked) -> Sequence[Slotted]:
    """What it is the sum of, what of it is only mentioned, what is told in other words, say no more of it."""
    if any(AMONG.search(one.told.said) and CODE in one.told.said for one in mine):
        return mine  # 上半年930万, 其中二季度510万
    if form_of(demand) == "figure":
        mine = _of_figure(demand, mine, asked)
        return _in_own_words(demand, mine, asked)
    shares = [one for one in mine if one.slot == "share"]
    kept = _in_own_words(demand, _amid(shares), asked)
    return [one for one in mine if one.slot != "share" or one in kept]


def _of_figure(demand: Demand, mine: Sequence[Slotted], asked: Asked) -> Sequence[Slotted]:
    each = [one for one in mine if EACH.search(one.told.said)]
    mine = [one for one in mine if one not in each] if each else mine
    if each and not any(one.told.amount.value > each[0].told.amount.value for one in mine):
        raise Strange  # 内外妇儿各一次: of how many, nobody says
    of_a_week = [one for one in mine if A_WEEK.search(one.told.said)]
    if of_a_week and A_WEEK.search(own_clause(demand, asked)):
        mine = of_a_week  # 办了158场, 平均每周3.5场
    all_of_them = sum(one.told.amount.value for one in mine)
    sums = [one for one in mine if 2 * one.told.amount.value == all_of_them]
    if sums and len(mine) > 2:
        return sums
    if NEW.search(demand.name) and len(mine) == 1 and _is_stock(mine[0]):
        raise Strange  # 企业总数到27家: of these how many are new
    if NEW.search(demand.name) and (new := [one for one in mine if NEW.search(one.told.said)]):
        most = max(one.told.amount.value for one in new)
        mine = [one for one in mine if one in new or one.told.amount.value < most]  # 一共186名, 今年新增43名
    among = [one for one in mine if AMONG.search(one.told.said) or _is_honoured(one)]
    best = max((likeness(one.told.said, demand) for one in mine if one not in among), default=0)
    if any(0 < likeness(one.told.said, demand) <= best for one in among):
        return mine  # 引进人才16名, 其中博士9名
    heads = [one for one in mine if one not in among]
    better = [one for one in among if likeness(one.told.said, demand) > best]
    if better and all(is_of_another(one, demand, asked) for one in heads):
        mine = better  # 检查单位1320家次, 其中药店805家次
    elif not better or not any(one.told.said for one in heads):
        mine = heads or mine
    named = [one for one in mine if stem_of(demand) in one.told.said]
    if named and not any(COUNTS.search(one.told.said) for one in mine if one not in named):
        mine = named  # 再就业12000人, 城镇新增就业56003
    return [one for one in mine if one.told.amount.unit] or mine


def _is_stock(one: Slotted) -> bool:
    return bool(STOCK.search(one.told.said)) and NEW.search(one.told.said) is None


def _is_honoured(one: Slotted) -> bool:
    """5条, 有1条被采用: what became of some of them."""
    return bool(SOME.fullmatch(one.told.said) and HONOURED.match(one.told.behind))


def _amid(shares: Sequence[Slotted]) -> Sequence[Slotted]:
    """内科7.4 外科6.5 妇产4.9, 全院平均6.7: a mean lies between what it is the mean of."""
    means = [one for one in shares if AVERAGE.search(one.told.said)]
    others = [one.told.amount.value for one in shares if one not in means]
    if len(means) != 1 or len(others) < 2:
        return shares
    if not min(others) <= means[0].told.amount.value <= max(others):
        raise Strange
    return means


def _in_own_words(demand: Demand, mine: Sequence[Slotted], asked: Asked) -> Sequence[Slotted]:
    """完成50篇, 批示6篇; 授权发明专利43件, 实用新型61件: another thing beside it is another's."""
    if len({one.told.amount.value for one in mine}) < 2:
        return mine
    own = [one for one in mine if not unknown_in(DID.sub("", one.told.said), demand, asked)]
    rest = [one for one in mine if one not in own]
    is_one = len({one.told.amount.value for one in own}) == 1 and not is_of_another(own[0], demand, asked)
    return own if is_one and not any(_may_count(one, own[0], asked) for one in rest) else mine


def _may_count(one: Slotted, own: Slotted, asked: Asked) -> bool:
    """批了40个名额, 国家级5个 are still places; 考核20100人 are the whole of another demand; 退回6篇 are taken off."""
    said, demand = one.told.said, one.demand
    is_same = bool(likeness(said, demand)) or any(sign in stem_of(demand) for sign in DID.findall(said))
    is_unnamed = not likeness(own.told.said, demand) and len(unknown_in(said, demand, asked)) < 2
    is_carried = len(unknown_in(one.told.behind, demand, asked)) > 1
    is_open = any(fits(one.told, other, asked.demands) for other in asked.demands if other != demand)
    return is_same or is_unnamed or is_carried or is_open or bool(COUNTS.search(said))

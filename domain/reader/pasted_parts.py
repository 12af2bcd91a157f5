"""A table with the heads 分子 and 分母, or 应用 and 总数: by each name the part, the whole, and the share they make."""

from domain.patterns import pattern_of
from domain.reader.asked import Asked, Demand
from domain.reader.cells import Rows

PART = pattern_of(r"分子[数值项]?|(?:应用|在线)(?:[/、或](?:应用|在线))*(?:件?数|量)?")
WHOLE = pattern_of(r"分母[数值项]?|总[数量]")
SHARE = pattern_of(r"比[率例值重]|占比|百分比|结果|指标值|[应用反馈接通合格]*率|数值")
PARTS = 2


def told(rows: Rows, asked: Asked) -> str | None:
    """None where it is no such table, or where a name may be several demands'."""
    head, body = rows[0], rows[1:]
    at = {kind: [n for n, name in enumerate(head) if name_of.fullmatch(name)] for kind, name_of in HEADS.items()}
    if not body or any(len(at[kind]) != 1 for kind in ("part", "whole")) or len(at["share"]) > 1:
        return None
    if any(len(cells) != len(head) for cells in body) or len(head) > PARTS + 1 + len(at["share"]):
        return None
    demands = [_demand(cells[0], asked) for cells in body]
    if None in demands or len({one.seq for one in demands if one}) < len(demands):
        return None
    said = []
    for cells, demand in zip(body, demands, strict=True):
        assert demand is not None
        part, whole = demand.parts
        said += [f"{part.label}:{cells[at['part'][0]]}", f"{whole.label}:{cells[at['whole'][0]]}"]
        said += [f"{demand.name}:{cells[n]}" for n in at["share"] if cells[n]]
    return ";".join(said)


HEADS = {"part": PART, "whole": WHOLE, "share": SHARE}


def _demand(name: str, asked: Asked) -> Demand | None:
    pairs = [one for one in asked.demands if len(one.parts) == PARTS and one.kind != "growth"]
    found = [one for one in pairs if any(_within(name, whole) for whole in (one.name, *(p.label for p in one.parts)))]
    return found[0] if name and len(found) == 1 else None


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(sign in rest for sign in short)

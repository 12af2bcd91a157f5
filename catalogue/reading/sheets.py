"""What was read as sheets, in the notice's own order: a person reads them, corrects them and sends them back."""

from collections.abc import Iterable, Iterator

from catalogue.demands.demand import Demand
from catalogue.papers.printed import printed
from catalogue.reading.draft import Draft, DraftIndicator
from domain.notice import Doubt, UnitKind
from domain.paper import WIDEST_CELL, Sheet

INDICATORS, DEMANDS, UNITS, NOTICE = "指标", "要求", "部门", "通知"
MECHANISMS = "机制"  # of the body: proposals, shown and not taken over
HEADS = {
    INDICATORS: ("编号", "领域", "项目", "指标", "牵头部门", "责任部门", "完成时限", "分值", "备注", "存疑"),
    DEMANDS: ("编号", "序号", "要求", "比较", "数值", "单位", "周期", "时限", "原文", "存疑"),
    UNITS: ("名称", "类别", "别名", "存疑"),
    NOTICE: ("栏目", "内容", "存疑"),
    MECHANISMS: ("机制", "频次", "原文"),
}
WIDTHS = {
    INDICATORS: (8, 16, 24, 50, 14, 24, 14, 8, 16, 36),
    DEMANDS: (8, 6, 36, 8, 10, 10, 8, 12, 44, 36),
    UNITS: (24, 10, 24, 36),
    NOTICE: (12, 60, 36),
    MECHANISMS: (30, 10, 80),
}
# the column in which a doubt of an indicator stands
PLACES = {"item": "项目", "text": "指标", "lead": "牵头部门", "responsible": "责任部门", "deadline": "完成时限"}
OPS = {"=": "等于", ">=": "不低于", ">": "高于", "<": "低于", "<=": "不超过", "rank": "排名", "trend": "趋势"}
PERIODS = {
    "": "",
    "month": "每月",
    "quarter": "每季度",
    "half-year": "每半年",
    "year": "每年",
    "once": "一次",
    "continuous": "持续",
}
KINDS: dict[UnitKind, str] = {"unit": "部门", "group": "一组部门", "outside": "外单位"}


def sheets_of(draft: Draft) -> tuple[Sheet, ...]:
    sheets = (_indicators(draft), _demands(draft), _units(draft), _notice(draft))
    return (*sheets, _mechanisms(draft)) if draft.mechanisms else sheets


def _sheet(title: str, rows: Iterable[tuple[tuple[str, ...], Iterable[str]]]) -> Sheet:
    """Rows with the columns that are doubtful in each; what is said of the doubts stands in the last one."""
    head = HEADS[title]
    found = list(rows)
    doubtful = {(n, head.index(column)) for n, (_, columns) in enumerate(found) for column in columns}
    doubtful |= {(n, len(head) - 1) for n, (row, _) in enumerate(found) if row[-1]}
    cells = tuple(tuple(printed(text)[:WIDEST_CELL] for text in row) for row, _ in found)
    return Sheet(title, head, WIDTHS[title], cells, frozenset(doubtful))


def _indicators(draft: Draft) -> Sheet:
    def rows() -> Iterator[tuple[tuple[str, ...], Iterable[str]]]:
        for area in draft.areas:
            for item in area.items:
                for one in item.indicators:
                    yield _indicator(one, area.title, item.number + item.title), _columns(one.doubts)

    return _sheet(INDICATORS, rows())


def _indicator(one: DraftIndicator, area: str, item: str) -> tuple[str, ...]:
    who = "、".join(one.lead), "、".join(one.responsible)
    return (one.code, area, item, one.text, *who, one.deadline, one.points, one.notes, _reasons(one.doubts))


def _columns(doubts: Iterable[Doubt]) -> list[str]:
    return [PLACES[doubt.field] for doubt in doubts if doubt.field in PLACES]


def _reasons(doubts: Iterable[Doubt]) -> str:
    """牵头部门：牵头一栏空着（现读：立案庭）."""
    each = (f"{PLACES.get(one.field, '')}：{one.reason}（现读：{one.reading}）".lstrip("：") for one in doubts)
    return "\n".join(dict.fromkeys(each))


def _demands(draft: Draft) -> Sheet:
    return _sheet(
        DEMANDS,
        (
            (_demand(one.code, seq, demand), ("数值", "比较") if demand.doubt else ())
            for one in draft.indicators
            for seq, demand in enumerate(one.demands, 1)
        ),
    )


def _demand(code: str, seq: int, one: Demand) -> tuple[str, ...]:
    limit = one.deadline.isoformat() if one.deadline else ""
    figure = OPS[one.op], one.target, one.unit
    return (code, str(seq), one.name, *figure, PERIODS.get(one.period, one.period), limit, one.source, one.doubt)


def _units(draft: Draft) -> Sheet:
    said = {doubt.field.partition(" ")[2]: doubt for doubt in draft.doubts if " " in doubt.field}

    def reasons(name: str, aliases: tuple[str, ...]) -> str:
        found = (said[one] for one in (name, *aliases) if one in said)
        return "\n".join(f"{doubt.printed}：{doubt.reason}" for doubt in found)

    return _sheet(
        UNITS,
        (
            ((unit.name, KINDS[unit.kind], "、".join(unit.aliases), reasons(unit.name, unit.aliases)), ())
            for unit in draft.units
        ),
    )


def _notice(draft: Draft) -> Sheet:
    said = {doubt.field: doubt.reason for doubt in draft.doubts}
    values = {
        "number": ("文号", draft.number),
        "title": ("标题", draft.title),
        "issued": ("印发日期", draft.issued.isoformat() if draft.issued else ""),
        "body": ("发文单位", draft.body),
    }
    return _sheet(
        NOTICE,
        (((name, text, said.get(key, "")), ("内容",) if key in said else ()) for key, (name, text) in values.items()),
    )


def _mechanisms(draft: Draft) -> Sheet:
    rows = tuple((printed(one.name), one.cadence, printed(one.source)[:WIDEST_CELL]) for one in draft.mechanisms)
    return Sheet(MECHANISMS, HEADS[MECHANISMS], WIDTHS[MECHANISMS], rows, frozenset())

"""The sheets of departments and of the notice itself, as a person has corrected them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from catalogue.reading.amended import day_of
from catalogue.reading.cells import Row
from catalogue.reading.departments import kind_of
from catalogue.reading.draft import Draft, DraftUnit
from catalogue.reading.sheets import KINDS, NOTICE, UNITS
from domain.notice import UnitKind

Fault = Callable[[str, Row, str, str], None]  # sheet, line, column, why


def units(draft: Draft, before: Draft, rows: Sequence[Row], fault: Fault) -> tuple[DraftUnit, ...]:
    """In the order of the sheet, and behind them those that an indicator names for the first time."""
    kinds: dict[str, UnitKind] = {word: kind for kind, word in KINDS.items()}
    known = {unit.name: unit for unit in before.units}
    found: list[DraftUnit] = []
    seen: set[str] = set()
    for row in rows:
        if not row.cells["名称"]:
            fault(UNITS, row, "名称", "没有写名称")
            continue
        if row.cells["类别"] not in kinds:
            fault(UNITS, row, "类别", f"“{row.cells['类别']}”应是 {'、'.join(kinds)} 之一")
            continue
        name = row.cells["名称"]
        aliases = [one for one in row.cells["别名"].split("、") if one not in ("", name)]
        if row.was and row.is_changed("名称"):
            aliases.append(row.was["名称"])
        was = known[row.was["名称"]] if row.was else DraftUnit("")
        whole = replace(was, name=name, kind=kinds[row.cells["类别"]], aliases=tuple(dict.fromkeys(aliases)))
        for again in seen.intersection((name, *aliases)):
            fault(UNITS, row, "名称" if again == name else "别名", f"“{again}”写了两次")
        seen.update((name, *aliases))
        found.append(whole)
    named = {name for unit in found for name in (unit.name, *unit.aliases)}
    printed = dict.fromkeys(name for one in draft.indicators for name in (*one.lead, *one.responsible))
    return (*found, *(DraftUnit(name, kind_of(name)) for name in printed if name not in named))


def with_notice(draft: Draft, before: Draft, lines: Sequence[Row], fault: Fault) -> Draft:
    """Number, title, day and body as they were typed over; of all that was changed the doubts are settled."""
    rows = {row.cells["栏目"]: row for row in lines}
    changed = {name: row.cells["内容"] for name, row in rows.items() if row.was and row.is_changed("内容")}
    issued = draft.issued
    if "印发日期" in changed:
        issued = day_of(changed["印发日期"])
        if issued is None:
            fault(NOTICE, rows["印发日期"], "内容", f"“{changed['印发日期']}”不是日期，请写成 2026-03-01")
    fields = {"文号": "number", "标题": "title", "印发日期": "issued", "发文单位": "body"}
    settled = {fields[name] for name in changed if name in fields}
    gone = _names_gone(before, draft)
    return replace(
        draft,
        number=changed.get("文号", draft.number),
        title=changed.get("标题", draft.title),
        body=changed.get("发文单位", draft.body),
        issued=issued,
        doubts=tuple(d for d in draft.doubts if d.field not in settled and d.field.partition(" ")[2] not in gone),
    )


def _names_gone(before: Draft, after: Draft) -> set[str]:
    """Departments that were changed or taken out: what was doubted of them is settled."""
    there = {(unit.name, unit.kind, unit.aliases) for unit in after.units}
    changed = [unit for unit in before.units if (unit.name, unit.kind, unit.aliases) not in there]
    return {name for unit in changed for name in (unit.name, *unit.aliases)}

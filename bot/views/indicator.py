"""An indicator with its basis: why its verdict is what it is."""

from datetime import date

from bot.translator import Translator
from bot.views import balls, course, gone, names, order_lists, pace
from bot.views.message import Button, Message, cut, lines, rows
from domain.facts import overview
from domain.facts.drill import Gone
from domain.figures import written
from domain.kinds import DATED, DRAWN

ENTRIES = 5
BALLS = 3
LABEL = 24  # signs on a button
NAMED = 12  # departments


def indicator(facts: overview.IndicatorView | Gone, t: Translator) -> Message:
    if isinstance(facts, Gone):
        return gone.gone(facts, t)
    labels = [_label_of(line, facts.code, t) for line in facts.tasks]
    histories = [
        Button(cut(label, LABEL), "history", line.task_id) for label, line in zip(labels, facts.tasks, strict=True)
    ]
    if facts.periods > len(facts.tasks):
        histories.append(Button(t("All periods: {n}", n=facts.periods), "periods", f"{names.key(facts.code)}-1"))
    return Message(
        lines(
            f"{facts.code} {facts.title}　{names.verdict(t, facts.verdict)}",
            t("Basis: {notice}, {area}{item}", notice=facts.notice, area=facts.area, item=facts.item),
            t("Printed: {text}", text=cut(facts.text, course.SHOWN)) if facts.text else None,
            t("Lead: {lead}; responsible: {units}", lead=facts.lead, units=_units(facts.responsible, t)),
            *(_requirement(row, t) for row in facts.requirements),
            *(t("Filed without {units} (receipt {number})", units=units, number=n) for n, units in facts.without),
            *_ends(facts, t),
            *(_doubt(row, t) for row in facts.doubts),
            *(f"{names.matter(t, title, period)}：{balls.ball(one, t)}" for title, period, one in facts.waits[:BALLS]),
            *(order_lists.issued(line, t) for line in facts.orders),
            t("Urged by hand: {n}, last on {moment}", n=facts.urged[0], moment=t.moment(facts.urged[1]))
            if facts.urged
            else None,
            *(_extended(line, t) for line in facts.tasks if line.first_due),
            t("Who may change it: figures {lead}, definitions and benchmarks the office.", lead=facts.lead),
        ),
        (*rows(*histories, width=2), *rows(*_benchmarks(facts, t), width=1), *rows(*_picture(facts, t))),
    )


def _label_of(line: overview.TaskLine, code: str, t: Translator) -> str:
    """Of several departments by department and period: what it is stands above."""
    if line.unit and line.period and f"（{code}）" in line.title:
        return names.joined(t, line.unit, names.period(t, line.period))
    return names.joined(t, line.unit, names.matter(t, line.title, line.period))


def _picture(facts: overview.IndicatorView, t: Translator) -> list[Button]:
    """Where something of it goes over a year: a count, or a reading; a rank or a day that is on record."""
    if not any(row.kind in DRAWN or (row.kind in DATED and (row.field or row.words)) for row in facts.requirements):
        return []
    return [Button(t("Its course"), "curve", names.key(facts.code))]


def _ends(facts: overview.IndicatorView, t: Translator) -> list[str]:
    """Periods that are closed."""
    closed = [line for line in facts.tasks if line.state in ("struck", "settled")]
    return [f"{names.period(t, line.period)}：{names.state(t, line.state, 0)}" for line in closed]


def _units(units: tuple[str, ...], t: Translator) -> str:
    """A notice may name each department of a large house."""
    more = len(units) - NAMED
    shown = [*units[:NAMED], t("{n} more", n=more)] if more > 0 else list(units)
    return t.items(shown)


def _extended(line: overview.TaskLine, t: Translator) -> str:
    assert line.first_due is not None
    days = {"first": t.short_day(line.first_due), "day": t.day(line.due)}
    return t("{matter}: limit moved from {first} to {day}", matter=names.matter(t, line.title, line.period), **days)


def _benchmarks(facts: overview.IndicatorView, t: Translator) -> list[Button]:
    """For the office: whatever the notice leaves to be measured from outside."""
    external = [row for row in facts.requirements if row.external] if facts.office else []
    return [Button(t("Benchmark: {name}", name=row.name), "benchmark", row.requirement_id) for row in external]


def _requirement(row: overview.RequirementLine, t: Translator) -> str:
    """Name, target, verdict; below it what it was made of. Inferred figures and the office's periods are marked."""
    target = names.target(row.op, row.target, row.unit)
    marks = [t("suggested") if row.suggested else None, t("period set by the office") if row.office_set else None]
    mark = names.joined(t, *marks)
    said = value(row, t)
    now = t(", now {value}", value=said) if said else ""
    verdict = "" if row.kind == "rank" and row.cutoff is None and said else "　" + names.verdict(t, row.verdict)
    first = f"· {row.name}{target}{now}" + (f"（{mark}）" if mark else "") + verdict
    return lines(first, *(f"　{part}" for part in (_rule(row, t), _pace(row, t), *_basis(row, t)) if part))


def _pace(row: overview.RequirementLine, t: Translator) -> str | None:
    return pace.line(row.pace, row.unit, t) if row.pace else None


def _basis(row: overview.RequirementLine, t: Translator) -> tuple[str | None, ...]:
    return _inputs(row, t), _sources(row, t), _coming(row, t)


def value(row: overview.RequirementLine, t: Translator) -> str | None:
    if row.nothing:
        return t("nothing of the kind")
    if row.value is None:
        return None
    match row.kind:
        case "rank":
            return t("rank {place} of {of}", place=row.value, of=row.field)
        case "practice":
            return t("in place") if row.value else t("not in place")
        case "milestone":
            return t.full_day(date.fromisoformat(row.words)) if row.words else t("not done")
        case "all" | "growth":
            return f"{written(row.value, percent=True)}%"
        case "trend":
            percent = len(row.inputs) == 4
            return written(row.value, percent=percent) + ("%" if percent else names.spaced(row.inputs[0][2]))
    if row.unit in ("%", "‰"):  # a share is said in percent
        return f"{written(row.value, percent=True)}%"
    return written(row.value, percent=False) + names.spaced(row.unit.partition("/")[0])


def _rule(row: overview.RequirementLine, t: Translator) -> str | None:
    """What it is measured by where the notice alone does not say."""
    if row.kind == "rank":
        if row.cutoff is None:
            return t("Which ranks are in front is not decided; the rank is shown alone.") if row.value else None
        if row.cutoff < 1:
            return t("In front: the first {share} of all.", share=f"{written(row.cutoff, percent=True)}%")
        return t("In front: the first {cutoff}.", cutoff=row.cutoff)
    if row.before is not None:
        percent = row.kind == "growth" or len(row.inputs) == 4
        before = written(row.before, percent=percent) + ("%" if percent else "")
        return t("A year before: {value}.", value=before)
    if row.benchmark:
        value, source, day = row.benchmark
        shown = f"{written(value, percent=row.unit == '%')}{names.spaced(row.unit)}"
        return t("Benchmark {value}, {source}, {day}.", value=shown, source=source, day=t.full_day(day))
    return None


def _coming(row: overview.RequirementLine, t: Translator) -> str | None:
    """What was reported last is judged by the rule of its time."""
    if row.coming is None:
        return None
    *wanted, since = row.coming
    return t("From {day} on:{target}", day=t.full_day(since), target=names.target(*wanted) or f" {row.name}")


def _inputs(row: overview.RequirementLine, t: Translator) -> str | None:
    named = [(_label(label, t), value, unit) for label, value, unit in row.inputs]
    made_of = [f"{label} {written(value, percent=False)}{names.spaced(unit)}" for label, value, unit in named]
    entries = [names.joined(t, t.short_day(day), title or None) for day, title, _ in row.entries[:ENTRIES]]
    more = len(row.entries) - ENTRIES
    entries += [t("and {n} more", n=more)] if more > 0 else []
    entries += [t("{n} of them count elsewhere too", n=row.shared)] if row.shared else []
    happened = row.words if row.kind in ("attestation", "rank", "entries") else None
    return names.clauses(t, t.items(made_of) or None, "；".join(entries) or None, happened or None) or None


def _label(label: str, t: Translator) -> str:
    """The figures of the monthly round have no name in the notice."""
    return {"should": t("should file"), "filed": t("have filed")}.get(label) or names.quantity(t, label)


def _sources(row: overview.RequirementLine, t: Translator) -> str | None:
    """Of which periods, and by which reports, with their dates."""
    if not row.receipts:
        return None
    first, last = row.periods[0], row.periods[-1]
    span = names.period(t, last) if first == last else f"{names.period(t, first)}—{names.period(t, last)}"
    number, at = row.receipts[-1]
    receipt = t("receipt {number} ({day})", number=number, day=t.moment(at))
    more = t("{n} reports, the last one {receipt}", n=len(row.receipts), receipt=receipt)
    stale = t("a newer period is overdue") if row.stale else None
    return names.joined(t, span, receipt if len(row.receipts) == 1 else more, _share_alone(row, t), stale)


def _share_alone(row: overview.RequirementLine, t: Translator) -> str | None:
    if not row.share_alone:
        return None
    return t("the share alone") if row.value is not None else t("shares alone, which cannot be added up")


def _doubt(row: overview.DoubtLine, t: Translator) -> str:
    field = names.place(t, row.field)
    if row.who and row.on:
        settled = {"who": row.who, "day": t.short_day(row.on)}
        return t("Settled: {field}, {reading} ({who}, {day})", field=field, reading=row.reading, **settled)
    return t(
        "In doubt ({field}): printed {printed}; read as {reading}",
        field=field,
        printed=row.printed or "—",
        reading=row.reading,
    )

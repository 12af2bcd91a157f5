"""What a figure is measured by: asked for, looked at, kept."""

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from domain.facts import overview
from domain.figures import written


def benchmark(facts: overview.BenchmarkView, t: Translator) -> Message:
    title = t("[Benchmark] {name} ({code})", name=facts.name, code=facts.code)
    if facts.proposed:
        value, source, day = facts.proposed
        shown = f"{written(value, percent=facts.unit == '%')}{names.spaced(facts.unit)}"
        what = t("Benchmark {value}, {source}, {day}.", value=shown, source=source, day=t.full_day(day))
        if facts.kept:
            return Message(lines(title, t("Entered: {what}", what=what)), (_why(facts, t),))
        keep = Button(t("Correct, enter it"), "benchmark-keep", f"{facts.requirement_id}-{facts.note_id}")
        return Message(lines(title, t("Please check: {matter}", matter=what)), ((keep, *_why(facts, t)),))
    now = None
    if facts.current:
        now = t("In force: {source}, {day}", source=facts.current[0], day=t.full_day(facts.current[1]))
    problem = PROBLEMS[facts.problem](t) if facts.problem else None
    how = t("Please reply with value, source and date, for example: 78.5%, circular of the High Court, 20 January 2027")
    return Message(lines(title, problem, now, how), (_why(facts, t),))


def _why(facts: overview.BenchmarkView, t: Translator) -> tuple[Button, ...]:
    return (Button(facts.code, "indicator", names.key(facts.code)),)


PROBLEMS = {
    "benchmark-value": lambda t: t("The value could not be read with certainty; a percentage is written with %."),
    "benchmark-day": lambda t: t("On which day was it published? Please write the date."),
    "benchmark-source": lambda t: t("Who published it? Please write the source."),
    "not-yet": lambda t: t("That day is still to come. Please check the date."),
    "no-such-day": lambda t: t("There is no such day. Please write the date again."),
    "about-day": lambda t: t("Please write the exact date, for example 3 November."),
}

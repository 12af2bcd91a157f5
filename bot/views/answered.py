"""What was reported, and the files that prove it."""

from bot.translator import Translator
from bot.views import checks, names, pages
from bot.views.forms import REVIEWS
from bot.views.message import NUMBERS, Button, File, Message, cut, lines
from domain.facts import drill
from domain.facts.checks import Look
from domain.paper import Kept

NAME = 40  # signs of a file's name in a line
MEGABYTE = 1024 * 1024


def report(facts: drill.ReportView, t: Translator) -> Message:
    matter = names.joined(t, facts.unit, names.matter(t, facts.line.title, facts.line.period))
    entries = [f"{number} {_file(file, t)}" for number, file in zip(NUMBERS, facts.files, strict=False)]
    return Message(
        lines(
            matter,
            *(_answer(facts, facts.look, t) if facts.look else [t("Nothing has been reported yet.")]),
            *([t("Proof: {n}", n=facts.leaf.n), *entries] if entries else []),
        ),
        (
            *pages.opens(facts.files, lambda number, file: Button(number, "proof", file.proof_id)),
            *pages.turn(facts.leaf, lambda label, page: Button(label, "report", f"{facts.task_id}-{page}")),
        ),
    )


def _answer(facts: drill.ReportView, look: Look, t: Translator) -> list[str | None]:
    return [
        _stands(facts, look, t),
        *checks.answers(look, t),
        t("Confirmed by {title}.", title=look.confirmed) if look.confirmed else None,
        _reviewed(facts, t),
    ]


def _stands(facts: drill.ReportView, look: Look, t: Translator) -> str:
    how = t("withdrawn") if facts.withdrawn else t("on time") if look.on_time else t("late")
    return t(
        "Version {version}, receipt {number}, {who}, {moment}, {how}",
        version=facts.version,
        number=facts.number,
        who=look.by,
        moment=t.moment(look.at),
        how=how,
    )


def _reviewed(facts: drill.ReportView, t: Translator) -> str | None:
    if not facts.review:
        return None
    return names.joined(t, REVIEWS[facts.review](t), facts.reason or None)


def _file(file: drill.ProofLine, t: Translator) -> str:
    size = t("{n} MB", n=round(file.size / MEGABYTE, 1)) if file.size and file.size > MEGABYTE / 10 else None
    coming = t("being fetched") if file.state == "wanted" else None
    return names.joined(t, cut(file.name, NAME), size, t.short_day(file.at.astimezone(t.zone).date()), coming)


def proof(facts: drill.Proof, t: Translator) -> Message:
    """The file itself."""
    matter = names.matter(t, facts.title, facts.period)
    caption = t("Proof: {unit}, {matter}", unit=facts.unit, matter=matter)
    return Message(caption, file=File(facts.name, "proof", Kept(facts.name, facts.hash)))


def missing(facts: drill.Missing, t: Translator) -> Message:
    proof = facts.proof
    what = t(
        'The file "{name}" ({unit}, {matter}) is not there as it was kept, and cannot be sent.',
        name=cut(proof.name, NAME),
        unit=proof.unit,
        matter=names.matter(t, proof.title, proof.period),
    )
    known = t("Known since {moment}; it is on the list of python -m bot doctor.", moment=t.moment(facts.since))
    return Message(
        lines(what, known, t("Please turn to {office}, or ask {unit} to send it once more.", unit=proof.unit))
    )

"""Documents made of the records: which there are, one of them, and how far it is."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import names
from bot.views.ledger import NUMERALS
from bot.views.message import Button, File, Message, lines, rows
from domain.facts import cabinet
from domain.paper import Made, Wanted

CELLS = 10  # of the bar
NAMES: dict[str, Callable[[Translator], str]] = {
    "bulletin": lambda t: t("monthly bulletin"),
    "ledger": lambda t: t("ledger"),
    "order": lambda t: t("order sheet"),
    "calendar": lambda t: t("calendar"),
    "evidence": lambda t: t("proof bundle"),
}


def shelf(facts: cabinet.Shelf, t: Translator) -> Message:
    buttons = [Button(NAMES[name](t), "export", name) for name in facts.names]
    return Message(t("Which document? It is made of the records as they are now."), rows(*buttons, width=2))


def export(facts: cabinet.Export, t: Translator) -> Message:
    """Sent once it is made; until then its facts are what it is made of."""
    name = file_name(facts.name, facts.which, t.full_day(facts.today), facts.suffix, t)
    if not facts.sha256:
        return Message(name, file=File(name, "export", Wanted(facts.name, facts.which, t.language, facts.person_id)))
    text = lines(
        names.joined(t, NAMES[facts.name](t), t("As of {moment}", moment=t.moment(facts.at))),
        t("SHA-256: {hash}; taken down on the trail.", hash=facts.sha256[:16]),
        names.sealed(facts.seal, t) if facts.seal else None,
    )
    return Message(text, file=File(name, "made", Made(facts.number)))


def file_name(name: str, which: str, day: str, suffix: str, t: Translator) -> str:
    of = which.replace("-", ".") if name == "evidence" else ""
    return f"{NAMES[name](t)}{of}_{day}.{suffix}".replace(" ", "_").replace("/", "_")


def nothing(name: str, t: Translator) -> str:
    return t("{name}: there is nothing to put into it yet.", name=NAMES[name](t))


def making(facts: cabinet.Making, t: Translator) -> Message:
    name = NAMES[facts.name](t)
    match facts.outcome:
        case "":
            return Message(bar(name, facts.done, facts.of, t))
        case "made":
            return Message(bar(name, 1, 1, t))
        case "too-large":
            return _too_large(facts, name, t)
        case "nothing":
            return Message(nothing(facts.name, t))
    return Message(t("{name}: it could not be made just now. Please ask for it again later.", name=name))


def bar(name: str, done: int, of: int, t: Translator) -> str:
    """台账：正在整理 ■■■■□□□□□□ 40%"""
    share = done * 100 // of if of else 0
    cells = share * CELLS // 100
    shown = "■" * cells + "□" * (CELLS - cells)
    return t("{name}: being made {bar} {share}", name=name, bar=shown, share=f"{share}%")


def _too_large(facts: cabinet.Making, name: str, t: Translator) -> Message:
    """By area where that may help; whole on the machine of the records."""
    text = t("{name}: {n} MB, more than a chat can take.", name=name, n=facts.megabytes)
    buttons = [Button(_numeral(area), "export", f"evidence-{area}") for area in facts.areas]
    by_area = t("It can be had area by area.") if buttons else None
    whole = t("Whole, on the server: {command}", command=f"python -m bot export {facts.name}")
    return Message(lines(text, by_area, whole), rows(*buttons, width=4))


def _numeral(area: int) -> str:
    return NUMERALS[area - 1] if area <= len(NUMERALS) else str(area)

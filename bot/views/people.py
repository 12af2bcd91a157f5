"""Who comes in, who holds what."""

from collections.abc import Callable

from bot.translator import Translator
from bot.views import names
from bot.views.message import Button, Message, lines
from domain.facts import people


def stranger(facts: people.Stranger, t: Translator) -> Message:
    return Message(t("This account is for internal work only."))


def leave(facts: people.Leaving, t: Translator) -> Message:
    return Message("", leave=True)


def welcome(facts: people.Welcome, t: Translator) -> Message:
    titles = t.items(list(facts.titles))
    said = t("You are registered as {titles}.", titles=titles)
    said = lines(said, GROUNDS[facts.ground](t) if facts.ground else None)
    if not facts.director:
        what = t("Tasks will come here in time; what you hold: /tasks") if facts.answers else None
        overview = t("The overview: /status") if not facts.answers else None
        none = None if facts.published else names.unpublished(t)
        return Message(lines(said, what, overview, none))
    if not facts.published:
        return Message(
            lines(
                said,
                t("No notice has been published yet. Send me its file (Word, Excel, web page or text), or type 导入."),
                t("I read it and show what is doubtful; departments and posts come out of it."),
                t("Add me to the leading group's chat and send /start there.") if not facts.room_bound else None,
            ),
        )
    invite = t("Invite the contacts of the departments ({n} still missing): /people", n=facts.vacant)
    steps = [
        invite if facts.vacant else None,
        t("Add me to the leading group's chat and send /start there.") if not facts.room_bound else None,
        t("Settle how {n} doubtful places of the notice are to be read.", n=facts.doubts) if facts.doubts else None,
        t("When the contacts are in, assign the indicators.") if not facts.given else None,
    ]
    numbered = [f"{n}. {step}" for n, step in enumerate((step for step in steps if step), 1)]
    buttons = [Button(t("People"), "people", 1)]
    if facts.doubts:
        buttons.append(Button(t("To settle {n}", n=facts.doubts), "doubts"))
    if not facts.given:
        buttons.append(Button(t("Assign the indicators"), "giving"))
    return Message(lines(said, *numbered), (tuple(buttons),))


GROUNDS: dict[str, Callable[[Translator], str]] = {
    "office": lambda t: t("A seat of {office}: it passes with the post, without a new paper."),
    "group": lambda t: t("A seat of the leading group: {office} confirms who takes it."),
}


def giving(facts: people.Giving, t: Translator) -> Message:
    """It cannot be taken back: what it means stands before it."""
    missing = None
    if facts.vacant:
        missing = t(
            "{n} of them have no contact yet and are told as soon as they have: {units}",
            n=len(facts.vacant),
            units=t.items(list(facts.vacant)),
        )
    return Message(
        lines(
            t("Assign {n} indicators to {units} departments?", n=facts.indicators, units=facts.units),
            t("Basis: {notice}", notice=facts.notice),
            missing,
        ),
        ((Button(t("Assign them"), "give"), Button(t("Back"), "people", 1)),),
    )


def claim(facts: people.Claim, t: Translator) -> Message:
    """Name and number are shown: the director knows the person, the machine does not."""
    result = {"waiting": None, "confirmed": t("Confirmed."), "refused": t("Refused.")}[facts.state]
    waiting = facts.state == "waiting"
    return Message(
        lines(
            t("Someone wants to take the post of {title}.", title=facts.title),
            t("Number: {id}", id=facts.telegram_id),
            t("Calls itself: {name}", name=" ".join(facts.name.split())[:40]),
            t("{holder} would leave this post.", holder=facts.holder) if facts.holder and waiting else None,
            GROUNDS[facts.ground](t) if facts.ground and facts.state != "refused" else None,
            _twin(facts, t),
            t("Waits for another of the office to agree.") if facts.asked else None,
            result or t("Please confirm only whom you know to be this person."),
        ),
        _claim_buttons(facts, t),
    )


def _twin(facts: people.Claim, t: Translator) -> str | None:
    """Nothing of the leading group passes silently."""
    if not facts.twin or facts.state == "refused":
        return None
    return t(
        "The one before is {title} in the leading group too; that seat passes only with your word.", title=facts.twin
    )


def _claim_buttons(facts: people.Claim, t: Translator) -> tuple[tuple[Button, ...], ...]:
    if facts.state == "waiting":
        refuse = Button(t("Not this person"), "refuse", facts.invite_id)
        return ((refuse,),) if facts.asked else ((Button(t("Confirm"), "confirm", facts.invite_id), refuse),)
    if facts.state == "confirmed" and facts.twin:
        return ((Button(t("Takes this seat too: {title}", title=facts.twin), "take-twin", facts.invite_id),),)
    return ()


def invitation(facts: people.Invitation, t: Translator) -> Message:
    if not facts.link:
        return Message(t("[Invitation] {title}", title=facts.title))
    return Message(
        lines(
            t("[Invitation] {title}", title=facts.title),
            facts.link,
            t("Please pass it on in person. It works once, until {moment}.", moment=t.moment(facts.expires)),
        )
    )


def room_offer(facts: people.RoomOffer, t: Translator) -> Message:
    if facts.bound:
        return Message(t("This chat is bound: the weekly report is issued here."))
    return Message(
        t("Is this the leading group's chat? If so, the weekly report will be issued here."),
        ((Button(t("Bind"), "bind"), Button(t("Do not bind"), "unbound")),),
    )


def unreachable(facts: people.Unreachable, t: Translator) -> Message:
    titles = t.items(list(facts.titles))
    return Message(
        t(
            "{titles} can no longer be reached here. Please ask them to open the chat again, or invite a successor.",
            titles=titles,
        ),
        ((Button(t("People"), "people", 1),),),
    )


def objection(facts: people.Objection, t: Translator) -> Message:
    if facts.words is not None:
        said = t("{title} writes about the assignment to {unit}:", title=facts.title, unit=facts.unit)
        return Message(lines(said, facts.words))
    return Message(
        t(
            "{title} objects to the assignment to {unit}. Please speak with them; until then it stands.",
            title=facts.title,
            unit=facts.unit,
        )
    )

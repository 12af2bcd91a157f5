"""代岗: who acts for whom, from when to when."""

from bot.translator import Translator
from bot.views.message import Button, Message, lines
from domain.facts import checks, personal


def line(facts: personal.Absence, t: Translator) -> str:
    days = {"since": t.short_day(facts.since), "until": t.short_day(facts.until)}
    return t("{since} to {until}: {acting} acts for {title}", acting=facts.acting, title=facts.title, **days)


def buttons(found: tuple[personal.Absence, ...], may_be_away: bool, t: Translator) -> tuple[tuple[Button, ...], ...]:
    """To end what is planned or runs, and to say that one is away."""
    ends = [Button(t("End: {title}", title=one.title), "back-again", one.request_id) for one in found]
    away = [Button(t("I will be away"), "absent")] if may_be_away else []
    return tuple((button,) for button in (*ends, *away))


def done(facts: checks.Done, t: Translator) -> Message:
    assert facts.since is not None
    assert facts.day is not None
    which = {"title": facts.unit, "acting": facts.title}
    days = {"since": t.day(facts.since), "until": t.day(facts.day)}
    if facts.state == "dropped":
        return Message(t("{acting} no longer acts for {title}.", **which))
    return Message(
        lines(
            t("From {since} to {until} {acting} acts for {title}.", **which, **days),
            t("Reminders and questions go there meanwhile; what is open: /tasks"),
        ),
        ((Button(t("End it"), "back-again", facts.request_id),),),
    )

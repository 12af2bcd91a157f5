"""A report that is to be taken back: looked at before it counts no more."""

from bot.translator import Translator
from bot.views import forms
from bot.views.message import Button, Message, lines
from domain.facts import work


def withdrawal(facts: work.Withdrawal, t: Translator) -> Message:
    filed, task = facts.filed.receipt, facts.filed.task
    if filed.withdrawn:
        return forms.withdrawn(facts.filed, t)
    if filed.stale:
        return Message(lines(forms.named(facts.filed, t), t("A newer version stands.")))
    if task.locked:
        return Message(lines(forms.named(facts.filed, t), t("This period is locked.")))
    others = [
        Button(t("Instead: {title}", title=title), "withdraw-other", report_id) for report_id, title in facts.others
    ]
    return Message(
        lines(
            t("Withdraw: {what}.", what=forms.named(facts.filed, t)),
            _then(facts, t),
            _late(facts, t),
            t("Filed together with it; each is withdrawn by itself:") if others else None,
        ),
        (
            (
                Button(t("Withdraw it"), "withdraw", filed.report_id),
                Button(t("Leave it"), "keep-filed", filed.report_id),
            ),
            *((other,) for other in others),
        ),
    )


def _then(facts: work.Withdrawal, t: Translator) -> str:
    """What holds once it is withdrawn."""
    if facts.again:
        moment = t.moment(facts.again.at)
        return t("Then the version before it is in force again, filed on {moment}.", moment=moment)
    if isinstance(facts.filed.task.form, work.Meeting | work.Register):
        return t("Then it counts no more.")
    return t("Then it counts as not filed.")


def _late(facts: work.Withdrawal, t: Translator) -> str | None:
    """Whoever only mends a figure keeps the day on which it was filed."""
    correctable = forms.FORMS[type(facts.filed.task.form)].CORRECTABLE
    if facts.again or facts.filed.task.left >= 0 or not facts.filed.receipt.on_time or not correctable:
        return None
    return t("The limit has passed: filed anew it is late. To correct it, reply to this message instead.")

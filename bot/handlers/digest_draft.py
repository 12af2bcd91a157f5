"""The draft of the weekly report: 签发, 暂缓, 加批注, 不列. For the director, or whoever acts for the director."""

from bot.context import Context
from bot.handlers.words import Handle, button, for_director
from services import previewing, requesting


def draft(context: Context) -> None:
    if code := previewing.show_again(context.office, context.press.number, context.who.telegram_id):
        context.toast(code)


def issue(context: Context) -> None:
    context.toast(previewing.issue(context.office, context.press.number, context.press.rev))


def hold(context: Context) -> None:
    context.toast(previewing.hold(context.office, context.press.number, context.press.rev))


def unnote(context: Context) -> None:
    context.toast(previewing.unnote(context.office, context.press.number, context.press.rev))


def rows(context: Context) -> None:
    number, page = context.press.id.split("-")
    context.show("digest-rows", {"digest": int(number), "page": int(page)})


def relist(context: Context) -> None:
    number, task_id = (int(part) for part in context.press.id.split("-"))
    context.toast(previewing.relist(context.office, number, context.press.rev, task_id))
    context.show("digest-rows", {"digest": number})


def asks(kind: str) -> Handle:
    """What has to be written first: the note, the reason why a row is left out."""

    def ask(context: Context) -> None:
        number = int(context.press.id.partition("-")[0])
        if problem := previewing.obstacle_to(context.office, number, context.press.rev):
            context.toast(problem)
            return None if kind == "digest-note" else context.show("digest-rows", {"digest": number})
        request = requesting.begin(context.office, kind, None, subject=context.press.id)
        context.say(*requesting.follow(context.office, request))

    return for_director(ask)


HANDLERS = [
    button("digest-draft", for_director(draft)),
    button("digest-issue", for_director(issue)),
    button("digest-hold", for_director(hold)),
    button("digest-note", asks("digest-note")),
    button("digest-unnote", for_director(unnote)),
    button("digest-rows", for_director(rows)),
    button("digest-leave", asks("digest-leave")),
    button("digest-relist", for_director(relist)),
]

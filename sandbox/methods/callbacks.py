from sandbox.arguments import Arguments, Method, boolean, integer, string
from sandbox.errors import bad
from sandbox.limits import CALLBACK_ANSWER
from sandbox.text import units
from sandbox.world import World


def answer(world: World, a: Arguments) -> bool:
    if units(a.get("text", "")) > CALLBACK_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    told = {"text": a.get("text", ""), "show_alert": a.get("show_alert", False), "url": a.get("url", "")}
    if not world.queries.answer(a["callback_query_id"], world.now().timestamp(), told):
        raise bad("query is too old and response timeout expired or query ID is invalid")
    return True


METHODS = (
    Method(
        "answerCallbackQuery",
        answer,
        needs={"callback_query_id": string},
        takes={"text": string, "show_alert": boolean, "url": string, "cache_time": integer},
    ),
)

"""What 取消 and 撤回 have dropped, by its name: nobody should have to guess what is gone and what is not."""

from collections.abc import Callable
from typing import Any

from bot.translator import Translator
from bot.views import names

Data = Any
KINDS: dict[str, Callable[[Translator], str]] = {
    "extension": lambda t: t("the request for an extension"),
    "passing": lambda t: t("passing it on"),
    "absence": lambda t: t("the absence"),
    "return": lambda t: t("giving it back"),
    "refusing": lambda t: t("the refusal"),
}


def draft(t: Translator, data: Data) -> str:
    matter = names.matter(t, data["title"], data["period"])
    if data["filed"]:
        return t("Dropped: what was begun of {matter}. What was filed stays as it is.", matter=matter)
    return t("Dropped: what was begun of {matter}. Nothing of it has been filed.", matter=matter)


def request(t: Translator, data: Data) -> str:
    return t("Dropped: {what}. Everything else stays as it was.", what=_what(t, data))


def _what(t: Translator, data: Data) -> str:
    kind = KINDS.get(data.get("kind", ""))
    what = kind(t) if kind else t("this step")
    return names.joined(t, what, names.matter(t, data["title"], data["period"]) if data.get("title") else None)

"""The way down in one message, and up again: the pages above are kept with the message that shows the one below.

A page without a picture of its own stands under that of the nearest page above it.
"""

from typing import Any

from db.tables import Outbox

Args = dict[str, Any]
Page = tuple[str, Args]
PAGES = frozenset(
    {
        "status", "units", "unit", "indicators", "areas", "area", "indicator", "periods", "matters", "reds", "history",
        "report", "orders", "order-units", "month", "curve", "year",
    }
)  # fmt: skip
PICTURED = ("status", "curve", "year")  # pages that have a picture
TOP: Page = ("status", {})
DEEPEST = 8  # pages that one leads back to


def is_page(under: Outbox | None) -> bool:
    return under is not None and under.kind in PAGES


def has_picture(under: Outbox | None) -> bool:
    return under is not None and bool((under.params or {}).get("photo"))


def above(args: Args) -> list[Page]:
    """What leads to this page, the top first."""
    return [(kind, shown) for kind, shown in args.get("way", ())]


def down(under: Outbox | None, kind: str, args: Args) -> Args:
    """Of a page that a button on another one opens: with the way to it.

    Turned over it is the same page; and a page that was passed on the way is gone back to.
    """
    if under is not None and under.kind == "digest":  # what it shows is of its week: below it is today
        return args | {"way": [list(TOP)]}
    if under is None or under.kind not in PAGES:
        return args
    way = above(under.args)
    before = _page(under.kind, under.args)
    if not _same(before, (kind, args)):
        way.append(before)
    passed = next((n for n, page in enumerate(way) if _same(page, (kind, args))), len(way))
    return args | {"way": [list(page) for page in way[:passed][-DEEPEST:]]}


def picture(args: Args) -> Page | None:
    """The nearest page above that has one."""
    found = (page for page in reversed(above(args)) if page[0] in PICTURED and not page[1].get("words"))
    return next(found, None)


def up(under: Outbox) -> Page | None:
    """The page that one came from, as it was turned then; None at the top."""
    way = above(under.args)
    if not way:
        return None
    kind, args = way[-1]
    return kind, args | {"way": [list(page) for page in way[:-1]]}


def _page(kind: str, args: Args) -> Page:
    return kind, {key: value for key, value in args.items() if key != "way"}


def _same(one: Page, other: Page) -> bool:
    return one[0] == other[0] and _subject(one[1]) == _subject(other[1])


def _subject(args: Args) -> Args:
    return {key: value for key, value in args.items() if key not in ("page", "month", "way", "part")}

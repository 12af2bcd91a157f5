"""All pages below the overview, as the director reads them under its picture."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from sqlmodel import col, select

from bot import ways
from bot.desk import Desk
from bot.rendering import CAPTION_LIMIT
from bot.views.fold import size
from db.queries import notices, people
from db.tables import Outbox, Task
from domain.facts.drill import FILTERS
from services.office import Office

PAGES = range(1, 4)
BOARD = {"kind": "board"}


def walk(desk: Desk, on: date, of_each: int | None = None) -> int:
    """How many pages there are, with `of_each` newest tasks; none is too long, and what is folded is all there."""
    now = datetime.combine(on, time(18), desk.rules.hours.zone)
    seen = 0
    for kind, args in _pages(desk.office(now, "walk"), of_each):
        _read(desk, now, kind, args | {"way": [list(ways.TOP)]})
        seen += 1
    return seen


def _pages(office: Office, of_each: int | None) -> Iterator[tuple[str, dict[str, Any]]]:
    indicators = notices.indicators(office.session, notices.current(office.session).id)
    yield "month", {}
    yield "order-units", {}
    for page in PAGES:
        yield "units", {"page": page}
        yield "areas", {"page": page}
        yield "reds", {"unit": 0, "area": 0, "page": page}
        yield "orders", {"which": "open", "unit": 0, "page": page}
        yield from (("matters", {"which": which, "unit": 0, "page": page}) for which in FILTERS)
        yield from (("area", {"area": area, "page": page}) for area in {row.area for row in indicators})
    for unit in people.units(office.session):
        yield "unit", {"unit": unit.id, "page": 1}
        yield "indicators", {"unit": unit.id, "page": 1}
        yield "year", {"unit": unit.id, "year": None}
    for row in indicators:
        yield "indicator", {"code": row.code}
        yield "periods", {"code": row.code, "page": 1}
    for task in list(office.session.exec(select(Task).order_by(col(Task.id))))[-(of_each or 0) :]:
        yield "history", {"task": task.id, "page": 1}
        yield "report", {"task": task.id, "page": 1}


def _read(desk: Desk, now: datetime, kind: str, args: dict[str, Any]) -> None:
    office = desk.office(now, "walk")
    reader = people.holders(desk.session, "director")[0][1].telegram_id
    picture = Outbox(chat_id=reader, message_id=1, params={"photo": BOARD})  # type: ignore[call-arg]
    row = Outbox(chat_id=reader, kind=kind, args=args, attempt=0)  # type: ignore[call-arg]
    whole, said, part, parts = desk.renderer.message(office, row), "", 0, 1
    assert whole is not None, (kind, args)
    while part < parts:
        part += 1
        row.args = args | {"part": part}
        call = desk.renderer.call(office, row, picture)
        assert call is not None
        assert size(call["caption"]) <= CAPTION_LIMIT
        said += call["caption"]
        marks = [label for found in call["keyboard"] for label, _ in found if label.startswith("本页")]
        parts = int(marks[0].rpartition("/")[2]) if marks else 1
    assert all(line in said for line in whole.text.split("\n") if size(line) < CAPTION_LIMIT // 2), (kind, args)

"""A draft as plain data, as the records keep it, and back. Names of persons are left out."""

from dataclasses import replace
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from catalogue.demands.demand import Alternative, Demand
from catalogue.reading.draft import Draft, DraftIndicator

_DRAFT = TypeAdapter(Draft)
# what an alternative sets is of the type that the demand has for it
_SET = {name: TypeAdapter[Any](hint) for name, hint in get_type_hints(Demand).items()}


def stored(draft: Draft) -> dict[str, Any]:
    """Ready for JSON. Who holds a seat is for the director's eyes alone, and read again when they ask."""
    found: dict[str, Any] = _DRAFT.dump_python(nameless(draft), mode="json")
    return found


def nameless(draft: Draft) -> Draft:
    return replace(draft, posts=tuple(replace(post, holder="") for post in draft.posts))


def restored(record: dict[str, Any]) -> Draft:
    draft = _DRAFT.validate_python(record, strict=False)
    areas = tuple(
        replace(
            area,
            items=tuple(replace(item, indicators=tuple(map(_indicator, item.indicators))) for item in area.items),
        )
        for area in draft.areas
    )
    return replace(draft, areas=areas)


def _indicator(one: DraftIndicator) -> DraftIndicator:
    if not any(demand.alternatives for demand in one.demands):
        return one
    return replace(one, demands=tuple(map(_demand, one.demands)))


def _demand(demand: Demand) -> Demand:
    return replace(demand, alternatives=tuple(map(_alternative, demand.alternatives)))


def _alternative(other: Alternative) -> Alternative:
    return replace(other, changes=tuple((name, _SET[name].validate_python(value)) for name, value in other.changes))

"""What must agree across the files of one notice: names point at something, keys are unique, leads can answer."""

import re
from collections import Counter
from collections.abc import Iterable

from catalogue.cells import CatalogueError
from domain.kinds import KINDS
from domain.notice import EFFECTS, Area, Indicator, Notice, Post, Requirement, Unit

_HOUSE = "notice.toml"
_CODE = re.compile(r"(\d+)\.\d+\.\d+", re.ASCII)


def check(notice: Notice, *, is_convened: bool = True) -> None:
    """Raises CatalogueError on the first disagreement.

    Of a notice that has just come in, who convenes a group that leads may be left to the office (`is_convened`).
    """
    units = {unit.name: unit for unit in notice.units}
    _names(notice.units)
    for unit in notice.units:
        _unit(unit, units)
    _seats(notice.posts)
    for post in notice.posts:
        _post(post, notice.posts, units)
    _areas(notice)
    for area in notice.areas:
        for indicator in (i for item in area.items for i in item.indicators):
            _indicator(indicator, area, units, is_convened)
    again = _twice(indicator.code for indicator in notice.indicators)
    if again is not None:
        raise CatalogueError(f"area-{str(again).split('.')[0]}.toml", f"indicator {again}", "the code is there twice")


def _twice(values: Iterable[object]) -> object | None:
    """The first value that occurs more than once."""
    return next((value for value, times in Counter(values).items() if times > 1), None)


def _names(units: tuple[Unit, ...]) -> None:
    if not units:
        raise CatalogueError(_HOUSE, "units", "there are none")
    again = _twice(name for unit in units for name in (unit.name, *unit.aliases))
    if again is not None:
        raise CatalogueError(_HOUSE, f"unit {again}", "the name or alias is used twice")


def _unit(unit: Unit, units: dict[str, Unit]) -> None:
    def fault(problem: str) -> CatalogueError:
        return CatalogueError(_HOUSE, f"unit {unit.name}", problem)

    if unit.kind != "group" and (unit.members or unit.convenor):
        raise fault("only a group has members or a convenor")
    for member in unit.members:
        if member not in units or units[member].kind == "group":
            raise fault(f"member {member} is no department of this notice")
    if unit.convenor and unit.convenor not in unit.members:
        raise fault(f"convenor {unit.convenor} is no member")
    if unit.shares_staff_with and unit.shares_staff_with not in units:
        raise fault(f"shares_staff_with {unit.shares_staff_with} is no unit of this notice")


def _seats(posts: tuple[Post, ...]) -> None:
    again = _twice((post.body, post.title, post.seat) for post in posts)
    if isinstance(again, tuple):
        body, title, seat = again
        raise CatalogueError(_HOUSE, f"post {title}", f"seat {seat} in {body or 'no body'} is there twice")


def _post(post: Post, posts: tuple[Post, ...], units: dict[str, Unit]) -> None:
    def fault(problem: str) -> CatalogueError:
        return CatalogueError(_HOUSE, f"post {post.title}", problem)

    if post.unit not in units or units[post.unit].kind == "group":
        raise fault(f"unit {post.unit} is no department of this notice")
    if post.same_holder_as and not any(
        other.title == post.same_holder_as and other.same_holder_as == post.title and other.body != post.body
        for other in posts
    ):
        raise fault(f"same_holder_as {post.same_holder_as} is no seat of another body that points back")


def _areas(notice: Notice) -> None:
    numbers = [area.number for area in notice.areas]
    if numbers != list(range(1, len(numbers) + 1)) or not numbers:
        raise CatalogueError(_HOUSE, "areas", f"should be numbered 1, 2, 3 …, found {numbers}")
    for area in notice.areas:
        again = _twice(item.number for item in area.items)
        if again is not None:
            raise CatalogueError(_file(area), f"item {again}", "the number is there twice")
        for item in area.items:
            if not item.indicators:
                raise CatalogueError(_file(area), f"item {item.number}", "has no indicators")


def _file(area: Area) -> str:
    return f"area-{area.number}.toml"


def _indicator(indicator: Indicator, area: Area, units: dict[str, Unit], is_convened: bool) -> None:
    problem = _code(indicator, area) or _departments(indicator, units, is_convened) or _requirements(indicator)
    if problem:
        raise CatalogueError(_file(area), f"indicator {indicator.code}", problem)


def _code(indicator: Indicator, area: Area) -> str | None:
    code = _CODE.fullmatch(indicator.code)
    return None if code and int(code[1]) == area.number else f"the code should be {area.number}.item.indicator"


def _departments(indicator: Indicator, units: dict[str, Unit], is_convened: bool) -> str | None:
    pointed = [("lead", indicator.lead), *(("responsible", name) for name in indicator.responsible)]
    if indicator.files is not None:
        pointed.append(("files", indicator.files))
    for field, name in pointed:
        if name not in units:
            return f"{field} {name} is no unit of this notice"
    if not indicator.responsible:
        return "responsible is empty"
    for row in indicator.requirements:
        if row.verifier and row.verifier not in units:
            return f"verifier {row.verifier} is no unit of this notice"
    lead = units[indicator.lead]
    if is_convened and lead.kind == "group" and lead.convenor is None:
        return f"lead {lead.name} is a group without a convenor"
    if (indicator.files is None) != (indicator.files_cadence is None):
        return "files and files_cadence belong together"
    return None


def _requirements(indicator: Indicator) -> str | None:
    if not indicator.requirements:
        return "has no requirements"
    again = _twice(r.seq for r in indicator.requirements)
    if again is not None:
        return f"requirement {again} is there twice"
    fields = {"lead", "responsible", "item", "ranks", *(f"requirement {r.seq}" for r in indicator.requirements)}
    amiss = next((problem for r in indicator.requirements if (problem := _kind(r))), None)
    if amiss is not None:
        return amiss
    unlike = next((d.field for d in indicator.doubts if d.effects and len(d.effects) != len(d.alternatives)), None)
    if unlike is not None:
        return f"doubt about {unlike} has other effects than alternatives"
    unknown = {key for doubt in indicator.doubts for effect in doubt.effects for key in effect} - set(EFFECTS)
    if unknown:
        return f"doubt with the unknown effect {', '.join(sorted(unknown))}"
    astray = next((doubt.field for doubt in indicator.doubts if doubt.field not in fields), None)
    return None if astray is None else f"doubt about {astray}, which it does not have"


def _kind(requirement: Requirement) -> str | None:
    """The parts are those that its kind is made of; a trend says which way is better."""
    kind = KINDS[requirement.kind]
    if len(requirement.parts) not in kind.parts:
        allowed = " or ".join(str(number) for number in kind.parts)
        return f"requirement {requirement.seq}: a {kind.name} has {allowed} parts, found {len(requirement.parts)}"
    if (kind.name in ("trend", "growth")) != bool(requirement.better):
        return f"requirement {requirement.seq}: better belongs to a trend, and a trend to it"
    return None

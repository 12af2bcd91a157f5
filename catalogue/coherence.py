"""What must agree across the files of one notice: names point at something, keys are unique, leads can answer."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
        file = f"area-{str(again).split('.')[0]}.toml"
        raise CatalogueError(file, f"indicator {again}", "the code is there twice", "code-twice")


def _twice(values: Iterable[object]) -> object | None:
    """The first value that occurs more than once."""
    return next((value for value, times in Counter(values).items() if times > 1), None)


def _names(units: tuple[Unit, ...]) -> None:
    if not units:
        raise CatalogueError(_HOUSE, "units", "there are none", "no-units")
    again = _twice(name for unit in units for name in (unit.name, *unit.aliases))
    if again is not None:
        raise CatalogueError(_HOUSE, f"unit {again}", "the name or alias is used twice", "name-twice")


def _unit(unit: Unit, units: dict[str, Unit]) -> None:
    def fault(problem: str, code: str, **about: object) -> CatalogueError:
        return CatalogueError(_HOUSE, f"unit {unit.name}", problem, code, **about)

    if unit.kind != "group" and (unit.members or unit.convenor):
        raise fault("only a group has members or a convenor", "no-group")
    for member in unit.members:
        if member not in units or units[member].kind == "group":
            problem = f"member {member} is no department of this notice"
            raise fault(problem, "no-department", key="members", name=member)
    if unit.convenor and unit.convenor not in unit.members:
        raise fault(f"convenor {unit.convenor} is no member", "no-member", name=unit.convenor)
    if unit.shares_staff_with and unit.shares_staff_with not in units:
        key, name = "shares_staff_with", unit.shares_staff_with
        raise fault(f"{key} {name} is no unit of this notice", "no-unit", key=key, name=name)


def _seats(posts: tuple[Post, ...]) -> None:
    again = _twice((post.body, post.title, post.seat) for post in posts)
    if isinstance(again, tuple):
        body, title, seat = again
        problem = f"seat {seat} in {body or 'no body'} is there twice"
        raise CatalogueError(_HOUSE, f"post {title}", problem, "seat-twice", seat=seat)


def _post(post: Post, posts: tuple[Post, ...], units: dict[str, Unit]) -> None:
    def fault(problem: str, code: str, **about: object) -> CatalogueError:
        return CatalogueError(_HOUSE, f"post {post.title}", problem, code, **about)

    if post.unit not in units or units[post.unit].kind == "group":
        raise fault(f"unit {post.unit} is no department of this notice", "no-department", key="unit", name=post.unit)
    if post.same_holder_as and not any(
        other.title == post.same_holder_as and other.same_holder_as == post.title and other.body != post.body
        for other in posts
    ):
        problem = f"same_holder_as {post.same_holder_as} is no seat of another body that points back"
        raise fault(problem, "no-other-seat", name=post.same_holder_as)


def _areas(notice: Notice) -> None:
    numbers = [area.number for area in notice.areas]
    if numbers != list(range(1, len(numbers) + 1)) or not numbers:
        problem = f"should be numbered 1, 2, 3 …, found {numbers}"
        raise CatalogueError(_HOUSE, "areas", problem, "areas-numbered", found=", ".join(map(str, numbers)))
    for area in notice.areas:
        again = _twice(item.number for item in area.items)
        if again is not None:
            raise CatalogueError(_file(area), f"item {again}", "the number is there twice", "number-twice")
        for item in area.items:
            if not item.indicators:
                raise CatalogueError(_file(area), f"item {item.number}", "has no indicators", "no-indicators")


def _file(area: Area) -> str:
    return f"area-{area.number}.toml"


def _indicator(indicator: Indicator, area: Area, units: dict[str, Unit], is_convened: bool) -> None:
    found = _code(indicator, area) or _departments(indicator, units, is_convened) or _requirements(indicator)
    if found:
        where = f"indicator {indicator.code}"
        raise CatalogueError(_file(area), where, found.problem, found.code, **found.about)


@dataclass(frozen=True)
class Fault:
    """What is wrong with an indicator, as an error tells it."""

    problem: str
    code: str
    about: Mapping[str, object]


def fault(problem: str, code: str, **about: object) -> Fault:
    return Fault(problem, code, about)


def _code(indicator: Indicator, area: Area) -> Fault | None:
    code = _CODE.fullmatch(indicator.code)
    if code and int(code[1]) == area.number:
        return None
    return fault(f"the code should be {area.number}.item.indicator", "code-of-area", area=area.number)


def _departments(indicator: Indicator, units: dict[str, Unit], is_convened: bool) -> Fault | None:
    pointed = [("lead", indicator.lead), *(("responsible", name) for name in indicator.responsible)]
    if indicator.files is not None:
        pointed.append(("files", indicator.files))
    for field, name in pointed:
        if name not in units:
            return fault(f"{field} {name} is no unit of this notice", "no-unit", key=field, name=name)
    if not indicator.responsible:
        return fault("responsible is empty", "empty", key="responsible")
    for row in indicator.requirements:
        if row.verifier and row.verifier not in units:
            problem = f"verifier {row.verifier} is no unit of this notice"
            return fault(problem, "no-unit", key="verifier", name=row.verifier)
    lead = units[indicator.lead]
    if is_convened and lead.kind == "group" and lead.convenor is None:
        return fault(f"lead {lead.name} is a group without a convenor", "no-convenor", name=lead.name)
    if (indicator.files is None) != (indicator.files_cadence is None):
        return fault("files and files_cadence belong together", "belong-together")
    return None


def _requirements(indicator: Indicator) -> Fault | None:
    if not indicator.requirements:
        return fault("has no requirements", "no-requirements")
    again = _twice(r.seq for r in indicator.requirements)
    if again is not None:
        return fault(f"requirement {again} is there twice", "requirement-twice", seq=again)
    amiss = next((problem for r in indicator.requirements if (problem := _kind(r))), None)
    return amiss or _doubts(indicator)


def _doubts(indicator: Indicator) -> Fault | None:
    fields = {"lead", "responsible", "item", "ranks", *(f"requirement {r.seq}" for r in indicator.requirements)}
    unlike = next((d.field for d in indicator.doubts if d.effects and len(d.effects) != len(d.alternatives)), None)
    if unlike is not None:
        return fault(f"doubt about {unlike} has other effects than alternatives", "other-effects", field=unlike)
    unknown = {key for doubt in indicator.doubts for effect in doubt.effects for key in effect} - set(EFFECTS)
    if unknown:
        keys = ", ".join(sorted(unknown))
        return fault(f"doubt with the unknown effect {keys}", "no-effect", keys=keys)
    astray = next((doubt.field for doubt in indicator.doubts if doubt.field not in fields), None)
    if astray is None:
        return None
    return fault(f"doubt about {astray}, which it does not have", "doubt-astray", field=astray)


def _kind(requirement: Requirement) -> Fault | None:
    """The parts are those that its kind is made of; a trend says which way is better."""
    kind = KINDS[requirement.kind]
    if len(requirement.parts) not in kind.parts:
        allowed = " or ".join(str(number) for number in kind.parts)
        n = len(requirement.parts)
        problem = f"requirement {requirement.seq}: a {kind.name} has {allowed} parts, found {n}"
        choices = "/".join(str(number) for number in kind.parts)
        return fault(problem, "parts-of-kind", seq=requirement.seq, kind=kind.name, choices=choices, n=n)
    if (kind.name in ("trend", "growth")) != bool(requirement.better):
        problem = f"requirement {requirement.seq}: better belongs to a trend, and a trend to it"
        return fault(problem, "better-of-trend", seq=requirement.seq)
    return None

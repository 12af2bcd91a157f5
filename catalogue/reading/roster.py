"""The departments of a paper: those on record, others in full and in short, groups, and names that none is known by."""

import re
from collections.abc import Iterable, Iterator, Sequence

from catalogue.reading.departments import is_department, is_short_for, kind_of
from catalogue.reading.draft import DraftUnit
from domain.notice import Doubt, Unit

_EVERYBODY = re.compile(
    "(?:各|全体|所有|全[院局校中]各?)(?:有关|职能|内设)?(?:部门|单位|科室|处室|庭室|股室|科|处|机构)(?:（[^）]*）)?"
)
EVERY = "本通知列出的全部部门"
NOT_YET = "发布后再定"
NO_UNIT = "不是部门，去掉"


class Roster:
    """Every name that the paper prints, and the one by which it is kept."""

    def __init__(self, known: Sequence[Unit], printed: Iterable[str]) -> None:
        self._known = {name: unit for unit in known for name in unit.names}
        names = list(dict.fromkeys(printed))
        full = dict.fromkeys([*(unit.name for unit in known), *(name for name in names if name not in self._known)])
        self._kept = {name: self._keep(name, list(full)) for name in names}

    def _keep(self, name: str, full: Sequence[str]) -> str:
        if name in self._known:
            return self._known[name].name
        if kind_of(name) == "group":
            return name
        longer = [other for other in full if is_short_for(name, other)]
        return longer[0] if len(longer) == 1 else name

    def units(self) -> tuple[DraftUnit, ...]:
        """Those that the paper names, in its order."""
        return tuple(
            DraftUnit(
                name,
                self._known[name].kind if name in self._known else kind_of(name),
                tuple(other for other, kept in self._kept.items() if kept == name and other != name),
            )
            for name in dict.fromkeys(self._kept.values())
        )

    def doubts(self, leads: Iterable[str]) -> Iterator[Doubt]:
        """A short name is certain only where it is on record; a group needs members, and one who convenes it."""
        for name, kept in self._kept.items():
            if name != kept and name not in self._known:
                yield Doubt(f"unit {name}", name, f"像是“{kept}”的简称", kept, (f"另有部门叫“{name}”",))
        yield from self._unknown()
        leading = {self._kept[name] for name in leads}
        for unit in self.units():
            if unit.kind != "group" or unit.name in self._known:
                continue
            likely, other = (EVERY, NOT_YET) if _EVERYBODY.fullmatch(unit.name) else (NOT_YET, EVERY)
            yield Doubt(f"members {unit.name}", unit.name, "没有印出包括哪些部门", likely, (other,))
            if unit.name in leading:
                yield Doubt(f"convenor {unit.name}", unit.name, "由一组部门牵头，没有写谁召集", NOT_YET)

    def _unknown(self) -> Iterator[Doubt]:
        """Not on record, or, where nothing is, not formed as departments' names are."""
        for unit in self.units():
            if unit.name in self._known:
                continue
            if self._known and unit.kind == "unit":
                yield Doubt(f"unit {unit.name}", unit.name, "名册里没有这个部门", unit.name, (NO_UNIT,))
            elif not is_department(unit.name):
                yield Doubt(f"unit {unit.name}", unit.name, "不像部门名称", unit.name, (NO_UNIT,))

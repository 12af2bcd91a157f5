"""Whether all is well: each check is one line, and what to do about it."""

from collections.abc import Callable, Iterator

from bot.doctor import house, machine, records
from bot.doctor.finding import Finding, Patient

Check = Callable[[Patient], Finding | None]

# in the order in which one thing needs the other
CHECKS: tuple[Check, ...] = (
    machine.python,
    machine.packages,
    machine.typeface,
    machine.glyphs,
    house.telegram,
    house.folders,
    machine.disk,
    machine.clock,
    house.journal,
    house.recipients,
    house.last_backup,
    records.opens,
    records.schema,
    records.followed,
    records.trail,
    records.proofs,
    records.director,
    records.posts,
    records.group,
)


def examine(patient: Patient) -> Iterator[Finding]:
    """What cannot be looked at, because what it needs is not there, is left out."""
    for check in CHECKS:
        if (found := check(patient)) is not None:
            yield found

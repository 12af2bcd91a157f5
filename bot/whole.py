"""A verb of the desk is done as a whole, or not at all."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar


class Undoing(Protocol):
    def undo(self) -> None: ...


P = ParamSpec("P")
T = TypeVar("T")
D = TypeVar("D", bound=Undoing)


def whole(verb: Callable[Concatenate[D, P], T]) -> Callable[Concatenate[D, P], T]:
    """What a verb that failed had begun must not be committed by the next one."""

    @wraps(verb)
    def run(desk: D, /, *args: P.args, **named: P.kwargs) -> T:
        try:
            return verb(desk, *args, **named)
        except BaseException:
            desk.undo()
            raise

    return run

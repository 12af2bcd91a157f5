"""What many stories begin with is lived through once in a run; the others that begin so go on from there."""

import hashlib
import pickle
import shutil
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from tests import cellar, once

if TYPE_CHECKING:
    from tests.house import Court

Told = ParamSpec("Told")
Found = TypeVar("Found")
Act = Callable[Concatenate["Court", Told], Coroutine[Any, Any, Found]]


def beginning(act: Act[Told, Found]) -> Act[Told, Found]:
    """Where the court has lived through nothing but beginnings, which come one after the other.

    What it gives is kept beside the records. On a server every story lives through it.
    """

    @wraps(act)
    async def lived(court: "Court", /, *args: Told.args, **more: Told.kwargs) -> Found:
        if court.past is None or cellar.ON_SERVER:
            return await act(court, *args, **more)
        said: tuple[Any, ...] = (court.past, court.now, act.__module__, act.__name__, args, more)
        past = hashlib.sha256(repr(said).encode()).hexdigest()[:20]
        with once.turn(past) as place:
            if not place.exists():
                court.past = None  # what it begins with itself is not kept once more
                found = await act(court, *args, **more)
                instant = court.now
                draft = place.with_name(f"{past}.draft")
                shutil.rmtree(draft, ignore_errors=True)  # of one who failed half way
                await court.left_in(draft / "house")
                (draft / "told").write_bytes(pickle.dumps((found, instant)))
                draft.rename(place)
            found, instant = pickle.loads((place / "told").read_bytes())
        await court.moves_to(place / "house", instant)
        court.past = past
        return found

    return lived

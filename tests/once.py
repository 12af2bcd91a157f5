"""What takes long is made once in a run, by whichever of its processes comes first, and serves them all."""

import fcntl
import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Made = TypeVar("Made")
RUN = "TESTS_RUN"  # the folder of the whole run, which its processes inherit


@contextmanager
def turn(name: str) -> Iterator[Path]:
    """A place of this name in the run's folder, where nobody else is at work meanwhile."""
    place = Path(os.environ[RUN]) / name
    with place.with_name(f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place


def made(name: str, make: Callable[[], Made]) -> Made:
    """What `make` gives, or a copy of what it gave to another process; outside of a run it is made each time."""
    if RUN not in os.environ:
        return make()
    with turn(f"{name}.pickle") as place:
        if place.exists():
            found: Made = pickle.loads(place.read_bytes())
            return found
        found = make()
        place.write_bytes(pickle.dumps(found))
        return found


def installed(name: str, furnish: Callable[[Path], None]) -> Path:
    """The folder that `furnish` has filled."""
    with turn(name) as place:
        if not place.exists():
            draft = place.with_name(f"{name}.draft")  # what fails half way is begun anew, not taken for whole
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            furnish(draft)
            draft.rename(place)
    return place

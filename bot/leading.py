"""Several bots on the same records: one leads, the others stand by until they can."""

import asyncio
import logging
from collections.abc import Callable

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot import systemd
from db import postgres
from db.postgres import Lead

log = logging.getLogger(__name__)
LOOK_SECONDS = 3  # between two looks whether anybody leads


async def stand_by(database: Engine, stop: asyncio.Event, tell: Callable[[bool], None]) -> Lead | None:
    """The lead, as soon as nobody else has it; None when told to stop. A server that is away comes back: `tell` hears
    at each look whether it is there.
    """
    said = ""
    systemd.notify("READY=1")  # whoever stands by does what it is there for
    while not stop.is_set():
        systemd.notify("WATCHDOG=1")
        state, reached = "another bot leads on these records; standing by", True
        try:
            lead = await asyncio.to_thread(postgres.try_to_lead, database)
        except DBAPIError:
            lead, state, reached = None, "the records cannot be reached; standing by", False
        tell(reached)
        if lead:
            log.info("leading")
            return lead
        if state != said:
            log.warning(state)
            said = state
        await pause(stop)
    return None


async def pause(stop: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(LOOK_SECONDS):
            await stop.wait()
    except TimeoutError:
        return


async def first_of(*events: asyncio.Event) -> None:
    """Returns when one of them is set."""
    waiting = [asyncio.create_task(event.wait()) for event in events]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()

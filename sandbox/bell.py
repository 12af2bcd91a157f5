import asyncio


class Bell:
    """Wakes whoever waits in the event loop; may be rung from any thread, and many rings at once are one."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._waiting: set[asyncio.Future[None]] = set()
        self._rung = False
        self.stopped = False
        self.rings = 0  # to see whether it rang while one was not waiting

    def ring(self) -> None:
        if not self._rung and not self._loop.is_closed():
            self._rung = True
            self._loop.call_soon_threadsafe(self._wake)

    def stop(self) -> None:
        self.stopped = True
        self.ring()

    async def wait(self, seconds: float) -> None:
        """Until it rings, at most `seconds`. Look at what you wait for before and after."""
        if self.stopped or seconds <= 0:
            return
        future = self._loop.create_future()
        self._waiting.add(future)
        try:
            await asyncio.wait([future], timeout=seconds)
        finally:
            self._waiting.discard(future)

    def _wake(self) -> None:
        self._rung = False
        self.rings += 1
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

"""A word to the service manager, where there is one."""

import os
import socket


def notify(state: str) -> None:
    """READY=1, WATCHDOG=1 or STOPPING=1 to NOTIFY_SOCKET. One that nobody reads stops nothing."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as there:
        try:
            there.sendto(state.encode(), "\0" + address[1:] if address[0] == "@" else address)
        except OSError:
            return  # it will miss the word, and act on that

"""Why the machine does not do what it is asked to, by its number: what it says itself is English everywhere."""

import errno
from collections.abc import Callable, Mapping

from bot.tongue import t

CAUSES: Mapping[int, Callable[[], str]] = {
    errno.EACCES: lambda: t("no right to it"),
    errno.EPERM: lambda: t("no right to it"),
    errno.EROFS: lambda: t("the disk can only be read"),
    errno.ENOSPC: lambda: t("the disk is full"),
    errno.EDQUOT: lambda: t("the disk is full"),
    errno.EIO: lambda: t("the disk does not answer"),
    errno.ENOENT: lambda: t("it is not there"),
    errno.EEXIST: lambda: t("something of that name is there already"),
    errno.ENOTDIR: lambda: t("it is no folder"),
    errno.EISDIR: lambda: t("it is a folder"),
    errno.EADDRINUSE: lambda: t("the port is taken"),
    errno.EADDRNOTAVAIL: lambda: t("the address is none of this machine"),
}


def of_system(error: OSError) -> str:
    known = CAUSES.get(error.errno or 0)
    return known() if known else error.strerror or str(error)

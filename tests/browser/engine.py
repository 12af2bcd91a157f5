"""What the browser tests need of the machine, and what of it is missing here."""

import shutil
from importlib.util import find_spec
from pathlib import Path

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")
# A container's root may not have a sandbox of its own; nothing is to be asked of the net.
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-default-apps", "--no-pings", "--mute-audio"),
)


def chromium() -> str | None:
    """The path of one that is installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def missing() -> list[str]:
    found = {"chromium": chromium(), "playwright": find_spec("playwright"), "axe-core": AXE.exists()}
    return [name for name, there in found.items() if not there]

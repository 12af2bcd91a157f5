"""What every bench goes by: the settings as shipped, a secret, and the Monday on which it is."""

from datetime import datetime

from bot.settings import HOME, Settings, load

SETTINGS: Settings = load(HOME / "config.toml")
SECRET = bytes(32)
MONDAY = datetime.fromisoformat("2026-03-02T09:10+08:00")

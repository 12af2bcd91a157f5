"""What can be typed at a terminal: each command says what it takes, and does it."""

from bot.terminal import (
    audit,
    backup,
    consent,
    doctor,
    exports,
    imports,
    invite,
    person,
    read,
    rehearse,
    restore,
    run,
    status,
)

COMMANDS = {
    "run": run,
    "import": imports,
    "export": exports,
    "rehearse": rehearse,
    "status": status,
    "invite": invite,
    "person": person,
    "consent": consent,
    "audit": audit,
    "backup": backup,
    "restore": restore,
    "doctor": doctor,
    "read": read,
}

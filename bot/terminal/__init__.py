"""What can be typed at a terminal: each command says what it takes, and does it."""

from bot.terminal import audit, consent, exports, imports, invite, person, read, rehearse, run, status

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
    "read": read,
}

"""What can be typed at a terminal: each command says what it takes, and does it."""

from bot.terminal import audit, consent, exports, imports, invite, read, rehearse, run, status

COMMANDS = {
    "run": run,
    "import": imports,
    "export": exports,
    "rehearse": rehearse,
    "status": status,
    "invite": invite,
    "consent": consent,
    "audit": audit,
    "read": read,
}

#!/bin/sh
# Without a token the sandbox opens in a browser of this machine; with DUBAN_TELEGRAM_TOKEN_FILE the bot is live.
set -eu
cd "$(dirname "$0")"
exec .venv/bin/python -m bot run "$@"

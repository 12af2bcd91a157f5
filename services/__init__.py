"""Use cases: load, ask the rules, record, say. No Telegram, no commit."""

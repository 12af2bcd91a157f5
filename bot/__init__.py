"""The voice: everything that knows Telegram."""

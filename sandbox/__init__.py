"""A local Telegram: a strict Bot API server and a page to be everybody else in. It knows nothing of the bot."""

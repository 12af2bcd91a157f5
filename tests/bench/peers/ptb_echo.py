"""python-telegram-bot's echo bot: nothing is kept. `python -m tests.bench.peers.ptb_echo ADDRESS`."""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


def main(address: str) -> None:
    application = Application.builder().token("1:bench").base_url(f"{address}/bot").build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    print("ready", flush=True)
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1])

"""A bot of python-telegram-bot that keeps what it is told: one SQLModel insert and commit an update, then the answer.

`python -m tests.bench.peers.ptb_durable ADDRESS FILE`
"""

import sys
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlmodel import Field, SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


class Said(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    chat_id: int
    text: str


def main(address: str, path: str) -> None:
    engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
    session = async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)

    @event.listens_for(engine.sync_engine, "connect")
    def full(connection: Any, _: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    async def make(_: Any) -> None:
        async with engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)

    async def keep(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        async with session() as records:
            records.add(Said(chat_id=update.message.chat_id, text=update.message.text or ""))
            await records.commit()
        await update.message.reply_text(update.message.text or "")

    application = Application.builder().token("1:bench").base_url(f"{address}/bot").post_init(make).build()
    application.add_handler(MessageHandler(filters.ALL, keep))
    print("ready", flush=True)
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])

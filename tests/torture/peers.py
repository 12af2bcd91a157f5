"""What people write instead: a bot of the stock library, and reminders as jobs of a scheduler, each until killed."""

import logging
import sqlite3
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from tests.cellar import TOKEN

SOON = timedelta(seconds=10)  # all jobs are in the store by then


def prepare(records: Path) -> None:
    with closing(sqlite3.connect(records)) as db:
        db.execute("CREATE TABLE done (number INTEGER)")
        db.commit()


def write_down(number: int, records: str) -> None:
    """One row, one commit, with FULL as SQLite has it by itself."""
    with closing(sqlite3.connect(records, timeout=30)) as db:
        db.execute("INSERT INTO done VALUES (?)", (number,))
        db.commit()


def bot(records: Path, address: str) -> None:
    """python-telegram-bot as its first example has it: a handler that keeps and answers."""

    async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        write_down(update.update_id, str(records))
        await update.message.reply_text("收到")

    logging.disable(logging.CRITICAL)
    application = Application.builder().token(TOKEN).base_url(f"{address}/bot").build()
    application.add_handler(MessageHandler(filters.ALL, handle))
    application.run_polling(stop_signals=None)


def scheduler(records: Path, jobs: int) -> None:
    """APScheduler with its jobs in a database; the first process puts them in, the next one finds them."""
    logging.disable(logging.CRITICAL)  # it reports each job that it drops
    timetable = BackgroundScheduler(timezone="Asia/Shanghai")
    timetable.add_jobstore(SQLAlchemyJobStore(f"sqlite:///{records.with_name('jobs')}"))
    timetable.start()
    if jobs:
        at = datetime.now().astimezone() + SOON
        for number in range(jobs):
            timetable.add_job(write_down, "date", run_date=at, args=[number, str(records)], id=str(number))
    else:
        records.with_name("up").touch()
    while True:
        time.sleep(60)

"""What stands around the records: the line to Telegram, folders, the journal, the backups."""

import asyncio
import os
import shlex
from datetime import timedelta
from tempfile import TemporaryFile

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot import private
from bot.causes import of_system
from bot.doctor.finding import Finding, Patient
from bot.vault.nightly import backups
from bot.wire import Wire

LATEST = timedelta(days=2)  # since the last backup


def telegram(patient: Patient) -> Finding:
    token, name = patient.environment.token, "telegram"
    if token is None:
        return Finding(name, True, "未设令牌，使用沙盒", "no token is set: the sandbox is used")
    if not patient.online:
        return Finding(name, True, "已设令牌，加 --online 可试连", "a token is set; --online tries it")
    try:
        username = asyncio.run(_who_am_i(patient))
    except InvalidToken:
        return Finding(
            name, False, "Telegram 不认这个令牌，请核对", "Telegram does not accept the token: look at it again"
        )
    except TelegramError as error:
        where, what = patient.environment.api_url, type(error).__name__
        return Finding(
            name,
            False,
            f"连不上 {where}（{what}），请检查网络和代理",
            f"{where} cannot be reached ({what}): look at network and proxy",
        )
    return Finding(name, True, f"已连通，@{username}", f"connected as @{username}")


async def _who_am_i(patient: Patient) -> str:
    environment = patient.environment
    assert environment.token is not None
    api, proxy = environment.api_url, environment.proxy
    bot = Bot(environment.token, f"{api}/bot", f"{api}/file/bot", Wire(proxy), Wire(proxy))
    try:
        await bot.initialize()
        return bot.username
    finally:
        await bot.shutdown()


def folders(patient: Patient) -> Finding | None:
    """Open to their owner alone, and nobody else's."""
    if not patient.folder.exists():
        return None
    backups_ = (patient.habit.folder, private.FOLDER), *((path, private.FILE) for path in backups(patient.habit.folder))
    places = [*private.places(patient.folder, patient.records, patient.journal), *backups_]
    foreign = [path for path, _ in places if path.exists() and path.stat().st_uid != os.geteuid()]
    wrong = list(dict.fromkeys((*private.wide(places), *foreign)))
    if not wrong:
        return Finding(
            "folders", True, f"权限正确，{patient.folder}", f"folders and files are private, {patient.folder}"
        )
    names = shlex.join(map(str, wrong))
    return Finding(
        "folders", False, f"他人可读，请运行 chmod -R go= {names}", f"others can read them: run chmod -R go= {names}"
    )


def journal(patient: Patient) -> Finding | None:
    if patient.journal is None:
        return None
    try:
        patient.journal.mkdir(mode=private.FOLDER, parents=True, exist_ok=True)
        with TemporaryFile(dir=patient.journal) as file:
            file.write(b"duban")
            os.fsync(file.fileno())
    except OSError as error:
        where, what = patient.journal, of_system(error)
        return Finding(
            "journal",
            False,
            f"流水写不进 {where}（{what}），请检查磁盘和权限",
            f"{where} cannot be written ({what}): look at the disk",
        )
    return Finding("journal", True, f"流水可写，{patient.journal}", f"the journal can be written, {patient.journal}")


def recipients(patient: Patient) -> Finding | None:
    if patient.environment.token is None:
        return None
    if n := len(patient.habit.recipients):
        return Finding("backup keys", True, f"备份用 {n} 把公钥加密", f"backups are for {n} public keys")
    return Finding(
        "backup keys",
        False,
        "没有备份：请用 backup --new-key 生成密钥，公钥填入 config.toml [backup] recipients",
        "there is no backup: make a key with backup --new-key, and set [backup] recipients in config.toml",
    )


def last_backup(patient: Patient) -> Finding | None:
    """Of a night or two ago; on the day on which they begin there is none yet."""
    if not patient.habit.recipients or (patient.records and not patient.file):
        return None
    found = backups(patient.habit.folder)
    if not found:
        return Finding(
            "backup",
            False,
            f"{patient.habit.folder} 里还没有备份，请等一晚或手工做一份",
            f"no backup in {patient.habit.folder} yet",
        )
    age = patient.now.timestamp() - found[-1].stat().st_mtime
    text = f"{found[-1].name}，{found[-1].stat().st_size / 1e6:.1f} MB"
    if age <= LATEST.total_seconds():
        return Finding("backup", True, f"最近一份 {text}", f"the last one is {text}")
    return Finding(
        "backup", False, f"最近一份太旧：{text}，请看日志", f"the last one is too old: {text}; look at the log"
    )

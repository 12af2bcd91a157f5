"""The records: whole, of this program, and somebody on the posts that matter. They are only read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlmodel import Session

from bot.doctor.finding import Finding, Patient, plain
from bot.drawn import state
from bot.faults import worded
from bot.safe import Safe
from bot.vault.journal import knows
from db import engine, migrate
from db.queries import journal, people, reports
from services import auditing
from services.rooms import LEADING

SHOWN, SIGNS = 5, 12  # files that are named; signs of a hash
ANSWERING = ("contact", "head")  # whose empty posts leave a department unasked


def opens(patient: Patient) -> Finding:
    name, path = "records", patient.records
    if path is None:
        return _on_a_server(patient.url)
    if not patient.file:
        return Finding(
            name, True, f"尚无记录，首次运行时建立（{path}）", f"no records yet: the first run makes them ({path})"
        )
    if (problem := patient.damage) is None:
        return Finding(name, True, f"数据库完好，{path}", f"the database is whole, {path}")
    return Finding(
        name,
        False,
        f"数据库损坏（{problem}），请停机并恢复备份",
        f"the database is damaged ({problem}): stop, and restore a backup",
    )


def _on_a_server(url: str) -> Finding:
    name, where = "records", engine.shown(url)
    try:
        engine.open_records(url).dispose()
    except engine.DatabaseError as error:
        why = worded(error)
        return Finding(name, False, f"数据库连不上，请检查地址和服务器：{why}", f"look at address and server: {why}")
    return Finding(name, True, f"数据库已连通，{where}", f"the database answers, {where}")


def schema(patient: Patient) -> Finding | None:
    if (at := _schema(patient)) is None:
        return None
    if at == migrate.HEAD:
        return Finding("schema", True, f"数据库版本 {at}", f"schema {at}")
    if at < migrate.HEAD:
        text = f"{at} → {migrate.HEAD}"
        return Finding("schema", True, f"数据库版本 {text}，下次启动时升级", f"schema {text} at the next start")
    return Finding(
        "schema", False, f"数据库版本 {at} 比程序新，请更新程序", f"schema {at} is newer than this program: update it"
    )


def _schema(patient: Patient) -> str | None:
    """None where the records cannot tell."""
    if patient.records is None:
        return _schema_on_a_server(patient.url)
    if not patient.file or patient.damage is not None:
        return None
    try:
        with closing(plain(patient.file)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""


def _schema_on_a_server(url: str) -> str | None:
    try:
        database = engine.open_records(url)
    except engine.DatabaseError:
        return None
    try:
        return migrate.at(database)
    finally:
        database.dispose()


@contextmanager
def _reading(patient: Patient) -> Iterator[Session | None]:
    """None where the records are not there, or not of this program."""
    if _schema(patient) != migrate.HEAD:
        yield None
        return
    database = engine.open_records(patient.url)
    try:
        with engine.reading(database) as session:
            yield session
    finally:
        database.dispose()


def followed(patient: Patient) -> Finding | None:
    """Whether what a restore would need since the last backup is all here."""
    if patient.journal is None:
        return None
    with _reading(patient) as session:
        if session is None:
            return None
        mark = journal.last(session).mark
    where, name = patient.journal, "journal kept"
    if not mark or knows(where, mark):
        return Finding(name, True, "流水记到最近一笔", "the journal has the last transaction")
    return Finding(
        name,
        False,
        f"最近一笔不在 {where}：另有程序写在别处，或刚恢复未运行。几台机器请共用一个流水目录，恢复时全部给出",
        f"the last transaction is not in {where}: another bot writes elsewhere, or these were just restored. "
        "Let all have one folder; a restore needs all there are",
    )


def trail(patient: Patient) -> Finding | None:
    with _reading(patient) as session:
        if session is None:
            return None
        broken = auditing.first_broken(session)
    if broken is None:
        return Finding("trail", True, "留痕完整", "the trail is whole")
    return Finding(
        "trail",
        False,
        f"留痕在第 {broken} 行被改动，请保全现场并报告",
        f"the trail was changed at row {broken}: keep everything, report it",
    )


def proofs(patient: Patient) -> Finding | None:
    """Every file of proof that was fetched, by its hash."""
    with _reading(patient) as session:
        if session is None:
            return None
        kept = {proof.hash: proof.name for proof in reports.kept_files(session) if proof.hash}
    safe = Safe(patient.folder / "proof", 0)
    gone = [(digest, name) for digest, name in kept.items() if state(safe.path(digest), digest) != "kept"]
    if not gone:
        n = len(kept)
        return Finding("proofs", True, f"佐证 {n} 件齐全", f"all {n} files of proof are there")
    found = "; ".join(f"{' '.join(name.split())} [{digest[:SIGNS]}]" for digest, name in gone[:SHOWN])
    more = ("；另有更多", "; and more") if len(gone) > SHOWN else ("", "")
    where = patient.folder / "proof"
    return Finding(
        "proofs",
        False,
        f"佐证缺失或被改动 {len(gone)} 件：{found}{more[0]}。请从备份取回到 {where}，或请部门补交",
        f"{len(gone)} files of proof are missing or altered: {found}{more[1]}. "
        f"Take them from a backup into {where}, or have them sent again",
    )


def director(patient: Patient) -> Finding | None:
    with _reading(patient) as session:
        if session is None:
            return None
        seated = people.holders(session, "director")
    if seated:
        return Finding("director", True, "创建办主任已到位", "the director is seated")
    return Finding(
        "director",
        False,
        "创建办主任未登记，请打开启动时打印的链接",
        "no director: open the link that the start prints",
    )


def posts(patient: Patient) -> Finding | None:
    """Vacant ones are no fault of the machine: they are told, and count as well."""
    with _reading(patient) as session:
        if session is None:
            return None
        wanted = [post for post in people.posts(session) if post.role in ANSWERING]
        vacant = sum(people.holder(session, post.id) is None for post in wanted)
    more = ("，请在 /people 邀请", ": invite in /people") if vacant else ("", "")
    chinese, english = (
        f"联络员和负责人空缺 {vacant}/{len(wanted)}",
        f"{vacant} of {len(wanted)} contacts and heads are vacant",
    )
    return Finding("posts", True, chinese + more[0], english + more[1])


def group(patient: Patient) -> Finding | None:
    with _reading(patient) as session:
        if session is None:
            return None
        bound = people.room(session, LEADING)
    if bound is not None:
        return Finding("group", True, "领导小组群已绑定", "the leading group's chat is bound")
    return Finding(
        "group",
        False,
        "领导小组群未绑定，请把机器人加入群并发 /start",
        "no group is bound: add the bot to it, and send /start there",
    )

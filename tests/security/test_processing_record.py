"""docs/processing.zh-CN.md: what it says of the data of people is so, and no column of a table is left out of it."""

import re
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import Table
from sqlmodel import SQLModel

from bot.settings import HOME
from db.queries import traces
from services import tidying
from tests.settings import SHIPPED

PAGE = (HOME / "docs" / "processing.zh-CN.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \|(.*?)\|(.*?)\|(.*?)\|(.*?)\|(.*?)\|$", re.MULTILINE)
IMPERSONAL = tomllib.loads(Path(__file__).with_name("impersonal.toml").read_text(encoding="utf-8"))
TABLES = {table.name: table for table in SQLModel.metadata.sorted_tables}
TOLD = {name: re.findall(r"`(\w+)`", fields) for name, fields, *_ in ROW.findall(PAGE)}


def columns(table: Table) -> set[str]:
    return {column.name for column in table.columns}


def must_be_told(table: Table) -> set[str]:
    """Who it was, in which chat, and what somebody wrote, as an erasure looks for it."""
    persons = {c.name for c in table.columns if any(key.column.table.name == "person" for key in c.foreign_keys)}
    found = persons | columns(table) & {*traces.BY_CHAT, "person_id"} | set(traces.WRITTEN.get(table.name, ()))
    return found | (columns(table) & {"id", "name", "telegram_id"} if table.name == "person" else set())


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_column_is_told_or_says_nothing_of_a_person(name: str) -> None:
    told, other = TOLD.get(name, []), IMPERSONAL.get(name, [])
    assert sorted([*told, *other]) == sorted(columns(TABLES[name]))
    assert must_be_told(TABLES[name]) <= set(told)


def test_no_table_is_told_that_there_is_not() -> None:
    assert {*TOLD, *IMPERSONAL} == set(TABLES)


def test_of_each_it_is_told_what_for_who_sees_it_and_for_how_long() -> None:
    assert [name for name, *cells in ROW.findall(PAGE) if not all(cell.strip() for cell in cells)] == []


def test_the_times_are_those_of_the_program() -> None:
    kept = {name: cells[-1].strip() for name, *cells in ROW.findall(PAGE)}
    assert kept["inbox"] == f"办理后{tidying.HANDLED.days}日删除"
    assert kept["outbox"] == f"保留；对无关人员的答复{tidying.STRANGERS.days}日删除"
    assert f"{SHIPPED.people.invite_hours}小时失效" in kept["invite"]
    assert f"最近{SHIPPED.journal.months}个月" in PAGE
    assert f"最近{SHIPPED.backup.keep}份" in PAGE


def test_whatever_is_not_told_to_be_deleted_is_told_to_be_kept() -> None:
    assert {name for name, *cells in ROW.findall(PAGE) if not cells[-1].strip().startswith("保留")} == {"inbox"}

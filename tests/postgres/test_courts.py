"""Two courts on one server do not see each other; a roll-up of several is read-only."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.app import furnish
from db import engine, migrate, postgres
from db.tables import Unit
from tests.forks import on_terminal
from tests.house import furnished
from tests.settings import SETTINGS
from tests.structure.test_structure_mistakes import complaint, surroundings


def court(address: str) -> None:
    made = engine.open_records(address)
    migrate.upgrade(made)
    furnish(made, SETTINGS)
    made.dispose()


def test_two_courts_in_one_database_do_not_see_each_other(address: str) -> None:
    addresses = [f"{address}&schema=jiading", f"{address}&options=-csearch_path%3Dqingpu"]
    records = [engine.open_records(url) for url in addresses]
    for made in records:
        migrate.upgrade(made)
    furnish(records[0], SETTINGS)
    leads = [postgres.try_to_lead(made) for made in records]
    assert all(leads), "each has a leader of its own"
    with engine.reading(records[0]) as one, engine.reading(records[1]) as other:
        assert len(one.exec(select(Unit)).all()) > 10
        assert other.exec(select(Unit)).all() == []
        with pytest.raises(Exception, match="does not exist"):
            other.exec(text("SELECT * FROM public.unit"))  # type: ignore[call-overload]
    for made, lead in zip(records, leads, strict=True):
        assert lead
        lead.leave()
        made.dispose()


def test_the_counts_of_several_courts_and_who_could_not_be_read(address: str, tmp_path: Path) -> None:
    court(f"{address}&schema=jiading")
    furnished(tmp_path / "duban.db")
    before = (tmp_path / "duban.db").read_bytes()
    courts = {
        "嘉定法院": f"{address}&schema=jiading",
        "示范法院": f"sqlite:///{tmp_path / 'duban.db'}",
        "青浦法院": f"{address}&schema=qingpu",
        "松江法院": "postgresql://reader:sesame@127.0.0.1:9/duban",
    }
    path = tmp_path / "courts.toml"
    path.write_text("[courts]\n" + "".join(f'"{name}" = "{url}"\n' for name, url in courts.items()), encoding="utf-8")
    code, stdout, stderr = on_terminal(("status", "--courts", str(path)), surroundings(tmp_path / "data"))
    lines = stdout.splitlines()
    assert (code, stderr, len(lines)) == (1, "", 5)
    assert lines[0] == ("嘉定法院: 应报 0，已报 0，按时 0，逾期 0，往月逾期 0；指标：待数据 47，历史待补证 2，待基准 2")
    assert "尚无记录" in lines[2]
    assert lines[3].startswith("松江法院: postgresql://reader@127.0.0.1:9/duban：数据库连不上")
    assert lines[4].endswith("指标：待数据 94，历史待补证 4，待基准 4")
    _, stdout, _ = on_terminal(("status", "--courts", str(path), "--json"), surroundings(tmp_path / "data"))
    found = json.loads(stdout)
    assert set(found["courts"]) == set(courts)
    assert found["total"]["verdicts"]["no data"] == 94
    assert "sesame" not in stdout + stderr + "".join(lines)
    assert (tmp_path / "duban.db").read_bytes() == before


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[courts", "courts.toml"),
        ("[court]\n", "应只有一个 [courts] 表"),
        ("[courts]\n", "应只有一个 [courts] 表"),
        ('[courts]\na = "mysql://x:sesame@y/z"', "a: 应写成 sqlite:"),
        ("[courts]\na = 1", "a: 应写成 sqlite:"),
    ],
    ids=["no TOML", "another table", "empty", "another server", "no text"],
)
def test_a_list_of_courts_that_is_none_ends_in_one_line(content: str, named: str, tmp_path: Path) -> None:
    (tmp_path / "courts.toml").write_text(content, encoding="utf-8")
    line = complaint(("status", "--courts", str(tmp_path / "courts.toml")), surroundings(tmp_path))
    assert named in line
    assert "sesame" not in line

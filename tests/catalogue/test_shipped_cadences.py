"""How often the shipped notice asks, and which of it the notice itself prints."""

import tomllib
from pathlib import Path

from domain.notice import Notice, Requirement

Rows = list[dict[str, str]]
CONFIG = Path(__file__).parents[2] / "config.toml"

# All that is neither attested twice a year nor asked once a year.
APART = {
    "meeting": {"1.1.2": [1]},
    "filing-summary": {"2.1.1": [2, 3]},
    "monthly-late": {
        "4.7.1": [1, 2, 3],
        "4.8.1": [1, 2],
        "5.1.2": [1],
        "5.2.1": [1, 2, 3, 4, 5, 6, 7],
        "5.2.2": [1, 2],
        "5.3.2": [2],
        "5.3.3": [1, 3, 4, 5, 6],
        "5.3.4": [4, 6],
    },
    "history": {"3.1.1": [1], "3.2.1": [1, 2], "3.2.2": [1], "3.2.3": [1]},
    "counting": {
        "3.3.1": [1],
        "4.1.1": [1],
        "4.2.1": [1],
        "4.2.2": [1, 2],
        "4.3.1": [1],
        "4.3.2": [1],
        "4.3.3": [1],
        "4.4.1": [1, 2],
        "4.4.2": [1],
        "4.4.3": [1],
        "4.5.1": [1],
        "4.5.2": [1],
        "4.6.2": [1],
        "6.1.2": [1, 2],
        "6.2.1": [1],
        "6.2.2": [1],
    },
    "once": {"3.1.2": [1], "3.2.2": [2], "3.2.3": [2]},
    "on-event": {"2.2.3": [2], "6.2.1": [2]},
}
# Counted over a year although the matter is continuous; attested twice a year although the report is monthly.
YEARLY_ALTHOUGH_CONTINUOUS = {("1.1.1", 6), ("2.2.2", 1)}
HALF_YEARLY_ALTHOUGH_MONTHLY = {("2.1.1", 1), ("2.1.1", 4)}


def _asked(notice: Notice) -> dict[tuple[str, int], Requirement]:
    return {(i.code, r.seq): r for i in notice.indicators for r in i.requirements}


def test_every_cadence_is_one_that_config_toml_knows(notice: Notice) -> None:
    known = set(tomllib.loads(CONFIG.read_text(encoding="utf-8"))["cadences"])
    used = {r.cadence for r in _asked(notice).values()} | {i.files_cadence for i in notice.indicators}
    assert used - {None} <= known


def test_each_cadence_apart_has_exactly_its_requirements(notice: Notice) -> None:
    shipped: dict[str, dict[str, list[int]]] = {}
    for (code, seq), r in _asked(notice).items():
        if r.cadence not in ("yearly", "half-yearly"):
            shipped.setdefault(r.cadence, {}).setdefault(code, []).append(seq)
    assert shipped == APART


def test_the_rest_is_yearly_by_the_year_and_half_yearly_where_it_never_ends(notice: Notice) -> None:
    for key, r in _asked(notice).items():
        if r.cadence not in ("yearly", "half-yearly"):
            continue
        yearly = r.period == "year" or key in YEARLY_ALTHOUGH_CONTINUOUS
        assert r.cadence == ("yearly" if yearly else "half-yearly"), key
        assert r.period in ("year", "continuous") or key in HALF_YEARLY_ALTHOUGH_MONTHLY, key


def test_history_is_what_was_due_before_the_notice(notice: Notice) -> None:
    for key, r in _asked(notice).items():
        assert (r.cadence == "history") == (r.deadline is not None and r.deadline < notice.issued), key


def test_continuous_zeros_are_attested_twice_a_year(notice: Notice) -> None:
    found = [r.cadence for r in _asked(notice).values() if r.tag == "Z" and r.period == "continuous"]
    assert found == ["half-yearly"] * 12


def test_a_cadence_is_the_courts_own_where_the_notice_prints_no_period(notice: Notice, indicator_rows: Rows) -> None:
    printed = {row["code"] for row in indicator_rows if row["period_printed"] == "是"}
    assert len(printed) == 16
    for (code, seq), r in _asked(notice).items():
        own = code not in printed or (code, seq) in HALF_YEARLY_ALTHOUGH_MONTHLY
        assert r.office_set == own, (code, seq)


def test_only_the_monthly_report_is_filed_by_every_department(notice: Notice) -> None:
    filed = {i.code: (i.files, i.files_cadence) for i in notice.indicators if i.files or i.files_cadence}
    assert filed == {"2.1.1": ("各部门", "filing")}

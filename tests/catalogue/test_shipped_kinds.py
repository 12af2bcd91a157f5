"""How each demand of the shipped notice is asked: what kind it is, what is counted for it."""

from collections import Counter, defaultdict

from domain.kinds import KINDS, quantity
from domain.notice import Notice, Requirement

KIND_OF_TAG = {
    "B": {"practice", "milestone"},
    "Z": {"attestation", "figure"},
    "R": {"rank"},
    "T": {"all", "trend", "growth"},
    "X": {"rate"},
    "N": {"rate", "mean", "all", "entries"},
    "D": {"rate", "figure", "entries"},
}


def demands(notice: Notice) -> list[tuple[str, Requirement]]:
    return [(i.code, r) for i in notice.indicators for r in i.requirements]


def test_every_kind_is_in_use_and_goes_with_its_tag(notice: Notice) -> None:
    found = demands(notice)
    assert {r.kind for _, r in found} == set(KINDS)
    assert [(code, r.seq) for code, r in found if r.kind not in KIND_OF_TAG[r.tag]] == []


def test_a_share_is_never_typed(notice: Notice) -> None:
    """Whatever the notice gives in percent is computed from two figures."""
    shares = [(code, r) for code, r in demands(notice) if r.unit == "%"]
    assert len(shares) == 28
    assert [(code, r.seq) for code, r in shares if r.kind != "rate"] == []


def test_one_label_is_one_figure_with_one_unit(notice: Notice) -> None:
    units = defaultdict(set)
    for _, r in demands(notice):
        if KINDS[r.kind].shape == "figures":
            for part in r.parts:
                units[quantity(part).label].add(quantity(part).unit)
    assert {label: found for label, found in units.items() if len(found) > 1 or "" in found} == {}


def test_the_seven_figures_of_mediation_are_made_of_nine_numbers(notice: Notice) -> None:
    (indicator,) = (i for i in notice.indicators if i.code == "5.2.1")
    parts = Counter(part for r in indicator.requirements for part in r.parts)
    assert len(indicator.requirements) == 7
    assert len(parts) == 9
    assert parts["诉前调解案件 件"] == 4


def test_only_what_the_notice_leaves_open_lacks_a_definition(notice: Notice) -> None:
    assert [(code, r.seq) for code, r in demands(notice) if not r.defined] == [("5.2.1", 6)]


def test_windows_that_roll(notice: Notice) -> None:
    rolling = {(code, r.seq): r.months for code, r in demands(notice) if r.months}
    assert rolling == {("4.9.1", 4): 12} | {("6.3.3", seq): 36 for seq in (1, 2, 3, 4)}


def test_every_front_rank_is_a_question_of_its_own(notice: Notice) -> None:
    ranked = {code for code, r in demands(notice) if r.kind == "rank"}
    asked = {i.code for i in notice.indicators for doubt in i.doubts if doubt.field == "ranks"}
    assert asked == ranked

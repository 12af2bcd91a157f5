"""Words of somebody else, or of nobody: forwarded, by another bot, as a group or a channel, by shared accounts, under a
familiar name. They write nothing; and of a press nothing but the one that was given counts."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from bot import buttons
from bot.buttons import Press
from bot.handlers import HANDLERS
from db.tables import Task
from tests.house import CIVIL, DIRECTOR, PRESIDENT, REGISTRAR, STRANGER
from tests.security.gate import GROUP, NOW, ROLES, SECRET, Gate, Raw, post_of, verbs

WORDS = ("45 45 0", "应填45人，已填45人，记录0条", "取消", "/start", "下周一到周五出差，由B岗代", "/import", "1.1.1")
USER = {"id": 7_000_500, "is_bot": False, "first_name": "某人"}
CHANNEL = {"id": -1_001_234_567_890, "type": "channel", "title": "院内通报"}
DATE = int(NOW.timestamp())
SECOND_HAND: dict[str, Raw] = {
    "a person": {"forward_origin": {"type": "user", "date": DATE, "sender_user": USER}},
    "oneself": {"forward_origin": {"type": "user", "date": DATE, "sender_user": USER | {"id": 7_000_001}}},
    "a hidden person": {"forward_origin": {"type": "hidden_user", "date": DATE, "sender_user_name": REGISTRAR}},
    "a group": {"forward_origin": {"type": "chat", "date": DATE, "sender_chat": {"id": GROUP, "type": "group"}}},
    "a channel": {"forward_origin": {"type": "channel", "date": DATE, "chat": CHANNEL, "message_id": 1}},
    "another bot": {"via_bot": {"id": 7_000_600, "is_bot": True, "first_name": "某bot", "username": "some_bot"}},
    "a linked channel": {"is_automatic_forward": True, "sender_chat": CHANNEL},
}
NOBODY: dict[str, Raw] = {
    "an anonymous admin": {"from": USER | {"id": 1_087_968_824}, "sender_chat": {"id": GROUP, "type": "group"}},
    "a shared account": {"from": USER | {"id": 1_087_968_824}},
    "Telegram": {"from": USER | {"id": 777_000}},
    "a channel's account": {"from": USER | {"id": 136_817_688}},
    "a channel": {"sender_chat": CHANNEL},
}


def number_of(gate: Gate, title: str) -> tuple[int, int]:
    """The monthly round of a department, and its revision."""
    unit = post_of(gate.session, title).unit_id
    task = gate.session.exec(select(Task).where(Task.unit_id == unit, Task.form == "roll-call")).one()
    gate.session.rollback()
    return task.id, task.rev


@pytest.mark.parametrize("kind", ["message", "edited_message"])
@pytest.mark.parametrize("origin", [*SECOND_HAND])
def test_somebody_else_s_words_change_nothing(origin: str, kind: str, gate: Gate) -> None:
    """Whoever sends them, the words are not theirs."""
    for title in (REGISTRAR, DIRECTOR):
        raws = [gate.says(title, words, **SECOND_HAND[origin]) for words in WORDS]
        if kind == "edited_message":
            raws = [{"update_id": raw["update_id"], kind: raw["message"] | {"edit_date": DATE}} for raw in raws]
        for words, tried in zip(WORDS, gate.tries(raws), strict=True):
            assert (words, tried.changed, tried.error) == (words, frozenset(), None)
            assert {code for _, _, code in tried.said} <= {"forwarded"}, words


@pytest.mark.parametrize("group", [False, True], ids=["private", "group"])
@pytest.mark.parametrize("name", [*NOBODY])
def test_nobody_s_words_change_nothing_and_are_not_kept(name: str, group: bool, gate: Gate) -> None:
    for title in (REGISTRAR, DIRECTOR):
        raws = [gate.says(title, words, group=group) for words in WORDS]
        for raw in raws:
            raw["message"] |= NOBODY[name]
        for words, tried in zip(WORDS, gate.tries(raws), strict=True):
            assert (words, tried.changed, tried.said, tried.error) == (words, frozenset(), (), None)
    kept = gate.session.connection().exec_driver_sql(
        "SELECT sender, raw FROM inbox WHERE update_id = ?", (raws[-1]["update_id"],)
    )
    assert kept.all() == [(None, "null")]
    gate.session.rollback()


def test_one_s_own_words_change_something(gate: Gate) -> None:
    """Or the two above would prove nothing."""
    assert gate.tried(gate.says(REGISTRAR, "45 45 0")).changed
    assert gate.tried(gate.says(REGISTRAR, "下周一到周五出差，由B岗代")).changed


names = st.fixed_dictionaries(
    {"first_name": st.sampled_from([DIRECTOR, REGISTRAR, "𝟟"]), "is_bot": st.just(False)},
    optional={
        "last_name": st.just("主任"),
        "username": st.sampled_from(["duban_director", "director"]),
        "language_code": st.sampled_from(["zh", "en"]),
        "is_premium": st.booleans(),
    },
)


@given(names, st.integers(1, 2**52), st.sampled_from([*WORDS, "/status", "/people"]))
@settings(deadline=None, derandomize=True, database=None, max_examples=60)
def test_a_familiar_name_with_another_number_is_a_stranger(
    gate: Gate, sender: dict[str, Any], number: int, words: str
) -> None:
    if number in gate.ids.values():
        return
    raw = gate.says(STRANGER, words)
    raw["message"]["from"] = sender | {"id": number}
    raw["message"]["chat"] = {"id": number, "type": "private"}
    tried = gate.tried(raw)
    assert not tried.changed
    assert {kind for _, kind, _ in tried.said} <= {"stranger"}


# presses


def test_a_press_with_any_one_byte_changed_is_refused(gate: Gate) -> None:
    number, rev = number_of(gate, REGISTRAR)
    good = gate.presses(REGISTRAR, "zero", number, rev)
    assert gate.tried(good).changed
    data = good["callback_query"]["data"]
    forged = [data[:i] + ("A" if char != "A" else "B") + data[i + 1 :] for i, char in enumerate(data)]
    forged += [data[:i] + data[i + 1 :] for i in range(len(data))]
    for tried in gate.tries([gate.touches(REGISTRAR, one) for one in forged]):
        assert (tried.word, [*tried.written]) == ("not-your-button", [])


@pytest.mark.parametrize("chat", ["another person", "another chat", "the group", "an older secret"])
def test_a_button_that_was_given_elsewhere_is_refused(chat: str, gate: Gate) -> None:
    number, rev = number_of(gate, REGISTRAR)
    me, press = gate.ids[REGISTRAR], Press("zero", str(number), rev)
    data = {
        "another person": buttons.sign(SECRET, gate.ids[CIVIL], gate.ids[CIVIL], press),
        "another chat": buttons.sign(SECRET, me, gate.ids[CIVIL], press),
        "the group": buttons.sign(SECRET, buttons.ANYBODY, GROUP, press),
        "an older secret": buttons.sign(bytes(32), me, me, press),
    }[chat]
    tried = gate.tried(gate.touches(REGISTRAR, data))
    assert (tried.word, [*tried.written]) == ("not-your-button", [])


def test_a_press_repeated_a_hundred_times_is_done_once(opened: Gate) -> None:
    number, rev = number_of(opened, REGISTRAR)
    raws = [opened.presses(REGISTRAR, "zero", number, rev) for _ in range(101)]
    opened.desk.keep(raws[:1], NOW)
    opened.desk.work(NOW)
    once = number_of(opened, REGISTRAR)
    assert once != (number, rev)
    opened.desk.keep(raws[1:], NOW)
    while opened.desk.work(NOW).handled:
        continue
    assert number_of(opened, REGISTRAR) == once
    counts = opened.session.connection().exec_driver_sql("SELECT count(*) FROM report WHERE task_id = ?", (number,))
    assert counts.scalar() == 1


def test_whoever_has_left_may_do_nothing_any_more(gate: Gate) -> None:
    """With every button that could have been given, and with every word."""
    number, rev = number_of(gate, REGISTRAR)
    raws = [gate.presses(ROLES["gone"], verb, number, rev) for verb in sorted(verbs())]
    raws += [gate.says(ROLES["gone"], words) for words in WORDS]
    for tried in gate.tries(raws):
        assert not tried.changed
        assert tried.word in ("not-your-button", "")


def test_every_handler_is_behind_the_one_door(gate: Gate) -> None:
    """Nothing that an outsider sends reaches one, but a claim and what Telegram itself says of groups."""
    assert len(HANDLERS) > 200
    for role in ("stranger", "gone"):
        for raw in (gate.says(ROLES[role], words) for words in (*WORDS, "/status", "/people", "/tasks")):
            tried = gate.tried(raw)
            assert not tried.changed
            assert {kind for _, kind, _ in tried.said} <= {"stranger"}


def test_a_leader_is_nobody_of_the_office(gate: Gate) -> None:
    assert gate.tried(gate.says(PRESIDENT, "/import")).said[0][2] == "only-director"

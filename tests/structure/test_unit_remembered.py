"""What is looked up once is what a look at the records would find, whoever has changed them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session, select

from db import engine
from db.queries import edits, outbox, people, tidings
from db.tables import Outbox, Person, Post, Tenure, Tiding, Unit
from tests import cellar

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CONTACT = 7_000_001


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Engine]:
    found = cellar.migrated_in(tmp_path)
    with engine.session(found) as session:
        session.add(Unit(id=1, name="立案庭", kind="unit", position=1))
        session.add(Person(id=1, telegram_id=CONTACT, name="立案庭联络员", language="en", state="active", at=NOW))
        session.flush()
        session.add(Post(id=1, unit_id=1, title="立案庭联络员", role="contact"))
        session.flush()
        session.add(Tenure(post_id=1, person_id=1, since=date(2026, 1, 1)))
        session.commit()
    yield found
    found.dispose()


@pytest.fixture
def session(database: Engine) -> Iterator[Session]:
    with engine.session(database) as found:
        yield found


def titles(session: Session) -> list[str]:
    return [post.title for post, _ in people.seats(session, 1)]


def leave(session: Session) -> None:
    for tenure in session.exec(select(Tenure)):
        tenure.until = date(2026, 3, 1)


def test_who_holds_a_post_is_asked_once_in_many_transactions(database: Engine, session: Session) -> None:
    asked: list[str] = []
    event.listen(database, "before_cursor_execute", lambda c, cursor, statement, *rest: asked.append(statement))
    for _ in range(5):
        assert titles(session) == ["立案庭联络员"]
        session.commit()
    assert sum("FROM tenure" in statement for statement in asked) == 1


def test_somebody_new_is_known_before_he_is_written(session: Session) -> None:
    assert people.by_telegram(session, CONTACT + 1) is None
    session.add(Person(id=2, telegram_id=CONTACT + 1, name="政治部联络员", language="en", state="active", at=NOW))
    assert people.by_telegram(session, CONTACT + 1) is not None
    session.rollback()
    assert people.by_telegram(session, CONTACT + 1) is None


def test_what_this_session_changes_is_seen_before_it_is_written(session: Session) -> None:
    assert titles(session) == ["立案庭联络员"]
    leave(session)
    assert titles(session) == []
    session.commit()
    assert titles(session) == []


def test_what_is_taken_back_is_as_it_was(session: Session) -> None:
    assert titles(session) == ["立案庭联络员"]
    session.commit()
    leave(session)
    session.flush()
    assert titles(session) == []
    session.rollback()
    assert titles(session) == ["立案庭联络员"]


def test_what_somebody_else_has_written_is_seen_in_the_next_transaction(database: Engine, session: Session) -> None:
    assert titles(session) == ["立案庭联络员"]
    assert people.by_telegram(session, CONTACT) is not None
    session.commit()
    with engine.session(database) as other:
        leave(other)
        found = other.get_one(Person, 1)
        found.state = "gone"
        other.commit()
    assert titles(session) == []
    person = people.by_telegram(session, CONTACT)
    assert person is not None
    assert person.state == "gone"


def said(session: Session, n: int, chat: int, kind: str = "sentence", **args: int) -> Outbox:
    row = Outbox(key=str(n), chat_id=chat, kind=kind, args=args, rank=0, not_before=NOW, since=NOW)
    session.add(row)
    session.flush()
    return row


def test_of_what_waits_each_chat_goes_once_and_no_more_than_may(session: Session) -> None:
    for n in range(200):
        said(session, n, n % 4)
    assert [(row.key, row.chat_id) for row in outbox.due(session, NOW, {1}, 2)] == [("0", 0), ("2", 2)]
    assert [row.chat_id for row in outbox.due(session, NOW, set(), 8)] == [0, 1, 2, 3]
    assert outbox.due(session, NOW, set(), 0) == []


def test_whoever_has_a_row_sees_that_it_left_and_arrived(session: Session) -> None:
    rows = [said(session, n, n) for n in range(3)]
    session.commit()
    outbox.claim(session, [(row, {"text": row.key}) for row in rows[:2]], NOW)
    assert [(row.state, row.params) for row in rows] == [
        ("sending", {"text": "0"}),
        ("sending", {"text": "1"}),
        ("pending", None),
    ]
    outbox.arrived(session, {rows[0].id: 501, rows[1].id: None}, NOW)
    seen = [(row.state, row.message_id) for row in rows]
    assert seen == [("sent", 501), ("sent", None), ("pending", None)]
    assert not session.dirty
    session.commit()
    session.expunge_all()
    assert [(row.state, row.message_id) for row in session.exec(select(Outbox).order_by(Outbox.key))] == seen


def test_what_changes_more_than_itself_by_arriving_is_told_apart(session: Session) -> None:
    plain, invitation, edit = said(session, 1, 1), said(session, 2, 2, "invitation", invite=1), said(session, 3, 1)
    edit.edits = plain.id
    session.flush()
    assert outbox.changing_more(session, [plain.id, invitation.id, edit.id]) == [invitation, edit]
    assert outbox.changing_more(session, []) == []


def test_a_message_is_found_by_what_it_is_about_now(session: Session) -> None:
    card, sheet = said(session, 1, 5, "task", task=7), said(session, 2, 5, "sheet", sheet=7)
    said(session, 3, 5, "task", task=8)
    assert outbox.about(session, [], 7, [], 10) == [card]
    assert outbox.about(session, [], 7, [7], 10) == [sheet, card]
    assert outbox.about(session, [], 7, [7], 1) == [sheet]
    card.kind, card.args = "receipt", {"report": 3}
    session.flush()
    assert outbox.about(session, [3], 7, [], 10) == [card]
    assert outbox.of_lead(session, 8, 10) == []  # it is not sent


def edited(session: Session, card: Outbox, key: str) -> Outbox:
    row = Outbox(key=key, chat_id=5, kind="card", rank=0, not_before=NOW, since=NOW, edits=card.id)
    session.add(row)
    return row


def test_what_belongs_to_a_message_is_read_once_and_followed(database: Engine, session: Session) -> None:
    card = said(session, 1, 5)
    session.commit()
    assert edits.waiting(session, card.id) is None
    asked: list[str] = []
    event.listen(database, "before_cursor_execute", lambda c, cursor, statement, *rest: asked.append(statement))
    row = edited(session, card, "2")
    assert edits.waiting(session, card.id) is row  # it is not written yet
    assert asked == []
    session.commit()
    assert edits.waiting(session, card.id) is row
    row.state = "sending"
    assert edits.waiting(session, card.id) is None
    other = edited(session, card, "3")
    session.flush()
    assert edits.waiting(session, card.id) is other
    session.delete(other)
    assert edits.waiting(session, card.id) is None
    assert sum("SELECT" in statement for statement in asked) == 0


def test_what_belongs_elsewhere_by_now_is_found_there(session: Session) -> None:
    one, two = said(session, 1, 5), said(session, 2, 5)
    row = Tiding(key="1", person_id=1, kind="sentence", at=NOW, outbox_id=one.id)
    session.add(row)
    assert (tidings.on_card(session, one.id), tidings.on_card(session, two.id)) == ([row], [])
    row.outbox_id = two.id
    assert (tidings.on_card(session, one.id), tidings.on_card(session, two.id)) == ([], [row])
    session.flush()
    tidings.retell(session, two.id, one.id)
    assert (tidings.on_card(session, one.id), tidings.on_card(session, two.id)) == ([row], [])


def test_what_was_taken_back_or_written_elsewhere_is_read_anew(database: Engine, session: Session) -> None:
    card = said(session, 1, 5)
    session.commit()
    assert edits.waiting(session, card.id) is None
    trial = session.begin_nested()
    edited(session, card, "2")
    session.flush()
    assert edits.waiting(session, card.id) is not None
    trial.rollback()
    assert edits.waiting(session, card.id) is None
    session.commit()
    with engine.session(database) as other:
        edited(other, card, "3")
        other.commit()
    found = edits.waiting(session, card.id)
    assert found is not None
    assert found.key == "3"


def test_what_a_savepoint_tried_is_gone_and_nothing_else(database: Engine, session: Session) -> None:
    card, other = said(session, 1, 5), said(session, 2, 6)
    session.commit()
    assert (edits.waiting(session, card.id), edits.waiting(session, other.id)) == (None, None)
    assert titles(session) == ["立案庭联络员"]
    asked: list[str] = []
    event.listen(database, "before_cursor_execute", lambda c, cursor, statement, *rest: asked.append(statement))
    trial = session.begin_nested()
    row = said(session, 3, 5)
    row.edits = card.id
    assert tidings.on_card(session, row.id) == []
    assert edits.waiting(session, card.id) is row
    trial.rollback()
    again = said(session, 4, 7)
    session.add(Tiding(key="1", person_id=1, kind="sentence", at=NOW, outbox_id=again.id))
    assert len(tidings.on_card(session, again.id)) == 1
    asked.clear()
    assert edits.waiting(session, other.id) is None
    assert titles(session) == ["立案庭联络员"]
    assert asked == []
    assert edits.waiting(session, card.id) is None
    assert len(asked) == 1


def test_what_a_savepoint_has_written_past_the_session_is_taken_back_too(session: Session) -> None:
    one, two = said(session, 1, 5), said(session, 2, 5)
    row = Tiding(key="1", person_id=1, kind="sentence", at=NOW, outbox_id=one.id)
    session.add(row)
    session.flush()
    trial = session.begin_nested()
    tidings.retell(session, one.id, two.id)
    assert (tidings.on_card(session, one.id), tidings.on_card(session, two.id)) == ([], [row])
    trial.rollback()
    assert (tidings.on_card(session, one.id), tidings.on_card(session, two.id)) == ([row], [])


def test_messages_are_found_together_each_in_its_own_chat(session: Session) -> None:
    rows = [said(session, n, n % 3) for n in range(6)]
    outbox.arrived(session, {row.id: 500 + n // 3 for n, row in enumerate(rows)}, NOW)
    rows[5].edits = rows[2].id
    session.flush()
    found = outbox.of_messages(session, [(0, 500), (1, 501), (2, 501), (9, 500)])
    assert found == {(0, 500): rows[0], (1, 501): rows[4]}
    assert outbox.of_messages(session, []) == {}


def test_several_are_looked_up_together_and_each_only_once(database: Engine, session: Session) -> None:
    session.add(Person(id=2, telegram_id=CONTACT + 1, name="政治部联络员", language="en", state="active", at=NOW))
    session.commit()
    assert titles(session) == ["立案庭联络员"]
    asked: list[str] = []
    event.listen(database, "before_cursor_execute", lambda c, cursor, statement, *rest: asked.append(statement))
    found = people.seats_of(session, [1, 2])
    assert [(len(found[number]), number) for number in found] == [(1, 1), (0, 2)]
    assert people.seats(session, 2) == []
    assert len(asked) == 1

"""English for those who choose it, whatever their post: every sentence of theirs, and nobody else's."""

import re

import pytest

from db.tables import Unit
from tests.house import CIVIL, DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words

# what stays Chinese are names: of posts, departments, areas and what the notice asks for
SENTENCE = re.compile(r"[请已的未为]|点|本|返回|报送")


def spoken(message: dict) -> str:  # type: ignore[type-arg]
    """Words and labels without the names in them."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return "\n".join([words(message), *(button["text"] for row in rows for button in row)])


async def to_english(court: Court, title: str) -> None:
    await court.say(title, "语言")
    assert court.offers(title) == ["language", "language"]
    await court.press(title, "language", "en")
    assert court.text(title) == "From now on in English."


@pytest.mark.parametrize("who", [DIRECTOR, OFFICER, PRESIDENT, REGISTRAR, REGISTRAR_HEAD])
async def test_whoever_chooses_english_is_answered_in_it_and_back(signed: Court, who: str) -> None:
    await to_english(signed, who)
    before = len(signed.heard(who))
    for word in ("/help", "/tasks", "/status", "/people", "/digest", "/why 2.1.1", "/cancel"):
        await signed.say(who, word)
    said = [spoken(message) for message in signed.heard(who)[before:]]
    assert len(said) >= 6
    assert [text for text in said if not re.search(r"[A-Za-z]{3}", text)] == []
    assert "You are registered as" in said[0]
    await signed.say(who, "/language")
    await signed.press(who, "language", "zh")
    assert signed.text(who) == "今后使用中文。"
    await signed.say(who, "/help")
    assert "您已登记为" in signed.text(who)


async def test_the_directors_pages_are_all_in_english_for_a_director_who_chose_it(filled: Court) -> None:
    await filled.give()
    await to_english(filled, DIRECTOR)
    (group,) = filled.rows(Unit, name="派出法庭")
    (empty,) = filled.rows(Unit, name="各支部")
    unit = filled.posts(REGISTRAR)[0].unit_id
    pages: list[tuple[str, str | int | None]] = [("gap", "unsigned"), ("people", 1), ("gap", "charge"), ("people", 1)]
    pages += [("posts", unit), ("charge", unit), ("charges", None), ("people", 1)]
    pages += [("groups", None), ("group", group.id), ("members", None), ("group", group.id), ("convenors", None)]
    pages += [("group", None), ("group-confirm", None)]
    await filled.say(DIRECTOR, "/people")
    for verb, subject in pages:
        await filled.press(DIRECTOR, verb, subject)
        text = spoken(filled.last(DIRECTOR))
        assert re.search(r"[A-Za-z]{4}", text), verb
        names = [name for line in text.splitlines() for name in re.findall(r"[一-鿿、（）]+", line)]
        assert [name for name in names if SENTENCE.search(name)] == [], verb
    await filled.say(DIRECTOR, "/people")
    await filled.press(DIRECTOR, "groups")
    await filled.press(DIRECTOR, "group", empty.id)
    toast = await filled.press(DIRECTOR, "group-confirm")
    assert toast == "No department belongs to this group yet. Please add its departments first."


async def test_a_card_is_in_the_language_of_its_reader(signed: Court) -> None:
    await to_english(signed, REGISTRAR)
    await signed.until("2026-03-02 10:00")
    assert "Please file by the end of Wed 4 Mar" in signed.text(REGISTRAR)
    assert "请于 3月4日（周三）下班前报送" in signed.text(CIVIL)

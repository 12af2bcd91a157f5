import copy
import json
from typing import Any

import pytest

from bot.guard import BLACK, FOUND, black_out, emptied, is_marked, says_anything
from tests.forbidden import CASE, LANDLINE, MOBILE, identity

Json = dict[str, Any]
FRAME: Json = {
    "message_id": 5,
    "date": 1_790_000_000,
    "from": {"id": 7, "is_bot": False, "first_name": "立案庭联络员"},
    "chat": {"id": 7, "type": "private"},
}
NUMBER = identity("99999919000101001")
WITH_X = next(n for n in (identity(f"99999919000101{i:03d}") for i in range(1, 100)) if n.endswith("X"))
SECRETS = {"identity": NUMBER, "phone": MOBILE, "case": CASE}


def message(**content: Any) -> Json:
    return {"update_id": 1, "message": FRAME | content}


def kept(**content: Any) -> Json:
    found: Json = black_out(message(**content))["message"]
    return found


@pytest.mark.parametrize("number", [NUMBER, WITH_X, WITH_X.lower()])
@pytest.mark.parametrize(
    ("text", "left"),
    [("当事人{}，请查", f"当事人{BLACK}，请查"), ("a{}b", f"a{BLACK}b"), ("1 {} 2", f"1 {BLACK} 2")],
)
def test_a_text_loses_an_identity_number_and_keeps_its_other_words(text: str, left: str, number: str) -> None:
    assert kept(text=text.format(number)) == FRAME | {"text": left, FOUND: ["identity"]}


@pytest.mark.parametrize("text", ["{}", "{}\n{}", "身份证号：{}", "他的身份证是{}。", "{}、{}"])
def test_of_a_text_that_is_nothing_else_nothing_is_kept(text: str) -> None:
    left = kept(text=text.format(NUMBER, NUMBER), entities=[{"type": "phone_number", "offset": 0, "length": 18}])
    assert left == FRAME | {"entities": [], FOUND: ["identity"]}
    assert not says_anything(left)


@pytest.mark.parametrize("kind", SECRETS)
def test_captions_and_names_of_files_are_read_too_and_the_file_is_kept(kind: str) -> None:
    secret = SECRETS[kind]
    photo = kept(caption=f"见附件 {secret}", photo=[{"file_id": "a"}])
    assert photo == FRAME | {"caption": f"见附件 {BLACK}", "photo": [{"file_id": "a"}], FOUND: [kind]}
    named = kept(document={"file_id": "a", "file_name": f"笔录-{secret}.pdf"})
    assert named == FRAME | {"document": {"file_id": "a", "file_name": f"笔录-{BLACK}.pdf"}, FOUND: [kind]}
    assert kept(photo=[{"file_id": "a"}], caption=secret) == FRAME | {"photo": [{"file_id": "a"}], FOUND: [kind]}


def test_every_kind_in_a_message_is_told_once() -> None:
    left = kept(text=f"{CASE}，电话{MOBILE}或{LANDLINE}，身份证{NUMBER}，应填45人")
    assert left[FOUND] == ["identity", "phone", "case"]
    assert left["text"] == f"{BLACK}，电话{BLACK}或{BLACK}，身份证{BLACK}，应填45人"


def test_a_contact_is_not_kept() -> None:
    left = kept(contact={"phone_number": "123", "first_name": "张某", "vcard": f"TEL:{MOBILE}"})
    assert left == FRAME | {FOUND: ["phone"]}
    assert not says_anything(left)


@pytest.mark.parametrize(
    "content",
    [
        {"text": "机密★1年\n关于某项工作的通知"},
        {"document": {"file_id": "a", "file_name": "【秘密】会议纪要.pdf"}},
        {"document": {"file_id": "a", "file_name": "会议纪要_机密.pdf"}},
        {"caption": "密级：秘密", "document": {"file_id": "a", "file_name": "纪要.pdf"}},
        {"caption": "附机密文件一份", "photo": [{"file_id": "a"}], "has_media_spoiler": True},
    ],
    ids=["text", "file name", "file name at its end", "caption of a document", "caption of a photo"],
)
def test_of_a_marked_document_nothing_is_kept(content: Json) -> None:
    assert kept(**content) == FRAME | {FOUND: ["classified"]}


def test_the_other_pages_of_a_marked_album_can_be_emptied() -> None:
    marked = black_out(message(caption="机密★1年", photo=[{"file_id": "a"}], media_group_id="7"))
    assert is_marked(marked)
    other = black_out(message(photo=[{"file_id": "b"}], media_group_id="7"))
    assert not is_marked(other)
    assert emptied(other) == {"update_id": 1, "message": FRAME | {"media_group_id": "7", FOUND: ["classified"]}}


def test_a_changed_message_is_read_like_a_new_one() -> None:
    left = black_out({"update_id": 1, "edited_message": FRAME | {"edit_date": 1_790_000_001, "text": NUMBER}})
    assert left["edited_message"] == FRAME | {"edit_date": 1_790_000_001, FOUND: ["identity"]}


def test_of_what_is_replied_to_or_quoted_the_frame_is_kept_and_the_reply_keeps_its_words() -> None:
    replied = FRAME | {"message_id": 4, "text": f"此前发的 {NUMBER}", "document": {"file_name": f"{MOBILE}.pdf"}}
    quote = {"text": "张某打听案情", "position": 5, "is_manual": True}
    left = kept(text="发错了", reply_to_message=replied, quote=quote, external_reply={"origin": {}})
    assert left == FRAME | {"text": "发错了", "reply_to_message": FRAME | {"message_id": 4}}


def test_of_a_pressed_message_the_frame_is_kept() -> None:
    pressed = {"id": "1", "data": "file.1.0.x", "message": FRAME | {"text": f"请核对：{NUMBER}"}}
    left = black_out({"update_id": 1, "callback_query": pressed})
    assert left["callback_query"] == {"id": "1", "data": "file.1.0.x", "message": FRAME}


def test_telegrams_own_numbers_are_let_be() -> None:
    document = {"file_id": f"BQAC-{MOBILE}-x", "file_unique_id": MOBILE, "file_name": "纪要.pdf"}
    raw = message(document=document, media_group_id=NUMBER)
    assert black_out(raw) == raw
    press = {"update_id": 1, "callback_query": {"id": NUMBER, "chat_instance": MOBILE, "data": "file.1.0.x"}}
    assert black_out(press) == press


def test_a_command_is_still_a_command_and_no_other_place_in_a_changed_text_is_kept() -> None:
    command = {"type": "bot_command", "offset": 0, "length": 4}
    number = {"type": "phone_number", "offset": 5, "length": 11}
    left = kept(text=f"/why {MOBILE}", entities=[command, number])
    assert (left["text"], left["entities"]) == (f"/why {BLACK}", [command])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "45 45 0",
        "应填45人，已填45人，记录0条",
        NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1"),  # the check digit is wrong
        NUMBER[:-1],
        NUMBER + "0",
        "0" + NUMBER,
        "2026112409301234567",
    ],
)
def test_other_texts_and_figures_are_kept_as_they_are(text: str) -> None:
    raw = message(text=text)
    assert black_out(raw) == raw


@pytest.mark.parametrize(
    "raw",
    [
        {"update_id": 1},
        {"update_id": 1, "callback_query": {"id": "1", "data": "file.1.0.x"}},
        message(sticker={}),
        message(text=None),
    ],
)
def test_updates_without_words_pass(raw: Json) -> None:
    assert black_out(raw) == raw


def test_the_update_that_came_in_is_not_changed_itself() -> None:
    raw = message(text=NUMBER, reply_to_message=FRAME | {"text": NUMBER})
    before = copy.deepcopy(raw)
    black_out(raw)
    emptied(raw)
    black_out(message(text="好", reply_to_message=raw["message"]["reply_to_message"]))
    assert raw == before
    assert NUMBER not in json.dumps(black_out(raw))

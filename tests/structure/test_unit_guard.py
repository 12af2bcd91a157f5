import copy
import json
from typing import Any

import pytest

from bot.guard import BLACK, FOUND, WEIGHTS, black_out

Json = dict[str, Any]
FRAME: Json = {
    "message_id": 5,
    "date": 1_790_000_000,
    "from": {"id": 7, "is_bot": False, "first_name": "立案庭联络员"},
    "chat": {"id": 7, "type": "private"},
}


def identity(body: str) -> str:
    """An eighteen-digit number whose check digit is right; the places and days in it are made up."""
    assert len(body) == 17
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]


NUMBER = identity("99999919000101001")
WITH_X = next(n for n in (identity(f"99999919000101{i:03d}") for i in range(1, 100)) if n.endswith("X"))


def message(**content: Any) -> Json:
    return {"update_id": 1, "message": FRAME | content}


@pytest.mark.parametrize("number", [NUMBER, WITH_X, WITH_X.lower()])
@pytest.mark.parametrize("text", ["{}", "当事人{}，请查", "a{}b", "{}\n{}", "1 {} 2"])
def test_a_text_with_an_identity_number_loses_all_its_content(text: str, number: str) -> None:
    kept = black_out(message(text=text.format(number, number), entities=[{"type": "phone_number"}]))
    assert number not in json.dumps(kept, ensure_ascii=False)
    assert kept == {"update_id": 1, "message": FRAME | {FOUND: "identity"}}


@pytest.mark.parametrize(
    "content",
    [
        {"caption": f"见附件 {NUMBER}", "photo": [{"file_id": "a"}]},
        {"document": {"file_id": "a", "file_name": f"{NUMBER}.pdf"}},
        {"text": "好的", "document": {"file_name": f"笔录-{NUMBER}"}},
    ],
    ids=["caption", "file name", "file name beside a text"],
)
def test_captions_and_names_of_files_are_read_too(content: Json) -> None:
    kept = black_out(message(**content))
    assert NUMBER not in json.dumps(kept)
    assert set(kept["message"]) == {*FRAME, FOUND}


def test_a_changed_message_is_read_like_a_new_one() -> None:
    kept = black_out({"update_id": 1, "edited_message": FRAME | {"edit_date": 1_790_000_001, "text": NUMBER}})
    assert kept["edited_message"] == FRAME | {"edit_date": 1_790_000_001, FOUND: "identity"}


def test_what_is_replied_to_loses_the_number_and_the_reply_keeps_its_words() -> None:
    replied = FRAME | {"message_id": 4, "text": f"此前发的 {NUMBER}"}
    kept = black_out(message(text="发错了", reply_to_message=replied))
    assert kept["message"]["text"] == "发错了"
    assert kept["message"]["reply_to_message"] == replied | {"text": f"此前发的 {BLACK}"}


def test_a_pressed_message_loses_the_number_too() -> None:
    pressed = {"id": "1", "data": "file.1.0.x", "message": FRAME | {"text": f"请核对：{NUMBER}"}}
    kept = black_out({"update_id": 1, "callback_query": pressed})
    assert NUMBER not in json.dumps(kept, ensure_ascii=False)
    assert kept["callback_query"]["data"] == "file.1.0.x"


def test_a_quotation_of_such_a_text_is_not_kept_either() -> None:
    replied = FRAME | {"message_id": 4, "text": f"此前发的 {NUMBER}"}
    quote = {"text": NUMBER, "position": 5, "is_manual": True}
    kept = black_out(message(text="发错了", reply_to_message=replied, quote=quote))
    assert NUMBER not in json.dumps(kept, ensure_ascii=False)


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
        "13800138000",
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
    black_out(message(text="好", reply_to_message=raw["message"]["reply_to_message"]))
    assert raw == before

import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest, NetworkError

from sandbox.errors import ApiError, Refused
from sandbox.limits import ALBUM, CHAT, UPLOAD_BYTES
from sandbox.telegram import Telegram
from tests.sandbox.cast import CAST, CONTACT, TOKEN, Watch
from tests.sandbox.pictures import png

ME = CONTACT.id
PAGES = [(f"纪要{number}.jpg", png(40, 30)) for number in range(1, 4)]
PHOTO, PAPER = {"type": "photo", "media": "attach://a"}, {"type": "document", "media": "attach://a"}
PARTS = {"a": ("a.png", png(10, 10))}


@pytest.fixture(autouse=True)
def started(telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")


async def test_a_person_s_album_is_as_many_messages_of_one_group_and_the_first_has_the_words(
    bot: Bot, telegram: Telegram
) -> None:
    telegram.sends_album(ME, ME, PAGES, caption="会议纪要", photos=True)
    messages = [update.message for update in await bot.get_updates(offset=2)]
    assert [one.caption for one in messages if one] == ["会议纪要", None, None]
    assert [bool(one.photo) for one in messages if one] == [True, True, True]
    (group,) = {one.media_group_id for one in messages if one}
    assert group
    telegram.sends_album(ME, ME, PAGES[:2])
    later = [update.message for update in (await bot.get_updates(offset=5))]
    assert [one.document.file_name for one in later if one and one.document] == ["纪要1.jpg", "纪要2.jpg"]
    assert {one.media_group_id for one in later if one}.isdisjoint({group})


@pytest.mark.parametrize("count", [ALBUM[0] - 1, ALBUM[1] + 1])
def test_an_album_has_2_to_10_files_whoever_sends_it(telegram: Telegram, count: int) -> None:
    with pytest.raises(Refused, match="2 to 10"):
        telegram.sends_album(ME, ME, PAGES[:1] * count)
    with pytest.raises(ApiError, match=r"2-10 items|too many messages to send as an album"):
        telegram.call("sendMediaGroup", {"chat_id": ME, "media": [PHOTO] * count}, PARTS)


async def test_the_bot_s_album_comes_back_as_its_messages(bot: Bot, telegram: Telegram) -> None:
    sent = await bot.send_media_group(
        ME, [InputMediaPhoto(content, caption=name) for name, content in PAGES], reply_to_message_id=1
    )
    assert [one.caption for one in sent] == ["纪要1.jpg", "纪要2.jpg", "纪要3.jpg"]
    assert len({one.media_group_id for one in sent}) == 1
    assert {one.reply_to_message.text for one in sent if one.reply_to_message} == {"/start"}
    shown = telegram.messages(ME)[-3:]
    assert [one["message_id"] for one in shown] == [one.message_id for one in sent]
    assert telegram.history("sendMediaGroup")[0]["outcome"] == [
        {"message_id": one.message_id, "chat_id": ME} for one in sent
    ]


@pytest.mark.parametrize(
    ("media", "words"),
    [
        ([PHOTO, PAPER], "document can't be mixed with other media types"),
        ([PHOTO, {"type": "animation", "media": "attach://a"}], "the types photo and document"),
        ([PHOTO, {"type": "photo"}], "media not found"),
        ([PHOTO, {"type": "photo", "media": "attach://b"}], 'no part "b"'),
        ([PHOTO, {**PHOTO, "colour": "red"}], 'unknown field "colour"'),
        ([PHOTO, {**PHOTO, "caption": "长" * 1025}], "caption is too long"),
        ([PHOTO, "photo"], "expected an Object"),
    ],
)
def test_what_does_not_make_an_album_is_refused_whole(telegram: Telegram, media: list[object], words: str) -> None:
    before = telegram.messages(ME)
    with pytest.raises(ApiError, match=words):
        telegram.call("sendMediaGroup", {"chat_id": ME, "media": media}, PARTS)
    assert telegram.messages(ME) == before


def test_an_album_has_no_buttons(telegram: Telegram) -> None:
    asked = {"chat_id": ME, "media": [PHOTO, PHOTO], "reply_markup": {"inline_keyboard": []}}
    with pytest.raises(ApiError, match='no parameter "reply_markup"'):
        telegram.call("sendMediaGroup", asked, PARTS)


async def test_a_photo_of_an_album_can_t_become_a_document(bot: Bot) -> None:
    sent = await bot.send_media_group(ME, [InputMediaPhoto(png(10, 10)), InputMediaPhoto(png(20, 20))])
    await bot.edit_message_media(InputMediaPhoto(png(30, 30)), ME, sent[0].message_id)
    with pytest.raises(BadRequest, match="specified type in the album"):
        await bot.edit_message_media(InputMediaDocument(b"abc"), ME, sent[1].message_id)


def test_every_message_of_an_album_counts(watch: Watch) -> None:
    world = Telegram(token=TOKEN, cast=CAST, now=watch.now)
    world.says(ME, ME, "/start")
    album = {"chat_id": ME, "media": [PHOTO] * ALBUM[1]}
    world.call("sendMediaGroup", album, PARTS)
    with pytest.raises(ApiError) as caught:
        world.call("sendMessage", {"chat_id": ME, "text": "甲"})
    assert caught.value.parameters == {"retry_after": ALBUM[1] - CHAT.burst + 1}
    watch.wait(ALBUM[1] - CHAT.burst + 1)
    world.call("sendMessage", {"chat_id": ME, "text": "甲"})
    world.close()


async def test_a_document_has_at_most_50_mb(bot: Bot) -> None:
    sent = await bot.send_document(ME, bytes(UPLOAD_BYTES), filename="录像.bin", write_timeout=30, read_timeout=30)
    assert sent.document is not None
    assert sent.document.file_size == UPLOAD_BYTES
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(ME, bytes(UPLOAD_BYTES + 1), write_timeout=30, read_timeout=30)
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_document(ME, b"abc", caption="长" * 1025)

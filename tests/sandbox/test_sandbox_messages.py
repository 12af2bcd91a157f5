from io import BytesIO

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    Message,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import BadRequest, Forbidden

from sandbox.telegram import Telegram
from tests.sandbox.cast import CONTACT, DIRECTOR, MONDAY, OUTSIDER
from tests.sandbox.pictures import png

ME = CONTACT.id
SIGN = InlineKeyboardMarkup([[InlineKeyboardButton("签收", callback_data="sign")]])


@pytest.fixture(autouse=True)
def started(telegram: Telegram) -> None:
    telegram.says(ME, ME, "/start")


async def test_a_message_arrives_with_its_buttons_and_the_clock_s_date(bot: Bot, telegram: Telegram) -> None:
    sent = await bot.send_message(ME, "  请签收 \n", reply_markup=SIGN)
    assert (sent.text, sent.date, sent.chat.type) == ("请签收", MONDAY, "private")
    assert sent.from_user is not None
    assert sent.from_user.id == bot.id
    shown = telegram.messages(ME)[-1]
    assert shown["text"] == "请签收"
    assert shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "sign"


async def test_html_becomes_entities_counted_in_utf_16(bot: Bot) -> None:
    sent = await bot.send_message(ME, "😀<b>逾期</b> &lt;1 天&gt; <a href='https://e.org'>看</a>", parse_mode="HTML")
    assert sent.text == "😀逾期 <1 天> 看"
    bold, link = sent.entities
    assert (bold.type, bold.offset, bold.length) == (MessageEntity.BOLD, 2, 2)
    assert (link.type, link.url) == (MessageEntity.TEXT_LINK, "https://e.org")
    assert sent.parse_entity(bold) == "逾期"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>甲", 'can\'t find end tag corresponding to start tag "b"'),
        ("甲</b>", "unexpected end tag"),
        ("<b>甲</i>", "unmatched end tag"),
        ("<table>甲</table>", 'unsupported start tag "table"'),
        ("5 < 6", "unsupported start tag"),
    ],
)
async def test_html_that_telegram_could_not_read_is_refused(bot: Bot, text: str, words: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i)can't parse entities: .*{words}"):
        await bot.send_message(ME, text, parse_mode="HTML")


@pytest.mark.parametrize(
    ("text", "words"), [(" \n ", "text is empty"), ("长" * 4097, "too long"), ("😀" * 2049, "too long")]
)
async def test_a_text_has_1_to_4096_characters(bot: Bot, text: str, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.send_message(ME, text)


async def test_a_reply_quotes_what_it_answers_and_one_to_nothing_is_refused(bot: Bot) -> None:
    first = await bot.send_message(ME, "甲")
    answer = await bot.send_message(ME, "乙", reply_parameters=ReplyParameters(first.message_id))
    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "甲"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ME, "丙", reply_to_message_id=999)
    loose = await bot.send_message(ME, "丙", reply_to_message_id=999, allow_sending_without_reply=True)
    assert loose.reply_to_message is None


async def test_a_forced_reply_is_taken_and_a_keyboard_button_needs_an_action(bot: Bot) -> None:
    await bot.send_message(ME, "请填数", reply_markup=ForceReply(input_field_placeholder="45"))
    for button in (InlineKeyboardButton("空"), InlineKeyboardButton("长", callback_data="字" * 22)):
        with pytest.raises(BadRequest, match=r"(?i)unallowed|BUTTON_DATA_INVALID|button_data_invalid"):
            await bot.send_message(ME, "甲", reply_markup=InlineKeyboardMarkup([[button]]))


@pytest.mark.parametrize("shape", [(1, 9), (101, 1)])
async def test_a_keyboard_has_at_most_100_buttons_and_8_a_row(bot: Bot, shape: tuple[int, int]) -> None:
    rows = [[InlineKeyboardButton("·", callback_data="x")] * shape[1]] * shape[0]
    with pytest.raises(BadRequest, match="markup is too long"):
        await bot.send_message(ME, "甲", reply_markup=InlineKeyboardMarkup(rows))


async def test_an_edit_replaces_text_and_drops_the_keyboard_not_given_again(bot: Bot, telegram: Telegram) -> None:
    sent = await bot.send_message(ME, "甲", reply_markup=SIGN)
    edited = await bot.edit_message_text("乙", ME, sent.message_id)
    assert isinstance(edited, Message)
    assert (edited.text, edited.reply_markup, edited.edit_date) == ("乙", None, MONDAY)
    assert telegram.messages(ME)[-1]["text"] == "乙"


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot) -> None:
    sent = await bot.send_message(ME, "甲", reply_markup=SIGN)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text("甲", ME, sent.message_id, reply_markup=SIGN)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(ME, sent.message_id, reply_markup=SIGN)
    bare = await bot.edit_message_reply_markup(ME, sent.message_id)
    assert isinstance(bare, Message)
    assert bare.reply_markup is None


async def test_only_the_bot_s_own_messages_that_are_there_can_be_edited(bot: Bot, telegram: Telegram) -> None:
    theirs = telegram.says(ME, ME, "甲")["message_id"]
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("乙", ME, theirs)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("乙", ME, 999)


async def test_a_photo_comes_in_sizes_and_a_document_by_name_and_both_come_back(bot: Bot) -> None:
    picture = png(1000, 500)
    sent = await bot.send_photo(ME, picture, caption="局面")
    sizes = [(size.width, size.height) for size in sent.photo]
    assert sizes == [(90, 45), (320, 160), (800, 400), (1000, 500)]
    file = await bot.get_file(sent.photo[-1].file_id)
    assert await file.download_as_bytearray() == picture
    named = await bot.send_document(ME, BytesIO(b"abc"), filename="台账.xlsx")
    assert named.document is not None
    assert (named.document.file_name, named.document.file_size) == ("台账.xlsx", 3)
    again = await bot.send_document(ME, named.document.file_id)
    assert again.document is not None
    assert again.document.file_unique_id == named.document.file_unique_id


async def test_a_picture_can_be_exchanged_and_recaptioned_but_has_no_text(bot: Bot) -> None:
    sent = await bot.send_photo(ME, png(10, 10), caption="旧")
    changed = await bot.edit_message_media(InputMediaPhoto(png(20, 20), caption="新"), ME, sent.message_id)
    assert isinstance(changed, Message)
    assert (changed.photo[-1].width, changed.caption) == (20, "新")
    worded = await bot.edit_message_caption(ME, sent.message_id, caption="再新", reply_markup=SIGN)
    assert isinstance(worded, Message)
    assert worded.caption == "再新"
    filed = await bot.edit_message_media(InputMediaDocument(b"abc", filename="a.txt"), ME, sent.message_id)
    assert isinstance(filed, Message)
    assert (filed.photo, filed.document is not None) == ((), True)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("乙", ME, sent.message_id)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "(?i)image_process_failed"),
        (png(9000, 2000), "(?i)photo_invalid_dimensions"),
        (png(2100, 100), "(?i)photo_invalid_dimensions"),
        (b"\x89PNG\r\n\x1a\n" + bytes(11 << 20), "too big for a photo"),
    ],
)
async def test_what_telegram_would_not_take_as_a_photo_is_refused(bot: Bot, content: bytes, words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        await bot.send_photo(ME, content)


async def test_a_caption_has_at_most_1024_characters(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_photo(ME, png(10, 10), caption="长" * 1025)


async def test_files_over_20_mb_are_told_of_but_not_handed_out(bot: Bot, telegram: Telegram) -> None:
    sent = telegram.sends_file(ME, ME, "录像.mp4", b"x", claimed_size=30 << 20)
    assert sent["document"]["file_size"] == 30 << 20
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(sent["document"]["file_id"])


async def test_messages_are_deleted_within_two_days_and_only_once(bot: Bot, telegram: Telegram) -> None:
    sent = await bot.send_message(ME, "甲")
    assert await bot.delete_message(ME, sent.message_id)
    assert sent.message_id not in [one["message_id"] for one in telegram.messages(ME)]
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(ME, sent.message_id)


async def test_who_can_t_be_written_to_is_told_in_telegram_s_words(bot: Bot, telegram: Telegram) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(555, "甲")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(DIRECTOR.id, "甲")
    telegram.blocks(ME)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ME, "甲")
    telegram.unblocks(ME)
    assert await bot.send_chat_action(ME, "typing")
    telegram.says(OUTSIDER.id, OUTSIDER.id, "/start")
    telegram.deactivates(OUTSIDER.id)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(OUTSIDER.id, "甲")

"""Whatever somebody is called or writes is shown as it is: nothing asks Telegram to read markup in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app import words_of
from bot.rendering import Renderer
from db.tables import Outbox
from tests.house import DIRECTOR
from tests.security.gate import NOW, SECRET, Gate
from tests.settings import SHIPPED
from tests.structure.sources import modules, texts

MARKUP = st.sampled_from(
    ["<b>", "</b>", "<a href='x'>", "&lt;", "*", "_", "[x](y)", "`", "\u202e", "👩‍👩‍👧", "@channel", "\x00"]
)
PARAMETERS = {"method", "chat_id", "text", "keyboard"}


@given(st.lists(MARKUP | st.text(max_size=20), max_size=8).map("".join))
@settings(deadline=None, derandomize=True, database=None, max_examples=60)
def test_whatever_is_said_goes_out_as_plain_text(gate: Gate, text: str) -> None:
    renderer = Renderer(SECRET, words_of(SHIPPED))
    args = {"code": "no-indicator", "wanted": text}
    me = gate.ids[DIRECTOR]
    row = Outbox(id=1, key="plain", chat_id=me, kind="sentence", args=args, rank=0, not_before=NOW, since=NOW)
    call = renderer.call(gate.desk.office(NOW, "plain"), row, None)
    assert call is not None
    assert set(call) == PARAMETERS
    assert call["text"] == f"没有编号为 {text} 的指标。编号的写法如 4.7.1。"


def test_nobody_asks_telegram_to_read_markup() -> None:
    found = {
        name for name, tree in modules().items() for text in texts(tree) if text in ("parse_mode", "HTML", "MarkdownV2")
    }
    assert {name for name in found if not name.startswith("sandbox")} == set()

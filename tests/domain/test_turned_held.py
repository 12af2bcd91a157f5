"""What a word turns is not recorded in silence, whatever was asked; the same words turn nothing where they are talk."""

import tomllib

import pytest

from domain.reader.hear import hear
from tests.scoring import REPLIES, question_of, written
from tests.turned_held import sentences

MEETING, ENTRY, RANK = "eighth/1.1.2-day", "4.3.2-register", "eighth/4.1.2-rank"
YES, NOTHING, ROUND = "eighth/2.1.2-practice", "eighth/6.3.2-attestation", "eighth/2.1.1-all"
HARMLESS = (
    (MEETING, "11月25日开的，照片还没发您", "2026-11-25"),
    (MEETING, "11月25日召开，研究明年的计划", "2026-11-25"),
    (MEETING, "12月2日吧 我翻翻……对 12月2日", "2026-12-02"),
    (ENTRY, "9月3日开展“我的未来计划”法治课", "2026-09-03"),
    (ENTRY, "9月3日开展未成年人普法，照片还没发您", "2026-09-03"),
    (ENTRY, "9月3日去小学讲了课，题目是《如果我是小法官》", "2026-09-03"),
    (RANK, "全市16家，我院第4，没什么不对", "4/16"),
    (RANK, "前年第6，去年第5，今年第4", "4"),
    (YES, "按年度计划更新，台账已建立", "yes"),
    (YES, "兄弟法院都建了，我们还没建", "no"),
    (YES, "以前没有，现在台账建好了", "yes"),
    (NOTHING, "下半年没有发生", "nothing"),
    (ROUND, "应填52人，已填50人，还差2个没填，记录1条", "52"),
    (ROUND, "应填52人，已填52人，记录2条，没什么不对", "52"),
)


def test_what_is_turned_is_never_recorded_in_silence() -> None:
    told = list(sentences(seed=24, each=2))
    assert len(told) > 1000
    assert [text for text, question in told if hear(text, question).values] == []


@pytest.mark.parametrize(("file", "text", "said"), HARMLESS)
def test_words_that_turn_nothing_leave_an_answer_as_it_is(file: str, text: str, said: str) -> None:
    heard = hear(text, question_of(tomllib.loads((REPLIES / f"{file}.toml").read_text(encoding="utf-8"))))
    assert heard.doubt is None
    assert said in map(written, heard.values.values())

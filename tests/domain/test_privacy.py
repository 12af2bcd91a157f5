import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import HOME
from domain import privacy
from domain.privacy import BLACK, Kind, blacken, find, legible, says_something
from tests import forbidden, ordinary
from tests.forbidden import CASE, IDENTITY, MOBILE

CORPUS = list(forbidden.texts())
ORDINARY = list(ordinary.replies(seed=2026, n=4_000))
RECALL, FALSE_ALARMS = 0.99, 0.01


def test_the_corpus_is_found_in_all_its_notations() -> None:
    assert len({text for text, _ in CORPUS}) >= 250
    missed = [(text, kind) for text, kind in CORPUS if kind not in blacken(text)[1]]
    assert 1 - len(missed) / len(CORPUS) >= RECALL, missed
    assert missed == []
    print(f"{len(CORPUS)} writings of what must not be kept, {len(missed)} missed")


@pytest.mark.parametrize("kind", ["identity", "phone", "case", "classified"])
def test_no_kind_is_behind_the_others(kind: Kind) -> None:
    texts = [text for text, of in CORPUS if of == kind]
    assert len(texts) >= 40
    assert [text for text in texts if blacken(text)[1] != [kind]] == []


def test_no_figure_of_what_was_found_is_left() -> None:
    for text, kind in CORPUS:
        if kind in ("identity", "phone"):
            left = blacken(text)[0]
            assert sum(sign.isdecimal() for sign in left) <= 7, (text, left)  # 45 45 1, an extension


@pytest.mark.parametrize("name", list(forbidden.marked_files()))
def test_the_name_of_a_file_bears_a_mark_in_more_ways(name: str) -> None:
    assert blacken(name, of_file=True)[1] == ["classified"]


def test_ordinary_replies_are_let_be() -> None:
    assert len(set(ORDINARY)) >= 2_000
    touched = [text for text in ORDINARY if blacken(text)[0] != text or blacken(text, of_file=True)[0] != text]
    assert len(touched) / len(ORDINARY) < FALSE_ALARMS, touched
    assert touched == []
    print(f"{len(ORDINARY)} ordinary writings, {len(touched)} touched")


@pytest.mark.parametrize("place", ["locales/zh_CN/messages.po", "config.toml", *(
    f"catalogue/shipped/jiading-2022/area-{n}.toml" for n in range(1, 7)
)])  # fmt: skip
def test_the_bots_own_words_are_let_be(place: str) -> None:
    lines = (HOME / place).read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if blacken(line)[0] != line] == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"应填45人，已填45人，记录1条，电话{MOBILE}", f"应填45人，已填45人，记录1条，电话{BLACK}"),
        (f"{CASE}、{MOBILE}", f"{BLACK}、{BLACK}"),
        (f"１ {IDENTITY} ２", f"１ {BLACK} ２"),
        ("138\u200b0013\u200b8000好", f"{BLACK}好"),
        ("①13800138000②45", f"①{BLACK}②45"),
    ],
)
def test_all_but_the_forbidden_part_stays_as_it_was_written(text: str, left: str) -> None:
    assert blacken(text)[0] == left


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"应填45人，已填45人，记录1条，电话：{BLACK}", "应填45人，已填45人，记录1条，"),
        (f"身份证号：{BLACK}，45 45 1", "45 45 1"),
        (f"45 45 1 {BLACK}", "45 45 1"),
        (f"案号{BLACK}\n48件", "48件"),
        (f"3月18日 学习{BLACK}案例", f"3月18日 学习{BLACK}案例"),
        (f"联系人{BLACK}、{BLACK}", ""),
        ("45 45 1", "45 45 1"),
    ],
)
def test_an_answer_is_read_without_what_was_blackened_and_its_label(text: str, read: str) -> None:
    assert legible(text) == read


@pytest.mark.parametrize("text", [BLACK, f"我的手机号是{BLACK}。", f"（{BLACK}）", f"{BLACK}、{BLACK}；电话{BLACK}"])
def test_nothing_is_left_to_be_read(text: str) -> None:
    assert not says_something(text)


FRAGMENTS = st.one_of(
    st.sampled_from([text for text, _ in CORPUS]),
    st.sampled_from(ORDINARY),
    st.text(alphabet="0123456789０一三八零 -—()（）〔〕沪民初执号机密★年\n\u200b", max_size=30),
    st.text(max_size=20),
)


@given(st.lists(FRAGMENTS, max_size=4).map("，".join))
def test_whatever_is_written_nothing_forbidden_is_left_and_all_else_stays(text: str) -> None:
    left, kinds = blacken(text)
    spans = find(text)
    assert bool(spans) == bool(kinds)
    assert (left == text) == (not kinds)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    clear = "".join(c for n, c in enumerate(text) if not any(span.start <= n < span.end for span in spans))
    assert left.replace(BLACK, "") == clear.replace(BLACK, "")
    assert BLACK not in legible(left) or says_something(left) or not clear.strip() or legible(left).strip()


@given(st.lists(FRAGMENTS, max_size=3).map("，".join), st.sampled_from([text for text, _ in CORPUS]))
def test_a_secret_on_a_line_of_its_own_is_found_whatever_stands_around_it(text: str, secret: str) -> None:
    assert secret not in blacken(f"{text}。\n{secret}\n。{text}")[0]


@given(st.lists(FRAGMENTS, max_size=4).map("，".join))
def test_what_has_no_figure_and_no_mark_need_not_be_looked_through(text: str) -> None:
    bare = privacy.POSSIBLE.sub("", text)
    numbers = privacy.EIGHTEEN, privacy.FIFTEEN, privacy.MOBILE, privacy.ANY_MOBILE, privacy.LANDLINE, privacy.LOCAL
    for pattern in (*numbers, privacy.CASE, privacy.CLASSIFIED, privacy.ON_A_NAME):
        assert not pattern.search(bare)
    assert bare.translate(privacy.SPOKEN) == bare

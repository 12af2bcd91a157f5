"""Doubts as questions, and what their answers make of the draft."""

from hypothesis import given
from hypothesis import strategies as st

from catalogue.reading.draft import Draft
from catalogue.reading.reading import read
from catalogue.reading.settling import Question, questions, settled
from tests.catalogue.reading.drawn import HEAD, flat, paper, table, told


def draft() -> Draft:
    return read(
        paper(
            "某院发〔2026〕3号",
            "关于印发2026年目标的通知",
            table(
                HEAD,
                ("一、质量", "（一）效率", "1.平均住院日力争不超过8天", "医务科、质控科", "各科室"),
                ("^", "^", "2.床位使用率85%以上", "", "护理部"),
                ("二、服务", "（一）窗口", "1.投诉全部办结", "医患办", "医患办公室"),
            ),
        )
    )


def key(found: tuple[Question, ...], field: str, code: str = "") -> Question:
    return next(one for one in found if one.field == field and one.code == code)


def test_questions_of_the_paper_come_first_then_in_its_order() -> None:
    found = questions(draft())
    assert [(one.code, one.field) for one in found] == [
        ("", "issued"),
        ("", "unit 医患办"),
        ("", "members 各科室"),
        ("1.1.1", "lead"),
        ("1.1.1", "requirement 1"),
        ("1.1.2", "lead"),
        ("2.1.1", "requirement 1"),
    ]
    assert len({one.key for one in found}) == len(found)


def test_without_answers_everything_stays_as_it_was_read() -> None:
    before = draft()
    after = settled(before, {})
    assert told(after) == told(before)
    assert questions(after) == questions(before)


def test_with_every_question_answered_none_is_left() -> None:
    assert questions(settled(draft(), {one.key: 0 for one in questions(draft())})) == ()


def test_an_answer_changes_who_leads() -> None:
    lead = key(questions(draft()), "lead", "1.1.1")
    assert lead.options == ("医务科", "质控科")
    assert settled(draft(), {lead.key: 1}).indicators[0].lead == ("质控科",)


def test_of_several_leads_the_others_keep_a_part_in_it() -> None:
    lead = key(questions(draft()), "lead", "1.1.1")
    for option, beside in ((0, "质控科"), (1, "医务科")):
        one = settled(draft(), {lead.key: option}).indicators[0]
        assert (one.lead, one.responsible) == ((lead.options[option],), (beside, "各科室"))


def test_an_answer_changes_or_drops_a_demand() -> None:
    asked = key(questions(draft()), "requirement 1", "1.1.1")
    soft = settled(draft(), {asked.key: asked.options.index("只作努力方向")}).indicators[0].demands
    assert [one.soft for one in soft] == [True]
    none = settled(draft(), {asked.key: asked.options.index("不是指标")}).indicators[0].demands
    assert none == ()


def test_a_short_name_may_be_a_department_of_its_own() -> None:
    asked = key(questions(draft()), "unit 医患办")
    together, apart = settled(draft(), {}), settled(draft(), {asked.key: 1})
    assert together.names(("医患办",)) == ("医患办公室",)
    assert apart.names(("医患办",)) == ("医患办",)
    assert {unit.name for unit in apart.units} == {unit.name for unit in together.units} | {"医患办"}


def test_an_indicator_moves_to_the_item_that_is_chosen() -> None:
    rows = (
        "一、质量|（一）效率|1.平均住院日不超过8天，病案首页合格率100%|医务科|护理部",
        "||2.床位使用率85%以上，周转次数增长||",
        "|（二）安全|3.不良事件上报率100%，分析不少于4次|质控科|护理部",
    )
    before = read(flat(*rows))
    asked = key(questions(before), "item", "1.1.3")
    assert asked.options == ("（一）效率", "（二）安全")
    moved = settled(before, {asked.key: 1})
    assert [one.code for one in moved.indicators] == ["1.1.1", "1.1.2", "1.1.3"]


@given(st.data())
def test_any_answers_leave_a_draft_whose_codes_count_on(data: st.DataObject) -> None:
    before = draft()
    answers = {one.key: data.draw(st.integers(0, len(one.options) - 1)) for one in questions(before)}
    after = settled(before, answers)
    codes = [one.code for one in after.indicators]
    assert len(set(codes)) == len(before.indicators)
    assert codes == sorted(codes)

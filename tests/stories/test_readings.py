"""What an indicator is asked for, answered by its lead: figures, practices, attestations; a whole sheet at once."""

from fractions import Fraction

import pytest

from db.tables import Assignment, Indicator, Proof, Reading, Report, Requirement, Task
from tests.beginnings import beginning
from tests.house import DIRECTOR, OFFICER, PARTY, REGISTRAR, Court

MONDAY = "2026-03-02 10:00"  # the figures of February are asked
MEDIATION = "487 1200 1000 300 29999 400 20 100 200"  # the nine figures of 5.2.1
FIGURES = [  # of the six items of 立案庭 in a month
    "900 1000 1000",
    MEDIATION,
    "600 1000 3000 100 2000 100",
    "7 7",
    "700 1000 500 500 400 1000 81 100 51 100",
    "64 64 90 100",
]
PROOF = "佐证材料".encode()


@beginning
async def with_everything(court: Court, until: str = MONDAY) -> None:
    await court.give()
    await court.sign(REGISTRAR)
    await court.until(until)


def task(court: Court, title: str, code: str, period: str, form: str = "readings") -> Task:
    """The lead's task of an indicator."""
    found = court.rows(Task, unit_id=court.posts(title)[0].unit_id, period=period, form=form)
    (row,) = (t for t in found if t.assignment_id and code_of(court, t) == code)
    return row


def code_of(court: Court, row: Task) -> str:
    (assignment,) = court.rows(Assignment, id=row.assignment_id)
    (indicator,) = court.rows(Indicator, id=assignment.indicator_id)
    return indicator.code if assignment.part == "lead" else ""


async def open_question(court: Court, title: str, row: Task) -> None:
    await court.say(title, "/tasks")
    offered = court.buttons(title)
    if ("task", str(row.id)) not in offered:
        sheets = [number for verb, number in offered if verb == "sheet"]
        siblings = {str(t.id) for t in court.rows(Task, unit_id=row.unit_id, cadence=row.cadence, period=row.period)}
        await court.press(title, "sheet", next(number for number in sheets if number in siblings))
    await court.press(title, "task", row.id)
    if "answer" in court.offers(title):
        await court.press(title, "answer", row.id)


def figures(court: Court, report: Report) -> dict[str, Fraction]:
    rows = court.rows(Reading, report_id=report.id)
    return {row.field: Fraction(row.num, row.den or 1) for row in rows if row.num is not None}


def draft(court: Court, row: Task) -> Report:
    (found,) = court.rows(Report, task_id=row.id, state="draft")
    return found


async def why(court: Court, code: str, seq: int) -> str:
    """The lines that the director reads about one demand."""
    (text,) = await court.say(DIRECTOR, f"/why {code}")
    parts = text.split("\n· ")
    return parts[seq]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("诉前调解成功1300，一审立案1200，诉前调解案件1000", "分子大于分母，请核对这两个数。（诉前调解案件成功率）"),
        ("诉前调解案件0，诉前调解成功3", "分母为 0 而分子不为 0"),
        ("诉前调解成功约480", "只能记确切的内容"),
        ("诉前调解成功480.5", "这一项应为整数"),
        ("480 1200", "数字个数与要填的不一致"),
        ("一审立案1200，一审立案1300", "同一名称写了两个不同的数"),
    ],
)
async def test_what_cannot_be_is_asked_back_and_nothing_of_it_is_stored(whole: Court, text: str, answer: str) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.2.1", "2026-02")
    await open_question(whole, REGISTRAR, row)
    (said,) = await whole.say(REGISTRAR, text)
    assert answer in said
    assert "9 个数" in said or "likely" in whole.offers(REGISTRAR)
    assert figures(whole, draft(whole, row)) == {}


async def test_a_sheet_is_answered_one_after_the_other_and_filed_with_one_press(whole: Court) -> None:
    await with_everything(whole)
    first = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await whole.say(REGISTRAR, "/tasks")
    assert "2月业务数据 6 项（34 个数字）" in whole.text(REGISTRAR)
    await whole.press(REGISTRAR, "sheet", first.id)
    assert whole.text(REGISTRAR).startswith(
        "【填报】2月业务数据 6 项\n34 个数字\n① 一审收案增幅下降（5.1.2）　3 个数字"
    )
    await whole.press(REGISTRAR, "walk", first.id)
    for number, text in enumerate(FIGURES, start=1):
        assert f"，{number}/6\n" in whole.text(REGISTRAR)
        await whole.say(REGISTRAR, text)
    check = whole.text(REGISTRAR)
    assert check.startswith("请核对：2月业务数据 6 项")
    assert "诉前调解案件成功率 48.7%（≥ 50%）" in check
    assert "诉前调解案件平均办理时长 29.99 天（< 30 天）" in check
    assert "调解员增幅与上年度民事一审收案比 20%（待口径）" in check
    assert not whole.rows(Report, state="filed")
    await whole.press(REGISTRAR, "file-all")
    assert whole.text(REGISTRAR).startswith("已报送：2月业务数据 6 项，按时。\n回执 ")
    filed = whole.rows(Report, state="filed")
    assert len(filed) == 6
    assert all(report.on_time for report in filed)

    # judged by the figures, and shown with where they come from
    assert (await why(whole, "5.2.1", 2)).split("\n")[0].endswith("现为 48.7%（周期院内设定）　未达标")
    assert "诉前调解成功 487 件、诉前调解案件 1000 件" in await why(whole, "5.2.1", 2)
    (report,) = whole.rows(Report, task_id=task(whole, REGISTRAR, "5.2.1", "2026-02").id)
    assert f"2月，回执 2026-03-{report.id:04d}" in await why(whole, "5.2.1", 2)
    assert (
        (await why(whole, "5.2.1", 7)).split("\n")[0].endswith("现为 20%（周期院内设定）　未达标")
    )  # more than 20 % is asked
    assert (await why(whole, "5.2.1", 5)).split("\n")[0].endswith("现为 2.5 件（周期院内设定）　达标")


async def test_what_is_ready_can_be_filed_and_the_rest_stays(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, "900 1000 1000")
    await whole.press(REGISTRAR, "sheet")
    number, data = whole.button(whole.id(REGISTRAR), "file-all", on=whole.last(REGISTRAR))
    assert "① 一审收案增幅下降（5.1.2）　已填，待报送" in whole.text(REGISTRAR)
    await whole.press(REGISTRAR, "file-all")
    assert "① 一审收案增幅下降（5.1.2）　已报送" in whole.text(REGISTRAR)
    assert [report.task_id for report in whole.rows(Report, state="filed")] == [row.id]
    assert await whole.touch(REGISTRAR, whole.id(REGISTRAR), number, data, force=True) is not None  # pressed again
    assert len(whole.rows(Report, state="filed")) == 1


async def test_a_correction_keeps_the_other_figures_and_is_judged_anew(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.2.1", "2026-02")
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, MEDIATION)
    await whole.say(REGISTRAR, "/tasks")
    await open_question(whole, REGISTRAR, row)
    await whole.press(REGISTRAR, "file", row.id)
    receipt = whole.last(REGISTRAR)["message_id"]
    await whole.say(REGISTRAR, "更正：诉前调解成功应为512", to=receipt)
    assert "诉前调解成功 512 件、一审立案 1200 件" in whole.text(REGISTRAR)
    await whole.press(REGISTRAR, "file", row.id)
    first, second = whole.rows(Report, task_id=row.id, state="filed")
    assert [int(figures(whole, report)["诉前调解成功"]) for report in (first, second)] == [487, 512]
    assert figures(whole, second)["一审立案"] == 1200
    assert (await why(whole, "5.2.1", 2)).split("\n")[0].endswith("现为 51.2%（周期院内设定）　达标")


async def test_figures_of_the_year_are_added_up_and_an_overdue_month_is_not_good_by_silence(whole: Court) -> None:
    await with_everything(whole)
    for month, text in (("2026-02", "90 100"), ("2026-03", "60 100")):
        row = task(whole, REGISTRAR, "5.3.2", month)
        await open_question(whole, REGISTRAR, row)
        await whole.say(REGISTRAR, text)
        await open_question(whole, REGISTRAR, row)
        await whole.press(REGISTRAR, "file", row.id)
        await whole.until("2026-04-01 10:00" if month == "2026-02" else "2026-05-06 10:00")
    shown = await why(whole, "5.3.2", 2)
    assert "现为 75%" in shown  # 150 of 200
    assert "2月—3月，共 2 份填报" in shown
    assert shown.split("\n")[0].endswith("未达标")
    await whole.until("2026-05-20 10:00")
    shown = await why(whole, "5.3.2", 2)
    assert shown.split("\n")[0].endswith("待数据")
    assert "最近一期逾期未报" in shown


async def test_a_figure_that_stands_all_year_is_not_added_up_over_its_months(whole: Court) -> None:
    await with_everything(whole)
    for month, text in (("2026-02", MEDIATION), ("2026-03", MEDIATION.replace(" 20 100 ", " 18 101 "))):
        row = task(whole, REGISTRAR, "5.2.1", month)
        await open_question(whole, REGISTRAR, row)
        await whole.say(REGISTRAR, text)
        await open_question(whole, REGISTRAR, row)
        await whole.press(REGISTRAR, "file", row.id)
        await whole.until("2026-04-01 10:00" if month == "2026-02" else "2026-04-20 10:00")
    shown = await why(whole, "5.2.1", 6)
    assert "调解员增加人数 38 人、上年度民事一审收案 101 件" in shown
    assert "2月—3月，共 2 份填报" in shown


async def test_a_practice_stands_only_with_its_proof_which_may_come_after_the_report(summer: Court) -> None:
    row = task(summer, PARTY, "1.2.3", "2026-H1")
    await open_question(summer, PARTY, row)
    await summer.say(PARTY, "38 38")
    assert summer.text(PARTY).startswith("已记：")
    assert "基层党组织规模适当且制度健全：是否已落实？" in summer.text(PARTY)
    await summer.press(PARTY, "choose", f"{row.id}-allyes")
    assert "请发送佐证材料" in summer.text(PARTY)
    await summer.press(PARTY, "choose", f"{row.id}-later")
    await open_question(summer, PARTY, row)
    assert "佐证：尚缺" in summer.text(PARTY)
    await summer.press(PARTY, "file", row.id)
    assert (await why(summer, "1.2.3", 1)).split("\n")[0].endswith("待佐证")
    receipt = summer.last(PARTY)["message_id"]
    (refused,) = await summer.send(PARTY, "程序.exe", b"MZ", reply_to=receipt)
    assert "这类文件不能保存" in refused
    assert not summer.rows(Proof)
    await summer.send(PARTY, "台账.pdf", PROOF, reply_to=receipt)
    (proof,) = summer.rows(Proof)
    assert (proof.state, proof.covers, proof.at.date().isoformat()) == ("kept", "2026-H1", "2026-07-01")
    assert (await why(summer, "1.2.3", 1)).split("\n")[0].endswith("现为 已落实（周期院内设定）　达标")


async def test_the_same_file_filed_again_is_pointed_out(summer: Court) -> None:
    for code in ("1.2.3", "1.3.1"):
        row = task(summer, PARTY, code, "2026-H1")
        await open_question(summer, PARTY, row)
        if code == "1.2.3":
            await summer.say(PARTY, "38 38")
        else:
            await summer.press(PARTY, "choose", f"{row.id}-allnone")
        await summer.press(PARTY, "choose", f"{row.id}-{'allyes' if code == '1.2.3' else 'yes'}")
        await summer.send(PARTY, f"{code}.pdf", PROOF)
        await open_question(summer, PARTY, row)
        pointed_out = "其中 1 个文件此前已报过" in summer.text(PARTY)
        assert pointed_out == (code == "1.3.1")
        await summer.press(PARTY, "file", row.id)


async def test_an_occurrence_has_a_day_a_kind_and_a_number_and_breaks_the_attestation(summer: Court) -> None:
    row = task(summer, REGISTRAR, "5.3.2", "2026-H1")
    await open_question(summer, REGISTRAR, row)
    await summer.press(REGISTRAR, "choose", f"{row.id}-some")
    for text, answer in {
        "超期审核 2件": "请写明发生日期",
        "8月3日 超期审核 2件": "这一天还没有到",
        "2025年11月3日 超期审核 2件": "里面说的是别的时段，这里报的是上半年",
        "5月3日 超期审核": "请写明数量",
    }.items():
        assert answer in (await summer.say(REGISTRAR, text))[0]
    await summer.say(REGISTRAR, "5月3日 超期审核 2件")
    await summer.press(REGISTRAR, "choose", f"{row.id}-allnone")
    await open_question(summer, REGISTRAR, row)
    assert "网上立案超期审核：5月3日（周日），超期审核 2" in summer.text(REGISTRAR)
    await summer.press(REGISTRAR, "file", row.id)
    shown = await why(summer, "5.3.2", 1)
    assert shown.split("\n")[0].endswith("现为 2 件（周期院内设定）　未达标")
    assert "超期审核" in shown
    assert (await why(summer, "5.3.2", 3)).split("\n")[0].endswith("达标")


async def test_a_benchmark_is_entered_by_the_office_alone_and_looked_at_first(whole: Court) -> None:
    await with_everything(whole)
    (row,) = (r for r in whole.rows(Requirement, tag="X") if r.name == "实际执行到位率")
    await whole.say(OFFICER, "/why 4.7.1")
    await whole.press(OFFICER, "benchmark", row.id)
    assert "【基准值】实际执行到位率（4.7.1）" in whole.text(OFFICER)
    for text, answer in {
        "45": "请写明公布日期",
        "0.45，高院通报，3月1日": "百分数请带“%”",
        "45%，3月1日": "请写明来源",
    }.items():
        assert answer in (await whole.say(OFFICER, text))[0]
    await whole.say(OFFICER, "45%，高院通报，3月1日")
    assert "请核对：基准值 45%，高院通报，2026年3月1日。" in whole.text(OFFICER)
    assert "基准值" not in await why(whole, "4.7.1", 2)
    await whole.press(OFFICER, "benchmark-keep")
    assert "已录入：基准值 45%" in whole.text(OFFICER)
    assert "基准值 45%，高院通报，2026年3月1日。" in await why(whole, "4.7.1", 2)
    await whole.say(REGISTRAR, "/why 4.7.1")
    assert "benchmark" not in whole.offers(REGISTRAR)


async def test_a_closed_period_takes_no_answer_and_the_director_hears_who_would(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.3.2", "2026-02")
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, "7 7")
    await open_question(whole, REGISTRAR, row)
    await whole.press(REGISTRAR, "file", row.id)
    receipt = whole.last(REGISTRAR)["message_id"]
    await whole.until("2026-05-20 10:00")
    (said,) = await whole.say(REGISTRAR, "按时反馈的跨域立案申请6", to=receipt)
    assert "本期已锁定" in said
    assert len(whole.rows(Report, task_id=row.id)) == 1
    assert "立案庭联络员" in whole.text(DIRECTOR)


async def test_the_next_form_says_at_its_head_what_was_taken(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await open_question(whole, REGISTRAR, row)
    (form,) = await whole.say(REGISTRAR, "900 1000 1000")
    told, question, *_ = form.split("\n")
    assert question.endswith("，2/6")
    await whole.press(REGISTRAR, "task", row.id)
    assert told.removeprefix("已记：") in whole.text(REGISTRAR).split("\n")  # the words of its check
    assert "一审收案 900 件" in told
    (form,) = await whole.say(REGISTRAR, "诉前调解成功585，一审立案1200")
    assert "已记" not in form  # the same form goes on, and shows what it has
    assert "已填：诉前调解成功 585 件、一审立案 1200 件" in form


async def test_corrected_figures_are_checked_where_they_were_corrected(whole: Court) -> None:
    await with_everything(whole)
    row = task(whole, REGISTRAR, "5.1.2", "2026-02")
    await open_question(whole, REGISTRAR, row)
    await whole.say(REGISTRAR, "900 1000 1000")
    await whole.press(REGISTRAR, "sheet")
    await whole.press(REGISTRAR, "task", row.id)
    own = whole.last(REGISTRAR)["message_id"]
    (corrected,) = await whole.say(REGISTRAR, "一审收案应为910", to=own)
    assert corrected.startswith("请核对：2月一审收案增幅下降（5.1.2）\n一审收案 910 件")
    (corrected,) = await whole.say(REGISTRAR, "一审收案应为920")  # of the card before the eyes
    assert corrected.startswith("请核对：2月一审收案增幅下降（5.1.2）\n一审收案 920 件")
    await whole.say(REGISTRAR, "一审收案约930")
    await whole.press(REGISTRAR, "likely")
    assert whole.text(REGISTRAR).startswith("请核对：2月一审收案增幅下降（5.1.2）\n一审收案 930 件")
    await whole.press(REGISTRAR, "sheet")
    assert "① 一审收案增幅下降（5.1.2）　已填，待报送" in whole.text(REGISTRAR)

"""Three rounds of the 三个规定: everybody on time, one late, one never; and how answers are understood."""

from datetime import date, datetime

from db.tables import Inbox, Note, Outbox, Reading, Reminder, Report, Task
from tests.house import CIVIL, CIVIL_HEAD, DIRECTOR, INSPECTION, POLITICAL, REGISTRAR, REGISTRAR_HEAD, Court
from tests.messages import words
from tests.settings import SETTINGS

DEPARTMENTS = 15


def departments(court: Court) -> list[str]:
    return [title for title in court.contacts() if title != INSPECTION]


async def file_round(court: Court, period: str, but: tuple[str, ...] = ()) -> None:
    for n, title in enumerate(departments(court)):
        if title not in but:
            await file_one(court, title, period, f"应填{30 + n}人，已填{30 + n}人，记录0条")


async def file_one(court: Court, title: str, period: str, text: str) -> None:
    """By a reply to the task's own card."""
    task = court.task(title, period)
    if "fill" not in court.offers(title):
        await court.press(title, "task", task.id)
    await court.say(title, text, to=court.last(title)["message_id"])
    await court.press(title, "file", task.id)


def figures(court: Court, report: Report) -> dict[str, int | None]:
    return {reading.field: reading.num for reading in court.rows(Reading, report_id=report.id)}


def rungs(court: Court, task: Task) -> list[tuple[str, str, str]]:
    """(audience, rung, month-day) of every reminder."""
    return [(r.audience, r.rung, f"{r.on_date:%m-%d}") for r in court.rows(Reminder, task_id=task.id)]


def digests(court: Court) -> list[str]:
    return [words(message) for message in court.heard(court.group) if "工作周报" in words(message)]


def day(instant: datetime) -> date:
    return instant.astimezone(SETTINGS.zone).date()


async def test_three_rounds_one_on_time_one_with_a_straggler_one_that_somebody_never_answers(signed: Court) -> None:
    court = signed

    # February: everybody is on time, each with one card; 派驻组 sees them come and files the sum by the 5th
    await court.until("2026-03-02 09:05")
    assert {len(court.unasked(title, date(2026, 3, 2))) for title in court.contacts()} == {1}
    assert f"已报送 0/{DEPARTMENTS} 个部门" in court.text(INSPECTION)
    assert "sum" not in court.offers(INSPECTION)
    await file_round(court, "2026-02")
    assert f"已报送 {DEPARTMENTS}/{DEPARTMENTS} 个部门" in court.text(INSPECTION)
    should = sum(30 + n for n in range(DEPARTMENTS))
    assert f"应填 {should} 人，已填 {should} 人，记录 0 条" in court.text(INSPECTION)
    await court.until("2026-03-05 10:00")
    await court.press(INSPECTION, "sum")
    assert "请核对" in court.text(INSPECTION)
    await court.press(INSPECTION, "file")
    assert "已报送，第 1 版，按时" in court.text(INSPECTION)
    summary = court.task(INSPECTION, "2026-02")
    (report,) = court.rows(Report, task_id=summary.id)
    assert figures(court, report) | {"missing": 0} == {
        "expected": DEPARTMENTS,
        "departments": DEPARTMENTS,
        "should": should,
        "filed": should,
        "records": 0,
        "missing": 0,
    }
    first = court.rows(Task, cadence="filing", period="2026-02")
    assert {task.state for task in first} == {"filed"}
    await court.until("2026-03-31 20:00")
    assert {rung for task in first for rung in rungs(court, task)} == {("contact", "open", "03-02")}
    assert not [text for text in digests(court) if "请关注" in text]

    # March: 立案庭 is late. Its head hears of it after one working day, the office after three, the group not at all
    await court.until("2026-04-01 09:05")
    await file_round(court, "2026-03", but=(REGISTRAR,))
    assert f"已报送 {DEPARTMENTS - 1}/{DEPARTMENTS} 个部门" in court.text(INSPECTION)
    assert "尚未报送：立案庭" in court.text(INSPECTION)
    late = court.task(REGISTRAR, "2026-03")
    await court.until("2026-04-03 17:30")
    assert not court.heard(REGISTRAR_HEAD)
    await court.until("2026-04-07 09:05")  # the first working day after the holiday
    assert "【提请督促】立案庭：3月“三个规定”月报告" in court.text(REGISTRAR_HEAD)
    assert "已逾期 1 个工作日" in court.text(REGISTRAR_HEAD)
    assert "立案庭" not in court.text(DIRECTOR)
    await court.press(INSPECTION, "sum")
    await court.press(INSPECTION, "file")
    await court.until("2026-04-09 09:05")
    assert "3月“三个规定”月报告：立案庭尚未报送" in court.text(DIRECTOR)
    assert "立案庭" in court.text(DIRECTOR)
    await court.until("2026-04-14 10:00")
    assert "逾期 1" in digests(court)[-1]
    assert "立案庭" not in digests(court)[-1]  # four working days at the cut-off
    await file_one(court, REGISTRAR, "2026-03", "应填33人，已填33人，记录1条")
    assert "已报送，第 1 版，逾期 6 个工作日" in court.text(REGISTRAR)
    assert court.rows(Report, task_id=late.id)[0].on_time is False
    assert rungs(court, late) == [
        ("contact", "open", "04-01"),
        ("contact", "T-1", "04-02"),
        ("contact", "T", "04-03"),
        ("contact", "T+1", "04-07"),
        ("head", "T+1", "04-07"),
        ("contact", "T+3", "04-09"),
        ("office", "T+3", "04-09"),
    ]
    await court.until("2026-04-20 10:00")
    assert "立案庭" not in digests(court)[-1]
    assert "补报 1" in digests(court)[-1]

    # April: 民事审判庭 never answers. It is told before the group is, and named there from the fifth working day on
    await court.until("2026-05-06 09:05")
    await file_round(court, "2026-04", but=(CIVIL,))
    never = court.task(CIVIL, "2026-04")
    assert never.due == date(2026, 5, 8)
    await court.until("2026-05-11 10:00")
    assert "民事审判庭" not in digests(court)[-1]
    await court.press(INSPECTION, "sum")
    await court.press(INSPECTION, "file")
    assert "尚未报送：民事审判庭" in court.text(INSPECTION)
    await court.until("2026-05-18 10:00")
    assert "民事审判庭" in digests(court)[-1]
    assert "已逾期 6 个工作日" in digests(court)[-1]
    assert "5月6日起已提醒" in digests(court)[-1]
    await court.until("2026-05-29 18:00")
    assert rungs(court, never) == [
        ("contact", "open", "05-06"),
        ("contact", "T-1", "05-07"),
        ("contact", "T", "05-08"),
        ("contact", "T+1", "05-09"),
        ("head", "T+1", "05-09"),
        ("contact", "T+3", "05-12"),
        ("office", "T+3", "05-12"),
    ]
    assert [words(message)[:6] for message in court.heard(CIVIL_HEAD)] == ["【提请督促】"]

    # nobody was spoken to unasked outside the hours, and nobody twice a day
    told: dict[tuple[int, date], int] = {}
    for row in court.rows(Outbox, kind="card", edits=None, state="sent"):
        local = row.since.astimezone(SETTINGS.zone)
        assert 9 <= local.hour < 17, local
        assert court.house.desk.calendar.is_working(local.date())
        told[row.chat_id, local.date()] = told.get((row.chat_id, local.date()), 0) + 1
    assert set(told.values()) == {1}


async def test_a_late_department_that_files_takes_itself_out_of_the_summary_of_who_is_missing(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, CIVIL, "2026-02", "应填40人，已填39人，记录2条")
    await signed.until("2026-03-06 10:00")
    await signed.press(INSPECTION, "sum")
    await signed.press(INSPECTION, "file")
    assert f"已报送 1/{DEPARTMENTS}" not in signed.text(INSPECTION)
    heard = len(signed.heard(INSPECTION))
    await file_one(signed, REGISTRAR, "2026-02", "应填20人，已填20人，没有记录")
    assert len(signed.heard(INSPECTION)) >= heard
    (before,) = signed.rows(Report, task_id=signed.task(INSPECTION, "2026-02").id, state="filed")
    assert figures(signed, before)["departments"] == 1


async def test_a_zero_report_is_one_tap_and_one_confirmation_with_last_month_s_head_count(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.press(REGISTRAR, "zero")  # the first time nobody knows how many there are
    assert "请回复应填人数" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "45")
    assert "应填 45 人，均已在平台填报，无记录事项" in signed.text(REGISTRAR)
    assert not signed.rows(Report, state="filed")
    await signed.press(REGISTRAR, "file")
    assert "已报送，第 1 版，按时" in signed.text(REGISTRAR)

    await signed.until("2026-04-01 10:00")
    assert "应填 45 人（上月人数）" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "zero")
    assert "应填 45 人，均已在平台填报，无记录事项" in signed.text(REGISTRAR)
    assert len(signed.rows(Report, state="filed")) == 1
    await signed.press(REGISTRAR, "file")
    (report,) = signed.rows(Report, task_id=signed.task(REGISTRAR, "2026-03").id)
    assert {k: v for k, v in figures(signed, report).items() if k != "zero"} == {
        "should": 45,
        "filed": 45,
        "records": 0,
    }


async def test_a_changed_head_count_is_asked_for_alone_and_what_was_begun_can_be_dropped(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, REGISTRAR, "2026-02", "45 45 0")
    await signed.until("2026-04-01 10:00")
    await signed.press(REGISTRAR, "headcount")
    assert "请回复应填人数" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "46")
    assert "应填 46 人" in signed.text(REGISTRAR)
    assert signed.rows(Report, state="draft")
    (answer,) = await signed.say(REGISTRAR, "/cancel")
    assert answer.startswith("已放弃")
    assert not signed.rows(Report, state="draft")
    assert await signed.say(REGISTRAR, "取消") == ["今天没有可以撤回的内容。此前报送的，请直接回复那条回执“撤回”。"]


async def test_a_reply_to_the_receipt_makes_a_second_version_once_it_is_confirmed(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, REGISTRAR, "2026-02", "应填45人，已填45人，记录0条")
    receipt = signed.last(REGISTRAR)
    assert "回执 2026-03-" in words(receipt)
    await signed.until("2026-03-09 10:00")
    await signed.say(REGISTRAR, "应填45人，已填45人，记录2条", to=receipt["message_id"])
    assert "请核对" in signed.text(REGISTRAR)
    task = signed.task(REGISTRAR, "2026-02")
    assert [report.state for report in signed.rows(Report, task_id=task.id)] == ["filed", "draft"]
    await signed.press(REGISTRAR, "file")
    assert "已更正，第 2 版（首次报送按时）" in signed.text(REGISTRAR)
    first, second = signed.rows(Report, task_id=task.id)
    assert (first.state, second.state, second.version, second.replaces) == ("filed", "filed", 2, first.id)
    assert (figures(signed, first)["records"], figures(signed, second)["records"]) == (0, 2)
    assert signed.task(REGISTRAR, "2026-02").state == "filed"


async def edit(court: Court, message_id: int, text: str) -> None:
    court.telegram.edits(court.id(REGISTRAR), court.id(REGISTRAR), message_id, text)
    await court.quiet()


async def test_a_message_that_its_writer_edits_is_proposed_and_changes_nothing_by_itself(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    message = signed.telegram.says(signed.id(REGISTRAR), signed.id(REGISTRAR), "45 45 0")
    await signed.quiet()
    await signed.press(REGISTRAR, "file")
    await edit(signed, message["message_id"], "46 46 0")
    task = signed.task(REGISTRAR, "2026-02")
    first, second = signed.rows(Report, task_id=task.id)
    assert (first.state, second.state, second.replaces) == ("filed", "draft", first.id)
    assert figures(signed, first)["should"] == 45
    assert "请确认" in signed.text(REGISTRAR)
    assert any("您修改了已答复的消息" in words(message) for message in signed.heard(REGISTRAR))
    assert [(note.text, note.report_id) for note in signed.rows(Note)] == [
        ("45 45 0", first.id),
        ("46 46 0", second.id),
    ]
    await signed.press(REGISTRAR, "file")
    assert "已更正，第 2 版（首次报送按时）" in signed.text(REGISTRAR)


async def test_an_edit_of_one_of_several_answers_changes_the_figure_that_it_answered(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.press(REGISTRAR, "headcount") if "headcount" in signed.offers(REGISTRAR) else None
    await signed.press(REGISTRAR, "zero")
    should = signed.telegram.says(signed.id(REGISTRAR), signed.id(REGISTRAR), "45")
    await signed.quiet()
    assert "应填 45 人，均已在平台填报" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "file")
    await edit(signed, should["message_id"], "54")
    _, second = signed.rows(Report, task_id=signed.task(REGISTRAR, "2026-02").id)
    assert {k: v for k, v in figures(signed, second).items() if k != "zero"} == {
        "should": 54,
        "filed": 45,
        "records": 0,
    }
    assert "还有 9 人未填报" in signed.text(REGISTRAR)


async def test_an_edit_that_leaves_the_words_as_they_were_is_no_answer(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    message = signed.telegram.says(signed.id(REGISTRAR), signed.id(REGISTRAR), "45 45 0")
    await signed.quiet()
    heard = len(signed.heard(REGISTRAR))
    await edit(signed, message["message_id"], "45 45 0")
    assert len(signed.rows(Note)) == 1
    assert len(signed.heard(REGISTRAR)) == heard


async def test_a_correction_names_what_changes_and_the_other_figures_stand(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.press(REGISTRAR, "zero")
    await signed.say(REGISTRAR, "45")
    await signed.press(REGISTRAR, "file")
    await signed.say(REGISTRAR, "记录2条", to=signed.last(REGISTRAR)["message_id"])
    assert "应填 45 人，已填 45 人，记录 2 条" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "file")
    first, second = signed.rows(Report, task_id=signed.task(REGISTRAR, "2026-02").id)
    assert figures(signed, first) == {"should": 45, "filed": 45, "records": 0, "zero": 1}
    assert figures(signed, second) == {"should": 45, "filed": 45, "records": 2}


async def test_with_several_questions_open_a_reply_says_which_and_otherwise_the_bot_asks(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    filing, meeting = signed.task(POLITICAL, "2026-02"), signed.task(POLITICAL, "2026-H1")
    (asked,) = await signed.say(POLITICAL, "52人的都填过了吗")
    assert "这是答复哪一项" in asked
    assert sorted(int(subject.partition("-")[2]) for verb, subject in signed.buttons(POLITICAL)) == sorted(
        [filing.id, meeting.id]
    )
    assert signed.offers(POLITICAL) == ["note", "note"]
    assert signed.rows(Note)[0].task_id is None
    note = signed.rows(Note)[0].id
    await signed.press(POLITICAL, "note", f"{note}-{filing.id}")
    assert signed.rows(Note)[0].task_id == filing.id
    await signed.say(POLITICAL, "52 52 0")  # of the two only the round can be meant
    assert "应填 52 人" in signed.text(POLITICAL)
    await signed.press(POLITICAL, "file")

    # a reply to the meeting's own card is about the meeting, whatever else is open
    await signed.until("2026-04-01 10:00")
    await signed.press(POLITICAL, "task", meeting.id) if "held" not in signed.offers(POLITICAL) else None
    card = signed.last(POLITICAL)
    await signed.press(POLITICAL, "held", on=card)
    await signed.say(POLITICAL, "3月18日 学习贯彻上级会议精神", to=card["message_id"])
    (draft,) = signed.rows(Report, state="draft")
    assert draft.task_id == meeting.id


async def test_a_text_that_no_form_takes_is_kept_with_its_task_and_answered_with_the_buttons(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    task = signed.task(REGISTRAR, "2026-02")
    for text in ("差不多都填了吧", "大概四十来个", "应填45人，已填46人，记录0条", "应填99999人，已填9人，记录0条"):
        (answer,) = await signed.say(REGISTRAR, text)
        assert "2月“三个规定”月报告" in answer
        assert signed.offers(REGISTRAR)[0] == "fill"
        assert (signed.rows(Note)[-1].text, signed.rows(Note)[-1].task_id) == (text, task.id)
    assert not signed.rows(Report)
    assert signed.task(REGISTRAR, "2026-02").state == "open"


async def test_words_to_a_bot_that_asks_nothing_are_kept_too(signed: Court) -> None:
    (answer,) = await signed.say(REGISTRAR, "请问什么时候报？")
    assert answer.startswith("您写的内容已保留，未对应到待办事项。")
    assert [note.text for note in signed.rows(Note)] == ["请问什么时候报？"]


async def test_an_identity_number_is_not_kept_anywhere_and_the_sender_is_told_where_it_belongs(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    number = "11010519491231002X"
    told, question = await signed.say(REGISTRAR, f"记录1条，当事人身份证{number}")
    assert "疑似有身份证号，该部分没有保存" in told
    assert "办案系统" in told
    assert "记录 1 条" in question
    assert number not in str([row.raw for row in signed.rows(Inbox)])
    await signed.stop()
    assert number.encode() not in b"".join(file.read_bytes() for file in signed.records.parent.glob("duban.db*"))


async def test_a_forwarded_message_counts_as_no_answer(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    signed.telegram.slips_in(
        {
            "message": {
                "message_id": 90_001,
                "date": int(signed.now.timestamp()),
                "from": {"id": signed.id(REGISTRAR), "is_bot": False, "first_name": REGISTRAR},
                "chat": {"id": signed.id(REGISTRAR), "type": "private", "first_name": REGISTRAR},
                "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "某人"},
                "text": "45 45 0",
            }
        }
    )
    await signed.quiet()
    assert "转发的消息不作为填报" in signed.text(REGISTRAR)
    assert not signed.rows(Report)

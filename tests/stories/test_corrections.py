"""What is corrected is the thing that was meant, in time, and by whoever still answers for it."""

from datetime import date

from db.tables import Entry, Note, Outbox, Person, Proof, Report
from services.assigning import welcome_unit
from services.office import Office
from services.taking import take
from tests.conftest import NewCourt
from tests.house import CIVIL, DIRECTOR, INSPECTION, POLITICAL, PRESIDENT, REGISTRAR, STRANGER, Court
from tests.messages import words
from tests.stories.test_meeting import MINUTES, TOPIC, at_the_card
from tests.stories.test_three_months import file_one


async def held(court: Court, day: str, topic: str = TOPIC, *, another: bool = False) -> int:
    """A meeting of the first half reported; its receipt's number."""
    if another:
        await court.press(POLITICAL, "another", on=court.last(POLITICAL))
    else:
        await at_the_card(court)
        await court.press(POLITICAL, "held")
    await court.say(POLITICAL, f"{day} {topic}")
    await court.send(POLITICAL, f"{day}纪要.txt", MINUTES + day.encode())
    await court.press(POLITICAL, "file")
    receipt = court.last(POLITICAL)
    assert words(receipt).startswith("已报送，第 1 版")
    return int(receipt["message_id"])


def register(court: Court) -> list[tuple[date, str]]:
    """The entries in force."""
    rows = court.rows(Entry)
    replaced = {row.replaces for row in rows}
    return [(row.on_date, row.title) for row in rows if row.id not in replaced]


async def test_one_meeting_told_twice_counts_once(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    await held(signed, "3月6日")
    await signed.press(POLITICAL, "another")
    (answer,) = await signed.say(POLITICAL, f"3月6日 {TOPIC}")
    assert "同一天、同一议题的会议已经报送过" in answer
    assert "file" not in signed.offers(POLITICAL)
    assert register(signed) == [(date(2026, 3, 6), TOPIC)]


async def test_a_further_meeting_is_told_from_the_receipt_and_a_reply_corrects_the_one_replied_to(
    signed: Court,
) -> None:
    await signed.until("2026-03-20 10:00")
    first = await held(signed, "3月6日")
    second = await held(signed, "3月13日", "部署下一步工作安排", another=True)
    assert register(signed) == [(date(2026, 3, 6), TOPIC), (date(2026, 3, 13), "部署下一步工作安排")]
    await signed.say(POLITICAL, f"3月5日 {TOPIC}", to=first)  # begun, and left
    await signed.say(POLITICAL, "3月12日 部署下一步工作安排", to=second)
    assert "更正 3月20日 10:0" in signed.text(POLITICAL)
    await signed.press(POLITICAL, "file")
    assert "已更正，第 2 版" in signed.text(POLITICAL)
    assert register(signed) == [(date(2026, 3, 6), TOPIC), (date(2026, 3, 12), "部署下一步工作安排")]


async def test_a_file_in_reply_to_a_receipt_proves_that_meeting(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    first = await held(signed, "3月6日")
    await held(signed, "3月13日", "部署下一步工作安排", another=True)
    signed.telegram.sends_file(signed.id(POLITICAL), signed.id(POLITICAL), "签到表.txt", b"30", reply_to=first)
    await signed.quiet()
    reports = signed.rows(Report)
    assert [(p.name, p.report_id) for p in signed.rows(Proof)][-1] == ("签到表.txt", reports[0].id)


async def test_an_old_button_corrects_what_stands_now(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    await held(signed, "3月6日")
    receipt = signed.last(POLITICAL)
    await signed.say(POLITICAL, f"3月5日 {TOPIC}", to=receipt["message_id"])
    await signed.press(POLITICAL, "file")
    await signed.press(POLITICAL, "correct", on=receipt)
    await signed.say(POLITICAL, f"3月4日 {TOPIC}")
    await signed.press(POLITICAL, "file")
    assert "已更正，第 3 版" in signed.text(POLITICAL)
    assert register(signed) == [(date(2026, 3, 4), TOPIC)]


async def test_what_is_locked_is_not_corrected_and_the_director_hears_who_would(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, REGISTRAR, "2026-02", "45 45 0")
    receipt = signed.last(REGISTRAR)
    locks = signed.task(REGISTRAR, "2026-02").locks
    await signed.until(f"{locks} 10:00")
    await signed.press(REGISTRAR, "correct", on=receipt)
    await signed.say(REGISTRAR, "45 45 1")
    draft = signed.last(REGISTRAR)
    await signed.until("2026-04-20 10:00")
    assert "本期已锁定" in str(await signed.press(REGISTRAR, "file", on=draft))
    assert {report.version for report in signed.rows(Report, state="filed")} == {1}
    (answer,) = await signed.say(REGISTRAR, "记录1条", to=receipt["message_id"])
    assert "本期已锁定，不能更正" in answer
    assert "correct" not in signed.offers(REGISTRAR)
    asked = [text for text in map(words, signed.heard(DIRECTOR)) if "请求更正已锁定的内容" in text]
    assert asked == ["立案庭联络员请求更正已锁定的内容：立案庭，2月“三个规定”月报告。请与其联系。"]


async def test_what_was_written_in_time_while_the_bot_was_away_is_on_time(signed: Court) -> None:
    await signed.until("2026-03-04 16:00")  # the limit is today
    task = signed.task(REGISTRAR, "2026-02")
    await signed.stop()
    signed.telegram.says(signed.id(REGISTRAR), signed.id(REGISTRAR), "45 45 0")
    signed.clock.move_to(signed.now.replace(day=5, hour=9))
    await signed.open()
    await signed.press(REGISTRAR, "file", task.id)
    assert "已报送，第 1 版，按时" in signed.text(REGISTRAR)


async def test_what_was_written_in_time_and_confirmed_days_later_is_late(signed: Court) -> None:
    await signed.until("2026-03-04 16:00")
    await signed.say(REGISTRAR, "45 45 0")
    draft = signed.last(REGISTRAR)
    await signed.until("2026-03-06 10:00")
    assert "已逾期 1 个工作日，请尽快补报" in signed.text(REGISTRAR)  # the card of the 5th, draft or not
    await signed.press(REGISTRAR, "file", on=draft)
    assert "逾期 2 个工作日" in signed.text(REGISTRAR)


async def test_a_file_that_could_not_be_had_is_taken_when_it_is_sent_again(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, f"3月6日 {TOPIC}")
    signed.telegram.faults.add("getFile", "400", text="Bad Request: file is temporarily unavailable")
    await signed.send(POLITICAL, "纪要.txt", MINUTES)
    assert "没有收到，请重新发送" in signed.text(POLITICAL)
    assert [proof.state for proof in signed.rows(Proof)] == ["refused"]
    (proof,) = signed.rows(Proof)
    signed.telegram.slips_in(same_file(signed, proof))
    await signed.quiet()
    assert [proof.state for proof in signed.rows(Proof)] == ["kept"]
    await signed.press(POLITICAL, "file")
    assert "已报送" in signed.text(POLITICAL)


def same_file(court: Court, proof: Proof) -> dict[str, object]:
    person = {"id": court.id(POLITICAL), "is_bot": False, "first_name": POLITICAL}
    document = {"file_id": proof.file_id, "file_unique_id": proof.file_unique_id, "file_name": proof.name}
    return {
        "message": {
            "message_id": 90_002,
            "date": int(court.now.timestamp()),
            "from": person,
            "chat": {"id": person["id"], "type": "private", "first_name": POLITICAL},
            "document": document | {"file_size": len(MINUTES)},
        }
    }


async def test_words_under_a_photo_that_nobody_needs_are_an_answer_all_the_same(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.send(REGISTRAR, "截图.txt", b"x", caption="应填45人，已填45人，记录1条")
    assert "应填 45 人，已填 45 人，记录 1 条" in signed.text(REGISTRAR)
    assert any("没有对应的待办需要这个文件" in words(message) for message in signed.heard(REGISTRAR))


async def test_with_nothing_open_what_was_filed_lately_is_offered_for_correction(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await file_one(signed, REGISTRAR, "2026-02", "45 45 0")
    (answer,) = await signed.say(REGISTRAR, "记录3条")
    assert "如属更正，请选择更正哪一项" in answer
    await signed.press(REGISTRAR, "note")
    assert "应填 45 人，已填 45 人，记录 3 条" in signed.text(REGISTRAR)
    await signed.press(REGISTRAR, "file")
    assert "已更正，第 2 版" in signed.text(REGISTRAR)


async def test_after_words_that_were_not_read_nothing_old_is_offered_for_filing(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.say(REGISTRAR, "99 99 0")
    for text in ("30 31 0", "我要喝水", "天气不错"):
        (answer,) = await signed.say(REGISTRAR, text)
        assert "此前填写：应填 99 人，已填 99 人，记录 0 条" in answer
        assert signed.offers(REGISTRAR) == ["task"]
    await signed.press(REGISTRAR, "task")
    assert "file" in signed.offers(REGISTRAR)


async def test_what_is_said_once_more_because_no_answer_was_seen_changes_nothing(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.press(REGISTRAR, "zero")
    for _ in range(2):
        await signed.say(REGISTRAR, "12")
        assert "应填 12 人，均已在平台填报，无记录事项" in signed.text(REGISTRAR)
        assert "file" in signed.offers(REGISTRAR)
    await signed.press(REGISTRAR, "file")
    assert "已报送，第 1 版" in signed.text(REGISTRAR)


async def test_a_question_of_another_day_does_not_swallow_today_s_answer(signed: Court) -> None:
    await signed.until("2026-03-31 10:00")
    await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, "3月27日")
    assert "请回复会议议题" in signed.text(POLITICAL)
    await signed.until("2026-04-01 10:00")
    (answer,) = await signed.say(POLITICAL, "52 52 0")
    assert "这是答复哪一项" in answer
    assert not [note.report_id for note in signed.rows(Note) if note.text == "52 52 0" and note.report_id]


async def test_words_of_the_monthly_round_that_were_not_taken_are_for_no_other_eyes(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    (answer,) = await signed.say(REGISTRAR, "应填31人，其余的同事差不多都填了")
    assert "这里只报人数和条数，具体情况请在记录报告平台填写" in answer
    await signed.say(DIRECTOR, "局面")
    await signed.press(DIRECTOR, "units")
    await signed.press(DIRECTOR, "unit", signed.posts(REGISTRAR)[0].unit_id)
    await signed.press(DIRECTOR, "history", signed.task(REGISTRAR, "2026-02").id)
    assert "立案庭联络员留言一条，未采用" in signed.text(DIRECTOR)
    assert "同事" not in signed.text(DIRECTOR)


async def test_whoever_has_left_the_post_is_told_and_sees_nothing_more_of_it(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    old_card = signed.last(REGISTRAR)

    def succeed(office: Office) -> None:
        post = signed.posts(REGISTRAR)[0]
        person = Person(telegram_id=signed.id(STRANGER), name="接任", language="zh_CN", state="active", at=office.now)
        office.session.add(person)
        office.session.flush()
        take(office, post, person)
        welcome_unit(office, post)

    signed.telegram.world.people.mark(signed.id(STRANGER), "started", 1)
    await signed.use(succeed)
    assert signed.text(REGISTRAR) == "您不再担任立案庭联络员，此前的事项由接任者办理。"
    assert signed.person(REGISTRAR).state == "gone"
    await signed.say(STRANGER, "45 44 7")
    await signed.press(STRANGER, "file")
    assert not [text for text in map(words, signed.heard(REGISTRAR)) if "45" in text]
    assert "不适用于您" in str(await signed.press(REGISTRAR, "zero", on=old_card))
    assert await signed.say(REGISTRAR, "/why 2.1.1") == ["本账号仅供内部工作联系。"]


async def test_only_the_newest_invitation_to_a_post_is_good(new_court: NewCourt) -> None:
    court = await new_court("2026-02-25 14:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    post = court.posts(REGISTRAR)[0]
    await court.say(DIRECTOR, "/people")
    await court.press(DIRECTOR, "posts", post.unit_id)
    tokens = []
    for _ in range(2):
        await court.press(DIRECTOR, "invite", post.id)
        tokens.append(court.text(DIRECTOR).partition("start=")[2].split()[0])
    assert await court.say(REGISTRAR, f"/start {tokens[0]}") == ["本账号仅供内部工作联系。"]
    assert "待创建办确认" in (await court.say(REGISTRAR, f"/start {tokens[1]}"))[0]


async def test_a_meeting_held_before_the_duty_was_given_in_mid_year_can_be_told(new_court: NewCourt) -> None:
    court = await new_court("2026-09-01 09:00")
    await court.fill()
    await court.give()
    await court.until("2026-09-01 10:00")
    await court.sign(POLITICAL)
    task = await at_the_card(court, "2026-H2")
    assert "本半年应召开 2 次" in court.text(POLITICAL)
    await court.press(POLITICAL, "held", task.id)
    await court.say(POLITICAL, f"5月18日 {TOPIC}")
    await court.send(POLITICAL, "纪要.txt", MINUTES)
    await court.press(POLITICAL, "file", task.id)
    assert register(court) == [(date(2026, 5, 18), TOPIC)]
    assert court.task(POLITICAL, "2026-H2").state == "open"  # one is still to be held in this half
    await at_the_card(court, "2026-H2")
    assert "本半年应召开 1 次" in court.text(POLITICAL)


async def test_a_view_that_breaks_leaves_nobody_without_a_word(signed: Court) -> None:
    def spoil(office: Office) -> None:
        from services.saying import say

        say(office, signed.id(CIVIL), "history", {})

    await signed.use(spoil)
    assert "刚才没有办成" in signed.text(CIVIL)
    assert signed.rows(Outbox, kind="history")[-1].state == "dead"


async def test_the_command_menus_stand_ready_for_everybody(signed: Court) -> None:
    assert signed.menu(PRESIDENT)[:3] == ["tasks", "status", "digest"]
    assert "people" in signed.menu(DIRECTOR)
    assert "cancel" in signed.menu(CIVIL)


async def test_a_command_that_is_none_is_said_to_be_none(signed: Court) -> None:
    assert await signed.say(CIVIL, "/foo") == ["没有这个命令，可用的命令见 /help。"]


async def test_a_new_card_says_that_older_things_are_overdue_too(signed: Court) -> None:
    await signed.until("2026-04-01 10:00")
    assert "3月“三个规定”月报告" in signed.text(REGISTRAR)
    assert signed.text(REGISTRAR).endswith("另有 1 项逾期未报，请点 /tasks 查看。")
    (held_now,) = await signed.say(REGISTRAR, "/tasks")
    assert "2月“三个规定”月报告　已逾期" in held_now


async def test_the_same_figure_answers_one_question_after_the_other(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    await signed.say(REGISTRAR, "记录0条")
    assert "请回复应填人数" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "45")
    assert "请回复已填人数" in signed.text(REGISTRAR)
    await signed.say(REGISTRAR, "45")
    assert "应填 45 人，均已在平台填报，无记录事项" in signed.text(REGISTRAR)


async def test_thanks_for_a_receipt_throw_nothing_away_that_was_begun(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    first = await held(signed, "3月6日")
    await signed.press(POLITICAL, "another")
    await signed.say(POLITICAL, "3月13日 部署下一步工作安排")
    await signed.send(POLITICAL, "纪要.txt", MINUTES)
    await signed.say(POLITICAL, "谢谢", to=first)
    (draft,) = signed.rows(Report, state="draft")
    assert draft.replaces is None
    assert [proof.report_id for proof in signed.rows(Proof)][-1] == draft.id
    assert signed.rows(Note)[-1].text == "谢谢"
    await signed.press(POLITICAL, "task")
    await signed.press(POLITICAL, "file")
    assert len(register(signed)) == 2


async def test_one_meeting_more_is_no_correction_of_the_one_before(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    await held(signed, "3月6日")
    receipt = signed.last(POLITICAL)
    await signed.press(POLITICAL, "correct", on=receipt)
    await signed.say(POLITICAL, "/tasks")
    await signed.say(POLITICAL, f"3月5日 {TOPIC}", to=receipt["message_id"])
    stale = await signed.press(POLITICAL, "another", on=receipt)
    assert stale is None or "已有变化" in stale
    if stale:
        await signed.press(POLITICAL, "back")
        await signed.press(POLITICAL, "another")
    await signed.say(POLITICAL, "3月13日 部署下一步工作安排")
    (draft,) = signed.rows(Report, state="draft")
    assert draft.replaces is None


async def test_a_file_for_what_is_locked_is_not_taken_and_a_lost_one_steals_no_later_one(signed: Court) -> None:
    await signed.until("2026-03-20 10:00")
    await at_the_card(signed)
    await signed.press(POLITICAL, "held")
    await signed.say(POLITICAL, f"3月6日 {TOPIC}")
    signed.telegram.faults.add("getFile", "400", text="Bad Request: file is temporarily unavailable")
    await signed.send(POLITICAL, "纪要.txt", MINUTES)
    await signed.send(POLITICAL, "扫描件.txt", MINUTES + b"2")
    await signed.press(POLITICAL, "file")
    receipt = signed.last(POLITICAL)
    await signed.off_until("2026-09-01 10:00")
    (answer,) = await signed.send(POLITICAL, "补充.txt", b"3", reply_to=receipt["message_id"])
    assert "本期已锁定" in answer
    await signed.send(POLITICAL, "下半年纪要.txt", b"4")
    second = signed.task(POLITICAL, "2026-H2")
    (draft,) = signed.rows(Report, state="draft")
    assert draft.task_id == second.id
    assert [(p.name, p.report_id) for p in signed.rows(Proof)][-1] == ("下半年纪要.txt", draft.id)


async def test_a_successor_gets_what_is_open(signed: Court) -> None:
    await signed.until("2026-03-02 10:00")
    signed.telegram.world.people.mark(signed.id(STRANGER), "started", 1)
    post = signed.posts(REGISTRAR)[0]
    await signed.say(DIRECTOR, "/people")
    await signed.press(DIRECTOR, "posts", post.unit_id)
    await signed.press(DIRECTOR, "invite", post.id)
    token = signed.text(DIRECTOR).partition("start=")[2].split()[0]
    await signed.say(STRANGER, f"/start {token}")
    await signed.press(DIRECTOR, "confirm")
    assert "2月“三个规定”月报告" in signed.text(STRANGER)


async def test_nobody_is_asked_for_the_sum_of_a_round_that_nobody_was_asked_for(new_court: NewCourt) -> None:
    court = await new_court("2026-12-07 09:00")  # the departments' limit for November was the 3rd
    await court.fill()
    await court.give()
    await court.until("2026-12-10 18:00")
    assert not [task for title in court.contacts() for task in court.tasks(title) if task.period == "2026-11"]
    await court.until("2027-01-05 10:00")
    assert court.task(INSPECTION, "2026-12").form == "summary"

"""All 51 indicators, once through: asked, answered, proven, judged, and shown as they stand."""

from collections import Counter
from typing import Any

from db.tables import Assignment, Indicator, Outbox, Report, Requirement, Task, Unit
from tests.house import DIRECTOR, Court

START = "2027-01-04 09:30"  # the first working day of a year: all of the year before is asked

# One figure a label; at the boundary wherever the notice has one.
FIGURES = {
    "已轮训人数": 250, "应轮训人数": 250,
    "按时请示报告事项": 12, "应请示报告事项": 12,
    "无党员的人民法庭数": 0, "党组织已覆盖的部门和团队": 38, "应覆盖的部门和团队": 38,
    "定期通报次数": 1, "督察覆盖的重点领域": 3,
    "2021年新收涉黑恶案一审已结": 0, "2021年新收涉黑恶案": 0,
    "2022年新收涉黑恶案一审已结": 0, "2022年新收涉黑恶案": 0,
    "2021年度司法建议已反馈": 17, "2021年度已发司法建议": 20,
    "2022年度司法建议已反馈": 9, "2022年度已发司法建议": 10,
    "不低于上年同期的执行指标": 10, "参与比对的执行指标": 10,
    "实际执行到位金额": 620, "应执行到位金额": 1000, "执行完毕案件": 400, "执行结案": 1000,
    "期限内办结的信访案件": 90, "期限内应办结的信访案件": 100, "期限内实质化解的信访案件": 80,
    "上年同期期限内实质化解的信访案件": 40, "上年同期期限内应办结的信访案件": 50,
    "合格的终本案件": 99, "核查的终本案件": 100,
    "一审收案": 900, "上年同月一审收案": 1000, "前年同月一审收案": 1000,
    "诉前调解成功": 487, "一审立案": 1200, "诉前调解案件": 1000, "调解成功后自动履行": 300,
    "诉前调解办理总天数": 29999, "调解人员": 400, "调解员增加人数": 20, "上年度民事一审收案": 100,
    "委派总对总单位调解": 200,
    "分调裁审案件": 600, "一审案件": 1000,
    "速裁案件审理总天数": 3000, "速裁案件": 100, "快审案件审理总天数": 2000, "快审案件": 100,
    "按时反馈的跨域立案申请": 7, "跨域立案申请": 7,
    "应用律师服务平台的案件": 700, "可应用律师服务平台的案件": 1000, "12368人工接通": 500, "12368转人工来电": 500,
    "应用移动微法院的案件": 400, "可应用移动微法院的案件": 1000, "在线委托鉴定": 81, "委托鉴定总数": 100,
    "在线办理保全": 51, "办理保全总数": 100, "完整录入的来信来访": 64, "来信来访": 64, "满意评价": 90, "有效评价": 100,
    "年学时满90的法官": 69, "在册法官": 70,
}  # fmt: skip

# What is said of an indicator's points where it is not "in place", "nothing", a rank or a day in time.
SAID: dict[tuple[str, int], str] = {
    ("1.1.1", 2): "no",
    ("4.9.1", 4): "11月3日 虚假终本报结 1件",
    ("3.1.1", 1): "2021年7月1日",
}
UNPROVEN = ("1.2.1",)  # no file is sent
LEFT = ("3.2.1",)  # nothing is said
RANK = "第3名，共16家，高院通报"
ENTRIES = {  # indicator → (goal, what is said of it) in the year 2026
    "3.3.1": [("1-0", "3月3日 主流媒体报道专项斗争成果 https://news.example/1"), ("1-0", "5月6日 省级报纸专版 https://news.example/2"),
              ("1-1", "9月8日 进社区开展普法宣讲")],
    "4.1.1": [("", "4月1日 公众关注的重大案件一审审结"), ("", "8月20日 重大案件一审审结")],
    "4.2.1": [("", "4月2日 食药安全案一审审结"), ("", "8月21日 电信诈骗案一审审结")],
    "4.2.2": [("1", "6月26日 禁毒普法进校园")],
    "4.4.1": [("1", "10月9日 上海高院发布典型案例")],
}  # fmt: skip
CLOSED = ("4.2.1", "4.3.1", "2.2.3")  # no more of it comes, or nothing came at all
WITHOUT_PROOF = ("4.2.2",)

# What follows from all this, written down by hand: whatever is not here is met.
EXPECTED = {
    "not met": {
        "1.1.1": [2], "3.1.1": [1], "4.2.1": [1], "4.9.1": [1, 4], "5.2.1": [2, 7], "5.2.2": [1],
        "5.3.3": [4], "6.1.1": [1],
    },
    "unproven": {"1.2.1": [1, 2, 3, 4], "4.2.2": [1]},
    "no benchmark": {"3.2.3": [2], "4.7.1": [2, 3]},
    "no definition": {
        "2.2.1": [1, 2], "4.1.2": [1], "4.6.1": [1], "4.7.1": [5], "4.8.1": [4, 5, 6, 7, 8], "4.9.1": [2, 3],
        "5.2.1": [6],
    },
    "undecided": {"3.2.2": [2], "4.3.1": [1], "4.8.1": [2], "6.3.3": [1, 2, 3, 4]},  # 6.3.3: nobody has verified it
    "not applicable": {"2.2.3": [2], "3.2.2": [1]},
    "history": {"3.2.1": [1, 2]},
    "no data": {
        "1.1.2": [1], "2.1.1": [2, 3], "4.2.2": [2], "4.3.2": [1], "4.3.3": [1], "4.4.1": [2], "4.4.2": [1],
        "4.4.3": [1], "4.5.1": [1], "4.5.2": [1], "4.6.2": [1], "6.1.2": [1, 2], "6.2.1": [1, 2], "6.2.2": [1],
    },
}  # fmt: skip
IN_CHINESE = {
    "met": "达标", "not met": "未达标", "no data": "待数据", "no benchmark": "待基准", "no definition": "待口径",
    "unproven": "待佐证", "undecided": "待认定", "not applicable": "不适用", "history": "历史待补证",
}  # fmt: skip
GRAVEST = (
    "not met",
    "no data",
    "unproven",
    "no benchmark",
    "no definition",
    "undecided",
    "history",
    "met",
    "not applicable",
)

# Received, on time, proven, meets the target, of every department that leads, by area: – nothing of the kind, ○ not
# known yet, ● good, ◐ in part, ■ not. Whatever is open all year keeps its second light at ○.
LIGHTS = {
    ("政治部", 1): "●○■■",  # a meeting is still to come; 1.2.1 has no proof; 1.1.1 is not in place
    ("政治部", 6): "●○○■",  # the register of the new year is open; 6.1.1 falls short
    ("机关党委", 1): "●●●●",
    ("派驻组", 2): "●○○○",  # the court's sum is open, ranks are not judged
    ("刑事审判庭", 3): "●○○■",
    ("刑事审判庭", 4): "●○○■",
    ("民事审判庭", 4): "●○○○",
    ("审判监督庭", 4): "●○○○",
    ("南翔法庭", 4): "●○○○",  # convenes the tribunals
    ("执行局", 4): "●●●■",
    ("立案庭", 5): "●●●■",
    ("立案庭", 2): "●○–○",  # the monthly round of every department
    ("法警大队", 6): "●–––",  # signed for as one of 各部门, and asked for nothing
    ("商事审判庭", 4): "●–––",
}
SIGN = {"none": "–", "waiting": "○", "good": "●", "late": "◐", "bad": "■"}


class Walk:
    """One court with everything open, and what is needed to answer it."""

    def __init__(self, court: Court) -> None:
        self.court = court
        self.indicators = {row.id: row for row in court.rows(Indicator)}
        self.assignments = {row.id: row for row in court.rows(Assignment)}
        self.requirements = {(self.indicators[r.indicator_id].code, r.seq): r for r in court.rows(Requirement)}

    def code(self, task: Task) -> str:
        assert task.assignment_id is not None
        return self.indicators[self.assignments[task.assignment_id].indicator_id].code

    def area(self, task: Task) -> int:
        return int(self.code(task)[0])

    def contact(self, task: Task) -> str:
        return next(title for title in self.court.contacts() if self.court.posts(title)[0].unit_id == task.unit_id)

    def open(self, form: str, period: str | None = None) -> list[Task]:
        found = self.court.rows(Task, state="open", form=form)
        return [task for task in found if period in (None, task.period)]

    def asking(self, task: Task) -> str | None:
        (draft,) = self.court.rows(Report, task_id=task.id, state="draft")
        return draft.asking

    async def open_card(self, task: Task) -> str:
        """The task's own card, by way of the list; who answers it."""
        title = self.contact(task)
        await self.court.say(title, "/tasks")
        offered = self.court.buttons(title)
        if ("task", str(task.id)) not in offered:
            siblings = [t for t in self.court.rows(Task) if (t.unit_id, t.cadence, t.period) == _sheet(task)]
            numbers = {str(t.id) for t in siblings}
            (first,) = (number for verb, number in offered if verb == "sheet" and number in numbers)
            await self.court.press(title, "sheet", first)
        await self.court.press(title, "task", task.id)
        return title

    async def answer(self, task: Task) -> None:
        """Question by question, until there is nothing left to ask; then it is filed."""
        title = await self.open_card(task)
        code = self.code(task)
        if "answer" in self.court.offers(title):  # the answer before may have led here already
            await self.court.press(title, "answer", task.id)
        while (asking := self.asking(task)) is not None:
            await self._one(title, task, code, asking)
        await self.open_card(task)
        assert "请核对" in self.court.text(title)
        await self.court.press(title, "file", task.id)

    async def _one(self, title: str, task: Task, code: str, asking: str) -> None:
        court = self.court
        if asking == "figures":
            labels = [line[2:].partition("（")[0] for line in court.text(title).split("\n") if line[0] in "①②③④⑤⑥⑦⑧⑨⑩"]
            assert labels, (task, court.text(title))
            await court.say(title, " ".join(str(FIGURES[label]) for label in labels))
        elif asking == "files" and code in UNPROVEN:
            await court.press(title, "choose", f"{task.id}-later")
        elif asking == "files":
            await court.send(title, f"{code}佐证.pdf", f"佐证 {code} {task.id}".encode())
        else:
            await self._point(title, task, code, int(asking.removeprefix("details ")), asking)

    async def _point(self, title: str, task: Task, code: str, seq: int, asking: str) -> None:
        said, kind = SAID.get((code, seq)), self.requirements[code, seq].kind
        usual = {"practice": "yes", "attestation": "nothing"}.get(kind)
        if said == "no" or (said is None and usual):
            await self.court.press(title, "choose", f"{task.id}-{said or usual}")
        elif kind == "attestation" and not asking.startswith("details"):
            await self.court.press(title, "choose", f"{task.id}-some")
        else:
            await self.court.say(title, said or (RANK if kind == "rank" else "2021年6月18日"))

    async def register(self, task: Task) -> None:
        code = self.code(task)
        for goal, text in ENTRIES.get(code, []):
            title = await self.open_card(task)
            await self.court.press(title, "choose", f"{task.id}-entry")
            if goal:
                await self.court.press(title, "choose", f"{task.id}-{goal}")
            await self.court.say(title, text)
            if self.asking(task) == "proof":
                if code in WITHOUT_PROOF:
                    await self.court.press(title, "choose", f"{task.id}-later")
                else:
                    await self.court.send(title, "佐证.pdf", text.encode())
            assert "file" in self.court.offers(title), (code, text, self.court.text(title))
            await self.court.press(title, "file", task.id)
        if code in CLOSED:
            title = await self.open_card(task)
            await self.court.press(title, "choose", f"{task.id}-close")
            await self.court.say(title, "本年度收案中没有更多此类案件")
            await self.court.press(title, "file", task.id)


def _sheet(task: Task) -> tuple[Any, ...]:
    return task.unit_id, task.cadence, task.period


def verdict(code: str, seq: int) -> str:
    return next((name for name, rows in EXPECTED.items() if seq in rows.get(code, [])), "met")


def together(verdicts: list[str]) -> str:
    return next(name for name in GRAVEST if name in verdicts)


def board(court: Court) -> dict[tuple[str, int], str]:
    """The lights of the newest board, as it was drawn."""
    row = [r for r in court.rows(Outbox, chat_id=court.id(DIRECTOR), kind="status") if r.params][-1]
    assert row.params is not None
    return {
        (unit["unit"], area): "".join(SIGN[cell[light]] for light in ("received", "on_time", "proven", "meets"))
        for unit in row.params["photo"]["rows"]
        for area, cell in enumerate(unit["cells"], start=1)
    }


async def test_every_indicator_is_asked_answered_proven_judged_and_shown(whole: Court) -> None:
    await whole.until(START)
    await whole.give()
    for title in whole.contacts():
        await whole.sign(title)
    walk = Walk(whole)

    # asked: every demand that is not the court's monthly round or a meeting has a task of its lead
    asked = {walk.code(task) for form in ("readings", "register", "meeting", "summary") for task in walk.open(form)}
    assert len(walk.indicators) == 51
    assert asked == {row.code for row in walk.indicators.values()}

    for task in walk.open("readings"):
        if walk.code(task) not in LEFT:
            await walk.answer(task)
    for task in walk.open("register", "2026"):
        await walk.register(task)

    # judged and shown: demand by demand under /why, and all together in /status
    expected: dict[str, list[str]] = {}
    for code, seq in walk.requirements:
        expected.setdefault(code, []).append(verdict(code, seq))
    assert set().union(*expected.values()) == set(IN_CHINESE)
    for code, verdicts in expected.items():
        (text,) = await whole.say(DIRECTOR, f"/why {code}")
        shown = [line for line in text.split("\n") if line.startswith("· ")]
        assert text.split("\n")[0].endswith(f"　{IN_CHINESE[together(verdicts)]}"), text
        for line, wanted in zip(shown, verdicts, strict=True):
            is_rank = "名，共" in line
            assert line.endswith(f"　{IN_CHINESE[wanted]}") or (is_rank and wanted == "no definition"), (code, line)
    (caption,) = await whole.say(DIRECTOR, "/status")
    counts = Counter(together(verdicts) for verdicts in expected.values())
    for name, n in counts.items():
        assert f"{IN_CHINESE[name]} {n}" in caption.split("\n")[1], caption
    lights = board(whole)
    assert {cell: lights[cell] for cell in LIGHTS} == LIGHTS
    names = {unit.id: unit.name for unit in whole.rows(Unit)}
    leads = {(names[task.unit_id], walk.area(task)) for task in whole.rows(Task) if task.assignment_id}
    assert {cell for cell, shown in lights.items() if shown[3] != "–"} <= leads

    # drawn: a rank and a day too, once they are on record
    for code, form, said in (("2.2.1", "rank", "第 3 名，共 16 家"), ("3.1.1", "day", "2021年7月1日")):
        await whole.say(DIRECTOR, f"/why {code}")
        await whole.press(DIRECTOR, "curve")
        row = [r for r in whole.rows(Outbox, chat_id=whole.id(DIRECTOR), kind="curve") if r.params][-1]
        assert row.params is not None
        points = {(curve["form"], curve["points"][-1]["said"]) for curve in row.params["photo"]["curves"]}
        assert (form, said) in points, code

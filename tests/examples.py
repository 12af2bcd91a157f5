"""How replies are read, as a page for clerks: made of the collection of replies by `python -m tests.examples`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import chain, islice, zip_longest
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from bot.settings import HOME, load
from bot.translator import Translator, translators
from bot.views import forms, meeting, readings, register, roll_call
from domain.answers import Occurrence, Rank
from domain.figures import is_share, written
from domain.reader.asked import Value
from domain.reader.hear import Question
from tests.scoring import Scored, scored

PAGE = Path(__file__).parents[1] / "docs" / "replies.md"
EACH = 8  # examples of one kind
SHORT = 40  # signs: what fits a line
HEAD = """# 回复怎么读

这一页由测试所用的回复集生成（`python -m tests.examples`），每一行都是程序现在的读法。想试别的写法：
`python -m bot read 指标编号 "回复"`，只读不记。

读得准的，先给您核对，按了“无误，报送”才算；有疑问的，问一句，不猜；不是填报的，也有回音。
"""
REPORTS = {
    "figures": "报数",
    "roll-call": "三个规定月报告",
    "yes": "制度、工作是否落实",
    "occurrence": "有无发生",
    "day": "完成日期",
    "rank": "名次",
    "meeting": "会议",
    "entries": "登记事项",
}
WISHES = {
    "correction": "更正",
    "done": "说已经办了，但没有内容：请把数字或材料发来",
    "not-done": "还没办：不报，期限不变",
    "will-do-by": "答应某日前报：记下；晚于期限的转告创建办",
    "extension": "申请延期：写明日期、事由和进展后报创建办，答复之前期限不变",
    "not-ours": "不归本部门：写明转给哪个部门和理由，对方接办之前仍在您部门",
    "not-applicable": "没有此类事项：请在问题下面答“无”",
    "question": "提问：指给您口径和依据",
    "cancel": "撤回：先给您看撤回什么，再按一次才撤",
    "acknowledgement": "收到：不当作填报",
    "off-topic": "与填报无关",
}
PROBLEMS = [view.PROBLEMS for view in (forms, readings, roll_call, meeting, register)]


def page() -> str:
    t = translators(HOME / "locales", load(HOME / "config.toml").zone, "创建办")["zh_CN"]
    good = [one for one in scored() if one.status == "right" and one.level != "trap"]
    parts = [HEAD, "## 填报\n"]
    for kind, title in REPORTS.items():
        found = [one for one in good if one.kind == kind and one.intent == "report" and one.heard.values]
        parts.append(_table(f"### {title}\n", ("这样写", "读作"), _readings(found, t)))
    parts.append("## 别的意思\n")
    for intent, title in WISHES.items():
        found = [one for one in good if (one.intent == intent and one.heard.doubt is None) or one.intent == intent]
        parts.append(_table(f"### {title}\n", ("这样写", "读出"), _wishes(found, t)))
    parts.append("## 有疑问的，问一句\n")
    doubtful = [one for one in scored() if one.status == "right" and one.is_doubtful and one.heard.doubt]
    parts.append(_table("", ("这样写", "回问"), _doubts(doubtful, t)))
    return "\n".join(parts)


def _table(title: str, heads: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"| {heads[0]} | {heads[1]} |", "|---|---|", *(f"| {_cell(a)} | {_cell(b)} |" for a, b in rows)]
    return f"{title}\n" + "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("\n", "⏎").replace("|", "｜").strip() or "（空）"


def _spread(found: Iterable[Scored]) -> Iterator[Scored]:
    """Of every file and level in turn, so that no indicator fills the page and no text stands twice."""
    files: dict[tuple[str, str], dict[str, Scored]] = defaultdict(dict)
    for one in found:
        if len(one.text) <= SHORT:
            files[one.file, one.level].setdefault(one.text, one)
    turns = chain.from_iterable(zip_longest(*(texts.values() for texts in files.values())))
    seen = {one.text: one for one in filter(None, turns)}
    return islice(seen.values(), EACH)


def _readings(found: Iterable[Scored], t: Translator) -> Iterator[tuple[str, str]]:
    for one in _spread(found):
        yield one.text, "；".join(_said(key, value, one.question, t) for key, value in one.heard.values.items())


def _wishes(found: Iterable[Scored], t: Translator) -> Iterator[tuple[str, str]]:
    for one in _spread(found):
        until = t.full_day(one.heard.until) + "前" if one.heard.until else None
        values = [_said(key, value, one.question, t) for key, value in one.heard.values.items()]
        yield one.text, "；".join(filter(None, (*values, until, one.heard.department))) or "—"


def _doubts(found: Iterable[Scored], t: Translator) -> Iterator[tuple[str, str]]:
    by_reason: dict[str, list[Scored]] = defaultdict(list)
    for one in found:
        assert one.heard.doubt is not None
        by_reason[one.heard.doubt.reason].append(one)
    for reason, replies in sorted(by_reason.items()):
        for one in _spread(replies):
            yield one.text, _question(reason, one, t)


def _question(reason: str, one: Scored, t: Translator) -> str:
    """As the card words it."""
    period = one.question.period.key if one.question.period else "2026"
    task: Any = SimpleNamespace(period=period, form=SimpleNamespace(figures=one.question.asked.quantities))
    words = next(problems[reason] for problems in PROBLEMS if reason in problems)
    assert one.heard.doubt is not None
    likely = [
        "；".join(_said(*pair, one.question, t) for pair in each.items()) for each in one.heard.doubt.likely if each
    ]
    return str(words(t, task)) + (f"〔{'〕〔'.join(likely)}〕" if likely else "")


def _said(key: str, value: Value, question: Question, t: Translator) -> str:
    demand = next((demand for demand in question.asked.demands if demand.key == key), None)
    point = next((point for point in question.points if f"#{point.seq}" == key), None)
    name = demand.name if demand else point.name if point else NAMES.get(key, key)
    match value:
        case bool():
            return f"{name}：{'是' if value else '否'}"
        case "nothing":
            return f"{name}：无"
        case Occurrence():
            return f"{name}：{t.full_day(value.day)}，{value.what}，{value.count}"
        case Rank():
            parts = (f"第 {value.place} 名" if value.place else "", f"共 {value.field} 家" if value.field else "")
            return "，".join(filter(None, (*parts, value.source)))
        case date():
            return f"{name}：{t.full_day(value)}"
        case Fraction():
            percent = demand is not None and is_share(demand.kind, len(demand.parts), demand.unit)
            unit = "%" if percent else _unit(key, question)
            return f"{name} {written(value, percent=percent)}{unit}"
        case _:
            return f"{name} {value}"


NAMES = {"should": "应填", "filed": "已填", "records": "记录", "day": "日期", "topic": "事项"}


def _unit(key: str, question: Question) -> str:
    found = next((q.unit for q in question.asked.quantities if q.label == key), "")
    return f" {found}" if found else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""Sentences of one name and one figure (a point, a place, a day) that say by their own words that it is another one.

They are made for every form of the kept replies; none of them may be recorded, for whatever is asked.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from domain.reader.hear import Question
from tests.scoring import OTHER_REPLIES, REPLIES, question_of

YEARS = ("上年", "前年", "20")
# {x} is the name, {n} a figure as large as the one on record, {m} a small one, {u} the unit
FIGURES = (
    "{x}目标{n}{u}",
    "{x}不到{n}{u}",
    "预计{x}{n}{u}",
    "{x}计划{n}{u}，完成一半",
    "听说{x}{n}{u}",
    "如果算上试点，{x}{n}{u}",
    "{x}原来{n}{u}，后来改了",
    "{x}{n}{u}，不对",
    "隔壁单位{x}{n}{u}",
    "{x}{n}{u}，还没核",
    "{x}最多{n}{u}",
    "{x}刚过{n}{u}",
    "{x}缺口{n}{u}",
    "{x}写成{n}{u}了",
    "{x}照{n}{u}下调",
    "{x}最好的时候{n}{u}",
    "{x}上报{n}{u}被退回",
    "{x}{n}{u}已取消",
    "{x}{n}{u}含上期{m}{u}",
    "{x}{n}{u}到{m}{u}",
    "{x}{n}{u}还是{m}{u}来着",
    "全区{x}{n}{u}，我们占三成",
    "{x}{n}{u}，领导不同意报",
    "{x}{n}{u}，先压一压",
    "{x}{n}{u}，系统没更新",
    "{x}{n}{u}是三年合计",
    "{x}{n}{u}是两个单位合计",
    "{x}{n}{u}是别人的",
    "{x}{n}{u}是借来的",
    "{x}见第{n}页",
    "{x}电话{n}",
    "{x}走了{m}{u}",
    "{x}只剩{m}{u}",
    "{x}再有{m}{u}就{n}{u}",
    "{x}{n}{u}里面重复{m}{u}",
    "{x}{n}{u}，减{m}{u}",
    "{x}{n}{u}，{m}{u}不是",
    "{x}{n}{u}，多报{m}{u}",
)
# of a share both figures, {w} and {p} their names
PAIRS = (
    "{w}{n}{u}，{p}{m}{u}，数还要核",
    "{w}{n}{u}，{p}{m}{u}，反正差不多",
    "{w}{n}{u}，{p}{m}{u}，领导还没看",
    "{w}{n}{u}，{p}要{m}{u}",
    "{w}{n}{u}，{p}应该{m}{u}吧",
    "{w}{n}{u}，{p}大概{m}{u}",
    "{w}{n}{u}，{p}{m}{u}，系统和台账不一致",
    "{w}{n}{u}，{p}{m}{u}，漏了一个组",
    "{w}{n}{u}，{p}{m}{u}，只是我们组的",
    "{w}{n}{u}，{p}{m}{u}，写反了",
    "{w}{n}{u}，{p}{m}{u}，作废",
    "如果{w}{n}{u}，{p}就是{m}{u}",
)
YES = (
    "{x}在推进",
    "{x}快了",
    "{x}基本上",
    "{x}计划年底前",
    "{x}有一半",
    "{x}争取做到",
    "{x}方案有了",
    "{x}按要求要做到",
    "{x}一度做到",
    "{x}能做到就好了",
    "{x}做到过",
    "{x}做到了一次",
    "{x}做了一些",
    "{x}做到了九成",
    "{x}已立项",
    "{x}已招标",
    "{x}在验收",
    "{x}开始做了",
    "{x}刚起步",
    "{x}测试中",
    "{x}做到了，测试环境",
    "{x}希望做到",
    "{x}，去年是",
    "{x}，系统没更新",
)
OCCURRENCES = (
    "没收到",
    "报0，其实1",
    "系统里0，实际有",
    "希望没有",
    "先填没有",
    "没有吧",
    "好像有",
    "疑似1起",
    "有1起苗头",
    "上周有1起",
    "没有，除了昨天那起",
    "{x}没收到",
    "{x}报0，其实1",
)
RANKS = (
    "{x}也想第3",
    "{x}差一点就第3",
    "{x}只差一步第3",
    "{x}排不到第3",
    "{x}能排第3就不错",
    "{x}高于第3名",
    "{x}不如第3",
    "{x}快到第3了",
    "{x}本可以第3",
    "{x}一度第3",
    "{x}跌出第3",
    "{x}说是第3",
    "{x}第3，小组里",
    "{x}第3，申诉中",
    "{x}第3，只算基层庭",
    "{x}第3，是发改率第3",
)
DAYS = ("{day}是中院的会", "{day}预备会", "原定{day}", "{day}没开成", "{day}报名", "不是{day}", "{day}的会我没去")
SENTENCES = {
    "figures": FIGURES,
    "share": PAIRS,
    "yes": YES,
    "occurrence": OCCURRENCES,
    "rank": RANKS,
    "meeting": DAYS,
}


@dataclass(frozen=True)
class Form:
    question: Question
    name: str
    unit: str = ""
    last: int = 0
    whole: str = ""
    part_of_last: int = 0


SMALL, MIDDLING = 7, 56  # figures where none is on record


def made(sentence: str, shape: str) -> Iterator[tuple[str, Question]]:
    for form in forms(shape):
        n = max(form.last + 1, SMALL)
        m = min(max(form.part_of_last, n - SMALL), n - 1) if form.whole else max(1, form.last // 6)
        of = {"x": form.name, "u": form.unit, "n": n, "m": m, "day": form.name, "w": form.whole, "p": form.name}
        yield sentence.format(**of), form.question


@cache
def forms(shape: str) -> tuple[Form, ...]:
    """One of each head that is asked so; of figures one of each that is no year's before and whose name is told."""
    found: dict[tuple[str, str], Form] = {}
    for path in sorted((*REPLIES.rglob("*.toml"), *OTHER_REPLIES.rglob("*.toml"))):
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
        question = question_of(kept)
        if question.shape == ("figures" if shape == "share" else shape) and question.field != "topic":
            last = kept.get("last", {})
            for form in _shares(question, last) if shape == "share" else _of(question, last):
                found.setdefault((f"{kept.get('notice')} {kept['code']} {kept['asked']}", form.name), form)
    return tuple(found.values())


def _shares(question: Question, last: dict[str, float]) -> Iterator[Form]:
    for demand in question.asked.demands:
        labels = [one.label for one in demand.parts]
        if demand.is_share and len(labels) == 2 and not any("·" in one or one.startswith(YEARS) for one in labels):
            part, whole = demand.parts
            counted = [int(last.get(label, MIDDLING)) for label in labels]
            yield Form(question, part.label, part.unit.partition("/")[0], counted[1], whole.label, counted[0])


def _of(question: Question, last: dict[str, float]) -> Iterator[Form]:
    point = next((one for one in question.points if one.seq == question.seq), None)
    if question.shape == "figures":
        for one in question.asked.quantities:
            if "·" not in one.label and not one.label.startswith(YEARS):
                yield Form(question, one.label, one.unit.partition("/")[0], int(last.get(one.label, MIDDLING)))
    elif question.shape == "meeting" and question.period:
        yield Form(question, f"{question.period.start.month}月12日")
    elif point:
        yield Form(question, point.name)

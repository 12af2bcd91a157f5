"""The bulletin and the order as they are worded: what is not there is said or left out, what is odd still reads."""

import dataclasses
from datetime import UTC, date, datetime
from fractions import Fraction
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot.settings import HOME
from bot.translator import Translator, translators
from bot.views import bulletin, order_sheet
from domain.facts.bulletin import Area, Before, Bulletin, Filing, Line, News, PutRight
from domain.facts.digest import Soon
from domain.facts.orders import Line as OrderLine
from domain.facts.orders import Matter, Order, Sheet
from domain.facts.overview import Overdue, RequirementLine
from domain.facts.remarks import Doer, Remark
from domain.official import Official
from domain.orders import Colour
from domain.rules import Papers
from exports.official import draw
from tests.settings import SHIPPED

BY = (Doer("执行局"),)
AT = datetime(2026, 12, 1, 1, 30, tzinfo=UTC)
PAPERS = Papers("某区人民法院", "创建办", "工作简报", "某法创", "院领导", "")
EMPTY = Bulletin(
    papers=PAPERS, campaign="示范法院创建", notice="某法发〔2026〕1号", month=date(2026, 11, 1), at=AT, cut_off=AT,
    number=(2026, 3), named_from=5, verdicts={}, before=None, filings=(), outside=(), overdue=(), news=(), areas=(),
    vacant=(), returned=(), mended=0, extended=(), orders=(), remarks=(), read=0, due=(), put_right=(),
)  # fmt: skip
MATTER = Matter("red", "立案庭", "诉前调解数据（5.2.1）", "2026-10", "overdue", 10)


def demand(name: str = "成功率", verdict: str = "not met", **other: object) -> RequirementLine:
    row = RequirementLine(name, ">=", "50", "%", False, False, verdict, "rate", Fraction(487, 1000))
    return dataclasses.replace(row, **other)  # type: ignore[arg-type]


def order(state: str, overdue: int = 0) -> OrderLine:
    return OrderLine(1, "某法督〔2026〕7号", MATTER, date(2026, 11, 20), overdue, state)


@pytest.fixture(scope="module")
def t() -> Translator:
    return translators(HOME / "locales", SHIPPED.zone, SHIPPED.office_name)["zh_CN"]


def texts(page: Official) -> list[str]:
    body = Document(BytesIO(draw(page))).element.body
    return ["".join(found.text or "" for found in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def told(t: Translator, **facts: object) -> list[str]:
    return texts(bulletin.words(dataclasses.replace(EMPTY, **facts), t))  # type: ignore[arg-type]


# nothing to tell


def test_of_an_empty_month_every_section_says_so(t: Translator) -> None:
    found = [text for text in told(t) if text]
    assert found[:5] == [
        "工作简报",
        "某法创〔2026〕3号",
        "2026年11月示范法院创建工作情况",
        "按照某法发〔2026〕1号文件要求，现将2026年11月示范法院创建工作情况汇总如下。"
        "数据截至12月1日09:30，以填报和审核记录为准。",
        "一、总体情况",
    ]
    assert [text for text in found if text.startswith("本月无") or text.startswith("下月无")] == [
        "本月无应报事项。",
        "本月无登记的工作动态。",
        "本月无退回补正、延期、督办事项，无应予通报的逾期事项。",
        "本月无领导批示。",
        "下月无到期事项。",
    ]
    assert found[-2:] == ["报：院领导。", "创建办2026年12月1日印发"]


# what there is to tell


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"number": None}, "（送审稿）"),
        ({"verdicts": {"met": 3, "not met": 1}}, "测评指标共4项，其中达标3项，未达标1项。"),
        (
            {"verdicts": {"met": 3, "no data": 1}, "before": Before(7, date(2026, 10, 30), {"met": 1, "no data": 3})},
            "测评指标共4项，其中达标3项，待数据1项。与第7期周报（数据截至10月30日）相比，达标增加2项，待数据减少2项。",
        ),
        (
            {"put_right": (PutRight("5.2.1", "诉前调解", "met", "not met"),)},
            "期后更正：诉前调解（5.2.1）由达标更正为未达标。",
        ),
        (
            {"verdicts": {"met": 3}, "before": Before(7, date(2026, 10, 30), {"met": 3})},
            "测评指标共3项，其中达标3项。与第7期周报（数据截至10月30日）相比，各项数量未变。",
        ),
        (
            {"filings": (Filing("立案庭", 5, 2, 1, 1, 1), Filing("执行局", 3, 3, 0, 0, 0)), "outside": ("派驻组",)},
            "本月应报8件，其中按时5件，补报1件，逾期未报1件，在办1件。逾期不满5个工作日的，列入在办。"
            "派驻组系商请单位，不列入统计。",
        ),
        (
            {"news": (News("宣传", 2, ((date(2026, 11, 3), "立案庭", "巡回审判进社区。"),)),)},
            "宣传2条：巡回审判进社区（立案庭，11月3日）等。",
        ),
        (
            {
                "areas": (
                    Area(
                        "诉讼服务",
                        {"not met": 1, "undecided": 1},
                        (
                            Line("5.2.1", "诉前调解", "立案庭", demand()),
                            Line("5.2.2", "速裁", "立案庭", demand("一审用时", "undecided")),
                        ),
                    ),
                )
            },
            "本领域指标2项，其中未达标1项，待认定1项。"
            "未达标的有：成功率（5.2.1）为48.7%，要求不低于50%，立案庭牵头。待认定的有：一审用时（5.2.2）。",
        ),
        ({"areas": (Area("诉讼服务", {"met": 6}, ()),)}, "本领域指标6项，均为达标。"),
        (
            {
                "overdue": (
                    Overdue(1, "业务数据", "2026-10", "立案庭", 6, date(2026, 11, 9)),
                    Overdue(2, "业务数据", "2026-10", "执行局", 6, date(2026, 11, 9)),
                )
            },
            "经提醒仍未报送的有：10月业务数据（立案庭、执行局，已逾期6个工作日）。",
        ),
        (
            {"returned": (("缺佐证材料", 2), ("", 1)), "mended": 2},
            "审核退回补正3件，已重新报送2件。退回原因：缺佐证材料，2件；其他原因，1件。",
        ),
        ({"extended": (("数据正在核对", 2),)}, "批准延期2件，事由：数据正在核对，2件。"),
        (
            {"orders": (order("signed", 2), order("done"), order("raised"))},
            "督办单3件，其中已销号1件，已升级1件，在办1件，见下表。",
        ),
        (
            {"remarks": (Remark(1, 1, "院长", "请执行局报结果。", AT, 8, "given", BY, date(2026, 12, 4)),)},
            "12月1日，院长在第8期周报上批示：“请执行局报结果”。由执行局办理，期限12月4日，尚未办结。",
        ),
        ({"read": 2}, "院领导圈阅周报2次。"),
        (
            {
                "due": (
                    Soon("“三个规定”月报告", "2026-11", date(2026, 12, 3), 15),
                    Soon("业务数据", "2026-11", date(2026, 12, 3), 3),
                )
            },
            "12月3日（周四）前：11月“三个规定”月报告（15个部门）、11月业务数据（3个部门）。",
        ),
    ],
)
def test_what_is_on_record_is_told_in_one_sentence(t: Translator, facts: dict[str, object], sentence: str) -> None:
    assert sentence in told(t, **facts)


@pytest.mark.parametrize(
    ("op", "target", "unit", "said", "printed"),
    [
        (">", "20", "%", "要求高于20%", ">20%"),
        ("<", "30", "天", "要求低于30天", "<30天"),
        ("<=", "1", "‰", "要求不高于1‰", "≤1‰"),
        ("=", "0", "件", "要求0件", "=0件"),
        ("rank", "前列", "", "要求前列", "前列"),
    ],
)
def test_a_target_is_written_out_in_text_and_short_in_the_table(
    t: Translator, op: str, target: str, unit: str, said: str, printed: str
) -> None:
    row = demand(op=op, target=target, unit=unit, suggested=True, receipts=(("2026-11-0107", AT), ("2026-11-0108", AT)))
    found = told(t, areas=(Area("诉讼服务", {"not met": 1}, (Line("5.2.1", "诉前调解", "立案庭", row),)),))
    assert any(f"，{said}，立案庭牵头" in text for text in found)
    assert f"{printed}*" in found
    assert "2026-11-0108等2份" in found


def test_200_departments_and_names_of_60_characters_have_each_a_row_of_their_own(t: Translator) -> None:
    names = [f"{n:03d}" + "单位名称" * 14 + "。" for n in range(200)]
    found = told(t, filings=tuple(Filing(name, 1, 1, 0, 0, 0) for name in names))
    assert [text for text in found if text in names] == names
    assert found[found.index("合计") :][1:6] == ["200", "200", "0", "0", "0"]


def test_in_english_it_is_told_too() -> None:
    """For whoever looks over it; what is issued is Chinese."""
    found = told(
        translators(HOME / "locales", SHIPPED.zone, SHIPPED.office_name)["en"],
        verdicts={"met": 3},
        filings=(Filing("立案庭", 5, 2, 1, 1, 1),),
        orders=(order("signed", 2),),
    )
    assert any(text.endswith("how it went") for text in found)
    assert any(text.startswith("5 were due this month: 2 on time") for text in found)


def test_two_drawings_of_one_month_are_the_same_bytes(t: Translator) -> None:
    assert draw(bulletin.words(EMPTY, t)) == draw(bulletin.words(dataclasses.replace(EMPTY), t))


# an order


def paper(**other: object) -> Order:
    made = Order(
        order_id=1, number="某法督〔2026〕7号", matter=MATTER, explain_by=date(2026, 11, 24),
        done_by=date(2026, 11, 30), leader="副院长 2", signer="副院长", signed_on=date(2026, 11, 23), received=None,
        state="signed", step="asked", filed=False, done_on=None, overdue=0, kept="", task_id=1, task_rev=0,
    )  # fmt: skip
    return dataclasses.replace(made, **other)  # type: ignore[arg-type]


def ordered(t: Translator, made: Order, **other: object) -> dict[str, str]:
    facts = Sheet(made, "某区人民法院", "某法发〔2026〕1号", "", "严重逾期", 0, "", None, 0, None)
    tables = Document(BytesIO(draw(order_sheet.words(dataclasses.replace(facts, **other), t)))).tables  # type: ignore[arg-type]
    rows = [list(dict.fromkeys(cell.text for cell in row.cells)) for row in tables[1].rows]
    return {"": tables[0].rows[0].cells[0].text} | {
        row[n]: row[n + 1] for row in rows for n in range(0, len(row) - 1, 2)
    }


@pytest.mark.parametrize(("colour", "word"), [("blue", "蓝色督办单"), ("yellow", "黄色督办单"), ("red", "红色督办单")])
def test_an_order_says_its_colour(t: Translator, colour: Colour, word: str) -> None:
    assert ordered(t, paper(matter=dataclasses.replace(MATTER, colour=colour)))[""] == word


def test_an_order_says_what_is_wanted_and_how_far_it_is(t: Translator) -> None:
    found = ordered(t, paper())
    assert found["督办依据"] == "严重逾期（院内设定）；某法发〔2026〕1号"
    assert found["办理要求"] == "请于11月24日（周二）下班前书面说明，11月30日（周一）下班前办结。"
    assert (found["主送"], found["抄报"]) == ("立案庭", "副院长2")
    assert (found["说明期限"], found["办结期限"]) == ("2026年11月24日", "2026年11月30日")
    assert (found["签收"], found["情况说明"], found["办结情况"]) == ("尚未签收", "尚未说明", "尚未销号")


@pytest.mark.parametrize(
    ("made", "end"),
    [
        (paper(overdue=3), "尚未销号，已逾期3个工作日"),
        (paper(kept="数据仍不完整"), "暂不销号：数据仍不完整"),
        (paper(state="done", step="struck", done_on=date(2026, 11, 27)), "已于2026年11月27日销号。"),
        (paper(state="raised", step="withdrawn"), "已升级，另发督办单。"),
    ],
)
def test_an_order_ends_as_it_has_ended(t: Translator, made: Order, end: str) -> None:
    assert ordered(t, made)["办结情况"] == end


def test_an_explanation_stands_word_for_word_with_who_gave_it(t: Translator) -> None:
    text = "一是平台升级。\n二是已补报。"
    found = ordered(t, paper(step="accepted"), text=text, explained=("立案庭联络员", AT), files=2)
    assert found["情况说明"] == f"{text}\n佐证：2个文件\n立案庭联络员，2026年12月1日"

"""The first notice as it was digitised: cells lost, slid to either side, pages without their titles."""

from catalogue.reading.reading import read
from tests.catalogue.reading.drawn import doubted, flat, told

FIRST = "一、思想建设|（一）坚持学习|1.学习制度健全，每月学习不少于1次。|政治部|政治部 办公室"


def test_blank_cells_below_are_merges_that_were_lost() -> None:
    found = read(flat(FIRST, "||2.每年召开2次以上会议。||"))
    assert told(found)[1] == "思想建设 / （一）坚持学习 / 每年召开2次以上会议。 / 政治部 / 政治部、办公室"
    assert doubted(found) == []


def test_a_row_that_slid_is_put_back_and_asked_about() -> None:
    found = read(flat(FIRST, "|（二）抓党建|1.机制健全，督办措施完善，按时报告率100%。||政治部|政治部 派驻组"))
    assert told(found)[1].endswith("政治部 / 政治部、派驻组")
    assert [(code, field) for code, field, _ in doubted(found)] == [("1.2.1", "lead"), ("1.2.1", "responsible")]


def test_numbers_say_to_which_item_a_row_belongs() -> None:
    found = read(
        flat(
            FIRST,
            "|（二）抓党建|1.机制健全，督办措施完善，按时报告率100%。|政治部|政治部",
            "||2.支部建在庭上，没有空白点，覆盖率100%。||",
            "（三）当先锋，发挥党员模范作用|3.基层组织规模适当、制度健全、活动经常，覆盖率100%。|机关党委||",
            "|党员干警树立群众观念，主动服务，没有冷硬横推现象。||各支部|",
        )
    )
    assert [line.split(" / ")[1:] for line in told(found)[3:]] == [
        ["（二）抓党建", "基层组织规模适当、制度健全、活动经常，覆盖率100%。", "机关党委", "政治部"],
        [
            "（三）当先锋，发挥党员模范作用",
            "党员干警树立群众观念，主动服务，没有冷硬横推现象。",
            "机关党委",
            "各支部",
        ],
    ]
    asked = {(code, field) for code, field, _ in doubted(found)}
    assert {("1.2.3", "item"), ("1.2.3", "lead"), ("1.3.1", "item"), ("1.3.1", "responsible")} <= asked


def test_a_title_below_its_rows_is_theirs() -> None:
    found = read(flat(FIRST, "||1.言行规范，零投诉，检查不少于4次。||办公室", "|（二）作风优良，群众满意|||"))
    assert told(found)[1].split(" / ")[1] == "（二）作风优良，群众满意"
    assert ("1.2.1", "item", "（二）作风优良，群众满意") in doubted(found)


def test_a_new_page_goes_on_by_its_numbers() -> None:
    found = read(flat(FIRST, goes_on=("||2.接通率达100%，应用率超过40%。|立案庭|各业务部门",)))
    assert told(found)[1].split(" / ")[1:] == [
        "（一）坚持学习",
        "接通率达100%，应用率超过40%。",
        "立案庭",
        "各业务部门",
    ]
    assert ("1.1.2", "item", "（一）坚持学习") in doubted(found)


def test_other_departments_line_by_line_may_be_one_cell() -> None:
    found = read(
        flat(FIRST, "|（二）英模|1.组织学习选编材料，征文不少于10篇。||审判监督庭", "||2.刊发报道3篇以上。||各部门")
    )
    assert [(code, field) for code, field, _ in doubted(found) if field == "responsible"] == [
        ("1.2.1", "responsible"),
        ("1.2.2", "responsible"),
    ]

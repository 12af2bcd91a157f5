"""Replies to the round in words of which not all are known: what they count is weighed."""

import pytest

from domain.roll_call import RollCall, Round, read

CIVIL = Round(9, frozenset({"民事审判庭", "民庭"}), RollCall(36, 36, 1))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("姐我们庭三十六个人一个都没落下全部弄好了 也没人来打招呼", RollCall(36, 36, 0)),
        ("三十六个里头三十五个填啦 剩老张在医院 记录没得", RollCall(36, 35, 0)),
        ("应田三十六以田三十六几路两条", RollCall(36, 36, 2)),
        ("共36 已填34 未填2(都在外地执行) 记录1", RollCall(36, 34, 1)),
        ("昨天还差两个没填 今天36个全齐了 没记录", RollCall(36, 36, 0)),
        ("26里25个弄好了", "not-understood"),
        ("上月2条，本月1条，应填36人全填了", RollCall(36, 36, 1)),
        ("8月37人，9月退休1人，现36人，都填了，零报告", "does-not-add-up"),
        ("8月应填36人、已填35人，9月应填36人、已填36人，两个月都没有记录", RollCall(36, 36, 0)),
        ("执行局有2条，我们民庭36人全填了，没有记录", RollCall(36, 36, 0)),
        ("应填36人，已填36人，其中34人零报告，2人各记录1条", RollCall(36, 36, 2)),
        ("应填36人，34人零报告，2人各记录1条，合计记录3条", "not-understood"),
        ("法官12人、法官助理12人、书记员12人，共36人，全部填报，无记录", RollCall(36, 36, 0)),
        ("法官12人、法官助理12人、书记员11人，共36人，全部填报，无记录", "does-not-add-up"),
        ("应填36人，34人已填，另外2人一个产假一个援藏，按规定不用填，记录0条", RollCall(36, 34, 0)),
        ("36人除庭长1人在党校学习未填外，其余35人均已填报，记录0条", RollCall(36, 35, 0)),
        ("36 有3个没弄 一个住院两个出差 记录零", RollCall(36, 33, 0)),
        ("填报率97.2%，应填36人，已填35人，记录2条", RollCall(36, 35, 2)),
        ("填报率95%，应填36人，已填30人，记录2条", "not-understood"),
        ("人36 填36 条2", RollCall(36, 36, 2)),
        ("应/已/录 36/36/0", RollCall(36, 36, 0)),
        ("36人都填了，记录明天再报", RollCall(36, 36)),
        ("12368转来的都登了，36人全填，记录2条", RollCall(36, 36, 2)),
    ],
)
def test_figures_are_told_apart_by_words_order_and_arithmetic(text: str, answer: RollCall | str) -> None:
    assert read(text, None, 36, CIVIL) == answer


@pytest.mark.parametrize(
    "text",
    [
        "36人填了草稿，记录0", "36人已填未提交，记录0", "36人已填但系统显示35", "通知了36人填报", "要求36人都填",
        "应填36人已填36人记录0条，刑庭的", "36人都填了，记录0条，是上个月的", "36人都填了，有2条记录被退回了",
        "应填36人，已填36人，记录0条有问题", "应填36人，已填36人，记录0条待核实", "36人都填了，不过有人填错了",
        "请各庭36人今天全部填报，零报告也要报", "没记录的也要零报告", "零报告怎么填", "是零报告还是填0",
        "36人全没填，0条",
        "全部填报，记录2条，另有3条还没录", "36人都填了零报告，除了1条是律师问的", "36人里35人填了，还有1人填了一半",
        "应填36，系统显示已填36，实际35，记录0", "应填36人；已填36人；记录0条；备注：1人未核", "36人应该能填完，零报告",
        "明天能报应填36已填36记录0", "应填36人，已填35人，2人未填，记录0条", "36人都看过通知了，没有意见",
        "应轮训36人，已轮训35人", "办结36件，超期0件", "共16家，排第3", "在册法官36人",
        "记录0条，过问0条，但打招呼的有2条",
    ],
)  # fmt: skip
def test_what_could_take_an_answer_back_is_asked(text: str) -> None:
    assert isinstance(read(text, None, 36, CIVIL), str)


def test_of_what_was_asked_a_figure_named_otherwise_is_no_answer() -> None:
    assert read("全庭38人，其中2人借调在外由借调单位填报，我庭应填36人", "should", 36, CIVIL) == RollCall(36)
    assert read("法官15人都填了", "filed", 36, CIVIL) == "not-understood"
    assert read("平台看到的是35个 一个在产假", "filed", 36, CIVIL) == RollCall(filed=35)
    assert read("9.9  一条\n9.21 一条\n合计2", "records", 36, CIVIL) == RollCall(records=2)

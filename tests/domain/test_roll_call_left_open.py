"""Replies to the round of which more than one number could be meant: none is taken, and what is plain stays plain."""

import pytest

from domain.roll_call import Field, RollCall, Round, read

CIVIL = Round(8, frozenset({"民事审判庭", "民庭"}), RollCall(38, 38, 2))


@pytest.mark.parametrize(
    "text",
    [
        # of some of those who filed it is said how, or when
        "应填38人，挂职1人微信填的，剩下的平台填了，没有记录", "应填38人，庭长自己填了，其他37人都填了，没有记录",
        "应填38人，20人网页填，18人手机填，没有记录", "应填38人，36人准时填，2人延后填，没有记录",
        "应填38人，1人出差，手机填了，其他都填了，没有记录", "应填38人，2人未填，已补填，没有记录",
        "应填38人，已填36人，2人请假，刚补上，没有记录", "应填38人，35人平台填，3人请假委托填，没有记录",
        "应填38人，已填37人，现在38人了，记录0", "应填38人，除1人外都是零报告", "40人都填了，2个实习生不用填",
        "截至8月25日应填38人，已填30人，记录0", "38人，填了九成，0", "我们组18人都填了，没有记录",
        # records that are not to be added up, do not stand, or are of others
        "38人都填了，3条……啊2条", "38人都填了，记录3条，哦2条", "38人都填了，2条，核销1条",
        "38人都填了，2条都是执行局的",
        "38人都填了，庭长1条，书记员1条", "38人都填了，和刑庭一起2条", "38人都填了，记录2条（含7月1条）",
        "38人都填了，记录1条（9月1日发生）", "38人都填了，没有记录，这是7月", "38人都填了，记录2条，今年的",
        # none, and yet some
        "38人都填了，没有记录，除了庭长那条", "38人都填了，没有记录，但是有律师打过招呼",
        "38人都填了，除庭长外没有记录",
        "38人都填了，没有记录，只有庭长记了", "38人都填了，没有记录，口头的有1次",
    ],
)  # fmt: skip
def test_what_leaves_a_number_open_is_asked_back(text: str) -> None:
    assert isinstance(read(text, None, 38, CIVIL), str)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        *(("should", text) for text in ("38人，含2个实习生", "40人，2个实习生不用填", "37加庭长")),
        *(
            ("should", text)
            for text in ("38人，1个下周报到", "40人，除去2个产假的", "37，庭长另算", "36人，加上2个辅警38人")
        ),
        *(
            ("filed", text)
            for text in ("差3个，刚补2个，还有1个", "35人按时，3人晚了", "昨天35今天3", "36加2个补的", "补了2个")
        ),
        *(("records", text) for text in ("2条，9月1条", "比上月多1条", "3条含重复1条", "1条，已销", "5条（今年）")),
        *(("records", text) for text in ("1条，1条", "2条，上个月的", "2条，其中1条是别人的", "领导没有，熟人有")),
    ],
)
def test_asked_for_one_number_no_other_is_taken(asked: Field, text: str) -> None:
    assert isinstance(read(text, asked, 38, CIVIL), str)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("应填38人，已填37人，1人刚做完手术没填，没有记录", RollCall(38, 37, 0)),
        ("应填38，已填36，2人休假，回来补填，记录0", RollCall(38, 36, 0)),
        ("应填38人，1人住院没填，其余37人都填了，没有记录", RollCall(38, 37, 0)),
        ("应填38人，1人产假不用填，已填38人，没有记录", RollCall(38, 38, 0)),
        ("38人都填了，没有记录，最后一个是昨天补的", RollCall(38, 38, 0)),
        ("38人都填了，有2条，一条是老同学说情，一条是家属打听", RollCall(38, 38, 2)),
        ("38人都填了，3条，改为2条", RollCall(38, 38, 2)),
        ("已填37人，更正：38人", RollCall(38, 38)),
        ("全庭填了38人，记录2条，全院记录9条", RollCall(38, 38, 2)),
        ("38人都填了，全院3条记录", RollCall(38, 38)),
        ("截至9月2日应填38人，已填38人，记录2条", RollCall(38, 38, 2)),
        ("38人都填了，没有记录，7月有1条", RollCall(38, 38, 0)),
        ("38人都填了，不过没有记录", RollCall(38, 38, 0)),
    ],
)
def test_what_only_sounds_alike_stays_plain(text: str, answer: RollCall) -> None:
    assert read(text, None, 38, CIVIL) == answer

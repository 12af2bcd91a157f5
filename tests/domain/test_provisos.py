"""What is said of all of a reply takes it back, lends it to another, or leaves it open."""

import tomllib

import pytest

from domain.reader.hear import Question, hear
from tests.scoring import REPLIES, question_of


def question(file: str) -> Question:
    return question_of(tomllib.loads((REPLIES / f"{file}.toml").read_text(encoding="utf-8")))


FIGURES, RANK, DAY = "eighth/4.7.1-figures", "eighth/4.1.2-rank", "eighth/1.1.2-day"
YES, NOTHING, ROUND = "eighth/2.1.2-practice", "eighth/6.3.2-attestation", "eighth/2.1.1-all"
TOLD = {
    FIGURES: "执行完毕336件，结案748件",
    RANK: "全市16家法院，我院第4",
    DAY: "11月25日开的",
    YES: "台账已建立",
    NOTHING: "经自查，没有",
    ROUND: "应填52人，已填52人，记录2条",
}
BEHIND = (
    "，仅供参考", "，还没最后定", "，待核实", "，不确定", "，作废", "，先别记", "，不对", "，开玩笑的",
    "，这是别的部门的", "，对吧", "，我再看看", "，差不多", "（民事审判庭）", "，这是民事审判庭的",
    "，先填着", "，先占个位", "，暂按这个", "，等核完再改", "，以月报为准", "，还没定", "，不是最终的", "，听小王说的",
    "，没跟系统对过",
)  # fmt: skip
BEFORE = (
    "听说", "他们说", "目标是", "预计", "浦东法院", "民事审判庭：", "先填", "初步统计，", "没核过，",
)  # fmt: skip
OF_A_PART = (
    "，只是窗口的", "，不含法庭", "（31号除外）", "，热线的还没加", "，系统还没更新", "，部分数据", "，有2件要剔掉的",
    "，其中3件待定", "，上旬的", "（1-3月）", "，截至3月5日", "，这是旧的", "，上次的数",
)  # fmt: skip
SOUND = (
    "，系统导的", "，和系统一致", "，以这个为准", "，我先去开庭", "，如有出入请联系", "，材料还没盖章",
    "，跟上个月持平", "，附件随后补", "，9月5日导出的",
)  # fmt: skip


@pytest.mark.parametrize("file", TOLD)
def test_without_it_the_reply_counts(file: str) -> None:
    assert hear(TOLD[file], question(file)).values


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("file", TOLD)
def test_behind_a_reply_it_leaves_nothing_certain(file: str, behind: str) -> None:
    heard = hear(TOLD[file] + behind, question(file))
    assert heard.doubt or not heard.values


@pytest.mark.parametrize("behind", OF_A_PART)
@pytest.mark.parametrize("file", [FIGURES, ROUND])
def test_what_is_of_a_part_is_not_the_whole(file: str, behind: str) -> None:
    heard = hear(TOLD[file] + behind, question(file))
    assert heard.doubt
    assert not heard.values


@pytest.mark.parametrize("behind", SOUND)
@pytest.mark.parametrize("file", [FIGURES, ROUND])
def test_what_leaves_nothing_open_leaves_the_reply_as_it_was(file: str, behind: str) -> None:
    assert hear(TOLD[file] + behind, question(file)).values == hear(TOLD[file], question(file)).values


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("file", [FIGURES, ROUND, DAY])
def test_before_a_reply_as_well(file: str, before: str) -> None:
    told = TOLD[file].replace("我院", "")
    heard = hear(before + told, question(file))
    assert heard.doubt or not heard.values


@pytest.mark.parametrize(
    "text",
    [
        "2025年8月执行完毕336件，结案748件", "去年8月数据：执行完毕336件，结案748件",
        "7月数据：执行完毕336件；结案748件", "1-8月执行完毕2536件；结案5800件",
    ],
)  # fmt: skip
def test_a_period_at_the_head_holds_for_all_of_it(text: str) -> None:
    assert hear(text, question(FIGURES)).doubt


@pytest.mark.parametrize(
    "text",
    [
        "会议纪要11月25日印发", "按11月25日的通知要求", "11月25或26", "参加区里11月25日的会议", "11月25日民主生活会",
        "签到表是11月25日拍的", "拟定于11月25日",
    ],
)  # fmt: skip
def test_a_day_of_something_else_is_no_day_of_the_meeting(text: str) -> None:
    assert hear(text, question(DAY)).doubt

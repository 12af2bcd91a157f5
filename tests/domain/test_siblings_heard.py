"""Turns of phrase that one reply of the collection stands for, each asked of a form of the collection."""

import tomllib

import pytest

from domain.reader.corrected import in_short
from domain.reader.hear import hear
from tests.scoring import REPLIES, question_of, written

TOLD = {
    "sixth/1.1.2-day": {
        "日期改一下，11月18日": {"day": "2026-11-18"},
        "嗯嗯开了的 10月底 就30号那天": {"day": "2026-10-30"},
        "10月开的，材料是30号报的": {},
        "通知是10月20日发的，会议10月27日召开": {"day": "2026-10-27"},
        "11月6好开的会": {"day": "2026-11-06"},
        "10月22日党组会上专门研究的": {"day": "2026-10-22"},
        "11月4日，完成全年任务": {"day": "2026-11-04"},
        "11月4日开了，学习资料我整理中": {"day": "2026-11-04"},
        "11月4日，党组研究同意": {"day": "2026-11-04"},
        "11月4日，听取三季度舆情汇报": {"day": "2026-11-04", "topic": "听取三季度舆情汇报"},
        "11月4日，主题为“守牢阵地”": {"day": "2026-11-04", "topic": "守牢阵地"},
        "今天工会发电影票去哪领": {},
        "去年是12月开的，今年还没排上": {},
    },
    "sixth/4.3.2-register": {
        "11月20日，孩子们都挺喜欢": {"day": "2026-11-20"},
        "11月20日，40多个学生": {"day": "2026-11-20"},
        "11月20日 主题：与法同行": {"day": "2026-11-20", "topic": "与法同行"},
    },
    "sixth/1.3.1-attestation": {
        "兄弟法院有2件，本院无": {"#1": "nothing"},
        "外区法院被通报了3起，我院有没有还在查": {},
        "全市通报了5起，其中我院1起": {},
    },
    "sixth/6.3.3-attestation": {
        "未发生重大错案或者重大过失": {"#1": "nothing", "#2": "nothing"},
        "2024年有1件错案，2025、2026没有": {},
    },
    "sixth/2.1.2-practice": {
        "没有，只有退休人员花名册": {"#2": "no"},
        "台账在政治部，我们没有": {},
        "按要求应建立台账": {},
        "前面填成没建，其实已经建了": {"#2": "yes"},
    },
    "sixth/3.1.2-milestone": {
        "未单独制定，执行的是区里的": {"#1": "no"},
        "没有单独制定，合并在2021年9月10日印发的办案规程里": {},
        "小组2021年6月18日成立，工作制度2021年9月10日制定": {"#1": "2021-09-10"},
        "领导小组2021年6月18日成立": {},
        "2021年8月2日填错了，是2021年8月20日": {"#1": "2021-08-20"},
    },
    "sixth/4.1.2-rank": {
        "刑事第8，民事第3，行政第2": {"#1": "8"},
        "目标前三，实际第5": {"#1": "5"},
        "我院综合第2": {},
        "年度通报下周出，1月23日前报来": {},
    },
    "sixth/2.1.1-all": {
        "应填30（王某5月调走），实填30，零记录": {"should": "30", "filed": "30", "records": "0"},
        "与上月一致": {"should": "31", "filed": "31", "records": "1"},
        "商庭填了20人，我们庭31人全填，0条": {"should": "31", "filed": "31", "records": "0"},
        "民庭45人全填，没有记录": {},
        "更正：应填应为30人，前面多算了1人": {"should": "30"},
    },
    "sixth/2.1.1-records": {
        "经核，11月未发现过问、干预案件情况": {"records": "0"},
        "没有没有": {"records": "0"},
        "就一条，律师打听进度的": {"records": "1"},
        "多报了1条，实际1条": {"records": "1"},
    },
    "fifth/1.1.2-day": {
        "28号开滴，大家都到了，开了一下午": {"day": "2026-05-28"},
        "28号，在三楼会议室，30多人参加": {"day": "2026-05-28"},
        "5.28已开，记录在政治部存档": {"day": "2026-05-28"},
        "5月28日，网络意识形态风险防范，全体干警参加": {"day": "2026-05-28", "topic": "网络意识形态风险防范"},
        "5月28日，全体干警学习全国两会精神": {"day": "2026-05-28", "topic": "全体干警学习全国两会精神"},
        "本来说6月3日开，结果拖到6月16日才开": {"day": "2026-06-16"},
        "6月3日没开成，6月16日补开的": {"day": "2026-06-16"},
        "因故延期，最终于6月16日召开": {"day": "2026-06-16"},
        "原定6月3日，实际6月16日召开": {"day": "2026-06-16"},
        "更正一下，会议是6月11日开的": {"day": "2026-06-11"},
        "不好意思写错了，6月11日才对": {"day": "2026-06-11"},
        "上周三？哦不，是6月11日": {"day": "2026-06-11"},
        "推迟到6月16日后开": {},
        "从5月28日推到6月底": {},
        "5月28日开的，材料推迟到周五报": {},
        "市里5月28日开的": {},
        "5月28日是通知日期": {},
    },
    "fifth/1.2.3-practice": {
        "都按计划开展了": {"#2": "yes"},
        "各支部每月主题党日都搞，三会一课没断过": {"#2": "yes"},
        "组织生活没有经常开展，部分支部几个月没活动": {"#2": "no"},
        "没做到经常，执行局支部断了两个月": {"#2": "no"},
        "没有经常开展，但立案庭支部开展了": {},
        "未经常开展，后来补上了": {},
        "去年经常开展": {},
    },
    "fourth/2.1.2-practice": {
        "没有不建台账的": {"#1": "yes"},
        "没有哪个部门不建台账": {"#1": "yes"},
        "没有一个部门建了账也没有一个部门报": {},
    },
    "fifth/1.3.1-attestation": {
        "各支部均无": {"#2": "nothing"},
        "收到一起投诉，经核查不属实": {"#2": "nothing"},
        "有1起投诉，查下来不属实，其他没有": {"#2": "nothing"},
        "没有，派驻组也核过了": {"#2": "nothing"},
        "投诉2件，其中1件不属实": {},
        "2起投诉，一起查实，一起不属实": {},
        "由派驻组掌握，我们没数": {},
    },
    "fifth/3.1.1-milestone": {
        "原定6月成立，实际2021年5月18日成立": {"#1": "2021-05-18"},
        "不是2021年5月18日": {},
        "2021年5月18日发通知，几号成立忘了": {},
    },
    "fifth/2.1.1-all": {
        "收到，22/22/0，请领导审核": {"should": "22", "filed": "22", "records": "0"},
        "22人全部零报告": {"should": "22", "filed": "22", "records": "0"},
        "应填22人，已填20人，王某、李某病假，无记录": {"should": "22", "filed": "20", "records": "0"},
        "应填22，实填20（王某某产假、李某某援疆），零记录": {"should": "22", "filed": "20", "records": "0"},
        "应填22人，已填22人，其中2人各记录1条": {"should": "22", "filed": "22", "records": "2"},
        "应填22人，已填22人，记录3条，其中2人各1条": {},
        "应填22人，已填22人，王某、李某病假，无记录": {},
    },
    "fifth/4.6.1-rank": {
        "第五第五！16家里面的": {"#1": "5/16"},
        "前三季度第4，年终第6，16家": {"#1": "6/16"},
        "第5，16家，审监庭统计的": {"#1": "5/16"},
        "名次：4，家数：16": {"#1": "4/16"},
        "一季度第2，全年还没出": {},
        "上半年第2，下半年第6": {},
        "质效排名一直是审监庭在报": {},
        "质效排名由审监庭统计，我庭不掌握": {},
    },
}  # fmt: skip


@pytest.mark.parametrize(("form", "text"), [(form, text) for form, texts in TOLD.items() for text in texts])
def test_what_is_certain_is_taken_and_nothing_else(form: str, text: str) -> None:
    question = question_of(tomllib.loads((REPLIES / f"{form}.toml").read_text(encoding="utf-8")))
    heard = hear(text, question)
    values = {} if heard.doubt else {key: written(value) for key, value in heard.values.items()}
    assert values == TOLD[form][text]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("更正一下，8月记录应为2条", "更正，8月记录应为2条"),
        ("订正：6月11日", "更正，6月11日"),
        ("会议日期报错了，应该是6月11日", "会议日期应为6月11日"),
        ("昨天报的实质化解32件有误，应为23件", "实质化解应为23件"),
        ("化解数不是32，是23", "化解是23"),
        ("应该是9月15日，上次写成5日了", "应为9月15日"),
        ("案件不对外公开", "案件不对外公开"),
        ("6月1日打错了，应该是6月11日", "6月1日打错了，应该是6月11日"),
    ],
)
def test_a_correction_is_told_in_short(text: str, short: str) -> None:
    assert in_short(text) == short


@pytest.mark.parametrize(
    "text", ["归审监庭统计", "排名是审监庭统计的", "质效通报在审监庭那边，请审监庭提供", "排名归审监庭发布"]
)
def test_whose_it_is_said_to_be_is_heard(text: str) -> None:
    form = tomllib.loads((REPLIES / "fifth/4.6.1-rank.toml").read_text(encoding="utf-8"))
    heard = hear(text, question_of(form))
    assert (heard.intent, heard.department) == ("not-ours", "审监庭")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("刚发的那条请忽略", "cancel"),
        ("先别用我刚才报的", "cancel"),
        ("发错了吧，我是执行局的", "not-ours"),
        ("收到，我问问审监庭", "acknowledgement"),
        ("我问问审监庭再报", "will-do-by"),
        ("昨天停电，还没统计", "not-done"),
        ("明天再报可以吗", "extension"),
        ("口径按全国还是上海的", "question"),
    ],
)
def test_a_wish_is_heard_in_other_words(text: str, intent: str) -> None:
    form = tomllib.loads((REPLIES / "fifth/5.2.1-figures.toml").read_text(encoding="utf-8"))
    assert hear(text, question_of(form)).intent == intent

"""What is said in one breath with an answer and takes it back, whatever its form: 10月9日1起，上次已经报过了.

The last word on a reply; its figures or its day were read rightly, and are not what is to be recorded.
"""

from collections.abc import Callable, Collection, Mapping

from domain.numbers import level
from domain.ours import DISTRICTS
from domain.patterns import pattern_of
from domain.reader import (
    against_another_figure,
    against_counts,
    against_days,
    against_figures,
    against_lines,
    against_nothing,
    against_own_words,
    against_rest,
    against_then,
    against_yes,
)
from domain.reader.asked import Doubt, Heard, Value
from domain.reader.question import Question, Shape

# 这个之前报过了, 跟上回报的是同一个; 四月那次你们登过了 is of another one
ENTERED = pattern_of(
    r"(?:^|(?<=[,。;!\s]))(?:这[个次起件]|该[次起件])?(?:上[次回]|[上下]半年|上个?季度|之前|早前|前面|先前)(?:就|都|也|已经?)*(?:上报|登记|登|报|录|填|记)(?:过|了)"
    r"|[跟和与同](?:上[次回]|之前|先前)[^,。;]{0,4}(?:登|报|录|填|说)的(?:就|都|其实)*是同一"
)
# 开通了，上个月又关了; 台账建立了，后来废了
UNDONE = pattern_of(
    r"(?:后来|如今|现在|目前|前阵子|上个?月|上周|[上下]半年|(?:1[0-2]|[1-9])月)(?:又|再|就|都|被|给|已经?)*(?:关停?|停用?|废止?|撤销?|取消|下线)(?:了|掉)"
    r"|现在(?:又|都)?用不了|(?:^|(?<=[,;。\s]))(?:就|还|都|是)*(?:一?个)?空(?:的|壳子?|架子)(?=$|[,;。!])|今年(?:还|都|一直)?没(?:更新|用|启用|动)"
)
RESTORED = pattern_of("恢复|重新|又开|又建|又用|再次")
# 法官没问题的，书记员里有两个夏天老穿便装上庭
SOME_OTHERWISE = pattern_of(
    "(?:有|还有|就)(?:[一两二三四五几俩仨]|[1-9][0-9]?)[个名位][^,;。]{0,8}(?:老是?|总是?|经常|常常|时不时|偶尔)[^,;。]{2,}"
)
# 网上阅卷开通在做, 学习制度健全落实在抓
UNDER_WAY = pattern_of(
    r"(?:开通|建立|健全|落实|制定|完善|建设|搭建)(?:还|正|都)?在(?:做|抓|弄|搞|推|办|建)(?=$|[,。;!\s])"
)
# 是是，收到，这块我去问下办公室的再回你; behind 材料我问下再给你 and before the answer itself it stands
ASKED_FIRST = pattern_of(
    "(?:^|(?<=[,;。!\\s]))(?![^,;。]{0,8}(?:已|材料|佐证|文件|照片|附件|台账|数|日期|时间))[^,;。]{0,8}"
    "(?:问|核|查|了解|确认|请示)(?!过|了)(?:一?下|清楚|实)?[^,;。]{0,6}(?:再|后)(?:回|答|报|告|跟|给)[^,;。!]*[。!]?$"
)
# 系统显示31。系统哪次准过; 那名册你也信
SCOFFED = pattern_of(
    r"(?:哪[次回天]|[啥何]时候?|什么时候|几时|何曾)[^,;。0-9]{0,3}(?:准|对|灵|靠谱|作数)过|(?:从来?|一向|一直|就)(?:都|就)?[没不](?:有)?(?:准|对|灵|靠谱)(?:过|的)?(?=$|[,;。!])"
    r"|(?:能|可|敢|值得)信(?:吗|么|嘛|\?)|[你您谁](?:也|还|敢|会)(?:也|敢|会)?信(?![访息])"
)
# 45，系统没更新
STALE = pattern_of(
    "(?:系统|平台|后台)(?:里|上)?(?:的)?(?:数据?)?(?:还|都|一直)*[没未](?:有|能)?(?:更新|同步|刷新)"
    "|(?:系统|台账|平台|报表|账)[^,;。0-9没]{0,6}(?:不一致|对不上|有出入|打架|不符)(?!的)"
)
# 反正差不多; 漏了一个组
ROUGHLY = pattern_of(
    r"反正(?:也|都|就)?差不多|漏了?[一1两二几]个?(?:组|庭|室|单位|部门|支部|科|所|校|院|乡|镇|街道)(?:的|没[报填])?(?=$|[,;。!])"
)
# 全录完了，青浦的
OF_OTHERS = pattern_of(
    rf"[,;。!\s](?:这|那|都|说的?)*是?(?:{DISTRICTS}|隔壁|兄弟|外[院区])(?:区|法院|[院庭])*的[。!]*$"
)


def _is_entered(text: str, values: Mapping[str, Value], question: Question) -> bool:
    return ENTERED.search(text) is not None


def _is_entered_or_of_another(text: str, values: Mapping[str, Value], question: Question) -> bool:
    return _is_entered(text, values, question) or any(
        pattern_of(f"(?:是|属于?|算|都是){word}的|{word}(?:(?:那边|那头)的?|的)(?=$|[,;。!])").search(text)
        for word in _words_of_others(question)
    )


def _words_of_others(question: Question) -> Collection[str]:
    """跨域 of 跨域立案超期审核, where 网上立案超期审核 is asked about."""
    own = next((point.name for point in question.points if point.seq == question.seq), "")
    others = [point.name for point in question.points if point.seq != question.seq]
    return {name[:2] for name in others if own and name[2:4] == own[2:4] and name[:2] != own[:2]}


def _is_undone(text: str, values: Mapping[str, Value], question: Question) -> bool:
    is_yes = any(value is True for value in values.values())
    return is_yes and bool(
        UNDER_WAY.search(text)
        or ASKED_FIRST.search(text)
        or SOME_OTHERWISE.search(text)
        or (UNDONE.search(text) and not RESTORED.search(text))
    )


AGAINST: Mapping[Shape, Callable[[str, Mapping[str, Value], Question], bool]] = {
    "meeting": against_days.is_held_at_another_time,
    "entries": lambda *told: _is_entered(*told) or against_days.is_held_at_another_time(*told),
    "occurrence": lambda *told: (
        against_counts.is_an_event(*told[:2]) or _is_entered_or_of_another(*told) or against_nothing.is_told(*told)
    ),
    "rank": against_counts.is_of_another_place,
    "roll-call": against_counts.is_of_another_round,
    "yes": lambda *told: _is_undone(*told) or against_yes.is_told(*told),
    "day": against_days.is_of_another_time,
    "figures": lambda *told: (
        against_figures.takes_back(*told)
        or against_lines.are_told(*told)
        or against_rest.is_open(*told)
        or against_then.is_not_of_then(*told)
        or against_own_words.are_told(*told)
        or against_another_figure.is_told(*told)
    ),
}


def weighed(heard: Heard, text: str, question: Question) -> Heard:
    is_against, said = AGAINST.get(question.shape), level(text)
    if heard.doubt or not heard.values:
        return heard
    if (
        SCOFFED.search(said)
        or OF_OTHERS.search(said)
        or STALE.search(said)
        or ROUGHLY.search(said)
        or (is_against is not None and is_against(said, heard.values, question))
    ):
        return Heard(heard.intent, doubt=Doubt("either"))
    return heard

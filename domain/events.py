"""Whether what happened on a day is of the kind that is asked about: 5月11日预警1件 is no 超期审核."""

from collections.abc import Sequence

from domain.named_in import is_named
from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

# how it was told, and not what it was
FRAME = pattern_of(
    any_of(
        "更正|订正|应为|实为|改为|应该是|前面|之前|此前|原报|上次|[填报]的?[无零]|有误|不[对是]|不能说|没有",
        "查(?:实|处|出来?|到|属实)?|属实|认定|确认|定性|发现|督[察查导]组?|巡查|[高中]院|抽查|检查|核查|复[查核]|审管办?|上级|审务|经|审委会|评查|被|通报|批评|处[分理罚]|约谈",
        "日子|日期|时间|时候?|发生|存在|出现|造成|引发|出过?|有|在|过|于|为|属|计|共|总|就|只|仅|都|均|全|也|还|又|曾|是|的|了|着|那|这么?|该|此|其|个|天|次|回|件|起|案件?|事|里|上|中|我们?|[本我][庭院局]|庭|院|支部",
        r"跨[域境]|网上(?!立案)|[上下]半年|今年|本期|当[天日时]|系统|平台|停电|断网|故障|原因|因|由于|一|唉|啊|哦|嗯|呢|吧|[\s,，;；。.、:：!！~（）()“”\"《》0-9-]",
    )
)
# by which each kind is known, beside its name
KINDS = (
    ("超期", pattern_of("超|逾|拖|晚[了审]|迟[了审]|过期|延误")),
    ("错案", pattern_of("错案")),
    ("过失", pattern_of("过失")),
    ("违纪", pattern_of("违纪|违法|违规|犯罪|礼金|红包|宴请|酒驾|醉驾|受贿|赌博|嫖|吸毒|处分|查处|留置")),
    ("事故", pattern_of("事故|伤亡|死亡|火灾|踩踏|脱逃")),
    ("虚假", pattern_of("虚假|终本|报结")),
    ("舆情", pattern_of("舆情|炒|曝光|热搜|热议|负面|直播|帖|视频")),
    ("意识形态", pattern_of("意识形态|问题|言论|帖|群里|转发")),
    (
        "现象",
        pattern_of(
            "拖(?![把车鞋])|懈|懒|散[漫乱]|松散|奢|推诿|生硬|恶劣|态度|冷[硬漠淡横]|强硬|冷硬|蛮横|横推|敷衍|玩手机|迟到|早退|脱岗|现象"
        ),
    ),
    ("群众", pattern_of("群众|损害|伤害|多收|感情|利益")),
)
GRAVE = ("错案", "违纪", "事故")  # none is told in the words of another
# 系统故障2次: by itself another thing; 那天停电 is why
CAUSES = pattern_of("系统|平台|停电|断网|故障")
BECAUSE = pattern_of("因|由于|那天|当天|当时|监测|发现|查|显示")
COMPLAINED = pattern_of("投诉|反映|举报|当事人|群众|工单")


def is_of_the_kind(what: str, name: str, *, alone: bool = False) -> bool:
    """`what` is said beside the day and the number; nothing beside them is of the kind that was asked for.

    `alone`: the number stands in a clause of its own, 有1户; so it is of what was asked, where nothing else tells.
    """
    if name and name in what:
        return True
    if any(kind in name and words.search(what) for kind, words in KINDS):
        return True
    if name and not any(kind in name for kind, _ in KINDS) and (alone or is_named(what, name)):
        return True
    if "查实" in what:
        what = COMPLAINED.sub("", what)
    return says_nothing(what) and (not CAUSES.search(what) or bool(BECAUSE.search(what)))


def says_nothing(what: str) -> bool:
    """Of what it was: 更正，应为."""
    return not FRAME.sub("", what)


def is_of_another(name: str, clauses: Sequence[str], beside: Sequence[str]) -> bool:
    """当事人已退还礼金, behind one that is told where it is asked about 错案, and `beside` it about 违纪."""
    return any(
        kind not in name and any(kind in one for one in beside) and any(map(words.search, clauses))
        for kind, words in KINDS
        if kind in GRAVE
    )

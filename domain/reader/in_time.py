"""Whether a clause says that everything was done in time: 每件都在期限里审好, 当天审当天过, 从来没拖过."""

from domain.patterns import pattern_of

N = "[0-9一二两三四五六七八九十]"
ALL = pattern_of(r"全部?|都|均|每[一]?件|件件|一律|从来|一直|向来|统统|通通|皆|(?P<each>当[天日])[^,;。]{1,4}(?P=each)")
ACT = r"(?:审|办|核|处理|完成|通过|反馈|答复|结|过|做)"
IN_TIME = pattern_of(
    rf"(?:期限|时限|限期|规定(?:的)?(?:时间|日期)|审核期|期内|前|{N}{{1,2}}个?(?:工作)?[日天]|当[天日]|当场|隔天|次日)"
    rf"(?:之?[内前]|里头?|当中)?(?:就|都|全|已经?|能|给|把|地)*{ACT}"
    r"|按[期时]|及时|准时|[期时]限(?:之?内|里头?)"
)
# 没拖过, 没超过期, 再没有不按时的; 没超过3件 is another matter
NEVER = pattern_of(
    r"(?:从来?|一直|就|再|也|都)*(?:没有?|未|不曾|无)(?:发生|出现|有)?(?:过|一[件个]|任何|哪一?[件个])?"
    rf"(?:拖(?:过|延|拉|沓|着)?|超(?:过期?|时)?(?!期)|延误|耽[搁误]|逾期|不按[期时]|不及时)(?!\s?{N})(?:的)?(?:习惯|现象|情况|问题)?"
    r"|(?:没有?|无)超期的?(?=都|全|均|每)|一件(?:也|都)?(?:超|拖|逾)[期时过]?的?(?:都|也)?(?:没有?|无)"
)
NOT = pattern_of(
    r"没|未|不(?!少)|除|只|仅|才|差|缺|漏|无(?!一例外)|[1-9][0-9]*件?(?:超|没)|[要应]求|应当?|必须|确保|争取|力争|目标"
    r"|[超逾补]|希望|想|[就才]好|如|若|尽量|计划|准备|要(?!求)"
)
# 申请共236件: how many there were, and not how many were late
OF_ALL = pattern_of(
    r"^(?!.*(?:超|拖|逾|延|晚|没|未|不))[^,;。0-9]{0,12}(?:申请|案件|立案|收到|受理|审核|办结|办理|件数|总数|收)[^,;。0-9有出]{0,6}"
    r"[0-9]+\s*件[^,;。0-9]{0,6}$"
)
# 快到期的有3件, 差点超期
CLOSE_CALL = pattern_of(
    r"^(?:(?![超逾]).)*(?:快要?|临近?|将近?|差一?点儿?就?|险些|濒临)(?:[到超逾]|期限)[期时]?(?!.*[超逾])"
)
LATE = pattern_of(
    r"^(?:也|倒|确实?|是|还是|我们?)*有(?!没)[^,;。没无未不]{0,6}[超逾]"
    r"|^[^,;。没无未不快]{0,6}[超逾][^,;。没无未不]{0,6}(?:是|也|倒|还)?有(?:的|过|啊)?$"
)


def is_of_no_delay(clause: str) -> bool:
    return bool(OF_ALL.match(clause) or CLOSE_CALL.match(clause))


def is_some_late(clause: str) -> bool:
    """超期审核的有, 有超期."""
    return bool(LATE.search(clause))


def is_all_in_time(clause: str) -> bool:
    left = NEVER.sub("", clause)
    if NOT.search(left):
        return False
    return left != clause or bool(IN_TIME.search(left) and ALL.search(left))

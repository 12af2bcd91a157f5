"""The clauses of an answer, and the words in them that state nothing, or change what was stated."""

from domain.patterns import pattern_of
from domain.reader import point_words as said

CLAUSE = pattern_of(
    r"[,;。!\n\t]+|(?<![0-9])\.(?![0-9])|(?<=[是否有无])[\s、]+(?=\S)"
    r"|(?<=[是否有无没了实全])\s*(?=[1-9]\s*[.、:)]?\s*[也都均]?[是否有无没未已])|(?=但是?|不过(?!关)|然而)"
    r"|(?<![没未不有无])(?<=[一-鿿]{2})[ ]+(?=[一-鿿]{2})"
)
# words of address, and of a correction
SAYS = pattern_of(
    r"[\s:.、\"“”'~…—()（）-]|收到|好的|[您你]们?好|领导|老师|主任|谢谢|感谢|辛苦了?|(?:请|麻烦)?(?:帮忙)?更正一?下?|订正|报告|汇报"
    r"|回复|如下|\x01|^(?:嗯+|哦|啊|哈)$|^(?:写|填|报|打|说)错了?$|^(?:应为|改为)$"
)
DENIES = pattern_of(
    r"但|不过|只是|没|未|不(?!断)|无(?!故)|缺|除|另|(?<![退归返偿])还|将|待|等(?!级)|计划|准备|打算|争取|正(?!常)|错"
    r"|停|关[停了闭掉]|丢|坏|废|拆|撤"
)
CHANGES = pattern_of(rf"[0-9]|{DENIES.pattern}")
# 派驻组也没有通报过, behind nothing
NOR_THEY = pattern_of(
    r"^[^,;。0-9没未无]{0,8}也(?:都|从)?(?:没有?|未|无)(?:曾|有|再)?(?:接到|收到|通报|反馈|移送|移交|转来|发现|指出|提出)"
    r"(?!.*(?:但|不过|只))"
)
AFTERMATH = pattern_of(
    rf"{NOR_THEY.pattern}|^(?:但|倒是?|另外?)*有?正面(?:的|宣传|新闻)*报道[^没未无]*$|"
    r"^[^,;。0-9没未无]{0,10}也(?:都|从)?(?:没有?|未)(?:提到|点到?|涉及|通报)?(?:我们?|本)[庭院局室]?[的了]?$|"
    r"^(?:大家|干警们?|我们?|同志们?|[庭里院]+)*(?:都|也|最近|天天|一直)*忙[得的都]?(?:脚不沾地|不可开交|不过来|团团转|不完|得很)[^,;。]{0,4}$|"
    r"^(?:也|均|都|并)?(?:已经?|立即|当场|及时)?"
    r"(?:处理|整改|通报|谈话|处分|纠正|补正|问责|追责|解决|办结|上报|批评教育|诫勉)"
    r"|^[^,;。0-9]{0,12}(?:态度|服务|接待|言语|语气|作风|答复|解释|接听?)[^,;。0-9]{0,5}(?:不(?:[好佳当文耐到]|热情)|差|生硬|恶劣|冷淡|蛮横|粗暴|敷衍|推诿)[^,;。0-9]{0,4}$"
    r"|^[^,;。0-9]{0,8}(?:是|系|因|属)?(?:对|因)[^,;。0-9]{2,10}(?:不满意?|不服|不理解|有意见)[^,;。0-9]{0,4}$"
    r"|(?:没有?|未|无)(?:造成|产生|引发|引起)|(?:原因|是因为?|系|由于|因为?)|谢谢|请(?:查收|核|审)|over|放心"
)


# 三年来的案件都过了一遍: that it was looked at, and nothing of what was found
LOOKED_THROUGH = pattern_of(
    r"^(?:也|都|又|再|经|对|把|将|我们?[庭院局室]?|本[庭院局室])*(?:近|这|过去)?(?:[一二两三四五0-9]{1,2}年)?(?:来|内|以来|间|里)?(?:的|所有|全部|办结|办理|审结|执行|各类)*"
    r"(?:案件|案子|卷宗|台账|档案)?(?:也|都|全部?|均|已经?|逐[件案一个]|又|再|重新|认真|进行)*了?"
    r"(?:过了?|查|排查|梳理|自查|核查|翻|复查|评查|核|看|清查|筛查)(?:了|过)?(?:一?遍|一?下|[两三]遍|完了?|好了?)?了?$"
)


def clauses(text: str) -> list[str]:
    """Those that say anything of what is; 下一步继续完善 says nothing of it."""
    found = (part.strip() for part in CLAUSE.split(text) if part)
    return [clause for clause in found if SAYS.sub("", clause) and not _is_idle(clause)]


def _is_idle(clause: str) -> bool:
    return bool(said.FUTURE.match(clause) or LOOKED_THROUGH.match(clause))

"""What is told beside a day of who came, how long it took and how it went: 28号开的，大家都到了. It is no topic."""

from collections.abc import Callable

from domain.patterns import pattern_of
from domain.reader.word_lists import any_of

CLAUSES = pattern_of(r"([,，。;；!！\n]+)")
MATTER = pattern_of(
    r"[《“\"「]|议题|主题|题目|内容|标题|关于|专题|学习[^了过的]|研究|讨论|部署|传达|审议|听取|分析|研判|讲的|说的|宣传|报道|案例|典型|解读|普法"
)
BARE = 4  # signs: 搞的, 推送的
NUMERAL = "[0-9一二两三四五六七八九十百千万半几]+"
WENT = pattern_of(
    any_of(
        r"原[定计先]|^[拖推改延挪][到至]|推迟|延期|延后|改期|(?:讲|发)了?[话言](?:了|的)?$|实际$|^(?:院?办公室|政治部|办公室)?(?:做了?|有)?记录$",
        rf"^(?:一?共|总共|就|只|仅|目前|今年|全年|我们?)*(?:有|是|开|搞|发|推|办|做)*(?:过|了)?{NUMERAL}[次篇场期条回](?:而已|的|会议?|活动)?$",
        r"^(?:我们?[庭院局]?|本[庭院局]|[庭院]里)?[和与跟同][一-鿿]{2,8}?(?:一起|联合|共同)(?:[搞办做弄开]|开展|举办|组织)?(?:的|了)?$",
        r"[发写报填打说记弄搞]?错了?(?:啦|哈)?$|^(?:不好意思|抱歉|对不起)$|^(?:就|只有?|仅)[^,，。]{0,8}那[次个回场篇]$",
        r"^(?:别的|其他|其它|再|其余)(?:的|也|都|就)*(?:没有?|无)(?:了|的)?$",
        rf"(?:应|实)到(?:会)?{NUMERAL}",
        rf"^(?:一?共|总共|大约|约)?{NUMERAL}(?:余|多|来)?(?:个?(?:小时|钟头|上午|下午|晚上|天)|半天|分钟|[人名位次])",
        r"(?:参加|出席|列席|参会|到会|到场|在场|到齐|齐|来|去|到|缺席|缺勤)(?:了|的|会议|活动|人员)*$",
        r"(?:存档|归档|留存|备查|备案|附后|见附件|签到|签字|拍照|上墙|保管)(?:了|的)?$",
        r"^(?:效果|反响|反映|反应|现场|气氛|秩序|整体|总体|一切|流程|会议|活动|开得|办得)?[^,，。]{0,4}(?:很|挺|蛮|都|还|比较|非常)?(?:好|不错|顺利|良好|圆满|热烈|可以|成功|到位|正常)(?:的|了)?$",
        r"阅读量?|点击|浏览|点赞|转发|播放量?|粉丝|留言|评论|反响",
        r"^(?:院?领导|院长|庭长|书记|主任|局长|大家|全[院庭体局]|全体|各[庭部支][^,，。]{0,4}|班子|我们?|同事|干警|人|人员)[^,，。]{0,6}?(?:都|也|还|全|均|亲自|主持|带队|致辞|出席|参加|讲话|列席)",
        r"^(?:记录|纪要|照片|签到表?|材料|链接|截图|原文)(?:都|也|已|在|留|存|有|附|见|后|随|放)",
    )
)


def without_remarks(topic: str, is_empty: Callable[[str], bool]) -> str | None:
    """The topic without the clauses that only tell how it went; None where there are no others."""
    parts = CLAUSES.split(topic)
    clauses = parts[::2]
    kept = [n for n, part in enumerate(clauses) if part.strip() and not _is_remark(part) and not is_empty(part)]
    if not kept:
        return None
    # what it was called stays as it was typed: 意识形态工作会议，研究形势
    called = [n for n, part in enumerate(clauses[: kept[0]]) if len(part.strip()) > BARE and not _is_remark(part)]
    return "".join(parts[2 * min(called + kept) : 2 * kept[-1] + 1]).strip()


def _is_remark(clause: str) -> bool:
    return bool(WENT.search(clause.strip(" ~～。.!！")) and not MATTER.search(clause))

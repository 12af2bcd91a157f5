"""What is so now, without what was so before or is so of others: 7月说不合标准，9月已全到位; 关掉了，没恢复.

Told anew where it is not certain as it stands; whether the rest says it is heard like any answer.
"""

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.point_names import named
from domain.reader.question import Question
from domain.reader.word_lists import any_of

SIGN = "[^,，;；。!！?？\n]"
# 12月8号关掉了，到年底也没恢复; 停过两天，后来恢复了 is in place
SHUT = pattern_of(
    r"(?:关[掉停闭了]|停[掉用了]|下线|撤[掉销]|废[了止])[^?？]*?(?:(?:没有?|未)(?:再|能)?(?:恢复|重新|修好)|(?:没有?|未)再[开用建])"
)
BACK = pattern_of(r"(?<![没未有])(?:已经?|又|才|就)(?:恢复|重新|[开建用]|修好)|恢复了|恢复正常|[?？]|可能|好像")
IN_USE = pattern_of("能用|可用|好了|正常|恢复|又|[查问看]|不知道|不清楚")
# what was said against it then: 前年巡察反馈的原话, 检查组7月说…, 以前是没落实
THEN = pattern_of(
    any_of(
        "(?:前年|去年|上次|上回|上轮|以前|之前|原来|早先|老早|年初|[1-9]月|[一二三四五六七八九十]月)",
        "(?:检查|巡察|巡视|督[察查]|评查|调研)组?",
    )
    + rf"{SIGN}*?(?:说|指出|反馈|提出|通报|是没|没有?|未|不|原话|打折扣)"
    rf"|^{SIGN}{{0,6}}以为(?:是)?(?:没|未)|^(?:上次|之前|前面|刚才|早上)?(?:答复|回复|报|填|回|说)[^,，。]{{0,4}}(?:说)?(?:没|未|否)"
)
GOES_ON = pattern_of(
    rf"^(?:那|这)?是我?(?:们)?(?:不了解|没搞清|没弄清|记错|弄错|不清楚){SIGN}{{0,6}}$|^(?:那|这)?(?:都|还|就)?(?:是)?(?:按|照)?(?:旧|老|原)(?:机构|情况|黄历|标准|口径|办法|的)?{SIGN}{{0,8}}$|^(?:那|这)?(?:都|也)?是?(?:早|老早|已经?|后来)?(?:就|都)?(?:整改|改)(?:完|好|到位|销号|了)+{SIGN}{{0,6}}$|^(?:那|这)(?:都)?是{SIGN}{{0,12}}(?:原话|老黄历|以前的?事?|的事|看的)[了的]?$|^{SIGN}*原话$|^落实打折扣{SIGN}*$"
)
NOW = pattern_of(
    rf"^(?:但|不过)?(?:现在|目前|如今|后来|其实|实际上?|整改(?:以后|之?后|完)|改完|[1-9][0-2]?月{SIGN}{{0,6}}?(?:已|整改|换届|就|都|起|补))"
)
OPEN = pattern_of(
    r"正在|还在|还没|尚未|计划|准备|打算|争取|可能|好像|大概|听说|[?？]|如果|就是(?=没|不)|只是|但(?!是?现在)|一半|部分|差一"
)
# 被通报的不是我们，是商事庭; 被点名的是我们庭吗？不是，那是隔壁的
OF_OTHERS = pattern_of(
    rf"^(?:{SIGN}*(?:是|有)我们{SIGN}{{0,4}}[?？]\s*不是|{SIGN}*不是我们{SIGN}{{0,4}})[,，]\s*(?:那|这)?是(?!我们){SIGN}{{1,10}}[,，。;；\s]+(?=我们|我[庭院]|本[庭院])"
)
# 没有亲属的单位可以不建，我们有2个，所以不能不建
NEED_NOT = pattern_of(
    rf"(?:^|(?<=[,，;；。])){SIGN}{{2,24}}(?:单位|部门|庭|法院)(?:是)?(?:可以?|不用|无需)不?(?:[建搞做]|建台[账帐]){SIGN}{{0,4}}[,，;；。]\s*(?=我们|我[庭院]|本[庭院])"
)
MADE = pattern_of("(?:[建做搞弄办][好成了过]|建立了?)")
MUST = pattern_of(r"[,，;；。\s]*(?:所以|因此)?(?:也)?不(?:能|得|可)不[建搞做开办](?=[,，;；。])")
OWN_COUNT = pattern_of(
    r"^(?:我们|我[庭院]|本[庭院])(?:查下来|这边|里)?有[0-9一二两三四五六七八九十]+[个名人位]+人?[,，;；。]"
)
# 说是要建，到现在也没建起来; 开通是明年的计划，今年没有; 只能现场阅卷，网上的没开: what is meant, and what there is
MEANT = pattern_of(
    rf"^(?:(?:说是|本来|原来|一直|早就)?(?:说要|要|想|计划|打算){SIGN}{{1,8}}|{SIGN}{{0,8}}是(?:明年|下半年|下一步)的?(?:计划|打算|安排|事)|(?:现在|目前)?只能{SIGN}{{0,4}}(?:现场|线下|窗口|来院){SIGN}{{0,6}})"
    rf"[,，;；。]\s*(?:但|可|不过|结果)?(?=(?:到现在|至今|目前|现在|一直|今年|网上){SIGN}{{0,4}}(?:没|未){SIGN}*[。!！]*$)"
)
PARTS = pattern_of(r"([,，;；。!！\n]+)")


def plainly(text: str, question: Question) -> str:
    if (shut := SHUT.search(text)) and not BACK.search(text) and _is_so_still(text, shut.end(), question):
        return "否"
    if (bare := OF_OTHERS.sub("", text)) != text:
        return bare
    if (bare := NEED_NOT.sub("", text)) != text and MADE.search(bare):
        return OWN_COUNT.sub("", MUST.sub("", bare))
    if (bare := MEANT.sub("", text)) != text and not OPEN.search(bare):
        return bare
    return _of_now(text)


def _is_so_still(text: str, end: int, question: Question) -> bool:
    """Of nothing else, and whatever is told behind it takes nothing back."""
    others = [one for one in question.points if one.seq != question.seq]
    return not named(level(text), others) and not IN_USE.search(text, end) and "期间" not in text


def _of_now(text: str) -> str:
    """From the clause that says how it is now, where all before it is of then."""
    parts = PARTS.split(text)
    clauses = [clause.strip() for clause in parts[::2]]
    now = next((at for at, one in enumerate(clauses) if NOW.match(one)), 0)
    if not now or OPEN.search(text) or not THEN.search(clauses[0]):
        return text
    if not all(THEN.search(one) or GOES_ON.match(one) for one in clauses[1:now]):
        return text
    return "".join(parts[2 * now :])

"""What is told before the figure that counts, or beside it, and counts no more.

By a screen that is looked at again, of another month, of what is no matter of the round:
填了49，等等我再刷新下系统，好了，现在是51; 系统里那2条都是10月的，11月一条都没有; 有来问流程的，不属于过问案件，没录.
"""

import re

from domain.numbers import value_of
from domain.patterns import pattern_of
from domain.roll_call.words import DIGIT, NUM

CLAUSE = rf"[^,;。!?{DIGIT}]"
FIGURE = rf"{NUM}\s?(?:个人|[人名位个条])?"
NOW = "(?:现在|目前|这下|这会儿?|刚好|刚刚好)"
# 填了49,等等我再刷新下系统,好了,现在是51
BETWEEN = rf"[^!?{DIGIT}]"
LOOKED_AGAIN = pattern_of(
    rf"(?:^|(?<=[,;。]))[^,;。!?应已实记{DIGIT}]{{0,6}}(?P<then>{NUM})\s?(?:个人|[人名位个])?[,;。\s]{BETWEEN}{{0,30}}?"
    rf"(?:刷新|(?:[再又]|重新)[^,;。{DIGIT}]{{0,6}}[刷看查数核点])(?!.*(?:才发现|原来)){BETWEEN}{{0,20}}[,;。\s]"
    rf"(?=(?:{NOW}[是有了就]*)?(?P<now>{NUM})[个人名位了]*(?:$|[,;。!]))"
)
# 刚看是36，又刷了一下37了: in the clause of it
AGAIN = pattern_of(
    rf"^[^,;。!?应已实记{DIGIT}]{{0,8}}(?P<then>{NUM})\s?(?:个人|[人名位个])?了?[,;。\s]+(?:[哎呀哦噢啊诶不是对等下]+[,\s]*)?"
    rf"(?:现在|这会儿?)?(?:(?:刚?[再又]|重新)[^,;。{DIGIT}]{{0,6}}[刷看查数核点催]新?|刚{{0,2}}才?刷新?)[了过]?(?:一?[下遍次])?"
    rf"(?:是|有|就|成|到|变)*(?=(?P<now>{NUM})\s?(?:个人|[人名位个])?了?(?:$|[,;。!]))"
)
# 按37报吧, of what was told right before it
BY_IT = pattern_of(
    rf"(?<![{DIGIT}])(?P<told>{NUM})(?P<unit>\s?(?:个人|[人名位个条])?了?)[,;。\s]+(?:(?:就|还是|那|请|麻烦)*[按照]|那?就是?)\s?(?P<n>{NUM})\s?[个人名位条]*(?:来)?(?:上?报|填|登记?|记|算|录)?[上了]*(?:吧|就行|好了)*[。!]*$"
)
# 系统里显示37，我自己数也是37
AGREES = pattern_of(
    rf"(?<![{DIGIT}])(?P<told>{NUM})(?P<unit>\s?(?:个人|[人名位个条])?)[,;。\s]+[^,;。应已实{DIGIT}]{{0,6}}(?:数|看|核|查|对|算)[^,;。{DIGIT}]{{0,4}}(?:也|还|都)是(?P<n>{NUM})[个人名位条了]*(?=$|[,;。!])"
)
# 上月那两条不用再报了吧?: of another month, and none of what is to be counted
ASKED_OF_THEN = pattern_of(
    r"(?<=[^,;。!?\s])[,;。!\s]+(?:那|还有|另外)*(?:上个?月|上次|之前)[^,;。!?]{0,8}(?:不用|不需要?|不必|还要|还用|要不要|用不用)(?:再|重新|重复|又)(?:[上填]?报|填|录|登记?)(?![^?]*[算计加])[^,;。!?]{0,3}\?*$"
)
MONTH = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月"
# 系统里那2条都是10月的, before what is told of this month
OF_ANOTHER_MONTH = pattern_of(
    rf"(?:^|(?<=[,;。]))[^,;。!?]{{0,10}}(?:挂着|显示|那|这|里|有|看到)[^,;。!?{DIGIT}]{{0,4}}{NUM}\s?条[^,;。]{{0,4}}(?:[,;][^,;。{DIGIT}]{{0,6}})?(?:都|全部?|均)?是(?P<month>{MONTH}|上个月)[^,;。!?{DIGIT}]{{0,10}}"
    rf"(?:[,;][归算记]在?(?P=month)[的了]*)?[,;。]\s*(?=(?P<own>{MONTH}|[本这当]个?月)[^,;。]{{0,6}}(?:{NUM}\s?条|没|无|零))"
)
# 系统里挂着3条，2条是3月的，4月1条; 有1条是3月补的，4月自己2条
SOME_OF_ANOTHER_MONTH = pattern_of(
    rf"(?:^|(?<=[,;。]))(?:[^,;。!?{DIGIT}]{{0,10}}(?P<all>{NUM})\s?条(?:[^,;。{DIGIT}]{{0,4}}[,;。(\s]+|里))?(?:其中|有|里面?)*(?P<some>{NUM})\s?条(?:其实|应该|都)*是(?P<month>{MONTH}|上个月)[^,;。{DIGIT}]{{0,12}}[,;。)\s]+"
    rf"(?:[^,;。{DIGIT}没未]{{0,4}}(?:登|录|填|改|删|转|挪|更正)[^,;。{DIGIT}没未要待再]{{0,6}}[,;。)\s]+){{0,2}}"
    rf"(?=(?P<own>{MONTH}|[本这当]个?月)[^,;。{DIGIT}]{{0,6}}(?P<left>{NUM})\s?条)"
)
# 去年全年加起来也就4条, before what is told of this month
OF_A_LONGER_TIME = pattern_of(
    rf"(?:^|(?<=[,;。]))(?:我们?|咱们?|[本全]?庭里?)?(?:去年|前年|今年|全年|[上下]半年|[一二三四]季度|年初)[^,;。!?应已实{DIGIT}]{{0,10}}{NUM}\s?条[了的吧]?[,;。]\s*"
    rf"(?=(?P<own>{MONTH}|[本这当]个?月)份?(?![底末]|[^,;。]*(?:还|又|再|另|多|少|一样|持平))[^,;。{DIGIT}]{{0,6}}(?:{NUM}\s?条|没|无|零))"
)
# 有来问流程的,不属于过问案件,没录: what anybody may ask, as it is said
NO_MATTER = "流程|停车|怎么走|地址|上班时间|电话|窗口|在哪|怎么[立交寄]|诉讼费|材料清单|几点(?:上班|下班|开门)"
NO_RECORD = (
    r"[,;。\s]*[^,;。!?0-9\s]{0,4}"
    r"(?:(?:不属于?|不算|不是)[^,;。0-9\s]{0,8}|(?:不用|不需要?|没|未|不)(?:录|登|记|填)[^,;。0-9\s]{0,3})"
)
NO_CASE = pattern_of(
    rf"(?:^|(?<=[,;。]))[^,;。!?应已实{DIGIT}]{{0,4}}(?:有|倒|来|打电话)[^,;。!?应已实]{{0,10}}(?:问|咨询|打听)[^,;。!?案{DIGIT}]{{0,6}}(?:{NO_MATTER})[^,;。!?{DIGIT}]{{0,6}}"
    rf"{NO_RECORD}(?:{NO_RECORD})?[,;。\s]*"
)
# 倒是有两个咨询电话，跟案子没关系
NOT_OF_A_CASE = pattern_of(
    r"(?:^|(?<=[,;。]))[^,;。!?应已实]{0,4}(?:有|来)[^,;。!?应已实]{0,8}(?:问|咨询|打听|电话)[^,;。!?应已实]{0,8}[,;。\s]+"
    r"[^,;。]{0,6}(?:[跟和与]案[子件](?:都|也)?(?:没有?(?:啥|什么)?关系|无关|不相干|不搭界)|(?:问的)?不是案[子件]上?的事?)[的了]?[,;。]*"
)
# 应填46，其中新来的2个还没账号，实填44: whom the two differ by
WHO_LACKS = pattern_of(
    rf"(?P<head>应[填报]\s?(?P<all>{NUM})\s?[个人名位]*)[,;。\s(]+(?:其中|里面?)?有?[^,;。{DIGIT}]{{0,6}}?(?P<some>{NUM})\s?[个人名位][^,;。记录条{DIGIT}]{{0,16}}[,;。)\s]+(?=[实已]填[报了]?(?:的?是)?\s?(?P<left>{NUM}))"
)
# 答复如下:现有干警12名、文员4名。…,故应填报人数为16名: why it is so
WHY = pattern_of(
    rf"^(?:(?!已填|实填|填了|记录|过问|条)[^!?])*?[,;。\s](?:所以|因此|故)(?=[^,;。{DIGIT}]{{0,8}}(?:应该?|要)[填报]报?(?:人[数员])?\s?(?:的?是|为)?{NUM})"
)
# 律师问进度的录了2条，8月记录总共就这2条: what the items come to
ITEMS = pattern_of(
    rf"^(?P<items>[^!?]*[,;。\s])(?=(?:{MONTH}|[本这]个?月)?(?:的|份)*(?:记录)?(?:[一总]共|拢共|合计|加起来|就)+[是有这那]*(?P<sum>{NUM})\s?条[了的]?(?:$|[,;。]))"
)
# 8月3条，9月比8月少一条
BY_THE_LAST = pattern_of(
    rf"(?P<last>{MONTH})(?:份|记录|有|是)*(?P<a>{NUM})\s?条[,;。\s]+(?P<own>{MONTH})份?(?:记录)?[比较](?:上个?月|(?P=last))份?(?:的|要)?(?P<way>[多少])了?\s?(?P<n>{NUM})\s?条(?=$|[,;。!])"
)
# 有1条，过问案件类的: of which kind it is
OF_A_KIND = pattern_of(
    r"(?<=[0-9一二两三四五六七八九十]条)[,;\s(]+(?:都|全)?(?:是|属于?)?(?:领导干部|内部人员|院领导)?(?:过问|干预|插手|打招呼|说情|请托|打听)"
    r"(?:案件|办案|案情|进展|进度)*类的?\)?(?=[,;。!\s]|$)"
)
PEOPLE = pattern_of(rf"应[填报]|[已实]填|填[了报]|{NUM}\s?[人名位]|误|重复|删|撤|作废|不算|别的|其他|其余")
RECORDS = pattern_of(rf"(?P<n>{NUM})\s?条|(?P<none>零)(?=$|[,;。])")


def without_told_before(text: str) -> str:
    text = BY_THE_LAST.sub(_counted_on, text)
    text = LOOKED_AGAIN.sub(_unless_less, WHY.sub("", without_other_month(text)))
    text = AGAIN.sub(_unless_less, BY_IT.sub(_unless_else, AGREES.sub(_unless_else, text)))
    return WHO_LACKS.sub(_unless_other, ITEMS.sub(_unless_short, text))


def without_other_month(text: str) -> str:
    """Where this month is told of behind it."""
    text = OF_ANOTHER_MONTH.sub(lambda told: told.group() if told["own"] == told["month"] else "", text)
    return SOME_OF_ANOTHER_MONTH.sub(_unless_of_this, OF_A_LONGER_TIME.sub("", text))


def without_no_matter(text: str) -> str:
    text = OF_A_KIND.sub("", ASKED_OF_THEN.sub("", text))
    return NOT_OF_A_CASE.sub("", NO_CASE.sub("", text))


def _counted_on(told: "re.Match[str]") -> str:
    """As long as the one month follows the other."""
    last, own, a, n = (value_of(told[name].removesuffix("月")) or 0 for name in ("last", "own", "a", "n"))
    now = a + n if told["way"] == "多" else a - n
    return f"{told['own']}记录{now}条" if own == last % 12 + 1 and now >= 0 else told.group()


def _unless_of_this(told: "re.Match[str]") -> str:
    some, left = (value_of(told[name]) or 0 for name in ("some", "left"))
    is_all = not told["all"] or value_of(told["all"]) == some + left
    return "" if is_all and told["own"] != told["month"] else told.group()


def _unless_other(told: "re.Match[str]") -> str:
    """As long as it comes out."""
    whole, some, left = (value_of(told[name]) or 0 for name in ("all", "some", "left"))
    return f"{told['head']}," if whole - some == left else told.group()


def _unless_less(told: "re.Match[str]") -> str:
    then, now = (value_of(told[name]) or 0 for name in ("then", "now"))
    return "" if then <= now else told.group()


def _unless_else(told: "re.Match[str]") -> str:
    return told["told"] + told["unit"] if value_of(told["n"]) == value_of(told["told"]) else told.group()


def _unless_short(told: "re.Match[str]") -> str:
    items = [value_of(found["n"]) or 0 if found["n"] else 0 for found in RECORDS.finditer(told["items"])]
    is_sum = bool(items) and value_of(told["sum"]) in (sum(items), *([items[0]] if len(items) == 1 else []))
    return "" if is_sum and not PEOPLE.search(told["items"]) else told.group()

"""What stands right beside one figure and reserves it: 也许12件, 12件（目标）, 12件是去年的, 12件写错了, 退回的12件.

The last look at figures that were read as certain, whatever the rules made of the words around them.
"""

from collections.abc import Mapping

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Asked, Doubt, Value
from domain.reader.beside import Beside, Figure, beside
from domain.reader.word_lists import any_of

PERHAPS = "也许|没准儿?|兴许|或许|起码|少说|顶多|最多|至多|充其量|接近|将近|不足|差点|约莫|估摸|恐怕|大致|大体|基本上?是|说不定|搞不好|弄不好"
ALMOST = "的样子|吧?应该|出头|上下|左右|[多来几]件|光景|往上|开外|挂零|冒头|不止|打底|有余|多一?点|好像|大概|可能|来着"
ABOUT_BEFORE = pattern_of(rf"(?:{PERHAPS})(?:也|就|都|能|会|要)?(?:有|是|为|共|在|达到?|到)*\s*$")
ABOUT_BEHIND = pattern_of(
    rf"^[一-鿿]{{0,6}}?(?:{ALMOST})"
    r"(?:吧|啊|哈|呢|的|了)*$|^(?:[0-9]|几|好几|多|余|来|把)(?=$|[件个人名条次])"
)
VOID = any_of(
    "(?:[写填报打说搞弄算录抄看记]|统计)?[错重]了|有误|不对|不准确?|作废|不作数|不算数?|不要了|不用[记录算]|重复了?|[多少漏][算报填录记]了?",
    "(?:要|得|应该?|需要?|还要|还得)(?:再|先)?(?:扣|减|剔|去|删|改|刨|核)(?:掉|除|去|一下|减|实|对)*",
    "(?:还)?(?:有|要)?待(?:确认|核实?|核对|查|定|商榷|复核)|存疑|存在?疑问|有疑问|有问题|没(?:核|查|对|算)(?:过|准|完|清|实|好)|不(?:一定|太|大|敢|能)*(?:准|对|确定|肯定|保证)|(?:没|未)(?:最后|最终)?(?:确认|核实|核对|敲定|确定)",
)
VOID_BEHIND = pattern_of(
    rf"^[一-鿿]{{0,4}}?(?:这个?数?|那个?数?|好像|可能|也|都|是|就|还|但|,)*(?:{VOID})(?:的|了|哈|啊|呢|哦)*$"
)
YEARS = {"去年": "上年", "上年": "上年", "前年": "前年"}
PAST = (
    r"(?:(?P<year>去年|上年|前年)(?:同[期月]|度)?|上(?:一|上个?)?[次期回季]度?|以前|之前|先前|早先|往年|历年|旧|原来?)"
)
WANTED = "目标值?|计划|任务|要求|指标值|预定|预期|应达到?|年初定"
UNSURE = "待[核查定][实对]?|待确认|未核[实对]?|没核|[暂预]?[估定]|预计|预估|大概|可能|存疑|不确定|草稿|初稿|初步|毛数|粗略|推算|测算|估算|\\?"
RUNNING = "累计|滚动|全年|半年|多?个月|以来"
TAG = rf"(?:{PAST}|(?P<wanted>{WANTED})|(?P<unsure>{UNSURE})|(?P<running>{RUNNING}))(?:的|数据?|值|那[个次会]儿?|情况)*"
IN_BRACKETS = pattern_of(rf"^[^,，;；。\n()（）0-9]{{0,6}}[(（]{TAG}[)）]")
IS_OF = pattern_of(
    rf"^[^,，;；。\n()（）0-9]{{0,6}}?(?:这|那|都|也|还|其实|好像)?(?:是|为|属于|系){TAG}(?:啊|哈|呢|哦)*$"
)
EARLIER = "旧数据?|老数据|草稿|初稿|比如|例如|譬如|举个?例|打个?比方|假[如设]|原来报|上次报|上回报|[之以]前[误错]?报|早先报|先前报|当初报|[误错多]报|重复报"
NEXT = "明年|下个?[月季年]|后年"
FRONT = pattern_of(rf"^(?:这是|那是|其中|只是)?(?:(?P<told>{EARLIER})|{NEXT})")
# 退回的35件: what was sent back is less than what there was
TAKEN_OUT = "退回|退件|撤诉|撤回|驳回|移送|移交|转[出走]|上诉|发回|误录|漏录|重复|作废|过期|废弃|撤销|终止|中止|新增加?|失败|放弃|拒绝|流失|外借|借调|请假|缺勤|退休|转办|补录|抽查|自查|重点|部分|个别"
LESS = pattern_of(rf"(?:^|[^一-鿿]|[是有])(?P<less>{TAKEN_OUT})[掉了]?的(?=[^0-9]*$)")
SUSPECT = pattern_of(
    rf"{PERHAPS}|{ALMOST}|[0-9](?:多|余|来|好?几)|{VOID}|[(（是为系属][^,]{{0,4}}{TAG}|{EARLIER}|{NEXT}|(?:{TAKEN_OUT})[掉了]?的"
)
LIKELY = ("about", "either")


def doubt(text: str, values: Mapping[str, Value], asked: Asked) -> Doubt | None:
    """With what was read as the likely answer, where that may still be meant."""
    if SUSPECT.search(level(text)) is None:
        return None
    told = beside(text, values, asked)
    for one in (*told.figures, *told.shares):
        labels = [label for label, value in values.items() if value == one.value] or told.labels(one)
        if labels and (reason := _reason(told, one, labels)):
            return Doubt(reason, (dict(values),) if reason in LIKELY else ())
    return None


def _reason(told: Beside, one: Figure, labels: list[str]) -> str:
    behind = told.raw[one.end :]
    if ABOUT_BEFORE.search(one.before) or ABOUT_BEHIND.search(one.behind):
        return "about"
    if VOID_BEHIND.search(one.behind):
        return "denied"
    if found := IN_BRACKETS.match(behind) or IS_OF.match(one.behind):
        year = YEARS.get(found["year"] or "", "")
        is_of_label = bool(year) and all(label.startswith(year) for label in labels)
        return "" if is_of_label else _why(found["wanted"], found["unsure"])
    if front := FRONT.match(one.before):
        return "either" if front["told"] else "later"
    less = LESS.search(one.before)
    return "about" if less and not any(less["less"] in label for label in labels) else ""


def _why(wanted: str | None, unsure: str | None) -> str:
    return "later" if wanted else "either" if unsure else "other-time"

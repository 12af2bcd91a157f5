"""What stands right beside one figure and reserves it: 也许12件, 12件（目标）, 12件是去年的, 12件写错了, 退回的12件.

The last look at figures that were read as certain, by the words as they were sent, whatever the rules made of them.
"""

from collections.abc import Iterator, Mapping

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader import turning_words
from domain.reader.asked import Asked, Doubt, Value
from domain.reader.beside import Beside, Figure, beside
from domain.reader.word_lists import any_of

PERHAPS = any_of(
    turning_words.GUESS,
    "或许|大致|大体|基本上?是|差不多|(?<![预节签合])约|(?<![最附临靠])近",
    "起码|少说|顶多|最[多少]|[至甚]多|至少|充其量|接近|将近|不足|不到|差点|超过|多于|少于",
)
ABOUT_BEFORE = pattern_of(rf"{PERHAPS}(?:也|就|都|能|会|要)?(?:有|是|为|共|在|达|到)*\s*$")
ALMOST = any_of(
    "的样子|吧?应该|出头|上下|左右|[多来几]件|光景|往上|开外|挂零|冒头|不止|打底|有余|多一?点|好像|大概|可能|来着",
)
ENDS = r"(?:的|了|吧|啊|哈|呢|哦)*\s*$"
WITHIN = r"^[^,，。;；:：\n()（）0-9]{0,14}?"  # of what stands behind a figure
# 176人（在册）吧应该
ABOUT_BEHIND = pattern_of(
    rf"^(?:[(（][^()（）0-9]{{1,12}}[)）])?{WITHIN[1:]}{ALMOST}{ENDS}|^(?:[0-9]|几|好几|多|余|来|把)(?=$|[件个人名条次])"
)
VOID = any_of(
    "(?:[写填报打说搞弄算录抄看记]|统计)?[错重]了|有误|不对|不准确?|作废|不作数|不算数?|不要了|不用[记录算]|重复了?",
    "[多少漏][算报填录记]了?|存疑|存在?疑问|有疑问",
    "(?:要|得|应该?|需要?|还要|还得)(?:再|先)?(?:扣|减|剔|去|删|改|刨|核)(?:掉|除|去|一下|减|实|对)*",
    "(?:有|要|还)?待(?:确认|核实?|核对|查|定|商榷|复核)|没(?:核|查|对|算)(?:过|准|完|清|实|好)",
    "不(?:一定|太|大|敢|能)*(?:准|对|确定|肯定|保证)|[没未](?:最后|最终)?(?:确认|核实|核对|敲定|确定)",
)
OF_BEFORE = pattern_of("刚|[之以]前|原|[上中下]午|昨|前面|上[次回]")  # 438件 刚才手快打错了: what was told then
VOID_BEHIND = pattern_of(rf"{WITHIN}{VOID}{ENDS}")
YEARS = {"去年": "上年", "上年": "上年", "前年": "前年"}
PAST = (
    r"(?:(?P<year>去年|上年|前年)(?:同[期月]|度)?|上(?:一|上个?)?[次期回季]度?"
    "|以前|之前|先前|早先|往年|历年|旧|老(?=数)|原来?)"
)
WANTED = "目标值?|计划|任务|要求|指标值|预定|预期|应达到?|年初定"
UNSURE = any_of(
    r"待[核查定][实对]?|待确认|未核[实对]?|没核|[暂预]?[估定]|预计|预估|大概|可能|存疑|不确定|\?",
    "草稿|初稿|初步|毛数|粗略|推算|测算|估算",
)
RUNNING = "累计|滚动|全年|半年|多?个月|以来"
TAG = rf"(?:{PAST}|(?P<wanted>{WANTED})|(?P<unsure>{UNSURE})|(?P<running>{RUNNING}))(?:的|数据?|值|那[个次会]儿?|情况)*"
IN_BRACKETS = pattern_of(rf"{WITHIN}[(（]{TAG}[)）]")
IS_OF = pattern_of(rf"{WITHIN}(?:是|为|属于|系){TAG}{ENDS}")
EARLIER = any_of(
    "旧数据?|老数据|草稿|初稿|比如|例如|譬如|举个?例|打个?比方|假[如设]",
    "原来报|上[次回]报|[之以]前[误错]?报|早先报|先前报|当初报|[误错多]报|重复报",
)
NEXT = "明年|下个?[月季年]|后年"
FRONT = pattern_of(rf"^(?:这是|那是|其中|只是)?(?:(?P<told>{EARLIER})|{NEXT}|(?P<lack>还[差缺]|尚[差缺]))")
# 退回的35件: what was sent back is less than what there was
TAKEN_OUT = any_of(
    "退回|退件|撤诉|撤回|驳回|移送|移交|转[出走]|上诉|发回|误录|漏录|重复|作废|过期|废弃|撤销|终止|中止",
    "新增加?|失败|放弃|拒绝|流失|外借|借调|请假|缺勤|退休|转办|补录|抽查|自查|重点|部分|个别",
)
LESS = pattern_of(rf"(?:^|[^一-鿿]|[是有])(?P<less>{TAKEN_OUT})[掉了]?的(?=[^0-9去除扣外]{{0,12}}$)")
SUSPECT = pattern_of(
    rf"{PERHAPS}|{ALMOST}|[0-9](?:多|余|来|好?几)|{VOID}|[(（是为系属][^,]{{0,4}}{TAG}|{EARLIER}|{NEXT}|[还尚][差缺]"
    rf"|{TAKEN_OUT}[掉了]?的"
)
# 23人（一组8人、二组9人、三组6人）是上次的: said of the figure before them
ITS_PARTS = pattern_of(r"[(（][^()（）]*[0-9][^()（）]*[)）](?=[是为属系没未待])")
PAUSES = ",，;；。\n!！"
LIKELY = ("about", "either")


def doubt(text: str, values: Mapping[str, Value], asked: Asked) -> Doubt | None:
    """With what was read as the likely answer, where that may still be meant."""
    if SUSPECT.search(level(text)) is None:
        return None
    bare = ITS_PARTS.sub("", text)
    return _doubt(text, values, asked) or (_doubt(bare, values, asked) if bare != text else None)


def _doubt(text: str, values: Mapping[str, Value], asked: Asked) -> Doubt | None:
    told = beside(text, values, asked)
    for one, before, behind in _around(told):
        labels = [label for label, value in values.items() if value == one.value] or told.labels(one)
        if labels and (reason := _reason(before, behind, labels, is_of_now=any(key[0] == "#" for key in values))):
            return Doubt(reason, (dict(values),) if reason in LIKELY else ())
    return None


def _around(told: Beside) -> Iterator[tuple[Figure, str, str]]:
    """Each figure with its words up to the next one, or to the end of its clause."""
    found = sorted((*told.figures, *told.shares), key=lambda one: one.start)
    floors = [0, *(one.end for one in found)]
    ceilings = [*(one.start for one in found[1:]), len(told.raw)]
    for one, floor, ceiling in zip(found, floors, ceilings, strict=False):
        left = max((told.raw.rfind(sign, floor, one.start) + 1 for sign in PAUSES), default=floor)
        right = min((at for sign in PAUSES if (at := told.raw.find(sign, one.end, ceiling)) >= 0), default=ceiling)
        runs_on = "0" if right < len(told.raw) and right == ceiling else ""
        yield one, told.raw[max(left, floor) : one.start].strip(), told.raw[one.end : right].strip() + runs_on


def _reason(before: str, behind: str, labels: list[str], *, is_of_now: bool) -> str:
    """`is_of_now` where a rate of this year is told with it: 应办结31件是去年的，办结率93.55%."""
    if ABOUT_BEFORE.search(before) or ABOUT_BEHIND.search(behind):
        return "about"
    if VOID_BEHIND.search(behind.lstrip(")） ")) and not OF_BEFORE.search(behind):  # （…，一审1573件）作废
        return "denied"
    if found := IN_BRACKETS.match(behind) or IS_OF.match(behind):
        year = YEARS.get(found["year"] or "", "")
        is_of_label = bool(year) and not is_of_now and all(label.startswith(year) for label in labels)
        return "" if is_of_label else _why(found["wanted"], found["unsure"])
    if front := FRONT.match(before):
        return "either" if front["told"] else "denied" if front["lack"] else "later"
    less = LESS.search(before)
    return "about" if less and not any(less["less"] in label for label in labels) else ""


def _why(wanted: str | None, unsure: str | None) -> str:
    return "later" if wanted else "either" if unsure else "other-time"

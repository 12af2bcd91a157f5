"""Whether a day, or that there has been none yet, is told of what was asked: 昨天我出差了 tells one of something else.

The day stands alone, or its clause is made of words that are known: the thing by its name, how such a thing comes
about, who decided on it, its papers. Beside a day that stands alone nothing else is told than that.
"""

from collections.abc import Collection
from datetime import date

from domain.dates import find_days
from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.courtesies import without_heard
from domain.reader.point_names import Point, parts_of
from domain.reader.sounds import as_written_in
from domain.reader.word_lists import any_of

MARK = "\x00"
CLAUSE = pattern_of(r"[,，。;；!！?？\n\t]+|\s+")
# how a thing that is set up, or laid down in writing, comes about
DONE = any_of(
    "成立|组建|设立|建立|筹建|挂牌|揭牌|[设建](?=[的了成好]|$|\x00)|制[定订发]|定下来?|[定出](?=[的了过\x00]|$)",
    "印发|印|出台|下发|发布|发文|发[的了]文件?|签发|公布|发(?=[的了]?(?:$|文件|通知|[制办]))|通过|审定|审议|讨论|研究|同意",
    "[挂发传放][的了到在出]*(?:OA|oa|内网|网上?|官网)[上里]?",
    "完成|[弄搞办做建写][好成完]*(?=[的了过]|$)|起?(?:施行|执行|实施|生效|启用|运行|上线|开通)|批[复准]|落实|起来|定稿|并",
)
THINGS = any_of(
    "领导小组|小组|办公室|扫黑除?恶?办?|除恶|专项斗争|专班|机构|人员|名单|常态化|制度|机制|办法|规定|细则|方案|工作|文件|通知|红头|公文|文(?=[是在为\x00]|$)|文号|文书|决定",
    r"[一-鿿]{0,6}[〔\[(]20[0-9]{2}[〕\])]第?[0-9]+号|《[^《》]+》|(?:名称|文件名)[:：]?",
)
WHO = any_of(
    "(?:院长)?办公会议?|院务会议?|院?(?:党组|党委|审委|审判委员)会?(?:扩大)?(?:会议|议)?|会议|[我本]院|院(?:里头?|方)?|[我本][们]?[庭部局院]|我们?|咱们?|领导|庭长|院长|书记|大家|区委|上级|[给到至]?(?:各|全[院庭])(?:部门|[庭科处]室?|单位)?",
)
ADVERBS = any_of(
    "已经?|早就?|就|才|刚|正式|会[后上]|盖章?|当[日天时]|同[日天时]|那[天日时]|最[终后早初]|后来|实际|其实|确实|当年|首次|第一次|专门|单独|统一|一并|同步|建党百年前",
    "[一-鿿]{2,6}(?:回复|答复)(?=[:：])|(?:经过?)?(?:征求意见|审核|会签|修改)(?:之?后|完)|以|情况|日期|时间|日子|落款|文件上|上面?|下|是|为|系|于|在|由|经过?|从|自|按照?|根据|关于|对|把|将|应[为该]?是?|改[为成]|填|更正|订正|之前|前面|写错了?|填错了?|不是|原[报填]|误",
    r"[的了过着这那该此个项次份里头与和及跟也都均并且又而后前起止到有当按其本各一啊呀哈嘛呢吧哦嗯呃咯啦嘞滴哒哇]|[\s:：、.·“”\"'()（）\[\]【】~～-]|[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]",
)
KNOWN = pattern_of(any_of(DONE, THINGS, WHO, ADVERBS))
SAYS = pattern_of(any_of(DONE, THINGS))
# 总算翻到了是…, …我在柜子里翻到了: where it stands written
LOOKED_UP = pattern_of(
    rf"^[^{MARK}]{{0,24}}(?:[翻找查看]|问)(?:到|了|过|出来?|阅|看)+(?:一?下)?|(?:我|刚|刚才|内勤)+[^{MARK}]{{0,10}}[翻找查看](?:到|出来?)了?$"
)
PAPERS = pattern_of(r"文件|红头|档案|文号|原件|复印件|扫描件|台账|[翻找查](?:到|出|阅)|有[的了]$|^有|签发|早有|已")
NOT = pattern_of("没有?|尚?未|还|目前|现在|一直|暂时?|过")
OF_ONE = pattern_of("[我你他她](?:还|都)?没")
ASKED = pattern_of(r"[了过]没有?[呢啊呀]*[。.!！?？\s]*$")


def is_of_it(text: str, told: date | bool, point: Point, today: date) -> bool:
    """`told`: False where there is said to be none yet."""
    text = without_heard(level(text.strip()))
    if told is False:
        denying = [clause for clause in CLAUSE.split(text) if NOT.search(clause)]
        return not (ASKED.search(text) or OF_ONE.search(text)) and not any(
            _left(NOT.sub(MARK, clause), point) for clause in denying
        )
    for found in reversed(find_days(text, today, past=True)):
        if found.day == told:
            text = f"{text[: found.start]}{MARK}{text[found.end :]}"
    clauses = [clause for clause in CLAUSE.split(text) if clause.strip()]
    return any(
        MARK in clause and _is_told(clause, [*clauses[:n], *clauses[n + 1 :]], point)
        for n, clause in enumerate(clauses)
    )


def _is_told(clause: str, beside: Collection[str], point: Point) -> bool:
    if _left(clause, point):
        return False
    if SAYS.search(clause) or parts_of(point.bare).search(clause):
        return True
    left = [_left(one, point) for one in beside]
    if not any(left):
        return True
    return any(PAPERS.search(one) or (SAYS.search(one) and not rest) for one, rest in zip(beside, left, strict=True))


def _left(clause: str, point: Point) -> str:
    """What no word that is known explains; 制渡 is 制度."""
    clause = LOOKED_UP.sub(MARK, clause)
    for said in (clause, as_written_in(clause, point.bare)):
        if not (left := parts_of(point.bare).sub("", KNOWN.sub("", said)).replace(MARK, "")):
            break
    return left

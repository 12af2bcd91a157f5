"""An answer to the monthly round without who asked about what: only what counts is left of it."""

import re
from collections.abc import Iterator

from domain.numbers import NUMBER, plain
from domain.patterns import pattern_of
from domain.roll_call.guarded import NO_FIGURE, WORD, hear

# surnames that begin few other words, and those that do; 应 and 全 are left out, they begin half of all answers
SURE = (
    "赵孙李吴郑王冯陈褚蒋沈韩杨朱秦吕曹魏陶姜潘葛彭鲁韦苗袁唐薛倪郝邬汤邵汪戴宋茅梁贾颜郭蔡樊胡霍虞卢丁邓"
    "洪崔龚邢裴侯谭廖赖黎乔翟冉庄柴阎耿尹姚傅孟黄萧肖叶刘张闫邹赫聂缪欧佘覃"
)
ODD = (
    "周钱许何施孔严华金谢喻柏云苏范郎昌马凤花方俞任柳罗贺毕安常于齐康伍余顾穆毛狄臧成庞熊纪舒屈项祝董杜阮"
    "蓝席季麻强路江童梅盛林钟徐邱骆高夏田凌万柯房解宗石程陆翁段曾白文史龙党尚温武"
)
SURNAMES = f"[{SURE}{ODD}]"
LATIN = r"[A-Z][a-z]+ [A-Z][a-z]+"
POST = (
    "(?:(?:副|原)?(?:局长|院长|主任|庭长|处长|科长|部长|书记|检察长|县长|区长|市长|镇长|乡长|所长|支?队长|厅长|司长|秘书长?|总经理"
    "|经理|董事长?|律师|法官|检察官|委员|代表|主席|会长|校长|老师|先生|女士|同志|同学|领导|朋友|亲戚))"
)
ASKING = (
    "(?:违规|多次|又|曾|来|打?电话|当面|私下)*"
    "(?:过问|打听|询问|打过?招呼|说情|求情|干预|插手|请托|托|关照|找|约|请|问|说|要求|批条|递)"
)
BEHIND = rf"(?={POST}|{ASKING}|的?案|等[人\d]|[的、和与及,;:。.!()\s\d]|$)"
NAMES = pattern_of(
    rf"[{SURE}{ODD}](?:某{{1,2}}|[XxＸ×*○]{{1,2}})[一-鿿]?(?:{POST})?"
    rf"|{POST}[{SURE}{ODD}][一-鿿]{{1,2}}?{BEHIND}"
    rf"|[{SURE}][一-鿿]{{0,2}}?{POST}"
    rf"|(?<![一-鿿])[{SURE}{ODD}][一-鿿]{{1,2}}?(?={ASKING}|的?案)"
    rf"|(?:[系是由被为向替帮]|(?<![一-鿿]))[{SURE}][一-鿿]{{1,2}}?{BEHIND}"
    rf"|[{SURE}][一-鿿]{{1,2}}?(?={ASKING}|的?案[件子]?)"
    rf"|{LATIN}"
)
# what only tells of the round itself, or says that there was nothing
OF_THE_ROUND = pattern_of(
    r"(?:防止|严禁)?(?:领导干部)?(?:违规)?(?:干预司法|过问案件|插手案件|干预)+(?:活动|行为)?(?:[、和]?(?:插手具体案件处理|内部人员过问案件))?"
    r"(?:[“\"']?三个规定[”\"']?)?的?(?:记录|填报|月?报告|报送|登记|情况|事项)"
    r"|(?:防止)(?:干预司法|过问案件)"
    r"|(?:没有?|无|未|不存在|[零0])[^,;。!\d]{0,8}(?:干预|过问|打听|打过?招呼|说情|请托|插手|[、或和及]|等)+(?:案件|司法)?(?:的?(?:情况|情形|现象|行为|事项|人员?|记录))?"
)
ASKED = pattern_of(
    r"过问|打听|打过?招呼|说情|求情|干预|插手|请托|(?<!委)托[人关他她我]|关照|[递批]过?条子?|案情|吃请|宴请|送礼|行贿|会见"
    r"|\basked about|\binterfer|\binquir",
    re.IGNORECASE,
)
# 某某案, 这个案子; not 立案庭, 档案室, 审结案件
NO_CASE = "立结收办审执发在积分旧新存错个类专教病草提议答预图方备档归报破翻"
A_CASE = pattern_of(rf"(?<![{NO_CASE}])(?<=[一-鿿])案(?![件由号卷例外])|案子")
BREAK = pattern_of(r"([,;。!?:()…、“”\"]+)")
LAST_FIGURE = pattern_of(rf"(?:{NUMBER.pattern})$")
STRUCK = "\x00"  # no word of an answer


# of the words of an answer those that give a figure its name, and those that need none
NAMED = frozenset(("should_sure", "filed_sure", "should", "records", "filed"))
WHOLE = frozenset(("zero", "none", "all"))


def tells(text: str) -> bool:
    """Whether an answer says more than numbers: of somebody, or of what was asked about."""
    text = _of_this_matter(text)
    return bool(ASKED.search(text) or A_CASE.search(text) or NAMES.search(text))


def hints(text: str) -> bool:
    """Whether a text tells of somebody asking about a case, so that it can be meant for this round alone."""
    return bool(ASKED.search(_of_this_matter(text)))


def counted(text: str) -> str:
    """The answer itself where it only counts; otherwise its clauses, and parts of clauses, that count.

    These are made of the words of an answer and nothing else, so that no name can be among them.
    """
    return counts_in(text) if tells(text) else text


def counts_in(text: str) -> str:
    clauses = BREAK.split(NAMES.sub(STRUCK, _of_this_matter(text)))[::2]
    return "，".join(piece for n, clause in enumerate(clauses) for piece in _counting(clause, first=n == 0))


def _of_this_matter(text: str) -> str:
    """Without what only tells of the round itself. "Nobody" is nobody, but 没有张三 is somebody."""
    return OF_THE_ROUND.sub(lambda m: m.group() if NAMES.search(m.group()) else " ", plain(text))


def _counting(clause: str, *, first: bool) -> Iterator[str]:
    """The runs of known words that count something, or say that there is nothing to count."""
    runs = _runs(clause)
    for n, run in enumerate(runs):
        said = hear(NO_FIGURE.sub(" ", run))
        if said is None:
            continue
        named = said.kinds & NAMED or "条" in said.units
        # in the order in which they are asked for: 45, 45, 1 or 45 45 1 at the beginning
        whole = run.strip() == clause.strip() or (first and n == 0 and len(said.units) == 3)
        bare = whole and re.fullmatch(r"[0-9 ]+", run)
        # 差不多都填了 does not say that all have
        if (said.units and (named or bare)) or (said.kinds & WHOLE and run.strip() == clause.strip()):
            yield run.strip()


def _runs(clause: str) -> list[str]:
    runs, place = [""], 0
    while place < len(clause):
        match = NO_FIGURE.match(clause, place) or WORD.match(clause, place)
        if match:
            runs[-1] += match.group()
        elif clause[place] == " ":
            runs[-1] += " "
        else:
            if clause[place] != STRUCK:  # 过问3次: of what it is three is not known
                runs[-1] = LAST_FIGURE.sub("", runs[-1])
            runs.append("")
        place = match.end() if match else place + 1
    return [run for run in runs if run.strip()]

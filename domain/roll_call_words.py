"""What a department says of its round, word by word: figures, and the names that stand beside them."""

import re
from dataclasses import dataclass
from typing import Literal

from domain.numbers import NUMBER, value_of

Field = Literal["should", "filed", "records"]
FIELDS: tuple[Field, ...] = ("should", "filed", "records")
N = "[0-9一二三四五六七八九十]"
MONTH = rf"(?<!{N}){N}{{1,3}}月份?"
NO_FIGURE = re.compile(
    rf"三个规定|(?:[0-9]{{4}}|[二〇零一三四五六七八九]{{4}})年|{MONTH}{N}{{1,3}}[日号]|(?P<month>{MONTH})|(?<!{N}){N}{{1,3}}[日号]"
)
FILL = "(?:填报|填写|上报|报送|报告|填|报)"
DONE = "(?:已经|已|按时|按要求|如期|及时|在平台上?|完成)*"
# Every sign of an answer is one of these words, or the answer is asked for again. The first that fits counts.
WORDS = {
    "zero": r"[零0〇]报告",
    "none": r"[零0]记录|(?:没有|[无没])(?:任何)?(?:需要?)?(?:记录|登记|情况)的?(?:事项|情况|信息)?"
    r"|记录(?:条?数)?(?:为|是|:)?(?:无|没有)(?=$|[\s,;。.、!])",
    "bare": r"无(?=$|[\s,;。.、!])",
    "nothing": r"没有?(?=$|[\s,;。.、!])",
    "all": rf"(?>(?:已经?|现已)?(?:全部|全员|全体|全都|全|均|都)(?:人员)?{DONE}{FILL}(?:完成|完毕|完|齐|好|过)?了?)"
    rf"(?!\s*(?:{NUMBER.pattern})\s*[条件])",  # 45人都填了2条: two each?
    "whole": r"全部|全员|全体",
    "filler": r"刚才|写错了|报错了|填错了|不好意思|[您你]好|收到|好的|谢谢|请?(?:核对|确认)|经?(?:统计|核实)"
    r"|(?:我们?|[本全该])(?:庭|局|室|处|科|队|部门|部|组)|我们"
    r"|本月|当月|这个月|月报告?|截[至止]今天|到今天|截至|截止|目前|现在|\(上月人数\)|人数有变[化动]?|有变[化动]?(?=[,;。!]?$)"
    rf"|其中(?=记录|有?(?:{NUMBER.pattern})\s*条)"
    r"|填报情况|情况|数据|如下|报告"
    r"|应?(?:变|改|调整|更正|增加|减少)(?:成|为|到)|应(?:为|是)|更正|增至|减至|事项|信息|在?平台上?"
    r"|只|仅|才|的|了|是|为|有(?!$|[,;。.、!])|也|中|里|:",
    "staff": r"人员|干警|法官|同志",
    "should!": rf"实有|(?:应当|应该|应)(?:{FILL}|有)?|(?:需要|需|须|要){FILL}",
    "filed!": rf"(?:已经?|现已|均已)(?:在平台上?)?{FILL}[了过]?|实际?{FILL}?了?|{FILL}[了过完]",
    "should": r"总?人数|人员总数|总数|在册|在编|总共|一共|共有|共计|合计|总计|共|现有",
    "records": r"记录(?:条?数)?|条数|登记",
    "filed": r"填报|填写|上报|报送|填|报",
    "figure": rf"(?P<written>{NUMBER.pattern})\s*(?P<counted>个人|[人名位条件个])?",
    "break": r"[,;。、.!()]",
}
WORD = re.compile("|".join(f"(?P<{kind.replace('!', '_sure')}>{pattern})" for kind, pattern in WORDS.items()))
COUNTED = {"条": "条", "件": "条", "个": "", "": ""}  # everything else counts people


@dataclass(eq=False)
class Figure:
    value: int
    unit: str  # 人, 条, or nothing
    field: Field | None = None


@dataclass(eq=False)
class Name:
    """What figures are called by. One that is not `sure` (人数, 填报) may stand there without a figure."""

    field: Field
    sure: bool
    used: bool = False


Clause = list[Figure | Name]


@dataclass
class Said:
    clauses: list[Clause]
    kinds: set[str]
    zero_in: int | None = None  # the clause with 零报告

    @property
    def figures(self) -> list[Figure]:
        return [part for clause in self.clauses for part in clause if isinstance(part, Figure)]

    @property
    def zero_of_some(self) -> bool:
        """2人填了，43人零报告: the zero report of some of them."""
        if self.zero_in is None:
            return False
        people = [part for part in self.clauses[self.zero_in] if isinstance(part, Figure)]
        return bool(people) and len(self.figures) > len(people)


def hear(text: str) -> Said | None:
    """The text in clauses of figures and names; None where a word of it is not known."""
    said, place = Said([[]], set()), 0
    while place < len(text):
        match = WORD.match(text, place)
        if match is None and text[place] != " ":
            return None
        place = match.end() if match else place + 1
        if match and not _take(match, said):
            return None
    return said


def _take(match: re.Match[str], said: Said) -> bool:
    kind = next(kind for kind in WORDS if match[kind.replace("!", "_sure")] is not None)
    clause = said.clauses[-1]
    if kind == "figure":
        value, unit = value_of(match["written"]), match["counted"] or ""
        if value is None:
            return False
        clause.append(Figure(value, COUNTED.get(unit, "人")))
    elif kind == "break":
        said.clauses.append([])
    elif (field := kind.rstrip("!")) in FIELDS:
        clause.append(Name(next(name for name in FIELDS if name == field), kind.endswith("!")))
    elif kind == "all" and said.figures and said.figures[-1].unit == "条":
        return False  # of the records or of the people: not said
    elif kind == "staff" and said.figures and NUMBER.match(match.string, match.end()):
        return False  # 45人，法官20人: some of them
    elif kind == "zero":
        said.zero_in = len(said.clauses) - 1
    said.kinds.add(kind)
    return True

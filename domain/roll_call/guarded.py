"""The words of which an answer is made that counts, and nothing else: no name can be among them."""

import re
from dataclasses import dataclass

from domain.numbers import NUMBER, value_of
from domain.patterns import pattern_of

N = "[0-9一二三四五六七八九十]"
MONTH = rf"(?<!{N}){N}{{1,3}}月份?"
NO_FIGURE = pattern_of(
    rf"三个规定|(?:[0-9]{{4}}|[二〇零一三四五六七八九]{{4}})年|{MONTH}{N}{{1,3}}[日号](?:[之以]?前)?|(?P<month>{MONTH})|(?<!{N}){N}{{1,3}}[日号]"
)
FILL = "(?:填报|填写|上报|报送|报告|填|报)"
DONE = "(?:已经|已|按时|按要求|如期|及时|在平台上?|完成)*"
NOT_ANY = (
    r"(?:均|都|全)?(?:没有|[无没]|未(?=发[现生]|收到|接到|出现|存在)|不(?=存在))"
    r"(?:任何|发现|发生|收到|接到|出现|存在|过|人员?|来)*"
)
MATTER = r"过问|干预|插手"  # what is recorded
MATTERS = (
    rf"(?:违规|违法)?(?:(?:{MATTER}|打招呼|说情|请托)"
    r"(?:[、和或及与]|具体|司法(?:活动)?|审判|案件(?:办理|处理)?|的(?!记录))*)"
)
END = r"(?=$|[\s,;。.、!~])"
# Every sign of an answer is one of these words, or the answer is asked for again. The first that fits counts.
WORDS = {
    "zero": r"(?:(?:全部|全员|全体|统一|一律|均|都|全)(?:人员|干警)?(?:都|均)?(?:[为是报填]|进行)*)?[零0〇]报告",
    "none": r"[零0]记录"
    rf"|{NOT_ANY}(?:需要?|要|可)?(?:{MATTERS})*的?(?:记录|登记|情[况形]|事项)的?(?:事项|情况|信息)?"
    rf"|{NOT_ANY}(?:{MATTERS})+的?(?:事项|行为|现象|问题)?{END}"
    rf"|记录(?:条?数)?(?:为|是|:)?(?:无|没有)的?{END}",
    "bare": rf"(?:均|都|全)?(?:暂时?)?无{END}",
    "nothing": rf"(?:均|都|确实|真的?|的确)?(?:暂时?|目前)?(?:没有?了?的?|(?:没有?|未)发[生现]过?){END}",
    "all": rf"(?>(?:已经?|现已)?(?:全部|全员|全体|全都|全|均|都)(?:人员|成员|干警)?{DONE}{FILL}"
    rf"(?:完成|完毕|完|齐|好|过)?了?)(?!(?:{NUMBER.pattern})\s*[条件])"  # 45人都填了2条: two each?
    rf"|(?:100%|百分之百){DONE}{FILL}了?|{FILL}率(?:为|是|达到?)?(?:100%|百分之百)"
    rf"|(?:全部|全员|都|均)(?:已经?)?(?:完成|{FILL}?齐)了?{END}|{FILL}?齐了{END}",
    "whole": r"全部|全员|全体",
    "aside": r"(?:均|都)?已?(?:全部)?(?:按要求|如实|及时)?在平台上?(?:登记|录入)了?"
    rf"|(?:均|都)?已?(?:按要求|如实|及时)*(?:登记|录入)(?:上报|填报|在册)?了?{END}"
    r"|(?:在?平台|系统)[上里中]?(?:已经?|都|也|均)*(?:如实)?(?:登记|录入|填)(?:过|好)?了的?|一个[都也]?不[少落漏]"
    r"|一切正常|情况正常|[无没]异常|无一遗漏|无遗漏|无一例外",
    "filler": r"老规矩|照例"
    rf"|(?:平台|系统)[上里中]?(?:显示|查到)?的?(?=是|有|为|\s?(?:{NUMBER.pattern})|无|没|已|填|完成|共|应|实)|"
    r"(?:今[天日])?(?:统计|核对|查到)(?=已|填|完|共|有)|"
    r"刚才|写错了|报错了|填错了|不好意思|[您你]好|收到|好的|谢谢|辛苦了?"
    r"|请?(?:核对|确认)|请(?:审核|审阅|查收|查阅)"
    r"|经?(?:[与和同跟]?(?:平台|系统|台账)(?:的?(?:数据|记录))?)?(?:统计|核[实对查]|比对|查询|核)(?:后|一?下|过)?|(?:查|看)[了过](?:一?下)?(?:平台|系统|台账)?"
    r"|[汇报]报告?完毕|以上|大家(?=[都全])|领导(?=[,;。!辛]|$)|(?i:over|ok)"
    r"|(?:我们?|咱们?|[本全该])(?:庭|局|室|处|科|队|部门|部|组)里?|我们|咱们?|庭里"
    r"|法?庭里?(?=[0-9一二三四五六七八九十])|本月|当月|这个?月|月报告?|截[至止]今天"
    r"|到?(?:今天|现在|目前)为止|到(?:今天|现在|目前)|特此(?=零报告)|今[天日](?:统计|核对|查看)|截至|截止|目前|现在"
    r"|\(上月人数\)|人[数员]有(?:所)?变[化动]?|有变[化动]?(?=[,;。!]?$)"
    rf"|其中(?=有?记录|有?(?:{NUMBER.pattern})\s*条)"
    r"|填报情况|情况|数据|如下|报告"
    r"|应?(?:变|改|调整|更正|增加|减少)(?:成|为|到)|应(?:为|是)|更正|增至|减至|事项|信息|在?平台上?"
    rf"|就(?=有?\s?(?:{NUMBER.pattern})\s*[条件个人])"
    r"|还是(?=按?\s?[0-9一二三四五六七八九十])|仍[是为]|就是说?|所以|不过|(?<=们)这[边里儿]|啊|嗯|呃|那个|这个"
    r"|(?:截[至止]|到)(?:昨|今)[天日晚早](?:[上下]午)?(?:下班)?(?:前|时|为止)?|(?:昨|今)[天日]下班(?:前|时|为止)?|(?:昨|今)[天日晚早](?:[上下]午)?(?:看|查)(?:平台|系统)?|对(?=[0-9一二两三四五六七八九十]+条)"
    r"|只|仅|才|的|了|是|为|有(?!$|[,;。.、!])|也|中|里|:",
    "staff": r"人员|干警|法官|同志",
    "should_sure": rf"实有|(?:应当|应该|应)(?:{FILL}|有)?|(?:需要|需|须|要){FILL}",
    "filed_sure": rf"{FILL}(?:完成|完毕)了?|(?:已经?|现已|均已)(?:在平台上?)?{FILL}[了过]?|实际?{FILL}?了?"
    rf"|已经?完成{END}|(?:已经?)?完成{FILL}|(?:已经?)?完成了?(?=\s*(?:{NUMBER.pattern})\s*(?:个人|[人名位个]))"
    rf"|已经?(?:提交|交)[了过]?|(?:提交|交)(?:了|[齐完]了?)|{FILL}(?:[了过]|[好完齐]了?)",
    "should": r"总?人数|人员总数|总数|在册|在编|总共|一共|共有|共计|合计|总计|共|现有|在岗",
    "records": rf"(?:{MATTER})+(?:案件)?(?:情况|事项|记录)?(?:条?数)?|有记录的|记录在[案册]的?"
    r"|记录(?:条?数)?|条数|登记",
    "filed": rf"填报|填写|上报|报送|填|报|已经?有?(?=\s*(?:{NUMBER.pattern}))",
    "figure": rf"(?P<written>{NUMBER.pattern})\s*(?P<counted>个人|[人名位条件起个])?",
    "break": r"[,;。、.!()~]",
}
WORD = pattern_of("|".join(f"(?P<{kind.replace('!', '_sure')}>{pattern})" for kind, pattern in WORDS.items()))
COUNTED = {"条": "条", "件": "条", "起": "条", "个": "", "": ""}  # everything else counts people


@dataclass
class Said:
    """The kinds of the words, and what each figure counts: 人, 条, or nothing said of it."""

    kinds: set[str]
    units: list[str]


def hear(text: str) -> Said | None:
    """None where a word of it is not known."""
    said, place = Said(set(), []), 0
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
    is_counted_next = bool(NUMBER.match(match.string, match.end()))
    if kind == "figure":
        said.units.append(COUNTED.get(match["counted"] or "", "人"))
    said.kinds.add(kind)
    if kind == "all" and said.units[-1:] == ["条"]:
        return False  # of the records or of the people: not said
    if kind == "staff" and is_counted_next and (said.units or match.group() == "法官"):
        return False  # 45人，法官20人: some of them; 法官15人都填了
    return kind != "figure" or value_of(match["written"]) is not None

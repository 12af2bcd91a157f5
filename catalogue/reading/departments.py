"""Names of departments as cells print them: split, told from persons, groups and marks, in full and in short."""

import re
from dataclasses import dataclass

from domain.notice import UnitKind

SUFFIX = re.compile(
    r"(?<![0-9０-９])(?:局|处|科|股|室|庭|队|组|办|部|中心|院|所|站|支部|委|会|团|妇联|校|公司|馆|园|厅|署|街道|镇|乡|村|社区|机关|单位|部门"
    r"|集团|银行|学院|系|厂|段|台|网|库|社|府|党委|纪委|党组|工会|基地|大厅|窗口|分局|支队|大队|中队|机构|法庭|幼儿园|[中小大]学|食堂|专班|委员会|门诊|病区|药房|车间|班子?)$"
)
_GROUP = re.compile(
    r"^(?:各|全[院局校县区市镇委系体]|所有|每个|有关|相关|其他|其它|派出法庭|成员单位|业务(?:部门|科室|庭室)|直属|下属|基层|临床科室|职能(?:部门|科室|处室))"
    r"|(?:成员|直属|有关|相关)(?:单位|部门|科室|处室)$"
)
_GROUP_END = re.compile(r"(?:县|区|市|旗|盟|州|省|街|条线|战线|学校|企业|成员|各方|负责人|人员|干警|职工|教师)$")
# a group's second word: 各镇、街道 is one group, 各部门、直属单位 are two
_KIND_WORD = re.compile(r"(?:街道|乡镇?|镇|村|社区|园区|开发区|农场)(?:（[^）]*）)?$")
_SEPARATOR = re.compile(r"[、，,；;/／\n\t|]+|(?<=[一-鿿）)])\s+(?=[一-鿿])")
_MARK = re.compile(r"[（(](?:牵头|主办|主责|负责|总牵头)(?:单位|部门|科室)?[)）]")
_SIDE = re.compile(r"[（(](?:配合|协办|协助|参与|责任)(?:单位|部门|科室)?[)）]")
_ETC = re.compile(r"等(?:\d+|[一二三四五六七八九十]+个?)?(?:单位|部门|科室|处室)?$")
_ROLES = re.compile(
    r"(?P<lead>牵头|主[办责]|第一责任)(?:责任)?(?:单位|部门|科室|处室|机构|庭室)?\s*[：:为]\s*"
    r"|(?P<responsible>责任|配合|协办|协同|协助|参与|参加|承办|落实|会办)(?:责任)?(?:单位|部门|科室|处室|机构|庭室)?\s*[：:为]\s*"
)
_LED = re.compile(r"(?:总?牵头(?:负责)?|主办|负责|主责)$")
_HELPED = re.compile(r"等?(?:共同)?(?:配合|协办|参与|参加|协助|协同|落实)$")
_POST = re.compile(r"(?:[院局校处科县区镇市会所站馆园队]长|主任|书记|经理|主席|成员|领导|专员)(?:[（(][^）)]*[)）])?$")
NONE = frozenset({"", "/", "／", "—", "——", "-", "--", "－", "无", "\\"})
ABOVE = frozenset({"同上", "″", "〃", '"', "''", "”", "同前", "上同"})


@dataclass(frozen=True)
class Names:
    """What one cell says: who leads, where the cell itself says so, and the others in their order."""

    lead: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    is_open: bool = False  # 等: the list is not the whole one

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.lead, *self.others)


def names(printed: str) -> Names:
    """Of one cell: 政治部、办公室; 教务处（牵头） 总务处; 牵头单位：A 责任单位：B; A牵头，B、C配合."""
    text = printed.strip().strip("。.；;，,、")
    if text in NONE or text in ABOVE:
        return Names()
    if _ROLES.search(text):
        return _by_roles(text)
    return _spoken(text) or _list(text)


def _spoken(text: str) -> Names | None:
    """A牵头，B、C配合: what stands before a role belongs to it."""
    pieces = [piece.strip() for piece in re.split("[，,；;\n。]", text) if piece.strip()]
    if not any(_LED.search(piece) for piece in pieces):
        return None
    lead: list[str] = []
    others: list[str] = []
    waiting: list[str] = []
    for piece in pieces:
        waiting.append(_HELPED.sub("", _LED.sub("", piece)))
        if _LED.search(piece):
            lead += [name for part in waiting for name in _list(part).all]
        elif _HELPED.search(piece):
            others += [name for part in waiting for name in _list(part).all]
        else:
            continue
        waiting = []
    others += [name for part in waiting for name in _list(part).all]
    return Names(tuple(dict.fromkeys(lead)), tuple(name for name in dict.fromkeys(others) if name not in lead))


def _by_roles(text: str) -> Names:
    lead: list[str] = []
    others: list[str] = []
    is_open = False
    marks = list(_ROLES.finditer(text))
    for mark, end in zip(marks, [*(m.start() for m in marks[1:]), len(text)], strict=True):
        listed = _list(text[mark.end() : end].strip().strip("。.；;，,、（()）"))
        (lead if mark["lead"] else others).extend(listed.all)
        is_open = is_open or listed.is_open
    return Names(tuple(lead), tuple(others), is_open)


def _list(text: str) -> Names:
    lead: list[str] = []
    others: list[str] = []
    is_open = False
    for piece in _pieces(text):
        name = _SIDE.sub("", _MARK.sub("", piece)).strip(" 。.；;，,、：:")
        bare = _ETC.sub("", name)
        is_open = is_open or bare != name
        if bare in NONE or bare in lead or bare in others:
            continue
        (lead if _MARK.search(piece) else others).append(bare)
    if any(not _POST.search(name) for name in (*lead, *others)):  # 分管副局长、办公室: the post is no department
        lead, others = ([name for name in found if not _POST.search(name)] for found in (lead, others))
    return Names(tuple(lead), tuple(others), is_open)


def _pieces(text: str) -> list[str]:
    """Separators within brackets part nothing; 各镇、街道 stays one name; 和 and 及 part two names in full."""
    pieces: list[str] = []
    for piece in _SEPARATOR.split(_shielded(text)):
        plain = _unshielded(piece).strip()
        if pieces and pieces[-1].startswith("各") and _KIND_WORD.match(plain) and "、" not in plain:
            pieces[-1] = f"{pieces[-1]}、{plain}"
        elif plain:
            pieces.extend(_joined(plain))
    return pieces


def _joined(piece: str) -> list[str]:
    """政治部和办公室 → both; 发展和改革局 is one, and so is what 与 joins: 实验室与设备管理处."""
    for word in ("以及", "及其", "和", "及"):
        head, found, tail = piece.partition(word)
        if found and SUFFIX.search(head) and SUFFIX.search(tail) and len(head) >= 2 and len(tail) >= 2:
            return [head, *_joined(tail)]
    return [piece]


_BRACKETED = re.compile(r"[（(][^（）()]*[)）]")
_SHIELD = str.maketrans({"、": "\ue000", "，": "\ue001", ",": "\ue002", "/": "\ue003", " ": "\ue004", "；": "\ue005"})
_UNSHIELD = {target: source for source, target in _SHIELD.items()}


def _shielded(text: str) -> str:
    return _BRACKETED.sub(lambda found: found[0].translate(_SHIELD), text)


def _unshielded(text: str) -> str:
    return text.translate({ord(str(target)): source for target, source in _UNSHIELD.items()})


def kind_of(name: str) -> UnitKind:
    return "group" if _GROUP.search(name) else "unit"


def is_department(name: str) -> bool:
    """By its own words: it ends as departments end, or is a group; 各部门开展自查 is a task."""
    bare = re.sub(r"[（(][^（）()]*[)）]$", "", name)
    return bool(SUFFIX.search(bare) or (_GROUP.search(name) and _GROUP_END.search(bare)))


def looks_like_departments(text: str) -> bool:
    """A cell that prints nothing but names of departments."""
    found = names(text)
    return bool(found.all) and all(len(name) <= LONGEST and is_department(name) for name in found.all)


LONGEST = 20  # signs of a department's name


def is_short_for(short: str, full: str) -> bool:
    """刑庭 for 刑事审判庭, 卫健委 for 卫生健康委员会, 教育局 for 区教育局: its signs in order, the ends the same."""
    for long_end, short_end in _ENDS:
        if full.endswith(long_end) and short.endswith(short_end) and not short.endswith(long_end):
            full = f"{full.removesuffix(long_end)}{short_end}"
            if full == short:
                return True
    if not 2 <= len(short) < len(full) or short[-1] != full[-1] or short in _EVERYWHERE:
        return False
    if full.endswith(short):
        return len(full) - len(short) <= 2 and full[0] in "省市区县镇乡院校局本我"
    signs = iter(full)
    return len(short) <= SHORT and short[0] == full[0] and all(sign in signs for sign in short)


SHORT = 4  # signs: 市医保中心 is no short form of 市医保稽核中心
_EVERYWHERE = frozenset(  # every house has one of these
    ["办公室", "办公厅", "党委", "纪委", "工会", "团委", "妇联", "政府", "人事科", "财务科"]
)
_ENDS = (("委员会", "委"), ("办公室", "办"), ("管理中心", "中心"), ("街道办事处", "街道"))

"""牵头单位：…；责任单位：…；完成时限：… behind the words of a task, in brackets or as a line of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.reading.departments import looks_like_departments
from catalogue.reading.entries import Printed, Who

_UNIT = "(?:单位|部门|科室|处室|机构|庭室|股室|学校|院系)?"
_FIELDS = (
    ("shared", rf"牵头(?:[及和、/]|与)(?:责任|配合|协办|参与){_UNIT}"),
    ("lead", rf"(?:总?牵头|主[办责]|第一责任|主要责任|主管)(?:责任)?{_UNIT}"),
    (
        "responsible",
        rf"(?:共同)?(?:责任|配合|协办|协同|协助|参与|参加|承办|落实|实施|会办|支持)(?:[及和、/](?:配合|参与|协办))?{_UNIT}",
    ),
    ("deadline", r"(?:完成|整改|落实|办理)?(?:时限|期限|时间(?:节点|要求)?|进度(?:要求|安排)?)"),
    ("points", r"分值|权重|满分"),
    ("person", r"(?:责任|牵头|分管|包[联抓]|挂[钩联])?(?:领导|负责人|责任人)"),
    ("notes", r"备注|佐证材料|印证材料"),
)
_FIELD = re.compile("(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS) + r")\s*[：:]")
_BRACKET = re.compile(r"[（(【\[]((?:[^（()）【】\[\]]|[（(][^（()）]*[)）])*)[)）】\]]")
_CLAUSES = (
    ("lead", re.compile(r"(?:由|请)?(?P<what>.{2,40}?)(?:总?牵头(?:负责|落实|组织|实施)?|负责(?:落实|实施)?|主办)")),
    ("responsible", re.compile(r"(?P<what>.{2,80}?)(?:共同)?(?:配合|协办|协助|参与|协同)(?:落实|实施|推进)?")),
    ("deadline", re.compile(r"(?P<what>全年|长期|常年|每[月季年]度?|持续|常态化)(?:推进|坚持|落实|开展|实施)?")),
    ("deadline", re.compile(r"(?P<what>(?=.*(?:月|年|季|底|日)).{2,20}?)(?:之?前)?(?:完成|办结|落实到位)")),
)


_ALL_ABOVE = re.compile(r"^(?:以上|上述)[^，。；：]{0,8}?[，,]?(?=由|请|牵头)")  # 以上任务由…牵头
_SPEAKS = re.compile("牵头|负责|主办")
_IMPRINT = re.compile(
    r"承办(?:单位|部门|处室|科室)?\s*[：:](?!.*(?:牵头|责任|配合))"
)  # who printed the notice, on its last lines
_WHO = frozenset({"lead", "responsible", "shared"})
_DIGITS = re.compile(r"\d{5}")  # a telephone number, the number of a page: no names of departments
_PLAINEST = re.compile("(?:局|处|科|室|庭|办|部|委|中心|各部门|各单位)$")


@dataclass(frozen=True)
class Marks:
    """What the mark says, and the words of the task without it."""

    rest: str
    who: Who
    deadline: str = ""
    points: str = ""
    notes: str = ""


def marks(text: str) -> Marks | None:
    """Of one paragraph; None where it names nobody."""
    if _IMPRINT.match(text):
        return None
    text = _ALL_ABOVE.sub("", text)
    for bracket in reversed(list(_BRACKET.finditer(text))):
        inside = bracket[1].strip()
        is_last = not text[bracket.end() :].strip(" 。；;")
        fields = _fields(inside) or _spoken(inside) or (_bare(inside) if is_last else {})
        if fields:
            return _marks(_tidied(f"{text[: bracket.start()]}{text[bracket.end() :]}"), fields)
    first = _FIELD.search(text)
    if first is not None:
        fields = _fields(text[first.start() :])
        return _marks(_tidied(text[: first.start()]), fields) if fields else None
    for start in _tails(text):
        if fields := _spoken(text[start:].strip("，,；;。 ")):
            return _marks(_tidied(text[:start]), fields)
    return None


def _tails(text: str) -> Iterator[int]:
    """Where the last clauses may begin that say who does it: behind a full stop, then behind each comma."""
    if _SPEAKS.search(text):
        end = len(text.rstrip("。；; "))
        yield from (text.rfind("。", 0, end) + 1, *(found.end() for found in re.finditer("[，,；;]", text[:end])))


def is_field(text: str) -> bool:
    """A line that begins with 牵头单位：, 完成时限： or the like."""
    return bool(_FIELD.match(text))


def _tidied(text: str) -> str:
    return re.sub(r"[。．]\s*[。．；;]+", "。", text).strip().strip("；;，,")


def _fields(text: str) -> dict[str, str]:
    """By name; nothing where no department is named."""
    found = list(_FIELD.finditer(text))
    fields: dict[str, str] = {}
    ends = [*(one.start() for one in found[1:]), len(text)] if found else []
    for one, end in zip(found, ends, strict=True):
        name = one.lastgroup or ""
        value = text[one.end() : end].strip().strip("；;。，, \n（(【）)】")
        if value and not (name in _WHO and _DIGITS.search(value)):
            fields[name] = f"{fields[name]}、{value}" if name in fields else value
    return fields if fields.keys() & _WHO else {}


def _spoken(text: str) -> dict[str, str]:
    """由教务处牵头，总务处、德育处配合，12月底前完成; nothing where a clause says anything else."""
    fields: dict[str, str] = {}
    for clause in re.split("[，,；;]", text):
        said = next(((name, found) for name, words in _CLAUSES if (found := words.fullmatch(clause.strip()))), None)
        if said is None or (said[0] != "deadline" and not looks_like_departments(said[1]["what"])):
            return {}
        fields[said[0]] = said[1]["what"]
    return fields if "lead" in fields else {}


def _bare(text: str) -> dict[str, str]:
    """（教务处、总务处）: nothing but departments, of the plainest kind."""
    plain = all(_PLAINEST.search(name) for name in re.split("[、，, ]", text))
    return {"shared": text} if plain and looks_like_departments(text) else {}


def _marks(rest: str, fields: dict[str, str]) -> Marks:
    def printed(name: str) -> Printed:
        return Printed(fields[name], "printed") if name in fields else Printed()

    others = (printed("responsible"),) if "responsible" in fields else ()
    return Marks(
        rest,
        Who(printed("lead"), others, printed("shared")),
        fields.get("deadline", ""),
        fields.get("points", ""),
        fields.get("notes", ""),
    )

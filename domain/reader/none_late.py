"""That none was late, told as so many: 网上立案超期0，跨域0，跨境0; 超期审核：网上0、跨域0; 网上、跨境超期都是0."""

import re
from collections.abc import Mapping, Sequence

from domain.numbers import level
from domain.patterns import pattern_of
from domain.reader.asked import Asked, Value
from domain.reader.point_names import Point

LATE = "超期"
NONE = "(?:都|全|均)?(?:是|为|有|:)?(?:0|零)[件个]?"
LATE_OF = "(?:超期)(?:审核)?的?(?:案件|件数|数)?"
CASES = "(?:立案)?(?:申请)?的?"
PAUSE = r"[,;、\s]+"
# 跨域申请0件 says whose none it is
OWN = pattern_of("申请|反馈|收到|受理")


def plainly(text: str, points: Sequence[Point], asked: Asked) -> str:
    """As it stands where figures of the same name are asked for and nothing tells them apart."""
    of = {one.name[:2]: one.name for one in points if one.shape == "occurrence" and LATE in one.name}
    said = level(text)
    if not of or LATE not in said:
        return text
    name = f"(?:{'|'.join(of)}){CASES}"
    listed, zero = rf"{name}(?:{PAUSE}{name})*", rf"{name}{NONE}"
    zeros = rf"{zero}(?:{PAUSE}{zero})*"
    told = re.sub(rf"(?:立案)?{LATE_OF}[:,\s]*(?P<of>{zeros})(?=$|[;。!])", lambda m: _none(m["of"], of), said)
    is_apart = any(sign in said and not any(sign in one.label for one in asked.quantities) for sign in _later(said, of))
    if is_apart and not OWN.search(said):
        told = re.sub(rf"^(?P<of>{listed}{LATE_OF}{NONE}{PAUSE}{zeros})[。!]*$", lambda m: _none(m["of"], of), told)
    told = re.sub(
        rf"(?:^|(?<=[,;。!\s]))(?P<of>{listed}){LATE_OF}{NONE}(?=$|[,;。!\s])", lambda m: _none(m["of"], of), told
    )
    return text if told == said else told


def are_meant(text: str, values: Mapping[str, Value]) -> bool:
    """网上立案超期0，跨域0: those that were late, or those that came."""
    return LATE in text and not OWN.search(text) and any("申请" in label and not one for label, one in values.items())


def _none(listed: str, of: Mapping[str, str]) -> str:
    return "，".join(f"无{name}" for sign, name in of.items() if sign in listed)


def _later(text: str, of: Mapping[str, str]) -> Sequence[str]:
    """Of those named behind what was late."""
    rest = text[text.find(LATE) :]
    return [sign for sign in of if sign in rest]

"""A workbook that was sent out and comes back: which document it is of, and what stands in its cells now."""

import re
from dataclasses import dataclass

from catalogue.papers.opening import open_paper
from catalogue.papers.package import Package
from catalogue.papers.xlsx import written
from catalogue.reading.cells import Cells
from domain.paper import Mark

_PROPERTIES = "docprops/custom.xml"
_NAME = "duban"
_MARK = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\w{1,64})")


@dataclass(frozen=True)
class Returned:
    mark: Mark
    cells: Cells


def returned(data: bytes, name: str) -> Returned | None:
    """None for any other file. Refused where it cannot be opened."""
    if not data.startswith(b"PK"):
        return None
    open_paper(data, name)  # judges it as any other file
    package = Package(data, name)
    if _PROPERTIES not in package.parts:
        return None
    marks = [one for one in package.tree(_PROPERTIES) if one.get("name") == _NAME]
    found = _MARK.fullmatch("".join(map(str, marks[0].itertext())).strip()) if marks else None
    return Returned(Mark(int(found[1]), int(found[2]), found[3]), written(package)) if found else None

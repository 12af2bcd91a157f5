"""Documents that number their tasks in paragraphs: each marked one is an entry under the headings above it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from catalogue.papers.paper import Paper, Paragraph
from catalogue.reading.entries import Entry, Printed, Who
from catalogue.reading.labels import Label, label
from catalogue.reading.lines import lines
from catalogue.reading.marks import Marks, marks

_DEPTHS = {"part": 0, "area": 1, "item": 2, "point": 3, "path": 4, "sub": 6}
DEEPEST = 9  # of a paragraph without a number
TITLE = 30  # signs: a marked title hands its departments down, a longer one is the task itself


@dataclass(frozen=True)
class _Clause:
    text: str
    line: int
    depth: int
    marks: Marks | None
    more: tuple[str, ...] = ()  # deeper points that carry no mark of their own


_NOBODY = Marks("", Who(Printed("", "blank")))


def entries(paper: Paper) -> list[Entry]:
    """In order; a paragraph of nothing but marks belongs to the unmarked ones above it."""
    reading = _Reading()
    clauses = list(_clauses(lines(paper.paragraphs, is_wrapped=paper.form == "text")))
    for index, clause in enumerate(clauses):
        reading.take(clause, clauses[index + 1 :])
    reading.end_branch()
    return reading.found


class _Reading:
    """The titles above, and the clauses of the branch below them."""

    def __init__(self) -> None:
        self.found: list[Entry] = []
        self.titles: dict[int, str] = {}  # by depth
        self.branch: list[tuple[_Clause, Marks | None]] = []
        self.handed: _Clause | None = None  # a marked title whose marks its points share

    def take(self, clause: _Clause, rest: Sequence[_Clause]) -> None:
        if self.handed is not None and clause.depth <= self.handed.depth:
            self.handed = None
        if clause.marks is not None and not clause.marks.rest:
            self._mark_above(clause.marks)
        elif clause.marks is None and clause.depth < DEEPEST and _is_title(clause, rest):
            self._entitle(clause.depth, clause.text)
        elif clause.marks is not None and rest and _hands_down(clause, rest[0]):
            self._entitle(clause.depth, clause.marks.rest)
            self.handed = clause
        elif clause.marks is None and self.branch and clause.depth > self.branch[-1][0].depth:
            last, mark = self.branch[-1]
            self.branch[-1] = (replace(last, more=(*last.more, clause.text)), mark)
        else:
            self.branch.append((clause, clause.marks or (self.handed.marks if self.handed else None)))

    def _entitle(self, depth: int, text: str) -> None:
        self.end_branch()
        self.titles = {one: title for one, title in self.titles.items() if one < depth}
        self.titles[depth] = text

    def _mark_above(self, mark: Marks) -> None:
        """The unmarked clauses since the last marked one, or the title itself where there are none."""
        unmarked = [clause for clause, marked in self.branch if marked is None]
        depth = min((clause.depth for clause in unmarked), default=0)
        meant = unmarked[-1:] if depth == DEEPEST else [clause for clause in unmarked if clause.depth == depth]
        if unmarked:
            self.branch = [(clause, mark if clause in meant else marked) for clause, marked in self.branch]
        elif self.titles and not self.branch:
            depth = max(self.titles)
            self.branch.append((_Clause(self.titles.pop(depth), 0, depth, None), mark))

    def end_branch(self) -> None:
        """A clause beside marked ones is a task without departments; where none is marked all are mere text."""
        depths = {clause.depth for clause, mark in self.branch if mark is not None}
        for clause, mark in self.branch:
            if mark is not None or clause.depth in depths - {DEEPEST}:
                self.found.append(_entry(clause, mark or _NOBODY, self.titles))
        self.branch = []


def _clauses(paragraphs: Iterable[Paragraph]) -> Iterator[_Clause]:
    for paragraph in paragraphs:
        text = paragraph.text
        found, _ = label(text)
        yield _Clause(text, paragraph.line, _depth(found, paragraph), marks(text))


def _depth(found: Label | None, paragraph: Paragraph) -> int:
    if found is None:
        return 1 if paragraph.is_heading else DEEPEST
    return _DEPTHS[found.level] + (len(found.path) - 2 if found.path else 0)


def _is_title(clause: _Clause, rest: Sequence[_Clause]) -> bool:
    """Something deeper and marked follows before it ends."""
    for other in rest:
        if other.depth <= clause.depth:
            return False
        if other.marks is not None and other.marks.rest:
            return other.depth > clause.depth
        if other.marks is not None:
            return other is not rest[0]  # right behind its mark it is a task itself
    return False


def _hands_down(clause: _Clause, below: _Clause) -> bool:
    """A marked title whose points carry no marks: they share its departments."""
    if clause.marks is None or below.marks is not None or not clause.depth < below.depth < DEEPEST:
        return False
    if clause.depth >= _DEPTHS["point"]:
        return False
    return len(label(clause.marks.rest)[1]) <= TITLE


def _entry(clause: _Clause, mark: Marks, titles: dict[int, str]) -> Entry:
    above = [title for depth, title in sorted(titles.items()) if depth < clause.depth]
    text = clause.marks.rest if clause.marks is not None and clause.marks is mark else clause.text
    area, item = (above[0] if above else ""), (above[1] if len(above) > 1 else "")
    if clause.depth <= _DEPTHS["item"] and not item:
        head = _head(text)
        area, item = (area, head) if area else (head, "")
    return Entry(
        clause.line,
        area=area,
        item=item,
        text="\n".join((label(text)[1], *clause.more)),
        who=mark.who,
        deadline=mark.deadline,
        points=mark.points,
        notes=mark.notes,
        is_whole=True,
    )


def _head(text: str) -> str:
    """（一）提升门诊服务。全年…: number and first sentence."""
    return text.partition("。")[0]

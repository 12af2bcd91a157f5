"""Documents of other institutions read once: what is found in its place, what is right, what is wrong in silence.

`python -m tests.documents [words of a file's name] [--folder DIR]` prints a table, and every mistake where words are given.
"""

import importlib.util
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from catalogue.reading.drafting import draft_of
from catalogue.reading.telling import as_record
from tests import once
from tests.documents.comparing import everybody, figure_doubted, is_number, is_same_figure, is_same_text, matched, names

FOLDER = Path(__file__).parent
Json = dict[str, Any]
COLUMNS = (
    "indicators", "found", "extra", "cells", "cells_right", "cells_wrong",
    "figures", "figures_right", "figures_wrong", "figures_missed", "unasked",
)  # fmt: skip


@dataclass
class Score:
    """One document. `wrong`: neither right nor with a doubt beside it; `unasked`: right, where a clerk would have asked."""

    stem: str
    counts: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def add(self, name: str, mistake: str = "") -> None:
        self.counts[name] += 1
        if mistake:
            self.mistakes.append(f"{name}: {mistake}")


@cache
def documents(folder: Path = FOLDER, stem: str = "*") -> list[tuple[str, str, bytes, Json]]:
    """Stem, file name, bytes and right reading of each; the module beside the reading draws it."""
    return once.made(f"drawn-{folder.name}-{stem}", lambda: list(_drawn(folder, stem)))


def _drawn(folder: Path, stem: str) -> Iterator[tuple[str, str, bytes, Json]]:
    for path in sorted(folder.glob(f"{stem}.toml")):
        spec = importlib.util.spec_from_file_location(f"drawn_{path.stem}", path.with_suffix(".py"))
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield path.stem, module.NAME, module.build(), tomllib.loads(path.read_text(encoding="utf-8"))


def scored(folder: Path = FOLDER, words: str = "") -> list[Score]:
    return [
        score(stem, right, as_record(draft_of(data, name)))
        for stem, name, data, right in documents(folder)
        if words in f"{stem} {name}"
    ]


def score(stem: str, right: Json, draft: Json) -> Score:
    """`right` is the TOML beside a document, `draft` what `import --json` prints."""
    result = Score(stem)
    for head in ("number", "title"):
        if right.get(head) and not is_same_text(right[head], draft.get(head) or ""):
            result.add("heads_wrong", f"{head} {draft.get(head)!r}, printed {right[head]!r}")
    pairs, extra = matched(right["indicators"], flat(draft))
    for wanted, drafted in pairs:
        result.add("indicators")
        place = f"{wanted['area']} / {wanted['item']} / {wanted['text'][:24]}"
        if drafted is None:
            result.add("lost", place)
        elif drafted["is_in_place"]:
            result.add("found")
        else:
            result.add("misplaced", f"{place}: stands under {drafted['area']} / {drafted['item']}")
        _departments(result, wanted, drafted, place)
        _figures(result, wanted, drafted, place)
    for one in extra:
        result.add("extra", f"{one['area']} / {one['item']} / {one['text'][:40]}")
    return result


def flat(draft: Json) -> list[Json]:
    """The draft's indicators in order, each with the titles that it stands under."""
    return [
        {**one, "area": area["title"] or "", "item": item["title"] or ""}
        for area in draft["areas"]
        for item in area["items"]
        for one in item["indicators"]
    ]


def _departments(result: Score, wanted: Json, drafted: Json | None, place: str) -> None:
    for cell in ("lead", "responsible"):
        result.add("cells")
        if drafted is None:
            continue
        doubted = any(doubt["field"] == cell for doubt in drafted["doubts"])
        asked = cell in wanted.get("doubtful", ())
        if names(drafted, cell) == names(wanted, cell) or _is_same_crowd(wanted, drafted, cell):
            result.add("cells_right")
            if asked and not doubted:
                result.add("unasked", f"{place}: {cell}")
        elif asked and doubted:
            result.add("cells_right")
        else:
            name = "cells_doubted" if doubted else "cells_wrong"
            result.add(name, f"{place}: {cell} {drafted[cell]}, printed {wanted[cell]}")


def _is_same_crowd(wanted: Json, drafted: Json, cell: str) -> bool:
    """Where nobody can say who leads, the responsible ones are right with or without the likely lead among them."""
    if cell != "responsible" or "lead" not in wanted.get("doubtful", ()):
        return False
    return everybody(wanted) == everybody(drafted)


def _figures(result: Score, wanted: Json, drafted: Json | None, place: str) -> None:
    rest = [] if drafted is None else [one for one in drafted["requirements"] if one.get("value") not in (None, "")]
    doubted = drafted is not None and figure_doubted(drafted)
    asked = "figure" in wanted.get("doubtful", ())
    if asked and drafted is not None and not doubted:
        result.add("unasked", f"{place}: figure")
    missed = []
    for figure in wanted.get("figures", ()):
        result.add("figures")
        one = next((one for one in rest if is_same_figure(figure, one)), None)
        if one is not None:
            rest.remove(one)
            result.add("figures_right")
        elif asked and doubted:
            result.add("figures_right")
        else:
            missed.append(figure)
    for figure in missed:
        if drafted is not None:
            result.add("figures_doubted" if doubted else "figures_missed", f"{place}: {figure}")
    for one in rest:
        if not _is_let_be(one, wanted) and not one.get("doubt") and not doubted:
            shown = [one.get("name"), one.get("op"), one.get("value"), one.get("unit")]
            result.add("figures_wrong", f"{place}: {shown}")


def _is_let_be(one: Json, wanted: Json) -> bool:
    """What may be read as a figure and need not be; a yes, a day or a grade is none."""
    if one.get("op") != "rank" and not is_number(str(one["value"])):
        return True
    return any(is_same_figure(figure, one) for figure in wanted.get("allowed", ()))


def table(scores: Sequence[Score]) -> str:
    """A line a document, and the shares of all."""
    total: Counter[str] = sum((one.counts for one in scores), Counter())
    shares = (("found", "indicators"), ("cells_right", "cells"), ("figures_right", "figures"))
    return "\n".join(
        [
            " ".join(("document".ljust(24), *COLUMNS)),
            *(_line(one.stem, one.counts) for one in scores),
            _line("total", total),
            *(
                f"{part}: {total[part]} of {total[whole]}, {100 * total[part] / max(1, total[whole]):.2f} %"
                for part, whole in shares
            ),
            f"wrong in silence: {total['cells_wrong']} departments, {total['figures_wrong']} figures",
        ]
    )


def _line(name: str, counts: Counter[str]) -> str:
    return " ".join((name.ljust(24), *(str(counts[column]).rjust(len(column)) for column in COLUMNS)))

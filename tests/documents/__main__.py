"""The examination on the terminal."""

import argparse
import importlib
from collections import Counter
from pathlib import Path

from tests.documents.scoring import COLUMNS, FOLDER, DraftOf, scored


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.documents")
    parser.add_argument("words", nargs="?", default="", help="words of a file's name: shows its mistakes")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--mistakes", action="store_true", help="of every document")
    asked = parser.parse_args()
    scores = scored(_reader(), asked.folder, asked.words)
    print("document".ljust(24), *(name.rjust(len(name)) for name in COLUMNS))
    for one in scores:
        print(one.stem.ljust(24), *_numbers(one.counts))
        for mistake in one.mistakes if asked.words or asked.mistakes else ():
            print("   ", mistake)
    total: Counter[str] = sum((one.counts for one in scores), Counter())
    print("total".ljust(24), *_numbers(total))
    for part, whole in (("found", "indicators"), ("cells_right", "cells"), ("figures_right", "figures")):
        print(f"{part}: {total[part]} of {total[whole]}, {100 * total[part] / max(1, total[whole]):.2f} %")
    print(f"wrong in silence: {total['cells_wrong']} departments, {total['figures_wrong']} figures")


def _reader() -> DraftOf:
    """Imported late: the documents and the score stand without it."""
    draft: DraftOf = importlib.import_module("catalogue.reading.drafting").draft_json
    return draft


def _numbers(counts: Counter[str]) -> list[str]:
    return [str(counts[name]).rjust(len(name)) for name in COLUMNS]


if __name__ == "__main__":
    main()

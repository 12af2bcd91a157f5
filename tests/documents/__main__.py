"""The examination on the terminal."""

import argparse
from pathlib import Path

from tests.documents.scoring import FOLDER, scored, table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.documents")
    parser.add_argument("words", nargs="?", default="", help="words of a file's name: shows its mistakes")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--mistakes", action="store_true", help="of every document")
    asked = parser.parse_args()
    scores = scored(asked.folder, asked.words)
    print(table(scores))
    for one in scores:
        for mistake in one.mistakes if asked.words or asked.mistakes else ():
            print(f"{one.stem}: {mistake}")


if __name__ == "__main__":
    main()

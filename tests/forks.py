"""Processes of their own that start in milliseconds: forked off a clean one that has everything loaded."""

import multiprocessing
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.reliability.mortal", "exports.board", "bot.__main__", "bot.stage"])
PATIENCE = 60  # seconds


def on_terminal(arguments: tuple[str, ...], env: dict[str, str]) -> tuple[int, str, str]:
    """`python -m bot …` as a terminal has it: exit code, stdout, stderr."""
    with TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        process = FORKS.Process(target=_main, args=(arguments, env, out, err))
        process.start()
        process.join(PATIENCE)
        code = process.exitcode
        assert code is not None, "it does not end"
        process.close()
        return code, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")


def _main(arguments: tuple[str, ...], env: dict[str, str], out: Path, err: Path) -> None:
    os.environ.clear()
    os.environ.update(env)
    sys.stdout, sys.stderr = out.open("w", encoding="utf-8"), err.open("w", encoding="utf-8")
    sys.argv = ["bot", *arguments]
    from bot.__main__ import main

    try:
        code = main()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    sys.exit(code)

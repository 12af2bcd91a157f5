"""Prints the figures beside their limits and beside the peer's; ends with 1 where a limit is passed."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

# name → (what, unit, limit)
LIMITS = {
    "start": ("start with 100,000 tasks", "s", 1.0),
    "tick": ("tick with nothing due", "ms", 5.0),
    "board": ("board: all that /status says", "ms", 200.0),
    "picture": ("picture of the board", "ms", 1000.0),
    "memory": ("memory without the sandbox", "MB", 120.0),
    "drawing": ("memory while a picture is drawn", "MB", 200.0),
}


def run(module: str, *args: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", module, *args], check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crowd.db"
        run("tests.bench.crowd", str(path))  # in a process of its own: what it takes is not the desk's
        ours = run("tests.bench.desk", str(path))
    peer = run("tests.bench.peer")
    print(f"{'':32}{'Duban':>12}{'limit':>12}{'one job a reminder':>22}")
    for name, (what, unit, limit) in LIMITS.items():
        other = f"{peer[name]:.2f} {unit}" if name in peer else "-"
        print(f"{what:32}{ours[name]:>9.2f} {unit:2}{limit:>9.0f} {unit:2}{other:>22}")
    over = [name for name, (_, _, limit) in LIMITS.items() if ours[name] > limit]
    if over:
        print(f"over the limit: {', '.join(over)}")
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())

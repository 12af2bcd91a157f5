"""What is said of a file whose reading came to no end, and of a sheet that cannot be taken over."""

from collections.abc import Sequence

from catalogue.reading.cells import Broken

MOST = 12  # cells that are named


def slow(name: str, seconds: int) -> str:
    return f"「{name}」读了 {seconds} 秒还没有读完。请只留下通知和表格，另存后再发。"


def heavy(name: str) -> str:
    return f"「{name}」内容过多，读不了。请只留下通知和表格，另存后再发。"


def stopped(name: str) -> str:
    return f"「{name}」没有读完。请用 Word、Excel 或 WPS 另存为 .docx 或 .xlsx 后再发。"


def nothing(name: str) -> str:
    return f"「{name}」里没有找到指标。请发带有指标表或任务清单的通知。"


def foreign(name: str) -> str:
    return f"「{name}」不是现在核对的这份通知的表。请点“查看读取结果”重新取表，改好后再发。"


def older(name: str, rev: int, now: int) -> str:
    return f"「{name}」是第 {rev} 版，现在已是第 {now} 版。请点“查看读取结果”重新取表，改好后再发。"


def same(name: str) -> str:
    return f"「{name}」和发出的表一样，没有改动。"


def spoilt(name: str, broken: Sequence[Broken]) -> str:
    """Each cell by sheet and place."""
    lines = [f"{one.place} {one.why}".strip() for one in broken[:MOST]]
    more = [f"另有 {len(broken) - MOST} 处"] if len(broken) > MOST else []
    return "\n".join([f"「{name}」有 {len(broken)} 处读不懂，没有采用。请改好后再发：", *lines, *more])

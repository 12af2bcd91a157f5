"""The machine: Python, packages, the typeface, room on the disk, the clock."""

import re
import shutil
import sys
import tomllib
from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version

from bot.doctor.finding import Finding, Patient
from bot.settings import HOME
from exports import font

NEEDED = (3, 11)
ROOM = 500 << 20  # bytes; a backup needs room for a copy of the records
EARLIEST = 2026
TOLERANCE = timedelta(minutes=1)
SAMPLE = "督办周报签收填报佐证示范法院"


def python(patient: Patient) -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info >= NEEDED:
        return Finding("python", True, f"Python {found}", f"Python {found}")
    return Finding(
        "python", False, f"Python {found} 太旧，请装 3.11 以上", f"Python {found} is too old: install 3.11 or newer"
    )


def packages(patient: Patient) -> Finding:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[\[<>=]", line)[0] for line in project["dependencies"]]
    missing = [name for name in names if not _is_there(name)]
    if not missing:
        return Finding("packages", True, f"软件包齐全（{len(names)}）", f"all {len(names)} packages are there")
    text = ", ".join(missing)
    return Finding("packages", False, f"缺软件包 {text}，请运行 make run", f"missing packages {text}: run make run")


def _is_there(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def typeface(patient: Patient) -> Finding:
    try:
        font.require()
    except font.MissingFont as error:
        name = error.path.name
        return Finding(
            "typeface", False, f"字体 {name} 缺失，请重新安装程序", f"typeface {name} is missing: install anew"
        )
    return Finding("typeface", True, "字体可用", "the typeface is there")


def glyphs(patient: Patient) -> Finding | None:
    """In what the office calls itself, too."""
    try:
        papers = patient.settings.papers
        absent = font.missing(SAMPLE + patient.settings.campaign + papers.court + papers.issuer)
    except font.MissingFont:
        return None
    if not absent:
        return Finding("glyphs", True, "所用汉字，字体里都有", "Chinese can be drawn")
    text = "".join(sorted(absent))
    return Finding(
        "glyphs",
        False,
        f"字体里没有 {text}，图上会显示为〓，请改设置",
        f"the typeface lacks {text}: write it differently",
    )


def disk(patient: Patient) -> Finding:
    folder = patient.folder
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    used = patient.file.stat().st_size if patient.file else 0
    text = f"{free / 1e9:.1f} GB"
    if free >= ROOM + 2 * used:
        return Finding("disk", True, f"磁盘剩余 {text}", f"{text} are free on the disk")
    return Finding("disk", False, f"磁盘只剩 {text}，请清理", f"only {text} are free on the disk: make room")


def clock(patient: Patient) -> Finding:
    """What is on record cannot be of tomorrow; how far the clock is from Telegram's is seen online."""
    local = patient.settings.hours.local(patient.now)
    text = f"{local:%Y-%m-%d %H:%M}"
    last = patient.file.stat().st_mtime if patient.file else 0
    late = patient.now.timestamp() + TOLERANCE.total_seconds() < last
    if local.year >= EARLIEST and not late:
        return Finding("clock", True, f"本机时间 {text}", f"it is {text} here")
    return Finding("clock", False, f"本机时间 {text} 不对，请校时", f"it cannot be {text}: set the clock")

"""佐证材料 in words: a page an indicator, a page that leads to them, and what is not to hand by name."""

from collections.abc import Callable
from pathlib import PurePosixPath

from bot.translator import Translator
from bot.views import course, indicator, ledger, names
from bot.views.message import lines
from domain.dossier import Bundle, Cell, Enclosed, Link, Page, Section
from domain.facts import evidence, matters
from domain.filenames import filed

INDEX = "index.html"
State = Callable[[str], str]  # hash → kept, missing or altered, as it is on the disk


def words(facts: evidence.Evidence, t: Translator, state: State) -> Bundle:
    shelved = {file.sha256: state(file.sha256) for one in facts.dossiers for _, file in one.files() if file.sha256}
    pages = [_page(facts, one, shelved, t) for one in facts.dossiers]
    at = facts.at.astimezone(t.zone)
    return Bundle(
        pages=(_index(facts, shelved, t), *pages),
        enclosed=tuple(
            Enclosed(_path(one, file), file.sha256)
            for one in facts.dossiers
            for _, file in one.files()
            if _is_there(file, shelved)
        ),
        stamp=(at.year, at.month, at.day, at.hour, at.minute, at.second),
        manifest={
            "notice": facts.notice,
            "made_at": at.isoformat(timespec="seconds"),
            "trail": {"row": facts.trail[0], "hash": facts.trail[1]},
            "missing": [
                {
                    "indicator": one.view.code,
                    "receipt": number,
                    "name": file.name,
                    "reason": _state(file, shelved),
                    "sha256": file.sha256,
                }
                for one in facts.dossiers
                for number, file in one.files()
                if not _is_there(file, shelved)
            ],
        },
    )


def _state(file: matters.File, shelved: dict[str, str]) -> str:
    """kept; wanted or refused by Telegram; missing or altered on the disk."""
    return shelved[file.sha256] if file.state == "kept" else file.state


def _is_there(file: matters.File, shelved: dict[str, str]) -> bool:
    return _state(file, shelved) == "kept"


def _path(one: evidence.Dossier, file: matters.File) -> str:
    return f"proofs/{_folder(one)}/{filed(file.number, file.name)}"


def _folder(one: evidence.Dossier) -> str:
    """A code has figures and points; whatever else a notice may print is kept out of a path."""
    return "".join(sign if sign.isalnum() or sign in ".-" else "_" for sign in one.view.code).strip(".") or "_"


def _page_path(one: evidence.Dossier) -> str:
    return f"indicators/{_folder(one)}.html"


def _index(facts: evidence.Evidence, shelved: dict[str, str], t: Translator) -> Page:
    rows: list[tuple[Cell, ...]] = []
    for one in facts.dossiers:
        states = [_is_there(file, shelved) for _, file in one.files()]
        verdict = names.verdict(t, one.view.verdict)
        name = Link(one.view.code, _page_path(one))
        rows.append((name, one.view.title, one.view.lead, verdict, str(sum(states)), str(states.count(False))))
    lacking: list[tuple[Cell, ...]] = [
        (one.view.code, number or "—", file.name, reasons(t)[_state(file, shelved)], file.sha256 or "—")
        for one in facts.dossiers
        for number, file in one.files()
        if not _is_there(file, shelved)
    ]
    head = (t("code"), t("indicator"), t("lead department"), t("result"), t("files"), t("not to hand"))
    return Page(
        INDEX,
        t("{campaign}: proof", campaign=facts.campaign),
        ((t("basis"), names.joined(t, facts.notice, facts.title)), (t("as of"), t.instant(facts.at))),
        (
            Section(t("indicators"), head, tuple(rows)),
            Section(
                t("not to hand"),
                (t("code"), t("receipt number"), t("file"), t("reason"), "SHA-256"),
                tuple(lacking),
                t("Nothing is missing."),
            ),
        ),
        _footer(facts, t),
    )


def reasons(t: Translator) -> dict[str, str]:
    return {
        "wanted": t("not fetched yet"),
        "refused": t("could not be fetched"),
        "missing": t("missing: it is not where it was kept"),
        "altered": t("is not what was kept: its hash differs"),
    }


def _footer(facts: evidence.Evidence, t: Translator) -> str:
    return t("Trail: row {n}, hash {hash}. Hashes of all files: manifest.json", n=facts.trail[0], hash=facts.trail[1])


def _page(facts: evidence.Evidence, one: evidence.Dossier, shelved: dict[str, str], t: Translator) -> Page:
    view = one.view
    return Page(
        _page_path(one),
        f"{view.code} {view.title}",
        (
            (t("basis"), names.joined(t, facts.notice, ledger.area(view), view.item)),
            (t("as printed"), view.text or "—"),
            (t("lead department"), view.lead),
            (t("responsible departments"), t.items(list(view.responsible)) or "—"),
            (t("result"), names.verdict(t, view.verdict)),
            (t("as of"), t.instant(facts.at)),
        ),
        (
            Section(t("demands"), (t("demand"), t("value"), t("result")), tuple(_demands(one, t))),
            Section(t("what was filed"), _filed_head(t), tuple(_filed(one, t)), t("Nothing has been filed yet.")),
            Section(t("entries"), _entries_head(t), tuple(_entries(one, t)), t("There is no entry.")),
            Section(t("proof"), _files_head(t), tuple(_files(one, shelved, t)), t("There is no file.")),
            Section(t("course"), (t("matter"), t("time and course")), tuple(_courses(one, t)), t("Nothing yet.")),
        ),
        _footer(facts, t),
    )


def _demands(one: evidence.Dossier, t: Translator) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for row in one.view.requirements:
        target = names.target(row.op, row.target, row.unit)
        rows.append((f"{row.name}{target}", indicator.value(row, t) or "—", names.verdict(t, row.verdict)))
    return rows


def _filed_head(t: Translator) -> tuple[str, ...]:
    return (t("period"), t("department"), t("receipt"), t("what was filed"), t("in time"), t("review"))


def _filed(one: evidence.Dossier, t: Translator) -> list[tuple[Cell, ...]]:
    return [
        (
            names.full_period(t, matter.line.period),
            matter.unit,
            lines(
                t("{number}, version {version}", number=version.number, version=version.version),
                names.joined(t, t.instant(version.at), version.by or None),
                ledger.correction(version, t),
            ),
            ledger.figures(version.form, t),
            t("on time") if version.on_time else t("late"),
            ledger.review(version, t) or "—",
        )
        for matter in one.matters
        for version in matter.versions
    ]


def _entries_head(t: Translator) -> tuple[str, ...]:
    return (t("day"), t("title"), t("department"), t("address"))


def _entries(one: evidence.Dossier, t: Translator) -> list[tuple[Cell, ...]]:
    return [
        (t.full_day(entry.on), entry.title, entry.unit, Link(entry.link, entry.link) if _is_web(entry.link) else "—")
        for entry in one.entries
    ]


def _is_web(address: str) -> bool:
    return address.startswith(("https://", "http://"))


def _files_head(t: Translator) -> tuple[str, ...]:
    return (t("file"), t("of"), t("received"), "SHA-256")


def _files(one: evidence.Dossier, shelved: dict[str, str], t: Translator) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for number, file in one.files():
        there = _is_there(file, shelved)
        name: Cell = Link(file.name, str(PurePosixPath("..") / _path(one, file))) if there else file.name
        last = lines(None if there else reasons(t)[_state(file, shelved)], file.sha256)
        rows.append((name, number or "—", t.instant(file.at), last))
    return rows


def _courses(one: evidence.Dossier, t: Translator) -> list[tuple[Cell, ...]]:
    """Who was told, who answered, who looked at it, in the words of its history."""
    return [
        (
            names.joined(t, history.unit, names.matter(t, history.line.title, history.line.period)),
            lines(*(f"{t.instant(event.at)} {course.line(event, t)}" for event in history.events)),
        )
        for history in one.courses
    ]

"""What is answered in words: the explanation that an order demands, what has been done on a remark. With or without
files."""

from collections.abc import Mapping

from db.queries import remarks, reports
from db.tables import Report, Task
from domain.facts import work
from domain.reader.asked import Doubt
from services import drafting
from services.office import Office
from services.said import Said

TEXT = "text"
LEAST, MOST = 4, 1000  # signs


def form(office: Office, task: Task, report: Report | None) -> work.Words:
    known = reports.readings(office.session, report.id) if report else {}
    files = reports.proofs(office.session, report.id) if report else []
    remark = remarks.of_task(office.session, task.id)
    return work.Words(
        asked=remark.text if remark else "",
        text=(known[TEXT].text or "") if TEXT in known else "",
        files=sum(1 for file in files if file.state != "refused"),
        refused_files=sum(1 for file in files if file.state == "refused"),
    )


def outline(office: Office, task: Task) -> work.Words:
    return work.Words()


def take(office: Office, task: Task, report: Report, text: str) -> Doubt | None:
    """Word for word: what is written next replaces what was written before."""
    said = text.strip()
    if len(said) < LEAST:
        return Doubt("words-missing")
    if len(said) > MOST:
        return Doubt("words-long")
    drafting.put(office, report, TEXT, text=said)
    report.asking = None
    return None


def choose(office: Office, task: Task, choice: str) -> str | None:
    return "card-changed"


def look(office: Office, report: Report) -> None:
    """What is asked next."""
    report.asking = None if TEXT in reports.readings(office.session, report.id) else TEXT


def ready(office: Office, report: Report) -> bool:
    return TEXT in reports.readings(office.session, report.id)


def filed(office: Office, task: Task, report: Report) -> bool:
    return True


def stands(office: Office, task: Task) -> bool:
    return bool(reports.filed(office.session, task.id))


def wants_proof(office: Office, task: Task, known: Mapping[str, Said]) -> bool:
    return False

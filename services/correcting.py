"""A sheet that was corrected by hand and sent back: compared with what was sent out, and taken over when confirmed."""

from dataclasses import astuple
from typing import Any

from catalogue.reading.put_right import put_right
from catalogue.reading.refusals import foreign, older, same, spoilt
from catalogue.reading.settling import settled
from catalogue.reading.storing import stored
from db.queries import documents
from db.tables import Document
from services import auditing, proofreading
from services.office import Office


def compare(office: Office, row: Document, returned: dict[str, Any]) -> str:
    """Puts down what is changed; why it cannot be taken over, in Chinese, or nothing."""
    mark = returned["mark"]
    target = documents.get(office.session, mark["document"])
    if target is None or target.state != "read" or not (target.hash or "").startswith(mark["hash"]):
        return foreign(row.name)
    row.corrects, row.rev = target.id, mark["rev"]
    if target.rev != mark["rev"]:
        return older(row.name, mark["rev"], target.rev)
    draft = settled(proofreading.draft(office, target), proofreading.answers(target))
    cells = {title: {(r, c): text for r, c, text in sheet} for title, sheet in returned["cells"].items()}
    found = put_right(draft, cells)
    if found.broken:
        return spoilt(row.name, found.broken)
    if not found.changes:
        return same(row.name)
    row.reading = {"draft": stored(found.draft), "changes": [astuple(change) for change in found.changes]}
    return ""


def take_over(office: Office, row: Document) -> Document | None:
    """The document that it corrects, as it is now; None where that has moved on."""
    target = documents.get(office.session, row.corrects) if row.corrects else None
    if target is None or row.state != "read" or target.state != "read" or target.rev != row.rev:
        return None
    assert row.reading is not None
    proofreading.replace_draft(office, target, row.reading["draft"])
    row.state = "dropped"
    auditing.record(office, "correct document", f"document/{target.id}", by=row.id, cells=len(row.reading["changes"]))
    return target


def drop(office: Office, row: Document) -> Document | None:
    """The corrections are not wanted; the document that they were of."""
    row.state = "dropped"
    auditing.record(office, "drop document", f"document/{row.id}")
    return documents.get(office.session, row.corrects) if row.corrects else None

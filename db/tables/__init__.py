"""All tables, in the order in which a reader meets them."""

import db.tables.column  # noqa: F401 - how constraints are called, before the first table is made
from db.tables.audit import Audit
from db.tables.calendar import Day
from db.tables.documents import Document
from db.tables.loop import Consent, Doer, Hold, Order, Remark, Request, Review, Urge
from db.tables.notice import Benchmark, Doubt, Indicator, Notice, Pacing, Requirement
from db.tables.people import Charge, Invite, Member, Person, Post, Room, Tenure, Unit
from db.tables.saying import Inbox, Outbox, Tiding, Written
from db.tables.watch import Watch
from db.tables.work import Assignment, Counts, Digest, Entry, Note, Proof, Reading, Receipt, Reminder, Report, Task

__all__ = [
    "Assignment",
    "Audit",
    "Benchmark",
    "Charge",
    "Consent",
    "Counts",
    "Day",
    "Digest",
    "Document",
    "Doer",
    "Doubt",
    "Entry",
    "Hold",
    "Inbox",
    "Indicator",
    "Invite",
    "Member",
    "Note",
    "Notice",
    "Order",
    "Outbox",
    "Pacing",
    "Person",
    "Post",
    "Proof",
    "Reading",
    "Receipt",
    "Remark",
    "Reminder",
    "Report",
    "Request",
    "Requirement",
    "Review",
    "Room",
    "Task",
    "Tenure",
    "Tiding",
    "Unit",
    "Urge",
    "Watch",
    "Written",
]

"""The table of all that can be said: kind → what gathers its facts. None means there is nothing left to say."""

import dataclasses
from collections.abc import Callable
from typing import Any

from db.queries import outbox, people, reports, requests, tasks
from db.tables import Outbox, Task
from domain.facts import people as who
from domain.facts import work
from domain.facts.drill import Gone
from domain.facts.guarded import Guarded
from domain.facts.personal import LISTS, Explained
from domain.facts.pictures import UnitYear
from domain.facts.sentence import Sentence
from services import (
    answered,
    areas,
    benchmarking,
    cards,
    charging,
    checking,
    closing,
    consenting,
    counting,
    curves,
    deciding,
    departments,
    disputing,
    documents,
    doubted,
    doubts,
    drilling,
    echoing,
    exporting,
    fairness,
    gathered,
    grouping,
    history,
    inviting,
    issues,
    joining,
    judging,
    listing,
    omitting,
    order_lists,
    orders,
    overview,
    pacing,
    peopling,
    placing,
    previewing,
    publishing,
    reds,
    register_pages,
    remarks,
    requesting,
    rounds,
    sheets,
    showing,
    sifting,
    staffing,
    unsure,
    urging,
    watching,
    wishes,
    withdrawing,
    years,
)
from services.cards import Gather
from services.office import Office


def _task(office: Office, args: dict[str, Any], row: Outbox) -> work.Task | None:
    found = tasks.get(office.session, args["task"])
    if found is None or not peopling.may_see(office, row.chat_id, found):
        return None
    return dataclasses.replace(showing.task(office, found), taken=echoing.facts_of(office, args))


def _sheet(office: Office, args: dict[str, Any], row: Outbox) -> work.Sheet | None:
    found = tasks.get(office.session, args["sheet"])
    return sheets.sheet(office, found) if found and peopling.may_see(office, row.chat_id, found) else None


def _receipt(office: Office, args: dict[str, Any], row: Outbox) -> work.Filed | None:
    report = reports.get(office.session, args["report"])
    task = tasks.get(office.session, report.task_id) if report else None
    if report is None or task is None or not peopling.may_see(office, row.chat_id, task):
        return None
    versions = reports.filed(office.session, task.id)
    mine = task.unit_id in peopling.units_answered(office, row.chat_id)
    return work.Filed(showing.task(office, task, report), showing.receipt(office, task, report, versions), mine)


def _withdrawal(office: Office, args: dict[str, Any], row: Outbox) -> work.Withdrawal | None:
    report = reports.get(office.session, args["report"])
    task = tasks.get(office.session, report.task_id) if report else None
    if report is None or task is None or not peopling.may_see(office, row.chat_id, task):
        return None
    return withdrawing.facts_of(office, report, task)


def _also(office: Office, args: dict[str, Any], row: Outbox) -> work.Also | None:
    report = reports.get(office.session, args["report"])
    task = tasks.get(office.session, report.task_id) if report else None
    if report is None or task is None or not peopling.may_see(office, row.chat_id, task):
        return None
    return counting.facts_of(office, report)


def _problem(office: Office, args: dict[str, Any], row: Outbox) -> work.Problem | None:
    task = _task(office, args, row)
    return doubted.facts_of(office, task, args) if task else None


def _reopen(office: Office, args: dict[str, Any], row: Outbox) -> work.Reopening | None:
    task = _task(office, args, row)
    request = requests.get(office.session, args.get("request") or 0)
    title = peopling.title(office, people.get(office.session, args["person"]))
    if task is None:
        return None
    return work.Reopening(title, task, request.id, request.state) if request else work.Reopening(title, task)


def _kept(office: Office, args: dict[str, Any], row: Outbox) -> work.Kept | None:
    note = reports.note(office.session, args["note"])
    if note is None or note.task_id is not None:
        return None
    found = [tasks.get(office.session, task_id) for task_id in args["tasks"]]
    return work.Kept(note.id, tuple(showing.task(office, task) for task in found if task))


def _explained(office: Office, args: dict[str, Any], row: Outbox) -> Explained | None:
    """The list as it stands now: a press on it may have made something else of the message."""
    found = outbox.get(office.session, args["list"])
    if found.chat_id != row.chat_id:
        return None
    is_list = found.kind in LISTS
    return Explained(found.kind, FACTS[found.kind](office, found.args, found) if is_list else None)


def _recording(office: Office, args: dict[str, Any], row: Outbox) -> work.Recording:
    found = [task for task_id in args["tasks"] if (task := tasks.get(office.session, task_id))]
    shown = [task for task in found if peopling.may_see(office, row.chat_id, task)]
    return work.Recording(sheets.lines(office, shown), args.get("large", False))


def _status(office: Office, args: dict[str, Any], row: Outbox) -> Any:
    person, public = peopling.reader(office, row.chat_id), row.chat_id < 0
    if not public and not peopling.sees_all(office, row.chat_id):
        return None
    judged = judging.all_of_them(office)
    personal = peopling.directs(office, row.chat_id)
    found = overview.status(office, judged, personal, public, person.id if person else None)
    if public:  # the group sees no more than it may
        return found
    return dataclasses.replace(
        found,
        filters=sifting.filters(office, judged),
        words=bool(args.get("words")),
        exports=exporting.shelf(office, args, row) is not None,
    )


def _of_unit(gather: Callable[[Office, dict[str, Any]], Any]) -> Gather:
    """Of a department: for whoever oversees, and for whoever answers for it."""

    def gathered(office: Office, args: dict[str, Any], row: Outbox) -> Any:
        units = peopling.units_seen(office, row.chat_id)
        return gather(office, args) if units is None or args["unit"] in units else None

    return gathered


def _of_all(gather: Callable[[Office, dict[str, Any]], Any]) -> Gather:
    """For whoever oversees."""

    def gathered(office: Office, args: dict[str, Any], row: Outbox) -> Any:
        return gather(office, args) if peopling.sees_all(office, row.chat_id) else None

    return gathered


def _indicator(office: Office, args: dict[str, Any], row: Outbox) -> Any:
    units, in_office = peopling.units_seen(office, row.chat_id), peopling.in_office(office, row.chat_id)
    return drilling.indicator(office, args["code"], units, may_enter=in_office) or Gone("indicator", args["code"])


def _periods(office: Office, args: dict[str, Any], row: Outbox) -> Any:
    return sifting.periods(office, args["code"], peopling.units_seen(office, row.chat_id), args["page"])


def _report(office: Office, args: dict[str, Any], row: Outbox) -> Any:
    task = _task_seen(office, args, row)
    return answered.of(office, task, args["page"]) if task else None


def _task_seen(office: Office, args: dict[str, Any], row: Outbox) -> Task | None:
    """Where the reader may look into it."""
    task = tasks.get(office.session, args["task"])
    return task if task and answered.is_open_to(office, row.chat_id, task) else None


def _proof(office: Office, args: dict[str, Any], row: Outbox) -> Any:
    return answered.file(office, row.chat_id, args["proof"])


def _history(office: Office, args: dict[str, Any], row: Outbox) -> Any:
    task = _task_seen(office, args, row)
    if task is None:
        return None
    may_urge = urging.is_offered(office, row.chat_id, task)
    return dataclasses.replace(history.of(office, task, args.get("page", 1)), may_urge=may_urge)


def _year(office: Office, args: dict[str, Any], row: Outbox) -> UnitYear | None:
    units = peopling.units_seen(office, row.chat_id)
    return years.of(office, args["unit"], args["year"]) if units is None or args["unit"] in units else None


FACTS: dict[str, Gather] = {
    # people
    "stranger": lambda office, args, row: who.Stranger(),
    "leave": lambda office, args, row: who.Leaving(),
    "sentence": lambda office, args, row: Sentence(args["code"], {k: v for k, v in args.items() if k != "code"}),
    "guarded": lambda office, args, row: Guarded(tuple(args["kinds"]), args["whole"]),
    "menu": peopling.menu,
    "help": peopling.help_for,
    "language": lambda office, args, row: who.Languages(),
    "welcome": peopling.welcome,
    "giving": lambda office, args, row: peopling.giving(office),
    "claim": peopling.claim,
    "consent": consenting.shown,
    "invitation": peopling.invitation,
    "roster": staffing.roster,
    "gap": staffing.gap,
    "unit-posts": peopling.unit_posts,
    "charges": charging.charges,
    "charge": charging.charge,
    "invitations": inviting.page,
    "groups": grouping.all_groups,
    "group": grouping.group,
    "members": grouping.members,
    "convenors": grouping.convenors,
    "room-offer": peopling.room_offer,
    "unreachable": peopling.unreachable,
    "objection": peopling.objection,
    "uncertain": unsure.one,
    "unsure": unsure.line,
    "unsettled": unsure.page,
    "did-not-run": watching.facts,
    # the notice
    "doubt": doubts.question,
    "doubt-change": doubts.change,
    "doubts-settled": doubts.settled,
    "doubt-helpers": doubts.helpers,
    "doubts-asked": doubts.asked,
    "moved": doubts.moved,
    "document": documents.card,
    "paper-change": documents.release,
    "correction": documents.correction,
    "paper-doubt": documents.question,
    "paper-copy": documents.copy,
    "paper-seats": documents.seats,
    "paper-roll": documents.roll,
    "paper-which": documents.which,
    "amended": publishing.amended,
    "paces": pacing.listed,
    "pace": pacing.card,
    # work
    "card": lambda office, args, row: cards.card(office, row, FACTS),
    "task": _task,
    "sheet": _sheet,
    "receipt": _receipt,
    "withdrawal": _withdrawal,
    "also": _also,
    "queue": checking.queue,
    "check": checking.check,
    "joint": joining.shown,
    "part": joining.part,
    "parts-in": gathered.shown,
    "dispute": disputing.shown,
    "closing": closing.shown,
    "round": rounds.shown,
    "request": requesting.question,
    "requested": requesting.done,
    "orders-waiting": order_lists.waiting_list,
    "proposal": orders.proposal,
    "order-closing": orders.closing,
    "order": orders.order,
    "decisions": deciding.listed,
    "decision": deciding.shown,
    "outdated": _task,
    "problem": _problem,
    "wish": wishes.answered,
    "wished": wishes.told,
    "reopen": _reopen,
    "kept": _kept,
    "explained": _explained,
    "file-which": placing.question,
    "file-kept": placing.placed,
    "recording": _recording,
    "registers": register_pages.listed,
    "register": register_pages.page,
    "entry": register_pages.entry,
    "entry-draft": register_pages.draft,
    "entry-links": register_pages.links,
    "entry-removal": register_pages.removal,
    "urge-answered": _task,
    "remark": remarks.remark,
    "remarks": remarks.waiting,
    "remarks-waiting": remarks.on_card,
    "remark-draft": remarks.draft,
    "held": listing.held,
    "given": listing.given,
    # the whole
    "status": _status,
    "units": _of_all(lambda office, args: departments.listed(office, args.get("page", 1))),
    "unit": _of_unit(lambda office, args: departments.one(office, args["unit"], args.get("page", 1))),
    "indicators": _of_unit(lambda office, args: departments.indicators(office, args["unit"], args["page"])),
    "areas": _of_all(lambda office, args: areas.listed(office, args.get("page", 1))),
    "area": _of_all(lambda office, args: areas.one(office, args["area"], args.get("page", 1))),
    "indicator": _indicator,
    "periods": _periods,
    "matters": _of_unit(lambda office, args: sifting.listed(office, args["which"], args["unit"], args["page"])),
    "reds": _of_unit(lambda office, args: reds.listed(office, args["unit"], args["area"], args["page"])),
    "report": _report,
    "proof": _proof,
    "proof-gone": answered.missing,
    "orders": order_lists.listed,
    "order-units": _of_all(lambda office, args: order_lists.by_unit(office)),
    "history": _history,
    "month": fairness.figures,
    "month-over": fairness.figures,
    "benchmark": benchmarking.facts_of,
    "exports": exporting.shelf,
    "export": exporting.export,
    "export-making": exporting.making,
    "curve": lambda office, args, row: curves.of(office, args["code"]),
    "year": _year,
    "digest": issues.issue,
    "digest-ready": issues.ready,
    "digest-draft": previewing.draft,
    "digest-rows": omitting.page,
    "digest-held": previewing.held,
}

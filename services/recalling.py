"""What was asked for is taken back by whoever asked: 延期 and 转办 until somebody decides, 请假 as long as it lasts."""

from datetime import time

from db.queries import requests, tasks
from db.tables import Request
from services import auditing, lapsing, reminding, requesting, standing_in
from services.office import Office
from services.requesting import Shown

DECIDED = ("extension", "passing")


def last(office: Office, person_id: int) -> Request | None:
    """What this person asked for today, the newest."""
    start = office.rules.hours.at(office.today, time.min)
    found = requests.asked_by(office.session, person_id, (*DECIDED, standing_in.KIND), start)
    return next(iter(found), None)


def is_mine(office: Office, request: Request) -> bool:
    return request.by == office.person_id and request.state in requests.WAITING


def take_back(office: Office, request: Request) -> Shown:
    if request.state == "draft":
        return requesting.drop(office, request)
    if request.kind == standing_in.KIND:
        standing_in.end(office, request)
        return "requested", {"request": request.id}
    task = tasks.get(office.session, request.task_id or 0)
    assert task is not None
    request.state, request.decided_by, request.decided_at = "dropped", request.by, office.now
    auditing.record(office, "take back request", f"task/{task.id}", request=request.id)
    lapsing.show(office, request)
    reminding.refresh(office, task)
    return "requested", {"request": request.id}

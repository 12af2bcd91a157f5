"""Acts on the draft of a weekly report that need words: 加批注, 不列."""

from collections.abc import Callable
from dataclasses import dataclass

from db.queries import digests
from db.tables import Digest, Post, Request
from domain.facts import checks as facts
from services import omitting, peopling, previewing
from services.office import Office
from services.requests import reasons

Act = Callable[[Office, Request, Digest, Post], bool]  # by the director; False where it holds no more


@dataclass
class Drafted:
    """`subject` is the report, and behind a hyphen the row. `missing` is said where there are no words."""

    kind: str
    missing: str
    too_long: str
    most: int  # signs
    act: Act
    FIELDS: tuple[str, ...] = ("reason",)

    def choices(self, office: Office, request: Request, field: str, /) -> tuple[str, ...]:
        return ()

    def take(self, office: Office, request: Request, field: str, text: str, /) -> str | None:
        if len(" ".join(text.split())) > self.most:
            return self.too_long
        return reasons.take(request, text, self.missing)

    def complete(self, office: Office, request: Request, /) -> str | None:
        """Whoever directs no more by the time of the words changes nothing."""
        by, row = peopling.director_post(office, request.by), _report(office, request)
        if by is None:
            return "only-director"
        if problem := previewing.obstacle(row):
            return problem
        assert row is not None
        if not self.act(office, request, row, by):
            return "digest-row-gone"
        request.state, request.decided_by, request.decided_at = "granted", request.by, office.now
        return None

    def about(self, office: Office, request: Request, /) -> str:
        """The row, as far as it is one still."""
        row, task_id = _report(office, request), _task(request)
        found = omitting.rows(office, row) if row and task_id else []
        return next((f"{one.unit}：{one.title}" for one in found if one.task_id == task_id), "")

    def done(self, office: Office, request: Request, /) -> facts.Done:
        row = _report(office, request)
        assert row is not None
        about = self.about(office, request)
        return facts.Done(self.kind, request.state, None, request.reason, about=about, subject=str(row.id))


def _report(office: Office, request: Request) -> Digest | None:
    return digests.get(office.session, int(request.subject.partition("-")[0]))


def _task(request: Request) -> int:
    return int(request.subject.partition("-")[2] or 0)


def _note(office: Office, request: Request, row: Digest, by: Post) -> bool:
    previewing.note(office, row, request.reason)
    return True


def _leave_out(office: Office, request: Request, row: Digest, by: Post) -> bool:
    if not omitting.leave_out(office, row, by, _task(request), request.reason):
        return False
    previewing.changed(office, row)
    return True


DRAFTED = (
    Drafted("digest-note", "note-missing", "note-long", 80, _note),
    Drafted("digest-leave", "left-out-why", "reason-long", reasons.MOST, _leave_out),
)

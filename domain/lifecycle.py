"""A matter's life as one table: in which state what may happen, who may do it, what it becomes, who has the ball then.

An open state is work that the department still owes; in the others its answer stands. Whoever holds a matter is the one
it waits for: exactly one while something is to be done, nobody once nothing is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

# the contact's side includes deputy and head; the rule is the program itself
Part = Literal["contact", "responsible", "head", "reviewer", "office", "rule"]
Holder = Literal["contact", "responsible", "head", "reviewer", "office"]
Word = Literal["ask", "mend", "correct", "confirm", "review", "close", "decide"]


class Step(StrEnum):
    ASKED = "asked"
    GATHERING = "gathering"  # the responsible departments' parts are awaited
    CONFIRMING = "confirming"  # 部门负责人审签
    RETURNED = "returned"  # 退回待补正
    DISPUTED = "disputed"  # departments disagree: the office decides
    FILED = "filed"  # where nobody reviews
    REVIEWING = "reviewing"  # 待审核
    RECONFIRMING = "reconfirming"  # a correction is with the head, what it corrects stands
    REOPENED = "reopened"  # 准予更正: what is to be corrected stands
    ACCEPTED = "accepted"  # 审核通过, locked
    CLOSING = "closing"  # 申请销号
    STRUCK = "struck"  # 销号
    SETTLED = "settled"  # 阶段性办结: a standing demand never ends
    WITHDRAWN = "withdrawn"


class Event(StrEnum):
    GATHER = "gather"
    GATHERED = "gathered"
    SUBMIT = "submit"  # to the head
    FILE = "file"  # leaves the department, and nobody reviews it
    HAND_IN = "hand in"  # leaves the department for its reviewer
    CONFIRM = "confirm"
    CONFIRM_ON = "confirm on"  # and the reviewer has it
    REFUSE = "refuse"  # the head wants it otherwise
    AMEND = "amend"  # the answer was changed while the head had it
    ACCEPT = "accept"
    RETURN = "return"
    ADD = "add"  # one entry more than was asked for
    LACK = "lack"  # 撤回, or of what counted toward a number something counts no more
    DISPUTE = "dispute"
    DECIDE = "decide"
    REOPEN = "reopen"
    RELOCK = "relock"  # the correction does not come: what was accepted stands
    RESUME = "resume"  # the correction does not come: what is to be reviewed stands
    LEAVE = "leave"  # the correction does not come: what was filed stands
    ASK_CLOSING = "ask closing"
    STRIKE = "strike"
    SETTLE = "settle"
    KEEP_OPEN = "keep open"
    HAND_OVER = "hand over"  # 转办, once the other department has taken it
    WITHDRAW = "withdraw"
    RESTORE = "restore"


OPEN = frozenset({Step.ASKED, Step.GATHERING, Step.CONFIRMING, Step.RETURNED, Step.DISPUTED})
LOCKED = frozenset({Step.ACCEPTED, Step.CLOSING, Step.STRUCK, Step.SETTLED})
ENDED = frozenset({Step.FILED, Step.ACCEPTED, Step.STRUCK, Step.SETTLED, Step.WITHDRAWN})  # wait for nobody
AT_HEAD = frozenset({Step.CONFIRMING, Step.RECONFIRMING})
OWES = frozenset({Step.ASKED, Step.GATHERING, Step.RETURNED})  # an answer is the department's to give

HOLDER: dict[Step, Holder] = {
    Step.ASKED: "contact",
    Step.GATHERING: "responsible",
    Step.CONFIRMING: "head",
    Step.RECONFIRMING: "head",
    Step.RETURNED: "contact",
    Step.REOPENED: "contact",
    Step.DISPUTED: "office",
    Step.REVIEWING: "reviewer",
    Step.CLOSING: "reviewer",
}


# what the card of whoever holds it says: 填报, 补正, 更正, 审签, 审核, 核实销号, 协调
SAYS: dict[Step, Word] = {
    Step.ASKED: "ask",
    Step.GATHERING: "ask",
    Step.CONFIRMING: "confirm",
    Step.RECONFIRMING: "confirm",
    Step.RETURNED: "mend",
    Step.REOPENED: "correct",
    Step.DISPUTED: "decide",
    Step.REVIEWING: "review",
    Step.CLOSING: "close",
}


@dataclass(frozen=True)
class Move:
    """Where an event leads, and who may bring it about; with that, who holds the matter then and what is said."""

    to: Step
    who: frozenset[Part]

    @property
    def holder(self) -> Holder | None:
        return HOLDER.get(self.to)

    @property
    def says(self) -> Word | None:
        return SAYS.get(self.to)


def _moves(event: Event, *steps: tuple[Step, Step], by: str) -> dict[tuple[Step, Event], Move]:
    who = frozenset(by.split())
    return {(at, event): Move(to, who) for at, to in steps}  # type: ignore[arg-type]


S, E = Step, Event
_OWED = (S.ASKED, S.GATHERING, S.RETURNED)
_CORRECTABLE = (S.FILED, S.REVIEWING, S.REOPENED)
TABLE: dict[tuple[Step, Event], Move] = {
    # parts of other departments
    **_moves(E.GATHER, (S.ASKED, S.GATHERING), by="rule"),
    **_moves(E.GATHERED, (S.GATHERING, S.ASKED), by="rule"),
    **_moves(E.DISPUTE, *((at, S.DISPUTED) for at in (S.ASKED, S.GATHERING)), by="contact"),
    **_moves(E.DECIDE, (S.DISPUTED, S.ASKED), by="office"),
    # out of the department
    **_moves(E.SUBMIT, *((at, S.CONFIRMING) for at in _OWED), by="contact"),
    **_moves(E.SUBMIT, *((at, S.RECONFIRMING) for at in _CORRECTABLE), by="contact"),
    **_moves(E.FILE, *((at, S.FILED) for at in (*_OWED, *_CORRECTABLE)), by="contact rule"),
    **_moves(E.HAND_IN, *((at, S.REVIEWING) for at in (*_OWED, *_CORRECTABLE)), by="contact rule"),
    **_moves(E.CONFIRM, *((at, S.FILED) for at in (S.CONFIRMING, S.RECONFIRMING)), by="head"),
    **_moves(E.CONFIRM_ON, *((at, S.REVIEWING) for at in (S.CONFIRMING, S.RECONFIRMING)), by="head"),
    **_moves(E.REFUSE, (S.CONFIRMING, S.ASKED), (S.RECONFIRMING, S.REOPENED), by="head"),
    **_moves(E.AMEND, (S.CONFIRMING, S.ASKED), (S.RECONFIRMING, S.REOPENED), by="contact"),
    # review
    **_moves(E.ACCEPT, (S.REVIEWING, S.ACCEPTED), by="reviewer"),
    **_moves(E.RETURN, (S.REVIEWING, S.RETURNED), by="reviewer"),
    # what was said is taken back, or counts no more
    **_moves(
        E.LACK,
        *((at, S.ASKED) for at in (S.FILED, S.REVIEWING, S.ACCEPTED, S.REOPENED, S.RECONFIRMING)),
        by="rule",
    ),
    # an accepted version is touched only after it was opened again
    **_moves(E.REOPEN, *((at, S.REOPENED) for at in (S.FILED, S.REVIEWING, S.ACCEPTED, S.SETTLED)), by="office"),
    **_moves(E.RELOCK, *((at, S.ACCEPTED) for at in (S.REOPENED, S.RECONFIRMING)), by="contact office rule"),
    **_moves(E.ADD, (S.ACCEPTED, S.REVIEWING), by="contact rule"),
    **_moves(E.RESUME, *((at, S.REVIEWING) for at in (S.REOPENED, S.RECONFIRMING)), by="contact rule"),
    **_moves(E.LEAVE, *((at, S.FILED) for at in (S.REOPENED, S.RECONFIRMING)), by="contact rule"),
    # the end
    **_moves(E.ASK_CLOSING, (S.ACCEPTED, S.CLOSING), by="contact rule"),
    **_moves(E.STRIKE, (S.CLOSING, S.STRUCK), by="reviewer"),
    **_moves(E.SETTLE, (S.CLOSING, S.SETTLED), by="reviewer"),
    **_moves(E.KEEP_OPEN, (S.CLOSING, S.ACCEPTED), by="reviewer"),
    # another department has it, or nobody
    **_moves(E.HAND_OVER, *((at, S.ASKED) for at in _OWED), by="rule"),
    **_moves(E.WITHDRAW, *((at, S.WITHDRAWN) for at in sorted(OPEN)), by="rule office"),
    **_moves(E.RESTORE, (S.WITHDRAWN, S.ASKED), by="rule"),
}


def next_step(step: Step, event: Event, parts: Collection[Part]) -> Move | None:
    """None where that cannot happen in this state, or is not for somebody in these parts."""
    move = TABLE.get((step, event))
    return move if move and move.who & set(parts) else None


def state(step: Step) -> Literal["open", "filed", "withdrawn"]:
    """What a step comes to for whoever only asks whether it is done."""
    return "open" if step in OPEN else "withdrawn" if step is Step.WITHDRAWN else "filed"

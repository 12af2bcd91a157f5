"""What stands on the director's card of a working day by itself: remarks to be given out, a weekly report
that is held, the month that is over, what of the bot itself did not run."""

from datetime import datetime

from services import fairness, previewing, remarking, unsure, watching
from services.office import Office

DONE = "told the director"  # on which day


def run(office: Office, units: int) -> bool:
    if office.session.info.get(DONE) != office.today and office.next_hour() <= office.now:
        remarking.remind(office)
        previewing.remind(office)
        unsure.remind(office)
        fairness.tell(office)
        watching.tell(office)
        office.session.info[DONE] = office.today
    return False


def next_due(office: Office) -> datetime | None:
    found = [
        remarking.next_due(office),
        previewing.next_due(office),
        unsure.next_due(office),
        fairness.next_due(office),
    ]
    return min(instant for instant in found if instant)

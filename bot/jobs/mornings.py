"""What stands on the director's card of a working day by itself: remarks to be given out, the month that is over."""

from datetime import datetime

from services import fairness, remarking
from services.office import Office

DONE = "told the director"  # on which day


def run(office: Office, units: int) -> bool:
    if office.session.info.get(DONE) != office.today and office.next_hour() <= office.now:
        remarking.remind(office)
        fairness.tell(office)
        office.session.info[DONE] = office.today
    return False


def next_due(office: Office) -> datetime | None:
    return min(t for t in (remarking.next_due(office), fairness.next_due(office)) if t)

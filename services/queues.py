"""What waits for somebody's word, in short: on the card of the day, and in /tasks."""

from domain.facts import work
from services import checking, order_lists
from services.office import Office


def of(office: Office, person_id: int) -> tuple[work.Queue, ...]:
    return (*checking.queues(office, person_id), *order_lists.queues(office, person_id))

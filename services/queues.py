"""What waits for somebody's word, in short: on the card of the day, and in /tasks."""

from domain.facts import personal
from services import checking, deciding, order_lists
from services.office import Office


def of(office: Office, person_id: int) -> tuple[personal.Queue, ...]:
    looks, decisions = checking.queues(office, person_id), deciding.queues(office, person_id)
    return (*looks, *decisions, *order_lists.queues(office, person_id))

"""Messages that go on standing in a chat are shown anew where they would say what is true no more."""

from db.queries import outbox
from db.tables import Report, Task
from services import sheets
from services.office import Office
from services.saying import edit

NEWEST = 20  # messages that spoke of it


def show_again(office: Office, task: Task, report: Report) -> None:
    """No message goes on saying that it is filed."""
    sheet = [other.id for other in sheets.of(office, task)]
    for row in outbox.about(office.session, [report.id], task.id, sheet, NEWEST):
        edit(office, row)

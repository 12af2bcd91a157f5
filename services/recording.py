"""What somebody says into the telephone: nobody here can hear it. It is kept, and typing is asked for."""

from db.tables import Note, Task
from services import auditing, filing, locking, noting
from services.office import Office

NAMED = {"voice": "语音", "audio": "音频", "video": "视频", "video_note": "视频"}


def keep(office: Office, kind: str, seconds: int, file_id: str, message_id: int) -> Note:
    """As a note that says what came; by the file's number, which is on the trail, Telegram still has it."""
    note = noting.keep(office, f"［{NAMED[kind]} {seconds} 秒］", message_id)
    auditing.record(
        office, "keep recording", f"note/{noting.number(office, note)}", kind=kind, seconds=seconds, file=file_id
    )
    return note


def put(office: Office, note: Note, task: Task) -> str:
    """Beside the task that it would have answered; what is to be said of it."""
    note.task_id = task.id
    if locking.is_locked(office, task):
        filing.ask_to_reopen(office, task)
        return "locked"
    return "recording"

"""What somebody says into the telephone: nobody here can hear it. It is fetched and kept, and typing is asked for."""

from db.queries import reports
from db.tables import Note, Proof, Task
from services import auditing, filing, locking, noting, proving
from services.office import Office
from services.proving import File

NAMED = {"voice": "语音", "audio": "音频", "video": "视频", "video_note": "视频"}
SUFFIX = {"voice": "ogg", "audio": "mp3", "video": "mp4", "video_note": "mp4"}  # as Telegram makes them
COUNTS_ONLY = ("roll-call", "summary")  # what else is told there is for no eyes but the sender's


def called(kind: str, seconds: int, given: str | None) -> str:
    """A file's name: its own may be anything, of it the ending is kept."""
    end = (given or "").rpartition(".")[2].lower()
    plain = end.isascii() and end.isalnum() and len(end) <= 4 and "." in (given or "")
    return f"{NAMED[kind]}{seconds}秒.{end if plain else SUFFIX[kind]}"


def keep(office: Office, kind: str, seconds: int, file: File, message_id: int) -> tuple[Note, bool]:
    """As a note that says what came, and whose file is wanted; False where it is more than can be fetched."""
    note = noting.keep(office, f"［{NAMED[kind]} {seconds} 秒］", message_id)
    subject = f"note/{noting.number(office, note)}"
    auditing.record(office, "keep recording", subject, kind=kind, seconds=seconds)
    return note, proving.add_to_note(office, note, file) is None


def put(office: Office, note: Note, task: Task) -> str | None:
    """Beside the task that it would have answered; what stands in the way of answering it."""
    note.task_id = task.id
    if locking.is_locked(office, task):
        filing.ask_to_reopen(office, task)
        return "locked"
    return None


def of(office: Office, task: Task) -> list[Proof]:
    """What was told beside it, for those who may look into it."""
    return [] if task.form in COUNTS_ONLY else reports.recordings(office.session, task.id)

"""A hospital whose notice comes in as a file: the paper, and what becomes of it."""

from collections.abc import Sequence
from datetime import date

from catalogue.papers.opening import open_paper
from catalogue.reading.becoming import notice_of
from catalogue.reading.reading import read
from catalogue.reading.settling import questions, settled
from db.queries import people
from db.tables import Document, Person
from domain.notice import Notice
from services import publishing
from services.office import Office
from tests.settings import SETTINGS

Row = tuple[str, str, str, str, str]  # area, item, indicator, lead, responsible

EMPTY = SETTINGS.model_copy(update={"notice": "", "campaign": "质量提升"})
MEDICAL, NURSING, PHARMACY, HEALTH = "医务科联络员", "护理部联络员", "药剂科联络员", "公卫科联络员"
NUMBER = "某医发〔2026〕3号"

CLINIC: tuple[Row, ...] = (
    ("一、医疗质量", "（一）门诊服务", "门诊预约率不低于60%。", "医务科", "护理部"),
    ("一、医疗质量", "（一）门诊服务", "每月巡查门诊不少于4次。", "护理部", "护理部"),
    ("一、医疗质量", "（二）用药安全", "建立住院总药师制度，推行药学门诊。", "药剂科", "药剂科"),
    ("二、队伍建设", "（一）培训", "每年开展应急演练不少于2次。", "医务科", "药剂科"),
)


def paper(rows: Sequence[Row], number: str = NUMBER) -> bytes:
    """As Markdown."""
    head = ("项目领域", "项目内容", "测评指标", "牵头部门", "责任部门")
    table = [head, ("---",) * 5, *rows]
    lines = [number, "", "# 关于印发《质量提升方案》的通知", "", "2026年2月2日", ""]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in table), ""]).encode()


def notice(office: Office, rows: Sequence[Row], number: str = NUMBER, day: date | None = None) -> Notice:
    """As it is read beside the departments on record, every likely reading taken."""
    known = publishing.standing_units(office)
    found = read(open_paper(paper(rows, number), "通知.md"), known)
    draft = settled(found, {one.key: 0 for one in questions(found)})
    return notice_of(draft, known, day or office.today, office.rules.office_name)


def publish(office: Office, rows: Sequence[Row], number: str = NUMBER) -> None:
    """By the director, or by whoever stands in for one where nobody directs yet."""
    directors = people.holders(office.session, "director")
    person = directors[0][1] if directors else _nobody(office)
    office.person_id = person.id
    document = Document(name="通知.md", state="read", by=person.id, at=office.now)
    office.session.add(document)
    office.session.flush()
    publishing.publish(office, notice(office, rows, number), document.id)


def _nobody(office: Office) -> Person:
    person = Person(telegram_id=1, name="终端", language="zh_CN", state="gone", at=office.now)
    office.session.add(person)
    office.session.flush()
    return person

"""邀请函: one printed page with a code for every vacant post; of the codes the records have the hashes alone."""

import re
from functools import cache
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageStat

from db.tables import Invite, Outbox, Post, Tenure
from exports.font import face
from exports.invitations import CODE, cells
from services.people import LETTERS
from tests.conftest import NewCourt
from tests.house import CIVIL, DEPUTY, DIRECTOR, OFFICER, REGISTRAR, REGISTRAR_HEAD, STRANGER, Court
from tests.messages import words

NEUTRAL = "本账号仅供内部工作联系。"


async def printed(court: Court) -> bytes:
    """The page, as the director asks for it."""
    await court.say(DIRECTOR, "/people")
    assert await court.press(DIRECTOR, "invitations") == "邀请函正在生成，随后发到这里。"
    return downloaded(court)


def downloaded(court: Court) -> bytes:
    """The file, as the director's client would fetch it."""
    found = next(m for m in reversed(court.telegram.messages(court.id(DIRECTOR))) if "document" in m)
    assert found["document"]["file_name"] == "邀请函.pdf"
    where = court.telegram.call("getFile", {"file_id": found["document"]["file_id"]})["file_path"]
    content = court.telegram.download(where)
    assert content is not None
    return content


def page(pdf: bytes) -> Image.Image:
    """The picture that is the page."""
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    start = pdf.index(b"\xff\xd8\xff")
    return Image.open(BytesIO(pdf[start : pdf.index(b"endstream", start)]))


def codes(pdf: bytes, n: int) -> list[str]:
    """What somebody types who has the page before him, letter by letter."""
    picture = page(pdf)
    return ["".join(_letter(picture, at) for at in cells(n, number)) for number in range(n)]


def _letter(picture: Image.Image, foot: tuple[int, int]) -> str:
    x, y = foot
    seen = picture.crop((x - 13, y - CODE, x + 13, y + 12))
    return min(LETTERS, key=lambda letter: ImageStat.Stat(ImageChops.difference(seen, _drawn(letter))).sum[0])


@cache
def _drawn(letter: str) -> Image.Image:
    image = Image.new("L", (26, CODE + 12), 255)
    ImageDraw.Draw(image).text((13, CODE), letter, fill=0, font=face(letter, CODE, bold=True), anchor="ms")
    return image


def kept(court: Court, code: str) -> bool:
    """Is the code anywhere in the files of the records?"""
    files = [path for path in court.records.parent.rglob("duban.db*") if path.is_file()]
    assert files
    return any(code.encode() in path.read_bytes() for path in files)


async def test_a_code_from_the_page_takes_the_post_and_no_code_is_in_the_records(new_court: NewCourt) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    sheet = await printed(court)
    caption = words(court.last(DIRECTOR))
    vacant = [post for post in court.rows(Post) if post.role in ("contact", "deputy", "head")]
    assert caption.startswith(f"【邀请函】空缺职务 {len(vacant)} 个，共 1 页\n")
    assert "有效至 3月3日 09:00" in caption
    assert page(sheet).size == (1654, 2339)
    found = codes(sheet, len(vacant))
    assert len(set(found)) == len(vacant) == len(court.rows(Invite, claimed_by=None))
    assert not [code for code in found if kept(court, code)]
    assert not [code for code in found if code in caption]

    first = found[0]  # of the first department's contact
    gaps = " ".join(first[i : i + 4] for i in range(0, 22, 4))
    (waiting,) = await court.say(REGISTRAR, gaps.capitalize())  # as a phone writes it
    assert "待创建办确认" in waiting
    await court.press(DIRECTOR, "confirm")
    (tenure,) = court.rows(Tenure, person_id=court.person(REGISTRAR).id)
    (post,) = court.rows(Post, id=tenure.post_id)
    assert post.title == "政治部联络员"
    assert await court.say(STRANGER, first) == [NEUTRAL]
    assert not [code for code in found[1:] if kept(court, code)]


async def test_only_the_newest_page_is_good_and_only_for_a_day(new_court: NewCourt) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    link = await court.invited(CIVIL)
    vacant = sum(1 for post in court.rows(Post) if post.role in ("contact", "deputy", "head"))
    old = codes(await printed(court), vacant)
    new = codes(await printed(court), vacant)
    assert not set(old) & set(new)
    assert await court.say(STRANGER, old[0]) == [NEUTRAL]  # once a day
    for token in (link, old[-1]):
        assert await court.say(STRANGER, token) == []
    assert [row.claimed_by for row in court.rows(Invite) if row.by is not None and row.claimed_by] == []
    await court.until("2026-03-03 09:02")
    assert await court.say(CIVIL, new[0]) == [NEUTRAL]


async def test_posts_that_are_held_or_claimed_are_not_on_the_page(filled: Court) -> None:
    await filled.say(DEPUTY, f"/start {await filled.invited(DEPUTY)}")
    await printed(filled)
    deputies = sum(1 for post in filled.rows(Post) if post.role == "deputy")
    assert words(filled.last(DIRECTOR)).startswith(f"【邀请函】空缺职务 {deputies - 1} 个")
    await filled.press(DIRECTOR, "confirm")  # the claim that waited is as good as before
    assert [tenure.person_id for tenure in filled.rows(Tenure, post_id=filled.posts(DEPUTY)[0].id)] == [
        filled.person(DEPUTY).id
    ]


async def test_the_page_goes_to_the_directors_own_chat_alone(filled: Court) -> None:
    await printed(filled)
    (row,) = filled.rows(Outbox, kind="invitations")
    assert (row.chat_id, row.state) == (filled.id(DIRECTOR), "sent")
    assert "document" not in (row.params or {})
    for title in (OFFICER, REGISTRAR_HEAD):
        assert await filled.say(title, "/people") == ["此项由创建办主任办理。"]


async def test_a_page_that_telegram_did_not_take_at_once_has_other_codes_when_it_comes(new_court: NewCourt) -> None:
    court = await new_court("2026-03-02 09:00")
    await court.say(DIRECTOR, f"/start {await court.claim_code()}")
    court.telegram.faults.add("sendDocument", "429", text="2")
    vacant = sum(1 for post in court.rows(Post) if post.role in ("contact", "deputy", "head"))
    await court.say(DIRECTOR, "/people")
    await court.press(DIRECTOR, "invitations")
    await court.until("2026-03-02 09:05")
    found = codes(downloaded(court), vacant)
    (waiting,) = await court.say(REGISTRAR, found[0])
    assert "待创建办确认" in waiting
    made = [row for row in court.rows(Invite) if row.by is not None]
    assert len(made) == 2 * vacant
    assert len([row for row in made if row.expires > court.now]) == vacant

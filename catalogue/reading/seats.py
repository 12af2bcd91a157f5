"""The leading group and its office: part, post and, as a proposal, who holds it."""

import re
from collections.abc import Iterator, Sequence

from catalogue.papers.paper import Paragraph
from catalogue.reading.draft import DraftPost

_PART = re.compile(
    r"^[\s\-—*•·]*(?P<part>(?:常务)?副\s*组\s*长|组\s*长|成\s*员|(?:常务)?副\s*主\s*任|主\s*任|顾\s*问|总\s*召集人|召\s*集\s*人|秘\s*书\s*长)\s*[:：]\s*\**\s*"
)
_SEAT = re.compile(r"^[\s\-—*•·]*(?P<name>[一-鿿](?:\s{0,2}[一-鿿]){1,3})\s+(?P<title>[一-鿿（）()、，\s]{3,40})$")
_POST = re.compile(
    r"(?:院长|局长|主任|书记|庭长|处长|科长|部长|组长|队长|委员|干部|专员|校长|主席|经理|董事长|所长|站长|镇长|区长|县长|秘书|助理|负责人|"
    r"政委|政治委员|会长|馆长|园长|护士长|巡视员|调研员|总工程师|总会计师|主管|股长|支队长|大队长|法官|检察官|厂长)[（(]?[^）)]*[)）]?$"
)
_BODY = re.compile(r"(?P<body>[一-鿿“”]*?领导小组(?:办公室)?|[一-鿿]*?(?:专班|委员会|指挥部|工作组))")


def seats(paragraphs: Sequence[Paragraph]) -> Iterator[DraftPost]:
    """Line by line; a line without its part goes on with the part above."""
    body, part = "", ""
    for paragraph in paragraphs:
        text = paragraph.text.replace("*", "").strip()
        found = _PART.match(text)
        if found:
            part = re.sub(r"\s", "", found["part"])
            text = text[found.end() :].strip()
        seat = _SEAT.match(text)
        if seat and part and _POST.search(seat["title"].strip()):
            title = re.sub(r"\s+", "", seat["title"])
            yield DraftPost(body or "领导小组", part, title, re.sub(r"\s", "", seat["name"]), paragraph.line)
            continue
        if text and not found:
            part = part if not text or len(text) < 2 else ""
            named = _BODY.search(re.sub(r"\s", "", text))
            if named and len(text) <= 60:
                body = "领导小组办公室" if named["body"].endswith("办公室") else "领导小组"

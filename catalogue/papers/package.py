"""The zip around an Office file. Its sizes are judged before a byte is unpacked; only what is asked for is unpacked."""

import io
import posixpath
import zipfile
from dataclasses import dataclass

from lxml import etree

from catalogue.papers.limits import TooLarge
from catalogue.papers.paper import Refused

_MOST_PARTS = 5_000
_MOST_UNPACKED = 200 * 2**20
_MOST_RATIO = 300  # tables of one repeated row reach some 100
_MOST_PART = 40 * 2**20
_MOST_TREE = 18 * 2**20  # its tree takes some 250 MB of memory; a table of 2,000 rows out of Word is just below
_STRICT = (  # "Strict Open XML" writes other names for the same things
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


@dataclass(frozen=True)
class Relation:
    id: str
    kind: str  # the last word of its type: styles, numbering, worksheet …
    part: str


class Package:
    """Raises Refused for bombs and locked files, `zipfile.BadZipFile` and its like for damaged ones."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        members = self._zip.infolist()
        if any(member.flag_bits & 1 for member in members):
            raise Refused(f"「{name}」设有密码，读不了。请取消密码后再发。")
        unpacked = sum(member.file_size for member in members)
        is_dense = unpacked > 10 * 2**20 and unpacked > _MOST_RATIO * len(data)
        if len(members) > _MOST_PARTS or unpacked > _MOST_UNPACKED or is_dense:
            raise Refused(f"「{name}」展开后过大，为安全起见不读。请用 Word、Excel 或 WPS 另存后再发。")
        # Some programs write the separator of Windows; the names of parts know no case.
        self._members = {member.filename.replace("\\", "/").lower(): member for member in members}

    @property
    def parts(self) -> frozenset[str]:
        """Names in small letters."""
        return frozenset(self._members)

    def data(self, part: str) -> bytes:
        """Raises KeyError if there is no such part. A bounded read never unpacks more than was declared."""
        member = self._members[part.lower()]
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile(part)
        if member.file_size > _MOST_PART:
            raise TooLarge
        with self._zip.open(member) as file:
            data = file.read(member.file_size + 1)
        if len(data) != member.file_size:
            raise zipfile.BadZipFile(part)
        return data

    def xml(self, part: str) -> bytes:
        """As `data`, in the names of today; a document type, in which entities are declared, is refused."""
        data = self.data(part)
        bare = data.replace(b"\0", b"") if b"\0" in data else data
        if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
            raise Refused(f"「{self.name}」带有可疑的定义，为安全起见不读。请用 Word、Excel 或 WPS 另存后再发。")
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return data

    def tree(self, part: str) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        if self._members[part.lower()].file_size > _MOST_TREE:
            raise TooLarge
        return etree.fromstring(self.xml(part), parser)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """What belongs to a part ("" for the package itself), outside addresses left out."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels.lower() not in self._members:
            return ()
        return tuple(
            Relation(
                str(one.get("Id")),
                str(one.get("Type")).rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, str(one.get("Target")))).lstrip("/"),
            )
            for one in self.tree(rels)
            if one.get("TargetMode") != "External"
        )

    def related(self, part: str, kind: str) -> etree._Element | None:
        """The first part of a kind, none if the file has lost it."""
        for relation in self.relations(part):
            if relation.kind == kind and relation.part.lower() in self._members:
                return self.tree(relation.part)
        return None

    @property
    def main(self) -> str:
        """The document or the workbook; "" if this is no Office file."""
        return next((one.part for one in self.relations("") if one.kind == "officeDocument"), "")

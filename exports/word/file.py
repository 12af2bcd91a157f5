"""The file itself: parts in a fixed order, with a fixed date, so that the same document is the same bytes."""

import zipfile
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

from domain.wellformed import seen
from exports.word.styles import NAMESPACE, fonts, indent, styles

MARGIN = 'w:top="2098" w:right="1468" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a zip knows
PARTS = ("styles", "settings", "fontTable", "footer1", "footer2")
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(body: str, title: str, author: str, day: date) -> bytes:
    """`body` is of paragraphs and tables; `day` is all that the file says of when it was made."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _properties(title, author, day),
        "word/document.xml": _document(body),
        "word/_rels/document.xml.rels": _relations(
            *((f"rId{n}", f"{OFFICE}/{part.rstrip('12')}", f"{part}.xml") for n, part in enumerate(PARTS, 1))
        ),
        "word/styles.xml": styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": fonts(),
        "word/footer1.xml": _folio("right", indent(right=1, size=280)),
        "word/footer2.xml": _folio("left", indent(left=1, size=280)),
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), XML + content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _document(body: str) -> str:
    """A4: 37 mm above, 28 mm at the binding; page numbers stand outside."""
    return (
        f'<w:document {NAMESPACE} xmlns:r="{OFFICE}"><w:body>{body}<w:sectPr>'
        f'<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {MARGIN}/></w:sectPr></w:body></w:document>'
    )


def _folio(side: str, indented: str) -> str:
    """— 1 —"""
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    dash = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
    shape = f'<w:pPr><w:pStyle w:val="Folio"/>{indented}<w:jc w:val="{side}"/></w:pPr>'
    return f"<w:ftr {NAMESPACE}><w:p>{shape}{dash.format('— ')}{number}{dash.format(' —')}</w:p></w:ftr>"


def _settings() -> str:
    """Pages differ left and right; a document of today, not one that is opened as of 2007."""
    return (
        f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _properties(title: str, author: str, day: date) -> str:
    made = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(seen(title))}</dc:title><dc:creator>{escape(seen(author))}</dc:creator>"
        f"<dcterms:created {made}</dcterms:created><dcterms:modified {made}</dcterms:modified></cp:coreProperties>"
    )


def _types() -> str:
    kinds = {f"word/{part}.xml": f"{WORD}.{part.rstrip('12')}+xml" for part in PARTS}
    kinds["word/document.xml"] = f"{WORD}.document.main+xml"
    kinds["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    parts = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    plain = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{PACKAGE}/content-types">{relations}{plain}{parts}</Types>'


def _relations(*rows: tuple[str, str, str]) -> str:
    found = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in rows)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'

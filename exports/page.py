"""A page of HTML that needs nothing beside it, plain on screen and paper. Texts come in as text, never as markup."""

from html import escape
from urllib.parse import quote

from domain.dossier import Cell, Link, Page, Section
from domain.wellformed import wellformed

STYLE = """
@page { size: A4; margin: 25mm 22mm; }
body { font: 16px/1.7 "仿宋_GB2312", FangSong, "Noto Serif CJK SC", serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #111; }
h1 { font: 28px/1.4 "方正小标宋简体", "Noto Serif CJK SC", serif; text-align: center; margin: 0 0 .8em; }
h2 { font: 18px/1.6 SimHei, "黑体", "Noto Sans CJK SC", sans-serif; margin: 1.4em 0 .4em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: 14px; line-height: 1.5; }
th, td { border: 1px solid #555; padding: .3em .5em; text-align: left; vertical-align: top; white-space: pre-line; overflow-wrap: anywhere; }
th { background: #eee; font-weight: normal; font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; }
thead { display: table-header-group; }
thead th { white-space: nowrap; }
tr { break-inside: avoid; }
.facts th { width: 7em; white-space: nowrap; }
footer { margin-top: 2em; font-size: 12px; color: #444; overflow-wrap: anywhere; }
@media print { a { color: inherit; text-decoration: none; } body { margin: 0; max-width: none; } }
"""  # noqa: E501 - rules of style, one a line
ADDRESSES = ("https://", "http://")


def draw(page: Page) -> bytes:
    parts = [
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(page.title)}</title><style>{STYLE}</style></head><body>",
        f'<h1>{_text(page.title)}</h1>\n<table class="facts">',
        *(f'<tr><th scope="row">{_text(label)}</th><td>{_text(text)}</td></tr>' for label, text in page.facts),
        "</table>",
        *(_section(section) for section in page.sections),
        f"<footer>{_text(page.footer)}</footer></body></html>\n",
    ]
    return "\n".join(parts).encode()


def _section(section: Section) -> str:
    head = "".join(f'<th scope="col">{_text(title)}</th>' for title in section.head)
    rows = ["<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in section.rows]
    table = "\n".join([f"<table><thead><tr>{head}</tr></thead><tbody>", *rows, "</tbody></table>"])
    return f"<h2>{_text(section.title)}</h2>\n" + (table if rows else f"<p>{_text(section.empty)}</p>")


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return _text(cell)
    return f'<a href="{escape(_address(cell))}">{_text(cell.text)}</a>'


def _address(link: Link) -> str:
    """Whatever is no address of the web is a file of the bundle: nothing that a page could run."""
    to = wellformed(link.to)
    return quote(to, safe="/:?#[]@!$&'()*+,;=%~") if to.startswith(ADDRESSES) else quote(to)


def _text(text: str) -> str:
    return escape(wellformed(text))

"""Names and small questions of WordprocessingML."""

from collections.abc import Iterator

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
# They stand around paragraphs, rows and cells alike and print nothing of their own.
WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


def child(element: _Element | None, *names: str) -> _Element | None:
    """The first child of that name, its first child of the next name …"""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def value(element: _Element | None, *names: str) -> str | None:
    found = child(element, *names)
    return None if found is None else found.get(VAL)


def number(element: _Element | None, *names: str) -> int | None:
    text = value(element, *names)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switch(element: _Element | None, *names: str) -> bool | None:
    """On, off, or nothing said about it."""
    found = child(element, *names)
    return None if found is None else found.get(VAL, "1") not in ("0", "false", "off")


def within(element: _Element, tag: str) -> Iterator[_Element]:
    """Its children of a tag, those in content controls and the like included."""
    for one in element:
        if one.tag == tag:
            yield one
        elif one.tag in WRAPPERS:
            yield from within(one, tag)

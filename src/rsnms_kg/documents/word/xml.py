"""Names and values of WordprocessingML: how an element is looked up and what its ``w:val`` says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsnms_kg.documents.archive import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_WHOLE = re.compile(r"\s*[+-]?\d{1,9}\s*")
_OFF = frozenset({"0", "false", "off"})
# Taken out by a tracked change; their words are not the paper's.
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})


def child(element: Element, *names: str) -> Element:
    """Return the first ``w:`` child of a child … by its path, or ``None`` (also when given ``None``)."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def value(element: Element, *names: str, attribute: str = "val") -> str | None:
    """Return the ``w:val`` (or another attribute) of the child at a path, or ``None``."""
    found = child(element, *names)
    text = None if found is None else found.get(W + attribute)
    return None if text is None else str(text)


def whole(text: str | None, default: int) -> int:
    """Return a whole number of at most nine digits, or ``default``."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else default


def switch(element: Element, *names: str) -> bool | None:
    """Return whether the switch at a path is on, or ``None`` where it is not there."""
    found = child(element, *names)
    return None if found is None else found.get(W + "val", "1") not in _OFF


def branch(alternatives: Element) -> list[Element]:
    """Return the content of ``mc:AlternateContent`` to read: its first choice, or else the fallback."""
    for name in ("Choice", "Fallback"):
        found = alternatives.find(COMPATIBILITY + name)
        if found is not None:
            return list(found)
    return []


def within(container: Element, *names: str) -> Iterator[Element]:
    """Yield the nearest ``w:`` elements of these names, in order.

    Wrappers (content controls, insertions, custom XML) are looked through.
    """
    wanted = {W + name for name in names}
    stack = [iter(container)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in wanted:
            yield element
        elif element.tag == COMPATIBILITY + "AlternateContent":
            stack.append(iter(branch(element)))
        else:
            stack.append(iter(element))


def words(element: Element) -> str:
    """Return the plain characters of everything below an element, deleted ones too."""
    return "".join(node.text or "" for node in element.iter(W + "t", W + "delText"))

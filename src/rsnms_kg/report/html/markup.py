"""HTML as a tree of elements: text becomes text and nothing else, whoever wrote it.

lxml escapes; here the characters are made harmless that it would refuse or that would reorder a line.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

# An element of lxml (which ships no types), a text, nothing, or several of these.
Element = Any
Content = Element | str | None | Iterable["Content"]

_REPLACED = "\N{REPLACEMENT CHARACTER}"
_HARMLESS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},  # pictures of controls
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)], _REPLACED),
    **{plane + last: _REPLACED for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)},
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], _REPLACED),  # they turn the order of letters
}
_HARMFUL = re.compile(f"[{''.join(map(re.escape, map(chr, _HARMLESS)))}]")


def harmless(text: str) -> str:
    """Return a text of the same length with a visible sign for every control character."""
    return _HARMFUL.sub(lambda found: _HARMLESS[ord(found[0])], text)


def element(name: str, /, *content: Content, **attributes: str | None) -> Element:
    """Return an element; ``class_`` is the attribute ``class`` and ``data_kind`` is ``data-kind``.

    :param content: texts, elements, lists of these; ``None`` and an attribute that is ``None`` are left out.
    """
    made = etree.Element(name)
    for key, value in attributes.items():
        if value is not None:
            made.set(key.rstrip("_").replace("_", "-"), harmless(value))
    last = None
    for one in _flat(content):
        if not isinstance(one, str):
            made.append(one)
            last = one
        elif last is None:
            made.text = (made.text or "") + harmless(one)
        else:
            last.tail = (last.tail or "") + harmless(one)
    return made


def _flat(content: Content) -> Iterator[Element]:
    """Yield the texts and elements of a content in order."""
    if content is None:
        return
    if isinstance(content, (str, etree._Element)):
        yield content
    else:
        for one in content:
            yield from _flat(one)


def fragment(root: Element) -> str:
    """Return an element as HTML."""
    return str(etree.tostring(root, method="html", encoding="unicode"))


def page(title: str, style: str, body: Iterable[Content], language: str) -> str:
    """Return a whole page that may load nothing and run nothing: the one style is allowed by its hash."""
    allowed = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", style),
    )
    root = element("html", head, element("body", body), lang=language)
    return f"<!DOCTYPE html>\n{fragment(root)}\n"

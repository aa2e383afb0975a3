"""HTML as a tree of elements: text becomes text and nothing else, whoever wrote it.

lxml escapes; characters are made harmless that it would refuse or that would reorder a line.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from rsnms_kg.report.characters import harmless

# An element of lxml (which ships no types), a text, nothing, or several of these.
Element = Any
Content = Element | str | None | Iterable["Content"]


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

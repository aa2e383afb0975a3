"""Styles of a Word file: what a paragraph or a run inherits."""

from __future__ import annotations

import re

from rsnms_kg.documents.archive import Element
from rsnms_kg.documents.word.xml import W, child, switch, value, whole

_LONGEST_CHAIN = 16
_BODY_LEVEL = 9  # the outline level that Word calls «body text»
_HEADING_NAME = re.compile(r"(?:heading|заголовок) ?\d?|title|subtitle|название|подзаголовок", re.IGNORECASE)


class Styles:
    """The styles of a file (``root`` is its part, or ``None``) with their inheritance resolved."""

    def __init__(self, root: Element) -> None:
        self._by_id: dict[str, Element] = {}
        self._default: str | None = None
        self._chains: dict[str | None, tuple[Element, ...]] = {}
        self._switches: dict[tuple[str, str | None], bool] = {}
        self._properties: dict[tuple[str, str | None], str | None] = {}
        self._defaults = child(root, "docDefaults")
        for style in () if root is None else root.iter(W + "style"):
            name = str(style.get(W + "styleId", ""))
            self._by_id.setdefault(name, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self._default = name

    def style_of(self, paragraph: Element) -> str | None:
        """Return the name of the style of a paragraph: its own or the usual one."""
        own = value(paragraph, "pPr", "pStyle")
        return own if own in self._by_id else self._default

    def chain(self, name: str | None) -> tuple[Element, ...]:
        """Return a style and those that it is based on, the nearest first."""
        if name not in self._chains:
            chain: list[Element] = []
            base = name
            while base in self._by_id and len(chain) < _LONGEST_CHAIN:  # styles may be based on one another
                chain.append(self._by_id[base])
                base = value(chain[-1], "basedOn")
            self._chains[name] = tuple(chain)
        return self._chains[name]

    def is_on(self, name: str, paragraph: Element, run_properties: Element) -> bool:
        """Tell whether a switch of characters (``b``, ``vanish``) is on for a run, as Word reckons.

        What is set directly wins; a paragraph style and a character style that both set it cancel out.
        """
        direct = switch(run_properties, name)
        if direct is not None:
            return direct
        character = value(run_properties, "rStyle")
        by_character = character in self._by_id and self._switch(name, character)
        return by_character != self._switch(name, self.style_of(paragraph)) or self._is_on_everywhere(name)

    def is_centred(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is set in the middle of the line."""
        return self._property(paragraph, "jc") == "center"

    def is_heading(self, paragraph: Element) -> bool:
        """Tell whether a paragraph is a heading by its outline level or by the name of its style."""
        outline = self._property(paragraph, "outlineLvl")
        if outline is not None:
            return whole(outline, _BODY_LEVEL) < _BODY_LEVEL
        names = (value(style, "name") or "" for style in self.chain(self.style_of(paragraph)))
        return any(_HEADING_NAME.fullmatch(name.strip()) for name in names)

    def _property(self, paragraph: Element, name: str) -> str | None:
        direct = value(paragraph, "pPr", name)
        if direct is not None:
            return direct
        key = (name, self.style_of(paragraph))
        if key not in self._properties:
            inherited = [value(style, "pPr", name) for style in self.chain(key[1])]
            inherited.append(value(self._defaults, "pPrDefault", "pPr", name))
            self._properties[key] = next((found for found in inherited if found is not None), None)
        return self._properties[key]

    def _switch(self, name: str, style: str | None) -> bool:
        key = (name, style)
        if key not in self._switches:
            settings = (switch(one, "rPr", name) for one in self.chain(style))
            self._switches[key] = next((setting for setting in settings if setting is not None), False)
        return self._switches[key]

    def _is_on_everywhere(self, name: str) -> bool:
        return bool(switch(self._defaults, "rPrDefault", "rPr", name))

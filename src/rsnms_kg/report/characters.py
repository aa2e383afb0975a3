"""Characters that no output may hold as they are: made visible or replaced, one for one."""

from __future__ import annotations

import re

_REPLACED = "\N{REPLACEMENT CHARACTER}"
_HARMLESS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},  # pictures of controls
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0)], _REPLACED),
    **{plane + last: _REPLACED for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)},
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], _REPLACED),  # they turn the order of letters
}
_HARMFUL = re.compile(f"[{''.join(map(re.escape, map(chr, _HARMLESS)))}]")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # a space that keeps words together stays


def harmless(text: str) -> str:
    """Return a text of the same length with a visible sign for every control character: legal in XML and HTML."""
    return _HARMFUL.sub(lambda found: _HARMLESS[ord(found[0])], text)


def on_one_line(text: str) -> str:
    """Return a harmless text with single spaces and without line ends."""
    return _BLANKS.sub(" ", harmless(text)).strip(" ")

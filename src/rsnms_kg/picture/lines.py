"""Lines of text: what can be shown, and where a line ends."""

from __future__ import annotations

import re
import unicodedata

from rsnms_kg.russian.typography import plain

# Letters that are much wider than the average one.
_WIDE = re.compile(r"[А-ЯЁA-ZшщжюмфыѢ№—%@mw]")


def one_line(text: str) -> str:
    """Return ``text`` on one line, without what cannot be shown or would turn the reading direction."""
    text = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", text))
    hidden = ("Cc", "Cf", "Cs")  # control, format and lone surrogate characters
    return plain("".join(s for s in text if unicodedata.category(s) not in hidden and s not in "\ufffe\uffff"))


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of about ``width`` average letters, broken at spaces where there are any."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and _breadth(f"{line} {word}") > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
        while _breadth(line) > width:
            cut = _fitting(line, width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def _breadth(text: str) -> float:
    return len(text) + 0.3 * len(_WIDE.findall(text))


def _fitting(word: str, width: int) -> int:
    """How much of a word that is longer than a line goes on it; after a hyphen, if one is in reach."""
    cut = next(size for size in range(len(word), 0, -1) if _breadth(word[:size]) <= width)
    hyphen = max(word.rfind("-", 0, cut), word.rfind("/", 0, cut))
    return hyphen + 1 if hyphen > cut // 2 else cut

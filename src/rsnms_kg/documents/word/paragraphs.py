"""A paragraph of a Word file: its characters, whether it is a heading, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rsnms_kg.documents.archive import Element
from rsnms_kg.documents.word.notices import Tally
from rsnms_kg.documents.word.numerals import BULLET, DASH
from rsnms_kg.documents.word.styles import Styles
from rsnms_kg.documents.word.xml import COMPATIBILITY, DELETED, DRAWING, MATH, W, branch, child, value, words
from rsnms_kg.russian.typography import clean

_TEXT = frozenset({W + "t", MATH + "t", DRAWING + "t"})
_SIGNS = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
_INSERTED = frozenset({W + "ins", W + "moveTo"})
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
# Properties and codes, which are never printed; the upper line of a ruby repeats what is below it.
_SILENT = frozenset(
    W + name
    for name in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "customXmlPr",
        "smartTagPr",
        "instrText",
        "delInstrText",
        "delText",
        "fldData",
        "ffData",
        "rt",
    )
)
# White space that is not a line end to Word, and line ends of Unicode that would split a line.
_SPACES = str.maketrans("\t\n\r\v\f\x85\u2028\u2029", "   \n\n\n\n\n")
_SYMBOL_MINUS = 0xF02D
_PRIVATE_USE = range(0xE000, 0xF900)
_LAST_CHARACTER = 0x10FFFF


@dataclass(slots=True)
class Prose:
    """The words of a paragraph, ``emphasised`` when all of them are bold, and the text boxes in it.

    ``pieces`` are the words before they were cleaned, each with the element that prints it.
    """

    text: str
    emphasised: bool
    boxes: list[Element] = field(default_factory=list)
    pieces: list[tuple[str, Element]] = field(default_factory=list)


def read_paragraphs(joined: Sequence[Element], styles: Styles, tally: Tally) -> Prose:
    """Read paragraphs that print as one (usually it is one); the text is clean and without outer spaces."""
    runs = _Runs(styles, tally)
    for paragraph in joined:
        runs.read(paragraph)
    visible = [bold for text, bold, _ in runs.pieces if text.strip()]
    text = clean("".join(text for text, _, _ in runs.pieces)).strip()
    pieces = [(text, node) for text, _, node in runs.pieces]
    return Prose(text=text, emphasised=bool(visible) and all(visible), boxes=runs.boxes, pieces=pieces)


class _Runs:
    """Walks through the runs of paragraphs and keeps what is printed."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self._styles = styles
        self._tally = tally
        self.pieces: list[tuple[str, bool, Element]] = []
        self.boxes: list[Element] = []
        # For each open field, whether its code still goes on; a code is not printed, its result is.
        self._codes: list[bool] = []
        self._held: list[tuple[str, bool, Element]] = []

    def read(self, paragraph: Element) -> None:
        """Add what a paragraph prints."""
        stack: list[tuple[Iterator[Element], bool, bool]] = [(iter(paragraph), False, False)]
        while stack:
            nodes, bold, hidden = stack[-1]
            node = next(nodes, None)
            if node is None:
                stack.pop()
                continue
            tag = node.tag
            if tag == W + "r":
                properties = child(node, "rPr")
                bold = self._styles.is_on("b", paragraph, properties)
                hidden = self._styles.is_on("vanish", paragraph, properties)
                if hidden and words(node).strip():
                    self._tally.hidden += 1
            if tag == W + "txbxContent":
                if not hidden:
                    self.boxes.append(node)
            elif tag in DELETED:
                self._tally.deletions += bool(words(node).strip())
            elif tag == COMPATIBILITY + "AlternateContent":
                stack.append((iter(branch(node)), bold, hidden))
            elif not self._leaf(node, bold, hidden) and tag not in _SILENT:
                self._tally.insertions += tag in _INSERTED and bool(words(node).strip())
                stack.append((iter(node), bold, hidden))
        # A code that never ends is no code: better a word too many than a clause lost.
        self.pieces += self._held
        self._held, self._codes = [], []

    def _leaf(self, node: Element, bold: bool, hidden: bool) -> bool:
        """Take in an element without inner structure; tell whether it was one."""
        tag = node.tag
        if tag in _TEXT:
            text = node.text or ""
            self._print(text if text.isprintable() else text.translate(_SPACES), bold, hidden, node)
        elif tag in _SIGNS:
            self._print(_SIGNS[tag], bold, hidden, node)
        elif tag == W + "sym":
            self._print(_symbol(node), bold, hidden, node)
        elif tag == W + "fldChar":
            self._field(value(node, attribute="fldCharType"))
        elif tag in _NOTES:
            note = (_NOTES[tag], str(node.get(W + "id")))
            if not hidden:
                self._tally.notes.setdefault(note)
        elif tag == W + "commentReference":
            self._tally.comments += 1
        else:
            return False
        return True

    def _print(self, text: str, bold: bool, hidden: bool, node: Element) -> None:
        if not hidden:
            (self._held if any(self._codes) else self.pieces).append((text, bold, node))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif self._codes:
            if kind == "separate":
                self._codes[-1] = False
            else:
                self._codes.pop()
            if not any(self._codes):
                self._held.clear()


def _symbol(node: Element) -> str:
    """Return the sign of a symbol font as one that every font has."""
    digits = str(node.get(W + "char", ""))
    try:
        code = int(digits, 16) if len(digits) <= 6 else 0
    except ValueError:
        code = 0
    if code == _SYMBOL_MINUS:
        return DASH
    if code in _PRIVATE_USE or not 0x20 <= code <= _LAST_CHARACTER or 0xD800 <= code < 0xE000:
        return BULLET
    return chr(code)

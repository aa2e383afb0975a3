"""SVG, piece by piece: shapes and lines of text with the look that all pictures share."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from rsnms_kg.picture.diagram import LEADING, Mark

_SVG = "http://www.w3.org/2000/svg"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# Text was measured for the widest of these; every other one fits too.
FACES = "Verdana, 'DejaVu Sans', 'Open Sans', Arial, 'Liberation Sans', sans-serif"
INK, FAINT, BORDER = "#111111", "#444444", "#333333"
FITTING = "max-width:100%;height:auto"
# Blue and orange are told apart by every kind of colour sight and, being dark and light, in grey.
STRONG, WARM = "#1f5a8a", "#d9820f"

Element = ElementTree.Element
Corners = tuple[float, float, float, float]


class Canvas:
    """An SVG picture that is being drawn; ``root`` is its element."""

    def __init__(self, width: float, height: float, title: str, description: str, language: str) -> None:
        ElementTree.register_namespace("", _SVG)
        wide, high = _number(width), _number(height)
        self.root = Element(f"{{{_SVG}}}svg", {"width": wide, "height": high, "viewBox": f"0 0 {wide} {high}"})
        self.root.attrib |= {
            "role": "img",
            "lang": language,
            f"{_XML}lang": language,
            "aria-labelledby": "picture-title picture-description",
            "font-family": FACES,
            "style": FITTING,
        }
        for tag, key, text in (("title", "picture-title", title), ("desc", "picture-description", description)):
            self.add(self.root, tag, id=key).text = text
        self.add(self.root, "rect", width=wide, height=high, fill="#ffffff")

    def add(self, parent: Element, tag: str, **attributes: str | float) -> Element:
        """Add an element; ``_`` in the name of an attribute stands for ``-``, a last ``_`` for nothing."""
        named = {
            name.rstrip("_").replace("_", "-"): value if isinstance(value, str) else _number(value)
            for name, value in attributes.items()
        }
        element = ElementTree.SubElement(parent, f"{{{_SVG}}}{tag}", named)
        element.tail = "\n"
        return element

    def group(self, parent: Element, kind: str, **attributes: str) -> Element:
        """Add a group of a class."""
        return self.add(parent, "g", class_=kind, **attributes)

    def rectangle(
        self, parent: Element, place: tuple[float, float, float, float], **attributes: str | float
    ) -> Element:
        """Add a rectangle: left, top, right, bottom."""
        left, top, right, bottom = place
        return self.add(parent, "rect", x=left, y=top, width=right - left, height=bottom - top, **attributes)

    def lines(
        self, parent: Element, words: Iterable[str], at: tuple[float, float], size: float, **attributes: str | float
    ) -> float:
        """Add lines of text whose first one has its top at a point, and return where the next one would begin."""
        x, top = at
        about: dict[str, str | float] = {"fill": INK, **attributes}
        for line in words:
            text = self.add(parent, "text", x=x, y=top + size, font_size=size, **about)
            text.set(f"{_XML}space", "preserve")
            text.text = line
            top += size * LEADING
        return top

    def tip(self, parent: Element, text: str) -> None:
        """Add words that show when a pointer rests on an element."""
        if text:
            title = Element(f"{{{_SVG}}}title")
            title.text = text
            parent.insert(0, title)

    def mark(self, parent: Element, mark: Mark, centre: tuple[float, float], radius: float = 6) -> None:
        """Add a mark that is told by its form: a full, half full or empty circle, one in another, or a dot."""
        x, y = centre
        if not mark:
            return
        group = self.group(parent, f"mark {mark}")
        if mark == "dot":
            self.add(group, "circle", cx=x, cy=y, r=radius / 2, fill=FAINT)
            return
        if mark == "square":
            corners = (x - radius + 1, y - radius + 1, x + radius - 1, y + radius - 1)
            self.rectangle(group, corners, fill="#ffffff", stroke=STRONG, stroke_width=2)
            return
        hue = WARM if mark == "empty" else STRONG
        fill = hue if mark == "full" else "#ffffff"
        self.add(group, "circle", cx=x, cy=y, r=radius, fill=fill, stroke=hue, stroke_width=2)
        if mark == "ring":
            self.add(group, "circle", cx=x, cy=y, r=radius / 2, fill=hue)
        if mark == "half":
            reach = _number(radius)
            arc = f"M{_number(x)} {_number(y - radius)}A{reach} {reach} 0 0 0 {_number(x)} {_number(y + radius)}Z"
            self.add(group, "path", d=arc, fill=hue)

    def svg(self) -> str:
        """Return the picture as text."""
        return ElementTree.tostring(self.root, encoding="unicode") + "\n"


def path(points: Iterable[tuple[float, float]]) -> str:
    """Return the data of a path of Bézier curves: a start, then three points for each curve."""
    (x, y), *rest = points
    return f"M{_number(x)},{_number(y)}" + "C" + " ".join(f"{_number(a)},{_number(b)}" for a, b in rest)


def polygon(points: Iterable[tuple[float, float]]) -> str:
    """Return the points of a polygon."""
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")

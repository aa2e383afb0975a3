"""PNG from SVG: resvg, with a face that comes as a package, so that no font of the system is needed."""

from __future__ import annotations

import math
from pathlib import Path

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import MissingExtraError

_ZOOM = 2
_LONGEST, _LARGEST = 16_000, 24e6  # pixels of a side and in all: more is refused by many programs

_ARROWS = str.maketrans("→←↔", "›‹–")  # which the face lacks


def png(svg: str) -> bytes:
    """Return SVG as PNG, the same bytes on every machine.

    :raises MissingExtraError: when the extra ``draw`` is not installed.
    """
    try:
        import resvg_py
        import ttf_opensans
    except ImportError as missing:
        raise MissingExtraError(
            Bilingual(
                "Для PNG нужно дополнение draw: выполните pip install 'rsnms-kg[draw]'.",
                "PNG needs the extra draw: run pip install 'rsnms-kg[draw]'.",
            )
        ) from missing
    faces = [ttf_opensans.OPENSANS_REGULAR.path, ttf_opensans.OPENSANS_BOLD.path]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.translate(_ARROWS),
            zoom=_zoom(svg),
            background="#ffffff",
            skip_system_fonts=True,
            font_files=[str(Path(face)) for face in faces],
            font_family="Open Sans",
            sans_serif_family="Open Sans",
        )
    )


def _zoom(svg: str) -> float:
    head = svg[: svg.index(">")]
    wide, high = (head.split(f' {side}="')[1].split('"')[0] for side in ("width", "height"))
    sides = float(wide), float(high)
    zooms: tuple[float, ...] = (_ZOOM, _LONGEST / max(sides), math.sqrt(_LARGEST / (sides[0] * sides[1])))
    return min(zooms)

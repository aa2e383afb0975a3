"""Every chart by the view that it draws."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rsnms_kg.picture.charts.bars import bars
from rsnms_kg.picture.charts.timeline import timeline

if TYPE_CHECKING:
    from networkx import MultiDiGraph

CHARTS: dict[str, Callable[[MultiDiGraph], str]] = {"roadmap": timeline, "indicators": bars}

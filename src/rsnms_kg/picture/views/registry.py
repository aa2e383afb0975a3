"""Every view by its name. A new view is a function of :class:`~rsnms_kg.picture.network.Subject` and a line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rsnms_kg.picture.network import Subject
from rsnms_kg.picture.views.agreement import agreement
from rsnms_kg.picture.views.coverage import coverage
from rsnms_kg.picture.views.crosswalk import crosswalk
from rsnms_kg.picture.views.functions import functions
from rsnms_kg.picture.views.indicators import indicators
from rsnms_kg.picture.views.roadmap import roadmap
from rsnms_kg.picture.views.structure import structure

if TYPE_CHECKING:
    from networkx import MultiDiGraph

VIEWS: dict[str, Callable[[Subject], MultiDiGraph]] = {
    "structure": structure,
    "functions": functions,
    "agreement": agreement,
    "crosswalk": crosswalk,
    "coverage": coverage,
    "roadmap": roadmap,
    "indicators": indicators,
}

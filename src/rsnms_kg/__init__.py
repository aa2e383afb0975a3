"""rsnms_kg reads papers of Russian regional systems of scientific-methodical support of teachers (РСНМС).

Public: :func:`read`, :func:`check`, :func:`compare`, :func:`draw`, :func:`to_networkx`, :func:`rows`,
:func:`query`, :func:`regulation`; the classes that they return (:class:`PaperGraph`, :class:`FileGraph`,
:class:`Comparison`, :class:`Answer`, :class:`Report`, :class:`Finding`, :class:`Picture`); the errors.

>>> import rsnms_kg as rk
>>> report = rk.check("agreement.docx")  # doctest: +SKIP
>>> for finding in report.findings:  # doctest: +SKIP
...     print(finding.clause, finding.message("ru"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from rsnms_kg.api import check, compare, draw, query, read, regulation, rows, to_networkx
    from rsnms_kg.crosswalk.comparison import Comparison
    from rsnms_kg.errors import InputError, KnowledgeError, MissingExtraError, RsnmsError, UsageError
    from rsnms_kg.graph.answer import Answer
    from rsnms_kg.graph.paper import PaperGraph
    from rsnms_kg.graph.rdf_files import FileGraph
    from rsnms_kg.knowledge.serializations import ontology_as, ontology_path
    from rsnms_kg.outcome.findings import Finding
    from rsnms_kg.picture.drawing import Picture
    from rsnms_kg.report.report import Report

# Loaded on first use: importing the package costs nothing until something is asked of it.
_HOMES = {
    **dict.fromkeys(("check", "compare", "draw", "query", "read", "regulation", "rows", "to_networkx"), "rsnms_kg.api"),
    **dict.fromkeys(
        ("InputError", "KnowledgeError", "MissingExtraError", "RsnmsError", "UsageError"), "rsnms_kg.errors"
    ),
    **dict.fromkeys(("ontology_as", "ontology_path"), "rsnms_kg.knowledge.serializations"),
    "Answer": "rsnms_kg.graph.answer",
    "Comparison": "rsnms_kg.crosswalk.comparison",
    "FileGraph": "rsnms_kg.graph.rdf_files",
    "PaperGraph": "rsnms_kg.graph.paper",
    "Finding": "rsnms_kg.outcome.findings",
    "Picture": "rsnms_kg.picture.drawing",
    "Report": "rsnms_kg.report.report",
}

__all__ = [
    "Answer",
    "Comparison",
    "FileGraph",
    "Finding",
    "InputError",
    "KnowledgeError",
    "MissingExtraError",
    "PaperGraph",
    "Picture",
    "Report",
    "RsnmsError",
    "UsageError",
    "__version__",
    "check",
    "compare",
    "draw",
    "ontology_as",
    "ontology_path",
    "query",
    "read",
    "regulation",
    "rows",
    "to_networkx",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__

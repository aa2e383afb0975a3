"""The graph of a picture for other programs: GraphML and GEXF, written by networkx."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from rsnms_kg.russian.typography import one_line

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_DAY = re.compile(r' lastmodifieddate="[^"]*"')


def graphml(view: MultiDiGraph) -> str:
    """Return a view as GraphML (yEd, Gephi, igraph, Cytoscape)."""
    import networkx

    return "\n".join(networkx.generate_graphml(_clean(view), named_key_ids=True)) + "\n"


def gexf(view: MultiDiGraph) -> str:
    """Return a view as GEXF (Gephi), without the day of writing: the same graph gives the same bytes."""
    import networkx

    out = io.BytesIO()
    networkx.write_gexf(_clean(view), out)
    return _DAY.sub("", out.getvalue().decode("utf-8")) + "\n"


def _clean(view: MultiDiGraph) -> MultiDiGraph:
    """A copy whose text has no signs that XML forbids, and whose numbers of one name are of one type."""
    import networkx

    copy = networkx.MultiDiGraph(**_attributes(view.graph))
    copy.add_nodes_from((key, _attributes(about)) for key, about in view.nodes(data=True))
    for source, target, key, about in view.edges(keys=True, data=True):
        copy.add_edge(source, target, key=key, **_attributes(about))
    return copy


def _attributes(about: dict[str, object]) -> dict[str, object]:
    return {term: one_line(value) if isinstance(value, str) else value for term, value in about.items()}

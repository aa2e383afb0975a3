"""The directive ``ground-table``: what each ground says and which requirements rest on it, made of the graph."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives

from rsnms_kg.knowledge.compilation import source_files
from rsnms_kg.knowledge.grounds import Ground
from rsnms_kg.knowledge.requirements import requirements
from rsnms_kg.report.rules import grounds
from rsnms_kg.report.wording import cited

HEAD = ("Основание / Basis", "Что говорит / What it says", "Требования / Requirements")
WIDTHS = (22, 43, 35)


class GroundTable(Directive):
    """A table of the grounds of one kind; the kind is the argument."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        for path in source_files():
            self.state.document.settings.env.note_dependency(str(path))
        kind = directives.unchanged_required(self.arguments[0])
        found: dict[tuple[str, str], tuple[Ground, list[str]]] = {}
        for requirement in requirements():
            for ground in grounds(requirement):
                if ground.kind == kind:
                    found.setdefault((ground.act, ground.clause), (ground, []))[1].append(requirement.id)
        if not found:
            raise self.error(f"no requirement rests on a ground of the kind {kind}")
        return [table([row(ground, ids) for _, (ground, ids) in sorted(found.items())])]


def row(ground: Ground, ids: list[str]) -> nodes.row:
    said = [paragraph(ground.title.ru), nodes.paragraph("", "", nodes.emphasis(text=ground.title.en))]
    names = nodes.paragraph()
    for at, name in enumerate(sorted(set(ids))):
        names += nodes.Text(", " if at else "")
        names += nodes.literal(text=name)
    named = [paragraph(cited(ground, "ru"))] if ground.kind != "practice" else [paragraph("правило / rule")]
    return nodes.row("", nodes.entry("", *named), nodes.entry("", *said), nodes.entry("", names))


def table(rows: list[nodes.row]) -> nodes.table:
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in WIDTHS), cols=len(WIDTHS))
    group += nodes.thead("", nodes.row("", *(nodes.entry("", paragraph(words)) for words in HEAD)))
    group += nodes.tbody("", *rows)
    return nodes.table("", group)


def paragraph(words: str) -> nodes.paragraph:
    return nodes.paragraph(text=words)


def setup(app: Any) -> dict[str, bool]:
    app.add_directive("ground-table", GroundTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

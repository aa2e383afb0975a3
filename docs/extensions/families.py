"""What the pages of requirements share: a section for each family, made when the pages are built."""

from __future__ import annotations

from itertools import groupby

from docutils import nodes
from docutils.parsers.rst import Directive

from rsnms_kg.knowledge.compilation import source_files
from rsnms_kg.knowledge.requirements import Requirement, requirements
from rsnms_kg.report.wording import family_name


class FamilyDirective(Directive):
    """A section for each family of requirements; ``anchor`` begins the names of the sections."""

    anchor = ""

    def run(self) -> list[nodes.Node]:
        for path in source_files():
            self.state.document.settings.env.note_dependency(str(path))
        return self.sections()

    @classmethod
    def sections(cls) -> list[nodes.section]:
        """Return the sections in the order of the families' names."""
        ordered = sorted(requirements(), key=lambda one: (one.family, one.id))
        made = []
        for family, group in groupby(ordered, key=lambda one: one.family):
            listed = list(group)
            title = f"{family_name(listed[0])} / {family_name(listed[0], 'en')}"
            names = [f"{cls.anchor}-{family.lower()}"]
            made.append(nodes.section("", nodes.title("", title), *cls.content(listed), ids=names))
        return made

    @classmethod
    def content(cls, listed: list[Requirement]) -> list[nodes.Node]:
        """Return what stands in the section of a family."""
        raise NotImplementedError

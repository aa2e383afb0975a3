"""The report of a check: documents, each with its outcome or with why it could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rdflib import Graph

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.errors import UsageError
from rsnms_kg.graph.files import write_atomically
from rsnms_kg.knowledge.regulations import RegulationData
from rsnms_kg.knowledge.requirements import SEVERITIES
from rsnms_kg.outcome.findings import Finding, Outcome
from rsnms_kg.report.formats import ENDINGS, FORMATS, Format
from rsnms_kg.report.html.notebook import report_as_fragment
from rsnms_kg.report.wording import counts_as_text

FAIL_ON = (*SEVERITIES, "never")
_NAMELESS = Bilingual("", "")


@dataclass(frozen=True, repr=False)
class DocumentReport:
    """One document: its outcome, or the ``error`` that kept it from being read.

    ``title`` is what the paper calls itself, ``name`` what people call it in both languages. ``iri`` is that of the
    act or the system that the document is of, ``sha256`` that of the bytes that were read, where they are known.
    ``graph`` are the facts and, of a paper, its text: formats that show the document itself need it, and show less
    without it.
    """

    path: str
    kind: str | None
    title: str | None
    outcome: Outcome
    error: Bilingual | None = None
    notices: tuple[Bilingual, ...] = ()
    name: Bilingual = _NAMELESS
    iri: str | None = None
    sha256: str | None = None
    graph: Graph | None = field(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        told = counts_as_text(self.outcome.counts, "en") if self.readable else "not read"
        return f"<DocumentReport {self.path!r}: {told}>"

    @property
    def readable(self) -> bool:
        """Whether the document could be read."""
        return self.error is None

    @property
    def verdict(self) -> str:
        """``unread``, ``unchecked`` (there was nothing to check), ``broken`` (violations) or ``conforms``."""
        if not self.readable:
            return "unread"
        if not self.outcome.checked:
            return "unchecked"
        return "conforms" if self.outcome.conforms else "broken"

    def heading(self, language: str = "ru") -> str:
        """Return what to call the document above its findings: its name, else its title, else its path."""
        return self.name(language) or self.title or self.path


@dataclass(frozen=True, repr=False)
class Report:
    """What a check says of one or more documents; ``against`` is the regulation whose id is ``regulation``.

    ``fail_on`` is the mildest severity that counts as a failure: ``violation``, ``warning``, ``info`` or ``never``.
    """

    documents: tuple[DocumentReport, ...]
    regulation: str
    as_of: date | None = None
    against: RegulationData | None = field(default=None, repr=False, compare=False)
    fail_on: str = "violation"

    def __repr__(self) -> str:
        papers = f"{len(self.documents)} {'paper' if len(self.documents) == 1 else 'papers'}"
        return f"<Report on {papers}, {self.regulation}: {counts_as_text(self.counts, 'en')}>"

    @property
    def findings(self) -> list[Finding]:
        """The findings of all documents, in order."""
        return [finding for document in self.documents for finding in document.outcome.findings]

    @property
    def counts(self) -> dict[str, int]:
        """How many findings of each severity there are in all documents."""
        return {grade: sum(one.outcome.counts.get(grade, 0) for one in self.documents) for grade in SEVERITIES}

    @property
    def conforms(self) -> bool:
        """Whether there was something to check in every document and none violates a requirement."""
        return all(document.verdict == "conforms" for document in self.documents)

    @property
    def failed(self) -> bool:
        """Whether there is a finding that counts as a failure."""
        return any(map(self.fails, self.findings))

    def fails(self, finding: Finding) -> bool:
        """Tell whether a finding counts as a failure: it is as grave as ``fail_on`` says, or graver."""
        counted = () if self.fail_on == "never" else SEVERITIES[: SEVERITIES.index(self.fail_on) + 1]
        return finding.severity in counted

    def _repr_html_(self) -> str:
        return report_as_fragment(self)

    def render(self, format_: str = "text", language: str = "ru") -> str:
        """Return the report as text in a format.

        :raises UsageError: when the format is unknown, or is not of text.
        """
        if _known(format_).binary:
            raise UsageError(
                Bilingual(
                    f"Отчёт {format_} – не текст: его дают report.rendered() и report.save().",
                    f"A report as {format_} is no text: report.rendered() and report.save() give it.",
                )
            )
        return self.rendered(format_, language).decode("utf-8")

    def rendered(self, format_: str, language: str = "ru") -> bytes:
        """Return the report as the bytes of a file in any format.

        :raises UsageError: when the format is unknown, or the paper to mark is no longer what was read.
        :raises MissingExtraError: when the format needs an extra that is not installed.
        """
        made = _known(format_).write(self, language)
        return made if isinstance(made, bytes) else made.encode("utf-8", errors="replace")

    def save(self, path: str | Path, language: str = "ru") -> Path:
        """Write the report to a file whose ending picks the format; return the path.

        :raises UsageError: when the ending is unknown or the file cannot be written; as :meth:`rendered`.
        """
        target = Path(path)
        ending = target.suffix.lower()
        if ending not in ENDINGS:
            known = ", ".join(ENDINGS)
            raise UsageError(
                Bilingual(
                    f"Отчёт с окончанием «{target.suffix}» не пишется. Можно: {known}.",
                    f"A report cannot be written to {target.suffix!r}. Possible: {known}.",
                )
            )
        write_atomically(target, self.rendered(ENDINGS[ending], language))
        return target


def _known(format_: str) -> Format:
    if format_ not in FORMATS:
        known = ", ".join(FORMATS)
        raise UsageError(
            Bilingual(
                f"Формата отчёта «{format_}» нет. Есть: {known}.",
                f"There is no report format {format_!r}. There is: {known}.",
            )
        )
    return FORMATS[format_]

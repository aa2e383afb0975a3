"""What stands on the sheets of a workbook: their columns, and the rows that a report gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.crosswalk.norms import Norm
from rsnms_kg.crosswalk.presentation import RELATIONS
from rsnms_kg.listing.formats import shown
from rsnms_kg.listing.rows import rows as listed
from rsnms_kg.outcome.places import cited_place
from rsnms_kg.report.correspondence import correspondence, norm_words
from rsnms_kg.report.entries import GRADES, STATUSES, grade_name, numbered, requirement_entries
from rsnms_kg.report.wording import GROUP, SEVERITIES_FOUND, VERDICTS, basis, where
from rsnms_kg.russian.typography import NBSP, plain

if TYPE_CHECKING:
    from rsnms_kg.report.report import Report

Cell = str | int | float | date | None
Rows = Iterator[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its columns with their widths in characters, and what gives its rows."""

    name: Bilingual
    columns: tuple[tuple[Bilingual, int], ...]
    rows: Callable[[Report, str], Rows]


_UNCOVERED = Bilingual("нет обязательства", "not covered")
_OBLIGATION = ("bearer", "bearer_role", "modality", "text", "counterparty", "topic", "condition", "deadline",
               "deadline_words", "in_force")  # fmt: skip
_TARGET = ("indicator", "period", "period_start", "period_end", "open_period", "share", "count")


def _summary(report: Report, language: str) -> Rows:
    for document in report.documents:
        outcome = document.outcome
        status = Counter(one.status for one in outcome.statuses)
        told = [document.error] if document.error else list(document.notices)
        yield (
            document.path, document.name(language) or document.title, VERDICTS[document.verdict](language),
            *(outcome.counts.get(grade, 0) if document.readable else None for grade in GRADES[:3]),
            sum(one.comparison for one in outcome.findings) if document.readable else None,
            *(status[name] if document.readable else None for name in STATUSES),
            report.regulation, report.as_of, "\n".join(one(language) for one in told), document.sha256,
        )  # fmt: skip


def _findings(report: Report, language: str) -> Rows:
    for document in report.documents:
        for one in numbered(document.outcome):
            finding, (start, end) = one.finding, one.finding.span
            yield (
                document.path, one.number, grade_name(one.grade, language), finding.requirement.id,
                finding.requirement.title(language), where(finding, language), finding.message(language), finding.quote,
                finding.expected_text(language), finding.actual_text(language), finding.suggestion(language),
                basis(finding, language), *((start, end) if end > start else (None, None)),
            )  # fmt: skip


def _requirements(report: Report, language: str) -> Rows:
    for document in report.documents:
        for one in requirement_entries(document.outcome, language):
            yield document.path, one.id, one.title, one.family, one.severity, one.status_name, len(one.findings)


def _obligations(report: Report, language: str) -> Rows:
    yield from _listed(report, "obligations", _OBLIGATION, language)


def _targets(report: Report, language: str) -> Rows:
    yield from _listed(report, "targets", _TARGET, language)


def _correspondences(report: Report, language: str) -> Rows:
    """Every function with the obligations that correspond to it, and those that nothing corresponds to."""
    for document in report.documents:
        crosswalk = correspondence(report, document)
        if crosswalk is None:
            continue
        for function in crosswalk.right:
            whose = _norm(function, language)
            pairs = [pair for pair in crosswalk.pairs if pair.right.iri == function.iri]
            for pair in pairs:
                shift = pair.shift.words()(language) if pair.shift else None
                yield document.path, *whose, RELATIONS[pair.relation](language), *_norm(pair.left, language), shift
            if not pairs and function.binding:
                yield document.path, *whose, _UNCOVERED(language), None, None, None, None


def _norm(norm: Norm, language: str) -> tuple[str, str, str]:
    place = cited_place(norm.clause, language).replace(NBSP, " ")
    return place, norm_words(norm, language), plain(norm.borne_by(language))


def _listed(report: Report, kind: str, fields: tuple[str, ...], language: str) -> Rows:
    for document in report.documents:
        for row in listed(document.graph, kind, language) if document.graph is not None else ():
            place = cited_place(row["clause"], language).replace(NBSP, " ")
            row.setdefault("text", row["label"])
            yield (document.path, place, *(_cell(name, row.get(name), language) for name in fields))


def _cell(field: str, value: Any, language: str) -> Cell:
    """Return a value of a list as a cell: as people read it, a day as a day."""
    told = shown(value, language)
    if isinstance(told, str) and field == "deadline":
        try:
            return date.fromisoformat(told)
        except ValueError:
            return told
    return told if isinstance(told, (int, float)) or told is None else str(told)


def _columns(*columns: tuple[str, str, int]) -> tuple[tuple[Bilingual, int], ...]:
    return tuple((Bilingual(ru, en), width) for ru, en, width in columns)


_DOCUMENT = ("Документ", "Document", 28)
_PLACE = ("Место", "Place", 16)
SHEETS = (
    Sheet(
        Bilingual("Итог", "Summary"),
        _columns(
            _DOCUMENT, ("Название", "Title", 40), ("Вывод", "Verdict", 15),
            *((name.ru, name.en, 15) for name in SEVERITIES_FOUND),
            ("Для сравнения", "Comparisons", 12),
            ("Требований нарушено", "Requirements violated", 13), ("выполнено", "satisfied", 11),
            ("срок не наступил", "not due yet", 11), ("нет данных", "no data", 11),
            ("неприменимо", "not applicable", 13), ("Положение", "Regulation", 18), ("На день", "As of", 11),
            ("О файле", "About the file", 50), ("SHA-256", "SHA-256", 20),
        ),
        _summary,
    ),
    Sheet(
        Bilingual("Находки", "Findings"),
        _columns(
            _DOCUMENT, ("№", "No.", 5), ("Строгость", "Severity", 15), ("Требование", "Requirement", 20),
            ("Название", "Title", 32), _PLACE, ("Находка", "Finding", 50), ("В бумаге", "In the paper", 50),
            ("Ожидается", "Expected", 28), ("Сейчас", "Found", 28), ("Как исправить", "How to mend", 45),
            ("Основание", "Basis", 36), ("Знаки с", "Characters from", 9), ("до", "to", 9),
        ),
        _findings,
    ),
    Sheet(
        Bilingual("Требования", "Requirements"),
        _columns(
            _DOCUMENT, ("Требование", "Requirement", 24), ("Название", "Title", 60), (GROUP.ru, GROUP.en, 24),
            ("Строгость", "Severity", 15), ("Состояние", "Status", 28), ("Находок", "Findings", 9),
        ),
        _requirements,
    ),
    Sheet(
        Bilingual("Обязательства", "Obligations"),
        _columns(
            _DOCUMENT, _PLACE, ("Кто", "Bearer", 28), ("Роль", "Role", 22), ("Модальность", "Modality", 14),
            ("Обязательство", "Obligation", 70), ("С кем", "Counterparty", 24), ("Тема", "Topic", 24),
            ("Условие", "Condition", 28), ("Срок", "Deadline", 12), ("Срок словами", "Deadline in words", 24),
            ("Действует", "In force", 10),
        ),
        _obligations,
    ),
    Sheet(
        Bilingual("Сопоставление", "Crosswalk"),
        _columns(
            _DOCUMENT, ("Пункт положения", "Clause of the regulation", 14), ("Функция", "Function", 60),
            ("Чья", "Bearer", 28), ("Отношение обязательства", "Relation of the obligation", 22), _PLACE,
            ("Обязательство", "Obligation", 60), ("Кто", "Bearer of the obligation", 28),
            ("Смена носителя", "Another bearer", 30),
        ),
        _correspondences,
    ),
    Sheet(
        Bilingual("Показатели", "Targets"),
        _columns(
            _DOCUMENT, _PLACE, ("Показатель", "Indicator", 70), ("Период", "Period", 24),
            ("Год с", "Year from", 8), ("Год по", "Year to", 8), ("Открытый", "Open", 10), ("Доля, %", "Share, %", 9),
            ("Число", "Count", 9),
        ),
        _targets,
    ),
)  # fmt: skip

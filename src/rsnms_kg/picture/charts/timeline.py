"""A roadmap as a timeline: each measure at its day, with its status, and the day to judge by as a line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.picture.canvas import FAINT, WARM
from rsnms_kg.picture.captions import STATUSES, on_paper
from rsnms_kg.picture.charts.table import Table, Words, words_of
from rsnms_kg.picture.diagram import LEADING, PAD_X, PAD_Y, SMALL, TEXT, Mark
from rsnms_kg.picture.letters import width as breadth
from rsnms_kg.picture.lines import wrapped
from rsnms_kg.picture.presentation import MARKS
from rsnms_kg.picture.sheet import EDGE

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_DUE = 190  # the widest column with the day and the status
_WIDE = 640  # of that column and the axis
_INSET = 16
_ROOM = 62  # the least room for the name of a month
_DUE_NAME = Bilingual("срок", "due")
_RESULT = Bilingual("результат", "result")


def timeline(view: MultiDiGraph) -> str:
    """Return a roadmap as SVG."""
    nodes = [node for node, kind in view.nodes(data="kind") if kind == "measure"]
    rows = [
        words_of(view, node, view.nodes[node]["clause"], _small(view, node), _least(view.nodes[node])) for node in nodes
    ]
    return _Timeline(view, rows).svg()


def _least(about: dict[str, Any]) -> float:
    """How high a row has to be for its day and status."""
    words, status = wrapped(about["deadline_words"], _DUE - PAD_X, TEXT), wrapped(_status(about), _DUE - PAD_X, SMALL)
    return len(words) * TEXT * LEADING + len(status) * SMALL * LEADING + 2 * PAD_Y


def _due(view: MultiDiGraph, nodes: list[str]) -> float:
    """How wide the column with the days and the statuses has to be."""
    wide = [breadth(_DUE_NAME(view.graph["language"]), SMALL)]
    for about in (view.nodes[node] for node in nodes):
        wide += [breadth(line, TEXT) for line in wrapped(about["deadline_words"], _DUE - PAD_X, TEXT)]
        wide += [breadth(line, SMALL) for line in wrapped(_status(about), _DUE - PAD_X, SMALL)]
    return max(wide) + PAD_X


def _small(view: MultiDiGraph, node: str) -> str:
    about, language = view.nodes[node], view.graph["language"]
    result = f"{_RESULT(language)}: {about['result']}" if about["result"] else ""
    return " · ".join(filter(None, [about["responsible_shown"], result]))


class _Timeline:
    def __init__(self, view: MultiDiGraph, rows: list[Words]) -> None:
        self.view, self.rows, self.language = view, rows, view.graph["language"]
        found = {about["status"] for _, about in view.nodes(data=True)}
        legend: list[tuple[Mark, str]] = [
            (MARKS[key], words(self.language)) for key, words in STATUSES.items() if key in found
        ]
        if not any(found) and any(day for _, day in view.nodes(data="date")):
            legend.append(("square", _DUE_NAME(self.language)))
        legend += [("", words) for words in view.graph["abbreviations"].splitlines()]
        due = _due(view, [row.key for row in rows])
        self.table, self.axis = Table(view, rows, _WIDE, legend), _WIDE - due
        self.left = self.table.right + due
        days = [day for _, text in view.nodes(data="date") if (day := _day(text))]
        self.as_of = _day(view.graph["as_of"])
        first, last = (min(days), max(days)) if days else (self.as_of or date(2000, 1, 1),) * 2
        span = max((last - first).days, 30)
        if self.as_of and abs((self.as_of - first).days) <= 2 * span:
            first, last = min(first, self.as_of), max(last, self.as_of)
        self.first, self.last = first.replace(day=1), _next_month(last)

    def svg(self) -> str:
        table = self.table
        tops, top = [], table.top
        for at, row in enumerate(self.rows):
            table.row(at, row, top)
            tops.append(top)
            top += row.height
        self._axis()
        self._today()
        for row, at_top in zip(self.rows, tops, strict=True):
            self._measure(row, at_top)
        return table.finish()

    def _x(self, day: date) -> float:
        part = (day - self.first).days / (self.last - self.first).days
        return self.left + _INSET + min(max(part, 0.0), 1.0) * (self.axis - 2 * _INSET)

    def _axis(self) -> None:
        canvas, table = self.table.canvas, self.table
        group = canvas.group(canvas.root, "axis")
        canvas.lines(group, [_DUE_NAME(self.language)], (table.right, table.head + 16), SMALL, fill=FAINT)
        days = _ticks(self.first, self.last, self.axis)
        yearly = len(days) > 1 and all(day.month == 1 for day in days)
        if self._x(days[0]) - self._x(self.first) >= _ROOM:  # the axis begins with a name
            days = [self.first, *days]
            yearly = False
        for day in days:
            x = self._x(day)
            canvas.add(
                group, "path", d=f"M{x:.1f} {table.head + 18:.1f}V{table.bottom:.1f}", stroke="#c3cad1", fill="none"
            )
            if x < self.left + self.axis - _ROOM:
                words = f"{day:%Y}" if yearly else f"{day:%m.%Y}"
                canvas.lines(group, [words], (x + 4, table.head + 16), SMALL, fill=FAINT)

    def _today(self) -> None:
        if not self.as_of:
            return
        canvas, table, x = self.table.canvas, self.table, self._x(self.as_of)
        group = canvas.group(canvas.root, "today")
        canvas.add(group, "path", d=f"M{x:.1f} {table.top:.1f}V{table.bottom:.1f}", stroke=WARM, stroke_width=2)
        words = on_paper(self.as_of)
        half: float = breadth(words, SMALL, bold=True) / 2
        middle = min(max(x, self.left + half), table.width - EDGE - half)
        canvas.lines(group, [words], (middle, table.head - 4), SMALL, text_anchor="middle", font_weight="bold")

    def _measure(self, row: Words, top: float) -> None:
        canvas, table, about = self.table.canvas, self.table, self.view.nodes[row.key]
        group = canvas.group(canvas.root, "when")
        words = wrapped(about["deadline_words"], _DUE - PAD_X, TEXT)
        status = wrapped(_status(about), _DUE - PAD_X, SMALL)
        below = canvas.lines(group, words, (table.right, top + PAD_Y), TEXT)
        canvas.lines(group, status, (table.right, below), SMALL, fill=FAINT)
        day = _day(about["date"])
        if day is not None:
            mark = MARKS.get(about["status"], "") or "square"
            canvas.mark(group, mark, (self._x(day), top + row.height / 2))


def _status(about: dict[str, Any]) -> str:
    """The status in words, with the day that a measure was done on."""
    done = f" {on_paper(about['completed'])}" if about["completed"] and about["status"] in ("done", "late") else ""
    return f"{about.get('status_label', '')}{done}"


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _ticks(first: date, last: date, room: float) -> list[date]:
    """The first days of months, quarters or years, as many as have room for their names."""
    months: list[date] = []
    day = first
    while day < last:
        months.append(day)
        day = _next_month(day)
    steps = (1, 3, 6, 12, 24, 60)
    step = next((step for step in steps if len(months) / step * _ROOM <= room), steps[-1])
    return [day for day in months if step == 1 or (day.month - 1 + 12 * (day.year % 5)) % step == 0]

"""Indicators as a table of bars: what is to be reached in each period, and what was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rsnms_kg.bilingual import Bilingual
from rsnms_kg.picture.canvas import FAINT, INK, STRONG, WARM, Element, polygon
from rsnms_kg.picture.charts.table import Table, words_of
from rsnms_kg.picture.diagram import HEAD, LEADING, SMALL, TEXT, Mark
from rsnms_kg.picture.views.indicators import told

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_CELL, _PAD, _BAR = 190, 12, 12
_WHOLE = 100  # per cent
_SHARE = Bilingual("полоса – доля от 0 до 100\N{NO-BREAK SPACE}%", "bar – the share, 0 to 100%")
_BOTH = Bilingual("число после точки – количество", "the number after the dot – the count")
_OVER = Bilingual("стрелка в конце полосы – больше 100\N{NO-BREAK SPACE}%", "arrow at the end of a bar – over 100%")
_BARE = Bilingual(
    "штриховая рамка – доля напечатана без знака\N{NO-BREAK SPACE}%, хотя у других он есть: полосы нет",
    "dashed frame – the share is printed without the % sign that others have: no bar",
)
_COUNT = Bilingual(
    "полоса без заливки – количество, от наибольшего в строке", "open bar – the count, of the greatest in the row"
)
_REACHED = Bilingual("черта – достигнуто", "stroke – reached")
_LEAST = Bilingual("значения – наименьшие («не менее»)", "values – minima (“at least”)")
_WAS = Bilingual("достигнуто", "reached")


def bars(view: MultiDiGraph) -> str:
    """Return indicators as SVG."""
    return _Bars(view).svg()


class _Bars:
    def __init__(self, view: MultiDiGraph) -> None:
        self.view, self.language = view, view.graph["language"]
        self.values: dict[str, list[dict[str, Any]]] = {}
        periods: dict[str, tuple[int, int]] = {}
        for _, about in view.nodes(data=True):
            if about["kind"] in ("target", "observation"):
                self.values.setdefault(about["within"], []).append(about)
                when = (about.get("period_start", 9999), about.get("period_end", 9999))
                periods[about["period"]] = min(when, periods.get(about["period"], when))
        self.periods = sorted(periods, key=lambda period: (periods[period], period))
        nodes = [node for node, kind in view.nodes(data="kind") if kind == "indicator"]
        both = any(len({one["kind"] for one in every}) > 1 for every in self.values.values())
        self.least = _BAR + TEXT * LEADING + (SMALL * LEADING if both else 0) + 24
        self.rows = [words_of(view, node, self._number(node), "", self.least) for node in nodes]
        self.table = Table(view, self.rows, len(self.periods) * _CELL, self._legend())

    def _number(self, node: str) -> str:
        about = self.view.nodes[node]
        return str(about["number"] or about["clause"]).rstrip(".")

    def _legend(self) -> list[tuple[Mark, str]]:
        every = [about for values in self.values.values() for about in values]
        said = (
            (_LEAST, any(about["kind"] == "target" for about in every)),
            (_SHARE, any("share" in about and "bare" not in about for about in every)),
            (_BOTH, any("share" in about and "count" in about for about in every)),
            (_OVER, any(map(_is_over, every))),
            (_BARE, any("bare" in about for about in every)),
            (_COUNT, any("share" not in about and "count" in about for about in every)),
            (_REACHED, any(about["kind"] == "observation" for about in every)),
        )
        return [("", words(self.language)) for words, there in said if there]

    def svg(self) -> str:
        table, canvas = self.table, self.table.canvas
        names = canvas.group(canvas.root, "axis")
        for at, period in enumerate(self.periods):
            left = table.right + at * _CELL + _PAD
            canvas.lines(names, [period], (left, table.head + 8), HEAD, font_weight="bold")
        top = table.top
        for at, row in enumerate(self.rows):
            group = table.row(at, row, top)
            greatest = max((about.get("count", 0.0) for about in self.values[row.key]), default=0.0)
            for at_period, period in enumerate(self.periods):
                here = [about for about in self.values[row.key] if about["period"] == period]
                if here:
                    left = table.right + at_period * _CELL + _PAD
                    self._cell(group, here, (left, top + (row.height - self.least) / 2), greatest)
            top += row.height
        return table.finish()

    def _cell(self, group: Element, values: list[dict[str, Any]], at: tuple[float, float], greatest: float) -> None:
        """The bar of a target with a stroke where an observation is, and both in words below."""
        canvas, (left, top), room = self.table.canvas, at, _CELL - 2 * _PAD
        bar, below = top + 8, top + 8 + _BAR + 4
        dashed = {"stroke": WARM, "stroke_dasharray": "4 3"} if any("bare" in about for about in values) else {}
        canvas.rectangle(
            group, (left, bar, left + room, bar + _BAR), **{"fill": "#ffffff", "stroke": "#9aa5af"} | dashed
        )
        if any(map(_is_over, values)):
            x, middle = left + room + 1, bar + _BAR / 2
            tip = polygon(((x, bar - 1), (x + _PAD - 3, middle), (x, bar + _BAR + 1)))
            canvas.add(group, "polygon", points=tip, fill=WARM, class_="over")
        for about in sorted(values, key=lambda about: about["kind"] == "observation"):
            share, count = about.get("share"), about.get("count")
            part = share / _WHOLE if share is not None else count / greatest if count and greatest else 0.0
            x = left + min(max(part, 0.0), 1.0) * room
            said = told(share, count, self.language, about.get("bare", ""))
            if about["kind"] == "observation":
                canvas.rectangle(group, (x - 2, bar - 4, x + 2, bar + _BAR + 4), fill=INK)
                below = canvas.lines(group, [f"{_WAS(self.language)}: {said}"], (left, below), SMALL, fill=FAINT)
                continue
            filled = {"fill": STRONG} if share is not None else {"fill": "#ffffff", "stroke": WARM, "stroke_width": "2"}
            if part and "bare" not in about:
                canvas.rectangle(group, (left, bar, x, bar + _BAR), **filled)
            below = canvas.lines(group, [said], (left, below), TEXT)


def _is_over(about: dict[str, Any]) -> bool:
    """Whether a share is more than the whole; one without its sign says nothing of that."""
    return "bare" not in about and float(about.get("share", 0.0)) > _WHOLE

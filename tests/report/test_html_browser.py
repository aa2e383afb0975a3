"""The HTML report in a browser: boxes filter, links lead there and back, nothing is loaded, it prints."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rsnms_kg as rk

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="the report is driven in a browser: install chromium")


class Browser:
    """Headless Chromium, spoken to through a pair of pipes: no port, no driver to download."""

    def __init__(self, profile: str) -> None:
        to_read, self.write = os.pipe()
        self.read, to_write = os.pipe()

        def connect() -> None:
            # 3 and 4 are where Chromium listens and answers; copied through high numbers not to close each other.
            first, second = os.dup2(to_read, 100), os.dup2(to_write, 101)
            os.dup2(first, 3)
            os.dup2(second, 4)

        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
        self.process = subprocess.Popen(
            [str(CHROMIUM), *flags, "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_read)
        os.close(to_write)
        self.rest, self.number, self.session, self.events = b"", 0, "", list[dict[str, Any]]()
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **given: Any) -> dict[str, Any]:
        """Send a command and return its answer; what else is told meanwhile is kept in ``events``."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": given}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            told = self._told()
            if told.get("id") == self.number:
                assert "error" not in told, told
                return dict(told["result"])
            self.events.append(told)

    def _told(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            part = os.read(self.read, 1 << 20)
            assert part, "Chromium has closed the pipe"
            self.rest += part
        message, _, self.rest = self.rest.partition(b"\0")
        return dict(json.loads(message))

    def open(self, path: Path, width: int = 1280, height: int = 900, scripts: bool = False, **media: Any) -> None:
        """Open a file, scripts of the page switched off unless told otherwise, and wait until it is loaded."""
        self.events.clear()
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.call("Emulation.setEmulatedMedia", **{"media": "", "features": [], **media})
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=path.as_uri())
        while self.eval("document.readyState + location.protocol") != "completefile:":
            pass

    def eval(self, script: str) -> Any:
        """Return what a script gives, as data."""
        told = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def click(self, selector: str) -> None:
        """Click with the mouse in the middle of the first line of an element."""
        box = self.eval(
            f"(e => {{e.scrollIntoView({{block: 'center'}}); const r = e.getClientRects()[0];"
            f" return [r.x + r.width / 2, r.y + r.height / 2]}})(document.querySelector({json.dumps(selector)}))"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press and let go a key."""
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code,
                      **({"text": text} if text and kind == "keyDown" else {}))  # fmt: skip

    def shown(self, selector: str) -> int:
        """Return how many elements are on the page to be seen."""
        return int(self.eval(
            f"[...document.querySelectorAll({json.dumps(selector)})].filter(e => e.getClientRects().length).length"
        ))  # fmt: skip

    def told(self, class_: str) -> str:
        """Return what a screen reader says of an element, the words that the style adds included."""
        node = self.call("Runtime.evaluate", expression=f"document.querySelector('.{class_}')")["result"]["objectId"]
        nodes = self.call("Accessibility.queryAXTree", objectId=node, role="StaticText")["nodes"]
        return "".join(one["name"]["value"] for one in nodes)

    def close(self) -> None:
        """End the browser that was started here."""
        self.process.terminate()
        self.process.wait(20)
        os.close(self.write)
        os.close(self.read)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        started = Browser(profile)
        yield started
        started.close()


@pytest.fixture(scope="module")
def report() -> rk.Report:
    return rk.check(ROOT / "examples/agreement.txt")


@pytest.fixture(scope="module")
def path(report: rk.Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report.save(tmp_path_factory.mktemp("html") / "report.html")


def test_nothing_is_loaded_and_nothing_is_complained_of(browser: Browser, path: Path) -> None:
    browser.open(path)
    sent = [event["params"]["request"]["url"] for event in browser.events
            if event.get("method") == "Network.requestWillBeSent"]  # fmt: skip
    assert sent == [path.as_uri()]
    assert [event for event in browser.events if event.get("method") == "Log.entryAdded"] == []
    assert browser.eval("getComputedStyle(document.querySelector('.finding')).borderLeftStyle") != "none"


def test_a_box_hides_the_findings_of_a_severity_and_takes_the_colour_of_their_marks(
    browser: Browser, path: Path, report: rk.Report
) -> None:
    browser.open(path)
    warnings = sum(finding.severity == "warning" for finding in report.findings)
    colour = "getComputedStyle(document.querySelector('mark.warning')).backgroundColor"
    assert browser.shown(".finding") == browser.shown(".back") == len(report.findings)
    assert browser.eval(colour) != "rgba(0, 0, 0, 0)"
    browser.click("#grade-warning")
    assert browser.shown(".finding") == browser.shown(".back") == len(report.findings) - warnings
    assert browser.shown(".finding.warning") == 0
    assert browser.eval(colour) == "rgba(0, 0, 0, 0)"
    assert browser.told("shown") == f"Показано находок: {len(report.findings) - warnings}"
    browser.click("button[type=reset]")
    assert browser.shown(".finding") == len(report.findings)


def test_a_box_is_ticked_by_keyboard(browser: Browser, path: Path, report: rk.Report) -> None:
    browser.open(path)
    family = report.findings[0].requirement.family
    browser.eval(f"document.getElementById('family-{family}').focus()")
    browser.press(" ", 32, " ")
    own = sum(finding.requirement.family == family for finding in report.findings)
    assert browser.shown(".finding") == len(report.findings) - own


def test_the_first_key_offers_to_skip_to_the_findings(browser: Browser, path: Path) -> None:
    browser.open(path)
    browser.press("Tab", 9)
    assert browser.eval("document.activeElement.className") == "skip"
    browser.press("Enter", 13, "\r")
    assert browser.eval("location.hash") == "#main"


def test_a_finding_leads_to_its_words_and_the_words_back_to_it(browser: Browser, path: Path) -> None:
    browser.open(path)
    seen = "(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(':target').getBoundingClientRect())"
    browser.click("#f1-8 h4 a")
    assert browser.eval("location.hash") == "#m1-8" and browser.eval(seen)
    assert browser.eval("getComputedStyle(document.querySelector(':target + mark')).outlineStyle") == "solid"
    browser.click("a.back[href='#f1-8']")
    assert browser.eval("location.hash") == "#f1-8" and browser.eval(seen)


@pytest.mark.parametrize("width", [320, 400, 1280])
def test_the_page_is_as_wide_as_the_window(browser: Browser, path: Path, width: int) -> None:
    browser.open(path, width=width)
    assert browser.eval("document.documentElement.scrollWidth") <= width
    places = browser.eval("['.list', '.paper'].map(s => document.querySelector(s).getBoundingClientRect().x)")
    assert (places[0] < places[1]) == (width == 1280), "side by side where there is room"


def test_on_paper_no_finding_is_cut_and_the_boxes_are_gone(browser: Browser, path: Path) -> None:
    browser.open(path, media="print")
    assert browser.shown(".filters") == 0 and browser.shown(".finding") > 0
    assert browser.eval("getComputedStyle(document.querySelector('.finding')).breakInside") == "avoid"
    assert browser.eval("getComputedStyle(document.querySelector('.scroll')).overflowY") == "visible"
    printed = base64.b64decode(browser.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert printed.startswith(b"%PDF-") and b"/MediaBox [0 0 594.95996 841.91998]" in printed
    assert printed.count(b"/Type /Page\n") > 2


def test_a_hostile_paper_runs_nothing(browser: Browser, report: rk.Report, tmp_path: Path) -> None:
    words = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"><svg onload=alert(1)>"
    text = (ROOT / "examples/agreement.txt").read_text(encoding="utf-8").replace("дважды в год", words)
    (tmp_path / "бумага.txt").write_text(text, encoding="utf-8")
    saved = rk.check(tmp_path / "бумага.txt").save(tmp_path / "report.html")
    browser.open(saved, scripts=True)
    assert browser.eval("document.title").startswith("Отчёт")
    assert browser.eval("document.querySelectorAll('script, img, .paper svg').length") == 0
    text = browser.eval("document.querySelectorAll('.back').forEach(e => e.remove()),"
                        "document.querySelector('.paper').textContent")  # fmt: skip
    assert words in text

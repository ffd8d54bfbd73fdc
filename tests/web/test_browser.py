"""The pages in a real browser: a question answered from end to end, by keyboard too, and no word of a document runs."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("playwright", reason="playwright is not installed")
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        BROWSER is None, reason="no chromium, chromium-browser or google-chrome is on the path"
    ),
]

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from schedgraph.graph.web.serving import listen, server
from schedgraph.graph.web.site import Site
from tests.web.hostile import OLD, STRINGS, new

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ITEM = "authority/N1-567-09-006/1/c/2"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


@contextmanager
def running(folder: Path) -> Iterator[str]:
    with listen("127.0.0.1", 0) as listening:
        serving = server(Site(folder=folder, audit_seconds=60))
        serving.config.app.state.engine.ready()
        thread = threading.Thread(target=serving.run, kwargs={"sockets": [listening.socket]})
        thread.start()
        yield listening.address
        serving.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def home(library: Path) -> Iterator[str]:
    """The address of a server of the bundled schedules."""
    with running(library) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_home(hostile_library: Path) -> Iterator[str]:
    """The address of a server of documents that mean harm."""
    with running(hostile_library) as address:
        yield address


class Watched:
    """A page and everything that it complained about or asked of other servers."""

    def __init__(self, browser: Browser, home: str, **more) -> None:
        self.context = browser.new_context(**more)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on(
            "console", lambda each: self.complaints.append(each.text) if each.type != "log" else None
        )
        self.page.on("pageerror", lambda each: self.complaints.append(str(each)))
        self.page.on("dialog", lambda each: self.complaints.append(each.message))
        self.page.on(
            "request",
            lambda each: None if each.url.startswith((home, "data:")) else self.complaints.append(each.url),
        )


@contextmanager
def watched(browser: Browser, home: str, **more) -> Iterator[Watched]:
    opened = Watched(browser, home, **more)
    try:
        yield opened
    finally:
        opened.context.close()


def test_a_damaged_number_is_followed_to_its_evidence_and_kept_as_a_file(browser, home, tmp_path):
    with watched(browser, home, accept_downloads=True) as opened:
        page = opened.page
        page.goto(home)
        page.get_by_label("A number of a schedule").fill("NI-567-09-6, item 1c(2)")
        page.get_by_role("main").get_by_role("button", name="Search").click()
        assert "repaired" in page.inner_text(".how")
        page.get_by_role("link", name="N1-567-09-006/1/c/2", exact=True).first.click()
        assert "is superseded" in page.inner_text("#verdict")

        page.get_by_label("As of").fill("2012-01-01")
        page.get_by_role("button", name="Show").click()
        assert "was" in page.inner_text("#verdict")
        assert "on 2012-01-01" in page.inner_text("#verdict")
        assert "superseded" not in page.inner_text("#verdict")

        page.get_by_role("link", name="as far as is known now").click()
        page.locator("ol.chain").get_by_role("link", name="DAA-GRS-2013-0001-0005").first.click()
        assert page.url.endswith("/authority/DAA-GRS-2013-0001-0005")
        page.go_back()
        page.locator("figure svg a").nth(1).focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/authority/*GRS*")
        page.go_back()

        page.locator("ol.chain").get_by_role("link", name="Evidence").first.click()
        assert page.locator("tr:target q").count() == 1
        page.locator("tr:target summary").click()
        picture = page.locator("tr:target img")
        picture.scroll_into_view_if_needed()
        # (Waiting in the page would need eval, which its policy does not allow.)
        for _ in range(100):
            if page.evaluate("document.querySelector('tr:target img').naturalWidth") > 200:
                break
            page.wait_for_timeout(100)
        assert page.evaluate("document.querySelector('tr:target img').naturalWidth") > 200
        page.locator("tr:target td[data-label=Document] a").first.click()
        assert "n1-567-09-006_sf115.pdf" in page.inner_text("h1")
        assert page.locator("article.item del").count() > 0

        page.goto(f"{home}examples")
        page.locator("summary", has_text="Which items are active").click()
        page.locator("details[open]").get_by_role("link", name="Ask it").click()
        assert page.locator("table.rows tbody tr").count() > 0

        page.goto(f"{home}{ITEM}")
        with page.expect_download() as download:
            page.get_by_role("link", name="one file to keep").click()
        kept = tmp_path / "kept.html"
        download.value.save_as(kept)
        assert not opened.complaints
    with watched(browser, kept.as_uri(), offline=True) as opened:
        opened.page.goto(kept.as_uri())
        assert "N1-567-09-006/1/c/2 is superseded" in opened.page.inner_text("main")
        opened.page.locator("figure svg a").nth(1).click()
        assert opened.page.locator("tr:target").count() == 1
        assert (
            opened.page.evaluate("getComputedStyle(document.querySelector('td')).borderBottomStyle")
            == "solid"
        )
        assert not opened.complaints


def test_the_answer_is_reached_by_keyboard_alone(browser, home):
    with watched(browser, home) as opened:
        page = opened.page
        page.goto(home)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("NI-567-09-6 item 1A")
        page.keyboard.press("Enter")
        page.wait_for_url("**/?q=*")
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent") == "N1-567-09-006/1/a":
                break
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        page.keyboard.press("Enter")
        page.wait_for_url("**/authority/**")
        assert outline == "solid"
        assert "superseded" in page.inner_text("#verdict")


KINDS = {
    "search": "?q=NI-567-09-6",
    "authority": ITEM,
    "schedule": "schedule/N1-567-09-006",
    "document": "document/fact:facts%2Fgrs_lineage.tsv",
    "agency": "agency/567",
    "audit": "audit",
    "sparql": "sparql?query=SELECT+%2A+%7B%3Fitem+sg%3Atitle+%3Ftitle%7D",
    "sparql-wrong": "sparql?query=SELECT+%2A+%7B",
    "examples": "examples",
    "changes": "changes?from=2012-01-01&to=2015-01-01",
    "problem": "authority/nothing",
}


@pytest.fixture(scope="module")
def inspected(browser, home) -> Iterator[Page]:
    with watched(browser, home) as opened:
        yield opened.page


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_and_the_page_fits_320_pixels(inspected, home, kind):
    inspected.set_viewport_size({"width": 1000, "height": 800})
    inspected.goto(f"{home}{KINDS[kind]}")
    found = Axe().run(inspected).response["violations"]
    assert not [(each["id"], each["nodes"][0]["html"][:200]) for each in found]
    inspected.set_viewport_size({"width": 320, "height": 640})
    assert inspected.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_printed_page_shows_the_whole_picture_and_no_controls(inspected, home):
    inspected.goto(f"{home}{ITEM}")
    inspected.emulate_media(media="print")
    assert not inspected.locator("form").first.is_visible()
    assert (
        inspected.evaluate("getComputedStyle(document.querySelector('.picture .scroll')).overflowX")
        == "visible"
    )
    inspected.emulate_media(media="screen")


def test_no_word_of_a_document_runs_in_a_browser(browser, hostile_home):
    with watched(browser, hostile_home) as opened:
        page = opened.page
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', e => console.error('csp ' + e.violatedDirective))"
        )
        numbers = (1, 4, 7, 22, 40, 52)
        paths = [
            f"authority/{OLD}",
            *(f"authority/{OLD}/{number}" for number in numbers),
            f"authority/{new(4)}/1",
            f"authority/{OLD}.svg",
            f"authority/{OLD}/1.html",
            f"schedule/{OLD}",
            "document/" + "a" * 64,
            *(f"document/{number:064x}" for number in (0, 3, 9)),
            "agency/900",
            "agency/900.svg",
            "audit",
            "changes?from=1991-01-01&to=1999-12-31",
            "?q=more",
            "sparql?query=SELECT+%2A+%7B%3Fitem+sg%3Atitle+%3Ftitle%7D",
        ]
        for path in paths:
            page.goto(f"{hostile_home}{path}")
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert page.title() != "owned", path
            assert not page.evaluate(
                "[...document.links].filter(a => !/^https?:$/.test(a.protocol)).length"
            ), path
        assert not opened.complaints


def test_no_word_that_is_asked_for_runs_in_a_browser(browser, hostile_home):
    """All strings together in each box: one that broke out of its place would break out there too."""
    from urllib.parse import urlencode

    with watched(browser, hostile_home) as opened:
        page = opened.page
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', e => console.error('csp ' + e.violatedDirective))"
        )
        paths = ["?" + urlencode({"q": " ".join(some)[:390]}) for some in _parted(6)]
        for some in map(" ".join, _parted(21)):
            paths += [
                "sparql?" + urlencode({"query": some}),
                f"authority/{OLD}/1?" + urlencode({"asked": some}),
                "changes?" + urlencode({"from": some}),
                "authority/" + urlencode({"": some})[1:],
            ]
        for path in paths:
            page.goto(f"{hostile_home}{path}")
            assert page.title() != "owned", path
            assert not [each for each in opened.complaints if "status of 4" not in each], path


def _parted(size: int) -> list[tuple[str, ...]]:
    return [STRINGS[start : start + size] for start in range(0, len(STRINGS), size)]

"""No word of a document, a file name, a query or an error becomes code, whatever it is written for."""

import csv
import io
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import pytest
from rdflib import Graph

from schedgraph.graph.store import Store
from tests.web.conftest import whole
from tests.web.hostile import OLD, STRINGS, new

PAGES = (
    f"/authority/{OLD}",
    f"/authority/{OLD}/1",
    f"/authority/{OLD}/52",
    f"/authority/{new(4)}/1",
    f"/schedule/{OLD}",
    f"/schedule/{new(4)}",
    "/document/" + "a" * 64,
    "/agency/900",
    "/agency",
    "/audit",
    "/changes?from=1991-01-01&to=1999-12-31",
    "/?q=more",
    "/sparql?query=SELECT+%2A+%7B%3Fitem+sg%3Atitle+%3Ftitle%7D",
)

ALLOWED = frozenset(
    {
        "a", "article", "body", "button", "caption", "code", "dd", "defs", "del", "desc", "details", "div",
        "dl", "dt", "figcaption", "figure", "footer", "form", "g", "h1", "h2", "h3", "head", "header", "html",
        "img", "input", "label", "li", "link", "main", "marker", "meta", "nav", "ol", "p", "path", "pre", "q",
        "rect", "region", "section", "small", "span", "strong", "summary", "svg", "table", "tbody", "td",
        "text", "textarea", "th", "thead", "time", "title", "tr", "tspan", "ul",
    }
)  # fmt: skip


class Marks(HTMLParser):
    """The elements and attributes of a page, as a browser's parser finds them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.wrong: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            address = (value or "").strip()
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.wrong.append(f"{tag} {name}")
            outside = not re.match(r"(/(?!/)|#|https://)", address)
            if name in ("href", "src", "action", "formaction") and address and outside:
                self.wrong.append(f"{tag} {name}={address}")


def check_page(page: str) -> None:
    marks = Marks(page)
    assert marks.tags <= ALLOWED
    assert not marks.wrong
    # The box for the next query holds the last one as it was given, or it would be another query.
    page = re.sub(r"(<textarea[^>]*>).*(</textarea>)", r"\1\2", page, flags=re.DOTALL)
    assert not set(page) & set("\x1b\x9b\x07\u202e\u2066\u200b\ufeff\ue000")


def test_there_are_sixty_strings_and_more():
    assert len(set(STRINGS)) >= 60


@pytest.mark.parametrize("path", PAGES)
def test_no_word_of_a_document_becomes_a_mark_of_a_page(hostile_site, path):
    answer = whole(hostile_site, path)
    check_page(answer.text)
    assert (
        "owned" in answer.text or path in ("/agency", f"/authority/{OLD}/52") or path == f"/schedule/{new(4)}"
    )


@pytest.mark.parametrize("text", STRINGS)
def test_no_word_that_is_asked_for_becomes_a_mark_of_a_page(hostile_site, text):
    for path, given in (
        ("/", {"q": text}),
        ("/sparql", {"query": text}),
        ("/sparql", {"query": f"SELECT * {{ BIND({_literal(text)} AS ?x) }}"}),
        (f"/authority/{OLD}/1", {"asked": text}),
        (f"/authority/{OLD}/1", {"as-of": text}),
        (f"/authority/{OLD}/1", {"without": text}),
        ("/changes", {"from": text}),
    ):
        answer = hostile_site.get(path, params=given)
        assert answer.status_code < 500
        check_page(answer.text)
        assert "set-cookie" not in answer.headers
    for kind in ("authority", "schedule", "document", "agency", "evidence"):
        answer = hostile_site.get(f"/{kind}/{_encoded(text)}")
        assert answer.status_code < 500
        if answer.status_code != 303:
            check_page(answer.text)
        assert "set-cookie" not in answer.headers


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n")
    return f'"{escaped}"'


def _encoded(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")


@pytest.mark.parametrize(
    "iri", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//127.0.0.1:9/"]
)
def test_an_address_in_an_answer_is_a_link_only_where_it_is_one_of_the_web(hostile_site, iri):
    page = hostile_site.get("/sparql", params={"query": f"SELECT * {{ BIND(<{iri}> AS ?x) }}"}).text
    check_page(page)
    assert f'href="{iri}' not in page


@pytest.mark.parametrize(
    "path",
    [
        f"/authority/{OLD}/53.csv",
        f"/schedule/{OLD}.csv",
        "/document/" + "a" * 64 + ".csv",
        "/agency/900.csv",
        "/audit.csv",
        "/changes.csv?from=1991-01-01&to=1999-12-31",
        "/search.csv?q=more",
    ],
)
def test_no_cell_of_a_table_is_a_formula(hostile_site, path):
    rows = list(csv.reader(io.StringIO(whole(hostile_site, path).text)))
    cells = [cell for row in rows for cell in row]
    assert len(rows) > 1
    assert not [
        cell
        for cell in cells
        if cell.lstrip().startswith(("=", "+", "-", "@")) or (cell[:1] in "\t\r" and cell)
    ]
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("path", [f"/authority/{OLD}.svg", f"/schedule/{OLD}.svg", "/agency/900.svg"])
def test_no_title_leaves_its_element_in_a_picture(hostile_site, path):
    root = ElementTree.fromstring(hostile_site.get(path).content)  # noqa: S314 (our own)
    for each in root.iter():
        assert each.tag.rpartition("}")[2] in ALLOWED
        assert not any(name.startswith("on") or name == "style" for name in each.attrib)
        assert each.attrib.get("href", "/").startswith("/")


def test_a_feed_and_a_graph_of_hostile_words_can_be_read_and_say_the_same(hostile_site, hostile_library):
    feed = whole(hostile_site, "/changes.atom?from=1991-01-01&to=1999-12-31")
    assert ElementTree.fromstring(feed.content) is not None  # noqa: S314 (our own)
    graph = Graph().parse(data=hostile_site.get(f"/schedule/{OLD}.ttl").text, format="turtle")
    with Store.open(hostile_library) as store:
        titles = {
            each.object
            for each in store.ledger.all()
            if each.predicate == "title" and each.subject.startswith(OLD)
        }
    from rdflib import URIRef

    from schedgraph.ontology import terms

    assert titles <= {str(value) for value in graph.objects(None, URIRef(terms.TITLE))}


def test_the_report_of_hostile_words_has_no_script(hostile_site):
    page = hostile_site.get(f"/authority/{OLD}/1.html?download").text
    marks = Marks(page)
    assert marks.tags <= ALLOWED | {"style"}
    assert not [each for each in marks.wrong if "href=#" not in each]

"""What each kind of page says, and in which other formats it can be had."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from html import unescape

import pytest
from rdflib import Graph

from schedgraph.graph.iri import BASE
from schedgraph.graph.ledger.ledger import Ledger
from schedgraph.graph.rdf.excerpt import excerpt
from schedgraph.graph.rdf.quads import quads
from schedgraph.graph.store import Store
from tests.web.conftest import whole

ITEM = "/authority/N1-567-09-006/1/c/2"


def words(page: str) -> str:
    """What a page says, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def said(site, path: str) -> str:
    answer = site.get(path)
    assert answer.status_code == 200, answer.text
    return words(answer.text)


def test_a_damaged_number_is_read_and_the_page_says_how(site):
    page = said(site, "/?q=NI-567-09-6")
    assert "repaired I→1, so not sure" in page
    assert "N1-567-09-006" in page
    assert "superseded" in page


def test_a_number_that_can_be_read_in_several_ways_shows_all_of_them(site):
    answer = site.get("/search.json?q=N1-563-04-1a").json()
    assert len(answer["numbers"][0]["readings"]) > 1
    page = said(site, "/?q=N1-563-04-1a")
    assert all(each["id"] in page for each in answer["numbers"][0]["readings"])


def test_words_find_items(site):
    assert "N1-567-09-006/1/c/2" in said(site, "/?q=case+notes")


def test_a_search_that_finds_nothing_says_so(site):
    assert "is no number of a disposition authority" in said(site, "/?q=zyxw")


def test_the_page_of_an_item_gives_verdict_chain_evidence_and_caveats(site):
    page = said(site, ITEM)
    assert "N1-567-09-006/1/c/2 is superseded" in page
    assert "a later authority took its place" in page
    assert "2014-09-16 : N1-567-09-006/1/c/2 was replaced by DAA-GRS-2013-0001-0005" in page
    assert "possible: GRS 5.1" in page
    assert "pairwise-annotation" in page
    assert "n1-567-09-006_sf115.pdf" in page
    assert "https://www.archives.gov/records-mgmt/memos/ac33-2017" in site.get(ITEM).text


def test_the_day_can_be_chosen(site):
    page = said(site, f"{ITEM}?as-of=2012-01-01")
    assert "on 2012-01-01" in page
    assert "superseded" not in page.partition("Current authority")[0]
    assert "known on" in page.casefold()


@pytest.mark.parametrize("day", ["2012-02-30", "yesterday", "20120101"])
def test_a_day_that_is_none_is_refused_with_a_sentence(site, day):
    answer = site.get(f"{ITEM}?as-of={day}")
    assert answer.status_code == 400
    assert day in answer.text


def test_the_timeline_is_in_the_order_of_the_days(site):
    days = re.findall(r'<li><time datetime="([0-9-]+)"', site.get(ITEM).text)
    assert days == sorted(days)
    assert "2014-09-16" in days


def test_retention_before_and_after_stands_beside_a_step(site):
    page = said(site, "/authority/N1-567-09-006/1/a")
    assert "Retention before and after: not known" in page
    assert "Destroy 75 years after cutoff" in page


def test_struck_words_are_shown_struck(site, library):
    with Store.open(library) as store:
        sha256 = store.transcripts("N1-567-09-6")[0]["document"]["sha256"]
    page = site.get(f"/document/{sha256}").text
    assert re.search(r"<del>[^<]*[A-Za-z]{4}", page)
    assert 'id="at-N1-2d-567-2d-09-2d-006-2f-1-2f-a"' in page


def test_the_place_of_a_quote_is_drawn_from_its_pdf(site):
    page = site.get("/authority/N1-567-09-006/1/a").text
    crop, *_ = re.findall(r'<q>PAA - 0563.*?src="(/evidence/[^"]+\.png)"', page, re.DOTALL)
    picture = site.get(crop)
    assert picture.headers["content-type"] == "image/png"
    assert picture.content.startswith(b"\x89PNG")


def test_a_schedule_lists_its_items_with_their_verdicts(site):
    page = said(site, "/schedule/N1-567-09-006")
    assert "N1-567-09-006/1/c/1" in page
    assert "inactive" in page


def test_the_number_of_an_item_leads_to_its_schedule(site):
    assert site.get("/schedule/N1-567-09-6/1A.csv").headers["location"] == "/schedule/N1-567-09-006.csv"


def test_an_agency_lists_its_schedules(site):
    page = said(site, "/agency/567")
    assert "N1-567-09-006" in page
    assert "DAA-0567-2017-0007" in page
    assert site.get("/agency/RG 567").status_code == 200
    assert "567" in said(site, "/agency")


def test_a_table_of_facts_has_a_page_with_its_sources(site):
    assert "Transmittal" in said(site, "/document/fact:facts%2Fgrs_lineage.tsv")


def test_the_audit_names_its_sections(site):
    page = said(site, "/audit")
    assert "Circles of supersession" in page
    assert "Missing schedules" in page


def test_changes_between_two_days_come_with_their_evidence(site):
    page = words(whole(site, "/changes?from=2012-01-01&to=2015-01-01").text)
    assert "N1-567-09-006/1/a" in page
    assert "The least evidence" in page
    assert site.get("/changes?from=2015-01-01&to=2012-01-01").status_code == 400


def test_the_feed_of_changes_is_atom_and_the_same_twice(site):
    first, second = (whole(site, "/changes.atom?from=2012-01-01&to=2015-01-01") for _ in range(2))
    assert first.content == second.content
    root = ElementTree.fromstring(first.content)  # noqa: S314 (our own)
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.find("{http://www.w3.org/2005/Atom}entry") is not None


def test_an_example_query_is_answered_as_a_table_with_whole_iris_in_titles(site):
    assert "N1-567-09-006/1/c/2" in said(site, "/sparql?example=current-by-schedule")
    page = site.get("/sparql", params={"query": 'SELECT ?a { ?a sg:identifier "N1-567-09-006/1/a" }'}).text
    iri = "https://w3id.org/schedgraph/authority/N1-567-09-006/1/a"
    assert f'title="{iri}"><a href="/authority/N1-567-09-006/1/a"' in page
    assert ">auth:N1-567-09-006/1/a</a>" in page


def test_a_wrong_query_says_line_and_column_and_keeps_the_text(site):
    answer = site.get("/sparql", params={"query": "SELECT ?a WHERE {\n  ?a ?b\n}"})
    assert answer.status_code == 400
    assert "line 2, column 3" in words(answer.text)
    assert "   2 |   ?a ?b\n     |   ^" in answer.text
    assert "?a ?b" in answer.text


@pytest.mark.parametrize(
    ("query", "words_of_it"),
    [
        ("SELECT * { ?s sg:noSuchThing ?o }", "nothing matches"),
        ("ASK { ?s ?p ?o }", "Yes"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "would change data"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "asks another server"),
    ],
)
def test_an_empty_answer_a_truth_and_a_refusal_are_different_things(site, query, words_of_it):
    assert words_of_it in words(site.get("/sparql", params={"query": query}).text)


SIBLINGS = [
    *((f"{path}.{end}", kind) for path in (ITEM, "/schedule/N1-567-09-006", "/agency/567") for end, kind in (
        ("json", "application/json"), ("csv", "text/csv"), ("ttl", "text/turtle"), ("svg", "image/svg+xml"),
        ("jsonld", "application/ld+json"),
    )),
    *((f"/document/fact:facts%2Fgrs_use.tsv.{end}", kind) for end, kind in (
        ("json", "application/json"), ("csv", "text/csv"), ("ttl", "text/turtle"),
    )),
    ("/audit.json", "application/json"), ("/audit.csv", "text/csv"),
    ("/changes.json", "application/json"), ("/changes.csv", "text/csv"), ("/changes.atom", "application/atom+xml"),
    ("/search.json?q=case+notes", "application/json"), ("/search.csv?q=case+notes", "text/csv"),
    ("/agency.json", "application/json"), ("/agency.csv", "text/csv"), ("/examples.json", "application/json"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "kind"), SIBLINGS)
def test_every_sibling_is_what_its_ending_says(site, path, kind):
    answer = whole(site, path)
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["x-content-type-options"] == "nosniff"
    if kind.endswith("json"):
        assert json.loads(answer.text)
    elif kind == "text/csv":
        assert len(list(csv.reader(io.StringIO(answer.text)))) > 1
        assert answer.headers["content-disposition"].startswith("attachment")
    elif kind == "text/turtle":
        assert len(Graph().parse(data=answer.text, format="turtle")) > 5
    else:
        assert ElementTree.fromstring(answer.content) is not None  # noqa: S314 (our own)


def test_the_page_links_to_its_siblings(site):
    page = site.get(f"{ITEM}?as-of=2012-01-01").text
    for end in ("json", "csv", "ttl", "jsonld", "svg"):
        assert f'href="{ITEM}.{end}?as-of=2012-01-01"' in page


def test_the_json_is_that_of_the_command(site, library):
    with Store.open(library) as store:
        expected = store.lookup("N1-567-09-6/1C(2)").to_json()
    assert site.get(f"{ITEM}.json").json() == expected | {"query": "N1-567-09-006/1/c/2"}


def test_the_graph_of_a_page_holds_nothing_that_the_whole_graph_does_not(library):
    with Ledger.open(library) as ledger:
        whole = {quad[:3] for quad in quads(ledger, BASE)}
        for names in (("N1-567-09-006/1/c/2", "GRS 5.1"), ("N1-567-09-006", "DAA-0567-2017-0007")):
            part = set(excerpt(ledger, names, BASE))
            assert len(part) > 50
            assert part <= whole


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/turtle", "text/turtle"),
        ("application/json;q=0.9, text/turtle;q=0.5", "application/json"),
        ("image/svg+xml", "image/svg+xml"),
        ("text/*;q=0.3, text/csv", "text/csv"),
        ("application/ld+json, */*;q=0.1", "application/ld+json"),
        ("*/*", "text/html"),
        ("", "text/html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
    ],
)
def test_the_iri_gives_what_is_accepted(site, accept, kind):
    answer = site.get(ITEM, headers={"accept": accept})
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["vary"] == "Accept"
    assert answer.headers["link"] == f'<https://w3id.org/schedgraph{ITEM}>; rel="canonical"'


def test_what_cannot_be_had_is_not_acceptable(site):
    assert site.get(ITEM, headers={"accept": "application/pdf"}).status_code == 406
    assert site.get("/document/fact:facts%2Fgrs_use.tsv.svg").status_code == 404


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("NI-567-09-6", "N1-567-09-006"),
        ("N1-567-09-6/1C(2)", "N1-567-09-006/1/c/2"),
        ("GRS 5.2.010", "GRS%205.2/010"),
        ("n1-567-09-006", "N1-567-09-006"),
    ],
)
def test_another_way_of_writing_leads_to_the_permanent_address_which_says_how_it_was_read(
    site, written, canonical
):
    answer = site.get(f"/authority/{written}")
    assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (
        303,
        f"/authority/{canonical}",
    )
    assert f"Asked as “{written}”" in said(site, answer.headers["location"])


def test_words_that_mean_another_authority_are_not_repeated_as_if_they_had_been_asked(site):
    assert "Asked as" not in said(site, f"{ITEM}?asked=GRS+5.2")


def test_an_unknown_number_is_not_found_and_near_ones_are_offered(site):
    answer = site.get("/authority/N1-567-09-6/7")
    assert answer.status_code == 404
    assert "Near numbers" in answer.text
    assert site.get("/authority/N1-567-09-6/7.json").json()["near"]


def test_a_name_that_ends_like_a_format_is_a_name_where_the_store_knows_it(tmp_path):
    from schedgraph.parser.document import Item, Schedule, ScheduleDocument, Source
    from schedgraph.parser.evidence import Evidence, Reading
    from tests.web.conftest import served

    place = Evidence(page=1, quote="x", start=0, end=1)
    item = Item(id="N1-115-94-006/lnd.csv", number="LND.csv", parent=None, evidence=place)
    with Ledger.create(tmp_path) as ledger:
        ledger.add(
            ScheduleDocument(
                source=Source(name="a.txt", sha256="b" * 64, media_type="text/plain", pages=1),
                form="SF-115",
                schedule=Schedule(id=Reading(value="N1-115-94-006", evidence=place)),
                items=(item,),
            )
        )
    for client in served(tmp_path):
        assert "text/html" in client.get("/authority/N1-115-94-006/lnd.csv").headers["content-type"]
        assert "text/csv" in client.get("/authority/N1-115-94-006/lnd.csv.csv").headers["content-type"]


def test_what_is_ingested_while_the_server_runs_is_seen_at_once(tmp_path, seeds):
    from schedgraph.parser.read import read_document
    from tests.web.conftest import served

    with Ledger.create(tmp_path) as ledger:
        ledger.add(read_document(seeds["000"]))
        for client in served(tmp_path):
            assert "DAA-0567-2017-0007-0001" not in client.get("/search.json?q=biometric").text
            assert client.get("/authority/DAA-0567-2017-0007-0001").status_code == 404
            ledger.add(read_document(seeds["004"]))
            assert "is active" in said(client, "/authority/DAA-0567-2017-0007-0001")


def test_the_report_is_one_file_without_script_that_loads_nothing(site):
    answer = site.get(f"{ITEM}.html?download")
    assert (
        answer.headers["content-disposition"] == 'attachment; filename="authority-N1-567-09-006-1-c-2.html"'
    )
    page = answer.text
    assert "<script" not in page
    assert not re.findall(r'(?:src|href)="(?!#)', page)
    assert "Caveats" in page
    assert "N1-567-09-006/1/c/2 is superseded" in page
    assert {f"#{each}" for each in re.findall(r'<tr id="([^"]+)"', page)} >= set(
        re.findall(r'href="(#[^"]+)"', page)
    )

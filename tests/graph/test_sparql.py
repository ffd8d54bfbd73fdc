"""SPARQL over the store: it only reads, it reaches nothing outside, and it ends."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
import rdflib
from rdflib import Dataset, Literal, URIRef

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.engine.limits import Limits
from schedgraph.graph.errors import LimitError, QueryError
from schedgraph.graph.rdf.prefixes import prefixes
from schedgraph.graph.sparql import Answer, run
from tests.graph.engines import FixedSource, quads_of

EXAMPLE = "http://example.org/"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> FixedSource:
    made = Dataset(default_union=True)
    for prefix, namespace in prefixes().items():
        made.bind(prefix, namespace, replace=True)
    for number in range(30):
        subject = URIRef(f"{EXAMPLE}s{number}")
        made.graph(URIRef(f"{EXAMPLE}g{number % 2}")).add((subject, URIRef(f"{EXAMPLE}p"), Literal(number)))
    nasty = Literal("a\x1b[2Jb\tc\nd & <e> \u202e =1")
    made.graph(URIRef(f"{EXAMPLE}g0")).add((URIRef(f"{EXAMPLE}nasty"), URIRef(f"{EXAMPLE}says"), nasty))
    formula = Literal("=HYPERLINK(1)")
    made.graph(URIRef(f"{EXAMPLE}g0")).add((URIRef(f"{EXAMPLE}formula"), URIRef(f"{EXAMPLE}says"), formula))
    return FixedSource(tmp_path_factory.mktemp("graph"), quads_of(made))


@pytest.fixture(scope="module")
def graph(source: FixedSource) -> Iterator[Engine]:
    with Engine(source) as engine:
        yield engine


REFUSED = [
    ("SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { SERVICE SILENT <http://x/> { ?s ?p ?o } }", "SERVICE"),
    ("SELECT * { ?s ?p ?o { SELECT * { OPTIONAL { SERVICE ?s { ?a ?b ?c } } } } }", "SERVICE"),
    ("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://x/> { ?s ?p ?o } } }", "SERVICE"),
    (
        "SELECT * { ?s ?p ?o FILTER(1 + IF(NOT EXISTS { SERVICE <http://x/> { ?s ?p ?o } }, 1, 2) > 1) }",
        "SERVICE",
    ),
    ("SELECT * { BIND(EXISTS { SERVICE <http://x/> { ?s ?p ?o } } AS ?x) }", "SERVICE"),
    ("ASK { ?s ?p ?o MINUS { SERVICE <http://x/> { ?s ?p ?o } } }", "SERVICE"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { SERVICE <http://x/> { ?s ?p ?o } } }", "SERVICE"),
    ("SELECT * FROM <http://x/> { ?s ?p ?o }", "FROM"),
    ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
    ("SELECT * FROM NAMED <http://x/> { GRAPH ?g { ?s ?p ?o } }", "FROM"),
    ("ASK FROM <http://x/> { ?s ?p ?o }", "FROM"),
    ("DESCRIBE <http://a/> FROM <http://x/>", "FROM"),
    ("CONSTRUCT FROM <http://x/> WHERE { ?s ?p ?o }", "FROM"),
    ("CONSTRUCT { ?s ?p ?o } FROM <http://x/> WHERE { ?s ?p ?o }", "FROM"),
    ("INSERT DATA { <a:b> <a:b> <a:b> }", "would change data"),
    ("DELETE WHERE { ?s ?p ?o }", "would change data"),
    ("DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }", "would change data"),
    ("LOAD <http://x/>", "would change data"),
    ("CLEAR ALL", "would change data"),
    ("DROP GRAPH <http://x/>", "would change data"),
    ("CREATE GRAPH <http://x/>", "would change data"),
    ("COPY <http://x/> TO <http://y/>", "would change data"),
    ("PREFIX a: <http://a/> INSERT DATA { a:b a:b a:b } ; DROP ALL", "would change data"),
    ("", "empty"),
    ("SELECT", "line 1"),
    ("SELECT * {\n  ?s ?p }\n", "line 2, column"),
    ("SELECT * { ?s nope:x ?o }", "“nope:” is not declared"),
    ("DESCRIBE *", "DESCRIBE *"),
    ("SELECT * { GRAPH ?g { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }", "COUNT within GRAPH ?g"),
    ("SELECT * { ?d ?e ?f GRAPH ?d { ?s ?p ?o MINUS { ?s ?p 1 } } }", "MINUS within GRAPH ?d"),
    ("SELECT * { GRAPH ?g { { VALUES (?x ?y) { (1 2) } } } }", "VALUES alone within GRAPH ?g"),
]


@pytest.mark.parametrize(("query", "said"), REFUSED, ids=[query[:50] or "empty" for query, _ in REFUSED])
def test_what_writes_reaches_out_or_is_wrong_is_refused(graph: Engine, query: str, said: str) -> None:
    """Each comes to one plain sentence, and nothing changes."""
    before = run(graph, COUNT).to_text()
    with pytest.raises(QueryError) as refusal:
        run(graph, query)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value) and str(refusal.value).endswith(".")
    assert run(graph, COUNT).to_text() == before


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p ?o } # SERVICE <http://x/> { } FROM <http://x/>",
        'ASK { ?s ?p ?o FILTER(STR(?o) != "SERVICE <http://x/> {") }',
        'ASK { ?s ?p ?o FILTER(STR(?o) != """INSERT DATA { ((((( """) }',
        "ASK { ?s ?p ?o FILTER(?s != <http://example.org/SERVICE>) }",
        "ASK { ?service ?from ?load }",
        "# DROP ALL\nASK { ?s ?p ?o }",
        "ASK { GRAPH ?g { VALUES ?p { <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> UNDEF } ?s ?p ?o } }",
    ],
)
def test_a_comment_or_a_text_may_hold_any_word(graph: Engine, query: str) -> None:
    """The query is judged by what it does, not by the words in it."""
    assert run(graph, query).truth


def test_no_query_opens_a_connection(graph: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused query is refused before anything is run."""

    def touched(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr("socket.socket.connect", touched)
    monkeypatch.setattr("urllib.request.urlopen", touched)
    for query, _ in REFUSED:
        with pytest.raises(QueryError):
            run(graph, query)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT * { " + "#" * 25_000 + "\n ?s ?p ?o }", "characters"),
        ("SELECT * { ?s ?p ?o FILTER(" + "(" * 60 + "1" + ")" * 60 + ") }", "nests brackets"),
        ("SELECT * " + "{" * 60 + "?s ?p ?o" + "}" * 60, "nests brackets"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "more than 1000 rows"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a ?d", "stopped after 1 seconds"),
    ],
)
def test_a_limit_ends_a_query_with_a_sentence(source: FixedSource, query: str, said: str) -> None:
    """A part of an answer is never given for the whole."""
    with (
        Engine(source, limits=Limits(rows=1000, seconds=1)) as engine,
        pytest.raises(QueryError, match=said),
    ):
        run(engine, query)


def test_memory_is_limited(source: FixedSource) -> None:
    """A query that gathers too much is ended and does not take the program with it."""
    sixteen = "CONCAT(" + ", ".join(["?{0}"] * 16) + ")"
    doubled = " ".join(f"BIND({sixteen.format(f'x{n}')} AS ?x{n + 1})" for n in range(6))
    query = f'SELECT (STRLEN(?x6) AS ?n) {{ BIND("sixteen letters!" AS ?x0) {doubled} }}'
    with Engine(source, limits=Limits(megabytes=64)) as engine:
        with pytest.raises(QueryError, match="MB"):
            run(engine, query)
        assert run(engine, "ASK { ?s ?p ?o }").truth


def test_what_never_ends_is_ended_and_the_next_query_is_answered(source: FixedSource) -> None:
    """The engine cannot interrupt a query; the process that runs it can be killed, and another takes its place."""
    cross = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9))
    with Engine(source, limits=Limits(seconds=1)) as engine:
        with pytest.raises(LimitError, match="stopped after 1 seconds"):
            run(engine, f"SELECT (COUNT(*) AS ?n) {{ {cross} }}")
        assert run(engine, "ASK { ?s ?p ?o }").truth


def test_rows_without_an_order_come_sorted(graph: Engine) -> None:
    """Equal questions give equal bytes; an order that is asked for is kept."""
    plain = run(graph, f"SELECT ?o {{ ?s <{EXAMPLE}says> ?o }}")
    assert [str(row[0]) for row in plain.rows] == sorted(str(row[0]) for row in plain.rows)
    backwards = run(graph, f"SELECT ?o {{ ?s <{EXAMPLE}p> ?o }} ORDER BY DESC(?o) LIMIT 3")
    assert [str(row[0]) for row in backwards.rows] == ["29", "28", "27"]


def test_select_star_names_variables_in_the_order_of_the_query(graph: Engine) -> None:
    """rdflib has them in the order of their hashes, which changes with every start."""
    assert run(graph, "SELECT * { ?z ?y ?x } LIMIT 1").variables == ("z", "y", "x")


def test_queries_see_all_graphs_and_can_ask_for_one(graph: Engine) -> None:
    """Without GRAPH there is one graph of everything."""
    whole = run(graph, f"SELECT (COUNT(*) AS ?n) {{ ?s <{EXAMPLE}p> ?o }}")
    part = run(graph, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{EXAMPLE}g1> {{ ?s <{EXAMPLE}p> ?o }} }}")
    assert (str(whole.rows[0][0]), str(part.rows[0][0])) == ("30", "15")


@pytest.fixture(scope="module")
def nasty(graph: Engine) -> Answer:
    return run(graph, f"SELECT ?s ?o {{ ?s <{EXAMPLE}says> ?o }}")


def test_a_table_shows_control_characters_and_does_not_obey_them(nasty: Answer) -> None:
    """An escape sequence, a line break or a change of direction in a document cannot rewrite the screen."""
    text = nasty.to_text("table")
    assert "\x1b" not in text and "\u202e" not in text
    assert "a\\x1b[2Jb\\tc\\nd & <e> \\u202e =1" in text
    assert len(text.splitlines()) == 4


def test_a_table_says_that_it_is_empty(graph: Engine) -> None:
    """No rows are an answer, and a reader must see it."""
    assert run(graph, "SELECT ?s { ?s a <a:nothing> }").to_text("table") == "s\n-\n(no rows)\n"
    assert run(graph, "ASK { ?s a <a:nothing> }").to_text("table") == "false\n"


def test_iris_are_shortened_by_prefix(graph: Engine) -> None:
    """`auth:` stands for the authorities of the store."""
    query = "SELECT ?x { BIND(<https://w3id.org/schedgraph/authority/N1-567-09-006/1/a> AS ?x) }"
    assert "auth:N1-567-09-006/1/a" in run(graph, query).to_text()


def test_json_xml_and_tsv_give_back_what_is_in_the_graph(nasty: Answer) -> None:
    """Programs get the very text, but for characters that XML cannot hold."""
    found = [row[1] for row in nasty.rows]
    bindings = json.loads(nasty.to_text("json"))["results"]["bindings"]
    assert [each["o"]["value"] for each in bindings] == [str(each) for each in found]
    root = ElementTree.fromstring(nasty.to_text("xml"))  # noqa: S314 (our own text)
    space = "{http://www.w3.org/2005/sparql-results#}"
    texts = [each.text for each in root.iter(f"{space}literal")]
    assert texts == [str(each).replace("\x1b", "�") for each in found]
    rows = nasty.to_text("tsv").splitlines()
    assert rows[0] == "?s\t?o" and len(rows) == 3
    back = rdflib.Graph().parse(data=f"<a:b> <a:b> {rows[2].split(chr(9))[1]} .", format="nt")
    assert set(back.objects()) <= set(found)


def test_csv_holds_no_formula(nasty: Answer) -> None:
    """A spreadsheet must not run what a document says."""
    rows = list(csv.reader(io.StringIO(nasty.to_text("csv"), newline="")))
    assert rows[0] == ["s", "o"]
    assert "'=HYPERLINK(1)" in [row[1] for row in rows]


def test_a_graph_comes_as_turtle_and_json_ld(graph: Engine) -> None:
    """What CONSTRUCT gives can be read back; what has no such format says so."""
    answer = run(graph, f"CONSTRUCT {{ ?s a sg:ScheduleItem }} WHERE {{ ?s <{EXAMPLE}p> ?o }}")
    for name in ("turtle", "json"):
        text = answer.to_text(name)  # type: ignore[arg-type]
        back = rdflib.Graph().parse(data=text, format={"json": "json-ld"}.get(name, name))
        assert {tuple(row) for row in answer.rows} == set(back)
    with pytest.raises(QueryError):
        answer.to_text("xml")
    with pytest.raises(QueryError):
        run(graph, "ASK { ?s ?p ?o }").to_text("turtle")


def test_describe_answers_with_a_graph(graph: Engine) -> None:
    """DESCRIBE gives the triples about a node."""
    assert run(graph, f"DESCRIBE <{EXAMPLE}s1>").kind == "graph"


def test_ask_in_json_and_xml(graph: Engine) -> None:
    """As the W3C writes them."""
    answer = run(graph, "ASK { ?s ?p ?o }")
    assert json.loads(answer.to_text("json")) == {"head": {}, "boolean": True}
    assert "<boolean>true</boolean>" in answer.to_text("xml")

"""What the pictures of a lineage promise: every edge is there, and no text of a document becomes code."""

import re
import sys
import xml.etree.ElementTree as ElementTree
from datetime import date
from html.parser import HTMLParser
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedgraph.graph.lineage import Lineage, LineageEdge, LineageNode
from schedgraph.graph.pictures import PICTURES, dot, graphviz, mermaid, report, svg, tree
from schedgraph.graph.pictures.columns import backward_edges, columns
from schedgraph.graph.pictures.layered import layered
from schedgraph.graph.pictures.order import crossings, ordered
from schedgraph.graph.pictures.plan import Plan, Size, Task
from schedgraph.graph.retention import RetentionChange

UNKNOWN = RetentionChange(change="not-known", message="Not stated.", old=None, new=None)

HOSTILE = (
    "</svg><script>alert(1)</script>",
    '"]; x --> y["',
    "\\N \\G \\",
    "`end` #59; %%{init",
    "&lt;b&gt; & \x1b[31m\u202e",
    "new\nline\u2028 onload=x",
)
"""Titles that would be code if they were not escaped."""


def node(identifier: str, title: str | None = None) -> LineageNode:
    return LineageNode(id=identifier, title=title, verdict="superseded", in_corpus=True)


def edge(old: str, new: str, since: str | None = "2014-09-16", scope="certain") -> LineageEdge:
    day = date.fromisoformat(since) if since else None
    return LineageEdge(old=old, new=new, since=day, rule="annotation", scope=scope, retention=UNKNOWN)


def lineage(root: str, *edges: LineageEdge) -> Lineage:
    names = sorted({root} | {each.old for each in edges} | {each.new for each in edges})
    return Lineage(root=root, nodes=tuple(node(name) for name in names), edges=edges)


SPLIT = lineage("A/1", edge("A/1", "B"), edge("A/1", "C", None, "possible"), edge("B", "D"), edge("C", "D"))
CIRCLE = lineage("A", edge("A", "B"), edge("B", "C"), edge("C", "A"))
WILD = Lineage(
    root="N0",
    nodes=tuple(node(f"N{number}", title) for number, title in enumerate(HOSTILE)),
    edges=tuple(edge("N0", f"N{number}") for number in range(1, len(HOSTILE))),
)


def test_the_tree_shows_every_step_and_follows_a_merge_once():
    assert tree(SPLIT) == (
        "A/1 [superseded]\n"
        "\n"
        "replaced by\n"
        "├─ 2014-09-16: B [superseded]\n"
        "│  └─ 2014-09-16: D [superseded]\n"
        "└─ no date, possible: C [superseded]\n"
        "   └─ 2014-09-16: D [superseded] (see above)\n"
    )


def test_the_tree_of_a_schedule_begins_with_its_items():
    text = tree(lineage("A", edge("A/1", "B"), edge("X", "A/2")))
    assert "A/1 [superseded]: replaced by\n└─ 2014-09-16: B" in text
    assert "A/2 [superseded]: replaces\n└─ 2014-09-16: X" in text


def test_the_tree_of_a_circle_ends():
    assert tree(CIRCLE).count("(see above)") == 2


def test_the_tree_loses_no_edge_that_does_not_start_at_the_root():
    assert "X [superseded]: replaced by\n└─ 2014-09-16: Y" in tree(
        lineage("A", edge("A", "B"), edge("X", "Y"))
    )


def test_an_authority_without_lineage_says_so():
    assert "replaced nothing" in tree(lineage("A"))
    assert "replaced nothing" in svg(lineage("A"))


def test_a_chain_of_a_thousand_steps_is_drawn():
    edges = [edge(f"N{number:04}", f"N{number + 1:04}") for number in range(1000)]
    for picture in PICTURES.values():
        assert "N1000" in picture(lineage("N0000", *edges))


BOX = Size(width=100, height=30)


def laid_out(drawn: Lineage) -> Plan:
    pairs = tuple((each.old, each.new) for each in drawn.edges)
    names = tuple(each.id for each in drawn.nodes)
    return layered(
        Task(
            nodes=names,
            sizes=dict.fromkeys(names, BOX),
            edges=pairs,
            words=dict.fromkeys(pairs, "1999-01-01"),
        )
    )


def test_every_successor_stands_to_the_right():
    places = laid_out(SPLIT).places
    assert all(places[each.old][0] + BOX.width < places[each.new][0] for each in SPLIT.edges)


def test_a_circle_has_one_edge_back():
    assert backward_edges(("A", "B", "C"), (("A", "B"), ("B", "C"), ("C", "A"))) == {("C", "A")}
    start, *_, end = laid_out(CIRCLE).paths[("C", "A")]
    assert start[0] > end[0]


def test_what_replaced_nothing_stands_next_to_its_successor():
    assert columns(("A", "B", "C", "X"), (("A", "B"), ("B", "C"), ("X", "C"))) == {
        "A": 0,
        "B": 1,
        "C": 2,
        "X": 1,
    }


def test_crossings_that_can_be_undone_are_undone():
    after = {"a": ["y"], "b": ["x"], "x": ["q"], "y": ["p"]}
    before = {"y": ["a"], "x": ["b"], "q": ["x"], "p": ["y"]}
    tangled = [["a", "b"], ["x", "y"], ["p", "q"]]
    assert crossings(tangled, after) == 2
    assert crossings(ordered(tangled, before, after), after) == 0


NAMES = st.sampled_from([f"N{number}" for number in range(12)])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] != pair[1]), unique=True, max_size=30))
def test_no_two_boxes_stand_on_each_other_and_no_words_on_words(pairs):
    drawn = lineage("N0", *(edge(old, new) for old, new in pairs))
    plan = laid_out(drawn)
    boxes = [(x, y, x + BOX.width, y + plan.heights[name]) for name, (x, y) in plan.places.items()]
    assert not any(_overlap(one, other) for one, other in combinations(boxes, 2))
    assert all(x0 >= 0 and x1 <= plan.width and y0 >= 0 and y1 <= plan.height for x0, y0, x1, y1 in boxes)
    words = [
        (x, y - 10, x + 6 * len(each.text), y)
        if each.anchor == "start"
        else (x - 6 * len(each.text), y - 10, x, y)
        for each in plan.labels
        for x, y in [each.at]
    ]
    assert not any(_overlap(one, other) for one, other in combinations(words, 2))
    ElementTree.fromstring(svg(drawn))  # noqa: S314 (our own)
    assert tree(drawn).count("─ ") >= len(pairs)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_possible_edge_is_dashed_everywhere():
    assert "style=dashed" in dot(SPLIT)
    assert "-.->" in mermaid(SPLIT)
    assert 'stroke-dasharray="6 4"' in svg(SPLIT)
    assert "style=dashed" not in dot(CIRCLE)
    assert "-.->" not in mermaid(CIRCLE)
    assert 'stroke-dasharray="6 4"' not in svg(CIRCLE)


def test_the_svg_speaks_to_those_who_cannot_see_it():
    root = ElementTree.fromstring(svg(SPLIT))  # noqa: S314 (our own)
    space = "{http://www.w3.org/2000/svg}"
    assert root.get("role") == "group"
    assert root.findtext(f"{space}title") == "Lineage of A/1"
    assert "B replaced A/1 (2014-09-16)" in (root.findtext(f"{space}desc") or "")


@pytest.mark.parametrize("kind", PICTURES)
def test_no_picture_lets_a_control_character_through(kind):
    assert not set(PICTURES[kind](WILD)) & set("\x1b\u202e")


def test_a_title_cannot_leave_its_svg_element():
    root = ElementTree.fromstring(svg(WILD))  # noqa: S314 (our own)
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {
        "svg", "title", "desc", "defs", "marker", "path", "rect", "g", "text",
    }  # fmt: skip


def test_a_title_cannot_leave_its_place_on_the_page():
    found = set()

    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.add(tag)
            assert not any(name.startswith("on") for name, _ in attrs)

    Tags().feed(report(WILD))
    assert "script" not in found
    assert "default-src 'none'" in report(WILD)


def test_a_title_cannot_leave_its_label_in_dot():
    for line in dot(WILD).splitlines():
        if "label=" in line:
            assert re.fullmatch(r'  n\d+( -> n\d+)? \[label="(?:[^"\\]|\\.)*"[^"]*\];', line), line
    assert r"\\N \\G \\" in dot(WILD)


def test_a_title_cannot_leave_its_label_in_mermaid():
    for line in mermaid(WILD).splitlines():
        if "[" in line:
            assert re.fullmatch(r'  n\d+\["[^"`<>;\\]*(?:(?:#\d+;|<br/>)[^"`<>;\\]*)*"\]', line), line


def test_an_alarm_about_the_retention_stands_on_the_edge() -> None:
    """In the tree as in every picture."""
    moved = RetentionChange(change="temporary-to-permanent", message="Kept for ever.", old=None, new=None)
    alarmed = LineageEdge(old="A", new="B", since=None, rule="annotation", scope="certain", retention=moved)
    for draw in (tree, dot, mermaid, svg):
        assert "retention temporary-to-permanent" in draw(lineage("A", alarmed))


def test_a_hundred_items_with_one_successor_stand_in_one_block_and_each_is_a_link():
    """What they have in common is drawn once; what differs stands in each box."""
    items = [edge(f"N1-1-91-001/{n}", "GRS 5.2/020", f"201{n % 2}-01-01") for n in range(100)]
    drawn = svg(lineage("GRS 5.2/020", *items), lambda name: f"/authority/{name}")
    root = ElementTree.fromstring(drawn)  # noqa: S314 (our own)
    space = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f"{space}a")) == 101
    assert len([each for each in root.findall(f"{space}path") if each.get("marker-end")]) == 1
    assert "dates in the boxes (100)" in drawn
    assert float(root.get("width") or 0) < 2000
    texts = ["".join(each.itertext()) for each in root.iter(f"{space}text")]
    assert any(each.startswith("N1-1-91-001/7") and "2011-01-01" in each for each in texts)


def test_possible_and_certain_successions_are_not_put_into_one_block():
    items = [edge(f"A/{n:03}", "B", scope="possible" if n % 2 else "certain") for n in range(60)]
    drawn = svg(lineage("B", *items))
    assert drawn.count('stroke-dasharray="6 4"') == 1
    assert drawn.count('marker-end="url(#arrow)"') == 2


def test_an_authority_that_died_without_a_successor_has_an_arrow_into_the_unknown():
    dead = LineageNode(id="A", title=None, verdict="inactive", in_corpus=True)
    unread = LineageNode(
        id="B", title=None, verdict="indeterminate", in_corpus=True, unreadable_successor="DAA-0?-<x>"
    )
    drawn = svg(Lineage(root="A", nodes=(dead, unread), edges=()))
    assert drawn.count(">?</text>") == 2
    assert "no successor is named" in drawn
    assert "its successor cannot be read: “DAA-0?-&lt;x&gt;”" in drawn
    assert ">?</text>" not in svg(lineage("A", edge("A", "B")))


def test_a_lineage_that_is_too_large_for_a_picture_says_so():
    drawn = svg(lineage("A", *(edge(f"A{n}", f"B{n}") for n in range(1500))))
    assert "3001 authorities are too many for a picture" in drawn


DOT = """\
#!{python}
import re, sys
source = sys.stdin.read()
assert not re.search("SECRET|onload", source), source
nodes = re.findall(r"^(n[0-9]+) \\[width=([0-9.]+), height=([0-9.]+)", source, re.M)
edges = re.findall(r"^(n[0-9]+) -> (n[0-9]+)", source, re.M)
print("graph 1 10 10")
for number, (name, width, height) in enumerate(nodes):
    print("node", name, 1 + 2 * number, 5, width, height, '"" solid box black lightgrey')
for tail, head in edges:
    print("edge", tail, head, "4 1 5 2 5 2 5 3 5", "xxxx", "2 5.1", "solid black")
print("stop")
"""


def install(folder, text: str, monkeypatch) -> None:
    """Puts a program called dot on the path."""
    program = folder / "dot"
    program.write_text(text)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    graphviz._ran.cache_clear()


def test_graphviz_lays_out_where_it_is_installed_and_sees_no_word_of_a_document(tmp_path, monkeypatch):
    install(tmp_path, DOT.replace("{python}", sys.executable), monkeypatch)
    drawn = Lineage(root="A", nodes=(node("A", "SECRET"), node("B", "onload")), edges=(edge("A", "B"),))
    picture = svg(drawn)
    assert 'd="M88.0 376.0C160.0 376.0 160.0 376.0 232.0 376.0"' in picture
    assert "SECRET" in picture


@pytest.mark.parametrize(
    "text", ["#!/bin/sh\nexit 1\n", "#!/bin/sh\necho graph 1 x\n", "#!/bin/sh\necho stop\n", "#!/none\n"]
)
def test_where_graphviz_fails_the_built_in_layout_takes_its_place(tmp_path, monkeypatch, text):
    expected = svg(SPLIT, layout=layered)
    install(tmp_path, text, monkeypatch)
    assert svg(SPLIT) == expected
    with pytest.raises(graphviz.GraphvizError):
        graphviz.by_dot(
            Task(nodes=("A",), sizes={"A": BOX}, edges=(), words={})
            if text != "#!/bin/sh\necho stop\n"
            else Task(
                nodes=("A", "B"), sizes={"A": BOX, "B": BOX}, edges=(("A", "B"),), words={("A", "B"): "x"}
            )
        )


@pytest.mark.skipif(not graphviz.is_installed(), reason="Graphviz is not installed: no dot on the path")
def test_graphviz_itself_gives_every_box_and_edge_a_place():
    names, pairs = ("A", "B", "C"), (("A", "B"), ("A", "C"), ("C", "A"))
    task = Task(
        nodes=names, sizes=dict.fromkeys(names, BOX), edges=pairs, words=dict.fromkeys(pairs, "1999-01-01")
    )
    plan = graphviz.by_dot(task)
    assert set(plan.places) == set(names)
    assert set(plan.paths) == set(pairs)

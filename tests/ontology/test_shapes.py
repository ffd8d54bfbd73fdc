"""The shapes let a sound graph pass and stop each seeded defect with a sentence that names it."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph
from rdflib.namespace import SH

from schedgraph.ontology import generate

SHAPES = Graph().parse(generate.ROOM / "shapes.ttl", format="turtle")
GOOD = Path(__file__).with_name("good_graph.ttl").read_text(encoding="utf-8")

# Columns: the broken claim, what the good graph says, what is put there instead, words of the message.
TABLE = Path(__file__).with_name("defects.tsv").read_text(encoding="utf-8")
DEFECTS = [tuple(line.split("\t")) for line in TABLE.splitlines()[1:]]


def messages(turtle: str) -> list[str]:
    """What validation says of a graph."""
    data = Graph().parse(data=turtle, format="turtle")
    _, report, _ = validate(data, shacl_graph=SHAPES, allow_warnings=False)
    return sorted(str(message) for message in report.objects(None, SH.resultMessage))


def test_a_sound_graph_passes() -> None:
    """Nothing is said about a graph that is as it should be."""
    assert messages(GOOD) == []


@pytest.mark.parametrize(("claim", "sound", "broken", "words"), DEFECTS, ids=[each[0] for each in DEFECTS])
def test_each_defect_is_named(claim: str, sound: str, broken: str, words: str) -> None:
    """A graph spoilt in one place is stopped by a sentence about that place."""
    assert GOOD.count(sound) == 1, f"{claim}: {sound!r} stands {GOOD.count(sound)} times in the good graph"
    found = messages(GOOD.replace(sound, broken))
    assert any(words in message for message in found), found


def test_there_are_at_least_fifty_defects_each_in_another_place() -> None:
    """Fifty claims, each broken by its own change."""
    assert len({(sound, broken) for _, sound, broken, _ in DEFECTS}) == len(DEFECTS) >= 50


def test_every_shape_that_checks_says_why() -> None:
    """Each constraint has a sentence of its own, in English, with a full stop."""
    for constraint in set(SHAPES.objects(None, SH.property)):
        sentences = [str(each) for each in SHAPES.objects(constraint, SH.message)]
        if SHAPES.value(constraint, SH.qualifiedValueShape) or (None, SH.property, constraint) not in SHAPES:
            continue
        owner = next(SHAPES.subjects(SH.property, constraint))
        if str(owner).startswith("https://"):
            assert len(sentences) == 1, constraint
            assert sentences[0].endswith("."), sentences[0]


def test_the_vocabulary_and_the_shapes_speak_of_the_same_terms() -> None:
    """No shape looks for a term that the vocabulary does not define."""
    known = {term.iri for term in generate.read_terms()}
    used = {str(node) for triple in SHAPES for node in triple if str(node).startswith(generate.NAMESPACE)}
    assert used <= known

"""What must not change an answer: an unrelated document, a document twice. What OCR noise may change, and what not.

The order of ingest is tried in test_order_of_ingest.
"""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.accuracy.written import RATES
from bench.synthetic import text
from bench.synthetic.content import FORMS, invent
from schedgraph.graph.answers import Lookup, look_up
from schedgraph.graph.casefile import Statements
from schedgraph.graph.statements import Statement, statements
from schedgraph.parser.document import Item, Reading, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Evidence
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from tests.graph.histories import ITEMS, History, documents, histories

MISREAD = {"item-number-gap", "item-number-order", "item-number-repaired", "item-number-repeated"}
"""What a document warns of where the number of one of its items may be misread."""


def unrelated(number: str = "N1-200-95-001") -> ScheduleDocument:
    """An approved schedule of another record group that names nothing of the history."""
    place = Evidence(page=1, quote="words", start=0, end=5)
    items = tuple(
        Item(id=f"{number}/{path}", number=path, parent=None, evidence=place) for path in ("1", "2")
    )
    return ScheduleDocument(
        source=Source(name="unrelated.txt", sha256="f" * 64, media_type="text/plain", pages=1),
        form="SF-115",
        schedule=Schedule(id=Reading(value=number, evidence=place)),
        items=items,
    )


def said_in(found: list[ScheduleDocument]) -> list[Statement]:
    return [each for document in found for each in statements(document)]


def answers(told: list[Statement], history: History) -> list[dict[str, object]]:
    case = Statements(told)
    return [look_up(case, item, item, history.day, {}, history.law).to_json() for item in ITEMS]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.randoms(use_true_random=False))
def test_an_unrelated_document_and_a_repeated_one_change_no_answer(history: History, chance: Random) -> None:
    """Not the verdict, the chain, the evidence, the conflicts, the caveats or the horizon; nor does the order."""
    found = list(documents(history))
    before = answers(said_in(found), history)
    more = [*found, unrelated(), *found]
    chance.shuffle(more)
    assert answers(said_in(more), history) == before


def superseded_in(document: ScheduleDocument) -> dict[str, Lookup]:
    case = Statements(statements(document))
    return {
        identifier: look
        for identifier in case.identifiers
        if (look := look_up(case, identifier, identifier, None, {})).chain
    }


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 99_999), st.sampled_from(list(dict.fromkeys(FORMS))), st.sampled_from(RATES))
def test_noise_changes_how_sure_a_number_is_and_not_a_certain_end(seed: int, form: str, rate: float) -> None:
    """Any made-up document, at any rate of damage: an end may be lost, or left open with a word of it.

    It must not become another certain end, unless the answer tells of a repaired number, or the document's warnings
    of a misread item number. A number that was read through damage is less sure than the same number read clean.
    """
    schedule = invent(seed, form)
    clean = read_text(decode(text.clean(schedule, Random(seed)).encode(), "clean.txt"))
    noisy = read_text(decode(text.noisy(schedule, Random(seed), rate=rate).encode(), "noisy.txt"))
    sound, damaged = superseded_in(clean), superseded_in(noisy)
    warned = any(doubt.code in MISREAD for doubt in noisy.doubts)
    for identifier in sound.keys() & damaged.keys():
        clean_ends, noisy_ends = _certain(sound[identifier]), _certain(damaged[identifier])
        told = {each.code for each in (*damaged[identifier].conflicts, *damaged[identifier].caveats)}
        assert noisy_ends <= clean_ends or told & {"repaired-number", "ambiguous-number"} or warned, (
            identifier
        )
        for said in (said for link in damaged[identifier].chain for said in link.statements):
            assert said.read_confidence < 1 or not said.repairs or said.source != "document"


def _certain(answer: Lookup) -> set[str]:
    return {each.id for each in answer.current if each.scope == "certain"}

"""The scorer: what is right scores 1, and each fault costs what it should."""

import copy
import json
from typing import Any

import pytest

from bench.accuracy.agreement import Answers, agreements
from bench.accuracy.scoring import Tally
from bench.synthetic.content import FORMS, invent
from bench.synthetic.truth import expected


def truth_and_perfect(seed: int, form: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A truth, and the transcript that says exactly this."""
    truth = json.loads(json.dumps(expected(invent(seed, form), source="", reading="text", sheets=None)))
    found = copy.deepcopy(truth)
    for item in found["items"]:
        item["strike"] = item.get("strike", "none")
        for cited in item["citations"]:
            cited |= {
                "sure": True,
                "date": cited.get("date"),
                "readings": [{"target": cited["target"], "confidence": 1.0}],
            }
    return truth, found


def scores(truth: dict[str, Any], found: dict[str, Any] | None) -> dict[str, float]:
    """The scores of one document."""
    tally = Tally()
    tally.add(truth, found)
    return tally.scores()


@pytest.mark.parametrize("form", dict.fromkeys(FORMS))
def test_a_perfect_transcript_loses_nothing(form: str) -> None:
    """Every share is 1 and nothing is wrong."""
    assert {
        name: score
        for name, score in scores(*truth_and_perfect(3, form)).items()
        if score != float("wrong" not in name)
    } == {}


def test_a_document_that_was_not_read_loses_everything() -> None:
    """A refusal is no excuse: the fields count."""
    truth, _ = truth_and_perfect(3, "ERA")
    assert scores(truth, None)["fields, strict"] < 0.15
    assert scores(truth, None)["numbers found"] == 0


def test_a_strike_that_was_missed_and_one_that_was_invented_are_told_apart() -> None:
    """Recall falls for the one, precision for the other."""
    seed = next(seed for seed in range(99) if any(entry.struck for entry in invent(seed, "r1991").entries))
    truth, found = truth_and_perfect(seed, "r1991")
    struck = next(item for item in found["items"] if item["struck"])
    lost = copy.deepcopy(found)
    next(item for item in lost["items"] if item["id"] == struck["id"])["struck"] = []
    assert scores(truth, lost)["strikes by character, recall"] < 1
    assert scores(truth, lost)["strikes by character, precision"] == 1
    found["items"][0]["struck"] = [*found["items"][0]["struck"], "words that nobody struck"]
    assert scores(truth, found)["strikes by character, precision"] < 1
    assert scores(truth, found)["strikes by character, recall"] == 1


def test_a_wrong_number_counts_only_where_it_was_called_sure() -> None:
    """A doubt may be wrong; a sure number may not."""
    seed = next(seed for seed in range(99) if any(entry.citations for entry in invent(seed, "ERA").entries))
    truth, found = truth_and_perfect(seed, "ERA")
    cited = next(cited for item in found["items"] for cited in item["citations"])
    cited["target"] = "N1-999-99-999/9"
    assert scores(truth, found)["numbers wrong among sure"] == 1
    cited["sure"] = False
    assert scores(truth, found)["numbers wrong among sure"] == 0


def test_another_verdict_than_the_text_s_is_told_only_by_a_warning_of_its_own() -> None:
    """A scan that cannot be sure says so; one that answers otherwise without a word differs in silence."""
    answers = Answers()
    sound: dict[str, Any] = {"verdict": "active", "current": [{"id": "N1-1"}], "caveats": [], "conflicts": []}
    warned = sound | {"verdict": "superseded", "caveats": [{"code": "number-unsure", "message": "m"}]}
    scanned = [sound, warned, sound | {"verdict": "unknown"}, sound | {"verdict": "superseded"}, None]
    for place, answer in enumerate(scanned):
        answers.add("1000-r1991", "text", f"N1-{place}", sound)
        answers.add("1000-r1991", "scan300", f"N1-{place}", answer)
    (found,) = agreements(answers, "text", ["text", "digital", "scan300"])
    assert (found.render, found.asked, found.same, found.told) == ("scan300", 5, 1, 3)


@pytest.mark.parametrize(
    ("kind", "found", "expected"),
    [
        ("stroke", ["Destroy when", "5 years old"], {"strikes by word, drawn, recall": 1.0}),
        ("stroke", ["Destroy wh"], {"strikes by word, drawn, recall": 2 / 5}),
        ("crosses", ["Destroy whex 5 xears old"], {"strikes by word, overtyped, recall": 1.0}),
        ("crosses", [], {"strikes by word, overtyped, recall": 0.0, "strikes by word, precision": 1.0}),
        ("stroke", ["Destroy when 5 years old and nothing else"], {"strikes by word, precision": 5 / 8}),
    ],
)
def test_a_word_is_struck_where_half_of_it_is(
    kind: str, found: list[str], expected: dict[str, float]
) -> None:
    """Another reading of a struck word is no fault of the strike; drawn and typed strikes are told apart."""
    item = {"id": "N1-095-98-007/1", "number": "1", "citations": []}
    struck = {**item, "struck": ["Destroy when 5 years old"], "strike": "full", "strike_kind": kind}
    truth = {"document": {"form": "SF-115"}, "schedule": {}, "events": [], "numbers": [], "items": [struck]}
    read = {**truth, "items": [{**struck, "struck": found}]}
    assert {name: scores(truth, read).get(name) for name in expected} == pytest.approx(expected)


def test_numbers_in_struck_words_are_counted_apart() -> None:
    number = {"printed": "N1-95-88-2", "id": "N1-095-88-002"}
    item = {"id": "N1-095-98-007/1", "number": "1", "strike": "full", "strike_kind": "stroke"}
    truth = {
        "document": {"form": "SF-115"}, "schedule": {}, "events": [], "numbers": [number],
        "items": [{**item, "citations": [], "struck": ["supersedes N1-95-88-2"]}],
    }  # fmt: skip
    cited = {"relation": "supersedes", "target": number["id"], "sure": False, "readings": []}
    read = {**truth, "items": [{**truth["items"][0], "citations": [cited]}]}
    assert scores(truth, read)["struck numbers found"] == 1
    assert scores(truth, truth)["struck numbers found"] == 0

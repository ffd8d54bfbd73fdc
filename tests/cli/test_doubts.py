"""What `schedgraph doubts` promises."""

import json
import shutil

import pytest

from schedgraph.graph.store import Store


def told(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_what_most_answers_hang_on_and_is_least_sure_comes_first(ask):
    found = told(ask("doubts", "--format", "json"))
    ranks = [len(each["touches"]) * each["unsure"] for each in found]
    assert ranks == sorted(ranks, reverse=True)
    assert {"conflict", "document", "repaired", "ambiguous"} <= {each["kind"] for each in found}
    assert len(told(ask("doubts", "--limit", "2", "--format", "json"))) == 2


def test_a_repaired_number_touches_the_answers_that_would_be_others_without_it(ask, store):
    (doubt,) = [
        each for each in told(ask("doubts", "--format", "json")) if each["about"] == "N1-567-09-006/1/a"
    ]
    assert doubt["touches"] == ["N1-567-09-006", "N1-567-09-006/1", "N1-567-09-006/1/a"]
    assert doubt["unsure"] >= 0.2
    assert doubt["evidence"][0]["quote"] == "PAA - 0563 - 2013 - 0001 - 0006"
    with Store.open(store) as opened:
        assert set(doubt["touches"]) <= set(opened.ledger.identifiers())


def test_a_misread_schedule_number_would_make_all_its_answers_another_schedules(ask):
    (doubt,) = [each for each in told(ask("doubts", "--format", "json")) if each["code"] == "form"]
    assert len(doubt["touches"]) == 13


def test_a_reading_that_moves_no_verdict_stands_below(ask):
    found = told(ask("doubts", "--format", "json"))
    assert [each["touches"] for each in found if each["kind"] == "ambiguous"] == [[], []]


@pytest.fixture
def mine(run, store, tmp_path):
    folder = tmp_path / "mine"
    shutil.copytree(store, folder)
    return lambda *arguments: run("--store", folder, *arguments)


def test_what_a_correction_settles_is_in_doubt_no_more(mine):
    """The hint is a command that works once number and name are filled in."""
    (doubt,) = [
        each for each in told(mine("doubts", "--format", "json")) if each["about"] == "N1-567-09-006/1/b/1"
    ]
    assert doubt["hint"].startswith("correct reading N1-567-09-006/1/b/1 --printed N1-563-04-1a --is NUMBER")
    settled = mine(
        "correct", "reading", "N1-567-09-006/1/b/1", "--printed", "N1-563-04-1a",
        "--is", "N1-563-04-001/1/a", "--author", "A",
    )  # fmt: skip
    assert settled.exit_code == 0
    assert "N1-567-09-006/1/b/1" not in [each["about"] for each in told(mine("doubts", "--format", "json"))]


def test_text_is_safe_and_names_place_and_command(ask):
    text = ask("doubts", "--limit", "50").stdout
    assert "To settle it: schedgraph correct reading" in text
    assert "— 000_570d94ea105cce14.txt, page 1" in text
    assert ask("doubts", "--limit", "0").exit_code == 2

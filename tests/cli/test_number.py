"""What `schedgraph number` promises."""

import json

import pytest


@pytest.mark.parametrize(
    ("written", "identifier", "sure"),
    [
        ("N1-567-09-6", "N1-567-09-006", True),
        ("n1-567-09-06 item 1b(2)c", "N1-567-09-006/1/b/2/c", True),
        ("N1-567-09-6/1.B.(2).c", "N1-567-09-006/1/b/2/c", True),
        ("NI-567-09-6", "N1-567-09-006", False),
        ("GRS 5.2 item 020", "GRS 5.2/020", True),
        ("GRS 5.2.020", "GRS 5.2/020", True),
        ("DAA-0567-2017-0007-0001", "DAA-0567-2017-0007-0001", True),
    ],
)
def test_every_written_form_of_a_number_gives_its_identifier(run, written, identifier, sure):
    result = run("number", written, "--format", "json")
    told = json.loads(result.stdout)
    assert (told["written"], told["id"], told["sure"]) == (written, identifier, sure)
    assert result.exit_code == 0


def test_the_keys_are_those_of_the_contract(run):
    told = json.loads(run("number", "NI-567-09-6", "--format", "json").stdout)
    assert list(told) == ["written", "printed", "id", "family", "sure", "repairs", "readings"]
    assert list(told["readings"][0]) == ["id", "confidence"]


def test_a_list_gives_one_line_a_number(run):
    lines = run("number", "N1-567-09-6 items 1 and 2", "--format", "json").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["N1-567-09-006/1", "N1-567-09-006/2"]


def test_a_number_that_can_be_read_in_two_ways_is_picked_by_nobody(run):
    told = json.loads(run("number", "N1-563-04-1a", "--format", "json").stdout)
    assert told["id"] is None
    assert {each["id"] for each in told["readings"]} == {"N1-563-04-001/a", "N1-563-04-001/1/a"}


def test_what_is_no_number_is_told_and_the_others_are_read(run):
    result = run("number", "Bob", "GRS 5.2/020", "--format", "json")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [None, "GRS 5.2/020"]
    assert result.exit_code == 1
    assert result.stderr == "schedgraph: “Bob” is no number of a disposition authority.\n"


def test_a_column_of_a_spreadsheet_can_be_cleaned(run):
    column = "\ufeffN1-567-09-6\r\n\r\nGRS 5.2.020\r\n".encode()
    result = run("number", "-", "--format", "json", stdin=column)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["N1-567-09-006", "GRS 5.2/020"]


def test_a_book_in_place_of_a_number_is_refused_at_once(run):
    result = run("number", "-", stdin="N1-567-09-6 " * 100_000)
    assert result.exit_code == 1
    assert len(result.stdout) < 200


def test_text_is_aligned_and_says_what_was_repaired(run):
    result = run("number", "NI-567-09-6", "GRS 5.2/020")
    first, second = result.stdout.splitlines()
    assert "repaired I→1, so not sure" in first
    assert first.index("N1-567-09-006") == second.index("GRS 5.2/020", 5)


def test_bytes_that_are_no_text_are_no_number(run):
    result = run("number", "-", stdin=b"\xff\xfe\x00\x80\nN1-567-09-6\n")
    assert result.exit_code == 1
    assert "N1-567-09-006" in result.stdout

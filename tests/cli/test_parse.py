"""What `schedgraph parse` promises, and how it takes bad files."""

import json
from pathlib import Path

import pytest

from schedgraph.corpus import documents

SF115, ERA = documents()

KEYS = {
    "document": {"source", "sha256", "media_type", "form", "pages", "reading"},
    "schedule": {
        "id", "printed", "agency", "record_group", "major_subdivision", "minor_subdivision", "subject",
        "applies_to", "background", "status", "stamps", "dates", "item_counts", "contact",
    },
}  # fmt: skip
ITEM_KEYS = {
    "id", "number", "parent", "title", "text", "strike", "struck", "disposition", "status_printed",
    "action_taken", "citations",
}  # fmt: skip


def test_json_is_one_object_a_file_with_the_keys_of_the_contract(run):
    result = run("parse", SF115, ERA, "--format", "json")
    assert result.exit_code == 0
    for line in result.stdout.splitlines():
        read = json.loads(line)
        assert list(read) == ["document", "schedule", "items", "citations", "events", "warnings"]
        assert KEYS["document"] <= read["document"].keys()
        assert KEYS["schedule"] <= read["schedule"].keys()
        assert all(item.keys() >= ITEM_KEYS for item in read["items"])


def test_text_marks_what_is_struck_and_leaves_the_rest(run):
    text = run("parse", SF115).stdout
    assert "Disposition (temporary): ~~Temporary. Cutoff at end of fiscal year case" in text
    assert "(printed “NI-567-09-6”; repaired I→1)" in text
    assert "Temporary. Destroy immediately at close of" in text
    assert "~~Temporary. Destroy immediately at close of" not in text
    assert "INACTIVE - ALL ITEMS SUPERSEDED" in text
    assert "approval not shown" in text


def test_standard_input_is_a_document_too(run):
    result = run("parse", "-", "--format", "json", stdin=ERA.read_bytes())
    read = json.loads(result.stdout)
    assert read["schedule"]["id"] == "DAA-0567-2017-0007"
    assert read["document"]["source"] == "-"


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\r\n", "empty"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "paper.pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "line.txt": (b"x" * 50_000_000, "bytes"),
    "long.txt": (b"x" * 2_000_000, "characters"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_line_and_the_others_are_read(run, tmp_path, name):
    data, reason = BAD[name]
    bad = tmp_path / name
    bad.write_bytes(data)
    result = run("parse", bad, ERA, "--format", "json")
    assert result.exit_code == 3
    assert [json.loads(line)["schedule"]["id"] for line in result.stdout.splitlines()] == [
        "DAA-0567-2017-0007"
    ]
    assert result.stderr.startswith(f"schedgraph: {bad}: ")
    assert reason in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_one_line(run, tmp_path):
    result = run("parse", tmp_path / "none.txt", tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.count("\n") == 2


def test_a_text_that_is_no_schedule_is_printed_and_told(run, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Bob,\n\nthe weather is fine.\n")
    result = run("parse", letter, "--format", "json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["items"] == []
    assert result.stderr.startswith(f"schedgraph: {letter}: ")


def test_a_wrong_encoding_is_read_and_told(run, tmp_path):
    file = tmp_path / "latin.txt"
    file.write_bytes(ERA.read_bytes().replace("Ву".encode(), "Bé".encode("cp1252")))
    result = run("parse", file, "--format", "json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["schedule"]["id"] == "DAA-0567-2017-0007"
    assert "not UTF-8" in result.stderr


def test_two_schedules_in_one_file_are_told(run, tmp_path):
    both = tmp_path / "both.txt"
    both.write_bytes(SF115.read_bytes() + SF115.read_bytes().replace(b"NI-567-09-6", b"N1-563-04-1"))
    result = run("parse", both)
    assert result.exit_code == 3
    assert result.stderr.startswith(f"schedgraph: {both}: ")


def test_a_fault_of_the_reader_is_the_problem_of_one_file(run, monkeypatch):
    from schedgraph.parser import read

    def fails(path: Path):
        if path == ERA:
            raise RecursionError
        return really(path)

    really = read.read_document
    monkeypatch.setattr(read, "read_document", fails)
    result = run("parse", ERA, SF115, "--format", "json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["schedule"]["id"] == "N1-567-09-006"
    assert "split it" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_traceback_is_shown_to_those_who_ask(run, monkeypatch):
    from schedgraph.parser import read

    monkeypatch.setattr(read, "read_document", lambda path: 1 / 0)
    assert "Traceback" not in run("parse", ERA).stderr
    assert "Traceback" in run("--debug", "parse", ERA).stderr


def test_a_document_cannot_command_the_terminal(run, tmp_path):
    hostile = tmp_path / "hostile\x1b[2J.txt"
    title = "Lead\x1b]0;owned\x07\x9b31mTrac \u202egnp.exe\u2066"
    hostile.write_bytes(SF115.read_bytes().replace(b"LeadTrac", title.encode()))
    text = run("parse", hostile)
    for stream in (text.stdout, text.stderr):
        assert not set(stream) & set("\x1b\x07\x9b\u202e\u2066")
    assert "\\u202e" in text.stdout
    data = run("parse", hostile, "--format", "json").stdout
    assert not set(data) & set("\x1b\x07\x9b\u202e\u2066")
    assert "\u202e" in json.dumps(json.loads(data), ensure_ascii=False)

"""What `schedgraph ingest` promises."""

import json
import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from schedgraph.corpus import documents
from schedgraph.graph.ledger import Ledger

SF115, ERA = documents()


def contents(folder: Path) -> list[str]:
    with Ledger.open(folder) as ledger:
        return [each.key for each in ledger.all()] + [json.dumps(each) for each in ledger.documents()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two documents, one of them deeper, and things that are none."""
    root = tmp_path / "schedules"
    (root / "ice").mkdir(parents=True)
    (root / ".git").mkdir()
    shutil.copy(SF115, root / "a.txt")
    shutil.copy(ERA, root / "ice" / "b.md")
    (root / ".git" / "c.txt").write_text("hidden")
    (root / ".d.txt").write_text("hidden")
    (root / "e.docx").write_bytes(b"PK")
    return root


def test_a_folder_is_read_with_what_is_below_it(run, tmp_path, folder):
    result = run("--store", tmp_path / "s", "ingest", folder)
    assert result.exit_code == 0
    told, *counts = result.stdout.splitlines()
    assert told == "2 documents read: 2 new, 0 unchanged; 0 failed; 13 items."
    assert counts[0] == "Forms: 1 ERA, 1 SF-115."
    assert "passed over" in result.stderr
    assert ".docx" in result.stderr


def test_the_same_again_changes_nothing(run, tmp_path, folder):
    run("--store", tmp_path / "s", "ingest", folder)
    before = contents(tmp_path / "s")
    result = run("--store", tmp_path / "s", "ingest", folder, "--format", "json")
    told = json.loads(result.stdout)
    assert (told["read"], told["new"], told["unchanged"], told["failed"]) == (2, 0, 2, 0)
    assert contents(tmp_path / "s") == before


def test_order_and_number_of_processes_do_not_matter(run, tmp_path, folder):
    copies = tmp_path / "copies"
    copies.mkdir()
    for number in range(4):
        copy = SF115.read_bytes().replace(b"LeadTrac", f"LeadTrac {number}".encode())
        (copies / f"{number}.txt").write_bytes(copy)
    assert run("--store", tmp_path / "one", "ingest", folder, copies).exit_code == 0
    assert run("--store", tmp_path / "two", "ingest", copies, folder, "--jobs", "3").exit_code == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_bad_file_is_skipped_and_told(run, tmp_path, folder):
    (folder / "bad.txt").write_bytes(b"")
    result = run("--store", tmp_path / "s", "ingest", folder, "--quiet")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"schedgraph: {folder / 'bad.txt'}: the file is empty; nothing was read\n"
    assert run("--store", tmp_path / "s", "lookup", "N1-567-09-6/1A").exit_code == 0


def test_what_holds_no_item_is_not_stored(run, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Bob,\n\nthe weather is fine.\n")
    result = run("--store", tmp_path / "s", "ingest", letter)
    assert result.exit_code == 3
    assert "not stored" in result.stderr
    with Ledger.open(tmp_path / "s") as ledger:
        assert ledger.documents() == ()


def test_a_guessed_encoding_is_stored_and_told(run, tmp_path):
    file = tmp_path / "latin.txt"
    file.write_bytes(ERA.read_bytes().replace("Ву".encode(), "Bé".encode("cp1252")))
    result = run("--store", tmp_path / "s", "ingest", file)
    assert result.exit_code == 3
    assert "1 new" in result.stdout
    assert "stored, but" in result.stderr


def test_a_folder_that_cannot_be_entered_is_told_and_the_rest_is_read(run, tmp_path, folder, monkeypatch):
    really = os.scandir

    def refuses(path):
        if str(path).endswith("ice"):
            raise PermissionError(13, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", refuses)
    result = run("--store", tmp_path / "s", "ingest", folder)
    assert result.exit_code == 3
    assert "1 new" in result.stdout
    assert f"{folder / 'ice'}: the folder cannot be read (Permission denied)" in result.stderr


def test_a_path_that_is_not_there_and_an_empty_folder_are_told(run, tmp_path):
    (tmp_path / "empty").mkdir()
    result = run("--store", tmp_path / "s", "ingest", tmp_path / "none", tmp_path / "empty", ERA)
    assert result.exit_code == 3
    assert result.stderr.count("\n") == 2
    assert "1 new" in result.stdout


def test_a_store_that_cannot_be_made_is_code_4(run, tmp_path):
    (tmp_path / "file").write_text("")
    result = run("--store", tmp_path / "file", "ingest", ERA)
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1


@pytest.mark.slow
def test_a_file_that_ends_its_process_fails_alone(tmp_path, monkeypatch):
    from schedgraph.graph.readers import processes

    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for file in files:
        file.write_bytes(ERA.read_bytes() + file.name.encode())
    monkeypatch.setattr(processes, "take", _ends_with_one)
    taken = list(processes.ProcessReader(2)(files))
    assert [each.document is not None for each in taken] == [True, False, True]
    assert "ended the process" in (taken[1].problem or "")


def _ends_with_one(path: Path):
    from schedgraph.parser.read import read_document

    if path.name == "1.txt":
        os._exit(9)
    from schedgraph.graph.taking import Taken

    return Taken(path=str(path), document=read_document(path))


def test_what_was_read_by_this_version_is_told_by_its_bytes(run, tmp_path, folder, monkeypatch):
    run("--store", tmp_path / "s", "ingest", folder)
    monkeypatch.setattr("schedgraph.parser.read.read_data", _never)
    told = json.loads(run("--store", tmp_path / "s", "ingest", folder, "--format", "json").stdout)
    assert (told["read"], told["unchanged"], told["known"], told["items"]) == (2, 2, 2, 13)
    assert told["forms"] == {"ERA": 1, "SF-115": 1}


def _never(data: bytes, name: str):
    raise AssertionError(f"{name} was read again")


def test_another_edition_of_the_parser_reads_everything_again(run, tmp_path, folder, monkeypatch):
    run("--store", tmp_path / "s", "ingest", folder)
    monkeypatch.setattr("schedgraph.graph.intake.reading_edition", lambda: "another")
    told = json.loads(run("--store", tmp_path / "s", "ingest", folder, "--format", "json").stdout)
    assert (told["known"], told["unchanged"]) == (0, 2)


def test_the_same_bytes_under_another_name_are_read_for_a_name_is_a_hint(run, tmp_path, folder):
    run("--store", tmp_path / "s", "ingest", folder)
    shutil.copy(SF115, tmp_path / "n1-567-09-006_sf115.txt")
    told = json.loads(
        run(
            "--store", tmp_path / "s", "ingest", tmp_path / "n1-567-09-006_sf115.txt", "--format", "json"
        ).stdout
    )
    assert told["known"] == 0


def test_a_document_that_cannot_be_relied_on_is_read_again(run, tmp_path):
    file = tmp_path / "latin.txt"
    file.write_bytes(ERA.read_bytes().replace("Ву".encode(), "Bé".encode("cp1252")))
    for _ in range(2):
        told = json.loads(run("--store", tmp_path / "s", "ingest", file, "--format", "json").stdout)
        assert told["known"] == 0
        assert told["errors"] == {"encoding-guessed": 1}


def test_a_run_of_portions_reads_each_file_once(run, tmp_path, folder):
    seen = []
    for _ in range(3):
        result = run("--store", tmp_path / "s", "ingest", folder, "--limit", "1", "--format", "json")
        told = json.loads(result.stdout)
        seen.append((told["new"], told["known"]))
    assert seen == [(1, 0), (1, 1), (0, 2)]


def test_files_that_were_not_changed_since_a_day_are_left_out(run, tmp_path, folder):
    os.utime(folder / "a.txt", (0, datetime(2020, 1, 1, 12).timestamp()))
    os.utime(folder / "ice" / "b.md", (0, datetime(2020, 1, 2).timestamp()))
    result = run("--store", tmp_path / "s", "ingest", folder, "--since", "2020-01-02", "--format", "json")
    assert json.loads(result.stdout)["forms"] == {"ERA": 1}
    assert run("--store", tmp_path / "s", "ingest", folder, "--since", "2020").exit_code == 2


def test_errors_and_doubts_are_counted_by_code(run, tmp_path, folder):
    (folder / "bad.txt").write_bytes(b"")
    (folder / "letter.txt").write_text("Dear Bob,\n\nthe weather is fine.\n")
    told = json.loads(run("--store", tmp_path / "s", "ingest", folder, "--format", "json").stdout)
    assert told["errors"] == {"no-items": 1, "unreadable": 1}
    assert sum(told["doubts"].values()) > 0
    lines = run("--store", tmp_path / "t", "ingest", folder).stdout.splitlines()
    assert lines[-1] == "Errors: 1 no-items, 1 unreadable."


def test_a_cluster_and_processes_exclude_each_other(run, tmp_path, folder):
    result = run("--store", tmp_path / "s", "ingest", folder, "--jobs", "2", "--dask", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "choose one of them" in result.stderr

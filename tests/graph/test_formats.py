"""Stores of other formats: an older one is renewed with all it holds, a newer or damaged one is refused in a sentence."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from schedgraph.cli import main
from schedgraph.corpus import documents
from schedgraph.graph.errors import StoreError
from schedgraph.graph.ledger import FILE_NAME, FORMAT, Ledger
from schedgraph.graph.store import Store
from tests.graph.older.writing import write_older
from tests.graph.test_corrections import ITEM, READ, RIGHT, corrected, ends, reading


@pytest.mark.parametrize("format", [1, 2])
def test_an_older_store_is_refused_for_reading_and_renewed_by_the_next_writing(
    tmp_path: Path, demo_store: Path, format: int
) -> None:
    with Ledger.open(demo_store) as ledger:
        write_older(ledger, tmp_path, format)
        said, read = list(ledger.all()), ledger.documents()
    with pytest.raises(StoreError, match=f"older format {format}"):
        Store.open(tmp_path)
    with Ledger.create(tmp_path) as ledger:
        assert (list(ledger.all()), ledger.documents()) == (said, read)
        assert [found[0] for found in ledger.search("LeadTrac", 3)]
    assert ends(tmp_path, ITEM) == ("superseded", [READ])
    corrected(tmp_path, reading())
    assert ends(tmp_path, ITEM) == ("superseded", [RIGHT])


def test_corrections_of_an_older_store_still_defeat_what_they_defeated(
    tmp_path: Path, demo_store: Path
) -> None:
    with Ledger.open(demo_store) as ledger:
        write_older(ledger, tmp_path)
        (wrong,) = [each for each in ledger.about(ITEM) if each.predicate == "superseded-by"]
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    correction = reading()
    connection.execute("INSERT INTO correction VALUES (?, ?)", (correction.id, correction.to_text()))
    connection.execute("INSERT INTO defeated VALUES (?, ?)", (wrong.key, correction.id))
    connection.commit()
    connection.close()
    with Ledger.create(tmp_path) as ledger:
        assert [(said.key, by.id) for said, by in ledger.defeats()] == [(wrong.key, correction.id)]


def _told(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    return result.exit_code, result.stderr


def test_a_newer_store_is_refused_with_exit_code_4_and_a_sentence(tmp_path: Path) -> None:
    with Ledger.create(tmp_path) as ledger:
        ledger._connection.execute("UPDATE about SET value = ? WHERE key = 'format'", (FORMAT + 1,))
        ledger._connection.commit()
    for verb in (("lookup", "N1-567-09-6"), ("ingest", *documents())):
        code, sentence = _told("--store", tmp_path, *verb)
        assert (code, sentence.count("\n")) == (4, 1)
        assert f"has format {FORMAT + 1}" in sentence and "newer" in sentence


@pytest.mark.parametrize("damage", ["overwritten", "cut short", "something else"])
def test_a_damaged_store_is_refused_with_exit_code_4_and_a_sentence(
    tmp_path: Path, demo_store: Path, damage: str
) -> None:
    data = (demo_store / FILE_NAME).read_bytes()
    wrong = {
        "overwritten": data[:2048] + b"\xff" * 40_000 + data[42_048:],
        "cut short": data[: len(data) // 3],
        "something else": b"%PDF-1.7 this is no store" * 100,
    }
    (tmp_path / FILE_NAME).write_bytes(wrong[damage])
    for verb in (("lookup", "N1-567-09-6 item 1A"), ("audit",)):
        code, sentence = _told("--store", tmp_path, *verb)
        assert (code, sentence.count("\n")) == (4, 1), sentence


def test_a_database_of_another_program_is_no_store(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE_NAME)
    connection.execute("CREATE TABLE notes (text TEXT)")
    connection.commit()
    connection.close()
    for verb in (("lookup", "N1-567-09-6"), ("ingest", tmp_path)):
        code, sentence = _told("--store", tmp_path, *verb)
        assert code == 4 and "no store of schedgraph" in sentence

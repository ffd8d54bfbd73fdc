"""What `schedgraph correct` promises."""

import json
import shutil
from pathlib import Path

import pytest

from schedgraph.graph.store import Store
from tests.cli.written import NEW, OLD, write

SIGNED = ("--author", "Records office", "--date", "2026-01-02")
READING = ("correct", "reading", "N1-567-09-6/1A", "--printed", "PAA - 0563 - 2013 - 0001 - 0006")
FILE = """
[[correction]]
kind = "reading"
about = "N1-567-09-6/1A"
printed = "PAA - 0563 - 2013 - 0001 - 0006"
is = "DAA-0563-2013-0001-0007"
author = "Records office"
date = 2026-01-02
reason = "seen on the original"

[[correction]]
kind = "fact"
about = "N1-567-09-6"
says = "approved"
is = 2010-02-03
author = "Records office"
date = 2026-01-02

[[correction]]
kind = "scope"
about = "N1-567-09-6/1C(2)"
by = "DAA-GRS-2013-0001-0005"
holds_for = ["N1-567-09-6/1C(1)", "N1-567-09-6/1C(2)"]
author = "Records office"
date = 2026-01-02

[[correction]]
kind = "election"
about = "GRS 5.2/010"
by = "RG 567"
taken = false
author = "Records office"
date = 2026-01-02
"""


@pytest.fixture
def mine(run, store, tmp_path):
    """Runs a command on a copy of the store of the bundled documents."""
    folder = tmp_path / "mine"
    shutil.copytree(store, folder)
    return lambda *arguments, **more: run("--store", folder, *arguments, **more)


def bytes_of(folder: Path) -> str:
    import sqlite3

    with sqlite3.connect(folder / "ledger.sqlite") as connection:
        return "\n".join(connection.iterdump())


def test_a_reading_is_corrected_and_the_old_one_is_told(mine):
    result = mine(*READING, "--is", "DAA-0563-2013-0001-0007", *SIGNED)
    assert result.exit_code == 0
    assert "No longer counts: N1-567-09-006/1/a: superseded by DAA-0563-2013-0001-0006" in result.stdout
    text = mine("lookup", "N1-567-09-6/1A").stdout
    assert "certain: DAA-0563-2013-0001-0007" in text
    assert "A correction by Records office of 2026-01-02 defeats" in text
    assert "Corrected" in mine("explain", "N1-567-09-6/1A").stdout
    shown = json.loads(mine("show", "N1-567-09-6/1A", "--format", "json").stdout)
    assert shown["corrected"][0]["value"] == "DAA-0563-2013-0001-0006"
    assert "A correction by Records office" in mine("show", "N1-567-09-6").stdout


def test_a_file_under_version_control_is_taken_whole_and_twice_is_once(mine, tmp_path):
    file = tmp_path / "corrections.toml"
    file.write_text(FILE, encoding="utf-8")
    first = mine("correct", "--file", file, "--format", "json")
    assert first.exit_code == 0
    effects = [json.loads(line) for line in first.stdout.splitlines()]
    assert [each["kind"] for each in effects] == ["reading", "fact", "scope", "election"]
    assert effects[0]["defeats"][0]["value"] == "DAA-0563-2013-0001-0006"
    assert effects[0]["makes"][0]["evidence"]["method"] == "correction"
    assert effects[1]["makes"][0]["value"] == "2010-02-03"
    mine("correct", "--file", file)
    listed = [json.loads(line) for line in mine("correct", "list", "--format", "json").stdout.splitlines()]
    assert len(listed) == 4


def test_a_correction_can_be_listed_and_withdrawn(mine):
    made = json.loads(mine(*READING, "--is", "DAA-0563-2013-0001-0007", *SIGNED, "--format", "json").stdout)
    assert made["id"] in mine("correct", "list").stdout
    assert mine("correct", "withdraw", made["id"]).exit_code == 0
    assert mine("correct", "withdraw", made["id"]).exit_code == 1
    assert "certain: DAA-0563-2013-0001-0006" in mine("lookup", "N1-567-09-6/1A").stdout


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (('"N1-567-09-6/1C(2)"', '"N1-567-09-6/1Z"'), 1, "does not know"),
        (("date = 2026-01-02", "date = 2026-02-30"), 3, "is not TOML"),
        (("date = 2026-01-02", 'date = "2026-02-30"'), 3, "there is no day 2026-02-30 in the calendar"),
        (("date = 2026-01-02", "date = 2199-01-02"), 3, "cannot lie in the future"),
        (('says = "approved"', 'says = "aproved"'), 3, "correction 2: “aproved” cannot be stated"),
        (('author = "Records office"', 'writer = "x"'), 3, "has no key “writer”"),
        (("taken = false", 'taken = "no"'), 3, "correction 4: “taken” must be true or false"),
        (('kind = "election"', 'kind = "choice"'), 3, "kind must be one of"),
        (('printed = "PAA', 'printed = "XXX'), 1, "nothing in the corpus matches"),
        (("[[correction]]", "[[corrections]]"), 3, "must consist of [[correction]] tables"),
        (("is = 2010-02-03", "is = 2010"), 3, "must be text in quotation marks"),
    ],
)
def test_a_bad_entry_is_one_clear_line_and_changes_nothing(mine, tmp_path, change, code, words):
    file = tmp_path / "corrections.toml"
    file.write_text(FILE.replace(*change), encoding="utf-8")
    before = bytes_of(tmp_path / "mine")
    result = mine("correct", "--file", file)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert bytes_of(tmp_path / "mine") == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("correct",),
        ("correct", "reading", "N1-567-09-6/1A"),
        (*READING, "--is", "DAA-0563-2013-0001-0007"),
        (*READING, "--is", "DAA-0563-2013-0001-0007", "--author", "A", "--date", "2026-02-30"),
        ("correct", "fact", "N1-567-09-6", "--says", "approved", "--is", "soon", "--author", "A"),
        ("correct", "fact", "N1-567-09-6", "--says", "approved", "--author", "A"),
        ("correct", "fact", "N1-567-09-6", "--says", "retention-period", "--is", "5 years", "--author", "A"),
        ("correct", "election", "GRS 5.2/010", "--by", "567", "--author", "A"),
    ],
)
def test_wrong_usage_changes_nothing(mine, tmp_path, arguments):
    before = bytes_of(tmp_path / "mine")
    result = mine(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert bytes_of(tmp_path / "mine") == before


def test_words_that_a_terminal_would_obey_are_spelled_out_everywhere(mine):
    hostile = "\x1b[31mred\u202e"
    signed = ("--author", hostile, "--reason", hostile, "--date", "2026-01-02")
    outputs = [
        mine(*READING, "--is", "DAA-0563-2013-0001-0007", *signed),
        mine("correct", "list"),
        mine("lookup", "N1-567-09-6/1A"),
        mine("explain", "N1-567-09-6/1A"),
        mine("show", "N1-567-09-6/1A"),
        mine("lookup", "N1-567-09-6/1A", "--format", "json"),
    ]
    for result in outputs:
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
        assert "\u202e" not in result.stdout
        assert "red" in result.stdout


@pytest.mark.parametrize("name", ["reading", "scope", "election", "fact", "list", "withdraw"])
def test_every_kind_has_a_help_with_an_example(run, name):
    result = run("correct", name, "--help")
    assert result.exit_code == 0
    assert f"Example:\n    schedgraph correct {name}" in result.stdout


def test_the_file_in_the_readme_is_one_that_can_be_given(mine, tmp_path):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    file = tmp_path / "corrections.toml"
    file.write_text(readme.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    result = mine("correct", "--file", file, "--format", "json")
    assert result.exit_code == 0
    assert [json.loads(line)["kind"] for line in result.stdout.splitlines()] == [
        "reading",
        "scope",
        "election",
        "fact",
    ]


def test_a_schedule_whose_number_could_not_be_read_is_given_it(run, tmp_path):
    """Its items are asked for under the number from then on, what names them finds them, and taking it back is easy."""
    folder = tmp_path / "store"
    lost = OLD.replace("Job Number: N1-142-84-6", "Job Number: ")
    assert run("--store", folder, "ingest", *write(tmp_path, lost=lost, new=NEW)).exit_code == 0
    with Store.open(folder) as store:
        (stand_in,) = {
            each.split("/")[0] for each in store.ledger.identifiers() if each.startswith("unknown-")
        }
    assert "ACTIVE" in run("--store", folder, "lookup", f"{stand_in}/3").stdout
    assert run("--store", folder, "lookup", "N1-142-84-6/4").exit_code == 1

    given = run(
        "--store", folder, "correct", "number", stand_in, "--is", "N1-142-84-6", *SIGNED, "--format", "json"
    )
    assert given.exit_code == 0, given.stderr
    made = json.loads(given.stdout)
    assert len(made["defeats"]) == len(made["makes"]) > 5
    answer = json.loads(run("--store", folder, "lookup", "N1-142-84-6/3", "--format", "json").stdout)
    assert (answer["verdict"], answer["current"][0]["id"]) == ("superseded", "N1-142-97-008/1")
    assert "ACTIVE" in run("--store", folder, "lookup", "N1-142-84-6/4").stdout
    assert run("--store", folder, "lookup", f"{stand_in}/3").exit_code == 1

    assert run("--store", folder, "correct", "withdraw", made["id"]).exit_code == 0
    assert "ACTIVE" in run("--store", folder, "lookup", f"{stand_in}/3").stdout


@pytest.mark.parametrize(
    ("stand_in", "number", "code", "words"),
    [
        ("unknown-000000000000", "N1-142-84-6", 1, "does not know unknown-000000000000"),
        ("N1-567-09-6", "N1-142-84-6", 2, "has a number"),
    ],
)
def test_only_a_schedule_without_a_number_is_given_one(mine, stand_in, number, code, words):
    result = mine("correct", "number", stand_in, "--is", number, *SIGNED)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr

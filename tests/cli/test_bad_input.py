"""Bad input: one clear sentence, the exit code of the contract, and nothing changed."""

import shutil

import pytest

from schedgraph.graph.store import Store


def content(folder):
    """Everything that the store holds."""
    with Store.open(folder) as store:
        return tuple(store.ledger.all()), store.ledger.corrections(), store.ledger.defeats()


@pytest.fixture
def own(store, tmp_path):
    """A store of one's own, which a command might spoil."""
    return shutil.copytree(store, tmp_path / "own")


FACT = ("correct", "fact")
SIGNED = ("--author", "Records office")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (
            (*FACT, "N1-999-99-9", "--says", "approved", "--is", "2010-02-03", *SIGNED),
            1,
            "does not know N1-999-99-009",
        ),
        ((*FACT, "N1-567-09-6", "--says", "approved", "--is", "2010-02-30", *SIGNED), 2, "no day 2010-02-30"),
        (
            (*FACT, "N1-567-09-6", "--says", "approved", "--is", "3 May 2010", *SIGNED),
            2,
            "write it as 2015-01-31",
        ),
        ((*FACT, "N1-567-09-6", "--says", "colour", "--is", "red", *SIGNED), 2, "“colour” cannot be stated"),
        (
            ("correct", "election", "GRS 5.2/010", "--by", "N1-999-99-9", "--taken", *SIGNED),
            1,
            "does not know",
        ),
        (
            (
                "correct",
                "reading",
                "N1-567-09-6/1A",
                "--printed",
                "nothing like it",
                "--is",
                "GRS 5.2",
                *SIGNED,
            ),
            1,
            "nothing",
        ),
        (("correct", "withdraw", "0000000000000000"), 1, "there is no correction"),
        (
            (*FACT, "N1-567-09-6", "--says", "approved", "--is", "2199-02-03", *SIGNED),
            2,
            "a day that had not come",
        ),
        (
            (*FACT, "N1-567-09-6/1A", "--says", "superseded-by", "--is", "N1-567-09-006/1/a", *SIGNED),
            2,
            "N1-567-09-006/1/a cannot replace itself",
        ),
        (
            (*FACT, "N1-567-09-6/1A", "--says", "supersedes", "--is", "N1-567-09-6/1A", *SIGNED),
            2,
            "N1-567-09-006/1/a cannot replace itself",
        ),
        (
            (
                "correct",
                "reading",
                "N1-567-09-6/1A",
                "--printed",
                "PAA - 0563 - 2013 - 0001 - 0006",
                "--is",
                "N1-567-09-6/1A",
                *SIGNED,
            ),
            2,
            "cannot replace itself",
        ),
        (
            (
                "correct",
                "scope",
                "N1-567-09-6/1C(2)",
                "--by",
                "DAA-GRS-2013-0001-0005",
                "--holds-for",
                "N1-567-09-6/1C(1)",
                "--holds-for",
                "N1-999-99-9",
                *SIGNED,
            ),
            1,
            "does not know",
        ),
        (
            (
                "correct",
                "scope",
                "N1-567-09-6/1C(2)",
                "--by",
                "N1-567-09-6/1C(1)",
                "--holds-for",
                "N1-567-09-6/1C(1)",
                *SIGNED,
            ),
            2,
            "N1-567-09-006/1/c/1 cannot replace itself",
        ),
        (
            ("correct", "election", "N1-567-09-6/1A", "--by", "RG 567", "--taken", *SIGNED),
            2,
            "is not of the General Records Schedules",
        ),
        (
            (
                "correct",
                "election",
                "GRS 5.2/010",
                "--by",
                "RG 567",
                "--taken",
                *SIGNED,
                "--date",
                "2199-01-02",
            ),
            2,
            "cannot lie in the future",
        ),
        (("lookup", "N1-567-09-6", "--as-of", "2015-02-29"), 2, "no day 2015-02-29 in the calendar"),
        (("lookup", "N1-567-09-6", "--known-on", "yesterday"), 2, "is not a date"),
        (("audit", "--review-due", "--as-of", "2015-13-01"), 2, "no day 2015-13-01"),
        (("diff", "--old", "2015-02-30"), 2, ""),
    ],
)
def test_a_wrong_value_is_told_in_one_line_and_nothing_is_changed(run, own, arguments, code, words):
    before = content(own)
    result = run("--store", own, *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    assert content(own) == before


def test_a_file_of_corrections_with_one_bad_entry_changes_nothing(run, own, tmp_path):
    """The first entry is sound, the second names a day that does not exist."""
    path = tmp_path / "corrections.toml"
    entry = '[[correction]]\nkind = "fact"\nabout = "{}"\nsays = "approved"\nis = "{}"\nauthor = "R"\ndate = 2026-01-02\n'
    path.write_text(entry.format("N1-567-09-6", "2010-02-03") + entry.format("N1-567-09-6", "2010-02-30"))
    before = content(own)
    result = run("--store", own, "correct", "--file", path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "correction 2: there is no day 2010-02-30 in the calendar; nothing was changed" in result.stderr
    assert content(own) == before
    path.write_text(entry.format("N1-567-09-6", "2010-02-03") + entry.format("N1-999-99-9", "2010-02-03"))
    assert run("--store", own, "correct", "--file", path).exit_code == 1
    assert content(own) == before


def test_a_table_with_other_columns_changes_nothing(run, own, tmp_path):
    path, out = tmp_path / "holdings.csv", tmp_path / "out.csv"
    path.write_text("Box,Number\n1,N1-567-09-6/1A\n")
    before = path.read_bytes()
    result = run("--store", own, "annotate", path, "--column", "Item", "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no column “Item”" in result.stderr
    assert (path.read_bytes(), out.exists()) == (before, False)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Item,Item\nN1-567-09-6/1A,N1-567-09-6/1B\n", "2 columns “Item”"),
        (b"", "is empty"),
        (b"\x00\x01Item\xff", "is no CSV"),
    ],
)
def test_a_table_that_cannot_be_annotated_is_left_alone(run, own, tmp_path, content, words):
    path, out = tmp_path / "holdings.csv", tmp_path / "out.csv"
    path.write_bytes(content)
    result = run("--store", own, "annotate", path, "--column", "Item", "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert (path.read_bytes(), out.exists()) == (content, False)

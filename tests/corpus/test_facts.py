"""The shipped facts are canonical, sourced, dated, unique, and each can be quoted."""

import re
from pathlib import Path

import pytest

from schedgraph.corpus import CorpusError, FactRow, facts, record_groups
from schedgraph.corpus.inventory import FOLDER
from schedgraph.corpus.lineage import COLUMNS, read_facts

CANONICAL = re.compile(
    r"""
    (?: N1-(?:\d{3}|[A-Z]{2,3})-\d\d-\d{3}          # N1-567-09-006, N1-GRS-92-004
      | NC1-(?:\d{3}|[A-Z]{2,3})-\d\d-\d{3}         # NC1-064-77-010
      | DAA-(?:\d{4}|[A-Z]{2,3})-\d{4}-\d{4}(?:-\d{4})?   # DAA-GRS-2013-0001-0005
      | GRS\ \d{1,2}(?:\.\d{1,2})?                  # GRS 4.3, GRS 23
    )
    (?: / [a-z0-9][a-z0-9.-]* )*                    # /22/a, /lnd-7.00, /040
    """,
    re.VERBOSE,
)


def ids(fact: FactRow) -> str:
    return f"{fact.file}:{fact.line}"


def find(old: str, relation: str) -> list[FactRow]:
    return [fact for fact in facts() if fact.old == old and fact.relation == relation]


@pytest.mark.parametrize("fact", facts(), ids=ids)
def test_a_fact_is_canonical_sourced_and_dated(fact: FactRow) -> None:
    """Numbers are in canonical form, a source is named, and a missing date is said to be missing."""
    for number in filter(None, (fact.old, fact.new, fact.about)):
        assert CANONICAL.fullmatch(number), number
    assert fact.source.startswith("https://") or "NARA" in fact.source
    assert (fact.dated is None) == (fact.date_kind == "not-stated")
    if fact.dated and fact.known_by:
        assert fact.dated <= fact.known_by, "a source cannot know what has not happened yet"


@pytest.mark.parametrize("fact", facts(), ids=ids)
def test_a_fact_can_be_quoted(fact: FactRow) -> None:
    """The offsets of a row point at the row."""
    text = (FOLDER / fact.file).read_text(encoding="utf-8")
    assert text[fact.start : fact.end] == fact.quote
    assert text.splitlines()[fact.line - 1] == fact.quote


def test_facts_are_unique() -> None:
    """No two rows say the same of the same numbers."""
    keys = [(fact.old, fact.new, fact.relation, fact.about) for fact in facts()]
    assert len(keys) == len(set(keys))


def test_a_statement_is_of_one_kind() -> None:
    """The rows of a group agree on relation, certainty, date and source."""
    kinds: dict[str, set[tuple[object, ...]]] = {}
    for fact in facts():
        kinds.setdefault(fact.group, set()).add((fact.relation, fact.certainty, fact.dated, fact.source))
    assert {group: found for group, found in kinds.items() if len(found) > 1} == {}


def test_a_possible_target_is_one_of_several_or_has_no_item() -> None:
    """Possible means that something is left open: which target, or which item of the old schedule."""
    for fact in facts():
        if fact.certainty == "possible":
            group = [other for other in facts() if other.group == fact.group]
            assert len(group) > 1 or fact.scope == "item-not-stated", fact


def test_grs_4_3_went_to_5_1_or_5_2() -> None:
    """The successor printed on N1-567-09-6 is itself dead; what replaced it is stated without items."""
    rows = find("GRS 4.3", "superseded-by")
    assert [row.new for row in rows] == ["GRS 5.1", "GRS 5.2"]
    assert {(row.certainty, row.scope, str(row.dated), row.group) for row in rows} == {
        ("possible", "all-items", "2017-07-20", "ac33-2017-a")
    }
    assert find("DAA-GRS-2013-0001", "part-of")[0].new == "GRS 4.3"


def test_a_grs_schedule_can_hold_several_daa_schedules() -> None:
    """GRS 4.2 is DAA-GRS-2013-0007 and DAA-GRS-2015-0002."""
    inside = {fact.old for fact in facts() if fact.relation == "part-of" and fact.new == "GRS 4.2"}
    assert inside == {"DAA-GRS-2013-0007", "DAA-GRS-2015-0002"}


def test_item_numbers_of_the_two_series_do_not_follow_each_other() -> None:
    """GRS 3.1/050 is DAA-GRS-2013-0005-0002: the one cannot be had from the other."""
    assert find("GRS 3.1/050", "same-as")[0].new == "DAA-GRS-2013-0005-0002"


def test_nothing_is_repeated_that_the_bundled_documents_say() -> None:
    """What the seeds say is read from the seeds."""
    assert not [fact for fact in facts() if "N1-567-09-006" in (fact.old, fact.new) or "0563" in fact.new]


def test_relations_read_as_sentences() -> None:
    """Subject, relation, object is true as it stands."""
    (denial,) = [fact for fact in facts() if fact.relation == "does-not-supersede"]
    assert (denial.subject, denial.object) == ("DAA-0237-2014-0006", "N1-237-09-023")
    assert all(
        (fact.subject, fact.object) == (fact.old, fact.new) for fact in facts() if fact.relation == "same-as"
    )


def test_record_groups_are_known_by_department() -> None:
    """The rule on departments needs to know that ICE and DHS are one department, and INS was another."""
    groups = {group.number: group for group in record_groups()}
    assert groups["567"].department == groups["563"].department == "Department of Homeland Security"
    assert groups["085"].department == "Department of Justice"
    assert str(groups["085"].valid_to) == "2003-03-01"
    assert all(group.source for group in record_groups())


GOOD_ROW = {
    "group": "g", "old": "GRS 1/1", "new": "GRS 2.1/010", "relation": "superseded-by", "about": "",
    "scope": "item", "certainty": "certain", "date": "2017-07-20", "date_kind": "transmittal",
    "known_by": "2017-07-20", "confidence": "1.0", "source": "https://example.org", "note": "",
}  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("relation", "replaces", "'replaces' is none of superseded-by"),
        ("scope", "some", "'some' is none of all-items"),
        ("certainty", "maybe", "'maybe' is none of certain"),
        ("date", "07/20/2017", "'07/20/2017' is no date"),
        ("date", "", "'not-stated' where there is no date"),
        ("confidence", "high", "'high' is no number"),
        ("confidence", "2", "2 is not between 0 and 1"),
        ("source", "", "is empty"),
        ("new", "GRS 1/1", "same number as old"),
        ("about", "GRS 2.1", "is for corrections"),
    ],
)
def test_a_wrong_cell_is_named(tmp_path: Path, column: str, value: str, words: str) -> None:
    """The error says which file, line and column, and what is wrong there."""
    path = tmp_path / "table.tsv"
    row = GOOD_ROW | {column: value}
    path.write_text(
        "\t".join(COLUMNS) + "\n" + "\t".join(row[name] for name in COLUMNS) + "\n", encoding="utf-8"
    )
    with pytest.raises(CorpusError, match=re.escape(words)) as caught:
        read_facts(path)
    assert "table.tsv, line 2, column" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("old\tnew\n", "line 1: the columns are"),
        ("\t".join(COLUMNS) + "\nGRS 1\tGRS 2.1\n", "line 2: 2 cells"),
    ],
)
def test_a_wrong_table_is_named(tmp_path: Path, text: str, words: str) -> None:
    """Missing columns and ragged rows are errors, never guesses."""
    path = tmp_path / "table.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=re.escape(words)):
        read_facts(path)


def test_offsets_survive_changed_line_ends(tmp_path: Path) -> None:
    """A checkout with CRLF line ends reads the same rows, and the offsets fit its own text."""
    path = tmp_path / "table.tsv"
    text = "\t".join(COLUMNS) + "\r\n" + "\t".join(GOOD_ROW[name] for name in COLUMNS) + "\r\n"
    path.write_bytes(text.encode())
    (fact,) = read_facts(path)
    assert text[fact.start : fact.end] == fact.quote
    assert fact.note == ""

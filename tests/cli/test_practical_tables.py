"""What `schedgraph report` and `schedgraph crosswalk` promise."""

import csv
import io
import json

import pytest

from schedgraph.graph.casefile import Statements
from schedgraph.graph.reports.inactive import inactive_items
from schedgraph.graph.reports.machine import machine_readable
from tests.graph.telling import NEW, OLD, said, shown


def rows(result):
    return list(csv.DictReader(io.StringIO(result.stdout, newline="")))


def of(table):
    return list(table.objects())


def test_the_dead_items_of_000_can_be_reported_with_successor_date_and_source(ask):
    result = ask("report", "inactive", "RG 567")
    assert result.exit_code == 0
    found = {row["Disposition Authority"]: row for row in rows(result)}
    assert "DAA-0567-2017-0007-0001" not in found
    row = found["N1-567-09-006/1/a"]
    assert (row["Reason"], row["Superseded by"], row["Date"]) == (
        "superseded",
        "DAA-0563-2013-0001-0006",
        "2013-08-28",
    )
    assert (row["Record Group"], row["Item"], row["Marked on the schedule"]) == ("567", "1A", "yes")
    assert "page 1: “PAA - 0563 - 2013 - 0001 - 0006”" in row["Sources"]


def test_an_item_that_only_its_successor_calls_superseded_is_not_marked_on_its_schedule():
    told = [*shown(OLD, "1"), *shown(NEW, "1", approved="2004-09-01")]
    told.append(said(f"{NEW}/1", "supersedes", f"{OLD}/1"))
    (row,) = of(inactive_items(Statements(told), (OLD, f"{OLD}/1", f"{NEW}/1"), {}))
    assert (row["Disposition Authority"], row["Marked on the schedule"]) == (f"{OLD}/1", "no")


def test_an_item_whose_standing_is_open_is_not_reported_and_is_told():
    told = [*shown(OLD, "1"), said(f"{OLD}/1", "strike", "full")]
    table = inactive_items(Statements(told), (f"{OLD}/1",), {})
    assert table.rows == ()
    assert table.left_out == (
        f"{OLD}/1 is indeterminate (struck-without-reason); settle that before it is reported",
    )


def elements(*more):
    table = machine_readable(Statements([*shown(OLD, "1"), *more]), (f"{OLD}/1",), {})
    (row,) = of(table)
    return row["Retention (in years)"], row["Retention Type"], row["Event Type"], row["Does not fit"]


def period(value):
    return said(f"{OLD}/1", "retention-period", value)


def trigger(words):
    return said(f"{OLD}/1", "retention-trigger", words)


def text(words):
    return said(f"{OLD}/1", "retention-text", words)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([period("P3Y")], ("3", "Creation_age", "")),
        ([period("P6M")], ("0.5", "Creation_age", "")),
        ([period("P18M"), trigger("final action")], ("1.5", "Event_age", "final action")),
        ([period("P3Y"), trigger("the end of the fiscal year")], ("3", "Event_age", "end of the FY")),
        (
            [period("P3Y"), trigger("cutoff"), said(f"{OLD}/1", "cutoff", "Cut off at the end of the FY.")],
            ("3", "Event_age", "end of the FY"),
        ),
        (
            [trigger("superseded or obsolete"), text("Destroy when superseded or obsolete")],
            ("0", "Event_age", "superseded or obsolete"),
        ),
    ],
)
def test_a_retention_that_fits_is_given_in_the_three_elements(told, expected):
    assert elements(*told) == (*expected, "")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([], "no retention period and no event could be read"),
        ([period("P90D")], "P90D is no number of years"),
        (
            [period("P3Y"), text("Destroy when 3 years old or when no longer needed, whichever is later")],
            "“whichever”",
        ),
        ([period("P3Y"), period("P5Y")], "disagree on the retention period"),
        ([period("P7Y"), said(f"{OLD}/1", "cutoff", "Close files at end of FY")], "does not count from it"),
        (
            [period("P3Y"), said(f"{OLD}/1", "strike", "full")],
            "it is indeterminate, not in force for certain",
        ),
    ],
)
def test_what_does_not_fit_has_empty_elements_and_a_reason(told, words):
    *empty, reason = elements(*told)
    assert empty == ["", "", ""]
    assert words in reason


def test_an_event_of_other_words_is_given_and_said_to_be_none_of_naras(ask):
    result = ask("report", "machine-readable", "DAA-0567-2017-0007")
    (row,) = rows(result)
    assert (row["Retention (in years)"], row["Retention Type"]) == ("3", "Event_age")
    assert row["Event Type"].startswith("Cut off at the end of the calendar year")
    assert "none of the event types that NARA's FAQ names" in row["Does not fit"]
    assert "DAA-0567-2017-0007-0001: “Cut off" in result.stderr


def test_dead_items_are_not_for_a_records_system(ask):
    assert rows(ask("report", "machine-readable", "N1-567-09-6")) == []


def test_a_crosswalk_has_every_item_with_its_successor_or_none(ask):
    result = ask("crosswalk", "N1-567-09-6", "--format", "csv")
    found = rows(result)
    assert {row["old"] for row in found} >= {"N1-567-09-006/1/a", "N1-567-09-006/1/b/1"}
    steps = {(row["old"], row["new"], row["scope"]) for row in found}
    assert ("N1-567-09-006/1/a", "DAA-0563-2013-0001-0006", "certain") in steps
    assert ("N1-567-09-006/1/c/1", "DAA-GRS-2013-0001-0005", "possible") in steps
    assert ("N1-567-09-006/1/b/1", "", "") in steps
    assert "N1-567-09-006/1/b/1: no source names what replaced it" in result.stderr


def test_a_crosswalk_backwards_has_what_each_item_replaced(ask):
    result = ask("crosswalk", "GRS 5.2", "--direction", "new-to-old", "--format", "json")
    steps = {(row["new"], row["old"]) for row in map(json.loads, result.stdout.splitlines())}
    assert {("GRS 5.2/010", "GRS 23/7"), ("GRS 5.2/010", "GRS 4.2/010")} <= steps


def test_both_directions_tell_the_same_steps(ask):
    def steps(which, direction):
        out = ask("crosswalk", which, "--direction", direction, "--format", "csv")
        return {(row["old"], row["new"], row["scope"]) for row in rows(out) if row["old"] and row["new"]}

    there = {each for each in steps("RG 567", "old-to-new") if each[1].startswith("DAA-0563")}
    back = {each for each in steps("RG 563", "new-to-old") if each[0].startswith("N1-567")}
    assert there == back != set()


def test_a_crosswalk_in_words_says_what_is_current(ask):
    said_ = ask("crosswalk", "N1-567-09-6").stdout
    assert "current: GRS 5.1 (possible), GRS 5.2 (possible)" in said_
    assert "nothing is known to have replaced it" in said_


@pytest.mark.parametrize("verb", [["report", "inactive"], ["report", "machine-readable"], ["crosswalk"]])
@pytest.mark.parametrize("which", ["RG 999", "N1-999-99-9", "nonsense"])
def test_what_the_store_does_not_know_is_told_and_nothing_is_written(ask, tmp_path, verb, which):
    out = tmp_path / "out.csv"
    more = ["--format", "csv"] if verb == ["crosswalk"] else []
    result = ask(*verb, which, "-o", out, *more)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert not out.exists()


def test_a_report_needs_a_name(ask):
    assert ask("report").exit_code == 2
    assert ask("crosswalk", "N1-567-09-6", "-o", "x.csv").exit_code == 2


def test_a_report_of_verdicts_tells_what_a_lookup_tells(ask):
    everything = {row["Disposition Authority"]: row for row in rows(ask("report", "verdicts"))}
    for number in ("N1-567-09-006/1/a", "N1-567-09-006", "DAA-0567-2017-0007-0001"):
        told = json.loads(ask("lookup", number, "--format", "json").stdout)
        row = everything[number]
        assert row["Verdict"] == told["verdict"]
        for column, scope in (("Current", "certain"), ("Possibly current", "possible")):
            assert row[column] == "; ".join(each["id"] for each in told["current"] if each["scope"] == scope)


def test_a_report_of_verdicts_on_a_part_is_that_part_of_the_whole(ask):
    everything = rows(ask("report", "verdicts"))
    some = rows(ask("report", "verdicts", "N1-567-09-6"))
    assert some == [row for row in everything if row["Disposition Authority"].startswith("N1-567-09-006")]

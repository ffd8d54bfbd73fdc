"""What `lineage`, `sparql` and `export` promise on the command line."""

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from schedgraph.graph import sparql


@pytest.mark.parametrize("form", ["tree", "json", "dot", "mermaid", "svg", "html"])
def test_every_picture_names_both_ends(ask, form):
    result = ask("lineage", "N1-567-09-6/1A", "--format", form)
    assert result.exit_code == 0
    assert "DAA-0563-2013-0001-0006" in result.stdout
    assert "2013-08-28" in result.stdout


def test_direction_limits_what_is_followed(ask):
    back = json.loads(ask("lineage", "N1-567-09-6/1A", "--direction", "back", "--format", "json").stdout)
    assert back["edges"] == []
    back = json.loads(
        ask("lineage", "DAA-GRS-2013-0001-0005", "--direction", "back", "--format", "json").stdout
    )
    assert "N1-567-09-006/1/c/2" in {edge["from"] for edge in back["edges"]}


def test_the_tree_of_a_schedule_holds_the_steps_of_its_items(ask):
    tree = ask("lineage", "N1-567-09-6").stdout
    assert tree.startswith("N1-567-09-006 — LeadTrac [superseded]\n")
    assert "└─ 2013-08-28: DAA-0563-2013-0001-0006" in tree


def test_the_svg_is_well_formed(ask):
    ElementTree.fromstring(ask("lineage", "N1-567-09-6", "--format", "svg").stdout)  # noqa: S314 (our own)


def test_named_queries_are_listed_without_a_store(run, tmp_path):
    result = run("--store", tmp_path / "none", "sparql", "--list")
    assert result.exit_code == 0
    assert "replacements\n" in result.stdout


@pytest.mark.parametrize(
    ("form", "begins"), [("table", "old"), ("json", "{"), ("csv", "old,"), ("tsv", "?old"), ("xml", "<?xml")]
)
def test_a_named_query_answers_in_every_format(ask, form, begins):
    result = ask("sparql", "--name", "replacements", "--format", form)
    assert result.exit_code == 0
    assert result.stdout.startswith(begins)


def test_a_named_query_says_where_it_stops(ask, monkeypatch):
    """The rest of the rows is not left out in silence, and a whole answer says nothing."""
    whole = ask("sparql", "--name", "replacements", "--format", "csv")
    two = replace(
        next(each for each in sparql.named() if each.name == "replacements"),
        text="# At most 2 rows: ask for one\nSELECT ?old { ?x sg:superseded/sg:identifier ?old } LIMIT 2",
    )
    monkeypatch.setattr(sparql, "named", lambda: (two,))
    part = ask("sparql", "--name", "replacements", "--format", "csv")
    assert whole.stderr == ""
    assert "At most 2 rows are answered" in part.stderr
    assert "At most" not in part.stdout
    every = ask("sparql", "--name", "replacements", "--every-row", "--format", "csv")
    assert every.stderr == ""
    assert len(every.stdout.splitlines()) > len(part.stdout.splitlines())


def test_every_row_is_asked_of_a_named_query_alone(ask):
    result = ask("sparql", "ASK { ?s ?p ?o }", "--every-row")
    assert result.exit_code == 2
    assert "--every-row goes with --name" in result.stderr


def test_a_query_comes_from_an_argument_a_file_or_standard_input(ask, tmp_path):
    query = "ASK { ?s ?p ?o }"
    file = tmp_path / "q.rq"
    file.write_text(query)
    answers = [
        ask("sparql", query),
        ask("sparql", "-f", file),
        ask("sparql", stdin=query),
        ask("sparql", "-", stdin=query),
    ]
    assert len({each.stdout for each in answers}) == 1
    assert {each.exit_code for each in answers} == {0}


def test_what_cannot_be_asked_is_wrong_usage(ask, tmp_path):
    for arguments in (
        ["nonsense"],
        ["DELETE WHERE { ?s ?p ?o }"],
        ["SELECT * WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }"],
        ["ASK {}", "--name", "replacements"],
        ["--name", "no-such-query"],
        ["-f", tmp_path / "none.rq"],
        [],
    ):
        result = ask("sparql", *arguments)
        assert (result.exit_code, result.stdout) == (2, ""), arguments
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld", "graphml", "csv"])
def test_an_export_replaces_its_file_whole(ask, tmp_path, form):
    target = tmp_path / "out"
    target.write_text("old")
    result = ask("export", "--format", form, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_text(encoding="utf-8") == ask("export", "--format", form).stdout
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_export_that_fails_leaves_the_old_file(ask, tmp_path, monkeypatch):
    from schedgraph.graph import export

    def fails(*_):
        yield "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, "export", fails)
    target = tmp_path / "out"
    target.write_text("old")
    result = ask("export", "-o", target)
    assert result.exit_code == 3
    assert "No space left on device" in result.stderr
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


def test_the_base_is_that_of_the_iris(ask):
    assert (
        "<https://example.org/r/authority/"
        in ask("export", "--format", "nquads", "--base", "https://example.org/r/").stdout
    )
    assert ask("export", "--base", "example").exit_code == 2


def test_the_audit_ranks_missing_documents_by_the_answers_they_would_settle(ask):
    found = json.loads(ask("audit", "--most-wanted", "--format", "json").stdout)["most_wanted"]
    counts = [len(each["settles"]) for each in found]
    assert counts == sorted(counts, reverse=True)
    assert {"GRS 5.1", "GRS 5.2", "DAA-0563-2013-0001"} <= {each["schedule"] for each in found}
    shown = ask("audit", "--most-wanted").stdout
    assert "DAA-0563-2013-0001 would settle up to 1 answer, 1 of them whatever it says" in shown


def test_the_audit_tells_which_schedules_are_held_and_lacking(ask):
    found = json.loads(ask("audit", "--coverage", "--format", "json").stdout)["coverage"]
    series = next(each for each in found if each["series"] == "DAA-0567-2017")
    assert series["held"] == ["DAA-0567-2017-0007"]
    assert (series["record_group"], series["year"], series["until"]) == ("567", 2017, "2017-06-12")
    assert "DAA-0567-2017-0006" in series["unaccounted"]
    assert "Coverage by record group and year" in ask("audit", "--coverage").stdout


def test_the_audit_without_shapes_is_the_rest_of_it_and_says_that_they_are_lacking(ask):
    """`null` is no empty list: nobody looked. A part of the audit has no shapes to leave out."""
    whole = json.loads(ask("audit", "--format", "json").stdout)
    assert whole["shapes"] == []
    assert json.loads(ask("audit", "--no-shapes", "--format", "json").stdout) == whole | {"shapes": None}
    assert "SHACL" not in ask("audit", "--no-shapes").stdout
    assert ask("audit", "--no-shapes", "--at-risk").exit_code == 2
    assert ask("audit", "--no-shapes", "--coverage").exit_code == 2

"""What `schedgraph diff` promises."""

import json
import shutil
import xml.etree.ElementTree as ElementTree

import pytest

from tests.cli.written import NEW, OLD, write

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def stores(run, tmp_path):
    """January knows the old schedule, June the new one too, whose name is code to a careless reader."""
    old, new = write(
        tmp_path, old=OLD, new=NEW.replace("Reservoir charts", "<b>Reservoir\x1b[31m & charts</b>")
    )
    hostile = new.rename(tmp_path / "new<&>.txt")
    january, june = tmp_path / "january", tmp_path / "june"
    assert run("--store", january, "ingest", old).exit_code == 0
    assert run("--store", june, "ingest", old, hostile).exit_code == 0
    return january, june


def test_two_stores_are_compared_with_the_evidence_that_made_the_difference(run, stores):
    text = run("diff", *stores).stdout
    assert "N1-142-84-006/3" in text and "ACTIVE → SUPERSEDED" in text
    assert "because: N1-142-97-008/1: supersedes N1-142-84-006/3" in text
    assert "\x1b" not in text
    told = json.loads(run("diff", *stores, "--format", "json").stdout)
    assert (told["from"], told["to"]) == ("january", "june")
    (change,) = [each for each in told["changes"] if each["id"] == "N1-142-84-006/3"]
    assert change["verdict"] == {"from": "active", "to": "superseded"}
    assert "supersedes" in {each["says"] for each in change["because"]}
    assert change["because"][0]["evidence"]["document"] == "new<&>.txt"


def test_the_feed_is_well_formed_escaped_and_the_same_each_time(run, stores):
    first = run("diff", *stores, "--format", "atom").stdout
    assert run("diff", *stores, "--format", "atom").stdout == first
    feed = ElementTree.fromstring(first)  # noqa: S314 (our own)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    identifiers = [each.findtext(f"{ATOM}id") for each in entries]
    assert len(set(identifiers)) == len(identifiers) > 1
    for each in (feed, *entries):
        assert each.findtext(f"{ATOM}title")
        assert each.findtext(f"{ATOM}updated", "").endswith("T00:00:00Z")
    assert feed.findtext(f"{ATOM}updated") == max(each.findtext(f"{ATOM}updated") for each in entries)
    assert any("new<&>.txt" in (each.findtext(f"{ATOM}content") or "") for each in entries)
    assert "\x1b" not in first


def test_an_entry_keeps_its_id_when_other_answers_change_as_well(run, stores, tmp_path):
    later = tmp_path / "later"
    shutil.copytree(stores[1], later)
    run(
        "--store",
        later,
        "correct",
        "fact",
        "N1-142-84-6 item 4",
        "--says",
        "annotation",
        "--is",
        "Obsolete",
        "--author",
        "A",
    )

    def ids(*arguments):
        feed = ElementTree.fromstring(run("diff", *arguments, "--format", "atom").stdout)  # noqa: S314 (our own)
        return {
            each.findtext(f"{ATOM}id")
            for each in feed.findall(f"{ATOM}entry")
            if "/3" in each.findtext(f"{ATOM}title")
        }

    assert ids(*stores) == ids(stores[0], later) != set()


def test_one_store_is_compared_on_two_days(ask):
    told = json.loads(ask("diff", "--from", "2013-01-01", "--to", "2014-01-01", "--format", "json").stdout)
    (change,) = [each for each in told["changes"] if each["id"] == "N1-567-09-006/1/a"]
    assert change["verdict"]["to"] == "superseded"
    assert [each["value"] for each in change["because"]] == ["DAA-0563-2013-0001-0006"]


def test_an_approval_between_two_days_is_the_cause(ask):
    told = json.loads(ask("diff", "--from", "2017-01-01", "--to", "2018-01-01", "--format", "json").stdout)
    (change,) = [each for each in told["changes"] if each["id"] == "DAA-0567-2017-0007-0001"]
    assert change["verdict"] == {"from": "proposed", "to": "active"}
    assert "2017-05-31" in {each["value"] for each in change["because"]}


def test_nothing_changed_is_an_answer(run, stores):
    result = run("diff", stores[0], stores[0])
    assert (result.exit_code, result.stdout) == (0, "No answer changed.\n")
    feed = ElementTree.fromstring(run("diff", stores[0], stores[0], "--format", "atom").stdout)  # noqa: S314 (our own)
    assert feed.findtext(f"{ATOM}updated")
    assert feed.findall(f"{ATOM}entry") == []


def test_what_cannot_be_compared_is_told(run, stores, tmp_path):
    for arguments in (
        [],
        [stores[0]],
        [*stores, "--from", "2012-01-01"],
        ["--to", "2012-01-01"],
        ["--from", "2013-01-01", "--to", "2012-01-01"],
        ["--from", "2013-02-30"],
    ):
        result = run("--store", stores[0], "diff", *arguments)
        assert (result.exit_code, result.stdout) == (2, ""), arguments
    assert run("diff", stores[0], tmp_path / "none").exit_code == 4

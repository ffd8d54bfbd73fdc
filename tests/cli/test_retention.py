"""Where a supersession changes how long records are kept, every command that shows it raises an alarm."""

import json

import pytest

from tests.cli.written import NEW, OLD, write


@pytest.fixture
def folder(run, tmp_path):
    files = write(tmp_path, old=OLD, new=NEW)
    assert run("--store", tmp_path / "store", "ingest", *files).exit_code == 0
    return tmp_path / "store"


def test_a_lookup_says_that_temporary_records_became_permanent(run, folder):
    text = run("--store", folder, "lookup", "N1-142-84-6 item 3").stdout
    assert "! Retention (temporary-to-permanent): Records that were temporary are" in text
    (link,) = json.loads(run("--store", folder, "lookup", "N1-142-84-6 item 3", "--format", "json").stdout)[
        "chain"
    ]
    assert link["retention_change"]["alarm"] is True
    assert link["retention_change"]["to"]["final"] == "permanent"


def test_a_lineage_and_the_audit_say_so_too(run, folder):
    assert "! retention temporary-to-permanent" in run("--store", folder, "lineage", "N1-142-84-6").stdout
    audit = json.loads(run("--store", folder, "audit", "--format", "json").stdout)
    (alarm,) = audit["retention_changes"]
    assert (alarm["old"], alarm["new"], alarm["change"]) == (
        "N1-142-84-006/3",
        "N1-142-97-008/1",
        "temporary-to-permanent",
    )
    assert "[temporary-to-permanent]" in run("--store", folder, "audit").stdout

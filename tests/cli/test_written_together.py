"""A sub-item of an item that has a code is found and replaced under both of its numbers: 1301-01/a is 1301-01a."""

import json

import pytest
from click.testing import CliRunner

from schedgraph.cli import main

OLD = """REQUEST FOR RECORDS DISPOSITION AUTHORITY            JOB NO  N1-370-89-3
FROM   Department of Commerce
NOTIFICATION TO AGENCY  Date  5/7/90    (signed) Archivist of the United States

ITEM NO.  DESCRIPTION OF ITEM                               GRS OR SUPERSEDED JOB      ACTION TAKEN

1301-01   Surface observations.
          a. First order stations. Destroy when 30 years old.
          b. Cooperative stations. Destroy when 9 years old.

Standard Form 115 (Rev. 8-83)
"""
NEW = """REQUEST FOR RECORDS DISPOSITION AUTHORITY            JOB NO  N1-370-99-3
FROM   Department of Commerce
NOTIFICATION TO AGENCY  Date  5/7/00    (signed) Archivist of the United States

ITEM NO.  DESCRIPTION OF ITEM                               GRS OR SUPERSEDED JOB      ACTION TAKEN

1         Observations. Destroy when 30 years old.          N1-370-89-3, 1301-01a

Standard Form 115 (Rev. 3-91)
"""


@pytest.mark.parametrize("number", ["N1-370-89-3, item 1301-01a", "N1-370-89-3, item 1301-01(a)"])
def test_both_numbers_give_one_answer(tmp_path, number):
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    store = ["--store", str(tmp_path / "store")]
    CliRunner().invoke(main, [*store, "ingest", str(tmp_path / "old.txt"), str(tmp_path / "new.txt")])
    found = json.loads(CliRunner().invoke(main, [*store, "lookup", "--format", "json", number]).stdout)
    assert found["id"] == "N1-370-89-003/1301-01/a"
    assert found["verdict"] == "superseded"
    assert [each["id"] for each in found["current"]] == ["N1-370-99-003/1"]

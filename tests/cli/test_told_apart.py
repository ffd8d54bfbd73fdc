"""Verdicts on whole documents whose wording can be mistaken for another."""

import json

from tests.cli.written import sf115, write
from tests.parser.forms.na1005.test_typed_off import FORM


def verdict(run, folder, number, *day, **texts):
    """The verdict on a number, the certain ends, and the codes of what is told beside it."""
    store = folder / "store"
    if not store.exists():
        run("--quiet", "--store", store, "ingest", *write(folder, **texts))
    days = ("--as-of", *day) if day else ()
    answer = json.loads(run("--store", store, "lookup", number, *days, "--format", "json").stdout)
    codes = {each["code"] for each in (*answer["conflicts"], *answer["caveats"])}
    return answer["verdict"], [each["id"] for each in answer["current"] if each["scope"] == "certain"], codes


PARTS = sf115(
    "N1-142-84-6",
    ("A1", "Charts. Destroy when 5 years old.", ""),
    ("A2", "Logs. Destroy when 2 years old.", ""),
    ("B1", "Notebooks. Destroy when 9 years old.", ""),
)
NOTEBOOKS = ("1", "Notebooks. Destroy when 25 years old.", "N1-142-84-6/B1")


def test_item_1_of_part_b_is_no_item_81_where_the_corpus_shows_the_part(run, tmp_path):
    new = sf115("N1-142-97-8", NOTEBOOKS, approved="05/06/1997")
    told = verdict(run, tmp_path, "N1-142-84-6/B1", old=PARTS, new=new)
    assert told[:2] == ("superseded", ["N1-142-97-008/1"])
    assert "ambiguous-number" in told[2]


def test_a_b_is_an_8_where_the_corpus_shows_that_item(run, tmp_path):
    old = sf115("N1-142-84-6", *((str(each), "Logs. Destroy when old.", "") for each in range(79, 83)))
    new = sf115("N1-142-97-8", NOTEBOOKS, approved="05/06/1997")
    assert verdict(run, tmp_path, "N1-142-84-6/81", old=old, new=new)[0] == "superseded"
    assert verdict(run, tmp_path, "N1-142-84-6/82")[0] == "active"


LETTER = """National Archives and Records Administration
College Park, Maryland 20740-6001

October 6, 2011

The disposition authority approved for the following items is hereby rescinded, effective this date:

    N1-142-84-6, item B1     Notebooks

These records are now unscheduled.
"""


def test_what_the_archives_rescind_by_letter_is_rescinded_from_its_day_on(run, tmp_path):
    told = verdict(run, tmp_path, "N1-142-84-6/A1", old=PARTS, letter=LETTER.replace("item B1", "item A1"))
    assert told[0] == "rescinded"
    assert verdict(run, tmp_path, "N1-142-84-6/A1", "2003-01-01")[0] == "active"
    assert verdict(run, tmp_path, "N1-142-84-6/A2")[0] == "active"


def test_what_an_agency_says_was_rescinded_is_open(run, tmp_path):
    letter = LETTER.replace("National Archives and Records", "Tennessee Valley").replace("item B1", "item A1")
    assert verdict(run, tmp_path, "N1-142-84-6/A1", old=PARTS, letter=letter)[0] == "indeterminate"


def test_a_capstone_form_replaces_the_item_that_it_names_from_its_approval_on(run, tmp_path):
    old = sf115("N1-490-00-3", ("6", "Director's mail. PERMANENT. Transfer when 15 years old.", ""))
    verdict(run, tmp_path, "N1-490-00-3/6", old=old, form=FORM)
    assert verdict(run, tmp_path, "N1-490-00-3/6")[:2] == ("superseded", ["GRS 6.1-0490-2018-0001"])
    assert verdict(run, tmp_path, "N1-490-00-3/6", "2009-01-20")[0] == "active"

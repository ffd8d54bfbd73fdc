"""An NA-1005 as the fields of a PDF, filled in as the edition of 09-16 has them."""

from collections.abc import Callable

import pytest

from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.na1005 import read_na1005
from schedgraph.parser.reading.pages import FormField

QUESTION = "Is this form superseding a previous submission?"
ITEMS = "GRS 6.1 item(s) proposed for use:"
SENIOR = "Senior Agency Official, Records Management"
ARCHIVES = "Chief Records Officer for the U.S."

# What a test calls a field: the designer's name, what the form prints at it, what is filled in.
FORM: dict[str, tuple[str, tuple[str, ...], str]] = {
    "number": ("Table1.Row1.TextField1", ("Number", "FOR NARA USE ONLY"), "GRS 6.1-0142-2018-0001"),
    "received": ("Table1.Row2.DateField4", ("Received Date", "FOR NARA USE ONLY"), "2018-02-12"),
    "agency": (
        "Table2.Row1.TextField4",
        ("Name of Agency to Which this Form Applies:",),
        "Tennessee Valley Authority",
    ),
    "record group": ("Table2.Row2.TextField5", ("Record Group Number:",), "0142"),
    "yes": ("CheckBox1", ("YES", QUESTION), "1"),
    "no": ("CheckBox2", ("NO", QUESTION), "0"),
    "previous": (
        "TextField6",
        ("If yes, provide previous tracking number assigned by NARA:", ITEMS),
        "GRS 6.1-0142-2017-0002",
    ),
    "all": ("CheckBox3", ("ALL", ITEMS), "1"),
    "010": ("CheckBox4", ("ITEM 010", ITEMS), "0"),
    "011": ("CheckBox5", ("ITEM 011", ITEMS), "0"),
    "012": ("CheckBox6", ("ITEM 012", ITEMS), "0"),
    "agency-wide": ("CheckBox7", ("Agency-Wide", "Implementation scope for this submission:"), "1"),
    "component": (
        "CheckBox8",
        ("Component/Office (explain in additional scope comments)", "Implementation scope"),
        "0",
    ),
    "comments": ("TextField7", ("Additional Scope Comments. If an agency did not check",), ""),
    "classified no": ("CheckBox10", ("NO", "Capstone Officials and Classified Accounts."), "1"),
    "classified yes": ("CheckBox9", ("YES", "Capstone Officials and Classified Accounts."), "0"),
    "contact": (
        "ContactRO.TextField8",
        ("Contact Information for Agency Records Officer (Name, Email, and Phone):",),
        "Help Desk; ro@agency.example; 202-555-0100",
    ),
    "officer": ("Table6.Row1.TextField12", ("Agency Records Officer", "DATE", "Approved"), "Records Manager"),
    "officer box": ("Table6.Row1.CheckBox11", ("Approved", "DATE", "Agency Records Officer"), "1"),
    "officer date": ("Table6.Row1.DateField1", ("DATE", "Agency Records Officer", "Approved"), "2018-02-08"),
    "senior": ("Table6.Row2.TextField13", (SENIOR, "DATE", "Approved"), "Chief Information Officer"),
    "senior box": ("Table6.Row2.CheckBox11", ("Approved", "DATE", SENIOR), "1"),
    "senior date": ("Table6.Row2.DateField2", ("DATE", SENIOR, "Approved"), "February 9, 2018"),
    "archives": ("Table9.Row1.TextField16", (ARCHIVES, "DATE", "Approved", "Denied"), ""),
    "approved": ("Table9.Row1.CheckBox12", ("Approved", "DATE", ARCHIVES, "Denied"), "1"),
    "denied": ("Table9.Row1.CheckBox12[1]", ("Denied", "DATE", ARCHIVES, "Approved"), "0"),
    "decided": ("Table9.Row1.DateField5", ("DATE", ARCHIVES, "Approved", "Denied"), "2018-03-26"),
}  # fmt: skip

Fields = tuple[FormField, ...]


@pytest.fixture
def filled() -> Callable[..., Fields]:
    """The fields of the form, those that the test names filled in otherwise; an empty value is no field."""

    def fill(changes: dict[str, str] | None = None) -> Fields:
        values = {name: value for name, (_, _, value) in FORM.items()} | (changes or {})
        assert values.keys() == FORM.keys()
        return tuple(
            FormField(name=f"form1.{path}", value=values[name], labels=labels)
            for name, (path, labels, _) in FORM.items()
            if values[name]
        )

    return fill


@pytest.fixture
def read(filled: Callable[..., Fields]) -> Callable[..., ScheduleDocument]:
    """The document of such a form; the file is named as NARA names it unless the test says otherwise."""

    def read_form(
        changes: dict[str, str] | None = None, name: str = "GRS 6.1-0142-2018-0001-APPROVED.pdf"
    ) -> ScheduleDocument:
        source = Source(
            name=name, sha256="0" * 64, media_type="application/pdf", pages=1, reading="form-data"
        )
        return read_na1005(filled(changes), source)

    return read_form

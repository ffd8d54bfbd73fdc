"""Written dates: the day they mean, the days they may mean, and what is no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedgraph.parser.dates import find_dates, read_date

WRITTEN = [
    # SF-115 boxes, annotations, ERA footers
    ("9/15/09", "2009-09-15"),
    ("09/11/2009", "2009-09-11"),
    ("08/28/2013", "2013-08-28"),
    ("2009-09-15", "2009-09-15"),
    ("2017/06/12", "2017-06-12"),
    ("8-4-86", "1986-08-04"),
    ("08-04-1986", "1986-08-04"),
    ("3.9.2004", "2004-03-09"),
    ("10 -11-93", "1993-10-11"),
    ("9 / 15 / 09", "2009-09-15"),
    ("12–5–1996", "1996-12-05"),
    ("Date (MM/DD/YYYY): 09/16/2014", "2014-09-16"),
    ("Date (MM/DD/YYYY):\n08/28/2013", "2013-08-28"),
    ("PDF Created on: 06/12/2017", "2017-06-12"),
    ("2017-05-31T14:22:00", "2017-05-31"),
    # date stamps and letters
    ("11 FEB 1977", "1977-02-11"),
    ("FEB 11 1977", "1977-02-11"),
    ("31 MAR 71", "1971-03-31"),
    ("5 MAR 1971", "1971-03-05"),
    ("June 3, 1985", "1985-06-03"),
    ("June 3 1985", "1985-06-03"),
    ("Sept. 16, 2014", "2014-09-16"),
    ("September 16th, 2014", "2014-09-16"),
    ("February 25, 1954", "1954-02-25"),
    ("JULY 1, '85", "1985-07-01"),
    ("3 June 1985", "1985-06-03"),
    ("DEC - 5 1996", "1996-12-05"),
    ("JUL 2 4 1985", "1985-07-24"),
    ("June 3,\n1985", "1985-06-03"),
    ("effective July 20, 2017.", "2017-07-20"),
    ("December 31, 1920", "1920-12-31"),
    # the century of two digits
    ("1/2/41", "1941-01-02"),
    ("1/2/39", "2039-01-02"),
    ("1/2/99", "1999-01-02"),
    ("1/2/00", "2000-01-02"),
    # damage with one way out
    ("06/0812017", "2017-06-08"),
    ("0610812017", "2017-06-08"),
    ("06/O8/20l7", "2017-06-08"),
    ("06/08/201 7", "2017-06-08"),
    ("0CT 3 1984", "1984-10-03"),
    ("JU1 3 1984", "1984-07-03"),
    ("5EP 14 1990", "1990-09-14"),
    ("06082017", "2017-06-08"),
    ("20170608", "2017-06-08"),
    ("02/29/2016", "2016-02-29"),
    # a blank within the year is no end of it
    ("04/18/19 86", "1986-04-18"),
    ("06/08/20 17", "2017-06-08"),
    ("April 18, 19 86", "1986-04-18"),
    ("6/8/20 17 cubic feet", "2020-06-08"),
]


@pytest.mark.parametrize(("text", "day"), WRITTEN)
def test_a_written_date_means(text: str, day: str) -> None:
    """One day, found at its place."""
    reading = read_date(text)
    assert reading is not None
    assert (reading.value, reading.readings) == (date.fromisoformat(day), (date.fromisoformat(day),))
    assert 0 <= reading.start < reading.end <= len(text)


NO_DATES = [
    "",
    "13/45/2001",
    "02/30/2012",
    "02/29/2015",
    "25/12/2009",
    "00/10/2009",
    "N1-563-04-1",
    "NC1-170-77-1",
    "NN-165-119",
    "DAA-0361-2020-0001-0008",
    "DAA - 0563 - 2013 - 0001 - 0006",
    "NC1 - 11 - 04 - 12",
    "202-732-6337",
    "5.1.010",
    "GRS 3.1/011",
    "A-13-001-01a(1)",
    "44 U.S.C. 3303a",
    "Page 3 of 6",
    "June 1985",
    "May be destroyed in 1985",
    "7540-00-634-4064",
    "Il/Il/IlIl",
    "2005-02-2 2",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_is_no_date(text: str) -> None:
    """Numbers, telephones, impossible days and months without a day are no dates."""
    assert read_date(text) is None


AMBIGUOUS = [
    ("111132017", {"2017-11-13", "2017-11-03"}),
    ("111312017", {"2017-11-03", "2017-01-13"}),
    ("06/112017", {"2017-06-01", "2017-06-11"}),
    ("1 2/27/1987", {"1987-12-27", "1987-02-27"}),
]


@pytest.mark.parametrize(("text", "days"), AMBIGUOUS)
def test_an_ambiguous_date_keeps_its_readings(text: str, days: set[str]) -> None:
    """Where a slash may be a 1, no day is chosen in silence."""
    reading = read_date(text)
    assert reading is not None
    assert reading.value is None
    assert reading.repairs
    assert {date.fromisoformat(day) for day in days} <= set(reading.readings)


def test_repairs_are_listed() -> None:
    """What was read as another character is said."""
    reading = read_date("06/O8/20l7")
    assert reading is not None
    assert reading.repairs == ("O→0", "l→1")
    slash = read_date("06/0812017")
    assert slash is not None
    assert slash.repairs == ("1→/",)


def test_a_repaired_date_is_stated_as_less_sure_than_a_sound_one() -> None:
    """The confidence is a measured share; a year joined from its two halves counts as repaired."""
    sound, damaged, parted = (read_date(text) for text in ("06/08/2017", "06/O8/20l7", "06/08/20 17"))
    assert sound and damaged and parted
    assert sound.confidence == 1.0
    assert damaged.confidence == parted.confidence < 1.0


def test_the_document_decides_the_century() -> None:
    """A two-digit year is the one nearest to the document's own."""
    assert [read.value for near in (1950, 2010) if (read := read_date("1/2/30", near=near))] == [
        date(1930, 1, 2),
        date(2030, 1, 2),
    ]


def test_bare_digits_are_dates_only_in_a_date_field() -> None:
    """In running text nine digits are a number like any other."""
    assert find_dates("form 111132017 of the agency, call 06082017") == ()


def test_running_text() -> None:
    """Every date of a sentence, in its order, at its place."""
    text = "GRS 4.3 (9/16/2014) was superseded on July 20, 2017; see the memo of 2017-10-04."
    found = find_dates(text)
    assert [text[one.start : one.end] for one in found] == ["9/16/2014", "July 20, 2017", "2017-10-04"]


@given(st.dates(min_value=date(1940, 1, 1), max_value=date(2039, 12, 31)))
def test_every_day_survives_being_written(day: date) -> None:
    """Whatever the style, the day comes back."""
    styles = (
        f"{day:%m/%d/%Y}",
        f"{day.month}/{day.day}/{day:%y}",
        f"{day:%d %b %Y}",
        f"{day:%B} {day.day}, {day.year}",
    )
    assert [reading.value for style in styles if (reading := read_date(style))] == [day] * len(styles)


@given(st.text(alphabet="0123456789/-. OlIJanFebMrSpt,'", max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    """Any text is read or not read; what is found lies in it, in order."""
    read_date(text)
    end = 0
    for reading in find_dates(text):
        assert end <= reading.start < reading.end <= len(text)
        assert reading.value is None or reading.readings == (reading.value,)
        end = reading.end


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("DATE ____8/19/02____  ARCHIVIST OF THE UNITED STATES", ["2002-08-19"]),
        ("DATE ____May 3, 1999____", ["1999-05-03"]),
        ("__19 Aug 2002__", ["2002-08-19"]),
        ("file_8/19/02", []),
    ],
)
def test_the_line_of_a_blank_may_stand_around_a_date(text: str, days: list[str]) -> None:
    assert [str(each.value) for each in find_dates(text)] == days

"""A printed label is found as OCR left it, and prose that begins like a label is left alone."""

import pytest

from schedgraph.parser.labels import Label, find_labels, match_label
from tests.patience import must_end

LABELS = (
    Label(name="final-disposition", wordings=("Final Disposition",)),
    Label(name="applies-to", wordings=("Records Schedule applies to",)),
    Label(name="concurrences", wordings=("Internal agency concurrences will be provided",)),
    Label(name="major", wordings=("Major Subdivision", "Major Subdivsion")),
    Label(name="minor", wordings=("Minor Subdivision",)),
    Label(name="from", wordings=("From: (Agency or establishment)", "From")),
    Label(name="media-neutral", wordings=("Is this item media neutral?",)),
    Label(name="number", wordings=("Disposition Authority Number",)),
    Label(name="retention", wordings=("Retention Period",)),
    Label(name="date", wordings=("Date",)),
    Label(name="date-received", wordings=("Date Received",)),
    Label(name="title", wordings=("Title",)),
    Label(name="citation", wordings=("GRS OR SUPERSEDED JOB CITATION",)),
    Label(name="by", wordings=("By",)),
    Label(name="subject", wordings=("Schedule Subject",)),
    Label(name="sequence", wordings=("Sequence Number",)),
)


@pytest.mark.parametrize(
    ("line", "name", "rest", "exact"),
    [
        ("Final Disposition Temporary", "final-disposition", "Temporary", True),
        ("FINAL DISPOSITION: Permanent", "final-disposition", "Permanent", True),
        ("Final D1spos1t1on Temporary", "final-disposition", "Temporary", False),
        ("Fmal Disposition Temporary", "final-disposition", "Temporary", False),
        ("Final DispositionTemporary", "final-disposition", "Temporary", True),
        ("final disposition Temporary", "final-disposition", "Temporary", True),
        ("Records Schedule app lies to Agency-wide", "applies-to", "Agency-wide", True),
        ("Records Schedule epplles to", "applies-to", "", False),
        ("Internal agency concu rrences willbe provided No", "concurrences", "No", True),
        ("lnternal agency concum1nces will be provided No", "concurrences", "No", False),
        ("Major Subdivsion Office of Detention", "major", "Office of Detention", True),
        ("Minor Subdivision", "minor", "", True),
        (
            "2. Major Subdivision Office of Investigations (OI)",
            "major",
            "Office of Investigations (OI)",
            True,
        ),
        ("1. From: (Agency or establishment) ICE", "from", "ICE", True),
        ("l. FROM (Agency or establishment)", "from", "", True),
        ("Is this item media neutral? No", "media-neutral", "No", True),
        ("9. GAS OR SUPERSEDED JOB CITATION", "citation", "", False),
        ("Schedule Sub1ect", "subject", "", False),
        ("Date Received 9/15/09", "date-received", "9/15/09", True),
        ("DArE RECEIVED", "date-received", "", False),
        ("Date 09/11/2009", "date", "09/11/2009", True),
        ("Title Chief, Records Management Branch", "title", "Chief, Records Management Branch", True),
        ("Sequence Number1", "sequence", "1", True),
        ("**Retention Period** Destroy", "retention", "** Destroy", True),
    ],
)
def test_a_label_at_the_start_of_a_line(line: str, name: str, rest: str, exact: bool) -> None:
    """The label is known through damage, and its value begins where it ends."""
    match = match_label(line, LABELS)
    assert match is not None
    assert (match.label.name, line[match.end :].strip(), match.exact) == (name, rest, exact)


@pytest.mark.parametrize(
    "line",
    [
        "Date of Birth",
        "Title 8 of the GAO Manual for Guidance of Federal Agencies, if it applies",
        "Final disposition of these records follows the master file.",
        "Retention periods differ between offices.",
        "Data received from the field offices",
        "Fromage",
        "Titles of the files",
        "Finally the disposition is temporary",
        "Majority Subdivisions of land",
        "Datestamp",
        "the Records Schedule",
        "",
        "...",
    ],
)
def test_prose_is_no_label(line: str) -> None:
    """A sentence that begins like a label is text."""
    assert match_label(line, LABELS) is None


def test_the_longest_label_wins() -> None:
    """`Date Received` is not `Date` with the value `Received`, damaged or not."""
    for line in ("Date Received", "Date Recieved 1/2/90", "DATE RECElVED"):
        match = match_label(line, LABELS)
        assert match is not None
        assert match.label.name == "date-received"


def test_several_labels_on_one_line() -> None:
    """A row that an OCR read across two columns holds two labels and their values."""
    text = "Final Disposition Temporary  Retentlon Period Destroy 3 year(s)\tDate 01/02/2003"
    found = find_labels(text, LABELS)
    assert [match.label.name for match in found] == ["final-disposition", "retention", "date"]
    assert text[found[0].end : found[1].start].strip() == "Temporary"


def test_a_short_word_inside_a_sentence_is_no_label() -> None:
    """`by`, `date` and `title` are words of the language first."""
    assert find_labels("approved by the Archivist on the date given under title 44", LABELS) == ()


def test_a_hostile_line_costs_little() -> None:
    """Matching is bounded, whatever the line holds."""
    with must_end():
        for text in ("Final Disposit " * 4000, "i" * 100_000, "1. " * 20_000, "dispositionauthority" * 5000):
            match_label(text, LABELS)
            find_labels(text[:20_000], LABELS)

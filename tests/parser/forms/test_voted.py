"""A number on a scan is sure only where both readings saw it, or another place says it again."""

from dataclasses import replace

from schedgraph.parser.document import ScheduleDocument
from schedgraph.parser.evidence import BoundingBox
from schedgraph.parser.forms.voted import voted
from schedgraph.parser.page import Page, PlacedWord
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.markup import read_markup
from schedgraph.parser.reading.source import decode
from schedgraph.parser.transcript import transcript

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
LEAVE BLANK
JOB NUMBER
N1-059-91-4
DATE RECEIVED
3/14/91
1. FROM (Agency or establishment)
Department of State
7. ITEM NO.\t8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION\t9. GRS OR SUPERSEDED JOB CITATION\t10. ACTION TAKEN
1.\tPassport files.\tNC1-59-79-12, item 3\t
\tTemporary. Destroy when 15 years old.\t\t
2.\tVisa files.\tNC1-59-82-5, item 1\t
\tTemporary. Destroy when 2 years old.\t\t
"""
BOX: BoundingBox = (0.0, 0.0, 10.0, 10.0)


def scanned(other: dict[str, str], name: str = "scan.pdf") -> ScheduleDocument:
    """The form as two OCR programs read it: `other` is what the second saw instead of a word."""
    source = decode(FORM.encode(), name)
    (page,), _ = read_markup(source.text)
    words = []
    for text, seen in other.items():
        start = page.source.text.index(text)
        words.append(PlacedWord(start=start, end=start + len(text), bbox=BOX, confidence=0.7, other=seen))
    marked = replace(page.source, method="ocr", words=tuple(sorted(words, key=lambda word: word.start)))
    document = read_text(source)
    document = replace(document, source=replace(document.source, name=name))
    return voted(document, [Page(source=marked, lines=page.lines)])


def citation(document: ScheduleDocument, item: str) -> tuple[str | None, bool, list[str]]:
    (found,) = next(each.citations for each in document.items if each.id == item)
    return found.target, found.sure, [each.target for each in found.readings]


def test_a_number_that_both_readings_saw_stays_sure() -> None:
    assert citation(scanned({}), "N1-059-91-004/1") == ("NC1-059-79-012/3", True, ["NC1-059-79-012/3"])


def test_two_numbers_in_one_place_are_both_kept_and_neither_is_chosen() -> None:
    document = scanned({"NC1-59-79-12": "NC1-59-79-42"})
    assert citation(document, "N1-059-91-004/1") == (None, False, ["NC1-059-79-012/3", "NC1-059-79-042/3"])
    assert "readings-differ" in [doubt.code for doubt in document.doubts]
    assert citation(document, "N1-059-91-004/2")[1] is True


def test_a_second_reading_that_is_no_number_leaves_the_first_and_makes_it_unsure() -> None:
    target, sure, _ = citation(scanned({"NC1-59-79-12": "NC~59-7"}), "N1-059-91-004/1")
    assert (target, sure) == ("NC1-059-79-012/3", False)


def test_the_schedule_s_own_number_is_unsure_where_the_readings_differ() -> None:
    told = transcript(scanned({"N1-059-91-4": "N1-069-91-4"}))["schedule"]
    assert (told["id"], told["sure"]) == ("N1-059-91-004", False)
    assert "other reading: N1-069-91-4" in told["repairs"]


def test_the_name_of_the_file_settles_the_schedule_s_number() -> None:
    told = transcript(scanned({"N1-059-91-4": "N1-069-91-4"}, "n1-059-91-004_sf115.pdf"))["schedule"]
    assert (told["id"], told["sure"]) == ("N1-059-91-004", True)


def test_a_number_wrapped_in_its_column_is_not_disputed_by_what_stands_beside_it() -> None:
    """The quote from "NC1-59-79-12," to "item 3" runs through the words of column 8, which were read in two ways."""
    source = decode(FORM.replace("NC1-59-79-12, item 3\t\n", "NC1-59-79-12,\t\n").encode(), "scan.pdf")
    text = source.text.replace("years old.\t\t\n2.", "years old.\titem 3\t\n2.")
    source = replace(source, text=text)
    (page,), _ = read_markup(text)
    boxes = {
        "Temporary. Destroy when 15 years old.": (20.0, 12.0),
        "NC1-59-79-12,": (60.0, 2.0),
        "item 3": (60.0, 12.0),
    }
    words = []
    for each, (left, top) in boxes.items():
        start = text.index(each)
        other = "Tempotary Destnoy" if each.startswith("Temp") else None
        box: BoundingBox = (left, top, left + 20, top + 8)
        words.append(PlacedWord(start=start, end=start + len(each), bbox=box, confidence=0.7, other=other))
    marked = replace(page.source, method="ocr", words=tuple(sorted(words, key=lambda word: word.start)))
    document = read_text(source)
    (item, _) = document.items
    (found,) = item.citations
    placed = replace(found, evidence=replace(found.evidence, bbox=(60.0, 2.0, 80.0, 20.0)))
    document = replace(document, items=(replace(item, citations=(placed,)), *document.items[1:]))
    assert citation(voted(document, [Page(source=marked, lines=page.lines)]), "N1-059-91-004/1") == (
        "NC1-059-79-012/3",
        True,
        ["NC1-059-79-012/3"],
    )


def test_a_day_that_two_readings_give_differently_is_told_with_both_and_trusted_less() -> None:
    document = scanned({"3/14/91": "3/14/94"})
    (doubt,) = [doubt for doubt in document.doubts if doubt.code == "date-readings-differ"]
    assert "1991-03-14" in doubt.message and "1994-03-14" in doubt.message
    received = document.schedule.received
    assert received is not None and received.value.isoformat() == "1991-03-14"
    assert received.evidence.confidence <= 0.6
    assert received.repairs == ("other reading: 3/14/94",)


def test_a_day_that_both_readings_give_is_not_told_though_their_letters_differ() -> None:
    document = scanned({"3/14/91": "03/14/91~"})
    assert "date-readings-differ" not in [doubt.code for doubt in document.doubts]

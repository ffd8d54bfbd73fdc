"""What a memo, a transmittal or an e-mail says of authorities."""

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.unknown import read_unknown
from schedgraph.parser.reading.markup import read_markup


def read(text: str) -> ScheduleDocument:
    found = blocks(read_markup(text)[0])
    source = Source(name="memo.txt", sha256="0" * 64, media_type="text/plain", pages=1)
    return read_unknown(found, source, detect(found))


MEMO = """MEMORANDUM FOR: Agency Records Officers
SUBJECT: Request for Records Disposition Authority

N1-361-91-10, item 3, is superseded by DAA-0361-2020-0001-0001 effective 09/15/2020.

GRS 23, item 7 was superseded
by GRS 5.2, item 010. See also GRS 3.2, item 020.
"""


def test_a_sentence_with_both_sides_keeps_both() -> None:
    """The old side becomes an item, the new side its successor, with the date that is stated."""
    document = read(MEMO)
    assert [
        (
            item.id,
            [(each.relation, each.target, each.date and str(each.date.value)) for each in item.citations],
        )
        for item in document.items
    ] == [
        ("N1-361-91-010/3", [("superseded-by", "DAA-0361-2020-0001-0001", "2020-09-15")]),
        ("GRS 23/7", [("superseded-by", "GRS 5.2/010", None)]),
    ]


def test_a_statement_outside_a_schedule_is_doubtful() -> None:
    """A memo is no schedule: each of its statements carries a doubt with its sentence."""
    doubts = [doubt for doubt in read(MEMO).doubts if doubt.code == "statement-outside-a-schedule"]
    assert len(doubts) == 2
    assert all(doubt.evidence and "superseded" in doubt.evidence.quote for doubt in doubts)


def test_other_numbers_are_only_cited() -> None:
    """What no sentence relates is a citation of the document as a whole."""
    assert [(each.relation, each.target) for each in read(MEMO).citations] == [("cites", "GRS 3.2/020")]


def test_the_document_is_no_schedule() -> None:
    """A number in a memo is not the memo's number."""
    document = read(MEMO)
    assert (document.form, document.schedule.id, document.schedule.status) == ("unknown", None, None)


def test_a_document_without_numbers() -> None:
    """Nothing is read, nothing is doubted."""
    document = read("The retention period of these records is three years.\n")
    assert (document.items, document.citations, document.doubts) == ((), (), ())

"""Each crafted PDF ends with its name told, and the next good one is read."""

from collections.abc import Iterator

import pytest

from schedgraph.parser.reading.isolate.limits import MEGABYTE, Limits
from schedgraph.parser.reading.isolate.outcome import PdfError
from schedgraph.parser.reading.isolate.reader import READ_PDF, PdfReader
from schedgraph.parser.reading.pages import PdfPages
from tests.parser.reading.hostile import contents, extras, fonts, locked, streams, structure
from tests.parser.reading.hostile.cases import CASES, READ, Hostile
from tests.parser.reading.hostile.good import schedule_pages

FAMILIES = (contents, extras, fonts, locked, streams, structure)
# A page without text is read as a picture: the engines for that alone take five seconds to start where every core is busy.
LIMITS = Limits(
    seconds_per_document=12,
    seconds_per_page=0.5,
    seconds_at_most=20,
    memory_bytes=1_536 * MEGABYTE,
    pages=1_000,
)


@pytest.fixture(scope="module")
def reader() -> Iterator[PdfReader]:
    with PdfReader(limits=LIMITS, function=READ_PDF) as reader:
        yield reader


def ended(reader: PdfReader, data: bytes) -> tuple[str, PdfPages | PdfError]:
    try:
        return READ, reader.read_bytes(data, "hostile.pdf")
    except PdfError as error:
        return error.outcome, error


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_ends_with_a_name_and_the_next_document_is_read(reader: PdfReader, case: Hostile) -> None:
    outcome, what = ended(reader, case.make())
    assert outcome in case.ends, what
    if isinstance(what, PdfError):
        assert str(what) and "\n" not in str(what) and "Traceback" not in str(what)
    else:
        text = "".join(page.source.text for page in what.pages)
        assert case.shown in text
        assert text.strip() or what.doubts
        assert not case.doubt or case.doubt in [doubt.code for doubt in what.doubts]
    assert ended(reader, schedule_pages())[0] == READ


def test_there_are_cases_enough_and_no_two_of_one_name() -> None:
    assert len(FAMILIES) == 6
    assert len({case.name for case in CASES}) == len(CASES) >= 40

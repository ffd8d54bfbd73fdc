"""Whatever the text: no exception, evidence in the text, and time that grows with its length only."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedgraph.parser.citation import read_citations, read_supersessions
from schedgraph.parser.dates import find_dates
from schedgraph.parser.disposition import find_instruction, read_disposition
from schedgraph.parser.passage import Passage
from tests.patience import must_end

WORDS = """
Temporary. Permanent. Destroy delete cut off cutoff after when 5 years 3 ( ) year(s) , ; . : - / ~~ supersedes
superseded by not no except item 2b N1-563-04-1 DAA-0361-2020-0001-0008 GRS 5.2 and the National Archives FRC
whichever is sooner this schedule on 05/27/2021 Date (MM/DD/YYYY): § ¤ 1 1/2 ½ to transfer hold
"""
phrases = st.lists(st.sampled_from(["\n", *WORDS.split()]), max_size=40).map(" ".join)
prose = st.one_of(st.text(max_size=200), phrases)


@settings(max_examples=400, deadline=None)
@given(text=prose)
def test_no_text_breaks_it(text: str) -> None:
    """Everything found is quoted from where it stands."""
    from tests.parser.meaning.conftest import passage_of

    passage = passage_of(text)
    for labelled in (False, True):
        disposition = read_disposition(passage, labelled=labelled)
        for reading in (
            disposition.final,
            disposition.instruction,
            disposition.cutoff,
            disposition.retention,
            disposition.transfer,
            disposition.media_neutral,
        ):
            if reading is not None:
                assert reading.evidence.quote == text[reading.evidence.start : reading.evidence.end]
    find_instruction(passage)
    for citation in read_citations(passage, own=("N1-563-04-001",)):
        assert citation.evidence.quote == text[citation.evidence.start : citation.evidence.end]
    for statement in read_supersessions(passage):
        assert statement.old
        assert statement.new


HOSTILE = [
    "Destroy " + "after " * 20_000,
    "destroy(" * 20_000,
    "No. " * 30_000,
    "Temporary.\n" * 3_000,
    "Disposition (" * 10_000,
    "Media Neutral " * 10_000,
    "1/1/1" * 20_000,
    "1" * 100_000,
    "JAN " * 30_000,
    "5 " * 50_000,
    "When a" * 20_000,
    " - " * 40_000,
    "\n" * 50_000,
    "a. " * 30_000,
    "supersede" * 12_000,
    "supersedes " * 10_000 + "N1-1-90-1",
    "supersedes " + "N1-1-90-1, " * 3_000,
    "N1-1-90-1 is superseded by GRS 5.2; " * 1_000,
    "N1-1-90-1 was superseded on 1/2/1990. " * 1_000,
    "N1-1-90-1 not except item 2b " * 1_000,
    "Superseded by:\n\n" * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:20].strip() for text in HOSTILE])
def test_hostile_text_is_read_to_its_end(passage: Callable[[str], Passage], text: str) -> None:
    """What takes a second in proportion to its length would take hours with its square."""
    long = text * 2
    with must_end():
        read_disposition(passage(long))
        read_citations(passage(long))
        find_dates(long)

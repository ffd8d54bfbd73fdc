"""The foot of a sheet: what stands below the form's own print belongs to no item."""

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.sf115 import read_sf115
from schedgraph.parser.reading.markup import read_markup
from tests.parser.forms.sf115_text import read_text

FORM = """REQUEST FOR RECORDS DISPOSITION AUTHORITY
JOB NUMBER: N1-095-98-7
DATE RECEIVED: 4/6/1998
1. FROM (Agency or establishment): Department of Agriculture

7. ITEM NO. / 8. DESCRIPTION OF ITEM AND PROPOSED DISPOSITION / 9. GRS OR SUPERSEDED JOB CITATION

1. Lookout Tower Rosters. TEMPORARY. Destroy when 2 years old.

2. Fire Weather Maps. TEMPORARY. Destroy when

{foot}
"""


def last(foot: str) -> tuple[str, set[str], list[str]]:
    read = read_text(FORM.format(foot=foot))
    item = read.items[-1]
    words = [part.value for part in (item.title, item.text, item.disposition.instruction) if part]
    codes = {doubt.code for doubt in read.doubts}
    return " ".join(" ".join(words).split()), codes, [each.number for each in read.items]


@pytest.mark.parametrize(
    "foot",
    [
        "115-109   NSN 7540-00-634-4064\nPer telecon",
        "STANDARD FORM 115 (REV. 3-91)\nPrescribed by NARA 36 CFR 1228\nCopy to region",
    ],
)
def test_scraps_below_the_print_belong_to_no_item_and_are_told(foot: str) -> None:
    words, codes, numbers = last("5 years old.\n\n" + foot)
    assert words.endswith("5 years old.") and foot.rpartition("\n")[2] not in words
    assert numbers == ["1", "2"]
    assert "text-below-foot" in codes


@pytest.mark.parametrize(
    ("foot", "end", "numbers"),
    [
        ("115-109   NSN 7540-00-634-4064\n5 years old.", "5 years old.", ["1", "2"]),
        ("replaced.\n\n115-109\n\n3. Trail Maps. TEMPORARY. Destroy when old.", "old.", ["1", "2", "3"]),
        ("replaced.\n\nCopies in the regions too", "regions too", ["1", "2"]),
    ],
)
def test_what_goes_on_below_the_print_stays(foot: str, end: str, numbers: list[str]) -> None:
    """A sentence, a further item, and words that no print parts from the item."""
    words, codes, read = last(foot)
    assert end in words and read == numbers
    assert "text-below-foot" not in codes


@pytest.mark.parametrize(
    ("across", "told"), [("REFERENCE COPY", True), ("Item 1 is superseded by GRS 2.4/060", False)]
)
def test_a_watermark_across_the_page_belongs_to_no_item_and_is_told(across: str, told: bool) -> None:
    """Whatever its weight; a note that lies across the page is read."""
    pages, _ = read_markup(FORM.format(foot=f"5 years old.\n\n**{across}**"))
    lines = tuple(line._replace(slanted=across in line.text) for line in blocks(pages))
    source = Source(name="form.pdf", sha256="0" * 64, media_type="application/pdf", pages=1)
    read = read_sf115(lines, source, detect(lines))
    said = [part.value for item in read.items for part in (item.title, item.text) if part]
    assert not any(across in each for each in said)
    assert ("text-below-foot" in {doubt.code for doubt in read.doubts}) is told
    assert bool(read.items[0].citations) is not told

"""Items of a damaged scan whose title begins with a small l for a capital I."""

from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from tests.parser.forms.sf115_text import read_items

FORM = """7. ITEM NO.  8. DESCRIPTION OF ITEM  9. SAMPLE OR JOB NO.  10. ACTION TAKEN

1   Grazing Bills. Destroy 6O days after the
    bill is paid.
2   {title}. Destroy when 3 years o1d.          NN-165-22
3   Range Maps. Permanent.
"""


def test_a_bare_number_before_a_damaged_capital_opens_an_item() -> None:
    items = read_items(FORM.format(title="lnfestation Report Cards"))
    assert list(items) == ["1", "2", "3"]
    periods = [items[path].disposition.retention for path in ("1", "2")]
    assert [period and period.value.period for period in periods] == ["P60D", "P3Y"]
    assert items["1"].citations == ()
    assert [each.printed for each in items["2"].citations] == ["NN-165-22"]


def test_a_count_before_a_small_letter_opens_none() -> None:
    """ "2 logs" is a count in a sentence, and no damaged capital."""
    assert list(read_items(FORM.format(title="logs of the same bill"))) == ["1", "3"]


def test_items_at_the_foot_of_a_sentence_is_no_item_s() -> None:
    """The word stands in a line of its own where the sentence is wrapped before it."""
    assert read_designator("items.") is None
    assert read_designator("Item s.") is not None

"""ERA fields whose labels or values a layout tore apart; every document here is invented."""

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.reading.markup import read_markup

DOCUMENT = """Records Schedule Number
DAA-0095-2016-0004
Schedule Status
Approved
Agency or Establishment
Forest Service
Background Information
Parts of N1-95-90-6 that this schedule does not name remain in effect.

Records Schedule Items

1
Trail Bridge Inspections
Disposition Authority Number DAA-0095-2016-0004-0001

Final Disposition            Temporary
Item Status                  Active
GRS or Superseded Authority  N1-95-90-6, items 2(a) and
Citation                     2(b)
Disposition Instruction

Cutoff Instruction
Retention Period

Cut off when the bridge is removed.
Destroy 12 year(s) after cutoff.
"""


def read_text(text: str) -> ScheduleDocument:
    lines = blocks(read_markup(text)[0])
    source = Source(name="era.txt", sha256="0" * 64, media_type="text/plain", pages=1)
    return read_era(lines, source, detect(lines))


def test_a_label_and_its_value_that_wrap_together_are_whole() -> None:
    item = read_text(DOCUMENT).items[0]
    assert [(each.relation, each.target) for each in item.citations] == [
        ("supersedes", "N1-095-90-006/2/a"),
        ("supersedes", "N1-095-90-006/2/b"),
    ]


def test_two_labels_above_two_values_of_their_kinds() -> None:
    disposition = read_text(DOCUMENT).items[0].disposition
    assert disposition.cutoff and disposition.cutoff.value == "Cut off when the bridge is removed."
    assert disposition.retention and disposition.retention.value.period == "P12Y"


def test_a_cutoff_that_is_blank_takes_nothing_from_the_retention() -> None:
    text = DOCUMENT.replace("Cut off when the bridge is removed.\n", "")
    disposition = read_text(text).items[0].disposition
    assert disposition.cutoff is None
    assert disposition.retention and disposition.retention.value.period == "P12Y"


def test_what_is_said_of_some_items_says_nothing_of_their_schedule() -> None:
    """That parts remain in effect denies no supersession of the rest."""
    assert [(each.relation, each.target) for each in read_text(DOCUMENT).citations] == [
        ("cites", "N1-095-90-006")
    ]
    whole = DOCUMENT.replace(
        "Parts of N1-95-90-6 that this schedule does not name remain", "N1-95-90-6 remains"
    )
    assert [each.relation for each in read_text(whole).citations] == ["does-not-supersede"]

"""Columns that stand side by side are read by their own lines, whatever the pitch of the other column is."""

from collections.abc import Sequence

import pytest

from schedgraph.parser.blocks import blocks
from schedgraph.parser.document import ScheduleDocument, Source
from schedgraph.parser.forms.detect import detect
from schedgraph.parser.forms.era import read_era
from schedgraph.parser.reading.isolate.limits import Limits
from schedgraph.parser.reading.pdf import read_pdf
from tests.parser.reading.pdf.side_by_side import HEADER, ITEM, Column, Pair, Printout

# Label and value: size of type, pitch, how far the values begin below the labels, the gutter.
SET = (
    (9, 11.0, 10, 13.5, 0.0, 20),
    (10, 13.0, 9, 11.0, 0.0, 12),
    (10, 12.0, 10, 14.0, 2.0, 6),
    (8, 10.0, 10, 15.0, 3.0, 30),
    (10, 14.0, 8, 10.5, -2.0, 12),
    (9, 12.0, 9, 15.5, 0.0, 4),
)


def columns(style: tuple[float, ...], left: float = 72.0) -> tuple[Column, Column]:
    size, pitch, other_size, other_pitch, down, gutter = style
    return (
        Column(x=left, width=250 - gutter - left, size=size, pitch=pitch, font="Helvetica-Bold"),
        Column(x=250, width=308, size=other_size, pitch=other_pitch, down=down),
    )


def document(data: bytes) -> ScheduleDocument:
    pages = read_pdf(data, "page.pdf", Limits()).pages
    found = blocks(pages)
    source = Source(
        name="page.pdf", sha256="0" * 64, media_type="application/pdf", pages=len(pages), reading="text-layer"
    )
    return read_era(found, source, detect(found))


def lines(data: bytes) -> list[str]:
    page = read_pdf(data, "page.pdf", Limits()).pages[0]
    return [line.text.strip() for line in page.lines if line.text.strip()]


def is_right(found: ScheduleDocument) -> bool:
    schedule, item = found.schedule, found.items[0]
    disposition = item.disposition
    assert disposition is not None
    read = {
        "Agency or Establishment": schedule.agency,
        "Major Subdivision": schedule.major_subdivision,
        "Minor Subdivision": schedule.minor_subdivision,
        "Schedule Subject": schedule.subject,
        "Background Information": schedule.background,
        "Cutoff Instruction": disposition.cutoff,
    }
    wanted = dict((*HEADER, *ITEM))
    assert {label: value and value.value for label, value in read.items()} == {
        label: wanted[label] for label in read
    }
    assert disposition.retention and disposition.retention.value.text == wanted["Retention Period"]
    assert disposition.final and disposition.final.value == "temporary"
    assert [(each.relation, each.target) for each in item.citations] == [("supersedes", "N1-361-91-010/3")]
    return True


@pytest.mark.parametrize("style", SET)
def test_labels_and_values_that_drift_apart_are_read_column_by_column(style: tuple[float, ...]) -> None:
    sheet = Printout()
    sheet.flowing(HEADER, sheet.page(), *columns(style, left=54))
    sheet.turn()
    sheet.flowing(ITEM, sheet.item_head(sheet.page()), *columns(style))
    assert is_right(document(sheet.bytes()))


@pytest.mark.parametrize("gap", [0.0, 5.0])
@pytest.mark.parametrize("style", SET)
def test_rows_keep_together_though_their_cells_are_wrapped_at_two_pitches(
    style: tuple[float, ...], gap: float
) -> None:
    sheet = Printout()
    sheet.in_rows(HEADER, sheet.page(), *columns(style, left=54), gap)
    sheet.turn()
    sheet.in_rows(ITEM, sheet.item_head(sheet.page()), *columns(style), gap)
    assert is_right(document(sheet.bytes()))


@pytest.mark.parametrize(("pitch", "other"), [(10.0, 13.0), (12.5, 9.5), (9.0, 14.0)])
def test_two_columns_of_pairs_are_read_one_after_the_other(pitch: float, other: float) -> None:
    """Five labels with their values stand beside five others that are set at another pitch."""
    sheet = Printout()
    y = sheet.page()
    for x, step, pairs in ((54.0, pitch, HEADER[:5]), (318.0, other, HEADER[5:])):
        sheet.in_rows(
            pairs,
            y,
            Column(x=x, width=100, size=8, pitch=step, font="Helvetica-Bold"),
            Column(x=x + 112, width=132, size=8, pitch=step),
            gap=3.0,
        )
    schedule = document(sheet.bytes()).schedule
    assert schedule.agency and schedule.agency.value == "Defense Logistics Agency"
    assert schedule.subject and schedule.subject.value == "Legal Case Management Files"
    assert schedule.background and schedule.background.value == HEADER[-1][1]
    assert schedule.applies_to and schedule.applies_to.value == "Major Subdivsion"


def pitched(pairs: Sequence[Pair], label_pitch: float, value_pitch: float) -> bytes:
    sheet = Printout()
    sheet.flowing(
        pairs,
        sheet.page(),
        Column(x=54, width=180, size=10, pitch=label_pitch, font="Helvetica-Bold"),
        Column(x=250, width=300, size=10, pitch=value_pitch),
    )
    return sheet.bytes()


def test_three_pairs_are_enough_to_tell_that_two_columns_are_out_of_step() -> None:
    found = lines(pitched(HEADER[5:8], 12.0, 17.0))
    assert found[-6:] == [label for label, _ in HEADER[5:8]] + [value for _, value in HEADER[5:8]]


def test_columns_of_unequal_length_are_read_to_their_ends() -> None:
    short = (*HEADER[:6], ("Minor Subdivision", ""), ("Item Count", ""))
    found = lines(pitched(short, 16.0, 12.5))
    assert found[2:10] == [label for label, _ in short]
    assert found[10:] == [value for _, value in short if value]


def test_lines_in_step_are_read_across() -> None:
    found = lines(pitched(HEADER[:4], 14.0, 14.0))
    assert found[2:] == [f"{label}\t{value}" for label, value in HEADER[:4]]


def test_a_value_that_no_label_asks_for_and_a_label_without_one_are_told() -> None:
    """At one pitch nothing tells that a wrapped label pushed the others down; their kinds do."""
    sheet = Printout()
    sheet.flowing(ITEM, sheet.item_head(sheet.page()), *columns((10, 13.0, 10, 13.0, 0.0, 20)))
    codes = [doubt.code for doubt in document(sheet.bytes()).doubts]
    assert {"value-unlike-label", "label-without-value"} <= set(codes)

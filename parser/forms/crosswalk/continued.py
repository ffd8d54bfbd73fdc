"""Rows of a crosswalk that lean on the row above: an item without its schedule, or a further successor below the first."""

from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation.listeditems import schedule_of
from schedgraph.parser.forms.crosswalk.columns import (
    ITEM_WORD,
    Columns,
    Row,
    cells_of,
    is_item_cell,
    is_tabbed,
)
from schedgraph.parser.passage import Passage

_SLACK = 3


def with_schedule_above(row: Row | None, last: Row | None, job: Passage | None = None) -> Row | None:
    """A row whose older cell holds items alone, with the schedule that the row above names: "4" below "N1-434-98-12/1".

    `job` is what the heading of the column names, where it names a job.
    """
    above = job or (last.old if last else None)
    if row is None or above is None or find_numbers(row.old.text) or not is_item_cell(row.old.text):
        return row
    schedules = {schedule_of(each.id) for each in find_numbers(above.text)}
    (schedule,) = schedules if len(schedules) == 1 else (None,)
    if schedule is None:
        return row
    joint = ", " if ITEM_WORD.match(row.old.text) else ", item "
    return replace(row, old=Passage.join([Passage(text=schedule), row.old], joint))


def goes_on(block: Block, columns: Columns, last: Row) -> Row | None:
    """What a line says that holds nothing but numbers in the newer column, and words right of it: it goes on with `last`."""
    cells = cells_of(block)
    if is_tabbed(block):
        if len(cells) <= columns.new or any(cells[: columns.new]):
            return None
        newer, rest = cells[columns.new], cells[columns.new + 1 :]
    else:
        if not columns.begins or not cells or cells[0].indent() < columns.begins[columns.new] - _SLACK:
            return None
        newer, rest = cells[0], cells[1:]
    if columns.old > columns.new or not find_numbers(newer.text):
        return None
    return replace(last, new=newer, others=" ".join(each.text for each in rest), remark=None)

"""Cells that a spreadsheet shows and does not run, and lines of them."""

import csv
import io
from collections.abc import Iterable

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(value: str) -> str:
    """`value` with an apostrophe before it where a spreadsheet would take it for a formula.

    Blanks before the sign do not hide it: some programs drop them.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("GRS 5.2/020")
    ("'=HYPERLINK(1)", 'GRS 5.2/020')
    """
    return (
        f"'{value}"
        if value.startswith(_STARTS_A_FORMULA) or value.lstrip().startswith(("=", "+", "-", "@"))
        else value
    )


def csv_line(cells: Iterable[str], delimiter: str = ",", ending: str = "\r\n") -> str:
    """One line of CSV as RFC 4180 has it, every cell made safe.

    >>> csv_line(["GRS 5.2/020", "a, b", "=1"])
    'GRS 5.2/020,"a, b",\\'=1\\r\\n'
    """
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerow(safe_cell(cell) for cell in cells)
    return out.getvalue()

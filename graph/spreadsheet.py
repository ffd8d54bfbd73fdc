"""Cells that a spreadsheet shows and does not run."""

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

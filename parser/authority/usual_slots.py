"""The parts of the usual numbers; `usual_table.py` writes this file from families.toml, do not edit it.

Of each part: widths, padded length, lowest and highest value, first and last year, letter groups.
"""

Slot = tuple[tuple[int, ...], int, int, int, tuple[int, int] | None, tuple[str, ...]]

SLOTS: dict[str, tuple[Slot, ...]] = {
    "N1": (
        ((2, 3), 3, 1, 699, None, ("AFU", "GRS", "AU", "NU")),
        ((2,), 2, 0, 0, (1984, 2016), ()),
        ((1, 2, 3), 3, 1, 999, None, ()),
    ),
    "NC1": (
        ((2, 3), 3, 1, 699, None, ("AFU", "GRS", "AU", "NU")),
        ((2,), 2, 0, 0, (1972, 1987), ()),
        ((1, 2, 3), 3, 1, 999, None, ()),
    ),
    "DAA": (
        ((4,), 4, 1, 699, None, ("AFU", "GRS", "AU", "NU")),
        ((4,), 4, 0, 0, (2008, 2039), ()),
        ((4,), 4, 1, 9999, None, ()),
    ),
}

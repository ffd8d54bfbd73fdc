"""Letters that leave the middle of their cell open: ink there at the height of a hyphen was not theirs."""

_BARRED = frozenset("aegksxz-ABEFGHPRSXZ2345689&$%@~=_.,:;'\"/\\¢€")
_STEMMED = frozenset("fijlrtyIJTY147!|()")
"""An upright stroke in the middle, which in bold type is as wide as half a hyphen."""
_DENSE = frozenset("mwMNWKQ?#")
"""Strokes so near to each other that bold ones touch."""


def open_letters(text: str, *, bold: bool) -> int:
    """How many letters of `text` hold no ink of their own where a mark typed over them would be."""
    closed = _BARRED | _STEMMED | _DENSE if bold else _BARRED
    return sum(character not in closed for character in text)

"""The text with one kind of dash, one kind of blank and one alphabet, character for character.

Every offset into the plain text is an offset into the text as written.
"""

from functools import cache

from schedgraph.parser.authority.confusions import confusions

# Hyphen, non-breaking hyphen, figure dash, en, em and minus signs, soft hyphen, small and full-width hyphens.
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\u2043\ufe58\ufe63\uff0d"
# A tab stays: it parts two cells of a table, and no number runs across it.
BLANKS = "\r\v\f\u00a0\u1680\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200C)))
LINE_ENDS = "\x85\u2028\u2029"


@cache
def _table() -> dict[int, str]:
    table = {ord(dash): "-" for dash in DASHES}
    table.update((ord(blank), " ") for blank in BLANKS)
    table.update((ord(end), "\n") for end in LINE_ENDS)
    table.update((ord(other), ours) for other, ours in confusions().homoglyphs.items())
    table.update((0xFF10 + digit, str(digit)) for digit in range(10))
    return table


def plain_text(text: str) -> str:
    """The plain form of `text`, of the same length."""
    return text if text.isascii() and not any(c in text for c in "\r\v\f") else text.translate(_table())


def look_alike_repairs(written: str) -> tuple[str, ...]:
    """The letters of other alphabets in `written`, as repairs."""
    if written.isascii():
        return ()
    table = confusions().homoglyphs
    return tuple(dict.fromkeys(f"{letter}→{table[letter]}" for letter in written if letter in table))

"""Letters alone on their lines that count the parts of an item: "a" over "Field sheets.", "b" over "Strip charts."."""

from collections.abc import Sequence
from itertools import pairwise

from schedgraph.parser.forms.sf115.table.entries import Entry

_LEAST = 2


def lone_letters(entries: Sequence[Entry]) -> frozenset[int]:
    """The indexes of lines that hold the letters of a list from its beginning, each above a line that it opens.

    One letter alone may be anything: two of them at least follow each other, and no number of an item parts them.
    """
    runs: list[list[int]] = []
    run: list[int] = []
    last = ""
    for index, (entry, following) in enumerate(pairwise(entries)):
        text = entry.text.strip()
        if entry.number is not None or text.strip(".)").isdigit():
            runs.append(run)
            run, last = [], ""
        elif not (_is_letter(entry, text) and following.text[:1].isupper() and following.number is None):
            continue
        elif text == (chr(ord(last) + 1) if last else "a" if text.islower() else "A"):
            run.append(index)
            last = text
    return frozenset(index for each in (*runs, run) if len(each) >= _LEAST for index in each)


def _is_letter(entry: Entry, text: str) -> bool:
    return (
        entry.own_line
        and len(text) == 1
        and text.isascii()
        and text.isalpha()
        and not (entry.citation or entry.action)
    )

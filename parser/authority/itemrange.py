"""The members of a range of items: 3 thru 6, 1-4, a to d."""

from schedgraph.parser.authority.levels import Path

MOST_IN_RANGE = 200


def range_members(first: Path, last: Path) -> list[Path] | None:
    """The paths from `first` to `last`; None where they are not ascending items of one level."""
    if not first or len(first) != len(last) or first[:-1] != last[:-1]:
        return None
    low, high = first[-1], last[-1]
    if low.isdigit() and high.isdigit():
        if int(low) >= int(high):
            return None
        # One more than the bound is enough to know that it is too much.
        stop = min(int(high), int(low) + MOST_IN_RANGE + 1)
        return [(*first[:-1], str(number)) for number in range(int(low), stop + 1)]
    if len(low) == len(high) == 1 and low.isalpha() and high.isalpha() and low < high:
        return [(*first[:-1], chr(letter)) for letter in range(ord(low), ord(high) + 1)]
    return None

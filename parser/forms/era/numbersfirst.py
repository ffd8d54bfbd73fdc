"""An outline that prints all of its sequence numbers before the titles, as two columns read one after the other."""

from collections.abc import Sequence
from itertools import takewhile

from schedgraph.parser.forms.era.alignment import is_sequence
from schedgraph.parser.forms.era.field import Field


def numbers_beside_titles(fields: Sequence[Field]) -> list[Field]:
    """Each sequence number put before its title; where the numbers do not fit the titles, they are left out.

    An item whose number is left out here has it in the item list.
    """
    result = list(fields)
    for index, one in enumerate(fields):
        if one.name != "sequence":
            continue
        numbers = tuple(takewhile(lambda line: is_sequence(line.text), one.lines))
        if len(numbers) < 2:
            continue
        behind = list(takewhile(lambda field: field.name == "item-number", fields[index + 1 :]))
        # What stands between two labels of a number is the title of the next item, and a heading's above it.
        titles = [one.lines[len(numbers) :], *(field.lines[1:] for field in behind[:-1])]
        if not behind:
            continue
        waiting = iter(numbers)
        if len(titles) == len(numbers):
            titles = [(next(waiting), *lines) for lines in titles]
        elif sum(map(len, titles)) == len(numbers):
            titles = [tuple(each for line in lines for each in (next(waiting), line)) for lines in titles]
        result[index] = one._replace(lines=titles[0])
        for offset, lines in enumerate(titles[1:], start=1):
            number = behind[offset - 1]
            result[index + offset] = number._replace(lines=(*number.lines[:1], *lines))
    return result

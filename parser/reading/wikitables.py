"""Tables in the marks of a wiki, their cells parted by tabs: `| 1 || Case files. Destroy || NN-165-119 ||`."""

import re
from collections.abc import Iterator

_OPENING = re.compile(r"[ \t:]*\{\|")
_CLOSING = re.compile(r"[ \t]*\|\}")
# "|-" and what a row of the table is to look like; "|---|---|" is a rule of Markdown
_NEXT_ROW = re.compile(r"[ \t]*\|-(?![-|])[^|\n]*")
_CELLS = re.compile(r"[ \t]*[|!]")
_JOINT = re.compile(r"\|\||!!")
# Attributes before the words of a cell: `style="width: 20%" | 7. Item No.`
_ATTRIBUTE = r"[A-Za-z-]{2,20}[ ]?=[ ]?(?:\"[^\"\n]*\"|[^\s|\"]+)"
_ATTRIBUTES = re.compile(rf"(?:^|(?<=\t))[ ]*{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]*\|(?!\|)")
_EMPHASIS = re.compile(r"'{2,3}")


def with_wiki_cells(text: str) -> str:
    """The text with each row of such a table as one line; what is no word of a cell is a blank or a tab, in its place."""
    return "".join(_lines(text)) if "|-" in text or "|}" in text else text


def _lines(text: str) -> Iterator[str]:
    lines = text.split("\n")
    last = max((index for index, line in enumerate(lines) if _CLOSING.match(line)), default=-1)
    rows = max((index for index, line in enumerate(lines) if _NEXT_ROW.fullmatch(line.rstrip())), default=-1)
    inside = in_row = False
    joint = ""
    for index, whole in enumerate(lines):
        line = whole.removesuffix("\r")
        told, within = line, False
        if not inside:
            if (index < max(last, rows) and _OPENING.match(line)) or _NEXT_ROW.fullmatch(line):
                inside, in_row, told = True, False, _blank(line)
        elif _CLOSING.match(line):
            inside, told = False, _blank(line)
        elif index > last and not line.strip():
            # Nothing closes a table that a page cuts off.
            inside = False
        elif (mark := _CELLS.match(line)) is None:
            # What begins without a mark goes on with the cell above.
            told, within = line, in_row
        elif line.startswith(("-", "+"), mark.end()):
            in_row, told = False, _blank(line) if line[mark.end()] == "-" else _cells(line, mark.end() + 1)
        else:
            told, within, in_row = _cells(line, mark.end()), in_row, True
            joint = "\t".ljust(len(joint)) if within else joint
        yield (joint.replace("\r", " ").replace("\n", " ") if within else joint) + told
        joint = whole[len(line) :] + "\n"


def _cells(line: str, begin: int) -> str:
    cells = _JOINT.sub("\t ", line[begin:])
    told = _ATTRIBUTES.sub(lambda found: _blank(found[0]), cells)
    return _blank(line[:begin]) + _EMPHASIS.sub(lambda found: _blank(found[0]), told)


def _blank(text: str) -> str:
    return " " * len(text)

"""Signatures below the last item, where lists of the 1950s have them: "Approved: Wayne C. Grover, Archivist …"."""

import re
from collections.abc import Sequence

from schedgraph.parser.blocks import Block
from schedgraph.parser.dates import find_dates
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.archivist import ARCHIVIST_OF
from schedgraph.parser.forms.sf115.head.beside import names_pattern
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.passage import Passage

_MOST_LINES = 8
_LONGEST = 120
_MOST_BESIDE_DATE = 4
_TITLE = re.compile(rf"\b(?:acting )?{ARCHIVIST_OF}", re.IGNORECASE)
# Lines like "Date of approval by Congress: July 16, 1951"    "APPROVED"    "Certified: June 2, 1951"    "/s/"
_LABEL = re.compile(
    r"\W{0,4}(?:date\b|approv(?:ed|al)\b|certif(?:ied|ication)\b|reported to congress\b|signed\b|signature\b|/s/)"
    r"(?P<rest>[^\n]{0,80})",
    re.IGNORECASE,
)
_WORDS_BESIDE = re.compile(
    r"\b(?:date|of|by|the|congress|joint|committee|archivist|united|states|approval|approved|agency|certification|on"
    r"|signature|signed|national|archives|s(?=/))\b|\W",
    re.IGNORECASE,
)


def begin_of_signature(blocks: Sequence[Block]) -> int:
    """The index at which the signature begins that ends `blocks`; past the last of them where none does.

    Lines without the Archivist's name or office, or without a date, are no signature.
    """
    start = len(blocks)
    while start and len(blocks) - start < _MOST_LINES and _may_sign(blocks[start - 1]):
        start -= 1
    whole = " ".join(block.text for block in blocks[start:])
    return start if _names_archivist(whole) and find_dates(whole) else len(blocks)


def signature_lines(blocks: Sequence[Block]) -> list[Passage]:
    """The lines of such a signature, and all of it as one: name, office and date may take a line each."""
    lines = [block.passage for block in blocks]
    return [*lines, Passage.join(lines, " ")] if lines else []


def _may_sign(block: Block) -> bool:
    """Whether a line can be of a signature and of nothing else."""
    if block.kind in ("furniture", "rule"):
        return True
    text = block.text
    if len(text) > _LONGEST or block.kind == "row" or read_designator(text):
        return False
    if find_instruction(block.passage) is not None:
        return False
    if _names_archivist(text):
        return _without_dates(_without_names(text)) <= _MOST_BESIDE_DATE
    label = _LABEL.match(text)
    return _without_dates(label["rest"] if label else text) == 0


def _names_archivist(text: str) -> bool:
    return bool(_TITLE.search(text) or re.search(names_pattern(), text, re.IGNORECASE))


def _without_names(text: str) -> str:
    return re.sub(names_pattern(), " ", _TITLE.sub(" ", text), flags=re.IGNORECASE)


def _without_dates(text: str) -> int:
    """How many letters and figures are left of a text without its dates and the words of a label."""
    for found in reversed(find_dates(text)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return len(_WORDS_BESIDE.sub("", text))

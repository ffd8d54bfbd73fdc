"""Lines that say that an item was replaced and leave it to the next line to say by what: "Replaced by job / item no."."""

import re

from schedgraph.parser.look_alikes import as_words

_VERB = r"(?:super[sc]eded|replaced|s\s?/\s?s|sup(?:er)?(?:sd|d)?[.]|(?:now\s)?(?:covered|authorized|scheduled|controlled))"
LABEL_WORDS = re.compile(
    r"(?:[\W_]|\b(?:new|newer|now|nara|the|this|following|job|schedule|authority|number|numbers|no|nos|items?|and|or|citation"
    r"|disposition|see|below)\b){0,24}",
    re.IGNORECASE,
)
"""What may follow "superseded by" in a label that names no number: " job / item number.", " the following:"."""
_AWAITS = re.compile(
    r"[^\w\n]{0,4}(?=[A-Z])(?i:(?:(?:this|the|these)\s)?(?:(?:items?|authority|series)\s)?"
    r"(?:(?:was|is|are|were|has\sbeen|have\sbeen)\s)?(?:(?:now|since|later|partially|partly)\s){0,2}"
    rf"{_VERB}(?:\sin\s(?:part|full))?\s{{1,3}}(?:by|in|under|with)\b{LABEL_WORDS.pattern})"
)


def awaits_successor(text: str) -> bool:
    """Whether a whole line is such words, which begin as a line of their own does and go on with no sentence."""
    return _AWAITS.fullmatch(as_words(" ".join(text.split()))) is not None

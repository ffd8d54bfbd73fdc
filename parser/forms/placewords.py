"""Words by which a transcript says how and where a note stands: "[margin] Obsolete", "Stamped on copy, ink: WITHDRAWN"."""

import re

from schedgraph.parser.remembered import remembered

# All of the line may stand in brackets: "[stamp: ITEM WITHDRAWN]"    "(margin note: obsolete 3/98)"
_ENCLOSED = re.compile(
    r"\s*[\[(<{]\s*(?:rubber[ -]?)?"
    r"(?:stamp(?:ed)?|margin(?:al)?(?:[ ]note)?|hand-?written|penned|annot(?:at\w{2,4}|d)?|note)"
    r"(?:[ ](?:in|on|across)[ ](?:red|ink|pencil|margin|the[ ]margin|item|page))?\s*[:\-–—]\s*"
    r"(?P<words>[^\[\](){}<>\n]{3,120})[\])>}]\s*",
    re.IGNORECASE,
)
# How words came upon the page
_HAND = (
    r"hand-?writ(?:ten|ing)|hand|margin(?:al|alia)?|pen|pencil|penned|pencill?ed|ink(?:ed)?|stamp(?:ed|s)?|annot(?:at\w{2,4}|d)?"
    r"|note[ds]?|notations?|stickers?|slip|post-?it|typed|typewritten|comments?|remarks?|inscriptions?|endorse[dm]\w{0,4}|overprint(?:ed)?"
)
# Where, and with what: nothing that a record could be called by
_WHERE = (
    r"attached|routing|clipped|stapled|taped|rubber|red|blue|black|green|faint|undated|dated|unsigned|later|lower|upper|left|right|top|bottom|head|foot|edge|corner|side"
    r"|page|pages|p|sheet|form|copy|original|file|nara|nara's|nars|agency|agency's|archives|cover|face|back|reverse|first"
    r"|second|last|next|column|col|box|table|entry|item|this|an?|another|the|of|on|in|at|by|to|with|and|or|added|written|across"
    r"|beside|besides|opposite|near|over|above|below|under|behind|after|between|from|for|it|[0-9]{1,3}"
)
_PLACE = re.compile(
    r"\s*(?:[\[(<{][^\[\](){}<>\n]{1,40}[\])>}]\s*[:.]?\s*"
    rf"|(?=[^:\n]{{0,80}}?\b(?:{_HAND})\b)\b(?:(?:{_HAND}|{_WHERE})(?![\w'])[\s,;./]{{0,3}}){{1,14}}[:\-–—]+\s*)+",
    re.IGNORECASE,
)


_OF_HAND = re.compile(_HAND, re.IGNORECASE)
# What names a note by itself stands above it and never in front of its words: "PDF annotation 3 of 4 against item 2"
_OF_HEAD = re.compile(
    rf"{_HAND}|{_WHERE}|pdf|adobe|sticky|pop-?up|against|alongside|next|re|text|ink|mark(?:ed)?|no|number",
    re.IGNORECASE,
)


def is_of_hand(word: str) -> bool:
    """Whether a word tells how words came upon the page: "annotation", "stamped"."""
    return _OF_HAND.fullmatch(word) is not None


def is_of_place(word: str) -> bool:
    """Whether a word of a note's heading tells how or where the note stands."""
    return _OF_HEAD.fullmatch(word) is not None


@remembered(most=4096)
def place_end(text: str) -> int:
    """Where the words end with which a transcript says where a line stands: "Stamped: WITHDRAWN"."""
    enclosed = _ENCLOSED.fullmatch(text)
    if enclosed:
        return enclosed.start("words")
    place = _PLACE.match(text)
    if place and place.end() >= len(text.rstrip()) and text.lstrip()[:1] in "[({<":
        # All of it stands in brackets, so the words are no place: "[Lined off 10/1/96]".
        return len(text) - len(text.lstrip()) + 1
    return place.end() if place else 0

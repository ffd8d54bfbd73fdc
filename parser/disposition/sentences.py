"""Where the sentences of a schedule begin and end, in spite of list markers and abbreviations."""

import re
from collections.abc import Iterable, Iterator, Sequence

from schedgraph.parser.remembered import remembered

# Ends "Retain 2 yrs." before "Destroy", but not "St. Louis, Mo.", "U.S. Government", "a. Official copy.",
# "test ...... 10 years"
_STOP = re.compile(
    r"[.!?](?!(?<=[.]{3})\s{1,4}[0-9a-z])[\"”’')\]]?(?=\s)|\n[ \t]*(?=\n)|\t"
    r"|\n(?=[ \t]*(?:[-•*·][ \t]|\(?[A-Za-z0-9]{1,2}[.)][ \t]))"
)

# What begins an instruction begins a sentence, too, where a new line begins with it.
_HEAD = re.compile(
    r"""\n(?=[ \t]*(?:
      T(?:emporary|EMPORARY|ransfer|RANSFER) | P(?:ermanent|ERMANENT)
    | D(?:estroy|ESTROY|elete|ELETE|ispos|ISPOS)
    | C(?:ut[ ]?-?[Oo]ff|UT[ ]?-?OFF) | R(?:etain|ETAIN) | O(?:ffer|FFER)
    | S(?:uperseded|UPERSEDED) | D(?:ate|ATE)\b ))""",
    re.VERBOSE,
)

_LAST_BEFORE_CAPITAL = frozenset(
    {"yr", "yrs", "mo", "mos", "wk", "wks", "etc", "approx", "vol", "pt", "sec", "inc", "co"}
    | {"supsd", "sups", "sup", "repl", "eff", "resc", "obs", "appvd"}
)
_BEFORE_DIGIT = frozenset({"supsd", "sups", "sup", "eff", "resc", "obs", "appvd"})
_NEVER_LAST = frozenset(
    {"no", "nos", "st", "mr", "mrs", "ms", "dr", "disp", "e.g", "i.e", "vs", "u.s", "dept", "cf"}
)
# "Supersedes NN-166-45, item" and "items 2a, 2b and" at the end of a line
_AWAITS_NUMBER = re.compile(
    r"\b(?:items?|jobs?|numbers?|nos?[.]?|supersedes)[ ]?$"
    r"|\bitems?[ ][0-9a-z(), ]{1,24}(?:,|\band|\bor|\bthrough|\bthru|&)[ ]?$",
    re.IGNORECASE,
)
# "Item 1.b. - superseded by N1-431-10-2", "Item 4. was rescinded": the full stop belongs to the number
_AFTER_ITEM = re.compile(r"\bitems?[ ](?:no[.]?[ ])?[(]?[0-9]{1,4}[0-9A-Za-z().]{0,8}[.]$", re.IGNORECASE)
_GOES_ON = re.compile(r"[ \t]{1,4}(?:[-–—=:][->]{0,2}[ \t]|(?:is|are|was|were|has|have|superseded|see)\b)")
_CITES = re.compile(r"supersed|replac|rescind|cancel|\b(?:N1|NC|NN|II|DAA|GRS)[- ]", re.IGNORECASE)
_NEAR = 40

_LAST_WORD = re.compile(r"[\w.]{1,6}$")


def split_sentences(text: str, whole: Iterable[tuple[int, int]] = ()) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as offsets, without white space around them; no stretch of `whole` is cut."""
    spans = sorted(whole)
    return tuple(_split(text, spans)) if spans else _sentences_of(text)


@remembered(most=4096, longest=1000)
def _sentences_of(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_split(text, ()))


def _split(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    stops = sorted(
        {match.end() for match in _STOP.finditer(text)} | {match.end() for match in _HEAD.finditer(text)}
    )
    start = position = 0
    for stop in (*stops, len(text)):
        while position < len(spans) and spans[position][1] <= stop - 1:
            position += 1
        inside = position < len(spans) and spans[position][0] < stop < spans[position][1]
        if inside or (stop < len(text) and not _ends(text, start, stop)):
            continue
        first = start + len(text[start:stop]) - len(text[start:stop].lstrip())
        last = first + len(text[first:stop].rstrip())
        if first < last:
            yield first, last
        start = stop


def _ends(text: str, start: int, stop: int) -> bool:
    """Whether the stop at `stop` ends the sentence that began at `start`."""
    if text[stop - 1] in "\n\t":
        if text[stop - 1] == "\n" and text[stop : stop + 1].strip() and awaits_number(text[start : stop - 1]):
            return False
        # A label's value may stand below an empty line.
        return not text[max(start, stop - 80) : stop].rstrip().endswith(":")
    if _GOES_ON.match(text, stop) and _AFTER_ITEM.search(text[max(start, stop - 30) : stop]):
        return False
    before = text[max(start, stop - 8) : stop].rstrip(".!?\"”’')]")
    word = _LAST_WORD.search(before)
    if not word:
        return True
    last = word[0].lower()
    following = text[stop : stop + 2].strip()
    if last in _BEFORE_DIGIT and following.isdigit():
        return False
    if last in _NEVER_LAST or (last in _LAST_BEFORE_CAPITAL and following.islower()):
        return False
    if stop - start > 12:
        return True
    marker = text[start:stop].strip(" \t\n()-•*·.")
    return not (marker == word[0] and len(marker) <= 2)


def awaits_number(line: str) -> bool:
    """Whether a line breaks off before a number: what the next line begins with is no list's marker."""
    # "7. ITEM NO." heads a column, and below "a list of the items" stands a list.
    return _CITES.search(line) is not None and _AWAITS_NUMBER.search(line[-_NEAR:]) is not None

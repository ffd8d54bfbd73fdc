"""One member of a list of items, as written and as it is meant beside the member before it."""

import re
from dataclasses import dataclass, replace

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.itemrange import range_members
from schedgraph.parser.authority.levels import Path, PathReading
from schedgraph.parser.authority.suffix import Designator, read_designator

# the " a" of item 1 a and b, when no word follows it
_LETTER_APART = re.compile(
    r"[ ](?P<letter>[A-Za-z])(?=[,;:.)]|\Z|\n"
    r"|[ ](?:and|or|&|thru|through|-)[ ](?:[0-9]{1,3}[ ]?)?[A-Za-z](?![A-Za-z]))",
    re.ASCII,
)
# the " b (2) c" of item 1 b (2) c, the " c" of item 1b(2) c
_LEVELS_APART = re.compile(
    r"(?:[ ](?P<letter>[A-Za-z])(?=[ ]?\())?(?P<brackets>(?:[ ]?\([0-9]{1,2}\)|[ ]?\([a-z]\)){0,4})"
    r"(?:[ ](?P<last>[a-z])(?=[,;:.)]|\Z|\n|[ ](?:of|in|from|under)[ ]"
    r"|[ ](?:and|or|&)[ ](?:[0-9]{1,3}[ ]?)?[A-Za-z](?![A-Za-z])))?",
    re.ASCII,
)
_BRACKETED = re.compile(r"\(([0-9a-z]{1,2})\)", re.ASCII)
# the subitem a of item 1, subitem a
_SUB_ITEM = re.compile(r"[ ]{0,2},?[ ]{0,2}sub-?items?[ ]{1,2}", re.ASCII | re.IGNORECASE)
_WORD = re.compile(r"[ \n-]{0,2}(?P<word>[A-Za-z.]{2,12})", re.ASCII)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9A-Za-z(/-])", re.ASCII)
# the 3/16/99 of item 1, 3/16/99; but not that of items 1/10/98 and 3/16/99
_DATE = re.compile(
    r"(?:0?[1-9]|1[0-2])(?P<joint>[/.])(?:0?[1-9]|[12][0-9]|3[01])(?P=joint)(?:19|20)?[0-9]{2}(?![0-9A-Za-z(/.-]*[0-9A-Za-z(])",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A designator of a list, `readings` as the member before it completes them, best first."""

    designator: Designator
    readings: tuple[PathReading, ...]
    sure: bool

    @property
    def path(self) -> Path:
        return self.readings[0].path


def read_token(plain: str, start: int, before: Token | None) -> Token | None:
    """The member that begins at `start`, after `before`; None where there is none."""
    designator = read_designator(plain, start, hyphen=False)
    code = read_designator(plain, start)
    if code is not None and (
        designator is None or (code.end > designator.end and not _is_range(plain, designator))
    ):
        designator = code
    if designator is None or _YEAR.match(plain, start) or counts_something(plain, designator):
        return None
    if before is not None and _is_date(plain, start, before):
        return None
    readings, sure = designator.readings, designator.sure
    if before is None and designator.begins == "letter" and _is_article(plain, designator):
        return None
    if before is not None and _is_alike(before.designator, designator):
        return Token(designator, readings, sure)
    if before is not None and designator.begins in {"letter", "bracket"}:
        inherited = _inherit(before.path, designator, bracketed=before.designator.begins == "bracket")
        if inherited is None:
            return None
        readings = inherited
    elif designator.begins == "number" and (apart := levels_apart(plain, designator)):
        designator, readings = apart
    elif designator.begins == "number" and designator.written.isdigit():
        designator, readings = _with_letter(plain, designator)
    designator, readings = _with_sub_item(plain, designator, readings)
    return Token(designator, readings, sure)


def _is_alike(before: Designator, designator: Designator) -> bool:
    """Whether both begin with a bracket and have as many levels: the (5)(a) behind (1)(a) is no part of item 1."""
    levels = len(designator.readings[0].path)
    return before.begins == designator.begins == "bracket" and levels == len(before.readings[0].path) > 1


def is_date(plain: str, start: int) -> bool:
    """Whether a day stands at a place: the 3/16/99 of N1-64-91-1, 3/16/99."""
    return _DATE.match(plain, start) is not None


def _is_date(plain: str, start: int, before: Token) -> bool:
    """Whether a day stands behind an item, and no further item numbered as `before` is."""
    date = _DATE.match(plain, start)
    return date is not None and before.designator.written.count(date["joint"]) < 2


def _is_article(plain: str, designator: Designator) -> bool:
    """Whether a lone small letter is the article of a sentence (`item a schedule`)."""
    if designator.written not in {"a", "i", "A", "I"}:
        return False
    following = _WORD.match(plain, designator.end)
    return (
        following is not None
        and plain[designator.end] != "\n"
        and following["word"].lower() not in {"and", "or", "of", "in", "on", "thru", "through", "to"}
    )


def _is_range(plain: str, first: Designator) -> bool:
    """Whether a hyphen after `first` leads to a later item (1-4), not on in a code (1501-16a)."""
    if plain[first.end : first.end + 1] != "-":
        return False
    second = read_designator(plain, first.end + 1, hyphen=False)
    if second is None or plain[second.end : second.end + 1] == "-":
        return False
    if second.begins == "letter" and first.written.isdigit():
        return False
    last = _inherit(first.readings[0].path, second) if second.begins != "number" else second.readings
    return last is not None and range_members(first.readings[0].path, last[0].path) is not None


def counts_something(plain: str, designator: Designator) -> bool:
    """Whether a figure is a number of pages, years or cubic feet."""
    if not designator.written.isdigit():
        return False
    following = _WORD.match(plain, designator.end)
    return following is not None and following["word"].lower().rstrip(".") in confusions().units


def _inherit(
    path: Path, designator: Designator, *, bracketed: bool = False
) -> tuple[PathReading, ...] | None:
    """`b` after 1a is 1b, `(3)` after 1b(2) is 1b(3), `c(1)` after 1b(2) is 1c(1); `A1b` after A1a is itself."""
    own = designator.readings[0].path
    if path[0].isalpha() and designator.begins == "letter" and len(own) > 1:
        return designator.readings
    for depth in range(len(path) - 1, -1, -1):
        if path[depth].isdigit() == own[0].isdigit() and (
            depth or bracketed or designator.begins != "bracket"
        ):
            if (
                len(own) == 1
                and own[0].isalpha()
                and (len(own[0]), own[0]) <= (len(path[depth]), path[depth])
            ):
                return None
            return tuple(
                replace(reading, path=path[:depth] + reading.path) for reading in designator.readings
            )
    return None


def _with_letter(plain: str, designator: Designator) -> tuple[Designator, tuple[PathReading, ...]]:
    apart = _LETTER_APART.match(plain, designator.end)
    if apart is None:
        return designator, designator.readings
    path = (*designator.readings[0].path, apart["letter"].lower())
    extended = replace(designator, end=apart.end(), written=plain[designator.start : apart.end()])
    return extended, (PathReading(path=path),)


def levels_apart(plain: str, designator: Designator) -> tuple[Designator, tuple[PathReading, ...]] | None:
    """The designator with the levels that blanks part from it: `1 b (2) c`; None where there are none."""
    if not (designator.written.isdigit() or designator.written.endswith(")")):
        return None
    apart = _LEVELS_APART.match(plain, designator.end)
    if apart is None or not (apart["letter"] or (apart["last"] and designator.written.endswith(")"))):
        return None
    levels = [apart["letter"], *_BRACKETED.findall(apart["brackets"]), apart["last"]]
    more = tuple(level.lower() for level in levels if level)
    extended = replace(designator, end=apart.end(), written=plain[designator.start : apart.end()])
    readings = tuple(replace(reading, path=reading.path + more) for reading in designator.readings)
    return extended, readings


def _with_sub_item(
    plain: str, designator: Designator, readings: tuple[PathReading, ...]
) -> tuple[Designator, tuple[PathReading, ...]]:
    sub = _SUB_ITEM.match(plain, designator.end)
    below = read_designator(plain, sub.end()) if sub is not None else None
    if below is None:
        return designator, readings
    extended = replace(designator, end=below.end, written=plain[designator.start : below.end])
    return extended, tuple(
        replace(
            reading,
            path=reading.path + below.readings[0].path,
            weight=reading.weight * below.readings[0].weight,
        )
        for reading in readings
    )

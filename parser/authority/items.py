"""Lists and ranges of items: `items 2, 4, 5 and 33`, `Items 1b(2), 1c(2), and 1e(2)`, `1 a and b`, `1-4`."""

import re
from dataclasses import dataclass, replace

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.levels import Path, PathReading
from schedgraph.parser.authority.suffix import Designator, read_designator

MOST_IN_RANGE = 200
_MOST_IN_LIST = 400

# item 54, items 54 and 55, Item No. 3, item #5, subitem 1a, ltem 5, itern 7, itcm 3
ITEM_WORD = r"(?:sub-?)?(?P<initial>[iIl1|])t(?P<middle>[ec])(?P<last>m|rn)(?P<plural>s?)(?:[ ]?\(s\))?(?![A-Za-z])"
_AFTER_WORD = re.compile(
    r"[ ]{0,3}(?:(?:numbers?|nos?\b\.?|#)[ ]{0,2})?[:.]?[ \n]{0,3}", re.ASCII | re.IGNORECASE
)
# the ", " of 2, 4; the ", and " of 1d(2), and 1e(2); the " & " of 2 & 3
_AND = re.compile(
    r"\.?[ \n]{0,3}(?:(?P<comma>,)[ \n]{0,3})?"
    r"(?:(?P<word>and/or|and|or|plus)(?:[ \n]{1,3}|(?=[0-9]))|(?P<sign>[&+])[ \n]{0,3})",
    re.ASCII | re.IGNORECASE,
)
_COMMA = re.compile(r"\.?[ ]{0,2}[,;][ \n]{0,3}", re.ASCII)
# the " thru " of 3 thru 6, the "-" of 1-4
_THROUGH = re.compile(r"[ \n]{0,3}(?:through|thru|to|until|-)[ \n]{0,3}", re.ASCII | re.IGNORECASE)
_ITEM_AGAIN = re.compile(r"(?:items?[ ]{1,2}|/[ ]?)#?|#", re.ASCII | re.IGNORECASE)
# the " a" of item 1 a and b, when no word follows it
_LETTER_APART = re.compile(
    r"[ ](?P<letter>[A-Za-z])(?=[,;:.)]|\Z|\n"
    r"|[ ](?:and|or|&|thru|through|-)[ ](?:[0-9]{1,3}[ ]?)?[A-Za-z](?![A-Za-z]))",
    re.ASCII,
)
# the subitem a of item 1, subitem a
_SUB_ITEM = re.compile(r"[ ]{0,2},?[ ]{0,2}sub-?item[ ]{1,2}", re.ASCII | re.IGNORECASE)
# the In of item In, which may be item 1n
_LIKE_A_NUMBER = re.compile(r"[0-9|!(]|[lIO][A-Za-z]?(?![A-Za-z])", re.ASCII)
_WORD = re.compile(r"[ \n-]{0,2}(?P<word>[A-Za-z.]{2,12})", re.ASCII)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9A-Za-z(/-])", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPart:
    """One item of a list. Members of a range share the place of the range; `between`: not named itself."""

    start: int
    end: int
    readings: tuple[PathReading, ...]
    sure: bool
    between: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """The items after an item word, and where they end. `unread`: what follows could not be read."""

    parts: tuple[ItemPart, ...]
    end: int
    unread: bool = False
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    designator: Designator
    readings: tuple[PathReading, ...]
    sure: bool

    @property
    def path(self) -> Path:
        return self.readings[0].path


def read_items(plain: str, word: re.Match[str], *, expand: bool = True) -> ItemList:
    """The items after the item word `word` (a match of ITEM_WORD); ranges as their ends unless `expand`."""
    after = _AFTER_WORD.match(plain, word.end())
    start = after.end() if after is not None else word.end()
    plural = bool(word["plural"]) or word[0].endswith(")")
    repairs = tuple(
        f"{read}→{meant}"
        for read, meant, sound in (
            (word["initial"], "I", "iI"),
            (word["middle"], "e", "eE"),
            (word["last"], "m", "mM"),
        )
        if read not in sound
    )
    if _NUMBER.match(plain, start):
        return ItemList(parts=(), end=word.end())
    parts, end = read_list(plain, start, plural=plural, expand=expand)
    if repairs:
        parts = [replace(part, sure=False) for part in parts]
    unread = not parts and start < len(plain) and _LIKE_A_NUMBER.match(plain, start) is not None
    return ItemList(parts=tuple(parts), end=end if parts else word.end(), unread=unread, repairs=repairs)


# the N1- of "item N1-567-09-6"
_NUMBER = re.compile(r"(?:N[12Il|]|NC[1Il|]?|NN|II|DAA|GRS)[ 0-9-]{1,2}", re.ASCII | re.IGNORECASE)


def read_list(plain: str, start: int, *, plural: bool, expand: bool = True) -> tuple[list[ItemPart], int]:
    """The list of designators that begins at `start`, and where it ends."""
    parts: list[ItemPart] = []
    token = _token(plain, start, None)
    end = start
    certain = True
    while token is not None and len(parts) < _MOST_IN_LIST:
        members, end, last = _with_range(plain, token, plural=plural, certain=certain, expand=expand)
        parts.extend(members)
        following = _next(plain, end, last, plural=plural)
        if following is None:
            break
        token, certain = following
    return parts, end


def read_further(plain: str, first: Designator, part: ItemPart) -> tuple[list[ItemPart], int]:
    """The list that goes on from `first` without an item word: `/4 and /5`, `/4, 5 and 6`."""
    token = _Token(first, part.readings, part.sure)
    parts, end = [part], first.end
    while len(parts) < _MOST_IN_LIST:
        following = _next(plain, end, token, plural=False)
        if following is None:
            break
        token, certain = following
        members, end, token = _with_range(plain, token, plural=False, certain=certain, expand=True)
        parts.extend(members)
    return parts, end


def _token(plain: str, start: int, before: _Token | None) -> _Token | None:
    designator = read_designator(plain, start, hyphen=False)
    code = read_designator(plain, start)
    if code is not None and (
        designator is None or (code.end > designator.end and not _is_range(plain, designator))
    ):
        designator = code
    if designator is None or _YEAR.match(plain, start) or _counts_something(plain, designator):
        return None
    readings, sure = designator.readings, designator.sure
    if before is None and designator.begins == "letter" and _is_article(plain, designator):
        return None
    if before is not None and designator.begins in {"letter", "bracket"}:
        inherited = _inherit(before.path, designator)
        if inherited is None:
            return None
        readings = inherited
    elif designator.begins == "number" and designator.written.isdigit():
        designator, readings = _with_letter(plain, designator)
    designator, readings = _with_sub_item(plain, designator, readings)
    return _Token(designator, readings, sure)


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
    return last is not None and _members(first.readings[0].path, last[0].path) is not None


def _counts_something(plain: str, designator: Designator) -> bool:
    if not designator.written.isdigit():
        return False
    following = _WORD.match(plain, designator.end)
    return following is not None and following["word"].lower().rstrip(".") in confusions().units


def _inherit(path: Path, designator: Designator) -> tuple[PathReading, ...] | None:
    """`b` after 1a is 1b, `(3)` after 1b(2) is 1b(3), `c(1)` after 1b(2) is 1c(1)."""
    own = designator.readings[0].path
    for depth in range(len(path) - 1, -1, -1):
        if path[depth].isdigit() == own[0].isdigit() and (depth or designator.begins != "bracket"):
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


def _next(plain: str, end: int, last: _Token, *, plural: bool) -> tuple[_Token, bool] | None:
    """The next token of the list, and whether the list certainly goes on to it."""
    both, comma = _AND.match(plain, end), _COMMA.match(plain, end)
    separator = both or comma
    if separator is None:
        return None
    start = separator.end()
    again = _ITEM_AGAIN.match(plain, start)
    if again is not None:
        start = again.end()
    if _NUMBER.match(plain, start):
        return None
    token = _token(plain, start, last)
    if token is None:
        return None
    inherits = token.designator.begins in {"letter", "bracket"}
    simple = token.designator.written.isdigit()
    if plural or again is not None or (inherits and both is not None) or (not simple and both is not None):
        return token, True
    if simple and both is None and not _closes(plain, token.designator.end):
        return None
    return token, False


def _closes(plain: str, end: int) -> bool:
    rest = plain[end : end + 5].lower()
    return not rest.strip() or rest[0] in ",;.)\n" or rest.startswith((" and ", " & "))


def _with_range(
    plain: str, token: _Token, *, plural: bool, certain: bool, expand: bool
) -> tuple[list[ItemPart], int, _Token]:
    """The token, or the members of the range that it opens."""
    start, end = token.designator.start, token.designator.end
    single = [ItemPart(start=start, end=end, readings=token.readings, sure=token.sure and certain)]
    through = _THROUGH.match(plain, end)
    if through is None or token.designator.begins == "code":
        return single, end, token
    again = _ITEM_AGAIN.match(plain, through.end())
    last = _token(plain, again.end() if again else through.end(), token)
    if last is None or last.designator.begins == "code":
        return single, end, token
    hyphen = "-" in through[0]
    members = _members(token.path, last.path)
    end = last.designator.end
    if members is None:
        if hyphen:
            return single, token.designator.end, token
        # Both ends are named, what lies between them is not known.
        return (
            [
                replace(single[0], sure=False),
                ItemPart(start=last.designator.start, end=end, readings=last.readings, sure=False),
            ],
            end,
            last,
        )
    if len(members) > MOST_IN_RANGE:
        both = (token, last)
        return (
            [ItemPart(start=start, end=end, readings=each.readings, sure=False) for each in both],
            end,
            last,
        )
    if not expand:
        members = [members[0], members[-1]]
    sure = token.sure and last.sure and certain and (plural or not hyphen)
    weight = 1.0 if plural or not hyphen else confusions().item["range_member"]
    return (
        [
            ItemPart(start=start, end=end, readings=(PathReading(path=path, weight=weight),), sure=sure)
            for path in members
        ],
        end,
        last,
    )


def _members(first: Path, last: Path) -> list[Path] | None:
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

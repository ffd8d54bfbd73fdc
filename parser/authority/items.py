"""Lists and ranges of items: `items 2, 4, 5 and 33`, `Items 1b(2), 1c(2), and 1e(2)`, `1 a and b`, `1-4`."""

import re
from dataclasses import dataclass, replace

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.itemrange import MOST_IN_RANGE, range_members
from schedgraph.parser.authority.itemtoken import Token, read_token
from schedgraph.parser.authority.levels import PathReading
from schedgraph.parser.authority.suffix import Designator

_MOST_IN_LIST = 400
# item 54, items 54 and 55, Item No. 3, item #5, subitem 1a, ltem 5, itern 7, itcm 3, iter 7, iten 7
ITEM_WORD = (
    r"(?:sub-?)?(?P<initial>[iIl1|])t(?P<middle>[eco])(?P<last>m|rn|nn|in|ni|n|r)(?P<plural>s?)"
    r"(?:[ ]?\(s\))?(?![A-Za-z])"
)
_AFTER_WORD = re.compile(
    r"[ ]{0,3}(?:(?:numbers?|nos?\b\.?|#)[ ]{0,2})?[:.]?[ \n]{0,3}", re.ASCII | re.IGNORECASE
)
# the ", " of 2, 4; the ", and " of 1d(2), and 1e(2); the " & " of 2 & 3
_AND = re.compile(
    r"\.?[ \n]{0,3}(?:(?P<comma>,)[ \n]{0,3})?"
    r"(?:(?P<word>and/or|and|or|plus)(?:[ \n]{1,3}|(?=[0-9]))|(?P<sign>[&+])[ \n]{0,3})",
    re.ASCII | re.IGNORECASE,
)
# the " (part)" of items 2a (part) and 2b
_IN_PART = re.compile(
    r"[ \n]{0,2}\((?:in[ ])?(?:part(?:ial(?:ly)?)?|portions?|pt\.?)\)", re.ASCII | re.IGNORECASE
)
_COMMA = re.compile(r"\.?[ ]{0,2}[,;][ \n]{0,3}", re.ASCII)
# the " thru " of 3 thru 6, the "-" of 1-4
_THROUGH = re.compile(r"[ \n]{0,3}(?:through|thru|to|until|-)[ \n]{0,3}", re.ASCII | re.IGNORECASE)
_ITEM_AGAIN = re.compile(r"(?:items?[ ]{1,2}|/[ ]?)#?|#", re.ASCII | re.IGNORECASE)
# the 1-3 of N1-85-96-1/1-3; 1501-16 and 101-1 are designators
_HYPHENED = re.compile(r"(?P<low>[1-9][0-9]?)-(?P<high>[1-9][0-9]?)", re.ASCII)
# the In of item In, which may be item 1n
_LIKE_A_NUMBER = re.compile(r"[0-9|!(]|[lIO][A-Za-z]?(?![A-Za-z])", re.ASCII)

# the E of "item 1a - E-mail of the Secretary": the title of what is named
_BEGINS_A_TITLE = re.compile(r"[A-Za-z]-[A-Za-z]{2}", re.ASCII)


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
        trust = confusions().item["damaged_word"] ** len(repairs)
        parts = [
            replace(
                part,
                sure=False,
                readings=tuple(replace(each, weight=each.weight * trust) for each in part.readings),
            )
            for part in parts
        ]
    unread = not parts and start < len(plain) and _LIKE_A_NUMBER.match(plain, start) is not None
    return ItemList(parts=tuple(parts), end=end if parts else word.end(), unread=unread, repairs=repairs)


# the N1- of "item N1-567-09-6"
_NUMBER = re.compile(r"(?:N[12Il|]|NC[1Il|]?|NN|II|DAA|GRS)[ 0-9-]{1,2}", re.ASCII | re.IGNORECASE)


def read_list(plain: str, start: int, *, plural: bool, expand: bool = True) -> tuple[list[ItemPart], int]:
    """The list of designators that begins at `start`, and where it ends."""
    parts: list[ItemPart] = []
    token = read_token(plain, start, None)
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
    """The list that goes on from `first` without an item word: `/4 and /5`, `/4, 5 and 6`, `/5 through 7`, `/1-3`."""
    token = Token(first, part.readings, part.sure)
    parts, end, token = _with_range(plain, token, plural=False, certain=part.sure, expand=True)
    if len(parts) == 1:
        parts, end = _as_range(first, part) or ([part], first.end)
    while len(parts) < _MOST_IN_LIST:
        following = _next(plain, end, token, plural=False)
        if following is None:
            break
        token, certain = following
        members, end, token = _with_range(plain, token, plural=False, certain=certain, expand=True)
        parts.extend(members)
    return parts, end


# "N1-434-06-1/5; item 4 supsd by N1-434-06-1/9": another statement about another item
_SPEAKS = re.compile(
    r"[ ,:-]{1,3}(?:(?:is|was|has|have|are|were|now|wholly|also)[ ]|supers|supsd|s/s|replaced|rescinded|obsolete|inactive"
    r"|remains|unchanged|active|no[ ](?:longer|change))",
    re.ASCII | re.IGNORECASE,
)


def _next(plain: str, end: int, last: Token, *, plural: bool) -> tuple[Token, bool] | None:
    """The next token of the list, and whether the list certainly goes on to it."""
    if part := _IN_PART.match(plain, end):
        end = part.end()
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
    token = read_token(plain, start, last)
    if token is None or (again is not None and both is None and _SPEAKS.match(plain, token.designator.end)):
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
    if _NUMBER.match(plain, end + len(rest) - len(rest.lstrip())):
        return True
    return not rest.strip() or rest[0] in ",;.)\n" or rest.startswith((" and ", " & ", " ("))


def _as_range(first: Designator, part: ItemPart) -> tuple[list[ItemPart], int] | None:
    """`1-3` as items 1 to 3, or one item of that name: the first member keeps both readings."""
    hyphened = _HYPHENED.fullmatch(first.written)
    members = range_members((hyphened["low"],), (hyphened["high"],)) if hyphened else None
    if members is None or len(members) > MOST_IN_RANGE:
        return None
    weight = confusions().item["range_member"]
    found = [
        ItemPart(
            start=part.start, end=part.end, readings=(PathReading(path=path, weight=weight),), sure=False
        )
        for path in members
    ]
    whole = tuple(replace(each, weight=confusions().item["range_whole"]) for each in part.readings)
    found[0] = replace(found[0], readings=(*found[0].readings, *whole))
    return found, first.end


def _with_range(
    plain: str, token: Token, *, plural: bool, certain: bool, expand: bool
) -> tuple[list[ItemPart], int, Token]:
    """The token, or the members of the range that it opens."""
    start, end = token.designator.start, token.designator.end
    single = [ItemPart(start=start, end=end, readings=token.readings, sure=token.sure and certain)]
    through = _THROUGH.match(plain, end)
    if through is None or token.designator.begins == "code":
        return single, end, token
    again = _ITEM_AGAIN.match(plain, through.end())
    last = read_token(plain, again.end() if again else through.end(), token)
    if last is None or last.designator.begins == "code":
        return single, end, token
    hyphen = "-" in through[0]
    if hyphen and last.designator.begins == "letter" and _BEGINS_A_TITLE.match(plain, last.designator.start):
        return single, end, token
    members = range_members(token.path, last.path)
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

"""Items behind a schedule without the word "item", in a cell or a list: "N1-266-91-3, A.3(a)", "N1-115-94-6 (LND-7.00)"."""

import re
from dataclasses import dataclass

from schedgraph.parser.authority.items import ItemPart, read_further
from schedgraph.parser.authority.itemtoken import counts_something, is_date
from schedgraph.parser.authority.suffix import Designator, read_designator

NUMBER_AHEAD = re.compile(r"(?:N[12Il|]|NC|NN|II-|DAA|GRS)[ 0-9Il|A-Z-]", re.ASCII | re.IGNORECASE)
YEARS = re.compile(r"(?:1[89]|20)[0-9]{2}-(?:(?:1[89]|20)[0-9]{2}|[0-9]{2})(?![0-9A-Za-z])", re.ASCII)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9A-Za-z(])", re.ASCII)
# the ", A.3(a)" of N1-266-91-3, A.3(a), the ", SSIC 4700.1a" of NC1-NU-80-5, SSIC 4700.1a, the " (LND-7.00)" of
# N1-115-94-6 (LND-7.00); the cell may be too narrow for both
_WITHOUT_WORD = re.compile(
    r"(?:(?P<comma>,)[ ]?(?:(?<=[ ,])\n[ ]{0,80})?|(?P<below>\n[ ]{0,80})|(?P<opened>[ ]\()|[ ])"
    r"(?:(?P<word>SSIC|line|ln\.?|entry|itm\.?|it\.|series|category|[Nn]o\.)[ ])?(?=[0-9A-Z(])",
    re.ASCII,
)
# the A.1, the 1A, the (1)(a) and the 8/101A of such items: no word, no quantity and no day is written so
_LEVELLED = re.compile(
    r"(?:[A-Z]|[IVX]{1,4})(?:\.?[0-9]{1,3}|\.[A-Z0-9](?=[.(0-9]))|[0-9]{1,3}/[0-9A-Za-z]|\([0-9A-Za-z]{1,3}\)\s?\([0-9A-Za-z]{1,3}\)",
    re.ASCII,
)
# the 1.1 of N1-64-91-1, 1.1 and the (4) of N1-129-90-2, (4), where the cell or the list goes no further
_DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}|\([0-9]{1,2}\)", re.ASCII)
_LETTERED = re.compile(r"[1-9][0-9]{0,2}[a-z]", re.ASCII)
_MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12][0-9]|3[01])", re.ASCII)
_ENDS = re.compile(r"[ ]{0,2}(?:[,;\n]|$)")
_CLOSES_OR_GOES_ON = re.compile(r"[ ]{0,2}(?:[,;\n]|\.(?![0-9])|$|(?:and|&|or|thru|through)[ ](?=[0-9A-Z(]))")


@dataclass(frozen=True, slots=True)
class WithoutWord:
    """The items, where they end, and whether nothing else can be meant."""

    end: int
    parts: tuple[ItemPart, ...]
    sure: bool


def without_word(plain: str, end: int) -> WithoutWord | None:
    """Items of several levels, or codes, that a comma or a blank parts from their schedule, without the word "item"."""
    intro = _WITHOUT_WORD.match(plain, end)
    at = intro.end() if intro else end
    if (
        intro is None
        or NUMBER_AHEAD.match(plain, at)
        or is_date(plain, at)
        or _YEAR.match(plain, at)
        or YEARS.match(plain, at)
    ):
        return None
    designator = read_designator(plain, at)
    if designator is None or counts_something(plain, designator):
        return None
    dotted_code = designator.begins == "code" and "." in designator.written
    levelled = len(designator.readings[0].path) > 1 and _LEVELLED.match(plain, at) is not None
    if intro["opened"]:
        lettered = _LETTERED.fullmatch(designator.written)
        if plain[designator.end : designator.end + 1] != ")" or not (dotted_code or levelled or lettered):
            return None
        return WithoutWord(end=designator.end, parts=(_part(designator),), sure=False)
    if intro["below"] and not (levelled and _ENDS.match(plain, designator.end)):
        return None
    closed = _CLOSES_OR_GOES_ON.match(plain, designator.end) is not None
    plainly = designator.begins == "code" or _DECIMAL.fullmatch(designator.written)
    if not (dotted_code or levelled or intro["word"] or (intro["comma"] and plainly and closed)):
        return None
    alone = not (intro["comma"] or intro["below"] or intro["word"] or dotted_code)
    # "4/30a" in a cell; "4/30" may be a day of April.
    if (
        alone
        and designator.begins == "number"
        and not (_ENDS.match(plain, designator.end) and not _MONTH_AND_DAY.fullmatch(designator.written))
    ):
        return None
    parts, last = read_further(plain, designator, _part(designator))
    return WithoutWord(
        end=last, parts=tuple(parts), sure=bool(intro["comma"]) and intro["word"] in (None, "SSIC")
    )


def _part(designator: Designator) -> ItemPart:
    return ItemPart(
        start=designator.start, end=designator.end, readings=designator.readings, sure=designator.sure
    )

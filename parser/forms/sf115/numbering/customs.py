"""Ways to number items that a document must show twice before they count.

`101-1 Road Logs`, `a Fee receipts`: a single line that begins so is prose as often as not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from schedgraph.parser.forms.sf115.numbering.designators import Count, Designator, Token, read_designator
from schedgraph.parser.forms.sf115.table.entries import Entry

# What follows the code of an item; behind "LND-7.00 - INACTIVE. No successor" a slip speaks of the item that has it.
_TITLE = (
    r"(?=[A-Z\"“(])(?!(?i:inactive|active|obsolete|superseded|replaced|rescinded|withdrawn|cancell?ed|no\schange)"
    r"(?:[.,;:)]|\s?[-–—]|\s(?:by|per|since|on|as|in|with|eff|no|[0-9])|\s*$))"
)
# 101-1 Road Logs. Destroy when 5 years old.   4/11. Cadastral Survey Notes
_CODE = re.compile(r"(?P<code>[0-9]{1,5}[-/][0-9]{1,3}[a-z]?)[.)]?\s{1,6}" + _TITLE)
# RAT-2.00  Tariff protest files   LND-7.05a. Plats   PR-14   Payroll ledgers; a GRS item is no code
_LETTERED_CODE = re.compile(
    r"(?P<code>(?!GRS-)[A-Z]{2,5}-[0-9]{1,4}(?P<dotted>\.[0-9]{1,3})?[a-z]?)[.):]?(?:\s[-–—])?"
    r"(?P<gap>\s{1,12})" + _TITLE
)
# 2150-4   Pesticide reports   3410a    Aerial survey maps   3450     Leaflets
_SUBJECT_CODE = re.compile(
    r"(?P<code>(?P<digits>[0-9]{3,5})(?:-(?P<below>[0-9]{1,3}))?(?P<letter>[a-z]?))(?P<stop>[.)]?)\s{2,12}"
    + _TITLE
)
# 1. Case files   2   Ledgers
_COUNTED = re.compile(r"[0-9]{1,3}(?:[.)]\s{1,12}|\s{2,12})(?=[A-Z\"“(])")
# 101. Distilled Spirits Plants.   201  Permits.
_BEGINS = re.compile(r"(?P<number>[0-9]{1,4})(?P<closure>[.)]\s{1,12}|\s{2,12})(?=[A-Z\"“(])")
# the 27-10a and the 70-1 of a cell of column 7, which may be the items 1-3, too
_CELL_CODE = re.compile(r"(?P<low>[0-9]{1,5})(?:-(?P<high>[0-9]{1,3})(?P<letter>[a-z]?))?[.)]?")
# a Reservation data base. Temporary. Delete when 2 years old.
_LETTER = re.compile(r"(?P<letter>[a-h])\s{1,6}(?=[A-Z\"“(])")
# R-12/4   4.A.7   PR4,10
_ANY_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,/-]{1,15}")
# the 4, 12 and a of 4/12a: what a slash parts are levels
_LEVELS = re.compile(r"(?P<above>[0-9]{1,5}(?:/[0-9]{1,3}){1,3})(?P<letter>[a-z]?)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,3}[A-Za-z]?[.)]?")
# (3) Patient funds   b. Follow-up letters   4) Time cards
_LISTED = re.compile(r"(?:[({]\s?[0-9A-Za-z]{1,3}\s?[)}]|[A-Za-z][.)]|[0-9]{1,2}\))\s{0,6}[A-Z\"“]")
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}-")
_LIKE_A_YEAR = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")
_LEAST_CODES = 2
_LEAST_SUBJECTS = 3
_LENGTH_OF_A_COUNT = 3
_GAP_OF_COLUMNS = 2
_FAR = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Custom:
    """What a document customarily does: hyphenated numbers on its lines or in column 7, letters without punctuation.

    `lettered` are the codes such as RAT-2.00 at the beginnings of its lines, `subjects` those of an agency's manual
    such as 2150-4, 3410a and 3450, which all begin at one margin and rise; `late` the indexes of the lines where a
    list begins behind its beginning and goes on: (3), (4) of an excerpt. `begins` is the line with the first of items
    that begin so themselves: 101., 102. or the 4., 5. of a page.
    """

    codes: bool = False
    lettered: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    late: frozenset[int] = frozenset()
    cell_codes: bool = False
    letters: bool = False
    begins: int | None = None


NO_CUSTOM = Custom()


def customs(entries: Sequence[Entry]) -> Custom:
    """The customs of the document that `entries` make up."""
    codes: list[str] = []
    letters: list[str] = []
    lettered: list[str] = []
    dotted = True
    margins: list[int] = []
    counted: list[int] = []
    beside_number = False
    for before, entry in zip((None, *entries), entries, strict=False):
        if entry.number or not _stands_apart(before, entry):
            continue
        if code := _CODE.match(entry.passage.text):
            codes.append(code["code"])
            # The number alone ahead of it counts the item, and the code is that of its files.
            beside_number = beside_number or (before is not None and _is_number_alone(before))
        elif letter := _LETTER.match(entry.passage.text):
            letters.append(letter["letter"])
        elif code := _LETTERED_CODE.match(entry.passage.text):
            if code["dotted"] or len(code["gap"]) >= _GAP_OF_COLUMNS:
                dotted = dotted and bool(code["dotted"])
                lettered.append(code["code"])
                margins.append(entry.indent)
        elif _COUNTED.match(entry.passage.text):
            counted.append(entry.indent)
    plain = [code for code in codes if not _YEAR.match(code)]
    # Below or beside counted items they are the file codes of the agency's manual, or its forms.
    rows = any(entry.number is not None and _NUMBER.fullmatch(entry.number.text.strip()) for entry in entries)
    own = (
        not rows
        and len(set(lettered)) == len(lettered) >= _LEAST_CODES
        and (min(counted, default=_FAR) > max(margins) if dotted else not counted)
    )
    return Custom(
        lettered=frozenset(lettered) if own else frozenset(),
        subjects=_subjects(entries) if not rows and not counted and not beside_number else frozenset(),
        late=_late(entries),
        codes=not beside_number
        and len(plain) >= _LEAST_CODES
        and len(set(plain)) == len(plain) == len(codes),
        cell_codes=_are_codes([entry.number.text.strip() for entry in entries if entry.number]),
        letters="b" in letters and letters[:1] == ["a"],
        begins=_begins_late(entries),
    )


def _subjects(entries: Sequence[Entry]) -> frozenset[str]:
    """The codes of a manual by which a document numbers its items; none where they may be plain numbers or years."""
    found = [
        (code, entry.indent)
        for before, entry in zip((None, *entries), entries, strict=False)
        if _stands_apart(before, entry) and (code := _SUBJECT_CODE.match(entry.passage.text))
    ]
    codes = [code["code"] for code, _ in found]
    places = [(int(code["digits"]), int(code["below"] or 0), code["letter"]) for code, _ in found]
    plain = all(code.isdigit() and len(code) == _LENGTH_OF_A_COUNT for code in codes)
    years = all(_LIKE_A_YEAR.fullmatch(code["digits"]) for code, _ in found)
    if len(codes) < _LEAST_SUBJECTS or plain or years or len({indent for _, indent in found}) > 1:
        return frozenset()
    return frozenset(codes) if places == sorted(set(places)) else frozenset()


def _begins_late(entries: Sequence[Entry]) -> int | None:
    """The line of the first numbered item, where that is no 1 and the next number at its margin follows on from it."""
    if any(entry.number is not None for entry in entries):
        return None
    found = (
        (index, int(number["number"]), number["closure"].strip(), entry.indent)
        for index, entry in enumerate(entries)
        if (number := _BEGINS.match(entry.passage.text))
    )
    first = next(found, None)
    if first is None or first[1] <= 1:
        return None
    second = next((each for each in found if each[3] <= first[3]), None)
    return first[0] if second and second[1:] == (first[1] + 1, *first[2:]) else None


def _late(entries: Sequence[Entry]) -> frozenset[int]:
    """The lines that open a bracketed or lettered list behind its first member, with the next one below at the same margin."""
    found: set[int] = set()
    before: tuple[int, Count, str, int] | None = None
    for index, entry in enumerate(entries):
        if entry.number is not None:
            before = None
        if entry.number is not None or not _LISTED.match(entry.passage.text):
            continue
        designator = read_designator(entry.passage.text)
        if designator is None or designator.composed or designator.strength != "punctuated":
            continue
        token = designator.tokens[0]
        count = token.counts[0]
        follows = before is not None and (before[1].scale, before[1].ordinal + 1, before[2], before[3]) == (
            count.scale,
            count.ordinal,
            token.closure,
            entry.indent,
        )
        if before is not None and follows and before[1].ordinal > 1 and before[0] >= 0:
            found.add(before[0])
        if not follows and before is not None and entry.indent > before[3]:
            # A list within a member of this one.
            continue
        # What goes on with a list opens none.
        before = (-1 if follows else index, count, token.closure, entry.indent)
    return frozenset(found)


def _are_codes(cells: Sequence[str]) -> bool:
    """Whether hyphenated numbers in column 7 are whole numbers of items: 27-10a, 70-1; not the items 1-3, 4-6 and 7."""
    read = [found for cell in cells if (found := _CELL_CODE.fullmatch(cell))]
    hyphened = [found for found in read if found["high"]]
    if any(found["letter"] or int(found["low"]) >= int(found["high"]) for found in hyphened):
        return True
    counted = all(
        int(after["low"]) == int(before["high"] or before["low"]) + 1 for before, after in pairwise(read)
    )
    return len(hyphened) >= _LEAST_CODES and not counted


def code_in_cell(entry: Entry, custom: Custom) -> Designator | None:
    """The hyphenated number in column 7, where the document numbers its items so."""
    found = _CELL_CODE.fullmatch(entry.number.text.strip()) if entry.number and custom.cell_codes else None
    if entry.number is None or found is None or not found["high"]:
        return None
    printed = found[0].rstrip(".)")
    count = Count(scale="code", ordinal=0, segment=printed)
    token = Token(printed=printed, closure="", counts=(count,))
    return Designator(tokens=(token,), start=0, end=len(entry.number.text), strength="cell")


def custom_designator(entry: Entry, custom: Custom) -> Designator | None:
    """The designator at the start of a line by the customs of its document."""
    text = entry.passage.text
    if custom.codes and (code := _CODE.match(text)):
        count = Count(scale="code", ordinal=0, segment=_segment(code["code"]))
        token = Token(printed=code["code"], closure="", counts=(count,))
        return Designator(tokens=(token,), start=0, end=code.end(), strength="punctuated")
    if custom.subjects and (code := _SUBJECT_CODE.match(text)) and code["code"] in custom.subjects:
        printed = code["code"]
        levels = (code["digits"], code["letter"]) if "-" not in printed else (printed, "")
        count = Count(scale="code", ordinal=0, segment="/".join(filter(None, levels)))
        token = Token(printed=printed, closure="", counts=(count,))
        return Designator(tokens=(token,), start=0, end=code.end(), strength="punctuated")
    if (
        custom.lettered
        and (code := _LETTERED_CODE.match(text))
        and code["code"] in custom.lettered
        and (code["dotted"] or len(code["gap"]) >= _GAP_OF_COLUMNS)
    ):
        count = Count(scale="code", ordinal=0, segment=code["code"].casefold())
        token = Token(printed=code["code"], closure="", counts=(count,))
        return Designator(tokens=(token,), start=0, end=code.end(), strength="punctuated")
    if custom.letters and entry.gap and (letter := _LETTER.match(text)):
        printed = letter["letter"]
        lower = Count(scale="lower", ordinal=ord(printed) - 96, segment=printed)
        token = Token(printed=printed, closure="", counts=(lower,))
        return Designator(tokens=(token,), start=0, end=letter.end(), strength="punctuated")
    return None


def cell_designator(entry: Entry) -> Designator | None:
    """The designator that a cell of column 7 must hold, whatever it looks like: its row is an item of its own."""
    cell = entry.number
    if cell is None or entry.own_line or not entry.text[:1].isupper():
        return None
    printed = cell.text.strip(" .")
    if not _ANY_CODE.fullmatch(printed) or not any(character.isdigit() for character in printed):
        return None
    count = Count(scale="code", ordinal=0, segment=_segment(printed))
    token = Token(printed=printed, closure="", counts=(count,))
    return Designator(tokens=(token,), start=0, end=len(cell.text), strength="cell")


def _segment(printed: str) -> str:
    """How an identifier writes a code: with the levels apart where a slash parts some of them."""
    levels = _LEVELS.fullmatch(printed)
    if levels is None:
        return printed.casefold()
    return "/".join(filter(None, (levels["above"], levels["letter"].casefold())))


def _is_number_alone(entry: Entry) -> bool:
    """Whether a line holds the number of an item, and what that is stands on the lines below."""
    if entry.number or not entry.text:
        return entry.number is not None and not entry.text
    number = read_designator(entry.text)
    return (
        number is not None and number.end == len(entry.text) and number.tokens[0].counts[0].scale == "digit"
    )


def _stands_apart(before: Entry | None, entry: Entry) -> bool:
    """Whether a line may open an item: what is above it has come to its end."""
    return entry.gap or entry.row or before is None or before.text[-1:] in (".", ":", ";", "")

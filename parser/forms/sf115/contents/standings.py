"""Words that change an item's standing and name no successor: "Item 3 rescinded by NARA, 03/02/2004"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.caseless import caseless
from schedgraph.parser.damagedwords import repaired_words
from schedgraph.parser.dates import read_date
from schedgraph.parser.disposition import find_instruction
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.look_alikes import as_words
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

# How the name of an item begins: 3, (2), II.A, B
OPENS_NAME = r"(?:[0-9(]|(?-i:[IVX]{1,5}|[A-Z])(?![A-Za-z'’]))"
# What may announce such a line: "NOTE: item 3 …", "Pen and ink note: item 3 …"
_NOTED = r"(?:[a-z ]{0,30}\b(?:note|notation|annotation|remark)s?\W{1,3})?"
# Lines like "Items 2a and 4 were rescinded 3/2/04"    "OBSOLETE - records no longer created"
_STANDING = re.compile(
    r"[\W_]{0,4}" + _NOTED + r"(?:(?:this\s)?item\s(?!\d))?"
    r"(?:items?\s(?P<names>" + OPENS_NAME + r"[0-9A-Za-z().,/&\- ]{0,60}?)[:,]?\s(?:[-–—]\s)?)?"
    r"(?:(?:disposition\s)?authority\s)?"
    r"(?:(?:was|were|is|are|has been|have been)\s)?"
    r"(?P<word>obsolete|rescinded|lined\s(?:off|out)|withdrawn|cancell?ed|inactive|discontinued|superseded|disapproved"
    r"|(?:dispos\w{2,6}\s)?not\sapproved)(?![\w-])(?P<rest>.{0,140})",
    re.IGNORECASE | re.DOTALL,
)
# The "ITEM II.A" of "INACTIVE: ITEM II.A"
_NAMED_BEHIND = re.compile(
    r"[\s:–—(-]{1,4}items?\s(?P<names>"
    + OPENS_NAME
    + r"[0-9A-Za-z().,/&\- ]{0,40}?)[\s.)\]*]{0,4}(?=$|[,;(]\s)",
    re.IGNORECASE,
)
# Words like "superseded", "partially superseded", "superseded in part", "superseded (maps only)"
SUPERSEDED = (
    r"(?:(?:in\spart|partly|partially|wholly|later|since|also|now)\s)?(?:super[cs]eded|replaced)"
    r"(?:,?\s(?:in\s(?:part|full|whole|its\sentirety)|partly|partially|wholly)\b,?|\s\([^()]{2,60}\))?"
)
# The "7/15/2003" of "superseded 7/15/2003 by", "superseded on 7/15/2003 by"
_DAY = r"(?:\s(?:(?:on|effective|eff[.]?|as\sof)\s)?\(?[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}\)?,?)?"
# The "electronic records only" of "Item 2: Electronic records only superseded by"
_SCOPE = r"(?:(?:\(?[a-z][a-z/-]{1,20}\s){1,5}only\)?[,:]?\s(?:(?:was|were|is|are|has\sbeen|have\sbeen)\s)?)?"
# Lines like "Item 3 is superseded by N1-64-91-1, item 2"
_SUCCESSION = re.compile(
    r"\W{0,4}"
    + _NOTED
    + r"items?\s(?P<names>"
    + OPENS_NAME
    + r"[0-9A-Za-z().,/&\- ]{0,60}?)[:,]?\s{1,4}(?:[-–—]\s{1,4})?"
    r"(?:(?:was|were|is|are|has been|have been)\s)?"
    r"(?P<label>" + _SCOPE + SUPERSEDED + _DAY + r"\s(?:by|with)(?:\sjob)?(?:\s?/?\s?item)?(?:\snumber)?:?)",
    re.IGNORECASE,
)
# Lines like "SUPERSEDED  Items 1 and 2 by N1-64-91-1, items 5a and 5b"    "Superseded 3/2/04: item 3 by GRS 6.4, item 050"
_SUCCESSION_AHEAD = re.compile(
    r"\W{0,4}" + _NOTED + r"(?P<label>" + SUPERSEDED + _DAY + r"(?:\s?[:;.,–—-])?\s{1,4}"
    r"items?:?\s(?P<names>" + OPENS_NAME + r"[0-9A-Za-z().,/&\- ]{0,60}?)[:,]?\s{1,4}(?:[-–—]\s{1,4})?"
    r"(?:by|with)(?:\sjob)?(?:\s?/?\s?item)?(?:\snumber)?:?)(?=\s|$)",
    re.IGNORECASE,
)
# "; item 5 by DAA-0309-2012-0001-0005", " and item 2 superseded by N1-309-03-2": the same line goes on with other items
_SUCCESSION_BEHIND = re.compile(
    r"(?:\s{0,2}[,;.]\s{1,4}(?:and\s)?|\s(?:and|&)\s)items?\s(?P<names>"
    + OPENS_NAME
    + r"[0-9A-Za-z().,/& -]{0,40}?)\s"
    r"(?:(?:was|were|is|are|has been|have been)\s)?(?:" + SUPERSEDED + _DAY + r"\s)?(?:by|with)\s",
    re.IGNORECASE,
)
# The line "Item 3 superseded by", or "Items 2a and 4 were superseded", with the number on the line below
_OPENS_SUCCESSION = re.compile(
    r"\W{0,4}"
    + _NOTED
    + r"items?\s(?P<names>"
    + OPENS_NAME
    + r"[0-9A-Za-z().,/&\- ]{0,60}?)[:,]?\s{1,4}(?:[-–—]\s{1,4})?"
    r"(?:(?:was|were|is|are|has been|have been)\s)?"
    + SUPERSEDED
    + r"(?:\sby(?:\sjob)?(?:\s?/?\s?item)?(?:\snumber)?)?:?\s*",
    re.IGNORECASE,
)
# What may follow the word in a note: who did it, on which ground, when.
_AUTHOR = re.compile(
    r"\s+(?:by|at|per|pursuant to|effective)\s.{0,40}?\b(?:NARA|NARS|GSA|GAO|agency|archiv\w+|request|letter"
    r"|memo\w*|transmittal|department)\b",
    re.IGNORECASE,
)
_BEFORE_APPROVAL = re.compile(
    r"[\s,;:-]{1,3}(?:before|prior to) (?:the )?(?:approval|submission|signing)\b", re.IGNORECASE
)
_BEFORE_DATE = re.compile(
    r"(?:\W|\b(?:by|at|per|effective|as|of|on|in|since|under|through|pursuant|to|dated?|the|nara|nars|gsa|agency"
    r"|archivist|archives|national|request|letter|memo|memorandum|transmittal|grs|no|mm|dd|yyyy|reported"
    r"|department|approved|office)\b|[0-9])*",
    re.IGNORECASE,
)
# The " 3/98" of "Obsolete 3/98", the ", March 1998" of "Rescinded, March 1998": a time that names no day
_MONTH_OR_YEAR = re.compile(
    r"\W{0,3}(?:(?:in|since|as of|eff(?:ective|[.])?)\s)?(?:[01]?[0-9]/(?:[0-9]{2}|(?:19|20)[0-9]{2})"
    r"|(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}[.]?,?\s)?(?:18|19|20)[0-9]{2})[\W_]*",
    re.IGNORECASE,
)
# A stamp on the whole schedule: "INACTIVE - ALL ITEMS SUPERSEDED"
_OF_ALL = re.compile(r"\b(?:all|some) items\b|\bin part\b", re.IGNORECASE)
# "Authority rescinded. Date (MM/DD/YYYY):" over the date: only what somebody added asks for a day
_DAY_LABEL = re.compile(
    r"\s{0,2}[-–—:.,;(]?(?P<between>[^\n]{0,50}?)[\s.,;(-]{0,3}\bdate\s{0,2}(?:\([^()\n]{0,24}\)\s{0,2})?:(?P<day>.{0,30})",
    re.IGNORECASE | re.DOTALL,
)
# What an explanation in a sentence of its own gives: "Obsolete. Series discontinued 2006."
_GROUND = re.compile(
    r"\b(?:discontinu\w{1,4}|no longer|ceas\w{1,3}|retired|abolished|terminated|ended|decommission\w{1,3}"
    r"|reported|not created|(?:18|19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
# "Delete when superseded or" asks for another word.
_ASKS = caseless(
    r"(?:,|\b(?:or|and|when|if|until|is|are|was|were|be|been|being|becomes?|become|considered|not|as|than|longer"
    r"|either|after|before|once|while|for|of|to|by|with|the|a|an))\s*$",
)
_SENTENCE_IN = re.compile(r"[a-z]{2}[.]\s{1,3}[A-Z]")
_LONGEST_ASKING = len(" considered")
_STOP = re.compile(r"[.;:!?)][\"”’'\]]?\s*$")
_LONGEST = 150
_BETWEEN_NAMES = re.compile(r"\s*(?:,|;|&|\band\b|\bor\b)\s*", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|\bthrough\b|\bthru\b|\bto\b)\s*", re.IGNORECASE)
# II.A.3   I.B(2)
_OUTLINED = re.compile(r"(?:[IVX]{1,5}|[A-Z])(?:[.][0-9A-Za-z]{1,3}|\([0-9A-Za-z]{1,3}\)){1,4}")
_LEVEL = re.compile(r"[0-9A-Za-z]+")
_MOST_NAMED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingNote:
    """A note on an item's standing. `names` says of which items it speaks, empty for the one it follows."""

    passage: Passage
    when: Passage = EMPTY
    names: str = ""


@remembered(most=4096)
def _standing(text: str) -> re.Match[str] | None:
    """The words of a note behind those that say where it stands."""
    words = as_words(text.strip())
    words = words[place_end(words) :]
    return _STANDING.fullmatch(repaired_words(words)) if len(words) <= _LONGEST else None


def standing_note(passage: Passage) -> StandingNote | None:
    """The note that a whole line is; a title or a sentence that only begins like one is none."""
    found = _standing(passage.text)
    if found is None:
        return None
    word, rest, names = found["word"], found["rest"], (found["names"] or "").strip(" ,:-")
    behind = None if names else _NAMED_BEHIND.match(rest)
    if behind and tuple(named_paths(behind["names"])):
        rest, names = rest[behind.end() :], behind["names"].strip(" ,:-")
    if _holds_item(names):
        return None
    ahead = rest.strip(" \t\n.*_;:)]")
    dated = read_date(rest)
    if word.casefold() == "superseded" and re.match(r"\s*by\b", rest, re.IGNORECASE) and not dated:
        return None
    if find_numbers(rest) or _OF_ALL.search(rest):
        return None
    bare = not ahead
    by_date = dated is not None and _BEFORE_DATE.fullmatch(rest[: dated.start]) is not None
    parted = re.match(r"\s*[-–—:.(]", rest) and (word.isupper() or names)
    grounded = names and re.match(r"\s*[,;]", rest) and _GROUND.search(rest)
    explained = bool(parted or grounded) and not _instructs(rest)
    by_month = _MONTH_OR_YEAR.fullmatch(rest) is not None
    by_approval = _BEFORE_APPROVAL.match(rest) is not None
    if not (
        bare or by_date or by_month or by_approval or _AUTHOR.match(rest) or explained or _asks_for_day(rest)
    ):
        return None
    return StandingNote(passage=passage, when=passage if dated else EMPTY, names=names)


def _asks_for_day(rest: str) -> bool:
    """Whether nothing but an explanation parts a note from the label of its date, which may stand on the next line."""
    label = _DAY_LABEL.fullmatch(rest)
    if label is None or (label["day"].strip() and not read_date(label["day"])):
        return False
    parted = not label["between"].strip() or re.match(r"\s{0,2}[-–—:.,;(]", rest) is not None
    return parted and not _instructs(label["between"])


def explained_note(passage: Passage) -> StandingNote | None:
    """A note whose ground follows in a sentence of its own: "Obsolete. Series discontinued 2006."

    A description may begin alike ("Obsolete. Forms of 1952"): it is for the caller to know that none begins here.
    """
    found = _standing(passage.text)
    if found is None or not found["word"][0].isupper() or not re.match(r"\s*[-–—:.;(]", found["rest"]):
        return None
    rest = found["rest"]
    if not _GROUND.search(rest) or find_numbers(rest) or _OF_ALL.search(rest) or _instructs(rest):
        return None
    when = passage if read_date(rest) else EMPTY
    return StandingNote(passage=passage, when=when, names=(found["names"] or "").strip(" ,:-"))


def ends_sentence(before: str, text: str, *, apart: bool) -> bool:
    """Whether a line is the end of the sentence that the line `before` it begins: "superseded or", "obsolete."

    `apart` tells that a blank line parts the two.
    """
    if _ASKS.search(before, max(0, len(before.rstrip()) - _LONGEST_ASKING)):
        return True
    wrapped = text[:1].islower() and text.rstrip().endswith(".") and len(text.split()) == 1
    return bool(before) and wrapped and not apart and not _STOP.search(before)


def named_succession(passage: Passage) -> tuple[str, Passage, Passage] | None:
    """The items that a line names, its label, and what follows: "Item 3 superseded by N1-64-91-1"."""
    words = as_words(passage.text)
    found = _SUCCESSION.match(words) or _SUCCESSION_AHEAD.match(words)
    if found is None or not find_numbers(passage.text[found.end() :]) or _holds_item(found["names"]):
        return None
    label = passage.slice(found.start("label"), found.end("label"))
    return found["names"].strip(" ,:-"), label, passage.part(found.end())


def named_successions(passage: Passage) -> tuple[tuple[str, Passage, Passage], ...]:
    """Each group of items that a line names, as `named_succession` tells the first: "items 1 and 2 by A; item 5 by B"."""
    first = named_succession(passage)
    if first is None:
        return ()
    names, label, rest = first
    result: list[tuple[str, Passage, Passage]] = []
    start = 0
    for found in _SUCCESSION_BEHIND.finditer(rest.text):
        # What stands before it must name a successor, and so must what follows.
        before = rest.slice(start, found.start())
        if find_numbers(before.text) and find_numbers(rest.text[found.end() :]):
            result.append((names, label, before))
            names, start = found["names"].strip(" ,:-"), found.end()
    return (*result, (names, label, rest.part(start)))


def opens_succession(passage: Passage) -> bool:
    """Whether a line names items as superseded and ends before it says by what."""
    words = as_words(passage.text)
    found = _OPENS_SUCCESSION.fullmatch(words) or _SUCCESSION_AHEAD.fullmatch(words.rstrip())
    return found is not None and not _holds_item(found["names"])


def _holds_item(names: str) -> bool:
    """Whether what stands before the word is an item itself: "Item 4. Inventories. Destroy 3 years after superseded."."""
    # The A of "II.A" is no article.
    asks = _ASKS.search(names) and not _path(names.strip(" ,:-."))
    return bool(_SENTENCE_IN.search(names) or asks or _instructs(names))


def named_paths(names: str) -> Iterator[tuple[str, ...]]:
    """The paths that "2a, 3 and 5-7" names."""
    for part in _BETWEEN_NAMES.split(names):
        ends = [each.strip(" .") for each in _RANGE.split(part)]
        if len(ends) == 2 and all(each.isdigit() for each in ends):
            first, last = int(ends[0]), int(ends[1])
            yield from ((str(number),) for number in range(first, min(last, first + _MOST_NAMED) + 1))
        elif path := _path(part.strip(" .")):
            yield path


def _path(written: str) -> tuple[str, ...]:
    if _OUTLINED.fullmatch(written):
        return tuple(each.lower() for each in _LEVEL.findall(written))
    designator = read_designator(written, cell=True)
    if designator is None or written[designator.end :].strip():
        return ()
    return tuple(token.counts[0].segment for token in designator.tokens)


def places_of(names: str, paths: Sequence[tuple[str, ...]]) -> tuple[int, ...]:
    """Which of `paths` the names mean."""
    # "1501-04" is a code where an item has that number, and a range elsewhere.
    codes = {(part.strip(" .").casefold(),) for part in _BETWEEN_NAMES.split(names)}
    wanted = {*named_paths(names), *codes.intersection(paths)}
    return tuple(index for index, path in enumerate(paths) if path in wanted)


def _instructs(rest: str) -> bool:
    return find_instruction(Passage(text=rest)) is not None

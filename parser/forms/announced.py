"""Notes of which the transcript itself says that they were added: "[handwritten: S/S by N1-95-03-2/4]", "(in pencil) Obs."."""

import re

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.citation import read_citations
from schedgraph.parser.damagedwords import reading_of_action
from schedgraph.parser.dates import read_date
from schedgraph.parser.document import Annotation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage
from schedgraph.parser.remembered import remembered

# How a transcriber says that words were not typed with the form.
_HAND = (
    r"(?:hand-?writ(?:ten|ing)|penned|pencill?ed|(?:in|with|by)\s(?:red\s|blue\s|black\s)?(?:pen|pencil|ink|hand)"
    r"|pencil|margin(?:alia|al)?|annot(?:at\w{2,4}|d)?|written\s(?:in|beside|over|above)|(?:rubber\s)?stamp(?:ed)?"
    r"|typed(?:\s(?:label|note|later|addition|below|beside))?|added(?:\s(?:later|in\s\d{4}))?|pasted|sticker|crossed\sout)"
)
NOTE_IN_BRACKETS = (
    rf"[\[({{<]{{1,2}}(?=(?i:[^\[\](){{}}<>:]{{0,50}}?\b{_HAND}\b)[^\[\](){{}}<>:]{{0,50}}?(?::|\s[-–—]))"
    r"[^\[\]{}<>]{0,200}[\])}>]{1,2}"
)
"""The pattern of a note in brackets that says how it came there: "[in margin: repl. by N1-95-03-2]"."""
_OPENS = re.compile(
    rf"[\s*_]{{0,4}}[\[({{<]{{1,2}}\s?(?=[^:]{{0,60}}?{_HAND}\b)[^\[\](){{}}<>:]{{3,60}}(?::|\s[-–—])\s[^\[\]{{}}<>]{{2,160}}",
    re.IGNORECASE,
)
_CROSSED = r"\b(?:(?:crossed|struck|scored|scratched|rubbed)[\s-](?:out|off|through)|stricken|erased)\b"
_ENCLOSED = re.compile(
    rf"[\s*_]{{0,4}}[\[({{<]{{1,2}}\s?(?=[^:]{{0,60}}?{_HAND}\b)[^\[\](){{}}<>:]{{3,60}}(?::|\s[-–—])\s?(?P<words>[^\[\]{{}}<>]{{2,160}}?)"
    r"\s?[\])}>]{1,2}[\s*_.]{0,4}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"[\s*_]{{0,4}}[\[({{<]{{1,2}}\s?(?=[^\])]{{0,60}}?{_HAND}\b)[^\[\](){{}}<>]{{3,60}}[\])}}>]{{1,2}}[\s*_:]{{0,4}}(?P<words>\S[^\n]{{1,160}})",
    re.IGNORECASE,
)
# Without brackets, like ">>> margin, pencil: OBSOLETE. Ledger closed 1981" or "** handwritten in red: S/S by N1-95-03-2"
_LED = re.compile(
    rf"\s{{0,8}}[>*#=~^|+-]{{1,4}}\s{{0,2}}(?=[^:\n]{{0,60}}?\b{_HAND}\b)[^\[\](){{}}<>:\n]{{3,60}}(?::|\s[-–—])\s{{0,2}}"
    r"(?P<words>(?=[^\n]{0,160}[A-Za-z])[^\n]{2,160}?)[\s*=_]{0,4}",
    re.IGNORECASE,
)
_DAY = r"(?:[0-9]{1,2}[/-](?:[0-9]{1,2}[/-])?[0-9]{2,4}|[A-Z][a-z]{2,8}\.?\s(?:[0-9]{1,2},?\s)?[0-9]{4}|(?:19|20)[0-9]{2})"
# "superseded 5/2/11 - see", "obsolete as of 2011; see now"
_ENDED_ON = (
    rf"(?:superseded|obsolete|replaced|inactive|s/s)(?:,?\s(?:on\s|in\s|as\sof\s|eff\w{{0,8}}[.]?\s)?{_DAY})?"
    r"[\s.,;:(–—-]{1,4}(?:now\s)?(?:see|use)(?:\snow)?"
)
# "S/S by", "Sup. by", "supsd", "superseded" with the number right behind it, "now", "merged into": a successor follows
_SUCCEEDED = re.compile(
    rf"[\s\"“'*_]{{0,3}}(?:(?:(?:this|the)\sitem\s)?(?:(?:was|is|has\sbeen)\s)?{_ENDED_ON}"
    r"|s\s?/\s?s\b|s\.\s?s\.|sup(?:er|sd|['’]?d|s|rs|ers)?\b\.?|superseded|now(?:\s(?:see|in|under|covered|is))?"
    r"|see\snow|repl(?:aced)?\b\.?|(?:merged|incorporated|combined|consolidated|subsumed|absorbed|moved|transferred)(?=\s(?:in|into|with|to|by)\b))"
    r"[\s:]{0,3}(?:(?:by|in|into|with|to|under)\b[\s:]{0,3}|(?:→|=>|->|[-–—])\s{0,2})?(?:item\s|job\s(?:no[.]?\s)?)?$",
    re.IGNORECASE,
)
# "[handwritten, crossed out by the same hand: …]"; in "[crossed out; margin: …]" the words in the margin stand
_TAKEN_BACK = re.compile(
    rf"{_HAND}\b[^:]{{0,40}}?{_CROSSED}(?!\s(?:item|text|words?|line|entry|title|number|description|disposition|instruction|paragraph|series)\b)"
    r"(?!.*(?:margin|writ|above|beside|below|stamp|typ|replac|correct|instead|insert|added))[^:;]{0,40}$",
    re.IGNORECASE,
)
CROSSED_OUT = re.compile(
    rf"[\[({{<][^\[\](){{}}<>]{{0,60}}{_CROSSED}[^\[\](){{}}<>]{{0,40}}[\])}}>]", re.IGNORECASE
)
"""A remark in brackets that something was crossed out."""
# The remark behind a note, as in "Superseded by N1-95-03-2/4 [this note is crossed out]"
_TAKEN_BACK_BEHIND = re.compile(
    rf"(?P<words>\S.{{2,160}}?)[\s*_]{{0,3}}[\[({{<]\s?(?:(?:this|the)\s)?(?:note\s|entry\s|annotation\s)?(?:is\s|was\s|again\s|later\s|since\s){{0,2}}"
    rf"{_CROSSED}[^\[\](){{}}<>:;]{{0,40}}[\])}}>][\s.]{{0,3}}",
    re.IGNORECASE,
)
_CLOSING = frozenset("])}>")
_BEHIND_BRACKET = 4
# "[handwritten, struck out: Obsolete; written above: see item 4]": what follows stands
_NOTE_BEHIND = re.compile(rf";[^;]*{_HAND}\b", re.IGNORECASE)
_QUOTES = " \t\n\"“”'*_"


@remembered(most=4096)
def _announced(text: str) -> re.Match[str] | None:
    return _ENCLOSED.fullmatch(text) or _BEHIND.fullmatch(text) or _LED.fullmatch(text)


def announced_words(passage: Passage) -> Passage | None:
    """The words of a note that a transcript announces; None where a line is no such note."""
    found = _announced(passage.text)
    return passage.slice(found.start("words"), found.end("words")).strip(_QUOTES) if found else None


def opens_announced(passage: Passage) -> bool:
    """Whether a line begins such a note in brackets and does not close it."""
    return _OPENS.fullmatch(passage.text) is not None


def taken_back(passage: Passage) -> Passage | None:
    """The words of a note of which a transcript says that somebody crossed them out again; None where they stand.

    Of what only stands before such a remark in brackets, the caller must know that it is a note.
    """
    found = _announced(passage.text)
    if found is None or not _TAKEN_BACK.search(
        passage.text[: found.start("words")].strip(' \t"“:-–—[](){}<>*_')
    ):
        return None
    if _NOTE_BEHIND.search(found["words"]):
        return None
    return passage.slice(found.start("words"), found.end("words")).strip(_QUOTES)


def before_taken_back(passage: Passage) -> Passage | None:
    """What stands before the remark that it is crossed out: "Obsolete 3/98 [crossed out in ink]"."""
    if _CLOSING.isdisjoint(passage.text[-_BEHIND_BRACKET:]):
        return None
    found = _TAKEN_BACK_BEHIND.fullmatch(passage.text)
    return passage.slice(0, found.end("words")) if found else None


def says_relation(words: Passage) -> bool:
    """Whether a note says in plain words what holds of the numbers in it."""
    return any(each.relation != "cites" or each.proposed for each in read_citations(words))


def successor_at(words: Passage) -> int | None:
    """Where the successor stands in a note that names one in a short form; None where it is no such note."""
    numbers = find_numbers(words.text)
    if not numbers or _SUCCEEDED.fullmatch(words.text[: numbers[0].start]) is None:
        return None
    return numbers[0].start


def annotation(words: Passage, when: Passage) -> Annotation:
    """A note as a document holds it; its date is looked for in `when`."""
    found = read_date(when.text) if when else None
    dated = None
    if found and found.value:
        evidence = when.evidence(found.start, found.end, found.confidence)
        dated = Reading(value=found.value, evidence=evidence, repairs=found.repairs)
    return Annotation(text=reading_of_action(words), date=dated)

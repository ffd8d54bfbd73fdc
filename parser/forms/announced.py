"""Notes of which the transcript itself says that they were added: "[handwritten: S/S by N1-95-03-2/4]", "(in pencil) Obs."."""

import re

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.citation import read_citations
from schedgraph.parser.dates import read_date
from schedgraph.parser.document import Annotation
from schedgraph.parser.evidence import Reading
from schedgraph.parser.look_alikes import reading_of_words
from schedgraph.parser.passage import Passage

# How a transcriber says that words were not typed with the form.
_HAND = (
    r"(?:hand-?writ(?:ten|ing)|penned|pencill?ed|(?:in|with|by)\s(?:red\s|blue\s|black\s)?(?:pen|pencil|ink|hand)"
    r"|pencil|margin(?:alia|al)?|annotat\w{2,4}|written\s(?:in|beside|over|above)|(?:rubber\s)?stamp(?:ed)?"
    r"|typed\slabel|pasted|sticker|crossed\sout)"
)
_ENCLOSED = re.compile(
    rf"[\s*_]{{0,4}}[\[({{<]{{1,2}}\s?(?=[^:]{{0,60}}?{_HAND}\b)[^\[\](){{}}<>:]{{3,60}}(?::|\s[-–—])\s?(?P<words>[^\[\]{{}}<>]{{2,160}}?)"
    r"\s?[\])}>]{1,2}[\s*_.]{0,4}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"[\s*_]{{0,4}}[\[({{<]{{1,2}}\s?(?=[^\])]{{0,60}}?{_HAND}\b)[^\[\](){{}}<>]{{3,60}}[\])}}>]{{1,2}}[\s*_:]{{0,4}}(?P<words>\S[^\n]{{1,160}})",
    re.IGNORECASE,
)
# "S/S by", "Sup. by", "supsd", "superseded" with the number right behind it, "now", "merged into": a successor follows
_SUCCEEDED = re.compile(
    r"[\s\"“'*_]{0,3}(?:s\s?/\s?s\b|s\.\s?s\.|sup(?:er|sd|['’]?d|s|rs|ers)?\b\.?|superseded|now(?:\s(?:see|in|under|covered|is))?"
    r"|see\snow|repl(?:aced)?\b\.?|(?:merged|incorporated|combined|consolidated|subsumed|absorbed|moved|transferred)(?=\s(?:in|into|with|to|by)\b))"
    r"[\s:]{0,3}(?:(?:by|in|into|with|to|under)\b[\s:]{0,3}|(?:→|=>|->|[-–—])\s{0,2})?(?:item\s|job\s(?:no[.]?\s)?)?$",
    re.IGNORECASE,
)
_QUOTES = " \t\n\"“”'*_"


def announced_words(passage: Passage) -> Passage | None:
    """The words of a note that a transcript announces; None where a line is no such note."""
    text = passage.text
    found = _ENCLOSED.fullmatch(text) or _BEHIND.fullmatch(text)
    return passage.slice(found.start("words"), found.end("words")).strip(_QUOTES) if found else None


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
    return Annotation(text=reading_of_words(words), date=dated)

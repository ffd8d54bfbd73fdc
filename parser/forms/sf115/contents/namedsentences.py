"""Sentences within an item's words that tell of another item: "Item 3 stays. In FY 2015 item 2B was replaced by N1-…"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.caseless import caseless
from schedgraph.parser.dates import read_date
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.forms.placewords import place_end
from schedgraph.parser.forms.sf115.contents.parts import Content, Note
from schedgraph.parser.forms.sf115.contents.standings import (
    OPENS_NAME,
    SUPERSEDED,
    StandingNote,
    named_paths,
    places_of,
    standing_note,
)
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.look_alikes import as_words
from schedgraph.parser.passage import Passage

_MAY_TELL = caseless(r"supersed|superced|replaced|inactive|obsolete|rescinded|withdrawn|cancel")
_BY = r"\s(?:by|with)\b(?:\sjob)?(?:\s?/?\s?item)?(?:\snumber)?:?"
_WAS = r"(?:(?:was|were|is|are|has\sbeen|have\sbeen)\s(?=[a-z]))?"
# LND-3.00: replaced by …   1501-16a - OBSOLETE   1B - Superseded by …   3 - replaced by …
_NAMED = re.compile(
    r"[ \t]{0,24}\W{0,4}(?:items?\s)?(?P<names>[A-Z]{2,5}-[0-9]{1,4}(?:[.][0-9]{1,3})?[a-z]?(?=[\s:,])"
    r"|[0-9]{3,5}-[A-Z]?[0-9]{1,3}[a-z]?(?=[\s:,])"
    r"|(?:[IVX]{1,5}|[A-Z]|[0-9]{1,4})(?:[.][0-9A-Za-z]{1,3}|\([0-9A-Za-z]{1,3}\)){1,4}(?=[\s:,])"
    r"|[0-9]{1,3}[A-Za-z](?:\([0-9A-Za-z]{1,3}\)){0,3}(?=[\s:,])|[0-9]{1,3}(?=\s?[:–—-]\s))"
    r"\s?[:,–—-]{0,2}\s{1,3}" + _WAS
)
_LINE = re.compile(
    r"\n(?=[^\n]{1,40}?\b(?:supersed|superced|replaced|inactive|obsolete|rescinded|withdrawn))", re.IGNORECASE
)
_SUCCEEDED = re.compile(
    r"(?:(?:now|since|later)\s)?" + SUPERSEDED + r"(?:\s[^.;]{1,30})?" + _BY, re.IGNORECASE
)
_WORD = r"(?:sub-?items?|items?|numbers?|nos?[.]|paragraphs?|paras?[.]?)\s"
# "item 2B was since replaced by", "Number 4 was superseded by"
_SAYS = re.compile(
    r"(?<![\w/-])" + _WORD + r"(?P<names>" + OPENS_NAME + r"[0-9A-Za-z().,/& -]{0,40}?)[:,]?\s{1,4}"
    r"(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:\w{2,10}\s)?"
    r"(?P<label>"
    + SUPERSEDED
    + r"(?:\s[^.;]{1,30})?\s(?:by|with)\b(?:\sjob)?(?:\s?/?\s?item)?(?:\snumber)?:?)\s",
    re.IGNORECASE,
)
# What ends a note: "(annotation applies to item II.A)", "[for item 3 only]"
_APPLIES = re.compile(
    r"[\s,;(\[]{1,3}(?:(?:this\s|the\s)?(?:note|notation|annotation|stamp|entry)\s)?"
    r"(?:(?:applies|applied|applying|pertains|relates|refers)\s(?:only\s)?to|(?:is\s)?for)\s(?:only\s)?"
    + _WORD
    + r"(?P<names>"
    + OPENS_NAME
    + r"[0-9A-Za-z().,/& -]{0,40}?)(?:\s(?:only|alone|above))?[.)\]]{0,3}\s{0,4}$",
    re.IGNORECASE,
)
# "by item 3", "NC1-59-83-2, item 4": an item of another schedule, or the successor
_OF_ANOTHER = re.compile(r"\b(?:by|of|in|under|with|supersedes|replaces|see)\s(?:new\s)?$", re.IGNORECASE)


def with_named_sentences(
    content: Content, path: tuple[str, ...], paths: Sequence[tuple[str, ...]]
) -> Content:
    """The content of the item at `path`, what it says of other ones of `paths` as notes that name those."""
    parts = (content.body, content.instruction, *content.added)
    kept: list[Passage] = []
    told: list[Note | StandingNote] = []
    for part in parts:
        cuts = tuple(_told(part, path, paths)) if _MAY_TELL.search(part.text) else ()
        told.extend(note for _, _, note in cuts)
        kept.append(_without(part, [(start, end) for start, end, _ in cuts]))
    body, instruction, *added = kept
    notes = tuple(_applied(each, path, paths) for each in content.notes)
    return replace(
        content,
        body=body,
        instruction=instruction,
        added=tuple(each for each in added if each),
        notes=(*notes, *(each for each in told if isinstance(each, Note))),
        standings=(*content.standings, *(each for each in told if isinstance(each, StandingNote))),
    )


def _told(
    passage: Passage, path: tuple[str, ...], paths: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, int, Note | StandingNote]]:
    """The notes that sentences of other items are, each with its place."""
    behind = 0
    numbers = [(each.start, each.end) for each in find_numbers(passage.text)]
    for start, end in _sentences(passage.text, numbers):
        sentence = passage.slice(start, end)
        if named := _named_first(sentence, path, paths):
            yield start, end, named
            behind = end
            continue
        found = [each for each in _SAYS.finditer(as_words(sentence.text)) if _known(each["names"], paths)]
        if all(_known(each["names"], paths) == {path} for each in found):
            continue
        # Behind the number of another schedule an item may be of that one.
        ahead = passage.text[behind : start + found[0].start()]
        if find_numbers(ahead) or _OF_ANOTHER.search(ahead):
            continue
        for one, other in zip_longest(found, found[1:]):
            last = other.start() if other else len(sentence.text)
            label, values = (
                sentence.slice(one.start("label"), one.end("label")),
                sentence.part(one.end(), last),
            )
            if find_numbers(values.text):
                yield start, end, _note(one["names"], label, values)
                behind = end


def _note(names: str, label: Passage, values: Passage) -> Note:
    when = label if read_date(label.text) else EMPTY
    return Note(label=label, values=values, when=when, names=names.strip(" ,:-"))


def _sentences(text: str, numbers: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences of a text, and the lines within them that begin with the name of an item."""
    for start, end in split_sentences(text, numbers):
        cuts = [
            each.end() for each in _LINE.finditer(text, start, end) if _NAMED.match(text, each.end(), end)
        ]
        for first, last in pairwise((start, *cuts, end)):
            if said := text[first:last].strip():
                begins = text.index(said, first)
                yield begins, begins + len(said)


def _named_first(
    sentence: Passage, path: tuple[str, ...], paths: Sequence[tuple[str, ...]]
) -> Note | StandingNote | None:
    """What a sentence says that begins with another item: "LND-3.00: replaced by …", "LND-7.00 - INACTIVE.", "1B - …"."""
    found = _NAMED.match(as_words(sentence.text), place_end(sentence.text))
    if found is None or not _names_others(found["names"], path, paths):
        return None
    said = sentence.slice(found.end())
    succession = _SUCCEEDED.match(as_words(said.text))
    if succession and find_numbers(said.text[succession.end() :]):
        label = said.slice(succession.start(), succession.end())
        return _note(found["names"], label, said.part(succession.end()))
    standing = standing_note(said)
    return replace(standing, names=found["names"]) if standing and not standing.names else None


def _without(passage: Passage, cuts: Sequence[tuple[int, int]]) -> Passage:
    """The passage without some stretches of it."""
    if not cuts:
        return passage
    bounds = [0, *(each for cut in dict.fromkeys(cuts) for each in cut), len(passage.text)]
    kept = [passage.part(low, high) for low, high in list(pairwise(bounds))[::2]]
    return Passage.join([each for each in kept if each] or [EMPTY], " ")


def _applied(note: Note, path: tuple[str, ...], paths: Sequence[tuple[str, ...]]) -> Note:
    """The note, of the other items that it says at its end that it applies to."""
    found = None if note.names else _APPLIES.search(as_words(note.values.text))
    if found is None or not _names_others(found["names"], path, paths):
        return note
    return replace(note, values=note.values.slice(0, found.start()), names=found["names"].strip(" ,:-"))


def _names_others(names: str, path: tuple[str, ...], paths: Sequence[tuple[str, ...]]) -> bool:
    """Whether all that is named are items of the schedule, and not the one at `path` alone."""
    return _known(names, paths) not in (frozenset(), {path})


def _known(names: str, paths: Sequence[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """The items of the schedule that are named, none where one of the names is of no item."""
    found = frozenset(paths[place] for place in places_of(names, paths))
    return found if set(named_paths(names)) <= found else frozenset()

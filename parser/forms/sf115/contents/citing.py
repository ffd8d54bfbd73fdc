"""The citations of an item and of the schedule, each with the relation that its place gives it."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from schedgraph.parser.authority.agreement import agree, confirmed_readings
from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation import is_partial, read_citations
from schedgraph.parser.citation.chain import Link, chain_links
from schedgraph.parser.citation.reservations import scoped_end
from schedgraph.parser.dates import find_dates, read_date
from schedgraph.parser.document import Citation, Relation
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.sf115.contents.parts import Content, Note
from schedgraph.parser.forms.sf115.contents.strayitems import with_stray_items
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.forms.sf115.table.narrowcells import is_citation
from schedgraph.parser.forms.sf115.table.ownlines import ends_instruction
from schedgraph.parser.forms.sf115.table.runtogether import speaks_of_numbers
from schedgraph.parser.forms.struckthrough import is_struck
from schedgraph.parser.passage import Extent, Passage

_LEAST_TRUST = 0.45
_LEAD = 1.7
_LONGEST_COLUMN = 160
_SENTENCE_END = re.compile(r"[.;:)][ \t\n]{1,40}")
_POINTS = re.compile(r"\W*(?:see|cf|same|per)\b", re.IGNORECASE)
# "elsewhere, e.g. N1-142-84-6", "item 3 of Job No. II-NNA-936": no sentence ends here
_ABBREVIATED = re.compile(
    r"\b(?:e\.g|i\.e|viz|cf|incl|formerly|prev|nos?|nrs?|auth|sched)\.\s*$", re.IGNORECASE
)
_LONGEST_ABBREVIATED = 12
# "Electronic records only superseded by"
_ONLY = re.compile(r"\bonly\)?[,:]?\s(?:\w{2,4}\s){0,2}(?:super[cs]eded|replaced)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b|\bnew\b", re.IGNORECASE)


def note_citations(
    note: Note, occurrences: Iterable[str], schedule: str | None = None
) -> tuple[tuple[Citation, ...], tuple[Doubt, ...]]:
    """The successors that a note names, with its date; a note whose number cannot be read is told.

    What it says of a successor of that successor is told of the first successor, and not of the item. Behind the bare
    word "Superseded:" a number older than the `schedule` is what the item replaces, as in column 9.
    """
    mentions = agree(find_numbers(_without_dates(note.values.text)), occurrences)
    links = tuple(_links(note, {mention.id for mention in mentions if mention.id}))
    behind = min((link.start for link in links), default=len(note.values.text))
    mentions = tuple(mention for mention in mentions if mention.start < behind)
    when, doubts = _note_date(note, mentions[-1].end if mentions else 0, behind)
    if mentions:
        bare = note.label and not _BY.search(note.label.text) and schedule
        relation: Relation = "supersedes" if bare and _all_older(mentions, schedule) else "superseded-by"
        citations = [_citation(relation, mention, note.values, when) for mention in mentions]
        if note.label and _is_of_part(note.label.text):
            citations = [replace(each, partial=True) for each in citations]
        return tuple(_likeliest(each) for each in (*citations, *(link.citation for link in links))), doubts
    whole = Passage.join([part for part in (note.label, note.values, note.when) if part])
    if not whole or (note.empty and when is None):
        return (), doubts
    message = "A note says that the item is superseded, but the number of the successor cannot be read."
    unread = Doubt(code="successor-unreadable", message=message, evidence=whole.evidence())
    if note.empty:
        return (), (*doubts, unread)
    value = note.values.strip(" \t\n:")
    successor = Citation(
        relation="superseded-by",
        target=None,
        printed=" ".join(value.text.split()),
        evidence=value.evidence(),
        date=when,
        sure=False,
    )
    return (successor,), (*doubts, unread)


def _all_older(mentions: Sequence[Mention], schedule: str | None) -> bool:
    """Whether all numbers are of schedules older than another, by the years in them."""
    own = _since(schedule)
    days = [_since(each.id) for each in mentions]
    return own is not None and all(day is not None and day < own for day in days)


def _since(identifier: str | None) -> date | None:
    number = parse_identifier(identifier) if identifier else None
    return number.earliest_date() if number else None


def _is_of_part(label: str) -> bool:
    """Whether the label of a note keeps a part back: "partially superseded by", "superseded (maps only) by"."""
    scoped = scoped_end(f"{label} ", len(label) + 1) == "part" or _ONLY.search(label) is not None
    return scoped or is_partial(label, 0, len(label))


def _links(note: Note, named: Container[str]) -> Iterator[Link]:
    """The links of a chain that the values of a note tell, placed in them."""
    whole = Passage.join([note.label, note.values], " ") if note.label else note.values
    ahead = len(whole.text) - len(note.values.text)
    for link in chain_links(whole, named):
        yield replace(link, start=link.start - ahead)


def _without_dates(text: str) -> str:
    """The text with its dates blanked, so that no date is read as items: "N1-95-07-2, item 1, 4/5/07"."""
    for day in find_dates(text):
        text = text[: day.start] + " " * (day.end - day.start) + text[day.end :]
    return text


def _note_date(note: Note, after: int, before: int) -> tuple[Reading[date] | None, tuple[Doubt, ...]]:
    """The date of a note, behind its label or between the places `after` its numbers and `before` those of others."""
    place = note.when
    dated = read_date(place.text) if place else None
    if dated is None:
        place = note.values.slice(after, before)
        dated = read_date(place.text)
    if dated is None:
        return None, ()
    evidence = place.evidence(dated.start, dated.end, dated.confidence)
    if dated.value:
        return Reading(value=dated.value, evidence=evidence, repairs=dated.repairs), ()
    days = " or ".join(day.isoformat() for day in dated.readings)
    message = f"The date of supersession can be read as {days}; none was taken."
    return None, (Doubt(code="date-ambiguous", message=message, evidence=evidence),)


def plain_citations(passage: Passage, relation: Relation, occurrences: Iterable[str]) -> tuple[Citation, ...]:
    """The numbers of a field whose label says the relation; a number after "see" is only cited."""
    read = read_citations(passage, default=relation)
    return tuple(_settled(citation, occurrences) for citation in read)


def item_citations(
    content: Content,
    words: Sequence[Passage],
    column: Relation,
    occurrences: frozenset[str],
    schedule: str | None = None,
) -> tuple[tuple[Citation, ...], tuple[Doubt, ...]]:
    """All citations of an item, in the order of their places on the form."""
    citations: list[Citation] = []
    doubts: list[Doubt] = []
    for passage in words:
        said, beside = _column_at_end(passage) if column == "supersedes" else (passage, EMPTY)
        plain = plain_citations(said, "cites", occurrences)
        citations.extend(plain)
        ends = {each.target for each in plain if each.relation == "superseded-by" and each.target}
        citations.extend(link.citation for link in chain_links(said, ends))
        if beside:
            citations.extend(plain_citations(beside, column, occurrences))
    for passage in (*content.beside_label, *content.cites):
        citations.extend(
            replace(each, relation="cites") for each in plain_citations(passage, "cites", occurrences)
        )
    for passage in content.added:
        citations.extend(plain_citations(passage, "cites", occurrences))
    for passage in content.supersedes:
        citations.extend(plain_citations(passage, "supersedes", occurrences))
    for passage in content.column_citations:
        citations.extend(plain_citations(passage, column, occurrences))
    struck = Passage.strike_of(words) == "full"
    if not struck:
        # A line through a citation alone takes it back; one through item and citation may be newer than both.
        citations = [
            replace(each, disputed=True)
            if is_struck(each, (*words, *content.added, *content.column_citations))
            else each
            for each in citations
        ]
    citations[:], apart = with_stray_items(citations, words, content.column_citations)
    doubts.extend(apart)
    for note in standing_notes(content.notes):
        if note.names:
            continue
        successors, unclear = note_citations(note, occurrences, schedule)
        if not struck:
            # A line through the note alone takes it back; one through item and note may be older than the note.
            gone = note.taken_back or _strike(note) == "full"
            successors = tuple(
                replace(each, disputed=True) if gone or is_struck(each, (note.values,)) else each
                for each in successors
            )
        citations.extend(successors)
        doubts.extend(unclear)
    return tuple(citations), tuple(doubts)


def _column_at_end(passage: Passage) -> tuple[Passage, Passage]:
    """A description and the bare number behind its last sentence: column 9 of a table read as running text.

    "Destroy when 2 years old. NC1-64-77-3, item 4" has no verb; "See NC1-64-77-3." points elsewhere,
    and what stands in brackets is of the description.
    """
    paragraphs = len(passage.text) - min(len(passage.text), _LONGEST_COLUMN)
    for end in _SENTENCE_END.finditer(passage.text, paragraphs):
        beside = passage.slice(end.end())
        if _ABBREVIATED.search(passage.text[max(0, end.start() - _LONGEST_ABBREVIATED) : end.end()]):
            continue
        if is_citation(beside) and not _POINTS.match(beside.text) and beside.text[:1] not in "([":
            return passage.slice(0, end.end()), beside
    for line in re.finditer(r"\n", passage.text[paragraphs:]):
        said, beside = passage.slice(0, paragraphs + line.start()), passage.slice(paragraphs + line.end())
        bare = is_citation(beside) and not _POINTS.match(beside.text)
        if bare and ends_instruction(said) and not speaks_of_numbers(said.text.rpartition("\n")[2]):
            return said, beside
    return passage, EMPTY


def standing_notes(notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes but those struck out again where another one took their place."""
    strikes = [_strike(note) for note in notes]
    corrected = "none" in strikes
    return tuple(
        note for note, strike in zip(notes, strikes, strict=True) if not (corrected and strike == "full")
    )


def _strike(note: Note) -> Extent:
    """How much of a note is struck, but for its date."""
    return Passage.strike_of([part for part in (note.label, note.values) if part])


def _citation(relation: Relation, mention: Mention, passage: Passage, when: Reading[date] | None) -> Citation:
    return Citation(
        relation=relation,
        target=mention.id,
        printed=mention.printed,
        evidence=passage.evidence(mention.start, mention.end),
        date=when,
        readings=mention.readings,
        repairs=mention.repairs,
        sure=mention.sure,
        partial=relation in ("supersedes", "superseded-by") and is_partial(passage.text, 0, mention.end),
    )


def _settled(citation: Citation, occurrences: Iterable[str]) -> Citation:
    """The citation with an unsure number settled by an undamaged occurrence elsewhere in the document."""
    if citation.sure:
        return citation
    known = set(occurrences)
    agreeing = confirmed_readings(citation.readings, known)
    if len(agreeing) != 1:
        return _likeliest(citation)
    others = (reading for reading in citation.readings if reading is not agreeing[0])
    return replace(citation, target=agreeing[0].target, sure=True, readings=(agreeing[0], *others))


def _likeliest(citation: Citation) -> Citation:
    """A damaged number as its best reading gives it, where that stands far above the others; it stays unsure.

    A number that is whole but can be parted in two ways is not damaged, and none of its readings is picked.
    """
    if citation.target is not None or not citation.repairs or not citation.readings:
        return citation
    best, *others = citation.readings
    if best.confidence < _LEAST_TRUST or (others and best.confidence < _LEAD * others[0].confidence):
        return citation
    return replace(citation, target=best.target, sure=False)

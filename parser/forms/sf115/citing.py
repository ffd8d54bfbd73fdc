"""The citations of an item and of the schedule, each with the relation that its place gives it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from schedgraph.parser.authority.agreement import agree
from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.citation import read_citations
from schedgraph.parser.dates import read_date
from schedgraph.parser.document import Citation, Relation
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.sf115.content import Content, Note
from schedgraph.parser.forms.sf115.designators import read_designator
from schedgraph.parser.forms.sf115.entries import Entry
from schedgraph.parser.passage import Passage

# Lines like "This schedule supersedes NC1-85-77-1 in its entirety."
_SPEAKS_OF_ALL = re.compile(
    r"\W*(?:note\W{1,3})?(?:this|the (?:new|present|attached)|all items (?:on|in|of) this)\s(?:records?\s)?"
    r"(?:disposition\s)?(?:schedule|job|request|submission|sf[- ]?115|authority)\b",
    re.IGNORECASE,
)
_SUPERSEDES = re.compile(r"supers|superc|replac|rescind|cancel", re.IGNORECASE)


def note_citations(note: Note, occurrences: Iterable[str]) -> tuple[tuple[Citation, ...], tuple[Doubt, ...]]:
    """The successors that a note names, with its date; a note whose number cannot be read is told."""
    mentions = agree(find_numbers(note.values.text), occurrences)
    dated = read_date(note.when.text) if note.when else None
    place = note.when
    if dated is None:
        tail = mentions[-1].end if mentions else 0
        dated = read_date(note.values.text[tail:])
        place = note.values.slice(tail)
    when = None
    doubts: list[Doubt] = []
    if dated and dated.value:
        when = Reading(
            value=dated.value, evidence=place.evidence(dated.start, dated.end), repairs=dated.repairs
        )
    elif dated:
        days = " or ".join(day.isoformat() for day in dated.readings)
        message = f"The date of supersession can be read as {days}; none was taken."
        doubts.append(
            Doubt(code="date-ambiguous", message=message, evidence=place.evidence(dated.start, dated.end))
        )
    whole = Passage.join([part for part in (note.label, note.values, note.when) if part])
    if not mentions and whole:
        message = "A note says that the item is superseded, but the number of the successor cannot be read."
        doubts.append(Doubt(code="successor-unreadable", message=message, evidence=whole.evidence()))
    citations = tuple(_citation("superseded-by", mention, note.values, when) for mention in mentions)
    return citations, tuple(doubts)


def plain_citations(passage: Passage, relation: Relation, occurrences: Iterable[str]) -> tuple[Citation, ...]:
    """The numbers of a field whose label says the relation; a number after "see" is only cited."""
    read = read_citations(passage, default=relation)
    return tuple(_settled(citation, occurrences) for citation in read)


def item_citations(
    content: Content, words: Sequence[Passage], column: Relation, occurrences: frozenset[str]
) -> tuple[tuple[Citation, ...], tuple[Doubt, ...]]:
    """All citations of an item, in the order of their places on the form."""
    citations: list[Citation] = []
    doubts: list[Doubt] = []
    for passage in words:
        citations.extend(plain_citations(passage, "cites", occurrences))
    for passage in (*content.beside_label, *content.cites):
        citations.extend(
            replace(each, relation="cites") for each in plain_citations(passage, "cites", occurrences)
        )
    for passage in content.supersedes:
        citations.extend(plain_citations(passage, "supersedes", occurrences))
    for passage in content.column_citations:
        citations.extend(plain_citations(passage, column, occurrences))
    for note in content.notes:
        successors, unclear = note_citations(note, occurrences)
        citations.extend(successors)
        doubts.extend(unclear)
    return tuple(citations), tuple(doubts)


def part_schedule_wide(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], tuple[Passage, ...]]:
    """The entries without the paragraphs that speak of the whole schedule, and those paragraphs."""
    kept: list[Entry] = []
    wide: list[Passage] = []
    statement: list[Entry] = []
    for entry in entries:
        if statement and (entry.gap or entry.row or read_designator(entry.passage.text)):
            kept.extend(statement)
            statement = []
        if not statement and not _SPEAKS_OF_ALL.match(entry.passage.text):
            kept.append(entry)
            continue
        statement.append(entry)
        joined = Passage.join([each.passage for each in statement])
        if entry.text.endswith((".", ";")) or entry is entries[-1]:
            if _SUPERSEDES.search(joined.text) and find_numbers(joined.text):
                wide.append(joined)
            else:
                kept.extend(statement)
            statement = []
    kept.extend(statement)
    return tuple(kept), tuple(wide)


def _citation(
    relation: Relation, mention: Mention, passage: Passage, when: Reading[object] | None
) -> Citation:
    return Citation(
        relation=relation,
        target=mention.id,
        printed=mention.printed,
        evidence=passage.evidence(mention.start, mention.end),
        date=when,  # type: ignore[arg-type]
        readings=mention.readings,
        repairs=mention.repairs,
        sure=mention.sure,
    )


def _settled(citation: Citation, occurrences: Iterable[str]) -> Citation:
    """The citation with an unsure number settled by an undamaged occurrence elsewhere in the document."""
    if citation.sure:
        return citation
    known = set(occurrences)
    agreeing = [reading for reading in citation.readings if reading.target in known]
    if len(agreeing) != 1:
        return citation
    others = (reading for reading in citation.readings if reading is not agreeing[0])
    return replace(citation, target=agreeing[0].target, sure=True, readings=(agreeing[0], *others))

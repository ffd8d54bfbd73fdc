"""Notes that name the items of which they speak, put where they belong."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.dates import read_date
from schedgraph.parser.document import Annotation, Citation, Item
from schedgraph.parser.evidence import Doubt
from schedgraph.parser.forms.announced import annotation
from schedgraph.parser.forms.sf115.contents.citing import note_citations
from schedgraph.parser.forms.sf115.contents.parts import Content, Note
from schedgraph.parser.forms.sf115.contents.standings import StandingNote, named_paths, places_of
from schedgraph.parser.forms.sf115.table.entries import EMPTY
from schedgraph.parser.forms.struckthrough import is_struck
from schedgraph.parser.passage import Passage

# "Withdrawn" as a clerk wrote it in column 10: "W/D by agency"    "wdn 8/9/84"
_WITHDRAWN = re.compile(r"\W{0,3}(?P<printed>w/d(?:rawn)?|wdn)(?!\w)\s*", re.IGNORECASE)

_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)


def annotation_of(note: StandingNote) -> Annotation:
    """The note as the document holds it, with its date."""
    return annotation(note.passage, note.when)


def abbreviated_actions(actions: Sequence[Passage]) -> tuple[Annotation, ...]:
    """What a clerk's "W/D by agency, jt 8/9/84" in column 10 means, written out beside the words as printed."""
    for action in actions:
        found = _WITHDRAWN.match(action.text)
        if found is None:
            continue
        when = next((part for part in (action, *actions) if read_date(part.text)), None)
        note = annotation_of(StandingNote(passage=action, when=when or EMPTY))
        repair = f"{found['printed']}→Withdrawn"
        words = f"Withdrawn {note.text.value[found.end() :]}".strip()
        text = replace(note.text, value=words, repairs=(repair,))
        return (replace(note, text=text),)
    return ()


def add_named_notes(
    items: Sequence[Item],
    paths: Sequence[tuple[str, ...]],
    contents: Sequence[Content],
    schedule: str,
    occurrences: frozenset[str],
) -> tuple[list[Item], tuple[Doubt, ...]]:
    """The items with the notes that name them, wherever those stand among `contents`.

    "Item 3 rescinded by NARA" says nothing of the item it happens to follow.
    """
    result = list(items)
    doubts: list[Doubt] = []
    for content in contents:
        for standing in content.standings:
            if not standing.names:
                continue
            places = places_of(standing.names, paths)
            for place in places:
                item = result[place]
                result[place] = replace(item, annotations=(*item.annotations, annotation_of(standing)))
            if not places:
                doubts.append(_unplaced(standing.passage))
        for note in content.notes:
            if not note.names:
                continue
            citations, unclear = note_citations(note, occurrences)
            doubts.extend(unclear)
            places = places_of(note.names, paths)
            paired = _respectively(note, citations)
            for place in places:
                item = result[place]
                mine = paired.get(paths[place], citations)
                taken_back = item.strike != "full"
                own = tuple(
                    replace(each, disputed=True)
                    if taken_back and (note.taken_back or is_struck(each, (note.values,)))
                    else each
                    for each in mine
                    if each.target != schedule
                )
                result[place] = replace(item, citations=(*item.citations, *own))
            if not places:
                doubts.append(_unplaced(note.values))
    return result, tuple(doubts)


def _respectively(note: Note, citations: Sequence[Citation]) -> dict[tuple[str, ...], tuple[Citation, ...]]:
    """Which of its successors a note gives to which item, where it says "respectively" of as many: else none is sure."""
    if not _RESPECTIVELY.search(note.values.text):
        return {}
    named = tuple(named_paths(note.names))
    if len(named) == len(citations):
        return {path: (each,) for path, each in zip(named, citations, strict=True)}
    unsure = tuple(replace(each, sure=False) for each in citations)
    return dict.fromkeys(named, unsure)


def _unplaced(passage: Passage) -> Doubt:
    message = "A note names items that were not found; it was attached to none."
    return Doubt(code="annotation-unplaced", message=message, evidence=passage.evidence())

"""An entry of the item list to an Item: title, description, disposition, status, citations."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.citation import read_citations
from schedgraph.parser.disposition import instruction_part, read_disposition, standing
from schedgraph.parser.document import Citation, Disposition, FinalDisposition, Item, Relation, Retention
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.announced import says_relation
from schedgraph.parser.forms.era.added import note_annotations, note_citations, part_beside, part_notes
from schedgraph.parser.forms.era.answers import status_beside
from schedgraph.parser.forms.era.entry import Entry
from schedgraph.parser.forms.era.field import Field
from schedgraph.parser.forms.era.tokens import Token, group_paragraphs, one_line, passage_of
from schedgraph.parser.forms.era.unanswered import ended_without_status
from schedgraph.parser.forms.struckthrough import is_struck
from schedgraph.parser.labels import Label, match_label
from schedgraph.parser.passage import Passage

_FINAL: tuple[tuple[Label, FinalDisposition], ...] = (
    (Label(name="temporary", wordings=("Temporary",)), "temporary"),
    (Label(name="permanent", wordings=("Permanent",)), "permanent"),
)
_INSTRUCTING = ("cutoff", "inactive-storage", "retention", "transfer-block", "transfer")
_CITING: tuple[tuple[str, Relation], ...] = (
    ("superseded-citation", "supersedes"),
    ("description", "cites"),
    ("limitation", "cites"),
    ("manual-citation", "cites"),
    ("manual-title", "cites"),
    ("instruction", "cites"),
    ("cutoff", "cites"),
    ("retention", "cites"),
    ("transfer", "cites"),
    ("inactive-storage", "cites"),
    ("transfer-block", "cites"),
    ("pre-accessioning", "cites"),
    ("additional", "cites"),
    ("gao-approval", "cites"),
)
_DEFAULTS = dict(_CITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """An entry whose number, or the name in its stead, is settled; `parent` and `under` as an Item has them.

    `number_lines` is how many lines the number takes.
    """

    entry: Entry
    id: str
    parent: str | None
    number_lines: int
    title: tuple[Token, ...]
    under: str | None = None


def read_item(numbered: Numbered, own: Collection[str]) -> tuple[Item, list[Doubt]]:
    """The item and what is doubtful about it. `own` are the numbers of the schedule itself."""
    entry, notes = part_notes(numbered.entry)
    entry, beside = part_beside(entry)
    numbered = replace(numbered, entry=entry)
    description = _description(numbered)
    disposition, doubts = _disposition(entry)
    status, stray = _status(entry)
    whole = Passage.join(
        passage_of(lines)
        for lines in (
            numbered.title,
            description,
            *(field.lines for field in entry.fields.values() if field.name != "description"),
        )
        if lines
    )
    struck = whole.struck_parts()
    citations = item_citations(entry, description, own, numbered.id)
    if whole.strike() != "full":
        # A line through item and citation may be newer than both.
        citations = tuple(
            replace(each, disputed=True) if is_struck(each, (whole,)) else each for each in citations
        )
    place = passage_of((*numbered.title, *entry.number[: numbered.number_lines])) or whole
    written = tuple(
        each for note in beside for each in read_citations(note, own=tuple(own)) if each.target not in own
    )
    return Item(
        id=numbered.id,
        number=entry.sequence or "",
        parent=numbered.parent,
        under=numbered.under,
        evidence=place.evidence(confidence=entry.confidence),
        title=one_line(numbered.title, entry.confidence),
        text=_text(description, entry.confidence),
        strike=whole.strike(),
        struck=tuple(Reading(value=" ".join(part.text.split()), evidence=part.evidence()) for part in struck),
        struck_by=tuple(part.ink() for part in struck),
        disposition=disposition,
        status_printed=status,
        citations=distinct((*citations, *written, *note_citations(notes))),
        annotations=note_annotations(notes),
    ), [*doubts, *stray, *ended_without_status(numbered.id, whole, status)]


def item_citations(
    entry: Entry, description: Sequence[Token], own: Collection[str], itself: str
) -> tuple[Citation, ...]:
    """What the item's fields say of other authorities, each number and relation once.

    That an item supersedes itself is kept, too: the form says so, and it is told as a conflict.
    """
    found: list[Citation] = []
    # A note may stand below any field, those too that are answered with a word.
    further: list[tuple[str, Relation]] = [(name, "cites") for name in entry.fields if name not in _DEFAULTS]
    for name, default in (*_CITING, *further):
        field = entry.fields.get(name)
        lines = description if name == "description" else (field.lines if field else ())
        if not lines:
            continue
        others = own if name != "superseded-citation" else frozenset(own) - {itself}
        found.extend(citations_of(lines, default, others, field.confidence if field else entry.confidence))
    return distinct(found)


def citations_of(
    lines: Sequence[Token], default: Relation, own: Collection[str], confidence: float = 1.0
) -> list[Citation]:
    """The citations of some lines, the schedule's own numbers left out."""
    passage = passage_of(lines)
    if not passage:
        return []
    citations = read_citations(passage, default=default, own=tuple(own))
    return [
        citation
        if confidence == 1.0
        else replace(citation, evidence=replace(citation.evidence, confidence=confidence))
        for citation in citations
        if citation.target not in own
    ]


def distinct(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Each target once a relation; that a text only cites a number says nothing beside a relation."""
    related = {citation.target for citation in citations if citation.relation != "cites"}
    kept: dict[tuple[str, str, str | None, bool], Citation] = {}
    for citation in citations:
        bare = citation.relation == "cites" and citation.words is None
        if bare and citation.target is not None and citation.target in related:
            continue
        said = (citation.relation, citation.target or citation.printed, citation.of, bare)
        kept.setdefault(said, citation)
    return tuple(kept.values())


def _description(numbered: Numbered) -> tuple[Token, ...]:
    after = numbered.entry.number[numbered.number_lines :]
    field = numbered.entry.fields.get("description")
    return tuple(line for line in (*after, *(field.lines if field else ())) if not line.stamp)


def _text(lines: Sequence[Token], confidence: float) -> Reading[str] | None:
    if not lines:
        return None
    evidence = passage_of(lines).evidence(confidence=confidence)
    return Reading(value="\n".join(group_paragraphs(lines)), evidence=evidence)


def _disposition(entry: Entry) -> tuple[Disposition, list[Doubt]]:
    fields = entry.fields
    doubts: list[Doubt] = []
    final, told = _final(fields.get("final-disposition"))
    doubts.extend((*told, *_amended(entry)))
    cutoff, transfer = _line(fields.get("cutoff")), _line(fields.get("transfer"))
    beside = _beside_heading(fields.get("instruction"))
    instruction_lines = [
        line
        for field in (beside, *(fields.get(name) for name in _INSTRUCTING))
        if field is not None
        for line in field.lines
        if not line.stamp
    ]
    retention = _retention(fields.get("retention")) or _retention(beside)
    if retention is None and (final is None or final.value == "permanent"):
        retention = _retention(fields.get("transfer"))
    action = retention.value.action if retention else None
    opposed = {"permanent": ("destroy", "delete"), "temporary": ("transfer",)}
    if final and retention and action in opposed[final.value]:
        message = f"The final disposition is {final.value}, the retention period says {action}."
        doubts.append(Doubt(code="disposition-disagrees", message=message, evidence=retention.evidence))
    return Disposition(
        final=final,
        instruction=one_line(instruction_lines),
        cutoff=cutoff,
        transfer=transfer,
        media_neutral=_yes_no(fields.get("media-neutral")),
        limitation=_line(fields.get("limitation")),
        retention=retention,
    ), doubts


def _beside_heading(field: Field | None) -> Field | None:
    """What stands beside "Disposition Instruction" itself, which is a heading, without notes of what came after."""
    if field is None:
        return None
    kept = tuple(line for line in field.lines if not says_relation(line.passage))
    return field._replace(lines=kept) if kept else None


def _amended(entry: Entry) -> list[Doubt]:
    """A doubt for each field of the disposition of which only some words are struck."""
    doubts = []
    for name in ("final-disposition", "retention", "transfer"):
        passage = _instruction(entry.fields[name]) if name in entry.fields else None
        if passage and passage.strike() == "partial":
            message = (
                f"Words of the instruction of item {entry.sequence or '?'} are struck; what stands was read."
            )
            doubts.append(
                Doubt(code="instruction-partly-struck", message=message, evidence=passage.evidence())
            )
    return doubts


def _final(field: Field | None) -> tuple[Reading[FinalDisposition] | None, list[Doubt]]:
    if field is None or not field.lines:
        return None, []
    passage = standing(field.lines[0].passage).strip()
    for label, value in _FINAL:
        match = match_label(passage.text, [label])
        if match:
            written = passage.text[match.start : match.end]
            repairs = () if match.exact else (f"{written}→{label.wordings[0]}",)
            evidence = passage.evidence(match.start, match.end, field.confidence)
            return Reading(value=value, evidence=evidence, repairs=repairs), []
    message = f'The final disposition is printed "{passage.text[:60]}", neither temporary nor permanent.'
    return None, [Doubt(code="final-disposition-unread", message=message, evidence=passage.evidence())]


def _retention(field: Field | None) -> Reading[Retention] | None:
    """The retention period in the words of the field, its parts where the words are clear."""
    if field is None or not field.lines:
        return None
    passage = _instruction(field)
    if not passage:
        return None
    text = " ".join(passage.text.split())
    read = read_disposition(standing(passage), labelled=True).retention
    value = replace(read.value, text=text) if read else Retention(text=text)
    repairs = read.repairs if read else ()
    return Reading(value=value, evidence=passage.evidence(confidence=field.confidence), repairs=repairs)


def _instruction(field: Field) -> Passage:
    """The words of a field without the notes that were written below them."""
    passage = passage_of(_without_notes([line for line in field.lines if not line.stamp]))
    return instruction_part(passage) or passage


def _without_notes(lines: Sequence[Token]) -> Sequence[Token]:
    """The struck lines alone, where those that stand instruct nothing: a note says why the instruction is struck."""
    struck = [line for line in lines if line.passage.strike() == "full"]
    below = passage_of([line for line in lines if line.passage.strike() != "full"])
    if not struck or not below or below.strike() != "none":
        return lines
    said = read_disposition(below, labelled=True).retention
    return lines if said and (said.value.action or said.value.period) else struck


def _status(entry: Entry) -> tuple[Reading[str] | None, list[Doubt]]:
    field = entry.fields.get("item-status")
    if entry.stamp:
        return Reading(value=entry.stamp.text, evidence=entry.stamp.passage.evidence()), []
    if field is None or not field.lines:
        beside = status_beside((*entry.title, *entry.number[:1]))
        return (Reading(value=beside.text, evidence=beside.evidence()) if beside else None), []
    return one_line(field.lines[:1], field.confidence), []


def _yes_no(field: Field | None) -> Reading[bool] | None:
    if field is None or not field.lines:
        return None
    passage = field.lines[0].passage
    answer = passage.text.split()[0].strip(".,;:").casefold() if passage.text.split() else ""
    if answer not in ("yes", "no"):
        return None
    return Reading(
        value=answer == "yes", evidence=passage.evidence(0, len(answer), confidence=field.confidence)
    )


def _line(field: Field | None) -> Reading[str] | None:
    if field is None:
        return None
    return one_line([line for line in field.lines if not line.stamp], field.confidence)

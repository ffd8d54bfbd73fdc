"""The items of a schedule from its outline: identifiers, words, strikes, dispositions, citations."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.damagedwords import reading_of_action
from schedgraph.parser.disposition import media_neutral, read_disposition, standing, with_struck_period
from schedgraph.parser.document import Citation, Disposition, Item, Relation
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.overlooked import told_of
from schedgraph.parser.forms.saidofothers import said_of_others
from schedgraph.parser.forms.sf115.contents.changed import changed_doubt, changed_instruction
from schedgraph.parser.forms.sf115.contents.citing import item_citations
from schedgraph.parser.forms.sf115.contents.content import sort_content
from schedgraph.parser.forms.sf115.contents.named import abbreviated_actions, add_named_notes, annotation_of
from schedgraph.parser.forms.sf115.contents.namedactions import with_named_actions
from schedgraph.parser.forms.sf115.contents.namedsentences import with_named_sentences
from schedgraph.parser.forms.sf115.contents.parts import Content
from schedgraph.parser.forms.sf115.contents.saidofitem import standing_sentences
from schedgraph.parser.forms.sf115.contents.wording import Words, part_words
from schedgraph.parser.forms.sf115.numbering.designators import read_designator
from schedgraph.parser.forms.sf115.numbering.outline import Outline, OutlineItem
from schedgraph.parser.forms.sf115.preamble import announced_title, reading_of
from schedgraph.parser.forms.sf115.table.narrowcells import is_action
from schedgraph.parser.passage import Passage

_NOT_BY = re.compile(r"\bnot\s(?:superseded|replaced)\sby\b", re.IGNORECASE)
# Figures are struck one by one: what stands of "1~~00~~" is a 1.


def read_items(
    outline: Outline,
    schedule: str,
    column: Relation,
    occurrences: frozenset[str],
    *,
    before: Content,
    neutral: Reading[bool] | None = None,
) -> tuple[tuple[Item, ...], tuple[Citation, ...], tuple[Doubt, ...]]:
    """The items of `schedule`, what their words tell of other authorities, and what is doubtful about them.

    A note `before` the items may name some of them; `neutral` is what the schedule says of all media.
    """
    parents = {item.parent for item in outline.items}
    paths = [item.path for item in outline.items]
    items: list[Item] = []
    contents: list[Content] = []
    told: list[Citation] = []
    doubts: list[Doubt] = []
    for index, outlined in enumerate(outline.items):
        content = with_named_sentences(sort_content(outlined.entries), outlined.path, paths)
        words = _words(content, leads=index in parents)
        above = contents[outlined.parent] if outlined.parent is not None else None
        if above and above.label and not above.instruction and index not in parents and not words.instruction:
            # "Disposition:" stands above a list, and each member says what becomes of its records.
            words = replace(words, instruction=words.text, labelled=True, text_instructs=True)
        contents.append(content)
        if words.behind_title:
            content = replace(content, column_citations=(*content.column_citations, words.behind_title))
        citations, unclear = item_citations(content, words.parts, column, occurrences, schedule)
        parent = None if outlined.parent is None else items[outlined.parent].id
        item = _item(outlined, content, words, citations, schedule, parent, neutral)
        if changed := changed_instruction((*content.actions, *words.parts)):
            approved = replace(words, instruction=changed, labelled=True)
            item = replace(item, disposition=_disposition(approved, neutral))
            doubts.append(changed_doubt(item, changed))
        items.append(item)
        if words.title and _refuses(words.title) and not content.actions:
            # It may be said of the applications that the item is of, or of the item.
            told.append(told_of(item, words.title))
        told.extend(each for part in words.parts for each in said_of_others(part, schedule, (schedule,)))
        doubts.extend((*outlined.doubts, *unclear, *_amended(words, item), *_struck_action(content, item)))
    items, unplaced = add_named_notes(items, paths, (before, *contents), schedule, occurrences)
    items, misnamed = with_named_actions(items, paths, contents)
    doubts.extend((*unplaced, *misnamed, *_repeated(outline.items, items)))
    return tuple(map(_with_denials, items)), tuple(told), tuple(doubts)


def _with_denials(item: Item) -> Item:
    """The item, a successor that another hand denies disputed: "Superseded by N1-…" and "no - NOT superseded by N1-…"."""
    denied = {
        each.target
        for each in item.citations
        if each.relation == "does-not-supersede" and _NOT_BY.search(each.evidence.quote)
    }
    if not any(each.relation == "superseded-by" and each.target in denied for each in item.citations):
        return item
    kept = (
        each for each in item.citations if each.relation != "does-not-supersede" or each.target not in denied
    )
    citations = (
        replace(each, disputed=True) if each.relation == "superseded-by" and each.target in denied else each
        for each in kept
    )
    return replace(item, citations=tuple(citations))


def _refuses(title: Passage) -> bool:
    """Whether a title is what NARA writes of an item that it does not approve: "Not approved", "Withdrawn"."""
    return is_action(title) and not title.text.strip().casefold().startswith("approved")


def _words(content: Content, *, leads: bool) -> Words:
    whole = content.heading or content.body
    if title := announced_title(whole):
        return Words(title=title)
    return part_words(content, leads=leads)


def _item(
    outlined: OutlineItem,
    content: Content,
    words: Words,
    citations: Sequence[Citation],
    schedule: str,
    parent: str | None,
    neutral: Reading[bool] | None,
) -> Item:
    struck = [part for whole in words.parts for part in whole.struck_parts() if part]
    strike = Passage.strike_of(words.parts)
    if strike == "none" and (number := _struck_number(outlined)):
        # A line through the number alone is a line through something of the item.
        strike, struck = "partial", [number]
    return Item(
        id=f"{schedule}/{'/'.join(outlined.path)}",
        number=outlined.number,
        parent=parent,
        evidence=outlined.line.evidence(),
        title=reading_of(words.title) if words.title else None,
        text=reading_of(words.text) if words.text else None,
        strike=strike,
        struck=tuple(map(reading_of, struck)),
        struck_by=tuple(part.ink() for part in struck),
        disposition=_disposition(words, neutral),
        action_taken=reading_of_action(standing(Passage.join(content.actions, " ")))
        if content.actions
        else None,
        annotations=(
            *(annotation_of(note) for note in content.standings if not note.names),
            *(annotation_of(note) for note in standing_sentences(words.parts)),
            *abbreviated_actions(content.actions),
        ),
        citations=tuple(each for each in citations if each.target != schedule),
    )


def _struck_number(outlined: OutlineItem) -> Passage | None:
    """The designator of the line that opens an item, where all of it is struck."""
    designator = read_designator(outlined.line.text, cell=True) or read_designator(outlined.line.text)
    if designator is None:
        return None
    number = outlined.line.part(designator.start, designator.end)
    return number if number.strike() == "full" else None


def _amended(words: Words, item: Item) -> tuple[Doubt, ...]:
    if not words.instruction or words.instruction.strike() != "partial":
        return ()
    message = (
        f"Words of the instruction of item {item.number} are struck; what stands was read, and from the struck words "
        "a period or a kind that nothing took the place of."
    )
    return (Doubt(code="instruction-partly-struck", message=message, evidence=words.instruction.evidence()),)


def _struck_action(content: Content, item: Item) -> tuple[Doubt, ...]:
    """A line through column 10 of an item that stands may take the action back."""
    if item.strike == "full" or Passage.strike_of(content.actions) == "none":
        return ()
    action = Passage.join(content.actions, " ")
    message = f"What column 10 says of item {item.number} is struck, whole or in part; whether it still holds is not known."
    return (Doubt(code="action-struck", message=message, evidence=action.evidence()),)


def _disposition(words: Words, neutral: Reading[bool] | None) -> Disposition:
    flagged = media_neutral(words.label) if words.label else None
    if not words.instruction:
        return Disposition(media_neutral=flagged)
    disposition = read_disposition(standing(words.instruction), labelled=words.labelled)
    if words.instruction.strike() == "partial":
        disposition = with_struck_period(disposition, words.instruction, labelled=words.labelled)
    if disposition.instruction is None or words.instruction.strike() == "partial":
        disposition = replace(disposition, instruction=reading_of(words.instruction))
    return replace(disposition, media_neutral=disposition.media_neutral or flagged or neutral)


def _repeated(outlined: Sequence[OutlineItem], items: Sequence[Item]) -> list[Doubt]:
    """A doubt for each number that occurs again and that the outline did not yet tell of."""
    counts: Counter[str] = Counter()
    doubts = []
    for outline_item, item in zip(outlined, items, strict=True):
        counts[item.id] += 1
        told = any(doubt.code == "item-number-repeated" for doubt in outline_item.doubts)
        if counts[item.id] > 1 and not told:
            message = f"Item {item.number} occurs twice; the second may be misread or belong to another list."
            doubts.append(Doubt(code="item-number-repeated", message=message, evidence=item.evidence))
    return doubts

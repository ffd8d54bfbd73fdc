"""Documents that are no schedule: memos, e-mails, manuals, crosswalks. Only their numbers are read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.blocks import Block
from schedgraph.parser.citation import (
    SupersessionStatement,
    read_citations,
    read_pointing,
    read_supersessions,
)
from schedgraph.parser.citation.corrected import (
    corrected,
    denied_beside,
    nth_rows_taken_out,
    rows_swapped,
    rows_taken_out,
    swapped,
)
from schedgraph.parser.citation.listeditems import schedule_of
from schedgraph.parser.citation.setright import set_right
from schedgraph.parser.document import Citation, Item, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.approvedon import approval_days, items_since_approval, since_approval
from schedgraph.parser.forms.bareacts import bare_acts, without_subject
from schedgraph.parser.forms.bareitems import bare_items, last_schedule, subjects
from schedgraph.parser.forms.crosswalk.alone import is_drafted, read_alone
from schedgraph.parser.forms.detect import Detection
from schedgraph.parser.forms.ending import (
    Opening,
    done_by_archives,
    listed,
    lists_apart,
    opened_list,
)
from schedgraph.parser.forms.fated import fated_ends, fated_statements, fates_of, paired
from schedgraph.parser.forms.keptunder import kept_under
from schedgraph.parser.forms.letterhead import letter_of
from schedgraph.parser.forms.outside import as_outside
from schedgraph.parser.forms.spared import rest_of, spared_by
from schedgraph.parser.forms.statedrows import is_stated_row, rows_apart
from schedgraph.parser.forms.untold import named_items, untold, untold_rows
from schedgraph.parser.look_alikes import reading_of_words
from schedgraph.parser.passage import Passage

if TYPE_CHECKING:
    from schedgraph.parser.authority.finder import Mention

_LONGEST_PARAGRAPH = 200
"""Lines; what is longer is read in parts, for no statement runs on so far."""


def read_unknown(
    blocks: Sequence[Block], source: Source, detection: Detection | None = None
) -> ScheduleDocument:
    """The numbers of a document and what its sentences say of them.

    A sentence that names both sides ("X is superseded by Y") becomes an item for its old side, with a doubt:
    it stands outside the schedule that it speaks of. What it says was replaced by something that it does not name
    is told of the document alone.
    """
    citations: dict[tuple[str, str | None, str], Citation] = {}
    items: dict[str, Item] = {}
    doubts: list[Doubt] = []
    letter, drafted = letter_of(blocks), is_drafted(blocks)
    tables = read_alone(blocks)
    for citation in tables.citations:
        citations.setdefault(_kind(citation), citation)
    rest = [block for index, block in enumerate(blocks) if index not in tables.lines]
    opening: Opening | None = None
    passages = list(lists_apart(rows_apart(paragraphs(rest))))
    tabled = {old for each in tables.citations if (old := schedule_of(each.of))}
    above: str | None = None
    spoken: list[tuple[Passage, Sequence[Mention], set[str | None]]] = []
    about = subjects(passages, of_archives=letter.of_archives, tabled=tabled)
    alone = len({each.id for one in passages for each in find_numbers(one.text) if each.whole_schedule}) < 2
    for passage, schedules in zip(passages, about, strict=True):
        subject = schedules[0] if len(schedules) == 1 else None
        named = bare_items(passage, schedules, above)
        bare = named if len(schedules) < 2 else bare_items(passage, schedules, above, of_several=False)
        above = last_schedule(passage) or above
        told: set[str | None] = set()
        righted = tuple(set_right(passage, (*find_numbers(passage.text), *bare)))
        for _, denial in righted:
            citations.setdefault(_kind(denial), replace(denial, date=letter.day))
        stated_here = (
            *(statement for statement, _ in righted),
            *read_supersessions(passage, bare),
            *read_pointing(passage),
        )
        for stated in (each for one in stated_here for each in paired(passage, rest_of(passage, one))):
            statement, denials = corrected(passage, in_part_where_kept(passage, stated))
            if drafted and is_stated_row(passage.text):
                statement = replace(statement, proposed=True)
            told.update(mention.id for mention in (*statement.old, *statement.new))
            for item in statement_items(statement):
                known = items.get(item.id)
                items[item.id] = _with_citations(known, item) if known else item
            doubts.append(_outside(statement))
            for denial in (replace(each, date=letter.day) for each in denials):
                told.add(denial.of)
                citations.setdefault((denial.relation, denial.of, denial.target or denial.printed), denial)
        members = listed(passage, opening) if opening and not told else None
        opening = opened_list(passage, letter) or (opening if members else None)
        read = done_by_archives(passage, read_citations(passage, beside=bare), letter)
        acts = tuple(bare_acts(passage, letter, subject))
        said = (*acts, *without_subject(members or as_outside(passage, read, bare), acts, subject))
        settled = {*told, *(each.target for each in said if _is_explained(each) and not _is_open(each))}
        fates = fates_of(passage, (*find_numbers(passage.text), *bare), subject, settled, alone=alone)
        if letter.of_archives:
            fates = tuple(
                replace(each, by_archives=True) if each.became == "rescinded" else each for each in fates
            )
        for fated in fated_statements(passage, fates):
            statement, denials = corrected(passage, in_part_where_kept(passage, rest_of(passage, fated)))
            for denial in (replace(each, date=letter.day) for each in denials):
                told.add(denial.of)
                citations.setdefault(_kind(denial), denial)
            told.update(mention.id for mention in (*statement.old, *statement.new))
            for item in statement_items(statement):
                known = items.get(item.id)
                items[item.id] = _with_citations(known, item) if known else item
            doubts.append(_outside(statement))
        for denial in (
            each
            for one in (*stated_here, *fated_statements(passage, fates))
            for each in spared_by(passage, one)
        ):
            told.add(denial.target)
            citations.setdefault(_kind(denial), replace(denial, date=letter.day))
        ended = tuple(fated_ends(passage, fates, letter.day))
        gone = {each.target for each in ended}
        said = (
            *ended,
            *(
                each
                for each in said
                if each.target not in gone and not (_is_open(each) and each.target in told)
            ),
        )
        explained = {*told, *(each.target for each in said if _is_explained(each))}
        spoken.append((passage, named, explained))
        for citation in (*said, *untold(passage, explained, named)):
            if citation.relation == "does-not-supersede" or (citation.words and not citation.disputed):
                citation = replace(citation, date=citation.date or letter.day)
            if citation.target is None or citation.target not in told:
                citations.setdefault(_kind(citation), citation)
    successors = {
        item.id: {each.target for each in item.citations if each.relation == "superseded-by"}
        for item in items.values()
    }
    for passage, beside, explained in spoken:
        for denial in rows_taken_out(passage, find_numbers(passage.text)):
            explained.add(denial.target)
            citations.setdefault(_kind(denial), replace(denial, date=letter.day))
        numbers = (*find_numbers(passage.text), *beside)
        rows = [each for each in tables.citations if each.relation == "superseded-by" and each.of]
        for denial in (
            *denied_beside(passage, numbers, successors),
            *swapped(passage, numbers, successors),
            *nth_rows_taken_out(passage, rows),
            *rows_swapped(passage, tables.righted),
        ):
            citations.setdefault(_kind(denial), replace(denial, date=letter.day))
    known_ends = {each.of or each.target for each in citations.values() if _is_explained(each)} | set(items)
    for citation in untold_rows(rest, known_ends):
        citations.setdefault(_kind(citation), citation)
    known_ends |= {each.target for each in tables.citations}
    unexplained = (
        citation
        for passage, named, explained in spoken
        for citation in named_items(passage, explained | known_ends, named)
    )
    for citation in (*tables.unread, *unexplained):
        if citation.target not in known_ends and not drafted:
            citations.setdefault(_kind(citation), citation)
    days = approval_days(passages)
    return ScheduleDocument(
        source=source,
        form="unknown",
        schedule=Schedule(stamps=stamps(blocks)),
        items=items_since_approval(items.values(), days),
        citations=since_approval(tuple(citations.values()), days),
        doubts=tuple(doubts),
    )


def in_part_where_kept(passage: Passage, statement: SupersessionStatement) -> SupersessionStatement:
    """A statement of a part where the passage keeps records under the older authority: "Savannah River continues to use it"."""
    if statement.partial or statement.relation != "superseded-by":
        return statement
    kept = {*kept_under(passage.text)}
    return replace(statement, partial=any(each.id in kept for each in statement.old))


def _kind(said: Citation) -> tuple[str, str | None, str]:
    """What of two citations alike is one: what is said, of which authority, and which number it names."""
    kind: str = said.relation
    if said.words:
        kind = "untold" if said.disputed else "words"
    return (kind, said.of, said.target or said.printed)


def _is_explained(said: Citation) -> bool:
    """Whether a citation holds more than a bare number."""
    return said.relation != "cites" or said.proposed or said.words is not None


def _is_open(said: Citation) -> bool:
    """Whether a citation says that something was replaced and not by what."""
    return said.relation == "supersedes" or said.disputed


def paragraphs(blocks: Sequence[Block]) -> Iterator[Passage]:
    """The paragraphs and table rows of a document; a blank line inside a sentence ends none."""
    lines: list[Passage] = []
    for block in blocks:
        if block.kind in ("furniture", "rule"):
            continue
        goes_on = bool(lines) and (not block.gap or _is_continued(lines[-1].text, block.text))
        if lines and (not goes_on or block.kind != "text" or len(lines) >= _LONGEST_PARAGRAPH):
            yield Passage.join(lines)
            lines = []
        lines.append(block.passage)
        if block.kind == "row":
            yield Passage.join(lines)
            lines = []
    if lines:
        yield Passage.join(lines)


def stamps(blocks: Sequence[Block]) -> tuple[Reading[str], ...]:
    """Each stamp of a document once."""
    found: dict[str, Reading[str]] = {}
    for block in blocks:
        if block.kind == "stamp":
            reading = reading_of_words(block.passage.strip("*[]() ."))
            found.setdefault(reading.value.casefold(), reading)
    return tuple(found.values())


def statement_items(statement: SupersessionStatement) -> Iterator[Item]:
    """The old side of a statement as items that its new side succeeds."""
    citations = tuple(statement.citation(mention) for mention in statement.new)
    for mention in statement.old:
        if mention.id:
            yield Item(
                id=mention.id,
                number=mention.printed,
                parent=None,
                evidence=statement.evidence,
                citations=citations,
            )


def _with_citations(first: Item, second: Item) -> Item:
    known = {(citation.relation, citation.target) for citation in first.citations}
    more = tuple(
        citation for citation in second.citations if (citation.relation, citation.target) not in known
    )
    return Item(
        id=first.id,
        number=first.number,
        parent=None,
        evidence=first.evidence,
        citations=(*first.citations, *more),
    )


def _outside(statement: SupersessionStatement) -> Doubt:
    old = ", ".join(mention.printed for mention in statement.old)
    return Doubt(
        code="statement-outside-a-schedule",
        message=f"This document is no schedule; what it says of {old} should be checked in the schedules.",
        evidence=statement.evidence,
    )


def _is_continued(before: str, after: str) -> bool:
    return after[:1].islower() and not before.rstrip().endswith((".", "!", "?", ":", ";"))

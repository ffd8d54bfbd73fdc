"""For which items of a group an annotation is meant: each way to read it, with its weight.

Under a stamp that says that all items are superseded, an annotation that stands after a later item may be meant
for the items before it too: for all of them, or pairwise ("DAA-GRS-2013-0001-0005 + 0006" after C(1) and C(2)).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.graph.casefile import above, told
from schedgraph.graph.finding import Finding, finding
from schedgraph.graph.identity import same_authorities
from schedgraph.graph.judgement import Judgement
from schedgraph.graph.rules.book import rule
from schedgraph.graph.rules.notes import in_one_note, place_of, weights
from schedgraph.graph.successor import Succession
from schedgraph.graph.verdict import Bench


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """The annotation on `holder`: its successions in the order of its words, and the items that it may cover."""

    holder: str
    told: tuple[Succession, ...]
    items: tuple[str, ...]

    def readings(self, item: str, target: str) -> tuple[tuple[str, float], ...]:
        """The readings in which `target` replaced `item`, with their weights among all that are possible."""
        targets = [each.new for each in self.told]
        pairs = len(targets) > 1 and len(targets) == len(self.items) and in_one_note(self.told)
        possible = {name: share for name, share in weights().items() if pairs or name != "pairwise"}
        holds = {
            "item": item == self.holder,
            "group": True,
            "pairwise": pairs and item in self.items and self.items.index(item) == targets.index(target),
        }
        whole = sum(possible.values())
        return tuple((name, round(share / whole, 3)) for name, share in possible.items() if holds[name])


@rule("scope-of-annotation")
def possible_successions(bench: Bench, judgement: Judgement) -> tuple[Succession, ...]:
    """Successors that may be meant for an item that only a stamp declares dead."""
    if not bench.law.has("scope-of-annotation") or not is_only_stamped(judgement):
        return ()
    note = _note_after(bench, judgement.id)
    if note is None:
        return ()
    return tuple(
        replace(
            each,
            old=judgement.id,
            written_for=note.holder,
            settled=False,
            target_certain=False,
            readings=note.readings(judgement.id, each.new),
        )
        for each in note.told
    )


def with_readings(bench: Bench, judgement: Judgement) -> tuple[tuple[Succession, ...], tuple[Finding, ...]]:
    """The successions of an item that carries such an annotation, with their readings and what is to be told.

    It is written on the item, so it holds for it; only pairwise it would name one of the successors.
    """
    told = judgement.successions
    note = _note_on(bench, judgement) if bench.law.has("scope-of-annotation") else None
    if note is None or len(note.items) != len(note.told) or len(note.items) < 2 or not in_one_note(note.told):
        return told, ()
    readings = {each.new: note.readings(judgement.id, each.new) for each in note.told}
    mine = note.told[-1].new
    message = (
        f"The annotation names {len(note.told)} successors after {len(note.items)} items "
        f"({', '.join(note.items)}); if they are meant one each, only {mine} is that of {judgement.id}."
    )
    said = [statement for each in note.told for statement in each.statements]
    marked = tuple(replace(each, readings=readings.get(each.new, ())) for each in told)
    return marked, (finding("pairwise-annotation", message, said),)


def annotated_beside(bench: Bench, identifier: str) -> list[str]:
    """The other items of the group on which a successor is named: no other can carry a note that is meant for this one."""
    if not _in_a_group(identifier):
        return []
    return [
        each
        for each in _beside(bench, identifier)
        if any(told(bench.case, name, "superseded-by") for name in same_authorities(bench.case, each))
    ]


def _in_a_group(identifier: str) -> bool:
    """Whether an item is part of another item."""
    return len(above(identifier)) > 1


def scope_caveat(identifier: str, guessed: Sequence[Succession]) -> Finding:
    """What is to be told of successions that an annotation elsewhere may be meant for."""
    message = (
        f"An annotation after a later item of {above(identifier)[0]} may be meant for {identifier} too; "
        "it is followed as possible."
    )
    said = (statement for each in guessed for statement in each.statements)
    return finding("scope-of-annotation", message, said)


def is_only_stamped(judgement: Judgement) -> bool:
    """Whether a stamp over the schedule is all that says that the item is dead."""
    return (
        judgement.rules[:2] == ("declared-dead", "stamp")
        and len(judgement.rules) == 2
        and not any(each.code == "stamp-against-status" for each in judgement.conflicts)
    )


def _note_after(bench: Bench, identifier: str) -> _Note | None:
    """The next annotation among the items of the same group."""
    for sibling in sorted(annotated_beside(bench, identifier), key=lambda each: _place(bench, each)):
        if _place(bench, sibling) > _place(bench, identifier):
            note = _note_on(bench, bench.judge(sibling))
            if note is not None:
                return note
    return None


def _note_on(bench: Bench, judgement: Judgement) -> _Note | None:
    """The annotation on an item, with the items right before it that have none and are only stamped dead."""
    told = [each for each in judgement.successions if each.rule == "annotation" and not each.written_for]
    if not told:
        return None
    told.sort(key=place_of)
    covered = [judgement.id]
    for sibling in reversed(_siblings(bench, judgement.id)):
        if _place(bench, sibling) >= _place(bench, judgement.id):
            continue
        if not is_only_stamped(bench.judge(sibling)):
            break
        covered.insert(0, sibling)
    return _Note(holder=judgement.id, told=tuple(told), items=tuple(covered))


def _siblings(bench: Bench, identifier: str) -> list[str]:
    """The other items of the group, in the order of the document; none for items right under the schedule."""
    if not _in_a_group(identifier):
        return []
    return sorted(_beside(bench, identifier), key=lambda each: _place(bench, each))


def _beside(bench: Bench, identifier: str) -> list[str]:
    """The other items of the group of one that stands in a group."""
    return [each for each in bench.children(above(identifier)[0]) if each != identifier]


def _place(bench: Bench, identifier: str) -> tuple[str, int, int]:
    shown = told(bench.case, identifier, "item-of")
    return min(
        ((each.document, each.evidence.page, each.evidence.start) for each in shown), default=("", 0, 0)
    )

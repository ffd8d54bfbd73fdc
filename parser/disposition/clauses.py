"""What a sentence of an instruction has done to the records, and when: acts with their terms."""

from dataclasses import dataclass, replace
from typing import Literal

from schedgraph.parser.disposition.phrases import Mark, Word
from schedgraph.parser.disposition.terms import Terms, disposition_words, read_terms

ActKind = Literal["destroy", "delete", "archives", "center", "elsewhere", "unplaced", "retain"]
"""`unplaced`: to be handed over to nobody named, which of permanent records means the National Archives."""

_VERBS = frozenset({"destroy", "delete", "transfer", "retain"})
_CONDITION_REACH = 8
_HANDED_OVER = ("offer", "transfer", "accession")


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something done to the records; `head` says that the sentence or clause begins with it."""

    kind: ActKind
    start: int
    end: int
    head: bool
    terms: Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """One sentence of an instruction, taken apart."""

    words: tuple[Word, ...]
    marks: tuple[Mark, ...]
    acts: tuple[Act, ...]
    cutoff: tuple[int, int] | None
    stray: Terms

    def first(self, *labels: str) -> Mark | None:
        """The first mark with one of `labels`."""
        return next((mark for mark in self.marks if mark.label in labels), None)


def read_clauses(words: tuple[Word, ...], marks: tuple[Mark, ...]) -> Clauses:
    """The acts of one sentence. `stray` are terms without an act: "3 years after cutoff"."""
    denied = {
        index
        for mark in marks
        if mark.label in ("never", "not-authorized")
        for index in range(mark.start, mark.end)
    }
    verbs = [
        mark
        for mark in marks
        if mark.label in _VERBS and mark.start not in denied and not _is_noun(words, mark)
    ]
    cutoff = next(
        (mark for mark in marks if mark.label == "cutoff" and _begins_clause(words, mark.start)), None
    )
    heads = sorted([mark.start for mark in verbs] + ([cutoff.start] if cutoff else []))
    acts: list[Act] = []
    for mark in verbs:
        limit = next((start for start in heads if start > mark.start), len(words))
        terms = read_terms(words, marks, mark.end, limit)
        if acts and _joined(words, acts[-1].end, mark.start):
            # "Delete/Destroy after", "Destroy or delete when": one act, the first word names it.
            acts[-1] = replace(acts[-1], end=mark.end, terms=terms)
            continue
        kind = _kind(words, marks, mark, limit)
        if not terms and kind != "retain":
            terms = _terms_before(words, marks, acts, cutoff, mark.start)
        head = _begins_clause(words, mark.start)
        acts.append(Act(kind=kind, start=mark.start, end=mark.end, head=head, terms=terms))
    return Clauses(
        words=words,
        marks=marks,
        acts=tuple(acts),
        cutoff=_cutoff_stretch(words, cutoff, heads) if cutoff else None,
        stray=Terms() if acts or cutoff else read_terms(words, marks, 0, len(words)),
    )


def _is_noun(words: tuple[Word, ...], mark: Mark) -> bool:
    """Whether the word tells of an act instead of ordering it: "upon transfer of", "has been destroyed"."""
    lists = disposition_words()
    text = words[mark.start].text
    before = words[mark.start - 1].text if mark.start else ""
    earlier = {word.text for word in words[max(0, mark.start - _CONDITION_REACH) : mark.start]}
    if text == "transfer":
        following = words[mark.end].text if mark.end < len(words) else ""
        return before in lists["before-noun"] and not (following.isalpha() and following not in {"of", "or"})
    if text == "accession":
        # Pre-accessioning hands over copies; custody follows later.
        return before in {"-", "pre"}
    if text in {"burn", "scrap", "discard", "shred"} and before in {
        "the",
        "a",
        "an",
        "each",
        "this",
        "that",
        "any",
    }:
        return True
    if text == "hold":
        return before in {"litigation", "legal", "a", "the"}
    if text in lists["participle"]:
        return bool(earlier & (lists["condition"] | {"not"}))
    if text in lists["destroyed"]:
        return bool(earlier & lists["condition"]) and "then" not in earlier
    return before in {"to", "not"} and (mark.label == "retain" or bool(earlier & lists["condition"]))


def said_from(clauses: Clauses, act: Act) -> int | None:
    """The first word of what an act says; None for the whole sentence ("records are destroyed when …")."""
    before = clauses.words[act.start - 1].text if act.start else ""
    passive = clauses.words[act.start].text.endswith("ed") and before not in disposition_words()["after-hold"]
    return None if passive else act.start


def _begins_clause(words: tuple[Word, ...], index: int) -> bool:
    """Whether word `index` can begin an instruction: "Cut off", not "after cut off"."""
    if index == 0:
        return True
    before = words[index - 1]
    glued = before.end == words[index].start and before.text in {"'", "’", "/", "-"}
    sign = not before.text[-1].isalnum() and not glued
    return sign or before.text in disposition_words()["clause"]


def _joined(words: tuple[Word, ...], end: int, start: int) -> bool:
    return end == start or (start - end == 1 and words[end].text in {"/", "or", "and", ",", "&"})


def _kind(words: tuple[Word, ...], marks: tuple[Mark, ...], verb: Mark, limit: int) -> ActKind:
    match verb.label:
        case "destroy" | "delete" | "retain":
            return verb.label
    places = [
        mark for mark in marks if mark.label in ("archives", "center") and verb.end <= mark.start < limit
    ]
    if not places:
        handed = words[verb.start].text.startswith(_HANDED_OVER)
        named = any(word.text == "to" for word in words[verb.end : min(limit, verb.end + _CONDITION_REACH)])
        return "unplaced" if handed and not named else "elsewhere"
    # "the National Archives Federal Records Center" is a records center.
    if any(mark.label == "center" and mark.start - places[0].end <= 3 for mark in places):
        return "center"
    return "archives" if places[0].label == "archives" else "center"


def _terms_before(
    words: tuple[Word, ...], marks: tuple[Mark, ...], acts: list[Act], cutoff: Mark | None, start: int
) -> Terms:
    """Terms that stand before the act: "When 5 years old, destroy", "Hold 2 years and destroy"."""
    if acts and acts[-1].kind == "retain":
        return acts[-1].terms
    if acts or cutoff:
        return Terms()
    return read_terms(words, marks, 0, start)


def _cutoff_stretch(words: tuple[Word, ...], cutoff: Mark, heads: list[int]) -> tuple[int, int]:
    lists = disposition_words()
    end = next((start for start in heads if start > cutoff.start), len(words))
    while end > cutoff.end and words[end - 1].text in lists["cutoff-end"]:
        end -= 1
    start = cutoff.start
    if start and words[start - 1].text in lists["declared"]:
        # "Files are cut off annually": all of it.
        start = 0
    return start, end

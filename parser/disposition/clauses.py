"""What a sentence of an instruction has done to the records, and when: acts with their terms."""

from dataclasses import dataclass
from typing import Literal

from schedgraph.parser.disposition.periods import iso_period
from schedgraph.parser.disposition.phrases import Mark, Word

ActKind = Literal["destroy", "delete", "archives", "center", "elsewhere", "retain"]

_DIRECT = frozenset({"at", "on", "upon"})
_BLOCKS = frozenset(
    {"block", "blocks", "segment", "segments", "increment", "increments", "accumulation", "intervals"}
)
_AFTER_ADJECTIVE = frozenset(
    {
        "old",
        "after",
        "from",
        "following",
        "or",
        "and",
        "whichever",
        "retention",
        "period",
        "thereafter",
        "later",
        "then",
    }
)
_COUNTS_FROM = frozenset({"after", "from", "following", "of", "beyond", "past", "since"})
_LATER = frozenset({"thereafter", "later", "hence", "thereof"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """When something is done: the period and the words `start` to `end` that name the event it counts from."""

    period: str | None = None
    start: int = 0
    end: int = 0
    from_cutoff: bool = False

    def __bool__(self) -> bool:
        return self.period is not None or self.start < self.end or self.from_cutoff


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
    """The acts of one sentence. `stray` are the terms of a sentence without an act ("3 years after cutoff")."""
    never = [mark for mark in marks if mark.label in ("never", "not-authorized")]
    verbs = [
        mark
        for mark in marks
        if mark.label in ("destroy", "delete", "transfer", "retain")
        and not any(one.start <= mark.start < one.end for one in never)
        and not _is_noun(words, mark)
    ]
    cutoff = next(
        (mark for mark in marks if mark.label == "cutoff" and _begins_clause(words, mark.start)), None
    )
    heads = sorted([mark.start for mark in verbs] + ([cutoff.start] if cutoff else []))
    acts: list[Act] = []
    for mark in verbs:
        limit = next((start for start in heads if start > mark.start), len(words))
        if acts and acts[-1].end >= mark.start - 2 and _joined(words, acts[-1].end, mark.start):
            # "Delete/Destroy after", "Destroy or delete when": one act, the first word names it.
            merged = acts.pop()
            acts.append(
                Act(
                    kind=merged.kind,
                    start=merged.start,
                    end=mark.end,
                    head=merged.head,
                    terms=_terms(words, marks, mark.end, limit),
                )
            )
            continue
        kind = _kind(marks, mark, limit)
        terms = _terms(words, marks, mark.end, limit)
        begins = _begins_clause(words, mark.start)
        if not terms and kind != "retain":
            terms = _terms_before(words, marks, acts, cutoff, mark.start)
        acts.append(Act(kind=kind, start=mark.start, end=mark.end, head=begins, terms=terms))
    stretch = _cutoff_stretch(words, cutoff, heads) if cutoff else None
    stray = Terms() if acts or cutoff else _terms(words, marks, 0, len(words))
    return Clauses(words=words, marks=marks, acts=tuple(acts), cutoff=stretch, stray=stray)


def _is_noun(words: tuple[Word, ...], mark: Mark) -> bool:
    """ "upon transfer of the property", "after the records are transferred": no instruction to do it."""
    before = words[mark.start - 1].text if mark.start else ""
    text = words[mark.start].text
    if text == "transfer":
        following = words[mark.end].text if mark.end < len(words) else ""
        return before in {
            "after",
            "upon",
            "the",
            "of",
            "for",
            "or",
            "following",
            "until",
            "such",
            "date",
        } and (following in {"of", "or", ",", ".", ""} or before in {"the", "of", "date", "until"})
    if text in {
        "retired",
        "sent",
        "offered",
        "transferred",
        "stored",
        "kept",
        "held",
        "maintained",
        "retained",
        "store",
    }:
        window = {word.text for word in words[max(0, mark.start - 8) : mark.start]}
        return bool(window & {"after", "when", "once", "until", "upon", "if", "has", "have", "been", "not"})
    if text in {"destroyed", "deleted", "disposed", "discarded", "erased", "purged"}:
        window = {word.text for word in words[max(0, mark.start - 6) : mark.start]}
        return (
            bool(window & {"after", "when", "once", "until", "upon", "if", "has", "have", "been"})
            and "then" not in window
        )
    return before in {"authority", "not"} and text not in {"destroy", "delete"}


def _begins_clause(words: tuple[Word, ...], index: int) -> bool:
    """Whether word `index` can begin an instruction: "Cut off", not "after cut off"."""
    if index == 0:
        return True
    before = words[index - 1].text
    return not before[-1].isalnum() and before not in {"'", "/", "-"} or before in {
        "and", "then", "temporary", "permanent", "are", "is", "be", "files", "file", "records", "should", "instruction",
    }  # fmt: skip


def _joined(words: tuple[Word, ...], end: int, start: int) -> bool:
    return end == start or (start - end == 1 and words[end].text in {"/", "or", "and", ",", "&"})


def _kind(marks: tuple[Mark, ...], verb: Mark, limit: int) -> ActKind:
    if verb.label in ("destroy", "delete", "retain"):
        return verb.label  # type: ignore[return-value]
    places = [
        mark for mark in marks if mark.label in ("archives", "center") and verb.end <= mark.start < limit
    ]
    if not places:
        return "elsewhere"
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
    return _terms(words, marks, 0, start)


def _cutoff_stretch(words: tuple[Word, ...], cutoff: Mark, heads: list[int]) -> tuple[int, int]:
    end = next((start for start in heads if start > cutoff.start), len(words))
    while end > cutoff.end and words[end - 1].text in {
        "and",
        "then",
        ",",
        ";",
        ".",
        "&",
        "(",
        "-",
        "to",
        ":",
        "be",
    }:
        end -= 1
    start = cutoff.start
    if start and words[start - 1].text in {"are", "is", "be", "files", "file", "records"}:
        start = 0
    return start, end


def _terms(words: tuple[Word, ...], marks: tuple[Mark, ...], low: int, high: int) -> Terms:
    """The first period between words `low` and `high` and the event it counts from, else the first event."""
    inside = [mark for mark in marks if low <= mark.start and mark.end <= high]
    periods = [mark for mark in inside if mark.label == "period" and _is_term(words, mark)]
    if not periods:
        return _event(words, inside, low, high)
    group = [periods[0]]
    for mark in periods[1:]:
        between = [word.text for word in words[group[-1].end : mark.start]]
        if between not in ([], [","], ["and"], [",", "and"], ["&"], ["."], [".", ","]):
            break
        group.append(mark)
    period, end = iso_period(words, group), group[-1].end
    while end < high and words[end].text in {".", "s", "period", "retention"}:
        end += 1
    after = words[end].text if end < high else ""
    if after in _LATER:
        return Terms(
            period=period, from_cutoff=any(mark.label == "cutoff" for mark in marks if mark.end <= end)
        )
    if after in _COUNTS_FROM:
        start = end + 1
        if start < high and after in {"from", "of"} and words[start].text in {"after"}:
            start += 1
        if after == "of" and start < high and words[start].text == "age":
            return Terms(period=period)
        return Terms(period=period, start=start, end=_stop(words, inside, start, high))
    if after in {"subsequent", "prior"} and end + 1 < high:
        return Terms(period=period, start=end + 2, end=_stop(words, inside, end + 2, high))
    first = group[0].start
    if first - 1 >= low and words[first - 1].text in {"plus", "+"}:
        event = _event(words, inside, low, first - 1)
        start = event.start if event else low
        return Terms(period=period, start=start, end=first - 1)
    return Terms(period=period)


def _is_term(words: tuple[Word, ...], mark: Mark) -> bool:
    """Whether a period is a retention period: not "in 5 year blocks", not "the 5-year review"."""
    following = words[mark.end].text if mark.end < len(words) else ""
    if following in _BLOCKS:
        return False
    hyphened = (
        any(word.text == "-" for word in words[mark.start : mark.end - 1]) and words[mark.end - 1].text != "s"
    )
    return not (hyphened and following.isalpha() and following not in _AFTER_ADJECTIVE)


def _event(words: tuple[Word, ...], inside: list[Mark], low: int, high: int) -> Terms:
    start = next((mark.end for mark in inside if mark.label == "event"), None)
    if start is None and low < high and words[low].text in _DIRECT:
        start = low + 1
    if start is None:
        return Terms()
    return Terms(start=start, end=_stop(words, inside, start, high))


def _stop(words: tuple[Word, ...], inside: list[Mark], start: int, high: int) -> int:
    """Where the event that begins at word `start` ends."""
    end = next((mark.start for mark in inside if mark.label == "stop" and mark.start > start), high)
    while end > start and words[end - 1].text in {
        ",",
        ".",
        ";",
        ":",
        ")",
        "and",
        "then",
        "or",
        "to",
        "be",
        "(",
        "/",
    }:
        if words[end - 1].text == ")" and "(" in {word.text for word in words[start : end - 1]}:
            break
        end -= 1
    return end

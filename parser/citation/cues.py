"""The phrases that say what holds of a number, with their negation and their reservations."""

from dataclasses import dataclass

from schedgraph.parser.citation.sentence import NUMBER, CitingSentence, citation_words
from schedgraph.parser.disposition.phrases import Mark
from schedgraph.parser.document import Relation

_RELATIONS: dict[str, Relation] = {
    "supersedes": "supersedes",
    "superseded-by": "superseded-by",
    "superseded-here": "supersedes",
    "remains": "does-not-supersede",
    "except": "does-not-supersede",
    "cites": "cites",
    "refers": "cites",
    "beside": "cites",
}
_PREFERENCE = (
    "superseded-by",
    "supersedes",
    "except",
    "superseded-here",
    "remains",
    "beside",
    "cites",
    "refers",
)
_BACKWARD = frozenset({"superseded-here", "remains", "beside"})
_NEGATABLE = frozenset({"supersedes", "superseded-by", "superseded-here"})
_FARTHEST_NEGATION = 10
_AWAITING = frozenset(
    {"when", "once", "upon", "on", "at", "with", "by", "pending", "following", "after", "until", "if"}
)
_FUTURE = frozenset({"will", "shall"})
_IF = frozenset({"if", "unless", "provided"})
_ANOTHER = frozenset({"the", "a", "an", "another", "any", "such"})
_NEAR_FUTURE = 3
_SET_APART = frozenset({".", ";", ":", "(", '"', "“"})
_NEAR_AWAITED = 5
_FARTHEST_BY = 6
_OPENING = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words `start` to `end`, which say `relation` of the numbers before (`backward`) or after them.

    With its denial ("does not supersede") the phrase begins at word `first`. `awaits` is the word that names the
    schedule on whose approval it depends: "will be superseded when DAA-0434-2021-0005 is approved".
    """

    label: str
    start: int
    end: int
    first: int
    relation: Relation
    negated: bool = False
    proposed: bool = False
    awaits: int | None = None

    @property
    def backward(self) -> bool:
        """Whether it speaks of the numbers before it."""
        return self.label in _BACKWARD

    @property
    def weak(self) -> bool:
        """Whether it only mentions, and so gives way to a verb before it: "supersedes the items under"."""
        return self.label == "cites"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cues of a sentence by their first word, and the clause that each word belongs to."""

    at: dict[int, Cue]
    clause: tuple[int, ...]


def find_cues(sentence: CitingSentence, marks: tuple[Mark, ...], *, superseding: bool = False) -> Cues:
    """What the phrases of a sentence say; of overlapping phrases the longest.

    `superseding` says that the field around the sentence already says "supersedes".
    """
    chosen: list[Mark] = []
    taken: set[int] = set()
    candidates = [
        mark for mark in (_without_signs(sentence, mark) for mark in marks) if mark.label in _RELATIONS
    ]
    for mark in sorted(
        candidates, key=lambda one: (one.start - one.end, _PREFERENCE.index(one.label), one.start)
    ):
        following = sentence.texts(mark.end, mark.end + 1)
        if mark.label in _BACKWARD and _by_another(sentence, mark.end):
            continue  # "is superseded" by a number, not by this schedule
        if mark.label == "beside" and following == ("to",):
            continue  # "does not apply to paper" speaks of the records
        if taken.isdisjoint(range(mark.start, mark.end)):
            taken.update(range(mark.start, mark.end))
            chosen.append(mark)
    chosen.sort(key=lambda mark: mark.start)
    clause = _clauses(sentence, marks, chosen)
    return Cues(
        at={mark.start: _cue(sentence, mark, marks, chosen, clause, superseding) for mark in chosen},
        clause=clause,
    )


def _by_another(sentence: CitingSentence, end: int) -> bool:
    """Whether "by" follows, at once or in "is superseded in 2016 by a schedule under review", and not "by this"."""
    meant = citation_words()
    first = end
    if sentence.texts(end, end + 1) == ("(",):
        # What stands in brackets, as "paper only" does, parts no verb from its agent.
        closing = (index for index in range(end, len(sentence.words)) if sentence.words[index].text == ")")
        first = next(closing, end - 1) + 1
    for index in range(first, first + _FARTHEST_BY):
        word, *agent = sentence.texts(index, index + _FARTHEST_BY) or ("",)
        if word == "by":
            named = NUMBER in agent or bool(meant["schedule"].intersection(agent))
            return index == end or (named and not meant["own"].intersection(agent))
        if not word or word in _SET_APART or word == NUMBER:
            return False
    return False


def _without_signs(sentence: CitingSentence, mark: Mark) -> Mark:
    """A pattern may name the number beside it, which is not part of the cue."""
    start, end = mark.start, mark.end
    if sentence.words[start].text == NUMBER:
        start += 1
    if sentence.words[end - 1].text == NUMBER:
        end -= 1
    return Mark(label=mark.label, start=start, end=end)


def _clauses(sentence: CitingSentence, marks: tuple[Mark, ...], cues: list[Mark]) -> tuple[int, ...]:
    """The clause of each word. A semicolon that only parts the members of a list begins no clause."""
    starts = {cue.start for cue in cues if cue.label not in ("cites", "refers")}
    semicolons = [index for index, word in enumerate(sentence.words) if word.text == ";"]
    ends = dict(zip(semicolons, [*semicolons[1:], len(sentence.words)], strict=False))
    breaks = set()
    for mark in marks:
        if mark.label != "break":
            continue
        start = _without_signs(sentence, mark).start
        if start in ends:
            member = range(start, ends[start])
            if any(index in sentence.mentions for index in member) and starts.isdisjoint(member):
                continue
        if sentence.texts(start, start + 2) == ("but", "also") or _spares_items(sentence, start):
            continue
        breaks.add(start)
    clauses, number = [], 0
    for index in range(len(sentence.words)):
        number += index in breaks
        clauses.append(number)
    return tuple(clauses)


def _spares_items(sentence: CitingSentence, start: int) -> bool:
    """Whether "but" leaves items out: "all items of N1-434-98-12 but item 4"."""
    left_out = sentence.texts(start, start + 2) in (("but", "item"), ("but", "items"))
    return left_out and start > 0 and sentence.words[start - 1].text == NUMBER


def _cue(
    sentence: CitingSentence,
    mark: Mark,
    marks: tuple[Mark, ...],
    cues: list[Mark],
    clause: tuple[int, ...],
    superseding: bool,
) -> Cue:
    label, relation = mark.label, _RELATIONS[mark.label]
    denial = _denial(sentence, mark, marks, clause) if label in _NEGATABLE else None
    if label == "except":
        governing = [cue for cue in cues if cue.end <= mark.start and cue.label in _NEGATABLE]
        if governing and _denial(sentence, governing[-1], marks, clause) is not None:
            relation = "supersedes"
        elif not (governing or superseding):
            label, relation = "cites", "cites"
    elif label in ("superseded-by", "superseded-here") and _is_condition(sentence, mark, clause):
        relation = "cites"
    elif denial is not None:
        relation = "does-not-supersede"
    undecided = label in _NEGATABLE and (
        _is_marked(sentence, mark, marks, clause, "undecided")
        or _awaits_event(sentence, mark)
        or _speaks_of_another(sentence, mark)
    )
    if undecided and relation == "supersedes":
        # Nothing in the schedule's own approval decides it.
        relation = "cites"
    return Cue(
        label=label,
        start=mark.start,
        end=mark.end,
        first=mark.start if denial is None else denial,
        relation=relation,
        negated=denial is not None,
        proposed=undecided or (label in _NEGATABLE and _is_marked(sentence, mark, marks, clause, "proposed")),
        awaits=_awaited(sentence, mark, cues) if label in ("supersedes", "superseded-here") else None,
    )


def _awaited(sentence: CitingSentence, cue: Mark, cues: list[Mark]) -> int | None:
    """The number on whose approval a cue depends, behind it up to the next one, or at the opening of the sentence."""
    words = [word.text for word in sentence.words]
    following = min((each.start for each in cues if each.start > cue.start), default=len(words))
    for begin, end in ((cue.start, following), (0, min(cue.start, _OPENING))):
        for index in range(begin, end):
            if words[index] in (".", ";"):
                break
            if words[index] not in _AWAITING:
                continue
            near = words[index + 1 : index + 1 + _NEAR_AWAITED]
            if NUMBER in near:
                number = index + 1 + near.index(NUMBER)
                said = words[index + 1 : number] + words[number + 1 : number + 1 + _NEAR_AWAITED]
                return number if citation_words()["approval"] & set(said) else None
    return None


def _speaks_of_another(sentence: CitingSentence, cue: Mark) -> bool:
    """Whether "it" may be another schedule: "If the schedule that is now being written is approved, it would supersede …"."""
    before = {word.text for word in sentence.words[: cue.start]}
    near = sentence.texts(cue.start - _NEAR_FUTURE, cue.start)
    meant = citation_words()
    conditional = meant["event"] & before
    return bool(
        conditional
        and meant["it"].intersection(near)
        and meant["schedule"] & before
        and not meant["own"] & before
    )


def _awaits_event(sentence: CitingSentence, cue: Mark) -> bool:
    """Whether it is to come true with something else than an approval: "will supersede …, once the files are digitized"."""
    if not _FUTURE.intersection(sentence.texts(cue.start - _NEAR_FUTURE, cue.start)):
        return False
    words, meant = [word.text for word in sentence.words], citation_words()
    opening = next((index for index in range(cue.start) if words[index] not in meant["opening"]), cue.start)
    behind = next((index for index in range(cue.end, len(words)) if words[index] in _SET_APART), len(words))
    for begin in (opening, *range(cue.end, behind)):
        if words[begin] not in meant["event"]:
            continue
        ends = (
            index for index in range(begin, len(words)) if words[index] == "," or words[index] in _SET_APART
        )
        said = words[begin : next(ends, len(words))]
        # "if the conversion is approved under a separate request" hangs on more than this schedule's own approval.
        others = (
            words[begin] in _IF and _ANOTHER.intersection(said[1:2]) and not meant["own"].intersection(said)
        )
        if others or not meant["approval"].intersection(said):
            return True
    return False


def _is_condition(sentence: CitingSentence, cue: Mark, clause: tuple[int, ...]) -> bool:
    """ "If N1-361-91-010 is superseded, use …" supersedes nothing; "upon approval" is a proposal."""
    conditions = citation_words()["condition"]
    for index in range(cue.start - 1, max(-1, cue.start - _FARTHEST_NEGATION), -1):
        word = sentence.words[index].text
        if word == "," or clause[index] != clause[cue.start]:
            return False
        if word in conditions:
            return True
    return False


def _is_marked(
    sentence: CitingSentence, cue: Mark, marks: tuple[Mark, ...], clause: tuple[int, ...], label: str
) -> bool:
    """Whether its clause, or the sentence's opening ("Upon approval, this schedule …"), has words with that label."""
    first_number = next(iter(sorted(sentence.mentions)), len(sentence.words))
    return any(
        mark.label == label
        and (
            clause[mark.start] == clause[cue.start]
            or (clause[mark.start] == 0 and mark.start < min(first_number, cue.start))
        )
        for mark in marks
    )


def _denial(
    sentence: CitingSentence, cue: Mark, marks: tuple[Mark, ...], clause: tuple[int, ...]
) -> int | None:
    """The word that denies the cue, or None.

    "does not include or supersede" denies, "not only supersedes" does not; "no items of N1-1-90-1 are
    superseded" denies by the word that its clause begins with.
    """
    words = citation_words()
    denials = {mark.start for mark in marks if mark.label == "negation"}
    for index in range(cue.start - 1, max(-1, cue.start - _FARTHEST_NEGATION), -1):
        word = sentence.words[index].text
        if index in denials:
            return index if sentence.texts(index + 1, index + 2) != ("only",) else None
        if word not in words["denied"]:
            break
    if _denies_behind(sentence, cue.end, marks):
        return cue.start
    here = clause[cue.start]
    head = next(index for index, number in enumerate(clause) if number == here)
    while head < cue.start and sentence.words[head].text in words["opening"]:
        head += 1
    return head if any(mark.label == "negation-of-all" and mark.start == head for mark in marks) else None


def _denies_behind(sentence: CitingSentence, index: int, marks: tuple[Mark, ...]) -> bool:
    """Whether the verb is denied by what follows it: "supersedes nothing in N1-1-90-1", not "supersedes No. N1-1-90-1"."""
    if not any(mark.label == "negation-of-all" and mark.start == index for mark in marks):
        return False
    following = sentence.texts(index + 1, index + 2)
    return sentence.words[index].text != "no" or (
        bool(following) and following[0].isalpha() and following[0] != NUMBER
    )

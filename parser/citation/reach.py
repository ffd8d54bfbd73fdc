"""Which numbers of a sentence a cue speaks of, and which number, if any, is its subject."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.citation.cues import Cue, Cues
from schedgraph.parser.citation.sentence import NUMBER, CitingSentence, citation_words

_FARTHEST = 30
_FARTHEST_SUBJECT = 12
_IN_PART = frozenset({"part", "partially"})
_FARTHEST_USE = 4
_USED = frozenset(
    [
        "use",
        "uses",
        "used",
        "using",
        "adopt",
        "adopts",
        "adopted",
        "apply",
        "applies",
        "applied",
        "follow",
        "follows",
    ]
)
_ANOTHER_SUBJECT = frozenset(["this", "these", "is", "are", "was", "were"])
_ONE = frozenset({"does", "did", "is", "was"})
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "had", "will"})
_LONGEST_TITLE = 20
_OTHER_SUBJECT = frozenset(["this", "these", "it", "they", "we", "i", "you", ";", ".", ":"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """The number at word `sign` and the cue that speaks of it. `subjects` do what the cue says."""

    sign: int
    cue: Cue
    subjects: tuple[int, ...] = ()


def govern(sentence: CitingSentence, cues: Cues) -> dict[int, Governed]:
    """The numbers that some cue speaks of, by their place."""
    governed: dict[int, Governed] = {}
    current: Cue | None = None
    subjects: tuple[int, ...] = ()
    last: int | None = None
    for index, word in enumerate(sentence.words):
        cue = cues.at.get(index)
        if cue is not None:
            if cue.backward:
                governed |= _claimed_back(sentence, cues, cue, governed)
                current, last = None, None
            elif not cue.weak or current is None or current.weak or last is not None:
                # "supersedes the items approved under": the verb outweighs the mention that follows it.
                current, last = cue, None
                subjects = (
                    ()
                    if cue.label in ("cites", "refers", "except")
                    else _subjects(sentence, cues, cue, governed)
                )
        elif word.text == NUMBER and current is not None:
            if _reaches(sentence, cues, current, last, index):
                if last is None:
                    current = _as_passive(sentence, current, index)
                governed[index] = Governed(sign=index, cue=current, subjects=subjects)
                last = index
            else:
                current, last = None, None
    return governed


def _as_passive(sentence: CitingSentence, cue: Cue, sign: int) -> Cue:
    """ "Superseded items: 1a, 2b by N1-361-91-010" names the successor."""
    if cue.label != "supersedes" or sentence.words[sign - 1].text != "by":
        return cue
    return replace(cue, label="superseded-by", relation="superseded-by")


def _reaches(sentence: CitingSentence, cues: Cues, cue: Cue, last: int | None, sign: int) -> bool:
    """Whether the cue still speaks of `sign`; `last` is the number before it in its reach."""
    if cues.clause[cue.end - 1] != cues.clause[sign]:
        return False
    if last is None:
        return sign - cue.end <= _FARTHEST
    return _is_list_gap(sentence, last, sign)


def _is_list_gap(sentence: CitingSentence, first: int, second: int) -> bool:
    """Whether the words between two numbers only join the members of a list: titles and brackets may."""
    if second - first > _FARTHEST:
        return False
    words, depth = citation_words(), 0
    for index in range(first + 1, second):
        word = sentence.words[index].text
        depth = max(0, depth + (word == "(") - (word == ")"))
        if not (depth or word in words["list"] or index in sentence.titled or word.isdigit()):
            return False
    return True


def _claimed_back(
    sentence: CitingSentence, cues: Cues, cue: Cue, governed: dict[int, Governed]
) -> dict[int, Governed]:
    """The numbers before a cue such as "are superseded by this schedule" or "remain in effect"."""
    signs = [
        sign
        for sign in sentence.mentions
        if cue.start - _FARTHEST <= sign < cue.start and cues.clause[sign] == cues.clause[cue.start]
    ]
    if not signs:
        return {}
    claimed = [signs[-1]]
    singular = any(
        word in {"is", "was", "remains", "continues", "has"} for word in sentence.texts(signs[-1], cue.end)
    )
    if cue.label == "beside" and _ONE.intersection(sentence.texts(signs[-1], cue.end)):
        # "NC1-79-85-2/14, GRS 23/8 does not apply" leaves the first of them to its field.
        return {signs[-1]: Governed(sign=signs[-1], cue=cue)}
    for sign in reversed(signs[:-1]):
        free = sign not in governed or governed[sign].cue.relation == "cites"
        gap = sentence.texts(sign + 1, claimed[-1])
        together = free or (not singular and "," not in gap and ";" not in gap)
        if not (together and _is_list_gap(sentence, sign, claimed[-1])) or _is_object(sentence, sign, gap):
            break
        claimed.append(sign)
    return {sign: Governed(sign=sign, cue=cue) for sign in claimed}


def _subjects(
    sentence: CitingSentence, cues: Cues, cue: Cue, governed: dict[int, Governed]
) -> tuple[int, ...]:
    """The numbers that a forward cue makes a statement about: "GRS 4.3 was superseded by GRS 5.1"."""
    before = [sign for sign in sentence.mentions if sign < cue.start]
    if not before:
        return ()
    nearest = before[-1]
    if not _is_subject(sentence, cue, governed.get(nearest), nearest):
        used = nearest not in governed and _is_used_instead(sentence, cue, nearest)
        return (nearest,) if used or _opens_sentence(sentence, cue, before) else ()
    subjects = [nearest]
    for sign in reversed(before[:-1]):
        gap = sentence.texts(sign + 1, subjects[-1])
        joined = citation_words()["joint"].intersection(gap) and _is_list_gap(sentence, sign, subjects[-1])
        if sign in governed or not joined or cues.clause[sign] != cues.clause[nearest]:
            break
        if _is_object(sentence, sign, gap):
            break
        subjects.append(sign)
    return tuple(reversed(subjects))


def _is_object(sentence: CitingSentence, sign: int, gap: Sequence[str]) -> bool:
    """Whether a number is what somebody uses, a comma behind it: "we apply GRS 6.5, and N1-85-96-1 is superseded"."""
    return "," in gap and not _USED.isdisjoint(sentence.texts(max(0, sign - _FARTHEST_USE), sign))


def _is_used_instead(sentence: CitingSentence, cue: Cue, sign: int) -> bool:
    """Whether a number is what is used: "the agency uses GRS 5.2, item 010 for its registers in place of"."""
    return (
        cue.start - sign <= _FARTHEST_SUBJECT
        and sentence.texts(cue.start, cue.start + 1) == ("in",)
        and bool(_USED.intersection(sentence.texts(max(0, sign - _FARTHEST_USE), sign)))
        and _ANOTHER_SUBJECT.isdisjoint(sentence.texts(sign + 1, cue.start))
    )


def _is_subject(sentence: CitingSentence, cue: Cue, governed: Governed | None, sign: int) -> bool:
    """Whether only auxiliaries part a number from the cue: "N1-361-91-010, which was superseded by"."""
    words = citation_words()
    first = _behind_title(sentence, sign + 1, cue.start)
    if cue.start - first >= _FARTHEST_SUBJECT:
        return False
    gap = [
        word
        for index, word in enumerate(sentence.texts(first, cue.start), start=first)
        if index not in sentence.titled or word in words["auxiliary"]
    ]
    if words["back"].intersection(gap):
        # "; that item superseded by", ". The latter schedule was replaced by"
        gap = [word for word in gap if word not in words["named-again"] and not word.isdigit()]
    if any(word not in words["auxiliary"] for word in gap):
        return False
    if governed is None:
        return True
    if governed.cue.relation == "cites":
        # "Items scheduled under N1-361-91-010 are superseded by …", but "these items, …, supersede …"
        return cue.label == "superseded-by"
    between = {*gap, *sentence.texts(cue.start, cue.end)}
    chained = governed.cue.relation == cue.relation == "superseded-by" and not _IN_PART.intersection(gap)
    return bool(words["link"] & between or (chained and words["chain"] & between))


def _behind_title(sentence: CitingSentence, start: int, end: int) -> int:
    """The word behind a title that is set off: "item 2b (reports of ships) is", "item 2b, which covered reports, was"."""
    words = sentence.texts(start, end)
    comma = words[:1] == (",",)
    opened = 1 if words[1:2] == ("(",) and comma else 0
    if words[opened : opened + 1] == ("(",) and ")" in words[opened:]:
        closed = words.index(")", opened)
        return start if NUMBER in words[:closed] else start + closed + 1
    if not comma:
        return start
    verb = next((index for index, word in enumerate(words) if word in _VERBS), len(words))
    if words[verb - 1] != "," or not 1 < verb <= _LONGEST_TITLE:
        return start
    title = words[1 : verb - 1]
    if (
        NUMBER in title
        or citation_words()["auxiliary"].issuperset(title)
        or _OTHER_SUBJECT.intersection(title)
    ):
        return start
    return start + verb


def _opens_sentence(sentence: CitingSentence, cue: Cue, before: list[int]) -> bool:
    """Whether the sentence has one number for its subject: "N1-361-91-010 was approved and supersedes"."""
    words = citation_words()
    opening = sentence.texts(0, before[0])
    between = sentence.texts(before[0] + 1, cue.start)
    return (
        len(before) == 1
        and cue.label == "supersedes"
        and words["article"].issuperset(opening)
        and bool(words["link"].intersection(between))
        and not words["pronoun"].intersection(between)
        and ";" not in between
    )

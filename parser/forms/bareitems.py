"""Items that a memo or a letter names without their schedule, which its subject line or a heading names.

"Subject: Changes to N1-129-92-1 … Item 4 is superseded by DAA-0129-2012-0001-0002. Items 5a and 6 are obsolete."
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation.fate.items import LETTERED, items_at
from schedgraph.parser.citation.listeditems import own_items, schedule_of
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.passage import Passage

# The line of the subject, and the line below it where that is no other label
_SUBJECT = re.compile(
    r"^[^\w\n]{0,12}(?:re|subject|subj|reference|ref)\s?[:.](?P<line>[^\n]*(?:\n(?![^\n:]{0,24}:)[^\n]+)?)",
    re.IGNORECASE | re.MULTILINE,
)
_ITEM = re.compile(rf"(?<![\w/-])(?:sub-?)?items?\s(?:nos?\.?\s)?(?=[0-9(]|{LETTERED})", re.IGNORECASE)
# "item 3 of the agenda", "item 2 of this schedule": of something else than the subject
_OF_ANOTHER = re.compile(
    r"[\s,]{0,2}\b(?:of|in|on|under|from)\s(?!part\b|full\b|its\b|whole\b|(?:the\s)?(?:subject|above|old|older)\s(?:schedule|job)\b)",
    re.IGNORECASE,
)
# "item 3 of that job": of the one named last
_OF_THAT = re.compile(
    r"[\s,]{0,2}\b(?:of|in|under)\s(?:that|the\ssame|the\slatter|said)\s(?:new\s)?(?:job|schedule|request|submission)\b",
    re.IGNORECASE,
)
# The newer side: "is superseded by item 2", "see item 4"
_NEWER = re.compile(
    r"\b(?:by|with|see|use|under|into|to|now|per|cf|new|line|agenda|action)[.]?\s(?:(?:the|new|see|also|under)\s){0,2}$",
    re.IGNORECASE,
)
# "Item 1501-03 was superseded …", "- Items 4 and 5, too, were …"
_SENTENCE_BARE = re.compile(
    rf"(?:^\s{{0,8}}[0-9]{{1,2}}[.)]|[a-z)][.;])\s{{1,4}}items?\s(?:[0-9(]|{LETTERED})", re.IGNORECASE
)
_NUMBERED_ITEMS = re.compile(r"\W{0,4}[0-9]{1,2}[.)]\s{1,4}(?=items?\s[0-9(])", re.IGNORECASE)
_BEGINS_BARE = re.compile(
    rf"\W{{0,4}}(?:(?:also|note|in addition)\W{{1,3}})?items?\s(?:[0-9(]|{LETTERED})", re.IGNORECASE
)
# A sentence of which the last number may be the newer side
_STATES_END = re.compile(r"\b(?:super[sc]ed|replac|rescind)", re.IGNORECASE)
_THE_ITEM = re.compile(
    r"(?<=[.;]\s)(?:(?:(?:the|this|that)\s)?item|(?:the|this|that)\s(?:disposition\s)?authority)\b(?=\s(?:is|was|has|had)\b)",
    re.IGNORECASE,
)
_MARKS = " \t\n-*•·–—0123456789.()"
# "Item 1.b. - superseded by": the full stop belongs to the number
_STOP_BEHIND = re.compile(r"[.][ \t]{1,3}[-–—=:a-z]")
# "It supersedes items 3 and 4": what the subject itself supersedes are items of another schedule
_ACTIVE = re.compile(
    r"\b(?:supersed(?:es?|ing)|replac(?:es?|ing)|rescind(?:s|ing)?)\s(?:(?:the|both|all|following|old|former)\s){0,2}$",
    re.IGNORECASE,
)
# Below the number the office may stand, but no list of items.
_NUMBERED = re.compile(r"[0-9]|\bitems?\b", re.IGNORECASE)
_LONGEST_HEADING = 100
_LONGEST_BESIDE = 60
_SENTENCE = re.compile(
    r"[a-z]{2}[.;]\s|[.;]$|\b(?:is|are|was|were|has|have|been|supersedes|replaces)\b", re.IGNORECASE
)


def subjects(
    passages: Sequence[Passage], *, of_archives: bool, tabled: Collection[str] = ()
) -> list[tuple[str, ...]]:
    """For each passage the schedule whose items it names bare; several where one of them is meant, none where it is not known.

    It is that of the last heading above, else that of the subject line; in a letter of the archives also the only
    schedule that is named at all. A passage that begins with one schedule and names no other speaks of that one, and
    one in which a sentence begins with a bare item of the only older schedule of the pairs above it, or of the tables,
    whose older schedules are `tabled`. Else it is the only schedule that
    the document names as a whole, from there on, if it names no older one: "For job N1-114-85-1 the results are:".
    """
    named = [_schedules(passage.text) for passage in passages]
    lines = [_schedules(found["line"]) for passage in passages for found in _SUBJECT.finditer(passage.text)]
    whole = tuple(sorted(set().union(*lines)))
    if of_archives and not whole:
        whole = _only(set().union(*named))
    wholly = [_schedules(passage.text, wholly=True) for passage in passages]
    alone = _oldest(_only(set().union(*wholly)), set().union(*named))
    spoken_of: tuple[str, ...] = ()
    found: list[tuple[str, ...]] = []
    heading: tuple[str, ...] = ()
    paired: set[str] = set(tabled)
    for passage, schedules, wholes in zip(passages, named, wholly, strict=True):
        spoken_of = alone if wholes else spoken_of
        if heading_schedule(passage):
            heading = _only(schedules)
        first = _only(schedules) if _names_first(passage.text) else ()
        pairs = (
            _only(paired) if _BEGINS_BARE.match(passage.text) or _SENTENCE_BARE.search(passage.text) else ()
        )
        found.append(heading or whole or first or pairs or spoken_of)
        paired.update(_older_of_pairs(passage.text))
        paired.update(_opening_items(passage.text))
    return found


def _opening_items(text: str) -> set[str]:
    """The schedule whose items a paragraph begins with: "1. Items 2a and 2b of N1-413-94-1 were transposed"."""
    begun = _NUMBERED_ITEMS.match(text)
    first = next(iter(find_numbers(text)), None) if begun else None
    schedule = schedule_of(first.id) if begun and first and first.start <= begun.end() else None
    return {schedule} if schedule else set()


def bare_items(
    passage: Passage, schedules: Sequence[str], above: str | None = None, *, of_several: bool = True
) -> tuple[Mention, ...]:
    """The items that a passage names without a schedule, as items of each of `schedules`; members of a list share its place.

    Items "of that job" are those of the schedule named last, which may be `above` the passage. Where there are several
    `schedules`, those that begin a sentence are items of the one named last in the sentence before; `of_several` tells
    whether the others are taken as items of each.
    """
    text = passage.text
    numbers = find_numbers(text)
    if _ITEM.search(text) is None:
        return tuple(_pointed_at(text, numbers))
    before = tuple(_of_sentence_before(text, schedules, numbers)) if len(schedules) > 1 else ()
    places = {each.start for each in before}
    each_of = schedules if of_several or len(schedules) < 2 else ()
    bare = [one for each in each_of for one in _bare(text, each, numbers) if one.start not in places]
    named = (*before, *bare, *_of_that(text, above, numbers))
    return (*named, *_pointed_at(text, (*named, *numbers)))


def _of_sentence_before(text: str, schedules: Sequence[str], numbers: Sequence[Mention]) -> Iterator[Mention]:
    """The items with which a sentence begins, of that of `schedules` which the sentence before names last.

    "Go on using NC1-433-80-2, item 1a. Item 2 was replaced by N1-433-91-3, item 5. Item 3 was, too."
    """
    schedule: str | None = None
    for start, end in split_sentences(text, ((each.start, each.end) for each in numbers)):
        begun = _ITEM.match(text, start)
        if begun and schedule:
            yield from _bare_at(text, start, schedule, numbers)
        named = [each.id for each in numbers if each.id and start <= each.start < end]
        if begun is None or schedule is None:
            of_them = [one for each in named if (one := schedule_of(each)) in schedules]
            schedule = of_them[-1] if of_them and not _STATES_END.search(text, start, end) else None


def _pointed_at(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """What "the item" is, or "the authority": the number with which the line begins, or the only one named before."""
    for found in _THE_ITEM.finditer(text):
        before = [each for each in named if each.end <= found.start()]
        last = max(before, key=_start, default=None)
        if last is None or len({each.id for each in before if each.start == last.start}) != 1:
            continue
        begins = not text[text.rfind("\n", 0, last.start) + 1 : last.start].strip(_MARKS)
        if begins or len({each.id for each in before}) == 1:
            yield replace(last, start=found.start(), end=found.end(), printed=found[0])


def _start(mention: Mention) -> int:
    return mention.start


def _older_of_pairs(text: str) -> Iterator[str]:
    """The schedules of the numbers that begin a line with a number of a younger schedule behind it, and nothing else."""
    for line in text.split("\n"):
        numbers = find_numbers(line)
        if len(numbers) < 2 or line[: numbers[0].start].strip(" |•*-\t"):
            continue
        old, new = (parse_identifier(each.id) if each.id else None for each in (numbers[0], numbers[-1]))
        if old is None or new is None or not old.path or _SENTENCE.search(line):
            continue
        begun, since = old.earliest_date(), new.earliest_date()
        if old.schedule != new.schedule and begun and since and begun < since:
            yield old.schedule


def last_schedule(passage: Passage) -> str | None:
    """The schedule of the last number of a passage."""
    ids = [each.id for each in find_numbers(passage.text) if each.id]
    number = parse_identifier(ids[-1]) if ids else None
    return number.schedule if number else None


def _of_that(text: str, above: str | None, numbers: Sequence[Mention]) -> Iterator[Mention]:
    for found in _ITEM.finditer(text):
        start = found.start()
        before = [each.id for each in numbers if each.id and each.end <= start]
        number = parse_identifier(before[-1]) if before else None
        schedule = number.schedule if number else above
        own = own_items(text[start:], schedule) if schedule else None
        that = _OF_THAT.match(text, start + own.end) if own else None
        if own is not None and that is not None and not own.unread:
            yield from items_at(text, start, that.end(), own.ids)


def _bare(text: str, subject: str, numbers: Sequence[Mention]) -> Iterator[Mention]:
    for found in _ITEM.finditer(text):
        yield from _bare_at(text, found.start(), subject, numbers)


def _bare_at(text: str, start: int, subject: str, numbers: Sequence[Mention]) -> Iterator[Mention]:
    if any(each.start <= start < each.end for each in numbers) or _NEWER.search(text, 0, start):
        return
    if any(each.end <= start and not text[each.end : start].strip() for each in numbers):
        # "N1-90-04-2 item 9 boxes": whatever it is, it is none of the subject.
        return
    own = own_items(text[start:], subject)
    if own is None or own.unread or not own.ids:
        return
    end = start + own.end
    if _STOP_BEHIND.match(text, end):
        end += 1
    if _ACTIVE.search(text, 0, start) and not _other_before(text, start, subject, numbers):
        return
    if any(start < each.end and each.start < end for each in numbers) or _OF_ANOTHER.match(text, end):
        return
    yield from items_at(text, start, end, own.ids)


def _other_before(text: str, start: int, subject: str, numbers: Sequence[Mention]) -> bool:
    """Whether another schedule than `subject` is named earlier in the sentence, so that it can be what supersedes."""
    begin = text.rfind(". ", 0, start) + 1
    others = (parse_identifier(each.id) for each in numbers if each.id and begin <= each.start < start)
    return any(other is not None and other.schedule != subject for other in others)


def _names_first(text: str) -> bool:
    """Whether a passage names a schedule before any item without one: "item 4 is superseded by N1-…" names the newer."""
    numbers, item = find_numbers(text), _ITEM.search(text)
    return bool(numbers and item and numbers[0].start < item.start())


def _schedules(text: str, *, wholly: bool = False) -> set[str]:
    mentions = (each for each in find_numbers(text) if each.whole_schedule or not wholly)
    numbers = (parse_identifier(each.id) for each in mentions if each.id)
    return {number.schedule for number in numbers if number}


def _oldest(schedules: tuple[str, ...], among: set[str]) -> tuple[str, ...]:
    """`schedules` if none `among` can be older."""
    days = {each: number.earliest_date() for each in among if (number := parse_identifier(each))}
    known = [day for day in days.values() if day]
    return tuple(each for each in schedules if len(known) == len(days) and days[each] == min(known))


def _only(schedules: set[str]) -> tuple[str, ...]:
    return tuple(schedules) if len(schedules) == 1 else ()


# Words like "One item of N1-085-93-2 is reported:", "The following items of NC1-59-75-4 are affected:"
_ANNOUNCES = re.compile(r"\bitems?\s(?:of|in|from|under|on)\s[^.;:]{3,60}:\s*$", re.IGNORECASE)


def heading_schedule(passage: Passage) -> str | None:
    """The schedule that a line names as a whole and says nothing of; None where it is no such heading."""
    numbers = find_numbers(passage.text)
    if len(numbers) != 1 or not numbers[0].whole_schedule or len(passage.text) > _LONGEST_HEADING:
        return None
    beside = f"{passage.text[: numbers[0].start]} {passage.text[numbers[0].end :]}".strip()
    if "\n" in beside and (numbers[0].start > passage.text.index("\n") or _NUMBERED.search(beside)):
        return None
    says = len(beside) > _LONGEST_BESIDE or _SENTENCE.search(beside.rstrip(":."))
    return None if says and not _ANNOUNCES.search(passage.text) else numbers[0].id

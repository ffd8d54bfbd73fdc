"""The numbers of a passage and what the passage says of each."""

import re
from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.caseless import caseless
from schedgraph.parser.citation.cited import cited, dated
from schedgraph.parser.citation.cues import Cue, Cues, find_cues
from schedgraph.parser.citation.exceptions import excepted_items, excepted_of
from schedgraph.parser.citation.heads import without_heads
from schedgraph.parser.citation.reach import Governed, govern
from schedgraph.parser.citation.reservations import (
    is_asked,
    is_of_some,
    is_partial,
    is_quoted,
    is_refused,
    scoped_end,
)
from schedgraph.parser.citation.sentence import CitingSentence, citation_phrases, sentence_of
from schedgraph.parser.citation.thisschedule import replaced_by_this, supersedes_this, was_dropped
from schedgraph.parser.citation.when import date_of
from schedgraph.parser.dates import DateReading, find_dates
from schedgraph.parser.disposition.sentences import split_sentences
from schedgraph.parser.document import Citation, Relation
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.passage import Passage
from schedgraph.parser.ranked import RankedTarget

# The cheap gate: a sentence without any of these says nothing of its numbers and never reaches spaCy.
_SAYS_SOMETHING = caseless(
    r"[s5]up[a-z]{0,2}[rs][a-z~|]{0,3}[cs]|replac|rescind|revok|lieu|in place of|cancel|see|obsolete|remain"
    r"|the place of|over from"
    r"|continu|still|affected|related|similar|associated|companion|except|exclu|other than|accordance|under|covered"
    r"|approved|cited"
    r"|\bnot (?:apply|fit|cover|applicable|appropriate)\b",
)
# "None. Companion item: N1-58-97-13/4": the field names nothing, and what follows is a remark
_NAMES_NOTHING = re.compile(
    r"\W{0,3}(?:none|n/?a|not applicable|new(?: item| series| records)?)\s?[.;]\s", re.IGNORECASE
)
# "This item was superseded on May 2, 2011. See DAA-0026-2011-0001-0009.": the full stop parts no two statements
_SEE_BEHIND = re.compile(
    r"\b(?:superseded|obsolete|rescinded|replaced)\b[^.;:\n]{0,30}[.]\s{1,2}(?:now\s|please\s)?see\s(?:now\s)?"
    r"(?=(?:job\s|item\s|the\s)?(?:N[0-9CN]|II-|DAA|GRS)|items?\s[0-9])",
    re.IGNORECASE,
)
# "Superseded by N1-59-97-11, item 2. That item was superseded by DAA-0059-2011-0004-0003."
_THAT_BEHIND = re.compile(
    r"[.]\s{1,2}(?:that|the\slatter)\s(?:(?:item|job|schedule|authority|one)\s)?(?:was|is|has\sbeen)\s(?:\w{2,12}\s){0,2}?(?:superseded|replaced)\b",
    re.IGNORECASE,
)
# "Date (MM/DD/YYYY):\n08/28/2013" below "Superseded by job / item number:"
_DATE_FIELD = re.compile(r"\s*date\b[^:\n]{0,30}:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupersessionStatement:
    """A sentence that names both sides: what is replaced, and by what.

    `relation` is what it says of the old side: superseded-by, or does-not-supersede where it denies that; `partial`
    where it says so of a part.
    """

    old: tuple[Mention, ...]
    new: tuple[Mention, ...]
    relation: Relation
    evidence: Evidence
    date: Reading[date] | None = None
    proposed: bool = False
    partial: bool = False

    def citation(self, mention: Mention, *, of: str | None = None) -> Citation:
        """What it says of the old side, `of`, as a citation of one number of the new side."""
        named = cited(mention, self.relation, self.evidence)
        return replace(named, date=self.date, proposed=self.proposed, partial=self.partial, of=of)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A sentence with what it says."""

    sentence: CitingSentence
    cues: Cues
    governed: dict[int, Governed]


def read_citations(
    passage: Passage,
    *,
    default: Relation = "cites",
    known: Container[str] = (),
    own: Collection[str] = (),
    beside: Sequence[Mention] = (),
) -> tuple[Citation, ...]:
    """The numbers of a passage, in reading order, each with what its clause says of it.

    `default` is what holds of a number that the words say nothing of: a field such as "GRS or superseded
    authority citation" says it by its label. `known` are identifiers of the corpus: of
    several ways to read a number they come first.
    A sentence about two other schedules says nothing of this one, so its numbers are only cited; where its
    subject is among `own`, the identifiers of the document itself, it does. `beside` are numbers that the passage
    names in words which only its document explains: "item 4" of the schedule in its subject line.
    """
    text = passage.text
    mentions = _in_order(without_heads(text, (*find_numbers(text, known=known), *beside)))
    if not mentions:
        return ()
    if default == "supersedes" and _NAMES_NOTHING.match(text):
        default = "cites"
    said: dict[Mention, tuple[CitingSentence, Governed]] = {}
    for read in _sentences(passage, mentions, superseding=default == "supersedes"):
        for sign, governed in read.governed.items():
            for mention in read.sentence.mentions[sign]:
                said[mention] = (read.sentence, governed)
        for mention, cue in excepted_items(text, read.sentence, read.cues, known):
            said[mention] = (read.sentence, Governed(sign=cue.end, cue=cue))
    fields = _date_fields(text, mentions)
    found = set(mentions)
    excepted = [mention for mention in said if mention not in found]
    left_out = {mention.id for mention in excepted}
    # Of "items 7-9, except item 8" the range names item 8 by its ends alone.
    named = [mention for mention in mentions if not (mention.id in left_out and _in_range(mention, mentions))]
    everything = _in_order((*named, *excepted))
    read_all = [
        _citation(passage, mention, said.get(mention), default, own, fields) for mention in everything
    ]
    spared = {
        each.target: each
        for mention, citation in zip(everything, read_all, strict=True)
        if citation.relation in ("supersedes", "superseded-by")
        for each in _spared(passage, mention)
    }
    kept = [each for each in read_all if each.target not in spared or each.relation == "does-not-supersede"]
    stated = {each.target for each in kept}
    return (*kept, *(each for target, each in spared.items() if target not in stated))


def _spared(passage: Passage, schedule: Mention) -> Iterator[Citation]:
    """The items that the words beside a whole schedule except, as citations that deny what is said of it."""
    items, start, end = excepted_of(passage.text, schedule)
    for item in items:
        yield replace(
            cited(schedule, "does-not-supersede", passage.evidence(start, end)),
            target=item,
            readings=(RankedTarget(target=item, confidence=1.0),),
        )


def _in_range(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a number shares its place with others, as the members of a range do."""
    return sum((each.start, each.end) == (mention.start, mention.end) for each in mentions) > 1


def read_supersessions(passage: Passage, beside: Sequence[Mention] = ()) -> tuple[SupersessionStatement, ...]:
    """The sentences of notices, memos and crosswalks that name both sides of a supersession.

    `beside` are numbers that only the document explains, as for `read_citations`.
    """
    mentions = _in_order(without_heads(passage.text, (*find_numbers(passage.text), *beside)))
    if len(mentions) < 2:
        return ()
    statements: list[SupersessionStatement] = []
    for read in _sentences(passage, mentions):
        groups: dict[tuple[Cue, tuple[int, ...]], list[int]] = {}
        for sign, governed in read.governed.items():
            asked = is_asked(passage.text, read.sentence.words[sign].start)
            if governed.subjects and not asked:
                groups.setdefault((governed.cue, governed.subjects), []).append(sign)
        statements.extend(
            _statement(passage, read.sentence, cue, subjects, objects)
            for (cue, subjects), objects in groups.items()
        )
    return tuple(statements)


def _in_order(mentions: Sequence[Mention]) -> Sequence[Mention]:
    return sorted(mentions, key=lambda one: (one.start, one.end))


def _sentences(
    passage: Passage, mentions: Sequence[Mention], *, superseding: bool = False
) -> Iterator[_Read]:
    """The sentences that say something of the numbers in them."""
    text = passage.text
    if not mentions or not _SAYS_SOMETHING.search(text):
        return
    dates: tuple[DateReading, ...] | None = None
    position = day = 0
    ordered = _in_order(mentions)
    whole = [(one.start, one.end) for one in ordered]
    whole += [found.span() for joined in (_SEE_BEHIND, _THAT_BEHIND) for found in joined.finditer(text)]
    for start, end in split_sentences(text, whole):
        inside = []
        while position < len(ordered) and ordered[position].start < end:
            inside.append(ordered[position])
            position += 1
        if not inside or not _SAYS_SOMETHING.search(text, start, end):
            continue
        dates = find_dates(text) if dates is None else dates
        phrases = citation_phrases()
        while day < len(dates) and dates[day].start < start:
            day += 1
        first_day = day
        while day < len(dates) and dates[day].end <= end:
            day += 1
        near = dates[first_day:day]
        sentence = sentence_of(text, start, end, inside, near, phrases)
        cues = find_cues(sentence, phrases.marks(sentence.words), superseding=superseding)
        yield _Read(sentence=sentence, cues=cues, governed=govern(sentence, cues))


def _citation(
    passage: Passage,
    mention: Mention,
    said: tuple[CitingSentence, Governed] | None,
    default: Relation,
    own: Collection[str],
    fields: dict[int, DateReading],
) -> Citation:
    relation, proposed, when, start, end = default, False, None, mention.start, mention.end
    if said is not None:
        sentence, governed = said
        cue = governed.cue
        about_this = not governed.subjects or any(
            is_own(one, own) for sign in governed.subjects for one in sentence.mentions[sign]
        )
        relation = cue.relation if about_this else "cites"
        if cue.awaits is not None and not any(
            is_own(each, own) for each in sentence.mentions.get(cue.awaits, ())
        ):
            # Another schedule is to do it, and may never have.
            relation = "cites"
        if relation == "does-not-supersede" and mention.whole_schedule and is_of_some(passage.text[:start]):
            # What is said of some items says nothing of the rest of their schedule.
            relation = "cites"
        proposed = cue.proposed and about_this
        start = min(start, sentence.words[cue.first].start)
        end = max(end, sentence.words[cue.end - 1].end)
        when = date_of(sentence, cue, governed.sign) if about_this else None
    scope = scoped_end(passage.text, mention.start) if relation == "cites" and not proposed else None
    if scope:
        relation, about = "superseded-by", passage.text[: mention.start].lower()
        start = max(about.rfind("superseded"), about.rfind("replaced"))
    if relation == "cites" and not proposed and (words := supersedes_this(passage.text, mention.end)):
        relation, end = "superseded-by", words.end()
        when = next(iter(find_dates(words[0])), None)
    if relation == "cites" and not proposed and replaced_by_this(passage.text, mention.start, mention.end):
        relation = "supersedes"
    if said is not None and (is_quoted(passage.text, mention) or is_asked(passage.text, mention.start)):
        # What somebody is reported to have said is not what this schedule says.
        relation, proposed, when = "cites", False, None
    if relation == "supersedes" and was_dropped(passage.text, mention.start, mention.end):
        relation, proposed, when = "cites", False, None
    if relation == "supersedes" and said is not None and _is_of_bracket(passage.text, mention, own):
        relation, proposed, when = "cites", False, None
    if relation == "supersedes" and is_refused(passage.text, mention.end):
        relation, proposed, when = "cites", False, None
    if when is None and relation == "superseded-by":
        when = fields.get(mention.start)
    return Citation(
        relation=relation,
        target=mention.id,
        printed=mention.printed,
        evidence=passage.evidence(start, end),
        date=dated(passage, when),
        readings=mention.readings,
        repairs=mention.repairs,
        sure=mention.sure,
        proposed=proposed,
        partial=scope == "part"
        or (
            relation in ("supersedes", "superseded-by")
            and is_partial(passage.text, start, end)
            and not excepted_of(passage.text, mention)[0]
        )
        or (
            relation == "supersedes" and mention.whole_schedule and is_of_some(passage.text[: mention.start])
        ),
    )


def _is_of_bracket(text: str, mention: Mention, own: Collection[str]) -> bool:
    """Whether a bracket behind another number says it of that one: "N1-434-09-7, item 2 (supersedes N1-434-98-12, item 4)"."""
    opened = text.rfind("(", 0, mention.start)
    if opened < 0 or ")" in text[opened : mention.start]:
        return False
    before = [each for each in find_numbers(text) if each.end <= opened]
    return bool(before) and not text[before[-1].end : opened].strip() and not is_own(before[-1], own)


def _statement(
    passage: Passage, sentence: CitingSentence, cue: Cue, subjects: tuple[int, ...], objects: list[int]
) -> SupersessionStatement:
    active = cue.label == "supersedes"
    subject = tuple(mention for sign in subjects for mention in sentence.mentions[sign])
    object_ = tuple(mention for sign in objects for mention in sentence.mentions[sign])
    start = sentence.words[min(*subjects, *objects)].start
    end = sentence.words[max(*subjects, *objects)].end
    return SupersessionStatement(
        old=object_ if active else subject,
        new=subject if active else object_,
        relation="does-not-supersede" if cue.negated else "superseded-by",
        evidence=passage.evidence(start, end),
        date=dated(passage, date_of(sentence, cue, objects[-1])),
        proposed=cue.proposed,
        partial=not cue.negated and is_partial(passage.text, start, end),
    )


def is_own(mention: Mention, own: Collection[str]) -> bool:
    """Whether a number names this schedule or one of its items."""
    return mention.id is not None and any(
        mention.id == one or mention.id.startswith((f"{one}/", f"{one}-")) for one in own
    )


def _date_fields(text: str, mentions: Sequence[Mention]) -> dict[int, DateReading]:
    """For each number the date in the date field that follows it, if one does."""
    fields: dict[int, DateReading] = {}
    waiting: list[int] = []
    starts = sorted(mention.start for mention in mentions)
    position = 0
    for start, end in split_sentences(text, ((one.start, one.end) for one in mentions)):
        here = []
        while position < len(starts) and starts[position] < end:
            here.append(starts[position])
            position += 1
        label = _DATE_FIELD.match(text, start, end)
        if here:
            waiting = here
        elif label and waiting:
            days = find_dates(text[label.end() : end])
            if len(days) == 1:
                offset = label.end()
                fields |= {
                    one: DateReading(
                        value=days[0].value,
                        readings=days[0].readings,
                        repairs=days[0].repairs,
                        start=days[0].start + offset,
                        end=days[0].end + offset,
                    )
                    for one in waiting
                }
            waiting = []
        else:
            waiting = []
    return fields

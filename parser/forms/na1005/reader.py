"""The filled fields of an NA-1005 to a ScheduleDocument."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from schedgraph.parser.authority.agreement import sure_numbers
from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation import read_citations
from schedgraph.parser.citation.cited import words_of
from schedgraph.parser.document import Citation, Schedule, ScheduleDocument, Source
from schedgraph.parser.evidence import Doubt, Reading
from schedgraph.parser.forms.na1005.answers import Answers, Box, field_name, read_answers, vocabulary
from schedgraph.parser.forms.na1005.number import FAMILY, read_number
from schedgraph.parser.forms.na1005.signing import Signing, read_day, read_signing
from schedgraph.parser.forms.na1005.superseding import read_superseding, schedule_doubts, superseded_schedules
from schedgraph.parser.passage import Passage
from schedgraph.parser.ranked import RankedTarget
from schedgraph.parser.reading.pages import FormField

_ENOUGH = 5
_ENOUGH_TELLING = 3
_TELLING = frozenset(
    {"previous", "superseding-yes", "superseding-no", "superseding", "items-all", "item-010", "item-011", "item-012",
     "legacy", "senior-official", "senior-official-box", "archives", "archives-approved", "contact"}
)  # fmt: skip
_COMMENTS = ("comments", "cutoff", "transfer", "legacy")
# 0142    RG 142    142 - Tennessee Valley Authority
_GROUP = re.compile(r"(?:(?:record group|rg)\W{0,3})?(?P<digits>[0-9]{1,4})(?![0-9/-])", re.IGNORECASE)
_MORE_GROUPS = re.compile(r"(?<![\w/-])[0-9]{3,4}(?![\w/-])", re.ASCII)
_MAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_TELEPHONE = re.compile(
    r"(?:\+?1[ .-])?\(?[0-9]{3}\)?[ .\-–/]{0,2}[0-9]{3}[ .\-–]{0,2}[0-9]{4}(?!\d)(?:\s?(?:x|ext\.?)\s?\d{1,5})?"
)
_BETWEEN = re.compile(r"[;,|\r\n\t]|\s[-–—]\s|\s{2,}")


def is_na1005(fields: Sequence[FormField]) -> bool:
    """Whether the fields are those of an NA-1005: several of its labels, some of which no other form has."""
    names = {name for each in fields if (name := field_name(each))}
    if len(names) < _ENOUGH or len(names & _TELLING) < _ENOUGH_TELLING:
        return False
    if any(each.labels for each in fields):
        return True
    # The designer's names alone (TextField1, CheckBox2) may be any form's; a number of the family must be there.
    return any(mention.family == FAMILY for each in fields for mention in find_numbers(each.value[:200]))


def read_na1005(fields: Sequence[FormField], source: Source) -> ScheduleDocument:
    """What the form says. Fields that are none of its own are ignored."""
    return document_of(read_answers(fields), source, frozenset())


def document_of(answers: Answers, source: Source, elsewhere: frozenset[str]) -> ScheduleDocument:
    """The document of some answers. `elsewhere` are numbers that other places of the document print soundly."""
    doubts = list(answers.doubts)
    number = read_number(answers.text("number"), source, elsewhere)
    own = number.id.value if number.id else None
    superseding = read_superseding(answers, own)
    signing = read_signing(answers)
    received = read_day(answers.text("received"), "receipt", doubts)
    group = _record_group(answers, own, number.id, doubts)
    applies_to = _applies_to(answers, doubts)
    name, telephone = _contact(answers)
    items = tuple(_items(answers, doubts))
    schedule = Schedule(
        id=number.id,
        printed=number.printed,
        agency=_line(answers.text("agency")),
        record_group=group,
        applies_to=applies_to,
        background=_background(answers),
        status=signing.status,
        received=received,
        certified=signing.certified,
        approved=signing.approved,
        contact_name=name,
        contact_telephone=telephone,
    )
    return ScheduleDocument(
        source=source,
        form="NA-1005",
        schedule=schedule,
        citations=_distinct(
            (*superseding.citations, *superseded_schedules(answers), *items, *_comments(answers, own))
        ),
        events=signing.events,
        doubts=(
            *number.doubts,
            *superseding.doubts,
            *schedule_doubts(answers),
            *doubts,
            *signing.doubts,
            *_order(received, signing, own),
        ),
    )


def sure_elsewhere(passages: Sequence[Passage]) -> frozenset[str]:
    """The numbers that stand soundly in some passages."""
    return sure_numbers(mention for passage in passages for mention in find_numbers(passage.text))


def _line(passage: Passage | None) -> Reading[str] | None:
    return words_of(passage) if passage else None


def _record_group(
    answers: Answers, own: str | None, number: Reading[str] | None, doubts: list[Doubt]
) -> Reading[str] | None:
    """Three digits: those of the field, else those of the number."""
    parsed = parse_identifier(own) if own else None
    of_number = parsed.record_group if parsed else None
    passage = answers.text("record-group")
    match = _GROUP.match(passage.text) if passage else None
    if passage and match:
        evidence = passage.evidence(match.start("digits"), match.end("digits"))
        value = f"{int(match['digits']):03d}"
        others = {f"{int(each):03d}" for each in _MORE_GROUPS.findall(passage.text, match.end())} - {value}
        if others:
            message = (
                f"The record group field names {value} and {', '.join(sorted(others))}; the first was taken."
            )
            doubts.append(Doubt(code="record-group-several", message=message, evidence=passage.evidence()))
        if of_number not in (None, value):
            message = f"The record group is given as {value}, the number belongs to {of_number}."
            doubts.append(Doubt(code="record-group-disagrees", message=message, evidence=evidence))
        return Reading(value=value, evidence=evidence)
    if passage and of_number != passage.text.strip().upper():
        message = f'The record group "{" ".join(passage.text.split())[:40]}" is no number of one.'
        doubts.append(Doubt(code="record-group-unread", message=message, evidence=passage.evidence()))
    if number is None or of_number is None:
        return None
    return Reading(value=of_number, evidence=number.evidence, repairs=number.repairs)


def _applies_to(answers: Answers, doubts: list[Doubt]) -> Reading[str] | None:
    """The scope that is ticked, in the words of the form."""
    ticked = [name for name in vocabulary().says if answers.ticked(name)]
    if len(ticked) > 1:
        message = "The form ticks both that it applies agency-wide and that it applies to a component."
        evidence = answers.boxes[ticked[0]].place.evidence()
        doubts.append(Doubt(code="scope-contradictory", message=message, evidence=evidence))
        return None
    if not ticked:
        return None
    place = answers.boxes[ticked[0]].place
    return Reading(value=vocabulary().says[ticked[0]], evidence=place.evidence())


def _background(answers: Answers) -> Reading[str] | None:
    """What the form says of its scope in sentences: comments, cutoff, transfer, legacy e-mail."""
    said = [passage for name in _COMMENTS if (passage := answers.text(name))]
    if not said:
        return None
    value = "\n".join(" ".join(passage.text.split()) for passage in said)
    return Reading(value=value, evidence=Passage.join(said).evidence())


def _items(answers: Answers, doubts: list[Doubt]) -> Iterator[Citation]:
    """The items of GRS 6.1 that the form takes up: the ticked ones; ALL are those that it has a box for."""
    printed = sorted(name.removeprefix("item-") for name in answers.boxes if name.startswith("item-"))
    ticked = [item for item in printed if answers.ticked(f"item-{item}")]
    schedule = vocabulary().items_of
    if answers.ticked("items-all"):
        box = answers.boxes["items-all"]
        for target in [f"{schedule}/{item}" for item in printed] or [schedule]:
            yield _cites(target, box)
        return
    for item in ticked:
        yield _cites(f"{schedule}/{item}", answers.boxes[f"item-{item}"])
    if not ticked:
        known = "items-all" in answers.boxes or printed
        said = (
            "No item of GRS 6.1 is ticked" if known else "The boxes of the items of GRS 6.1 could not be read"
        )
        doubts.append(
            Doubt(code="items-not-shown", message=f"{said}, so it is not known which the form takes up.")
        )


def _cites(target: str, box: Box) -> Citation:
    return Citation(
        relation="cites",
        target=target,
        printed=box.printed,
        evidence=box.place.evidence(),
        readings=(RankedTarget(target=target, confidence=1.0),),
    )


def _comments(answers: Answers, own: str | None) -> Iterator[Citation]:
    """The numbers in the sentences of the form."""
    for name in _COMMENTS:
        if passage := answers.text(name):
            yield from (
                each for each in read_citations(passage, own=[own] if own else ()) if each.target != own
            )


def _distinct(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """Each relation to a target once; what is only cited and superseded as well is superseded."""
    superseded = {each.target for each in citations if each.relation == "supersedes" and each.target}
    found: dict[tuple[str, str], Citation] = {}
    for each in citations:
        if each.relation == "cites" and each.target in superseded:
            continue
        found.setdefault((each.relation, each.target or f"? {each.printed}"), each)
    return tuple(found.values())


def _contact(answers: Answers) -> tuple[Reading[str] | None, Reading[str] | None]:
    """The person whom NARA may ask, and the telephone number: from the field for others, else the officer's."""
    passage = answers.text("contact-other") or answers.text("contact")
    if passage is None:
        return None, None
    telephone = _TELEPHONE.search(passage.text)
    mail = _MAIL.search(passage.text)
    end = min(
        (match.start() for match in (telephone, mail, _BETWEEN.search(passage.text)) if match),
        default=len(passage.text),
    )
    name = passage.slice(0, end).strip(" ;,:-–—\r\n\t(")
    return _line(name) if name else None, (
        Reading(value=telephone[0].strip(), evidence=passage.evidence(*telephone.span()))
        if telephone
        else None
    )


def _order(received: Reading[date] | None, signing: Signing, own: str | None) -> Iterator[Doubt]:
    """Agency first, then receipt, then NARA's decision; and no decision before its number's fiscal year."""
    steps = [("certified", signing.certified), ("received", received), ("approved", signing.approved)]
    known = [(word, reading) for word, reading in steps if reading is not None]
    for index, (word, reading) in enumerate(known):
        for later_word, later in known[index + 1 :]:
            if later.value < reading.value:
                message = (
                    f"The form was {later_word} on {later.value}, before it was {word} on {reading.value}."
                )
                yield Doubt(code="dates-out-of-order", message=message, evidence=later.evidence)
    number = parse_identifier(own) if own else None
    earliest = number.earliest_date() if number else None
    if earliest and signing.approved and signing.approved.value < earliest:
        message = f"The form was approved on {signing.approved.value}, before the year of its number, {own}."
        yield Doubt(code="dates-out-of-order", message=message, evidence=signing.approved.evidence)

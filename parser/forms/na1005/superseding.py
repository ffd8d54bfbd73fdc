"""Which earlier form an NA-1005 supersedes: a box and a number that do not always agree."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.citation import read_citations
from schedgraph.parser.citation.cited import cited
from schedgraph.parser.document import Citation
from schedgraph.parser.evidence import Doubt, Evidence
from schedgraph.parser.forms.na1005.answers import Answers, is_blank
from schedgraph.parser.forms.na1005.number import REPAIRED, mentions_in
from schedgraph.parser.passage import Passage

# the "-0002" of "GRS 6.1-0142-2018-0001 and -0002"
_LEFT_OVER = re.compile(r"(?<!\d)-[ ]?\d{4}(?!\d)", re.ASCII)

# "[x] Yes  [ ] No", "None at this time": an answer that names nothing
_ANSWERS = re.compile(r"\b(?:yes|no|none|nothing|x|n/?a|not applicable|at this time)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseding:
    """The citations that the two fields make, and what is doubtful."""

    citations: tuple[Citation, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_superseding(answers: Answers, own: str | None) -> Superseding:
    """What the form says that it supersedes. `own` is its own number.

    A number that is named while the box is not ticked is a disputed supersession: the form contradicts itself.
    """
    ticked = answers.ticked("superseding-yes") or answers.ticked("superseding")
    denied = answers.ticked("superseding-no")
    named = answers.text("previous")
    place = _box_place(answers)
    doubts: list[Doubt] = []
    if ticked and denied:
        message = "Both YES and NO are ticked where the form asks whether it supersedes an earlier one."
        doubts.append(Doubt(code="supersedes-both-ticked", message=message, evidence=place))
    if named is None or is_blank(named.text):
        if ticked:
            said = f'and names "{named.text}"' if named else "and names none"
            message = f"The form ticks that it supersedes an earlier one {said}."
            evidence = named.evidence() if named else place
            doubts.append(Doubt(code="supersedes-unnamed", message=message, evidence=evidence))
        return Superseding(doubts=tuple(doubts))
    mentions = mentions_in(named)
    if not mentions:
        if ticked:
            message = (
                f'The form supersedes an earlier one and names it "{_short(named)}", which is no number '
                "that can be stated."
            )
            doubts.append(Doubt(code="supersedes-unread", message=message, evidence=named.evidence()))
        return Superseding(doubts=tuple(doubts))
    agreed = ticked and not denied
    citations: list[Citation] = []
    for mention in mentions:
        evidence = named.evidence(mention.start, mention.end, 1.0 if mention.sure else REPAIRED)
        if own is not None and mention.id == own:
            message = f"The form names itself, {own}, as the one that it supersedes."
            doubts.append(Doubt(code="supersedes-itself", message=message, evidence=evidence))
            continue
        if _is_general(mention):
            message = f'The form names "{mention.printed}", a General Records Schedule, which no agency\'s form supersedes.'
            doubts.append(Doubt(code="supersedes-grs", message=message, evidence=evidence))
            citations.append(replace(_citation(mention, evidence, disputed=False), relation="cites"))
            continue
        citations.append(_citation(mention, evidence, disputed=not agreed))
        doubts += _mention_doubts(mention, evidence, own)
    if _LEFT_OVER.search(_without(named.text, mentions)):
        message = f'Not every number in "{_short(named)}", which the form names as superseded, could be read.'
        doubts.append(Doubt(code="supersedes-unread", message=message, evidence=named.evidence()))
    if any(each.relation == "supersedes" for each in citations) and not ticked:
        box = "ticks NO" if denied else "does not tick YES"
        message = (
            f'The form {box} where it asks whether it supersedes an earlier one, and names "{_short(named)}".'
        )
        doubts.append(Doubt(code="supersedes-unticked", message=message, evidence=named.evidence()))
    return Superseding(citations=tuple(citations), doubts=tuple(doubts))


def superseded_schedules(answers: Answers) -> Iterator[Citation]:
    """The agency's own authorities that the form says its use of GRS 6.1 replaces, in full or in part."""
    for name in ("superseded-schedules", "superseded-in-part"):
        named = answers.text(name)
        if named is None or is_blank(named.text):
            continue
        for each in read_citations(named, default="supersedes"):
            yield replace(each, partial=True) if name == "superseded-in-part" else each


def schedule_doubts(answers: Answers) -> Iterator[Doubt]:
    """That the form names authorities which it supersedes and none of their numbers could be read."""
    for name in ("superseded-schedules", "superseded-in-part"):
        named = answers.text(name)
        if named is None or is_blank(_ANSWERS.sub(" ", named.text)) or find_numbers(named.text):
            continue
        message = f'The form says that it supersedes "{_short(named)}", and no number could be read there.'
        yield Doubt(code="supersedes-unread", message=message, evidence=named.evidence())


def _citation(mention: Mention, evidence: Evidence, *, disputed: bool) -> Citation:
    named = cited(mention, "supersedes", evidence)
    return replace(named, sure=False, disputed=True) if disputed else named


def _mention_doubts(mention: Mention, evidence: Evidence, own: str | None) -> Iterator[Doubt]:
    if mention.id is None:
        message = f'The earlier form\'s number "{mention.printed}" can be read in more than one way.'
        yield Doubt(code="supersedes-unread", message=message, evidence=evidence)
        return
    if not mention.sure:
        message = f'"{mention.printed}" was read as {mention.id}; no other place of the document confirms the repair.'
        yield Doubt(code="number-repaired", message=message, evidence=evidence)
    number, mine = parse_identifier(mention.id), parse_identifier(own) if own else None
    if number and mine and number.record_group != mine.record_group:
        message = (
            f"The form supersedes {mention.id}, which is of another record group than its own number, {own}."
        )
        yield Doubt(code="supersedes-other-record-group", message=message, evidence=evidence)
    if own and _order(mention.id) > _order(own) > ("", ""):
        message = f"The form supersedes {mention.id}, whose number is newer than its own, {own}."
        yield Doubt(code="supersedes-newer", message=message, evidence=evidence)


def _is_general(mention: Mention) -> bool:
    number = parse_identifier(mention.id) if mention.id else None
    return number is not None and (number.family == "GRS" or number.record_group == "GRS")


def _without(text: str, mentions: Sequence[Mention]) -> str:
    """The text with the places of the mentions blanked."""
    for mention in mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


def _order(identifier: str) -> tuple[str, str]:
    """Year and sequence of a number of this family; numbers of other families are not compared."""
    number = parse_identifier(identifier)
    if number is None or number.family != "Capstone":
        return "", ""
    *_, year, sequence = number.schedule.split("-")
    return year, sequence


def _box_place(answers: Answers) -> Evidence | None:
    places: list[Passage] = [
        answers.boxes[name].place
        for name in ("superseding-yes", "superseding", "superseding-no")
        if name in answers.boxes
    ]
    return places[0].evidence() if places else None


def _short(passage: Passage) -> str:
    return " ".join(passage.text.split())[:60]

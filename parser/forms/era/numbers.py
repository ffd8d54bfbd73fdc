"""The number of an ERA schedule and those of its items, damaged ones settled by the other occurrences."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.agreement import agree, sure_numbers
from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.evidence import Doubt, Evidence, Reading
from schedgraph.parser.forms.era.tokens import Token, passage_of
from schedgraph.parser.passage import Passage

REPAIRED = 0.95
AGREED = 0.98
_FAMILIES = frozenset({"DAA"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the form that prints a number of this schedule, and the number as it was read there."""

    passage: Passage
    mention: Mention

    @property
    def schedule(self) -> str | None:
        """The schedule that the number names or belongs to."""
        return schedule_of(self.mention.id)


def schedule_of(identifier: str | None) -> str | None:
    """The schedule part of an identifier."""
    number = parse_identifier(identifier) if identifier else None
    return number.schedule if number else None


def read_place(lines: Sequence[Token]) -> Place | None:
    """The number at the start of `lines`; one that a narrow column broke is put together again."""
    for count in (1, 2):
        passage = passage_of(lines[:count])
        if count == 2 and (len(lines) < 2 or len(lines[1].text) > 24):
            break
        mention = next(
            (each for each in find_numbers(passage.text) if each.family in _FAMILIES and each.start <= 24),
            None,
        )
        broken = lines and lines[0].text.endswith(("-", "–"))
        if mention and not (count == 1 and broken and len(lines) > 1):
            return Place(passage=passage, mention=mention)
    return None


def number_apart(lines: Sequence[Token]) -> tuple[Token, ...]:
    """The lines after the label of an item's number, the text that follows the number on its line apart."""
    place = read_place(lines[:1])
    if place is None:
        return tuple(lines)
    end = place.mention.end
    rest = lines[0].part(end)
    if not any(character.isalnum() for character in rest.passage.text):
        return tuple(lines)
    return lines[0].part(0, end), rest, *lines[1:]


def settle(places: Iterable[Place | None], *, named: str | None = None) -> list[Place | None]:
    """The places, each repaired number settled where an undamaged one of the same document agrees.

    `named` is the schedule that the file is named after.
    """
    found = list(places)
    sure = sure_numbers([place.mention for place in found if place]) | ({named} if named else set())
    mentions = iter(agree([place.mention for place in found if place], sure))
    return [Place(passage=place.passage, mention=next(mentions)) if place else None for place in found]


def schedule_number(
    header: Place | None, others: Sequence[Place], *, named: str | None = None
) -> tuple[Reading[str] | None, str | None, list[Doubt]]:
    """The schedule's number, as printed too; other places confirm, replace or contradict the header."""
    votes = Counter(place.schedule for place in others if place.schedule)
    if named and header and named == header.schedule:
        votes[named] += 1
    common = votes.most_common(1)[0][0] if votes else None
    doubts: list[Doubt] = []
    place = header
    if header is None or header.schedule is None:
        place = next((each for each in others if each.schedule == common), None) if common else None
        if header is not None and place is not None:
            doubts.append(
                Doubt(
                    code="schedule-number-from-another-place",
                    message=(
                        f'The schedule is numbered "{header.mention.printed}", which could not be read; '
                        f"{common} is printed elsewhere in the document."
                    ),
                    evidence=_evidence(header),
                )
            )
        place = place or header
    elif common and common != header.schedule:
        doubts.append(
            Doubt(
                code="schedule-number-disagrees",
                message=f"The header gives {header.schedule}, other places of the document give {common}.",
                evidence=_evidence(header),
            )
        )
        if not header.mention.sure and votes[common] > 1:
            place = next(each for each in others if each.schedule == common)
    if place is None:
        message = "No number of the schedule was found."
        return None, None, [Doubt(code="schedule-number-missing", message=message)]
    printed = (header or place).mention.printed
    if place.schedule is None:
        doubts.append(unread(place, "schedule"))
        return None, printed, doubts
    agreed = place.mention.sure or votes[place.schedule] > 0
    confidence = 1.0 if place.mention.sure and not place.mention.repairs else AGREED if agreed else REPAIRED
    if not agreed:
        doubts.append(repaired(place, place.schedule))
    evidence = place.passage.evidence(place.mention.start, place.mention.end, confidence)
    return (
        Reading(value=place.schedule, evidence=evidence, repairs=place.mention.repairs),
        printed,
        doubts,
    )


def item_number(
    place: Place | None, schedule: str | None, mate: str | None
) -> tuple[str | None, list[Doubt]]:
    """An item's number. `mate` is the number that the other list gives to the same item."""
    if place is None:
        return mate, []
    mention = place.mention
    targets = [reading.target for reading in mention.readings if _is_item(reading.target)]
    own = [target for target in targets if schedule_of(target) == schedule]
    if mention.sure and mention.id and _is_item(mention.id):
        if schedule and schedule_of(mention.id) != schedule:
            message = f"The item's number {mention.id} does not belong to the schedule {schedule}."
            return mention.id, [
                Doubt(code="item-of-another-schedule", message=message, evidence=_evidence(place))
            ]
        return mention.id, []
    if mate and mate in targets:
        return mate, []
    chosen = own[0] if len(own) == 1 or (own and own[0] == mention.id) else None
    chosen = chosen or (mention.id if mention.id and _is_item(mention.id) and not own else None)
    if chosen:
        return chosen, [repaired(place, chosen)]
    return mate, [unread(place, "item")]


def repaired(place: Place, identifier: str) -> Doubt:
    """The doubt that a repaired number, which nothing else confirms, leaves."""
    return Doubt(
        code="number-repaired",
        message=(
            f'"{place.mention.printed}" was read as {identifier}; '
            "no other place of the document confirms the repair."
        ),
        evidence=_evidence(place),
    )


def unread(place: Place, what: str) -> Doubt:
    """The doubt about a number that could not be read."""
    return Doubt(
        code="number-unread",
        message=f'The number of the {what}, "{place.mention.printed}", could not be read with certainty.',
        evidence=_evidence(place),
    )


def _evidence(place: Place) -> Evidence:
    return place.passage.evidence(place.mention.start, place.mention.end, REPAIRED)


def _is_item(identifier: str) -> bool:
    number = parse_identifier(identifier)
    return number is not None and bool(number.path)

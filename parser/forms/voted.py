"""Numbers and days that two OCR readings saw differently: never sure, unless another place settles them.

Where both readings agree, a number was always right; one reading alone is often wrong (docs/decisions,
OCR engines). So a disagreement is kept: the other reading stands among the readings of the number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from schedgraph.parser.authority.agreement import number_in_file_name
from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.dates import find_dates
from schedgraph.parser.document import Citation, Item, Schedule, ScheduleDocument
from schedgraph.parser.evidence import Doubt, Evidence, Reading
from schedgraph.parser.page import Page, PageText, PlacedWord
from schedgraph.parser.ranked import RankedTarget

FIRST_SHARE = 0.6
"""What is left of the trust in a reading where the other reading gives another number."""
_LEAST = 0.5


def voted(document: ScheduleDocument, pages: Iterable[Page]) -> ScheduleDocument:
    """The document, its disputed numbers made unsure and told."""
    sources = {
        page.source.number: page.source
        for page in pages
        if any(word.other is not None or word.confidence < _LEAST for word in page.source.words)
    }
    if not sources:
        return document
    undisputed = {
        citation.target
        for citation in _citations(document)
        if citation.target and citation.sure and not _is_disputed(citation.evidence, sources)
    }
    schedule = document.schedule
    doubts: tuple[Doubt, ...] = ()
    if schedule.id and number_in_file_name(document.source.name) != schedule.id.value:
        schedule, doubts = _schedule(schedule, sources)
    schedule, of_dates = _dates(schedule, sources)
    settle = _Settling(sources, frozenset(undisputed))
    return replace(
        document,
        schedule=schedule,
        items=tuple(settle.item(item) for item in document.items),
        citations=tuple(map(settle.citation, document.citations)),
        doubts=(*document.doubts, *doubts, *of_dates, *_of_items(document, sources), *settle.doubts),
    )


class _Settling:
    """Goes through the citations of one document and gathers what is doubtful about them."""

    def __init__(self, sources: Mapping[int, PageText], undisputed: frozenset[str]) -> None:
        self.sources = sources
        self.undisputed = undisputed
        self.doubts: list[Doubt] = []

    def item(self, item: Item) -> Item:
        return replace(item, citations=tuple(map(self.citation, item.citations)))

    def citation(self, citation: Citation) -> Citation:
        other = _other(citation.evidence, self.sources)
        if other is None or citation.target in self.undisputed:
            return citation
        rivals = [
            reading
            for mention in _like(citation.printed, find_numbers(other))
            for reading in mention.readings
            if reading.target != citation.target
        ]
        if citation.target is None:
            return replace(citation, sure=False)
        if not rivals and _sees(other, citation.target):
            return replace(citation, sure=citation.sure and not _is_faint(citation.evidence, self.sources))
        message = f"Two readings differ: “{citation.evidence.quote}” and “{other}”; the number is not sure."
        self.doubts.append(Doubt(code="readings-differ", message=message, evidence=citation.evidence))
        readings = (
            RankedTarget(target=citation.target, confidence=FIRST_SHARE),
            *(
                RankedTarget(target=each.target, confidence=round((1 - FIRST_SHARE) * each.confidence, 3))
                for each in rivals
            ),
        )
        return replace(
            citation,
            target=None if rivals else citation.target,
            readings=readings if rivals else citation.readings,
            sure=False,
            repairs=(*citation.repairs, f"other reading: {other}"),
        )


def _schedule(schedule: Schedule, sources: Mapping[int, PageText]) -> tuple[Schedule, tuple[Doubt, ...]]:
    """The schedule's own number; where another place in the document confirmed it, that stands already."""
    if schedule.id is None or not _is_disputed(schedule.id.evidence, sources):
        return schedule, ()
    other = _other(schedule.id.evidence, sources) or ""
    schedules = {
        number.schedule
        for mention in find_numbers(other)
        if mention.id is not None and (number := parse_identifier(mention.id)) is not None
    }
    if schedules == {schedule.id.value}:
        return schedule, ()
    message = (
        f"Two readings of the schedule's number differ: “{schedule.id.evidence.quote}” and “{other}”; "
        f"it was taken for {schedule.id.value}."
    )
    doubt = Doubt(code="number-readings-differ", message=message, evidence=schedule.id.evidence)
    repairs = (*schedule.id.repairs, f"other reading: {other}")
    return replace(schedule, id=replace(schedule.id, repairs=repairs)), (doubt,)


def _dates(schedule: Schedule, sources: Mapping[int, PageText]) -> tuple[Schedule, list[Doubt]]:
    """The schedule's dates: one that another reading of its place does not give is told, and trusted less."""
    told: list[Doubt] = []
    read: dict[str, Reading[date] | None] = {}
    for name in ("received", "certified", "approved"):
        reading: Reading[date] | None = getattr(schedule, name)
        read[name] = reading
        if reading is None or (other := _other(reading.evidence, sources)) is None:
            continue
        seen = {each.value for each in find_dates(other) if each.value}
        if reading.value in seen:
            continue
        rival = f" ({', '.join(day.isoformat() for day in sorted(seen))})" if seen else ""
        message = (
            f"Two readings of the day on which the schedule was {name} differ: “{reading.evidence.quote}” and "
            f"“{other}”{rival}; it was taken for {reading.value.isoformat()}. Look at the page."
        )
        evidence = replace(reading.evidence, confidence=min(reading.evidence.confidence, FIRST_SHARE))
        told.append(Doubt(code="date-readings-differ", message=message, evidence=evidence))
        read[name] = replace(
            reading, evidence=evidence, repairs=(*reading.repairs, f"other reading: {other}")
        )
    return replace(
        schedule, received=read["received"], certified=read["certified"], approved=read["approved"]
    ), told


def _sees(other: str, target: str) -> bool:
    return any(mention.id == target for mention in find_numbers(other))


def _is_faint(evidence: Evidence, sources: Mapping[int, PageText]) -> bool:
    return any(word.confidence < _LEAST for word in _own_words(evidence, sources[evidence.page]))


def _of_items(document: ScheduleDocument, sources: Mapping[int, PageText]) -> list[Doubt]:
    """Doubts about items that are numbers by themselves (DAA-0567-2017-0007-0001) and were read in two ways."""
    own = {item.id for item in document.items if parse_identifier(item.id) and "/" not in item.id}
    doubts: dict[str, Doubt] = {}
    settled: set[str] = set()
    for source in sources.values():
        for word in source.words:
            if "-" not in (text := source.text[word.start : word.end]):
                continue
            for mention in find_numbers(text):
                if mention.id not in own or mention.id is None:
                    continue
                if word.other is None or any(each.id == mention.id for each in find_numbers(word.other)):
                    settled.add(mention.id)
                    continue
                place = Evidence(
                    page=source.number,
                    quote=text,
                    start=word.start,
                    end=word.end,
                    bbox=word.bbox,
                    method=source.method,
                    confidence=word.confidence,
                )
                message = f"Two readings of an item's number differ: “{text}” and “{word.other}”."
                doubts[mention.id] = Doubt(code="number-readings-differ", message=message, evidence=place)
    return [doubt for identifier, doubt in doubts.items() if identifier not in settled]


def _like(printed: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mention in the other reading that stands for the same writing: the nearest in length comes first."""
    return sorted(mentions, key=lambda mention: abs(len(mention.printed) - len(printed)))[:1]


def _citations(document: ScheduleDocument) -> list[Citation]:
    return [*document.citations, *(each for item in document.items for each in item.citations)]


def _is_disputed(evidence: Evidence, sources: Mapping[int, PageText]) -> bool:
    return _other(evidence, sources) is not None


def _other(evidence: Evidence, sources: Mapping[int, PageText]) -> str | None:
    """What the second reading saw in the place of a quote; None where it saw the same."""
    source = sources.get(evidence.page)
    if source is None:
        return None
    own = _own_words(evidence, source)
    if not any(word.other is not None or word.confidence < _LEAST for word in own):
        return None
    text: list[str] = []
    position = evidence.start
    for word in source.words_in(evidence.start, evidence.end):
        if word not in own:
            text.append(f"{source.text[position : max(position, word.start)]} ")
        elif word.other is None:
            continue
        else:
            text.append(source.text[position : max(position, word.start)])
            text.append(word.other)
        position = max(position, word.end)
    text.append(source.text[position : evidence.end])
    return " ".join("".join(text).split())


def _own_words(evidence: Evidence, source: PageText) -> list[PlacedWord]:
    """The words of a quote. One that was put together from two lines of a column skips the columns beside it."""
    words = source.words_in(evidence.start, evidence.end)
    if evidence.bbox is None:
        return list(words)
    left, top, right, bottom = evidence.bbox
    return [
        word
        for word in words
        if left - 1 <= (word.bbox[0] + word.bbox[2]) / 2 <= right + 1
        and top - 1 <= (word.bbox[1] + word.bbox[3]) / 2 <= bottom + 1
    ]

"""Whole made-up schedules read through damage: every confidence that a document or an answer from it states.

Numbers and dates are right where the document prints them; an end is right where the document prints that the item
was superseded by it. What an answer states of an end is the least confidence among the evidence of the step to it.
"""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bench.accuracy.stated import Stated
from bench.synthetic import text
from bench.synthetic.content import FORMS, invent
from bench.synthetic.render import write
from bench.synthetic.truth import expected
from schedgraph.graph.answers import look_up
from schedgraph.graph.casefile import Statements
from schedgraph.graph.facts import fact_statements
from schedgraph.graph.statements import statements
from schedgraph.parser.document import UNREAD, Citation, ScheduleDocument
from schedgraph.parser.evidence import Reading
from schedgraph.parser.read import read_document, read_text
from schedgraph.parser.reading.source import decode

_FORMS = tuple(dict.fromkeys(FORMS))


def transcripts(seed: int, count: int, rates: Sequence[float]) -> Iterator[Stated]:
    """What is stated of `count` schedules, in turn of every form, each damaged at every rate."""
    for index in range(count):
        schedule = invent(seed + index, _FORMS[index % len(_FORMS)])
        for rate in rates:
            words = text.noisy(schedule, Random(f"{seed + index}/{rate}"), rate=rate)
            truth = expected(schedule, source="x.txt", reading="text", sheets=None)
            document = read_text(decode(words.encode(), f"made-up-{seed + index}.txt"))
            yield from stated(document, truth)


def scans(seed: int, count: int, renders: Sequence[str]) -> Iterator[Stated]:
    """What is stated of pictures of `count` schedules, in turn of every form, each in every rendering."""
    with tempfile.TemporaryDirectory() as folder:
        for index in range(count):
            schedule = invent(seed + index, _FORMS[index % len(_FORMS)])
            for path in write(seed + index, _FORMS[index % len(_FORMS)], renders, Path(folder)):
                truth = expected(schedule, source=path.name, reading="ocr", sheets=None)
                # The file's name tells the made-up number only to whoever made it up.
                yield from stated(read_document(path), truth)


def stated(document: ScheduleDocument, truth: dict[str, Any]) -> Iterator[Stated]:
    """Every confidence that a document states of a number or a date, and every one that an answer states of an end."""
    yield from _numbers(document, truth)
    yield from _dates(document, truth)
    yield from _ends(document, truth)


def _numbers(document: ScheduleDocument, truth: dict[str, Any]) -> Iterator[Stated]:
    printed = {number["id"] for number in truth["numbers"]}
    number = document.schedule.id
    if number is not None:
        yield _read("schedule", number, right=number.value == truth["schedule"]["id"])
    for item in document.items:
        if item.id.startswith("DAA-") and UNREAD not in item.id:
            yield Stated(
                kind="item",
                printed=item.evidence.quote,
                target=item.id,
                repairs=(),
                confidence=item.evidence.confidence,
                right=item.id in printed,
            )
    for cited in _cited(document):
        for place, reading in enumerate(cited.readings):
            yield Stated(
                kind="citation's runner-up" if place else "citation",
                printed=cited.printed,
                target=reading.target,
                repairs=cited.repairs,
                confidence=min(reading.confidence, cited.evidence.confidence),
                right=reading.target in printed,
            )


def _dates(document: ScheduleDocument, truth: dict[str, Any]) -> Iterator[Stated]:
    schedule = document.schedule
    boxes = {
        "received": schedule.received,
        "certified": schedule.certified,
        "approved": schedule.approved,
        "printed": schedule.printed_on,
        "accurate_as_of": schedule.accurate_as_of,
    }
    for name, day in truth["schedule"]["dates"].items():
        found = boxes[name]
        if found is not None:
            yield _read("date", found, right=found.value.isoformat() == day)
    signed = {event["date"] for event in truth["events"]}
    for event in document.events:
        if event.date is not None and signed:
            yield _read("date", event.date, right=event.date.value.isoformat() in signed)
    since = {
        (cited["target"], cited["date"])
        for item in truth["items"]
        for cited in item["citations"]
        if "date" in cited
    }
    for cited in _cited(document):
        if cited.date is not None and cited.target in {target for target, _ in since}:
            right = (cited.target, cited.date.value.isoformat()) in since
            yield _read("date", cited.date, right=right)


def _ends(document: ScheduleDocument, truth: dict[str, Any]) -> Iterator[Stated]:
    case = Statements((*statements(document), *fact_statements()))
    replaced = {
        item["id"]: {cited["target"] for cited in item["citations"] if cited["relation"] == "superseded-by"}
        for item in truth["items"]
    }
    for item, targets in replaced.items():
        if not case.about(item):
            continue
        answer = look_up(case, item, item, None, {document.source.sha256: document.source.name})
        for link in answer.chain:
            confidences = [
                each.read_confidence for each in link.statements if each.document == document.source.sha256
            ]
            if link.origin == item and confidences:
                yield Stated(
                    kind="end" if link.scope == "certain" else "possible end",
                    printed=link.statements[0].evidence.quote,
                    target=link.to,
                    repairs=link.statements[0].repairs,
                    confidence=min(confidences),
                    right=link.to in targets,
                )


def _cited(document: ScheduleDocument) -> Iterator[Citation]:
    yield from document.citations
    for item in document.items:
        yield from item.citations


def _read(kind: str, reading: Reading[str] | Reading[date], *, right: bool) -> Stated:
    return Stated(
        kind=kind,
        printed=reading.evidence.quote,
        target=str(reading.value),
        repairs=reading.repairs,
        confidence=reading.evidence.confidence,
        right=right,
    )

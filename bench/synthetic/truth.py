"""What a reader should say of a made-up schedule, in the format of `schedgraph parse --format json`.

A key that is left out is not scored: its value is not printed in so many words.
"""

from collections.abc import Sequence
from typing import Any

from bench.synthetic.era import counts
from bench.synthetic.schedule import Cited, Entry, Schedule, Span
from bench.synthetic.sheet import Sheet


def expected(
    schedule: Schedule, *, source: str, reading: str, sheets: Sequence[Sheet] | None
) -> dict[str, Any]:
    """Transcript, page truth and verdicts of one rendering."""
    form = schedule.form
    return {
        "document": {
            "source": source,
            "form": form,
            "reading": reading,
            **({"pages": len(sheets)} if sheets else {}),
        },
        "revision": schedule.revision,
        "schedule": _schedule(schedule),
        "items": _items(schedule),
        "events": _events(schedule),
        "numbers": _numbers(schedule),
        "verdicts": _verdicts(schedule),
        "pages": [_page(number, sheet) for number, sheet in enumerate(sheets or (), 1)],
    }


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


def _schedule(schedule: Schedule) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": schedule.identifier,
        "printed": schedule.printed,
        "dates": {"certified": _iso(schedule.certified), "approved": _iso(schedule.approved)},
        "stamps": list(schedule.stamps),
    }
    if not schedule.identifier.startswith("NN-"):
        fields["record_group"] = schedule.record_group
    if schedule.form == "notice":
        fields["dates"] = {"accurate_as_of": _iso(schedule.as_of)}
        fields["stamps"] = list(schedule.stamps)
        return fields if schedule.covers is None else {**fields, "agency": schedule.agency}
    fields |= {
        "agency": schedule.agency,
        "subject": schedule.subject,
        "major_subdivision": schedule.major,
        "minor_subdivision": schedule.minor,
    }
    if schedule.form == "ERA":
        fields |= {
            "applies_to": schedule.applies_to,
            "background": schedule.background,
            "status": schedule.status,
            "item_counts": counts(schedule),
        }
        fields["dates"]["printed"] = _iso(schedule.created)
    else:
        fields["dates"]["received"] = _iso(schedule.received)
        fields["contact"] = {"name": None, "telephone": schedule.telephone}
        if schedule.revision == "r1970":
            del fields["subject"]
    return fields


def _items(schedule: Schedule) -> list[dict[str, Any]]:
    if schedule.form == "notice" and schedule.covers:
        dead = {entry.identifier: entry for entry in schedule.entries}
        items = []
        for entry in schedule.covers.entries:
            item = _item(entry, schedule.covers)
            if entry.identifier in dead:
                notice = dead[entry.identifier]
                item["citations"] += [_citation(cited) for cited in notice.citations]
            items.append(item)
        return items
    return [_item(entry, schedule) for entry in schedule.entries if entry.identifier]


def _item(entry: Entry, schedule: Schedule) -> dict[str, Any]:
    parent = (entry.identifier or "").rsplit("/", 1)[0] if len(entry.path) > 1 else None
    item: dict[str, Any] = {
        "id": entry.identifier,
        "number": entry.number,
        "citations": [_citation(cited) for cited in entry.citations],
    }
    if schedule.form == "notice":
        return {**item, "status_printed": entry.status}
    if schedule.form == "SF-115":
        item |= {"parent": parent, "action_taken": entry.action_taken}
    else:
        item |= {"status_printed": entry.status}
    item |= {"title": entry.title, "text": entry.text or None, **_strike(entry)}
    if entry.wording and entry.instruction:
        item["disposition"] = _disposition(entry, era=schedule.form == "ERA")
    return item


def _strike(entry: Entry) -> dict[str, Any]:
    parts = entry.parts
    struck = [
        parts[name][max(start, low) : min(end, high)]
        for name, spans in entry.struck.items()
        for start, end in spans
        for low, high in (_fields(entry) if name == "disposition" else [(0, len(parts[name]))])
        if max(start, low) < min(end, high)
    ]
    whole = all(entry.struck.get(name) == ((0, len(text)),) for name, text in parts.items())
    strike = "none" if not struck else "full" if whole else "partial"
    return {"strike": strike, "struck": struck, "strike_kind": entry.strike_kind if struck else None}


def _fields(entry: Entry) -> list[Span]:
    """The stretches of a disposition that stand apart: on ERA printouts, a label parts cutoff, retention and transfer."""
    wording = entry.wording
    if entry.status is None or not wording:
        return [(0, len(entry.instruction or ""))]
    stretches, at = [], 0
    for sentence in (wording.cutoff, wording.retention, wording.transfer):
        if sentence:
            stretches.append((at, at + len(sentence)))
            at += len(sentence) + 1
    return stretches


def _disposition(entry: Entry, *, era: bool) -> dict[str, Any]:
    wording = entry.wording
    assert wording  # noqa: S101 - told by the caller
    if entry.struck.get("disposition") not in {None, ((0, len(entry.instruction or "")),)}:
        # With some words lined off, what the rest says can be argued about.
        return {"instruction": entry.instruction}
    said: dict[str, Any] = {"instruction": entry.instruction, "cutoff": wording.cutoff}
    retention: dict[str, Any] = {}
    if wording.final:
        said["final"] = wording.final
    if wording.action:
        retention["action"] = wording.action
    if wording.period or "block" not in (entry.instruction or ""):
        retention["period"] = wording.period
    if wording.trigger:
        retention["trigger"] = wording.trigger
    if wording.retention and not wording.transfer:
        retention["text"] = wording.retention
    if era or entry.media_neutral:
        said["media_neutral"] = entry.media_neutral
    return {**said, "retention": retention}


def _citation(cited: Cited) -> dict[str, Any]:
    shown = {
        "relation": cited.relation,
        "target": cited.target,
        "printed": cited.printed,
        "where": cited.where,
    }
    return {**shown, "date": _iso(cited.since)} if cited.where == "annotation" else shown


def _events(schedule: Schedule) -> list[dict[str, Any]]:
    return [
        {
            "date": _iso(row.date),
            "action": row.action,
            "name": row.by or None,
            "title": row.title,
            "organization": row.organization,
        }
        for row in schedule.signatures
    ]


def _numbers(schedule: Schedule) -> list[dict[str, str]]:
    """Every number that is printed, with the identifier it stands for."""
    found = {schedule.printed: schedule.identifier}
    for source in (schedule, schedule.covers):
        for entry in source.entries if source else ():
            if schedule.form == "ERA" and entry.identifier:
                found[entry.identifier] = entry.identifier
            for cited in entry.citations:
                found[cited.printed] = cited.target
    return [{"printed": printed, "id": identifier} for printed, identifier in found.items()]


def _verdicts(schedule: Schedule) -> list[dict[str, Any]]:
    """Lookups whose answer is plain from this one document; anything that could be argued about is left out."""
    found: list[dict[str, Any]] = []
    if schedule.form == "notice":
        return [
            {"query": entry.identifier, "verdict": "superseded", "current": [entry.citations[0].target]}
            for entry in schedule.entries
            if entry.citations and schedule.covers is None
        ]
    approved = schedule.approved is not None
    for entry in schedule.entries:
        if not entry.wording or not entry.identifier:
            continue
        replaced = [cited for cited in entry.citations if cited.relation == "superseded-by"]
        refused = (
            entry.action_taken is not None
            or entry.status == "Withdrawn"
            or (schedule.status or "").startswith("Returned")
        )
        if refused and not replaced:
            found.append({"query": entry.identifier, "verdict": "never-approved", "current": []})
        elif refused or entry.struck or (schedule.stamps and not replaced):
            continue
        elif approved and replaced:
            found.append(
                {"query": entry.identifier, "verdict": "superseded", "current": [replaced[0].target]}
            )
        elif approved:
            found.append({"query": entry.identifier, "verdict": "active", "current": [entry.identifier]})
        elif schedule.status == "Submitted":
            found.append({"query": entry.identifier, "verdict": "proposed"})
    return found


def _page(number: int, sheet: Sheet) -> dict[str, Any]:
    """The page's texts with the box of every character's column; `struck` are stretches of characters with their kind."""
    runs = []
    for text in sheet.texts:
        if text.kind in {"overtype", "unseen"} or text.angle:
            continue
        run: dict[str, Any] = {
            "text": text.text,
            "x": [round(edge, 2) for edge in text.edges()],
            "baseline": round(text.baseline, 2),
            "size": text.size,
        }
        if text.origin:
            run |= {"item": text.origin.item, "part": text.origin.part, "offset": text.origin.offset}
        if text.struck:
            run["struck"] = [[start, end, text.kind] for start, end in text.struck]
        runs.append(run)
    return {"number": number, "width": sheet.width, "height": sheet.height, "runs": runs}

"""The words of a schedule as a transcript: clean, with struck words in tildes, or as damaged OCR leaves them."""

import re
from random import Random

from bench.synthetic import era, notice
from bench.synthetic.damage import damaged
from bench.synthetic.schedule import Cited, Entry, Schedule
from bench.synthetic.sf115 import printed_day
from bench.synthetic.stock import REVISIONS
from bench.synthetic.typed import SINCE, SUPERSEDED_BY


def clean(schedule: Schedule, rng: Random) -> str:
    """The transcript; pages of a notice and of the schedule under it are parted by a form feed."""
    if schedule.form == "ERA":
        return _era(schedule)
    if schedule.form == "notice":
        own = _notice(schedule)
        return own + "\f" + _sf115(schedule.covers, rng) if schedule.covers else own
    return _sf115(schedule, rng)


def noisy(schedule: Schedule, rng: Random, *, rate: float = 0.006) -> str:
    """The transcript with the damage of OCR: confused characters, lost and doubled spaces. Markup stays whole."""
    return damaged(clean(schedule, rng), rng, rate)


def _marked(entry: Entry, part: str, text: str, base: int = 0) -> str:
    """A part with its struck stretches in tildes."""
    out, at = [], 0
    for start, end in entry.struck.get(part, ()):
        low, high = max(0, start - base), min(len(text), end - base)
        if low < high:
            out += [text[at:low], "~~", text[low:high], "~~"]
            at = high
    return "".join([*out, text[at:]])


def _annotation(cited: Cited) -> list[str]:
    return [f"**{SUPERSEDED_BY}**", "", cited.printed, "", f"**{SINCE}**", "", cited.day_printed or "", ""]


def _sf115(schedule: Schedule, rng: Random) -> str:
    words = REVISIONS[schedule.revision or "r1991"]

    def day(value: object) -> str:
        return printed_day(value, rng) or ""

    rows = [
        *(f"**{stamp}**\n" for stamp in schedule.stamps),
        f"**{words['title']}** {words['under_title']}\t{words['leave_blank']}",
    ]
    right = [
        f"{words['job_label']} {schedule.printed}",
        f"{words['received_label']} {day(schedule.received)}",
    ]
    if schedule.revision == "r1970":
        right.reverse()
    rows.append(f"{words['to_label']} {' '.join(words['to'])}\t{right[0]}")
    rows.append(f"{words['from_label']} {schedule.agency}\t{right[1]}")
    rows.append(f"{words['major_label']} {schedule.major or ''}\t{words['notification_label']}")
    rows.append(f"{words['minor_label']} {schedule.minor or ''}\t{words['notification']}")
    rows.append(f"{words['confer_label']}\t{words['telephone_label']} {schedule.telephone or ''}")
    rows.append(f"{words['archivist_date_label']} {day(schedule.approved)}\t{words['archivist_label']}")
    rows += [words["certificate_label"], words["certificate"]]
    chosen = rng.randrange(len(words["choices"]))
    rows += [("☒ " if index == chosen else "☐ ") + choice for index, choice in enumerate(words["choices"])]
    date_label, signature_label, title_label = words["signature_labels"]
    rows.append(f"{date_label} {day(schedule.certified)}\t{signature_label}\t{title_label} Records Officer")
    heads = [re.sub(r"\s+", " ", head) for head in words["columns"]]
    rows.append("\t".join(heads))
    if schedule.stationery:
        rows += [
            "",
            f"\tSee attached sheet(s) for: {schedule.subject}",
            "\f",
            schedule.department,
            schedule.agency,
            "",
        ]
    rows += ["", f"**{schedule.subject}**", ""]
    for entry in schedule.entries:
        rows += _typed(entry, schedule)
    return "\n".join(rows) + "\n"


def _typed(entry: Entry, schedule: Schedule) -> list[str]:
    designator = entry.path[-1] if entry.path[-1].startswith("(") else f"{entry.path[-1]}."
    margin = [cited.printed for cited in entry.citations if cited.where in {"column9", "inline"}]
    title = f"{designator} {_marked(entry, 'title', entry.title)}"
    rows = []
    if schedule.stationery:
        rows += [title, ""]
    else:
        cells = [
            designator,
            _marked(entry, "title", entry.title),
            *(margin or [""]),
            entry.action_taken or "",
        ]
        rows += ["\t".join(cells).rstrip("\t"), ""]
    if entry.text:
        rows += [_marked(entry, "text", entry.text), ""]
    if entry.instruction:
        label = "**Disposition (Media Neutral):**" if entry.media_neutral else "**Disposition:**"
        if schedule.stationery and margin:
            label = f"{label} {margin[0]}"
        labelled = schedule.stationery or schedule.revision in {"r1983", "r1991"}
        rows += [*([label, ""] if labelled else []), _marked(entry, "disposition", entry.instruction), ""]
    if schedule.stationery and entry.action_taken:
        rows += [entry.action_taken, ""]
    for cited in entry.citations:
        if cited.where == "annotation":
            rows += _annotation(cited)
    return rows


def _notice(schedule: Schedule) -> str:
    as_of = schedule.as_of.strftime("%m/%d/%Y") if schedule.as_of else ""
    rows = [
        notice.TITLE,
        "",
        f"Schedule Number: {schedule.printed}",
        "",
        f"{notice.INTRODUCTION} {as_of}",
        "",
    ]
    rows += ["ACTIVE ITEMS", notice.ACTIVE, "All other items remain active.", ""]
    rows += ["SUPERSEDED AND OBSOLETE ITEMS", notice.DEAD, ""]
    return "\n\n".join(["\n".join(rows), *notice.sentences(schedule)]) + "\n"


def _era(schedule: Schedule) -> str:
    fields = [
        ("Records Schedule Number", schedule.printed),
        ("Schedule Status", schedule.status),
        ("Agency or Establishment", schedule.agency),
        ("Record Group / Scheduling Group", schedule.group_name),
        ("Records Schedule applies to", schedule.applies_to),
        *([("Major Subdivision", schedule.major)] if schedule.major else []),
        ("Schedule Subject", schedule.subject),
        ("Internal agency concurrences will be provided", "No"),
        ("Background Information", schedule.background),
    ]
    rows = [*schedule.stamps, "Request for Records Disposition Authority", ""]
    for label, value in fields:
        rows += [label, "", value or "", ""]
    heads = [
        f"Number of {kind} Disposition Items" for kind in ("Total", "Permanent", "Temporary", "Withdrawn")
    ]
    rows += [
        "Item Count",
        "",
        "\t".join(heads),
        "\t".join(str(count) for count in era.counts(schedule).values()),
        "",
        "GAO Approval",
        "",
    ]
    rows += [f"Outline of Records Schedule Items for {schedule.printed}", "", "Sequence Number"]
    for entry in schedule.entries:
        rows.append(f"{entry.number}\t{entry.title}")
        if entry.identifier:
            rows.append(f"\tDisposition Authority Number: {entry.identifier}")
    created = schedule.created.strftime("%m/%d/%Y") if schedule.created else ""
    rows += [
        "",
        f"Electronic Records Archives Page 2 of 4 PDF Created on: {created}",
        "",
        "Records Schedule Items",
        "",
    ]
    for entry in schedule.entries:
        rows += _era_item(entry)
    rows += [
        "Agency Certification",
        "",
        era.CERTIFICATION,
        "",
        "Signatory Information",
        "",
        "Date\tAction\tBy\tTitle\tOrganization",
    ]
    for row in schedule.signatures:
        rows.append(
            "\t".join([row.date.strftime("%m/%d/%Y"), row.action, row.by, row.title, row.organization])
        )
    return "\n".join(rows) + "\n"


def _era_item(entry: Entry) -> list[str]:
    rows = ["Sequence Number", "", entry.number, "", _marked(entry, "title", entry.title), ""]
    wording = entry.wording
    if not entry.identifier or not wording:
        return rows
    rows += ["Disposition Authority Number", "", entry.identifier, "", _marked(entry, "text", entry.text), ""]
    rows += [f"Final Disposition {(wording.final or '').capitalize()}", "", f"Item Status {entry.status}", ""]
    rows += [f"Is this item media neutral? {'Yes' if entry.media_neutral else 'No'}", ""]
    if entry.limitation:
        rows += [f"Explanation of limitation {entry.limitation}", ""]
    rows += [era.ELECTRONIC, "", "Yes", ""]
    if entry.manual:
        rows += [f"Manual Citation {entry.manual}", ""]
    for cited in entry.citations:
        rows += ["GRS or Superseded Authority Citation", "", cited.printed, ""]
    rows += ["Disposition Instruction", ""]
    base = 0
    named = (
        ("Cutoff Instruction", wording.cutoff),
        ("Retention Period", wording.retention),
        ("Transfer to the National Archives for Accessioning", wording.transfer),
    )
    for label, value in named:
        if value:
            rows += [f"{label} {_marked(entry, 'disposition', value, base)}", ""]
            base += len(value) + 1
    return [*rows, "Additional Information", "", "GAO Approval Not Required", ""]

"""A document as read, in words: its header, its items as an outline, struck words marked, and the doubts."""

from collections.abc import Mapping, Sequence
from typing import Any

from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.plain import plain, quoted
from schedgraph.graph.wording.strikes import Strikes

Json = Mapping[str, Any]

_COUNTED = ("total", "permanent", "temporary", "withdrawn")


def document_lines(read: Json, paper: Paper) -> list[str]:
    """A whole transcript, as `parse` and `show` print it."""
    about = read["document"]
    pages = f"{about['pages']} page{'' if about['pages'] == 1 else 's'}"
    lines = [paper.heading(f"{plain(about['source'])}: {about['form']}, {pages}, read as {about['reading']}")]
    lines += schedule_lines(read["schedule"], paper)
    items = read["items"]
    if items:
        headings = sum(bool(item.get("heading")) for item in items)
        more = f" and {headings} heading{'' if headings == 1 else 's'}" if headings else ""
        lines += ["", f"  Items ({len(items) - headings}{more})"]
        depths = depths_of(items)
        for item, depth in zip(items, depths, strict=True):
            lines += item_lines(item, paper, 4 + 2 * depth)
    lines += _block("Citations", [citation_line(each) for each in read["citations"]], paper)
    lines += _block("Signatures", [event_line(each) for each in read["events"]], paper)
    lines += _block(
        "Doubts", [f"{plain(each['message'])} [{each['code']}]" for each in read["warnings"]], paper
    )
    return lines


def schedule_lines(schedule: Json, paper: Paper, indent: int = 2) -> list[str]:
    """The header of a schedule: each field that was read."""
    counts = schedule["item_counts"]
    counted = ", ".join(f"{counts[name]} {name}" for name in _COUNTED if counts[name] is not None)
    fields = [
        ("Number", number_line(schedule)),
        ("Agency", schedule["agency"]),
        ("Record group", schedule["record_group"]),
        (
            "Subdivisions",
            "; ".join(filter(None, (schedule["major_subdivision"], schedule["minor_subdivision"]))),
        ),
        ("Subject", schedule["subject"]),
        ("Applies to", schedule["applies_to"]),
        ("Status", schedule["status"]),
        ("Stamps", "; ".join(dict.fromkeys(schedule["stamps"]))),
        ("Dates", dates_line(schedule["dates"])),
        ("Item counts", counted),
    ]
    return paper.fields([(label, plain(value) if value else None) for label, value in fields], indent)


def item_lines(item: Json, paper: Paper, indent: int) -> list[str]:
    """One item: number, title and text with struck words marked, disposition, status, citations."""
    inner, strikes = indent + 4, Strikes(item["struck"], full=item["strike"] == "full")
    title = strikes.mark(item["title"] or "")
    lines = paper.wrap(f"{plain(item['number'])}  {title}".rstrip(), indent, inner)
    if item.get("heading"):
        lines += paper.wrap("(a heading, no authority)", inner)
    if item["strike"] != "none":
        lines += paper.wrap("(struck)" if item["strike"] == "full" else "(partly struck)", inner)
    if item["text"] and item["text"] != item["disposition"]["instruction"]:
        lines += paper.wrap(strikes.mark(item["text"]), inner)
    lines += _disposition(item["disposition"], strikes, paper, inner)
    for part in strikes.elsewhere():
        lines += paper.wrap(f"Also struck: {quoted(part)}", inner, inner + 2)
    for label, key in (("Status printed", "status_printed"), ("Action taken", "action_taken")):
        if item[key]:
            lines += paper.wrap(f"{label}: {quoted(item[key])}", inner, inner + 2)
    for each in item.get("annotations", ()):
        dated = f" ({each['date']})" if each["date"] else ""
        lines += paper.wrap(f"Written on it: {quoted(each['text'])}{dated}", inner, inner + 2)
    for each in item["citations"]:
        lines += paper.wrap(citation_line(each), inner, inner + 2)
    return lines


def event_line(event: Json) -> str:
    """One row of the signatures."""
    parts = [
        event["date"] or "no date",
        event["action"],
        event["name"],
        event["title"],
        event["organization"],
    ]
    return plain(", ".join(str(part) for part in parts if part))


def depths_of(items: Sequence[Json]) -> list[int]:
    """How deep each item stands under the others that are shown."""
    depths: dict[str, int] = {}
    found: list[int] = []
    for item in items:
        depth = depths[item["parent"]] + 1 if item["parent"] in depths else 0
        # Under what has no identifier items stand by its number.
        depths[item["id"] or item["number"]] = depth
        found.append(depth)
    return found


def number_line(schedule: Json) -> str:
    """The number of a schedule, as printed and repaired."""
    printed = f" (printed {quoted(schedule['printed'])}" if schedule["printed"] else ""
    repairs = schedule.get("repairs") or ()
    if printed:
        printed += f"; repaired {', '.join(repairs)})" if repairs else ")"
    return f"{schedule['id'] or 'not read'}{printed}"


def dates_line(dates: Json) -> str:
    """The dates of a schedule; that no approval is shown is said."""
    names = ("received", "certified", "approved", "printed", "accurate_as_of")
    known = [f"{name.replace('_', ' ')} {dates[name]}" for name in names if dates.get(name)]
    if dates["approved"] is None:
        known.append("approval not shown")
    return ", ".join(known)


def _disposition(disposition: Json, strikes: Strikes, paper: Paper, indent: int) -> list[str]:
    lines: list[str] = []
    final = disposition["final"]
    instruction = strikes.mark(disposition["instruction"] or "")
    if final or instruction:
        said = f" ({final})" if final else ""
        lines += paper.wrap(f"Disposition{said}: {instruction or 'no instruction'}", indent, indent + 2)
    retention = disposition["retention"]
    parts = [
        retention["action"],
        retention["period"],
        retention["trigger"] and f"from {retention['trigger']}",
    ]
    read = plain(" ".join(part for part in parts if part))
    for label, value in (
        ("Cutoff", disposition["cutoff"]),
        ("Transfer", disposition.get("transfer")),
        ("Read as", read),
        ("Limitation", disposition.get("limitation")),
    ):
        if value:
            lines += paper.wrap(f"{label}: {plain(value)}", indent, indent + 2)
    return lines


def citation_line(citation: Json) -> str:
    """What a citation says, its date, its words and how sure it is."""
    since = f" ({citation['date']})" if citation["date"] else ""
    readings = " or ".join(each["target"] for each in citation["readings"])
    target = citation["target"] or readings or "a number that could not be read"
    doubt = "" if citation["sure"] else ", not sure"
    if citation["partial"]:
        doubt = f", in part{doubt}"
    if citation["repairs"]:
        doubt += f", repaired {', '.join(citation['repairs'])}"
    proposed = "proposed: " if citation["proposed"] else ""
    relation = citation["relation"].replace("-", " ").capitalize()
    return plain(f"{proposed}{relation} {target}{since}, printed {quoted(citation['printed'])}{doubt}")


def _block(title: str, entries: Sequence[str], paper: Paper) -> list[str]:
    if not entries:
        return []
    return ["", f"  {title}", *(line for entry in entries for line in paper.wrap(entry, 4, 6))]

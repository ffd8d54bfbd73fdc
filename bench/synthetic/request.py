"""The contents of an SF-115."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from bench.synthetic import numbers, stock
from bench.synthetic.lining import lined_off
from bench.synthetic.schedule import Cited, Entry, Schedule

INACTIVE = "INACTIVE - ALL ITEMS SUPERSEDED"


def invent(rng: Random, seed: int, revision: str) -> Schedule:
    """A request on the form of `revision`."""
    first, last = stock.REVISIONS[revision]["years"]
    year = rng.randint(first, last)
    agency = stock.agency(rng, year)
    major, minor = rng.choice(agency["offices"])
    printed, identifier = numbers.job(rng, agency["group"], year)
    certified = stock.day(rng, year)
    received = certified + timedelta(days=rng.randint(3, 25))
    approved = received + timedelta(days=rng.randint(60, 500)) if rng.random() < 0.8 else None
    style = rng.choice(["upper", "lower"])
    paths = stock.outline(rng, depth=rng.choice([1, 2, 3, 3, 4]), total=rng.randint(3, 9))
    used: set[str] = set()
    kind = "modern" if revision == "r1991" else "old"
    inactive = rng.random() < 0.2
    stationery = revision in {"r1983", "r1991"} and rng.random() < 0.5
    entries = []
    for path in paths:
        heading = any(len(other) > len(path) and other[: len(path)] == path for other in paths)
        entries.append(
            _item(
                rng,
                agency,
                major,
                identifier,
                path,
                style,
                heading,
                kind,
                year,
                revision,
                used,
                approved,
                inactive,
            )
        )
    return Schedule(
        seed=seed,
        form="SF-115",
        revision=revision,
        identifier=identifier,
        printed=printed,
        agency=agency["name"],
        record_group=agency["group"],
        group_name=agency["records"],
        department=agency["department"],
        major=major,
        minor=minor or None,
        subject=stock.subject(rng, era=False),
        background=None,
        applies_to=None,
        status=None,
        received=received,
        certified=certified,
        approved=approved,
        created=None,
        as_of=None,
        stamps=(INACTIVE,) if inactive else (),
        entries=tuple(_inline(entry) for entry in entries) if stationery else tuple(entries),
        telephone=f"{rng.choice(['202', '703', '301'])}-555-01{rng.randint(0, 99):02d}"
        if rng.random() < 0.7
        else None,
        stationery=stationery,
        file_name=f"{identifier.lower()}_sf115",
    )


def _inline(entry: Entry) -> Entry:
    """On blank stationery there is no column 9: the number stands on the disposition's line, and no word says why."""
    moved = tuple(
        replace(cited, relation="cites", where="inline") if cited.where == "column9" else cited
        for cited in entry.citations
    )
    return replace(entry, citations=moved)


def _item(
    rng: Random,
    agency: dict[str, Any],
    office: str,
    schedule: str,
    path: tuple[int, ...],
    style: str,
    heading: bool,
    kind: str,
    year: int,
    revision: str,
    used: set[str],
    approved: date | None,
    inactive: bool,
) -> Entry:
    shown = numbers.designators(path, style)
    common: dict[str, Any] = {
        "path": shown,
        "identifier": schedule + numbers.segments(shown),
        "number": "".join(shown),
    }
    if heading:
        titles = [title for title in stock.SERIES["headings"]["titles"] if title not in used] or stock.SERIES[
            "headings"
        ]["titles"]
        title = rng.choice(titles)
        used.add(title)
        text = rng.choice(stock.SERIES["headings"]["texts"]).format(office=office)
        return Entry(**common, title=title, text=text, wording=None, instruction=None)
    if len(used) > 15:
        used.clear()
    title, text = stock.series(rng, agency, office, era=revision == "r1991", used=used)
    wording = stock.wording(rng, kind)
    names_final = kind == "modern" or wording.final is not None
    entry = Entry(
        **common,
        title=title,
        text=text,
        wording=wording,
        instruction=wording.sentence(names_final=names_final),
        media_neutral=True if revision == "r1991" and rng.random() < 0.15 else None,
        citations=_column9(rng, agency["group"], year, revision),
        action_taken=_action(rng, approved),
    )
    if inactive or rng.random() < 0.22:
        entry = replace(entry, citations=(*entry.citations, *_annotation(rng, agency["group"], year)))
    return lined_off(rng, entry)


def _column9(rng: Random, group: str, year: int, revision: str) -> tuple[Cited, ...]:
    """What column 9 holds. On forms of the 1970s a job there is no statement that it was replaced."""
    if year < 1976 or rng.random() > 0.4:
        return ()
    relation = "supersedes" if revision in {"r1983", "r1991"} else "cites"
    if rng.random() < 0.2 and year < 2012:
        written, target = numbers.old_general(rng)
        relation = "supersedes" if relation == "supersedes" else "cites"
    else:
        written, target = numbers.item_of(rng, *numbers.older(rng, group, year))
    return (Cited(printed=written, target=target, relation=relation, where="column9"),)


def _action(rng: Random, approved: date | None) -> str | None:
    if approved is None or rng.random() > 0.12:
        return None
    return rng.choice(["WITHDRAWN", "Withdrawn", "disposition not approved", "DISPOSITION NOT APPROVED"])


def _annotation(rng: Random, group: str, year: int) -> tuple[Cited, ...]:
    """Words added later: what replaced the item, and since when."""
    since = stock.day(rng, rng.randint(max(2011, year + 3), 2021))
    if rng.random() < 0.25:
        written, target = numbers.general(rng)
    else:
        written, target = numbers.era_item(rng, group, since.year - rng.randint(0, 1))
    day = since.strftime("%m/%d/%Y")
    return (
        Cited(
            printed=written,
            target=target,
            relation="superseded-by",
            where="annotation",
            since=since,
            day_printed=day,
        ),
    )

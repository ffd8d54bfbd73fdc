"""The contents of an ERA schedule."""

from datetime import date, timedelta
from random import Random
from typing import Any

from bench.synthetic import numbers, stock
from bench.synthetic.lining import lined_off
from bench.synthetic.schedule import Cited, Entry, Schedule, Signature


def invent(rng: Random, seed: int) -> Schedule:
    """A schedule as the Electronic Records Archives print it."""
    year = rng.randint(2010, 2022)
    agency = stock.agency(rng, year)
    major, _ = rng.choice(agency["offices"])
    identifier = f"DAA-{int(agency['group']):04d}-{year}-{rng.randint(1, 30):04d}"
    status = rng.choices(
        ["Approved", "Returned Without Action", "Submitted", "Pending"], [0.78, 0.1, 0.06, 0.06]
    )[0]
    status = "Submitted" if status == "Pending" else status
    signatures = _signatures(rng, agency, year, status)
    last = signatures[-1].date
    entries = _era_items(rng, agency, major, identifier, year, status)
    numbered = [entry for entry in entries if entry.identifier]
    approved = last if status == "Approved" else None
    return Schedule(
        seed=seed,
        form="ERA",
        revision=None,
        identifier=identifier,
        printed=identifier,
        agency=agency["name"],
        record_group=agency["group"],
        group_name=agency["records"],
        department=agency["department"],
        major=major if rng.random() < 0.5 else None,
        minor=None,
        subject=stock.subject(rng, era=True),
        background=rng.choice(stock.SERIES["background"]["texts"]).format(
            agency=agency["name"], office=major
        ),
        applies_to=rng.choice(["Agency-wide", "Agency-wide", "Department-wide", "Major Subdivsion"]),
        status=status,
        received=None,
        certified=signatures[0].date,
        approved=approved,
        created=last + timedelta(days=rng.randint(1, 700)),
        as_of=None,
        stamps=("WITHDRAWN",) if status.startswith("Returned") and numbered and rng.random() < 0.6 else (),
        entries=entries,
        signatures=signatures,
        file_name=f"{identifier.lower()}_sf115",
    )


def _era_items(
    rng: Random, agency: dict[str, Any], office: str, schedule: str, year: int, status: str
) -> tuple[Entry, ...]:
    paths = stock.outline(rng, depth=rng.choice([1, 1, 2, 3]), total=rng.randint(1, 6))
    used: set[str] = set()
    entries: list[Entry] = []
    sequence = 0
    for path in paths:
        heading = any(len(other) > len(path) and other[: len(path)] == path for other in paths)
        number = ".".join(str(position) for position in path)
        if heading:
            title = rng.choice(stock.SERIES["headings"]["titles"])
            entries.append(
                Entry(
                    path=(number,),
                    identifier=None,
                    number=number,
                    title=title,
                    text="",
                    wording=None,
                    instruction=None,
                )
            )
            continue
        sequence += 1
        title, text = stock.series(rng, agency, office, era=True, used=used)
        wording = stock.wording(rng, "era")
        neutral = rng.random() < 0.7
        citations: tuple[Cited, ...] = ()
        if rng.random() < 0.35:
            printed, target = numbers.item_of(rng, *numbers.older(rng, agency["group"], year))
            citations = (Cited(printed=printed, target=target, relation="supersedes", where="field"),)
        entry = Entry(
            path=(number,),
            identifier=f"{schedule}-{sequence:04d}",
            number=number,
            title=title,
            text=text,
            wording=wording,
            instruction=wording.sentence(names_final=False),
            media_neutral=neutral,
            limitation=None if neutral else "Information is electronic.",
            citations=citations,
            status="Withdrawn"
            if status == "Approved" and rng.random() < 0.08
            else "Active"
            if status == "Approved"
            else "Pending",
            manual=f"{rng.randint(1, 9)}{rng.randint(0, 9)}0.{rng.randint(1, 20)}"
            if rng.random() < 0.2
            else None,
        )
        entries.append(lined_off(rng, entry, rate=0.12))
    return tuple(entries)


def _signatures(rng: Random, agency: dict[str, Any], year: int, status: str) -> tuple[Signature, ...]:
    day = stock.day(rng, year)
    title = rng.choice(
        [
            "Agency Records Officer",
            "Records Officer",
            "Departmental Records Officer",
            "Chief, Records Management Branch",
        ]
    )
    office = rng.choice(agency["offices"])[0]
    rows = [
        Signature(date=day, action="Certify", by="", title=title, organization=f"{agency['name']} - {office}")
    ]
    if status.startswith("Returned"):
        day += timedelta(days=rng.randint(20, 200))
        rows.append(
            Signature(
                date=day,
                action="Return Without Action",
                by="",
                title="Appraiser",
                organization="National Archives and Records Administration - Records Management Services",
            )
        )
    if status == "Approved":
        day += timedelta(days=rng.randint(30, 250))
        concur = "National Records Management Program - ACNR Records Management Services"
        rows.append(
            Signature(
                date=day, action="Submit for Concurrence", by="", title="Appraiser", organization=concur
            )
        )
        for _ in range(rng.randint(1, 2)):
            day += timedelta(days=rng.randint(1, 20))
            rows.append(
                Signature(
                    date=day,
                    action="Concur",
                    by="",
                    title="Director of Records Management Services",
                    organization=concur,
                )
            )
        day += timedelta(days=rng.randint(1, 30))
        name, office_held = archivist(day) or ("", "Archivist of the United States")
        rows.append(
            Signature(
                date=day,
                action="Approve",
                by=name,
                title=office_held,
                organization="Office of the Archivist - Office of the Archivist",
            )
        )
    return tuple(rows)


def archivist(day: date) -> tuple[str, str] | None:
    """Name and title of who headed the National Archives on `day`."""
    for row in stock.ARCHIVISTS:
        if row["from"] <= day <= row["to"]:
            return row["name"], row["title"]
    return None

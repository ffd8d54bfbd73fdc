"""A schedule out of a seed: real agencies and offices, dispositions in the wording of their time, no real record."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.synthetic import numbers
from bench.synthetic.lining import lined_off
from bench.synthetic.schedule import Cited, Entry, Schedule, Signature, Wording

HERE = Path(__file__).parent
INACTIVE = "INACTIVE - ALL ITEMS SUPERSEDED"


def table(name: str) -> dict[str, Any]:
    """A data file of this folder."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


AGENCIES = table("agencies")["agency"]
SERIES = table("series")
WORDINGS = table("dispositions")
REVISIONS = table("revisions")
ARCHIVISTS = table("archivists")["archivist"]
FORMS = ("ERA", "r1991", "ERA", "r1983", "r1975", "r1970", "notice")


def invent(seed: int, form: str) -> Schedule:
    """The schedule of this seed on a form: ERA, notice, or a revision of the SF-115 (r1970, r1975, r1983, r1991)."""
    rng = Random(f"{seed}/{form}/content")
    if form == "ERA":
        return _era(rng, seed)
    if form == "notice":
        return _notice(rng, seed)
    return _sf115(rng, seed, form)


def archivist(day: date) -> tuple[str, str] | None:
    """Name and title of who headed the National Archives on `day`."""
    for row in ARCHIVISTS:
        if row["from"] <= day <= row["to"]:
            return row["name"], row["title"]
    return None


def _agency(rng: Random, year: int) -> dict[str, Any]:
    return rng.choice([row for row in AGENCIES if row.get("since", 0) <= year <= row.get("until", 9999)])


def _day(rng: Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=rng.randint(5, 330))


def _wording(rng: Random, kind: str) -> Wording:
    row = rng.choice(WORDINGS[kind])
    years = rng.choice([1, 2, 3, 5, 6, 7, 10, 15, 20, 25, 30, 75])
    if row.get("final") == "permanent":
        years = rng.choice([10, 15, 20, 25, 30])
    if years == 1 and kind != "era":
        years = 3

    def said(key: str) -> str | None:
        return row[key].format(n=years) if key in row else None

    return Wording(
        final=row.get("final"),
        cutoff=said("cutoff"),
        retention=said("retention"),
        transfer=said("transfer"),
        action=row.get("action"),
        period=said("period"),
        trigger=row.get("trigger"),
    )


def _series(
    rng: Random, agency: dict[str, Any], office: str, *, era: bool, used: set[str]
) -> tuple[str, str]:
    fitting = [row for row in SERIES["series"] if (era or not row.get("era")) and row["title"] not in used]
    row = rng.choice(fitting)
    used.add(row["title"])
    sentences = row["text"][: rng.randint(1, len(row["text"]))]
    text = " ".join(sentences).format(office=office, agency=agency["name"])
    return row["title"], text


def _subject(rng: Random, *, era: bool) -> str:
    row = rng.choice([row for row in SERIES["series"] if era or not row.get("era")])
    return str(rng.choice(row["subjects"]))


def _outline(rng: Random, *, depth: int, total: int) -> list[tuple[int, ...]]:
    """Positions of items in outline order, about `total` of them; a parent stands before its children."""
    paths: list[tuple[int, ...]] = []

    def grow(prefix: tuple[int, ...]) -> None:
        for position in range(1, rng.randint(2, 3) + 1):
            paths.append((*prefix, position))
            if len(prefix) + 1 < depth and rng.random() < 0.4:
                grow((*prefix, position))

    top = 0
    while len(paths) < total:
        top += 1
        paths.append((top,))
        if depth > 1 and rng.random() < 0.55:
            grow((top,))
    return paths


def _sf115(rng: Random, seed: int, revision: str) -> Schedule:
    first, last = REVISIONS[revision]["years"]
    year = rng.randint(first, last)
    agency = _agency(rng, year)
    major, minor = rng.choice(agency["offices"])
    printed, identifier = numbers.job(rng, agency["group"], year)
    certified = _day(rng, year)
    received = certified + timedelta(days=rng.randint(3, 25))
    approved = received + timedelta(days=rng.randint(60, 500)) if rng.random() < 0.8 else None
    style = rng.choice(["upper", "lower"])
    paths = _outline(rng, depth=rng.choice([1, 2, 3, 3, 4]), total=rng.randint(3, 9))
    used: set[str] = set()
    kind = "modern" if revision == "r1991" else "old"
    inactive = rng.random() < 0.2
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
        subject=_subject(rng, era=False),
        background=None,
        applies_to=None,
        status=None,
        received=received,
        certified=certified,
        approved=approved,
        created=None,
        as_of=None,
        stamps=(INACTIVE,) if inactive else (),
        entries=tuple(entries),
        telephone=f"{rng.choice(['202', '703', '301'])}-555-01{rng.randint(0, 99):02d}"
        if rng.random() < 0.7
        else None,
        stationery=revision in {"r1983", "r1991"} and rng.random() < 0.5,
        file_name=f"{identifier.lower()}_sf115",
    )


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
        titles = [title for title in SERIES["headings"]["titles"] if title not in used] or SERIES["headings"][
            "titles"
        ]
        title = rng.choice(titles)
        used.add(title)
        text = rng.choice(SERIES["headings"]["texts"]).format(office=office)
        return Entry(**common, title=title, text=text, wording=None, instruction=None)
    if len(used) > 15:
        used.clear()
    title, text = _series(rng, agency, office, era=revision == "r1991", used=used)
    wording = _wording(rng, kind)
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
    since = _day(rng, rng.randint(max(2011, year + 3), 2021))
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


def _era(rng: Random, seed: int) -> Schedule:
    year = rng.randint(2010, 2022)
    agency = _agency(rng, year)
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
        subject=_subject(rng, era=True),
        background=rng.choice(SERIES["background"]["texts"]).format(agency=agency["name"], office=major),
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
    paths = _outline(rng, depth=rng.choice([1, 1, 2, 3]), total=rng.randint(1, 6))
    used: set[str] = set()
    entries: list[Entry] = []
    sequence = 0
    for path in paths:
        heading = any(len(other) > len(path) and other[: len(path)] == path for other in paths)
        number = ".".join(str(position) for position in path)
        if heading:
            title = rng.choice(SERIES["headings"]["titles"])
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
        title, text = _series(rng, agency, office, era=True, used=used)
        wording = _wording(rng, "era")
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
    day = _day(rng, year)
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


def _notice(rng: Random, seed: int) -> Schedule:
    """A cover sheet, with the schedule that it covers half of the time."""
    covered = _sf115(rng, seed, rng.choice(["r1975", "r1983", "r1991"]))
    leaves = [entry for entry in covered.entries if entry.wording]
    dead = rng.sample(leaves, k=max(1, len(leaves) // 2))
    as_of = date(rng.randint(2019, 2023), rng.randint(1, 12), rng.randint(1, 28))
    entries = []
    for entry in leaves:
        if entry not in dead:
            continue
        replaced = rng.random() < 0.75
        citations: tuple[Cited, ...] = ()
        if replaced:
            written, target = (
                numbers.general(rng)
                if rng.random() < 0.25
                else numbers.era_item(rng, covered.record_group, rng.randint(2013, as_of.year - 1))
            )
            citations = (Cited(printed=written, target=target, relation="superseded-by", where="notice"),)
        entries.append(
            Entry(
                path=entry.path,
                identifier=entry.identifier,
                number=entry.number,
                title="",
                text="",
                wording=None,
                instruction=None,
                citations=citations,
                status="Superseded" if replaced else "Obsolete",
            )
        )
    return replace(
        covered,
        form="notice",
        revision=covered.revision,
        entries=tuple(entries),
        as_of=as_of,
        received=None,
        certified=None,
        approved=None,
        major=None,
        minor=None,
        telephone=None,
        stamps=("NOTICE - SOME ITEMS SUPERSEDED OR OBSOLETE",),
        covers=covered if rng.random() < 0.5 else None,
        file_name=f"{covered.identifier.lower()}_notice",
    )

"""What a made-up schedule is made of: agencies and offices, series, dispositions, outlines, drawn by a seed."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.synthetic.schedule import Wording

HERE = Path(__file__).parent


def table(name: str) -> dict[str, Any]:
    """A data file of this folder."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


AGENCIES = table("agencies")["agency"]
SERIES = table("series")
WORDINGS = table("dispositions")
REVISIONS = table("revisions")
ARCHIVISTS = table("archivists")["archivist"]
FORMS = ("ERA", "r1991", "ERA", "r1983", "r1975", "r1970", "notice")


AGENCIES = table("agencies")["agency"]
SERIES = table("series")
WORDINGS = table("dispositions")
REVISIONS = table("revisions")
ARCHIVISTS = table("archivists")["archivist"]


def agency(rng: Random, year: int) -> dict[str, Any]:
    """An agency that filed schedules in `year`."""
    return rng.choice([row for row in AGENCIES if row.get("since", 0) <= year <= row.get("until", 9999)])


def day(rng: Random, year: int) -> date:
    """A day of `year`, not its last."""
    return date(year, 1, 1) + timedelta(days=rng.randint(5, 330))


def wording(rng: Random, kind: str) -> Wording:
    """A disposition in the wording of a time: old, modern or era."""
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


def series(rng: Random, agency: dict[str, Any], office: str, *, era: bool, used: set[str]) -> tuple[str, str]:
    """Title and description of a series that is not yet in `used`."""
    fitting = [row for row in SERIES["series"] if (era or not row.get("era")) and row["title"] not in used]
    row = rng.choice(fitting)
    used.add(row["title"])
    sentences = row["text"][: rng.randint(1, len(row["text"]))]
    text = " ".join(sentences).format(office=office, agency=agency["name"])
    return row["title"], text


def subject(rng: Random, *, era: bool) -> str:
    """What a schedule may be called."""
    row = rng.choice([row for row in SERIES["series"] if era or not row.get("era")])
    return str(rng.choice(row["subjects"]))


def outline(rng: Random, *, depth: int, total: int) -> list[tuple[int, ...]]:
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

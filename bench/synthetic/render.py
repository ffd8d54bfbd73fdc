"""A schedule of a seed written to files: each rendering with its truth."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from bench.synthetic import drawing, production, scan, text
from bench.synthetic.content import invent
from bench.synthetic.pages import sheets_of
from bench.synthetic.schedule import Schedule
from bench.synthetic.sheet import Sheet
from bench.synthetic.truth import expected

RENDERS = (
    "text",
    "noisy",
    "plain",
    "digital",
    "scan300",
    "scan200",
    "scan150",
    "bilevel300",
    "bilevel200",
    "hybrid",
    "hybrid-bad",
)
"""Transcripts; PDFs of text, written plainly or oddly; pictures by resolution; pictures under a text layer, sound or bad."""


def write(seed: int, form: str, renders: Sequence[str], folder: Path) -> Iterator[Path]:
    """Write the schedule in each rendering into `folder`, each with its truth; the paths of the documents."""
    schedule = invent(seed, form)
    folder.mkdir(parents=True, exist_ok=True)
    for render in renders:
        if render not in RENDERS:
            raise SystemExit(f"There is no rendering {render}: choose from {', '.join(RENDERS)}.")
        stem = folder / f"{seed:05d}-{form}-{render}"
        path, truth = _document(schedule, render, stem, Random(f"{seed}/{form}/{render}"))
        truth["render"] = render
        truth_path = stem.with_suffix(".truth.json")
        truth_path.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        yield path


def _document(schedule: Schedule, render: str, stem: Path, rng: Random) -> tuple[Path, dict[str, Any]]:
    if render in {"text", "noisy"}:
        path = stem.with_suffix(".txt")
        words = text.clean(schedule, rng) if render == "text" else text.noisy(schedule, rng)
        path.write_text(words, encoding="utf-8", newline="")
        return path, expected(schedule, source=path.name, reading="text", sheets=None)
    path = stem.with_suffix(".pdf")
    sheets = sheets_of(schedule, unseen=render in {"plain", "digital"})
    if render in {"plain", "digital"}:
        how = production.choose(rng) if render == "digital" else production.Production()
        path.write_bytes(drawing.pdf(sheets, how, rng))
        return path, expected(schedule, source=path.name, reading="text-layer", sheets=sheets)
    if render.startswith("hybrid"):
        path.write_bytes(_hybrid(sheets, rng, bad=render.endswith("bad")))
        return path, expected(
            schedule,
            source=path.name,
            reading="ocr" if render.endswith("bad") else "text-layer",
            sheets=sheets,
        )
    damages = [scan.choose(rng, int(render[-3:]), bilevel=render.startswith("bilevel")) for _ in sheets]
    pictures = scan.pages_of(drawing.pdf(sheets, production.Production(), rng), damages, schedule.seed)
    path.write_bytes(scan.wrapped(pictures, damages))
    truth = expected(schedule, source=path.name, reading="ocr", sheets=sheets)
    for page, damage in zip(truth["pages"], damages, strict=True):
        page["skew"] = round(damage.skew, 3)
    return path, truth


def _hybrid(sheets: Sequence[Sheet], rng: Random, *, bad: bool) -> bytes:
    """Level pictures of the pages before anything was struck, the text layer under them, the strikes on top."""
    bare = [replace(sheet, ink=[ink for ink in sheet.ink if not ink.strike]) for sheet in sheets]
    damages = [replace(scan.choose(rng, rng.choice([200, 300]), bilevel=False), skew=0.0) for _ in sheets]
    pictures = scan.pages_of(drawing.pdf(bare, production.Production(), rng), damages, 0)
    layers = []
    for sheet in sheets:
        texts = [
            replace(part, text=_misread(part.text, rng) if bad else part.text, mode=3)
            for part in sheet.texts
            if part.kind != "overtype"
        ]
        layers.append(replace(sheet, texts=texts, ink=[ink for ink in sheet.ink if ink.strike]))
    backdrops = [scan.reader(picture, damage) for picture, damage in zip(pictures, damages, strict=True)]
    return drawing.pdf(layers, production.Production(), rng, backdrops)


def _misread(words: str, rng: Random) -> str:
    """What a poor recogniser made of them: one letter in nine is wrong."""
    return "".join(
        rng.choice("il1!|;:.,cenaorsu*^~") if character != " " and rng.random() < 0.11 else character
        for character in words
    )

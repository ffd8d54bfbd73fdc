"""A schedule of a seed written to files: each rendering with its truth."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.synthetic import drawing, production
from bench.synthetic.content import invent
from bench.synthetic.pages import sheets_of
from bench.synthetic.truth import expected

RENDERS = ("digital", "plain")


def write(seed: int, form: str, renders: list[str], folder: Path) -> Iterator[Path]:
    """Write the schedule in each rendering into `folder`; the paths of the documents."""
    schedule = invent(seed, form)
    folder.mkdir(parents=True, exist_ok=True)
    for render in renders:
        stem = folder / f"{seed:05d}-{form}-{render}"
        sheets = sheets_of(schedule, unseen=True)
        rng = Random(f"{seed}/{form}/{render}")
        how = production.choose(rng) if render == "digital" else production.Production()
        path = stem.with_suffix(".pdf")
        path.write_bytes(drawing.pdf(sheets, how, rng))
        truth = expected(schedule, source=path.name, reading="text-layer", sheets=sheets)
        truth["render"] = render
        truth_path = stem.with_suffix(".truth.json")
        truth_path.write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        yield path

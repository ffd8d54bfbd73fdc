"""`python -m bench.accuracy`: make schedules up, read them by the public door, write docs/accuracy.md."""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from bench.accuracy import agreement, asking, misses, peers, report
from bench.accuracy.scoring import Tally
from bench.synthetic.content import FORMS
from bench.synthetic.render import RENDERS
from bench.synthetic.render import write as write_documents

QUICK = {"text", "noisy", "plain", "digital", "hybrid"}
"""Renderings that are read without a look at the pictures."""
Job = tuple[str, str, Path, dict[str, Any]]


def main() -> None:
    """Generate, read, score and write; the report also goes to standard output."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("--seed", type=int, default=1000)
    parser.add_argument("--count", type=int, default=12, help="schedules, in turn of every form")
    parser.add_argument("--forms", default=",".join(dict.fromkeys(FORMS)))
    parser.add_argument("--renders", default="text,digital,scan300", help=f"any of {','.join(RENDERS)}")
    parser.add_argument(
        "--verdicts", type=int, default=6, help="documents of each rendering that are also asked about"
    )
    parser.add_argument(
        "--peers", type=int, default=0, help="documents of each rendering that plain OCR reads too"
    )
    parser.add_argument("--documents", type=Path, help="keep what is made in this folder")
    parser.add_argument(
        "--scans", type=int, default=6, help="schedules that are also read from pictures, which is slow"
    )
    parser.add_argument("--misses", type=Path, help="write every fault into this file, tab-separated")
    parser.add_argument(
        "--save",
        action="store_true",
        help="write docs/accuracy.md, and last.json for the next run to be held against",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.documents or Path(scratch) / "documents"
        tallies, complaints, jobs, answers = _run(options, folder, Path(scratch))
        others = [(render, path, truth) for render, _, path, truth in jobs if path.suffix == ".pdf"]
        few = [
            job
            for render in dict.fromkeys(job[0] for job in others)
            for job in [one for one in others if one[0] == render][: options.peers]
        ]
        rows = peers.compared(few) if few else []
    made = (
        f"--seed {options.seed} --count {options.count} --scans {options.scans} --renders {options.renders}"
    )
    settings = f"python -m bench.accuracy {made}"
    agreeing = agreement.agreements(answers, "text", options.renders.split(","))
    page = report.write(settings, tallies, rows, complaints, agreeing)
    sys.stdout.write(page)
    if options.save:
        report.PAGE.write_text(page, encoding="utf-8")
        report.save(settings, tallies)


def _run(
    options: argparse.Namespace, folder: Path, scratch: Path
) -> tuple[dict[report.Key, Tally], list[str], list[Job], agreement.Answers]:
    forms = options.forms.split(",")
    jobs: list[Job] = []
    for index in range(options.count):
        form = forms[index % len(forms)]
        renders = [name for name in options.renders.split(",") if index < options.scans or name in QUICK]
        for path in write_documents(options.seed + index, form, renders, folder):
            truth = json.loads(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
            jobs.append((truth["render"], form, path, truth))
    jobs.sort(key=lambda job: options.renders.split(",").index(job[0]))
    tallies: dict[report.Key, Tally] = defaultdict(Tally)
    found, complaints = asking.transcripts([path for _, _, path, _ in jobs])
    if options.misses:
        lines = [line for _, _, path, truth in jobs for line in misses.of(path, truth, found.get(path.name))]
        options.misses.write_text("\n".join(lines) + "\n", encoding="utf-8")
    asked: dict[str, int] = defaultdict(int)
    given = agreement.Answers()
    for render, form, path, truth in jobs:
        keys = ((render, "all"), (render, form))
        for key in keys:
            tallies[key].add(truth, found.get(path.name))
        if truth["verdicts"] and asked[render] < options.verdicts:
            asked[render] += 1
            queries = [row["query"] for row in truth["verdicts"]]
            answers = asking.verdicts(path, queries, scratch / f"store-{path.stem}")
            for row in truth["verdicts"]:
                given.add(
                    path.stem.removesuffix(f"-{render}"), render, row["query"], answers.get(row["query"])
                )
                for key in keys:
                    tallies[key].verdict(row, answers.get(row["query"]))
    return dict(tallies), [line.replace(f"{folder}/", "") for line in complaints], jobs, given


if __name__ == "__main__":
    main()

"""Many readers beside a writer: whether any of them sees half a state, and how long they wait.

The writer stores two readings of one schedule and of its successor in turn, each in one transaction. Every answer
must be the one or the other, whole.
"""

import json
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import quantiles

from bench.scale.crashing import ROOT, SIZE
from bench.scale.documents import document
from bench.scale.plan import Planned, planned
from schedgraph.graph.conclusions.upkeep import Upkeep
from schedgraph.graph.ledger import Ledger
from schedgraph.graph.store import Store
from schedgraph.parser.document import ScheduleDocument

NUMBER = SIZE.schedules - 1


def states() -> tuple[tuple[ScheduleDocument, ScheduleDocument], tuple[ScheduleDocument, ScheduleDocument]]:
    """The two readings: with every supersession that the documents state, and with none, and other titles."""
    old = _old()
    first = (document(SIZE, old.number), document(SIZE, NUMBER))
    return first, (_bare(first[0]), _bare(first[1]))


def _old() -> Planned:
    return planned(SIZE, NUMBER - SIZE.step)


def _bare(found: ScheduleDocument) -> ScheduleDocument:
    items = (
        replace(
            each, citations=(), title=each.title and replace(each.title, value=f"{each.title.value} again")
        )
        for each in found.items
    )
    return replace(found, items=tuple(items), citations=())


def asked() -> list[str]:
    """The items of both schedules."""
    old, new = _old(), planned(SIZE, NUMBER)
    return [plan.item(place) for plan in (old, new) for place in range(len(plan.paths))]


def answers(folder: Path) -> dict[str, str]:
    """Every answer in the present state."""
    with Store.open(folder) as store:
        return {each: json.dumps(store.lookup(each).to_json(), sort_keys=True) for each in asked()}


def write_in_turn(folder: Path, seconds: float) -> int:
    """Stores the two readings in turn; gives how often. Leaves time between, as reading a document does."""
    written = 0
    until = time.monotonic() + seconds
    with Ledger.create(folder) as ledger:
        while time.monotonic() < until:
            ledger.add_many(states()[written % 2])
            if written % 3:
                Upkeep(ledger).keep_up()
            written += 1
    return written


def read(folder: Path, seconds: float, seed: int) -> dict[str, float]:
    """Looks up at random; gives how many answers, how many were of neither state, and the waits in seconds."""
    right = json.loads((folder / "states.json").read_text())
    chance, items, waits, torn = Random(seed), asked(), [], 0
    until = time.monotonic() + seconds
    with Store.open(folder) as store:
        while time.monotonic() < until:
            item = chance.choice(items)
            began = time.perf_counter()
            answer = store.lookup(item).to_json()
            waits.append(time.perf_counter() - began)
            torn += json.dumps(answer, sort_keys=True) not in (right[0][item], right[1][item])
    return {"answers": len(waits), "torn": torn, "p99": quantiles(waits, n=100)[98], "longest": max(waits)}


def beside(folder: Path, readers: int, seconds: float) -> tuple[int, list[dict[str, float]]]:
    """A writer in this process and readers in others; how often was written, and what each reader saw."""
    known = []
    for state in states():
        with Ledger.create(folder) as ledger:
            ledger.add_many(state)
            Upkeep(ledger).keep_up()
        known.append(answers(folder))
    (folder / "states.json").write_text(json.dumps(known))
    processes = [
        subprocess.Popen(
            _reader(folder, seconds, number),
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for number in range(readers)
    ]
    written = write_in_turn(folder, seconds)
    found = [json.loads(process.communicate()[0]) for process in processes]
    return written, found


def _reader(folder: Path, seconds: float, seed: int) -> list[str]:
    given = {"--out": str(folder), "--seconds": str(seconds), "--seed": str(seed)}
    return [sys.executable, "-m", "bench.scale", "read", *(word for pair in given.items() for word in pair)]

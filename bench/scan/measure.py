"""Reads seeded scans and counts: numbers found, wrong among sure, strikes by word, characters, seconds.

python -m bench.scan.measure --pages 12 --seed 100
"""

import argparse
import resource
import time
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from bench.scan.pages import plain, sf115
from bench.scan.sheet import OVERTYPED, Drawn, TrueWord
from bench.scan.wear import Wear, scan
from schedgraph.parser.reading.scan import read_scan
from schedgraph.parser.reading.word import PageWords, Word

SURE = 0.95
_SKEWS = (-1.5, 0.7, 1.2, 0.0, -0.4, 1.5)


def pages(count: int, seed: int) -> Iterator[tuple[str, Drawn, Wear, int]]:
    """Pages of four looks in turn, at 200 and 300 dpi, up to 1.5° askew, every fifth of them bilevel."""
    for index in range(seed, seed + count):
        look = index % 4
        if look == 0:
            drawn = sf115(index)
        elif look == 1:
            drawn = plain(index, size=10 + index % 3)
        elif look == 2:
            drawn = sf115(index, font="Times-Roman", size=11)
        else:
            drawn = plain(index, font="Helvetica", size=10)
        dpi = (200, 300)[(index + index // 4) % 2]
        yield f"{index}", drawn, Wear(dpi=dpi, skew=_SKEWS[index % 6], bilevel=index % 5 == 3), index


def _shared(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, high)


def on(truth: TrueWord, words: tuple[Word, ...]) -> list[Word]:
    """The words read where `truth` stands, from left to right."""
    area = (truth.box[2] - truth.box[0]) * (truth.box[3] - truth.box[1])
    hits = []
    for word in words:
        shared = _shared(truth.box, word.bbox)
        own = (word.bbox[2] - word.bbox[0]) * (word.bbox[3] - word.bbox[1])
        if shared > 0.5 * own or shared > 0.5 * area:
            hits.append(word)
    return sorted(hits, key=lambda word: word.bbox[0])


def _struck_width(true: TrueWord, found: list[Word]) -> float:
    """How much of the width of `true` the struck characters of `found` take up, all characters being as wide."""
    width = 0.0
    for word in found:
        x0, x1 = word.bbox[0], word.bbox[2]
        each = (x1 - x0) / len(word.text)
        for part in word.struck:
            left, right = x0 + part.start * each, x0 + part.end * each
            width += max(0.0, min(right, true.box[2]) - max(left, true.box[0]))
    return width


def _bare(text: str) -> str:
    return text.replace("-", "").replace(" ", "")


def count(read: PageWords, truth: list[TrueWord], tally: Counter[str], told: list[str], name: str) -> None:
    """Adds what one page gives to `tally`."""
    hit_words: set[int] = set()
    for true in truth:
        found = on(true, read.words)
        text = "".join(word.text for word in found)
        struck = _struck_width(true, found) > 0.5 * (true.box[2] - true.box[0])
        group = true.strike or "none"
        tally[f"words {group}"] += 1
        tally[f"struck {group}"] += struck
        state = "struck" if true.strike else "clean"
        tally[f"characters {state}"] += len(true.text)
        tally[f"errors {state}"] += min(len(true.text), Levenshtein.distance(true.text, text))
        if struck != bool(true.strike):
            told.append(
                f"{name} strike {group}: {true.text!r} read {text!r} at {[round(v) for v in true.box]}"
            )
        hit_words.update(id(word) for word in found)
        if true.number:
            tally[f"numbers {state}"] += 1
            right = text == true.text or (bool(true.strike) and _bare(text) == _bare(true.text))
            tally[f"numbers found {state}"] += right
            sure = bool(found) and all(w.confidence >= SURE and w.other is None for w in found)
            tally[f"numbers sure {state}"] += sure
            if sure and not right and _bare(text) != _bare(true.text):
                tally[f"numbers wrong {state}"] += 1
            if not right:
                others = [w.other for w in found]
                told.append(
                    f"{name} number {group}: {true.text!r} read {text!r} {'SURE' if sure else ''} {others}"
                )
    for word in read.words:
        if word.struck and id(word) not in hit_words:
            tally["struck nothing"] += 1
            told.append(f"{name} strike on nothing: {word.text!r} at {[round(v) for v in word.bbox]}")


def summary(tally: Counter[str]) -> str:
    """The counts as lines of text."""
    solid = [k for k in ("line", "double", "slanted", "wavy") if tally[f"words {k}"]]
    wrong = tally["struck none"] + tally["struck nothing"]
    lines = []
    for name, kinds in (
        ("solid", solid),
        ("overtyped", OVERTYPED),
        ("dashed", ["dashed"]),
        ("crossed", ["diagonal", "cross"]),
    ):
        true, hit = sum(tally[f"words {k}"] for k in kinds), sum(tally[f"struck {k}"] for k in kinds)
        if true:
            detail = ", ".join(f"{k} {tally[f'struck {k}']}/{tally[f'words {k}']}" for k in kinds)
            lines.append(f"strikes {name}: recall {hit}/{true} = {hit / true:.3f} ({detail})")
    hits = sum(v for k, v in tally.items() if k.startswith("struck ")) - wrong
    lines.append(
        f"strikes, precision: {hits}/{hits + wrong} = {hits / max(1, hits + wrong):.3f} ({tally['words none']} words unstruck)"
    )
    for state in ("clean", "struck"):
        total = max(1, tally[f"numbers {state}"])
        found, sure, bad = (tally[f"numbers {k} {state}"] for k in ("found", "sure", "wrong"))
        lines.append(
            f"numbers {state}: found {found}/{total} = {found / total:.3f}, sure {sure}, wrong among sure {bad}"
        )
        lines.append(
            f"characters {state}: error {tally[f'errors {state}'] / max(1, tally[f'characters {state}']):.4f}"
        )
    return "\n".join(lines)


def main() -> None:
    """Reads the pages and prints what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--seed", type=int, default=100)
    parser.add_argument("--tell", action="store_true", help="print each miss")
    chosen = parser.parse_args()
    tally: Counter[str] = Counter()
    told: list[str] = []
    taken = 0.0
    for name, drawn, wear, seed in pages(chosen.pages, chosen.seed):
        image, truth = scan(drawn, wear, seed)
        started = time.perf_counter()
        read = read_scan(image, number=1, width=612, height=792)
        taken += time.perf_counter() - started
        count(read, truth, tally, told, name)
    if chosen.tell:
        print("\n".join(told))
    print(summary(tally))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{taken / chosen.pages:.1f} s a page, {memory:.0f} MB at most")


if __name__ == "__main__":
    main()

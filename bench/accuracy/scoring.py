"""The tallies of a run: by field, form and reading, for strikes, numbers, citations, verdicts and confidence."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from bench.accuracy import citing, comparing, striking

BANDS = (0.0, 0.5, 0.7, 0.9, 0.99, 1.0)
"""Lower ends of the bands of stated confidence; the last one holds 1.0 alone."""


@dataclass(slots=True)
class Tally:
    """What was counted in one rendering of one form (or of all)."""

    documents: int = 0
    unread: int = 0
    fields: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    strikes: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    words: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    items: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    citations: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    confidence: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, truth: dict[str, Any], found: dict[str, Any] | None) -> None:
        """Count one document; None is one that could not be read, which loses everything."""
        self.documents += 1
        self.unread += found is None
        found = found or {}
        for outcome in comparing.compare(truth, found):
            tally = self.fields[outcome.field]
            tally["all"] += 1
            tally["strict"] += outcome.strict
            tally["soft"] += outcome.soft
            tally["invented"] += outcome.invented
            if outcome.confidence is not None:
                self.confidence.append((outcome.confidence, outcome.strict))
        self.strikes += striking.by_character(truth, found)
        for kind, counted in striking.by_kind(truth, found).items():
            self.kinds[kind].update(counted)
        for kind, counted in striking.by_word(truth, found).items():
            self.words[kind].update(counted)
        for expected, said, _ in striking.by_item(truth, found):
            self.items[f"{expected}→{said}"] += 1
        counts, pairs = citing.numbers(truth, found)
        self.numbers.update(counts)
        self.confidence += pairs
        self.citations.update(citing.relations(truth, found))

    def scores(self) -> dict[str, float]:
        """Shares from 0 to 1 (and counts of wrong numbers called sure), by name."""
        every = sum((counted for counted in self.fields.values()), Counter())
        right, missed, wrong = (self.strikes[name] for name in ("right", "missed", "wrong"))
        same = sum(count for pair, count in self.items.items() if len(set(pair.split("→"))) == 1)
        apart = sum(
            count
            for pair, count in self.items.items()
            if (pair.split("→")[0] == "none") == (pair.split("→")[1] == "none")
        )
        said = self.citations["right"] + self.citations["wrong"]
        scores = {
            "fields, strict": share(every["strict"], every["all"]),
            "fields, soft": share(every["soft"], every["all"]),
            "strikes by character, precision": share(right, right + wrong),
            "strikes by character, recall": share(right, right + missed),
            **self._words(),
            "items, none/partial/full": share(same, sum(self.items.values())),
            "items, struck or not": share(apart, sum(self.items.values())),
            "numbers found": share(self.numbers["found"], self.numbers["expected"]),
            **self._struck_numbers(),
            "numbers wrong among sure": float(self.numbers["wrong-and-sure"]),
            "citations, precision": share(self.citations["right"], said),
            "citations, recall": share(
                self.citations["right"], self.citations["right"] + self.citations["missed"]
            ),
        }
        if self.verdicts["all"]:
            scores["verdicts"] = share(self.verdicts["right"], self.verdicts["all"])
            scores["verdicts wrong without caveat or conflict"] = float(self.verdicts["wrong-in-silence"])
        return scores

    def _words(self) -> dict[str, float]:
        """Precision of all strikes by word, and recall of drawn and of overtyped ones where there are any."""
        counted = sum(self.words.values(), Counter())
        if not counted:
            return {}
        scores = {"strikes by word, precision": share(counted["right"], counted["right"] + counted["wrong"])}
        for kind, each in self.words.items():
            if every := each["right"] + each["missed"]:
                scores[f"strikes by word, {kind}, recall"] = share(each["right"], every)
        return scores

    def _struck_numbers(self) -> dict[str, float]:
        struck = self.numbers["expected struck"]
        return {"struck numbers found": share(self.numbers["found struck"], struck)} if struck else {}

    def verdict(self, expected: dict[str, Any], answer: dict[str, Any] | None) -> None:
        """Count the answer to one lookup."""
        self.verdicts["all"] += 1
        answer = answer or {}
        ends = {end["id"] for end in answer.get("current") or []}
        right = answer.get("verdict") == expected["verdict"]
        if right and expected["verdict"] in {"active", "superseded"}:
            right = ends >= set(expected.get("current", ()))
        self.verdicts["right"] += right
        if not right and answer.get("verdict") in {"active", "superseded", "inactive", "never-approved"}:
            self.verdicts["wrong-in-silence"] += not (answer.get("conflicts") or answer.get("caveats"))

    def bands(self) -> list[tuple[float, int, float, float]]:
        """For each band of confidence: its lower end, how many, the mean that was stated, the share that was right."""
        rows = []
        for low, high in zip(BANDS, (*BANDS[1:], 2.0), strict=True):
            inside = [pair for pair in self.confidence if low <= pair[0] < high]
            if inside:
                stated = sum(pair[0] for pair in inside) / len(inside)
                rows.append((low, len(inside), stated, share(sum(pair[1] for pair in inside), len(inside))))
        return rows


def share(part: int, whole: int) -> float:
    """part / whole; 1 where there was nothing to find."""
    return part / whole if whole else 1.0

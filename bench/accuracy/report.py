"""docs/accuracy.md: the scores of a run beside those of the run that is committed."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.accuracy.agreement import Agreement
from bench.accuracy.scoring import Tally, share

HERE = Path(__file__).parent
LAST = HERE / "last.json"
PAGE = HERE.parents[1] / "docs" / "accuracy.md"
Key = tuple[str, str]


def last() -> dict[str, dict[str, float]]:
    """The scores of the committed run by "rendering/form"; empty where there is none."""
    return dict(json.loads(LAST.read_text(encoding="utf-8"))["scores"]) if LAST.exists() else {}


def save(settings: str, tallies: Mapping[Key, Tally]) -> None:
    """Make this run the one that the next is held against."""
    scores = {
        "/".join(key): {name: round(value, 5) for name, value in tally.scores().items()}
        for key, tally in tallies.items()
    }
    LAST.write_text(
        json.dumps({"settings": settings, "scores": scores}, indent=1, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )


def write(
    settings: str,
    tallies: Mapping[Key, Tally],
    peers: Sequence[tuple[str, ...]],
    complaints: Sequence[str],
    agreeing: Sequence[Agreement] = (),
) -> str:
    """The report as Markdown."""
    before = last()
    rows = [
        "# How well schedules are read",
        "",
        f"Written by `{settings}`. Documents are made up by `bench/synthetic`; no score comes from a real one.",
        "In brackets: gain or loss against the last committed run (`bench/accuracy/last.json`).",
        "Strict: equal but for white space, quotation marks and a full stop. Soft: 0.9 of the letters and digits agree.",
        "An item that was not found loses all its fields; a document that could not be read loses everything.",
        "",
    ]
    renders = list(dict.fromkeys(render for render, _ in tallies))
    for render in renders:
        rows += [
            f"## {render}",
            "",
            *_scores(render, tallies, before),
            "",
            *_fields(tallies[(render, "all")]),
            "",
        ]
        rows += [
            *_kinds(tallies[(render, "all")]),
            *_confusions(tallies[(render, "all")]),
            *_calibration(tallies[(render, "all")]),
        ]
    if agreeing:
        rows += [*_agreeing(agreeing), ""]
    if peers:
        rows += [
            "## Peers on the same pages",
            "",
            "| reader | rendering | numbers found | words found |",
            "|---|---|---|---|",
        ]
        rows += [f"| {' | '.join(row)} |" for row in peers] + [""]
    if complaints:
        rows += ["## What could not be read", "", *(f"- {line}" for line in sorted(set(complaints))[:40]), ""]
    return "\n".join(rows).rstrip() + "\n"


def _agreeing(agreeing: Sequence[Agreement]) -> list[str]:
    """One table of all renderings that were held against another of the same document."""
    rows = [
        f"## The same verdicts as from {agreeing[0].base}",
        "",
        "Each document was taken in alone and asked about its items. The same: one verdict, one current authority.",
        "Told: another verdict, but `unknown` or with a caveat or conflict that the text's verdict does not have.",
        "",
        "| rendering | asked | the same | share | told | in silence |",
        "|---|---|---|---|---|---|",
    ]
    rows += [
        f"| {each.render} | {each.asked} | {each.same} | {share(each.same, each.asked):.3f} | {each.told}"
        f" | {each.asked - each.same - each.told} |"
        for each in agreeing
    ]
    return rows


def _scores(
    render: str, tallies: Mapping[Key, Tally], before: Mapping[str, Mapping[str, float]]
) -> list[str]:
    forms = [form for where, form in tallies if where == render]
    names = list(dict.fromkeys(name for form in forms for name in tallies[(render, form)].scores()))
    documents = " | ".join(f"{tallies[(render, form)].documents}" for form in forms)
    rows = [f"| score | {' | '.join(forms)} |", "|---|" + "---|" * len(forms), f"| documents | {documents} |"]
    for name in names:
        cells = []
        for form in forms:
            value = tallies[(render, form)].scores().get(name)
            old = before.get(f"{render}/{form}", {}).get(name)
            cells.append("–" if value is None else _shown(value, name) + _change(value, old, name))
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return rows


def _shown(value: float, name: str) -> str:
    return f"{value:.0f}" if " wrong " in name else f"{value:.3f}"


def _change(value: float, old: float | None, name: str) -> str:
    if old is None or abs(value - old) < 0.0005:
        return ""
    return f" ({value - old:+.0f})" if " wrong " in name else f" ({value - old:+.3f})"


def _fields(tally: Tally) -> list[str]:
    rows = ["| field | count | strict | soft | invented |", "|---|---|---|---|---|"]
    for name, counted in sorted(tally.fields.items()):
        every = counted["all"]
        strict, soft = share(counted["strict"], every), share(counted["soft"], every)
        rows.append(f"| {name} | {every} | {strict:.3f} | {soft:.3f} | {counted['invented']} |")
    return rows


def _kinds(tally: Tally) -> list[str]:
    if not tally.kinds:
        return []
    rows = ["| struck by | characters | recall |", "|---|---|---|"]
    for kind, counted in sorted(tally.kinds.items()):
        every = counted["right"] + counted["missed"]
        rows.append(f"| {kind} | {every} | {share(counted['right'], every):.3f} |")
    return [*rows, ""]


def _confusions(tally: Tally) -> list[str]:
    wrong = {pair: count for pair, count in tally.items.items() if len(set(pair.split("→"))) > 1}
    if not wrong:
        return []
    shown = "; ".join(f"{pair} {count}" for pair, count in sorted(wrong.items(), key=lambda row: -row[1]))
    return [f"Items whose strike was read otherwise: {shown}.", ""]


def _calibration(tally: Tally) -> list[str]:
    rows = ["| confidence from | readings | stated | right |", "|---|---|---|---|"]
    rows += [
        f"| {low:g} | {count} | {stated:.3f} | {right:.3f} |" for low, count, stated, right in tally.bands()
    ]
    return [*rows, ""] if tally.confidence else []

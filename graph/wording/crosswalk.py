"""A crosswalk in words: each item of the side that was asked for, and under it the other side."""

from itertools import groupby

from schedgraph.graph.reports.table import Table
from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.places import rule_in_words
from schedgraph.graph.wording.plain import plain


def crosswalk_lines(table: Table, direction: str, paper: Paper) -> list[str]:
    """The rows as lines of text."""
    near, far = ("old", "new") if direction == "old-to-new" else ("new", "old")
    lines: list[str] = []
    for identifier, rows in groupby(table.objects(), key=lambda row: row[near]):
        found = list(rows)
        name = f"{identifier} ({found[0][f'{near}_verdict']})"
        title = found[0][f"{near}_title"]
        lines += [
            *([""] if lines else []),
            *paper.wrap(f"{name}{': ' + plain(title) if title else ''}", 0, 2),
        ]
        for row in found:
            lines += _step(row, far, paper)
        if near == "old" and (ends := _ends(found[0])) and ends != [identifier]:
            lines += paper.wrap(f"current: {', '.join(ends)}", 2, 4)
    return lines


def _step(row: dict[str, str], far: str, paper: Paper) -> list[str]:
    if not row[far]:
        unknown = (
            "nothing is known to have replaced it" if far == "new" else "nothing is known that it replaced"
        )
        return paper.wrap(unknown, 2, 4)
    arrow = "→" if far == "new" else "←"
    about = [row["scope"], row["condition"], row["effective"] or "date not given", rule_in_words(row["rule"])]
    text = f"{arrow} {row[far]} ({row[f'{far}_verdict']}): {', '.join(each for each in about if each)}"
    return paper.wrap(text, 2, 4)


def _ends(row: dict[str, str]) -> list[str]:
    certain = row["current"].split("; ") if row["current"] else []
    return certain + (
        [f"{each} (possible)" for each in row["possible_current"].split("; ")]
        if row["possible_current"]
        else []
    )

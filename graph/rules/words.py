"""The words of NARA's action, of printed statuses and of stamps, and the standing that each gives."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from schedgraph.graph.rules.book import LAW, Law


def meaning(table: str, words: str, law: Law = LAW) -> str:
    """The standing that the words give by `standing.toml`, empty where they say nothing about it."""
    return next(
        (standing for pattern, standing, name in _patterns(table) if law.has(name) and pattern.search(words)),
        "",
    )


@cache
def _patterns(table: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    data = tomllib.loads(files("schedgraph.graph").joinpath("standing.toml").read_text(encoding="utf-8"))
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["standing"], row.get("rule", ""))
        for row in data[table]
    )

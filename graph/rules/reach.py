"""What the words of an item say of how far it reaches: in time, over agencies, over earlier schedules."""

import re
import tomllib
from functools import cache
from importlib.resources import files

ALL_SCHEDULES = "all-schedules"


def reaches(words: str) -> tuple[str, ...]:
    """The kinds of reach that `reach.toml` finds in the words, each once, in the order of that file."""
    text = " ".join(words.split())
    return tuple(dict.fromkeys(kind for pattern, kind in _patterns() if pattern.search(text)))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = files("schedgraph.graph.rules").joinpath("reach.toml").read_text(encoding="utf-8")
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["reach"]) for row in tomllib.loads(text)["words"]
    )

"""Why an item stands on a notice, and the labels of a notice, from the words that the notice prints."""

import tomllib
from functools import cache
from importlib.resources import files

from schedgraph.parser.labels import Label, load_labels


def status_in(text: str) -> str | None:
    """The first reason that the words give."""
    lowered = text.casefold()
    found = [
        (place, -len(word), status)
        for status, words in _reasons()
        for word in words
        if (place := lowered.find(word)) >= 0
    ]
    return min(found)[2] if found else None


def heading_in(text: str) -> str | None:
    """A heading inside the list: `Obsolete:`, `FILING INSTRUCTIONS`."""
    bare = text.strip(" :.-–").casefold()
    return next(
        (
            status
            for status, words in _reasons()
            for word in words
            if bare in (word, word + "s", word + " items", f"the following items are {word}")
        ),
        None,
    )


@cache
def notice_labels() -> tuple[Label, ...]:
    return load_labels(files("schedgraph.parser.forms.notice") / "notice.toml")


@cache
def _reasons() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = (files("schedgraph.parser.forms.notice") / "notice.toml").read_text(encoding="utf-8")
    return tuple((row["status"], tuple(row["words"])) for row in tomllib.loads(text)["reason"])

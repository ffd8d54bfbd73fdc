"""The words of vocabulary.toml as patterns over a text in which numbers and days are masked."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NUMBER, DAY = "§", "¤"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Words that say the same. `sample` is a line in which the tests find them."""

    name: str
    sample: str
    pattern: re.Pattern[str]


@cache
def vocabulary() -> dict[str, Kind]:
    """The kinds of words by their names."""
    rows = tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text("utf-8"))["kind"]
    return {
        row["name"]: Kind(name=row["name"], sample=row["sample"], pattern=_compiled(row["phrases"]))
        for row in rows
    }


def _compiled(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(f"(?:{_phrase(each)})" for each in longest_first), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    written = ""
    for word in phrase.split():
        if word == "~":
            written += r"(?:\s{1,4}[\w'¤§/,-]{1,30}){0,3}?"
        elif word.endswith("?") and len(word) > 1:
            written += rf"(?:\s{{0,4}}{_word(word[:-1])})?"
        else:
            written += (r"[\s,]{0,4}" if written else "") + _word(word)
    return written


def _word(word: str) -> str:
    return "(?:" + "|".join(_one(each) for each in word.split("|")) + ")"


def _one(word: str) -> str:
    if word in (NUMBER, DAY):
        return f"{word}+"
    ending = r"\w*" if word.endswith("*") else ""
    bare = word.rstrip("*")
    before = r"(?<![\w/-])" if bare[0].isalnum() else ""
    behind = r"(?![\w/])" if bare[-1].isalnum() else ""
    return f"{before}{re.escape(bare)}{ending}{behind}"

"""Damaged documents are read or refused in one sentence; no other exception leaves the parser. 20,000 cases."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from schedgraph.graph.statements import statements
from schedgraph.parser.errors import DocumentError
from schedgraph.parser.evidence import Evidence
from schedgraph.parser.read import read_text
from schedgraph.parser.reading.source import decode
from schedgraph.parser.transcript import transcript

CHUNKS, CASES = 40, 500
ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(
    [*(ROOT / "corpus" / "documents").glob("*.txt"), *(ROOT / "tests" / "parser" / "forms").rglob("*.txt")]
)
NOISE = [
    "~~",
    "**",
    "\t",
    "\f",
    "\r\n",
    "|",
    "<td>",
    "</tr>",
    "&#0;",
    "\x00",
    "\x1b[2J",
    "\u202e",
    "(",
    "-",
    "/",
    "1" * 40,
]
NOISE += [
    "N1-",
    "DAA-",
    "GRS ",
    "Superseded by",
    "item ",
    "Date:",
    "9" * 12,
    "é",
    "\ud7ff",
    "[x]",
    "# ",
    "- ",
    "\n\n\n",
]


def window(lines: list[str], chance: random.Random) -> list[str]:
    """Some lines on end, with the head of the document before them so that its form is still seen."""
    start = chance.randrange(max(1, len(lines)))
    return lines[: chance.randrange(12)] + lines[start : start + chance.randrange(2, 25)]


def damaged(text: str, chance: random.Random) -> str:
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(text) + 1)
        to = min(len(text), at + chance.randrange(1, 40))
        changes: list[Callable[[], str]] = [
            lambda: text[:at] + text[to:],  # noqa: B023 (called at once)
            lambda: text[:to] + text[at:],  # noqa: B023
            lambda: text[:at] + chance.choice(NOISE) + text[at:],  # noqa: B023
            lambda: text[:at] + text[at:to][::-1] + text[to:],  # noqa: B023
            lambda: text[:at] + text[at:to].translate(str.maketrans("1lI0O8B", "l1l0OB8")) + text[to:],  # noqa: B023
            lambda: text[:at] + text[at:to].replace("\n", "") + text[to:],  # noqa: B023
        ]
        text = chance.choice(changes)()
    return text


def evidences(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from evidences(each)


@pytest.mark.slow
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_damage_makes_the_parser_fail_or_misquote(chunk: int) -> None:
    chance = random.Random(chunk)
    texts = [path.read_bytes().decode("utf-8").split("\n") for path in SAMPLES]
    for _ in range(CASES):
        text = damaged("\n".join(window(chance.choice(texts), chance)), chance)
        try:
            document = read_text(decode(text.encode("utf-8"), "damaged.txt"))
        except DocumentError:
            continue
        pages = text.split("\f")
        for each in evidences(transcript(document)):
            assert (
                pages[int(str(each["page"])) - 1][int(str(each["start"])) : int(str(each["end"]))]
                == each["quote"]
            )
        assert all(isinstance(each.evidence, Evidence) for each in statements(document))

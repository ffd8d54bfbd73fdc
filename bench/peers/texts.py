"""Text documents of about five pages, whole parse, against the bare tokeniser of spaCy over the same text.

Each document is read once, as in a run over a corpus: what is remembered of one helps with another only where the
forms print the same.
"""

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import mean

import spacy

from bench.peers.figure import Figure, Size, in_turn
from bench.synthetic.content import FORMS
from bench.synthetic.render import write
from schedgraph.parser.read import read_data
from schedgraph.parser.uncollected import seldom_collected

SHORTEST, LONGEST = 6_000, 9_000
"""Characters of five pages as OCR gives them: the bundled SF-115 of five pages has 7,068."""
WARM = 12
"""Documents read beforehand, every form among them: what is loaded once for all is no part of a document's price."""


def figures(size: Size) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        texts = documents(Path(folder), size.documents + WARM)
        tokenizer = spacy.blank("en").tokenizer
        for text in texts[:WARM]:
            read_data(text.encode(), "warm.txt")
            tokenizer(text)
        # As the processes do that read a corpus.
        with seldom_collected():
            pairs = [
                in_turn(
                    1,
                    lambda text=text: read_data(text.encode(), "text.txt"),
                    lambda text=text: tokenizer(text),
                )  # type: ignore[misc]
                for text in texts[WARM:]
            ]
        ours, theirs = mean(pair[0] for pair in pairs), mean(pair[1] for pair in pairs)
        yield Figure(
            what="text of five pages, whole parse",
            peer="bare spaCy tokeniser, same text",
            ours=ours,
            theirs=theirs,
            bar=150 / 60,
            note=f"{1000 / ours:.0f} documents a second and core; the bar is 60 where the tokeniser does 150",
        )


def documents(folder: Path, wanted: int) -> list[str]:
    """So many made-up documents of that length, the forms in turn."""
    forms = list(dict.fromkeys(FORMS))
    found: list[str] = []
    for number in count(9_000):
        if len(found) == wanted:
            break
        for path in write(number, forms[number % len(forms)], ["text"], folder):
            text = path.read_text(encoding="utf-8")
            if SHORTEST <= len(text) <= LONGEST:
                found.append(text)
    return found

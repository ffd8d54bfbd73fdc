"""The patterns are literature: each finds what it is named for in its own line of a real schedule."""

import subprocess
import sys
import tomllib
from importlib.resources import files

import pytest

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.citation.cues import find_cues
from schedgraph.parser.citation.sentence import citation_phrases, sentence_of
from schedgraph.parser.dates import find_dates
from schedgraph.parser.disposition.phrases import load_phrases

DISPOSITION = "schedgraph.parser.disposition"
CITATION = "schedgraph.parser.citation"


def patterns(package: str) -> list[tuple[str, str]]:
    data = tomllib.loads(files(package).joinpath("phrases.toml").read_text(encoding="utf-8"))
    return [(pattern["label"], pattern["sample"]) for pattern in data["pattern"]]


@pytest.mark.parametrize(("label", "sample"), patterns(DISPOSITION))
def test_a_disposition_pattern_finds_its_sample(label: str, sample: str) -> None:
    """The label is among the phrases of the sample line."""
    phrases = load_phrases(DISPOSITION, "phrases.toml")
    assert label in {mark.label for mark in phrases.marks(phrases.words(sample))}


@pytest.mark.parametrize(("label", "sample"), patterns(CITATION))
def test_a_citation_pattern_finds_its_sample(label: str, sample: str) -> None:
    """The same for what is said of numbers, with signs in the place of numbers and dates."""
    phrases = citation_phrases()
    sentence = sentence_of(sample, 0, len(sample), find_numbers(sample), find_dates(sample), phrases)
    marks = phrases.marks(sentence.words)
    assert label in {mark.label for mark in marks}
    assert all(cue.start < cue.end for cue in find_cues(sentence, marks).at.values())


def test_words_know_their_place() -> None:
    """A repaired word still points to what is written."""
    phrases = load_phrases(DISPOSITION, "phrases.toml")
    text = "Destr0y 3 year(s) after cut-off."
    words = phrases.words(text)
    assert [word.text for word in words][:2] == ["destroy", "3"]
    assert all(text[word.start : word.end].lower() == word.text for word in words[1:])


def test_spacy_is_loaded_only_when_a_sentence_needs_it() -> None:
    """Importing the packages, and reading a paragraph that says nothing, costs no spaCy."""
    program = (
        "import sys\n"
        "from schedgraph.parser.disposition import read_disposition\n"
        "from schedgraph.parser.citation import read_citations, read_supersessions\n"
        "from schedgraph.parser.page import Line, PageText, Run\n"
        "from schedgraph.parser.passage import Passage\n"
        "text = 'Case files of the agency, N1-361-91-010'\n"
        "line = Line(source=PageText(number=1, text=text), start=0, end=len(text),\n"
        "            runs=(Run(text=text, start=0, end=len(text)),))\n"
        "passage = Passage.of([line])\n"
        "assert read_citations(passage) and not read_supersessions(passage)\n"
        "read_disposition(passage)\n"
        "print('spacy' in sys.modules)\n"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
        == "False\n"
    )

"""What `schedgraph demo` shows: a sentence, and the command that it speaks of."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

_STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Two schedules of Immigration and Customs Enforcement are bundled: a scanned form of 2009 that was "
        "stamped and struck through later, and a form of 2017 out of the Electronic Records Archives. "
        "This is what is read in them.",
        ("parse", "{documents}"),
    ),
    (
        "Both go into a store, beside the facts about the General Records Schedules that are bundled too.",
        ("ingest", "{documents}"),
    ),
    (
        "What governs the records of item 1A today? The number may be written as people write it.",
        ("lookup", "N1-567-09-6/1A"),
    ),
    (
        "Item 1C(2) is not struck, yet a note names two successors, superseded in turn with their schedule.",
        ("lookup", "N1-567-09-6/1C(2)"),
    ),
    (
        "On the first day of 2015 the same item had a different answer.",
        ("lookup", "N1-567-09-6/1C(2)", "--as-of", "2015-01-01"),
    ),
    (
        "The schedule of 2017 was approved, and nothing bundled supersedes it.",
        ("lookup", "DAA-0567-2017-0007-0001"),
    ),
    ("What replaced what, for the whole schedule of 2009.", ("lineage", "N1-567-09-6")),
    ("The same is a graph that can be asked in SPARQL.", ("sparql", "{query}")),
)

_QUERY = """\
SELECT ?old ?new ?date WHERE {
  ?supersession sg:superseded/sg:identifier ?old ; sg:successor/sg:identifier ?new .
  OPTIONAL { ?supersession sg:effectiveDate ?date }
  FILTER(STRSTARTS(?old, "N1-567-09-006/"))
} ORDER BY ?old ?new"""


def steps(documents: Sequence[Path]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each step: the sentence, the command as a user types it, and its arguments."""
    files = tuple(map(str, documents))
    for sentence, words in _STEPS:
        shown = (
            [*words[:-1], *(path.name for path in documents)] if words[-1] == "{documents}" else list(words)
        )
        arguments = (*words[:-1], *files) if words[-1] == "{documents}" else words
        if words[-1] == "{query}":
            shown, arguments = [words[0], _QUERY], (words[0], "--quiet", _QUERY)
        yield sentence, shlex.join(shown), arguments

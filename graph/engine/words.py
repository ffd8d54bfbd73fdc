"""The words of a SPARQL query: keywords, names, variables, brackets; texts, IRIs and comments set aside.

A word that stands alone is a keyword, for every other name in SPARQL has a sign of its own: `?x`, `ex:y`, `_:z`,
`@en`, `<…>`. So what a query does can be told from its words, whatever its comments and texts say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from schedgraph.graph.errors import SyntaxQueryError

WordKind = Literal[
    "comment", "iri", "text", "variable", "blank", "language", "name", "keyword", "number", "sign"
]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, what it is, and the offset in the query at which it begins."""

    kind: WordKind
    text: str
    start: int

    @property
    def keyword(self) -> str:
        """The keyword in capitals; empty for any other word."""
        return self.text.upper() if self.kind == "keyword" else ""


# The first alternative that fits is the word; each begins with a sign that no other begins with, but for
# names and keywords, which differ by the colon. Samples: `# a`, `<http://a>`, `"""a"b"""`, `'a'`, `?x`, `_:b`,
# `@en-US`, `ex:a\-b`, `select`, `1.5e3`, `&&`.
_WORD = re.compile(
    r"""
      (?P<comment>  \#[^\n\r]* )
    | (?P<iri>      <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<text>     \"{3}(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"{3}
                  | '{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3}
                  | "(?:[^"\\\n\r]|\\.)*"
                  | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<variable> [?$]\w+ )
    | (?P<blank>    _:\w(?:[\w.·-]*[\w·-])? )
    | (?P<language> @[A-Za-z]+(?:-+[A-Za-z0-9]+)* )
    | (?P<name>     (?:[^\W\d_](?:[\w.·-]*[\w·-])?)?:(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:[\w:.·-]|%[0-9A-Fa-f]{2}|\\.)*)? )
    | (?P<number>   (?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)? )
    | (?P<keyword>  [^\W\d_]\w* )
    | (?P<sign>     \S )
    """,
    re.VERBOSE | re.DOTALL,
)
_OPENS_TEXT = "\"'"
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def words(query: str) -> Iterator[Word]:
    """The words of `query`, comments too. Raises SyntaxQueryError where a text in quotes does not end."""
    for found in _WORD.finditer(query):
        kind = cast("WordKind", found.lastgroup)
        if kind == "sign" and found[0] in _OPENS_TEXT:
            line, column = place(query, found.start())
            raise SyntaxQueryError(
                f"The query is not SPARQL: the text at line {line}, column {column} does not end.",
                line,
                column,
            )
        yield Word(kind, found[0], found.start())


def place(query: str, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both counted from 1."""
    before = query[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def unescaped(query: str) -> str:
    r"""The query with its code points written out, as SPARQL 1.1 reads it before anything else (19.2).

    >>> unescaped("SERV\\u0049CE")
    'SERVICE'
    """
    return _CODE_POINT.sub(_character, query)


def _character(found: re.Match[str]) -> str:
    number = int(found[1] or found[2], 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else found[0]

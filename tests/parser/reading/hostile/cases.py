"""What a hostile PDF is to the tests: its name, its bytes, and the ways in which reading it may end."""

from collections.abc import Callable
from dataclasses import dataclass

from schedgraph.parser.reading.isolate.outcome import Outcome

READ = "read"
ANY = frozenset({READ, *Outcome} - {Outcome.UNAVAILABLE, Outcome.GARBLED, Outcome.TOO_LARGE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """A crafted file and what is claimed of it.

    `ends` holds `read` or codes of Outcome. If it is read, `shown` must be in the text and the doubts must
    have the code `doubt`.
    """

    name: str
    make: Callable[[], bytes]
    ends: frozenset[str]
    shown: str = ""
    doubt: str = ""


CASES: list[Hostile] = []


def hostile(
    name: str, *ends: str, shown: str = "", doubt: str = ""
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Adds the function's PDF to the cases; without `ends` any named end will do."""

    def add(make: Callable[[], bytes]) -> Callable[[], bytes]:
        CASES.append(Hostile(name=name, make=make, ends=frozenset(ends) or ANY, shown=shown, doubt=doubt))
        return make

    return add


def hostile_set(cases: dict[str, Callable[[], bytes]], *ends: str) -> None:
    """Adds several at once."""
    for name, make in cases.items():
        hostile(name, *ends)(make)

"""One thing with an address, in each of its formats, and the request that asks for it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from schedgraph.graph.engine.engine import Engine
from schedgraph.graph.store import Store
from schedgraph.graph.web.errand import Errands
from schedgraph.graph.web.problems import RequestError
from schedgraph.graph.web.representations import NAMES, Representation, split
from schedgraph.graph.web.site import Site
from schedgraph.graph.wording.plain import shortened

Writer = Callable[[], str | bytes]

LONGEST = 8000
"""Characters of a path or a parameter that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request: `value` is what its path names, `given` its parameters."""

    site: Site
    store: Store
    value: str
    given: Mapping[str, str]
    engine: Engine
    errands: Errands

    @property
    def revision(self) -> str:
        """Changes whenever the store does."""
        return self.store.ledger.revision

    def named(self, known: Callable[[str], bool] = lambda _: False) -> tuple[str, Representation | None]:
        """What the path names and the format that its ending asks for; a name that is `known` has no ending."""
        if len(self.value) > LONGEST:
            raise RequestError(414, "That address is too long to be one of this server.")
        stem, wanted = split(self.value)
        return (self.value, None) if wanted and known(self.value) else (stem, wanted)

    def day(self, name: str) -> date | None:
        """The day that a parameter gives. Raises RequestError."""
        text = self.given.get(name, "").strip()
        if not text:
            return None
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            raise RequestError(400, f"“{shortened(text, 40)}” is not a date; write it as 2015-01-31.")
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise RequestError(400, f"There is no day {text} in the calendar.") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """Another format of the same page."""

    name: str
    href: str
    representation: Representation


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What an address stands for. `path` is its permanent address, `query` the rest of it with the question mark.

    `writers` make its formats, the first being what is given to who asks for none in particular.
    """

    path: str
    writers: Mapping[Representation, Writer]
    wanted: Representation | None = None
    query: str = ""
    moved: bool = False
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


def siblings(path: str, query: str, offers: tuple[Representation, ...]) -> tuple[Sibling, ...]:
    """The other formats of a page, as links."""
    stem = "/search" if path == "/" else path
    return tuple(
        Sibling(name=NAMES[each], href=f"{stem}.{each}{query}", representation=each)
        for each in offers
        if each in NAMES
    )

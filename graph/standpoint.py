"""For which day, by what was known on which day, and without which rules something is answered."""

from dataclasses import dataclass
from datetime import date

from schedgraph.graph.casefile import CaseFile
from schedgraph.graph.knowledge import KnownOn
from schedgraph.graph.rules.book import LAW, Law, law_without


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """`as_of` None: as far as the corpus knows; `known_on` None: by all that is known."""

    as_of: date | None = None
    known_on: date | None = None
    without: tuple[str, ...] = ()

    @property
    def law(self) -> Law:
        """The rules in force. Raises RuleError for a name that is no rule."""
        return law_without(self.without) if self.without else LAW

    @property
    def name(self) -> str:
        """A name fit for a path and an address; empty for all that is known, by all rules."""
        parts = [f"as-of-{self.as_of}"] if self.as_of else []
        parts += [f"known-on-{self.known_on}"] if self.known_on else []
        parts += [f"without-{rule}" for rule in sorted(set(self.without))]
        return "/".join(parts)

    def known(self, case: CaseFile, *, doubtful: bool = True) -> CaseFile:
        """What was known of `case` on the day; `doubtful` whether with that of which it is not known when it was said."""
        if self.known_on is None or self.known_on >= date.today():
            return case
        return KnownOn(case, self.known_on, doubtful=doubtful)


NOW = Standpoint()

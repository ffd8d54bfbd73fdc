"""Small random queries over the vocabulary: paths, options, unions, EXISTS, MINUS, parts of their own."""

from dataclasses import dataclass
from random import Random

from schedgraph.graph.rdf.lean import LACKING, PARTLY, WHOLE, WHOLE_CLASSES
from schedgraph.graph.rdf.prefixes import prefixes, shortened

_VARIABLES = ("?a", "?b", "?c")


def _name(iri: str) -> str:
    return shortened(iri, prefixes(), strict=True) or f"<{iri}>"


@dataclass(frozen=True)
class Writer:
    """Writes queries by chance; `nodes` are constants that they may name, as N-Triples has them."""

    chance: Random
    nodes: tuple[str, ...]

    def query(self) -> str:
        if self.chance.random() < 0.1:
            return f"SELECT ?a (COUNT(*) AS ?n) {{ {self._group(2)} }} GROUP BY ?a"
        return f"SELECT * {{ {self._group(2)} }}"

    def _group(self, depth: int) -> str:
        parts = [self._triple() for _ in range(self.chance.choice((1, 1, 2, 2, 3)))]
        for _ in range(self.chance.choice((0, 0, 1, 1, 2)) if depth else 0):
            parts.insert(self.chance.randrange(len(parts) + 1), self._part(depth - 1))
        return " ".join(parts)

    def _part(self, depth: int) -> str:
        inner, other = self._group(depth), self._group(depth)
        fresh = self.chance.randrange(10**6)
        return self.chance.choice(
            (
                f"OPTIONAL {{ {inner} }}",
                f"OPTIONAL {{ {inner} }}",
                f"MINUS {{ {inner} }}",
                f"{{ {inner} }} UNION {{ {other} }}",
                f"FILTER EXISTS {{ {inner} }}",
                f"FILTER NOT EXISTS {{ {inner} }}",
                f"FILTER(?a != ?b && NOT EXISTS {{ {inner} }})",
                f"BIND(EXISTS {{ {inner} }} AS ?there{fresh})",
                f"{{ SELECT {self.chance.choice(_VARIABLES)} {{ {inner} }} }}",
                f"{{ SELECT ?a ?b {{ {inner} }} }}",
                f"{{ SELECT (COUNT(*) AS ?count{fresh}) {{ {inner} }} }}",
                f"VALUES ?way {{ {self._whole()} {self._whole()} }} ?a ?way ?b .",
            )
        )

    def _triple(self) -> str:
        kind = self.chance.random()
        if kind < 0.12:
            known = (*sorted(WHOLE_CLASSES), *sorted(LACKING)[:1])
            return f"{self._end()} a {_name(self.chance.choice(known))} ."
        if kind < 0.15:
            return f"{self._end()} ?way {self._end()} ."
        return f"{self._end()} {self._path(2)} {self._end()} ."

    def _end(self) -> str:
        return self.chance.choice(self.nodes if self.chance.random() < 0.1 else _VARIABLES)

    def _path(self, depth: int) -> str:
        if not depth or self.chance.random() < 0.45:
            return self._property()
        one, other = self._path(depth - 1), self._path(depth - 1)
        return self.chance.choice(
            (
                f"({one})*",
                f"({one})+",
                f"({one})?",
                f"{one}/{other}",
                f"({one}|{other})",
                f"^({one})",
                "!sg:title",
            )
        )

    def _property(self) -> str:
        kind = self.chance.random()
        if kind < 0.6:
            return self._whole()
        if kind < 0.95:
            return _name(self.chance.choice(sorted(PARTLY)))
        return _name(self.chance.choice(sorted(LACKING))) if kind < 0.97 else "a"

    def _whole(self) -> str:
        return _name(self.chance.choice(sorted(WHOLE)))

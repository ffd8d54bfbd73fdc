"""What a passage says of the numbers in it: supersedes, superseded by, does not supersede, or only cites."""

from schedgraph.parser.citation.pointing import read_pointing
from schedgraph.parser.citation.reading import (
    SupersessionStatement,
    read_citations,
    read_supersessions,
)
from schedgraph.parser.citation.reservations import is_partial

__all__ = ["SupersessionStatement", "is_partial", "read_citations", "read_pointing", "read_supersessions"]

"""What a passage says of the numbers in it: supersedes, superseded by, does not supersede, or only cites."""

from schedgraph.parser.citation.reading import (
    SupersessionStatement,
    is_partial,
    read_citations,
    read_supersessions,
)

__all__ = ["SupersessionStatement", "is_partial", "read_citations", "read_supersessions"]

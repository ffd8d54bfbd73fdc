"""What a passage says of the numbers in it: supersedes, superseded by, does not supersede, or only cites."""

from schedgraph.parser.citation.reading import SupersessionStatement, read_citations, read_supersessions

__all__ = ["SupersessionStatement", "read_citations", "read_supersessions"]

"""Words with a place to lines in reading order."""

from schedgraph.parser.reading.layout.compose import composed

__all__ = ["composed"]

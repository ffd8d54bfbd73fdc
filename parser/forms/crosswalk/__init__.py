"""Crosswalks that a schedule itself prints."""

from schedgraph.parser.forms.crosswalk.columns import lists_items
from schedgraph.parser.forms.crosswalk.reading import (
    Crosswalk,
    crosswalk_rows,
    heads_crosswalk,
    read_crosswalk,
    titles_crosswalk,
)

__all__ = [
    "Crosswalk",
    "crosswalk_rows",
    "heads_crosswalk",
    "lists_items",
    "read_crosswalk",
    "titles_crosswalk",
]

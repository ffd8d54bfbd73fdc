"""Form NA-1005, by which an agency takes up GRS 6.1 (Capstone)."""

from schedgraph.parser.forms.na1005.printed import read_printed
from schedgraph.parser.forms.na1005.reader import is_na1005, read_na1005

__all__ = ["is_na1005", "read_na1005", "read_printed"]

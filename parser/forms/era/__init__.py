"""The ERA schedule PDF (Electronic Records Archives, from about 2008 on)."""

from schedgraph.parser.forms.era.reader import read_era

__all__ = ["read_era"]

"""What became of an authority, by the words of a sentence whatever its construction: a last reader, behind the grammar."""

from schedgraph.parser.citation.fate.reader import Fate, may_tell, read_fates

__all__ = ["Fate", "may_tell", "read_fates"]

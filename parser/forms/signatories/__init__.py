"""The signatory table of an ERA schedule."""

from schedgraph.parser.forms.signatories.reader import action_name, read_signatories

__all__ = ["action_name", "read_signatories"]

"""Labels of printed forms, found in a line as OCR left it: damaged letters, lost or spurious spaces.

Which labels a form has is data (TOML); this package knows only how a printed label may be damaged.
"""

from schedgraph.parser.labels.comparing import LabelMatch
from schedgraph.parser.labels.folding import fold
from schedgraph.parser.labels.matching import (
    find_labels,
    holds_short_label,
    match_label,
    may_begin,
)
from schedgraph.parser.labels.wordings import SHORT, Label, load_labels, only

__all__ = [
    "SHORT",
    "Label",
    "LabelMatch",
    "load_labels",
    "only",
    "match_label",
    "find_labels",
    "holds_short_label",
    "may_begin",
    "fold",
]

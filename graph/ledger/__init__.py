"""The embedded store: what every document says, in one SQLite file. One writer, many readers, crash-safe.

Nothing in it is a conclusion: verdicts follow from what is in it, and are kept elsewhere or drawn when asked for.
`opening` opens the file and looks at its format; `statement_table`, `document_table`, `word_table` and
`correction_table` each keep one kind of thing; `ledger` puts them together.
"""

from schedgraph.graph.ledger.ledger import Ledger
from schedgraph.graph.ledger.opening import FILE_NAME, FORMAT

__all__ = ["Ledger", "FILE_NAME", "FORMAT"]

"""What keeps the store from answering, as a sentence that says what, where and what to do."""


class StoreError(Exception):
    """The store cannot be used: it is missing, locked, damaged or of a newer format."""


class QueryError(Exception):
    """A SPARQL query cannot be run: it is wrong, not read-only, reaches outside, or exceeds a limit."""


class SyntaxQueryError(QueryError):
    """A text that is no SPARQL; `line` and `column` count from 1."""

    def __init__(self, sentence: str, line: int, column: int) -> None:
        super().__init__(sentence)
        self.line = line
        self.column = column


class FormatError(QueryError):
    """A SPARQL query whose kind of answer has no format that was asked for."""


class RefusedError(QueryError):
    """A SPARQL query that may be sound and is not allowed: it writes, reaches outside, or is too large."""


class LimitError(QueryError):
    """A SPARQL query that ran and was stopped: it exceeds the limit of time, rows, memory or text."""


class BusyError(QueryError):
    """A SPARQL query that was not run, for too many others are; it may be asked again."""


class RuleError(ValueError):
    """A rule that does not exist, or that cannot be switched off."""


class ClusterError(Exception):
    """The cluster that is to read cannot be used: the extra is missing, it does not answer, or it was lost."""


class RemoteError(Exception):
    """A store of another cannot be reached, or refuses what it is asked."""


class NotInstalledError(ImportError):
    """A package that is wanted for this one thing alone is not installed; the sentence names it."""

"""What keeps the store from answering, as a sentence that says what, where and what to do."""


class StoreError(Exception):
    """The store cannot be used: it is missing, locked, damaged or of a newer format."""


class QueryError(Exception):
    """A SPARQL query cannot be run: it is wrong, not read-only, reaches outside, or exceeds a limit."""


class RuleError(ValueError):
    """A rule that does not exist, or that cannot be switched off."""


class ClusterError(Exception):
    """The cluster that is to read cannot be used: the extra is missing, it does not answer, or it was lost."""

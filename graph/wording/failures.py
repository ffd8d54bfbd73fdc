"""Every error in one sentence, with the exit code that the contract has for it."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from schedgraph.graph.wording.exits import FAILED, NO_STORE, NOT_KNOWN, USAGE

if TYPE_CHECKING:
    from schedgraph.graph.store import UnknownAuthority

TOO_MUCH = "it needs more memory or is nested deeper than this computer allows"


def explained(error: BaseException) -> tuple[int, str]:
    """The exit code and the sentence for whatever went wrong."""
    # Not needed where nothing goes wrong, and a lookup has no time for them.
    from schedgraph.graph.asking import SeveralAuthoritiesError
    from schedgraph.graph.correction import CorrectionError, NothingToCorrectError
    from schedgraph.graph.errors import ClusterError, QueryError, RemoteError, RuleError, StoreError
    from schedgraph.graph.store import UnknownAuthority
    from schedgraph.parser.errors import DocumentError

    if isinstance(error, UnknownAuthority):
        return NOT_KNOWN, unknown(error)
    if isinstance(error, CorrectionError):
        return NOT_KNOWN if isinstance(
            error, NothingToCorrectError
        ) else FAILED, f"{error}; nothing was changed"
    if isinstance(error, QueryError | RuleError | SeveralAuthoritiesError):
        return USAGE, str(error)
    if isinstance(error, DocumentError | ClusterError | RemoteError):
        return FAILED, str(error)
    if isinstance(error, StoreError):
        return NO_STORE, str(error)
    if isinstance(error, sqlite3.Error):
        return (
            NO_STORE,
            f"the store cannot be used ({error}); another program may hold it, or its file is damaged",
        )
    if isinstance(error, OSError):
        return (
            FAILED,
            f"{error.filename or 'the output'}: {error.strerror or error}; check its name, rights and disk",
        )
    if isinstance(error, MemoryError | RecursionError):
        return FAILED, f"{TOO_MUCH}; ask for less"
    fault = f"{type(error).__name__}: {error}"
    return FAILED, f"schedgraph has a fault ({fault}); please report it, `--debug` shows where"


def unknown(error: "UnknownAuthority") -> str:
    """What is not known, and the known numbers that look like it."""
    near: Sequence[str] = [number for number in error.near if number not in str(error)]
    return f"{error} Near numbers: {', '.join(near)}." if near else str(error)

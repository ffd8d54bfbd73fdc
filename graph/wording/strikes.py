"""Which words of an item the document shows struck, found again in its title, text and disposition."""

import re
from collections.abc import Iterable

from schedgraph.graph.wording.paper import STRIKE, UNSTRIKE
from schedgraph.graph.wording.plain import plain


class Strikes:
    """The struck parts of one item. Each is marked once: the same words may stand unstruck too."""

    def __init__(self, struck: Iterable[str], *, full: bool) -> None:
        self._parts = [part for part in map(plain, struck) if part]
        self._used: set[int] = set()
        self._full = full

    def mark(self, text: str) -> str:
        """`text` made plain, its struck words between the marks that a `Paper` draws."""
        words = plain(text)
        if not words:
            return words
        around = [number for number, part in enumerate(self._parts) if words in part]
        if self._full or around:
            self._used.update(around)
            self._used.update(number for number, part in enumerate(self._parts) if part in words)
            return f"{STRIKE}{words}{UNSTRIKE}"
        pieces, cursor = [], 0
        for number, part in enumerate(self._parts):
            if number in self._used or (found := _find(words, part, cursor)) is None:
                continue
            self._used.add(number)
            pieces.append(f"{words[cursor:found]}{STRIKE}{part}{UNSTRIKE}")
            cursor = found + len(part)
        return "".join([*pieces, words[cursor:]])

    def elsewhere(self) -> tuple[str, ...]:
        """The struck parts that no marked text holds."""
        return tuple(part for number, part in enumerate(self._parts) if number not in self._used)


def _find(words: str, part: str, start: int) -> int | None:
    """Where `part` stands as whole words."""
    before = r"(?<!\w)" if part[0].isalnum() else ""
    after = r"(?!\w)" if part[-1].isalnum() else ""
    found = re.compile(before + re.escape(part) + after).search(words, start)
    return found.start() if found else None

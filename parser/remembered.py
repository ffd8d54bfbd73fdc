"""Answers about short texts, kept for the next time they are asked for: a document asks about a line many times."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Answer = TypeVar("Answer")
LONGEST = 400
"""Characters; what is said of a longer text is not kept, so that what is kept stays small whatever is read."""


def remembered(
    most: int, longest: int = LONGEST
) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """Keeps the last `most` answers of a pure function of a text of at most `longest` characters."""

    def keeping(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
        kept = lru_cache(maxsize=most)(function)

        def ask(text: str) -> Answer:
            return kept(text) if len(text) <= longest else function(text)

        ask.__doc__ = function.__doc__
        ask.__name__ = function.__name__
        return ask

    return keeping

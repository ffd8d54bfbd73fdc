"""Answers about short texts, kept for the next time they are asked for: a document asks about a line many times."""

from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")
LONGEST = 400
"""Characters; what is said of a longer text is not kept, so that what is kept stays small whatever is read."""


class _Kept(dict[str, Answer], Generic[Answer]):
    """Answers by their text; what is missing is asked for, and all are forgotten where there are too many."""

    def __init__(self, function: Callable[[str], Answer], most: int, longest: int) -> None:
        self._function, self._most, self._longest = function, most, longest

    def __missing__(self, text: str) -> Answer:
        answer = self._function(text)
        if len(text) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[text] = answer
        return answer


def remembered(
    most: int, longest: int = LONGEST
) -> Callable[[Callable[[str], Answer]], Callable[[str], Answer]]:
    """Keeps up to `most` answers of a pure function of a text of at most `longest` characters."""

    def keeping(function: Callable[[str], Answer]) -> Callable[[str], Answer]:
        # The look-up itself is the function: an answer that is kept costs no call.
        return _Kept(function, most, longest).__getitem__

    return keeping

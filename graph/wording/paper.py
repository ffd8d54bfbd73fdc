"""What an answer is written on: a width, and whether colours and struck words can be shown."""

import textwrap
from collections.abc import Iterable
from typing import NamedTuple

STRIKE, UNSTRIKE = "\ue000", "\ue001"
"""Private use characters around struck words; `plain` lets none through from a document."""


class Paper(NamedTuple):
    """A terminal (`styled`) or a plain file of some width.

    No dataclass, for importing what makes those takes longer than a whole lookup.
    """

    width: int = 80
    styled: bool = False

    def wrap(self, text: str, indent: int = 0, hanging: int | None = None) -> list[str]:
        """`text` as lines of the paper's width; the lines after the first are indented by `hanging`."""
        lines = textwrap.wrap(
            text,
            width=max(self.width, indent + 30),
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent if hanging is None else hanging),
            break_long_words=False,
            break_on_hyphens=False,
        )
        return self._struck(lines) or [" " * indent]

    def heading(self, text: str) -> str:
        """A line that stands out."""
        return f"\x1b[1m{text}\x1b[0m" if self.styled else text

    def fields(self, rows: Iterable[tuple[str, str | None]], indent: int = 2) -> list[str]:
        """Labelled lines, the labels in one column; a row without a value is left out."""
        kept = [(label, value) for label, value in rows if value]
        column = indent + max((len(label) for label, _ in kept), default=0) + 2
        lines: list[str] = []
        for label, value in kept:
            wrapped = self.wrap(value, column)
            lines += [" " * indent + label.ljust(column - indent) + wrapped[0][column:], *wrapped[1:]]
        return lines

    def _struck(self, lines: list[str]) -> list[str]:
        """Struck words as ~~words~~, or on a terminal with a line through them, which ends with each line."""
        if not any(STRIKE in line or UNSTRIKE in line for line in lines):
            return lines
        if not self.styled:
            return [line.replace(STRIKE, "~~").replace(UNSTRIKE, "~~") for line in lines]
        drawn, open_ = [], False
        for line in lines:
            body = line.lstrip(" ")
            text = line[: len(line) - len(body)] + ("\x1b[9m" if open_ else "") + body
            open_ = body.rfind(STRIKE) > body.rfind(UNSTRIKE) or (
                open_ and STRIKE not in body and UNSTRIKE not in body
            )
            text = text.replace(STRIKE, "\x1b[9m").replace(UNSTRIKE, "\x1b[29m")
            drawn.append(text + ("\x1b[29m" if open_ else ""))
        return drawn

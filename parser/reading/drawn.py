"""Tables drawn with box characters, as if they were typed: `│ 1 │ Case files │` is `| 1 | Case files |`."""

from typing import Final

_UPRIGHT: Final = "│┃┆┇┊┋╎╏║╽╿¦\uff5c"
_LEVEL: Final = "─━┄┅┈┉╌╍═╼╾"
_BOX_DRAWING: Final = range(0x2500, 0x2571)
"""Without the three diagonals, and what is left of the block behind them."""

_TYPED: Final = (
    dict.fromkeys(_BOX_DRAWING, "+")
    | {ord(each): "|" for each in _UPRIGHT}
    | {ord(each): "-" for each in _LEVEL}
)


def as_typed(text: str) -> str:
    """The text with bars, hyphens and crosses for what draws a table, each in the place of the character it is read for."""
    return text if text.isascii() else text.translate(_TYPED)

"""Schedules that are named only to say whose item is meant: "N1-434-98-12 (approved 9/9/98), item 2"."""

import re
from collections.abc import Sequence

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.authority.number import ancestors

# The words in brackets or between commas, as in "(approved 9/9/98), " or ", approved September 9, 1998, "
_ASIDE = re.compile(
    r"(?:\s?(?:\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\])|,\s(?:which\swas\s)?(?:approved|dated|signed|of)\b[^;:()]{1,60}?)[\s,]{1,2}(?:its\s|in\s|on\s)?",
    re.IGNORECASE,
)


def without_heads(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions without each schedule of which an item is named right behind it and what is said of it aside."""
    return tuple(
        each
        for each in mentions
        if not (
            each.whole_schedule
            and any(
                each.id in ancestors(other.id or "") and _ASIDE.fullmatch(text, each.end, other.start)
                for other in mentions
                if other.start >= each.end
            )
        )
    )

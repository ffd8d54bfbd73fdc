"""What the struck words of an amended instruction still tell: the period that nothing took the place of.

"Temporary. Cut off annually. ~~Destroy 15 years after cutoff.~~" was approved with its 15 years, as was an item that is
struck from end to end; of "Destroy ~~when 10 years old~~ when no longer needed" the ten years are gone.
"""

import re
from dataclasses import replace

from schedgraph.parser.disposition.parts import read_disposition
from schedgraph.parser.document import Disposition, Retention
from schedgraph.parser.evidence import Reading
from schedgraph.parser.passage import Passage

_WORD = re.compile(r"[A-Za-z0-9]+")


def with_struck_period(disposition: Disposition, instruction: Passage, *, labelled: bool) -> Disposition:
    """What stands of a partly struck `instruction`, and the retention and kind that only its struck words give."""
    whole = read_disposition(instruction, labelled=labelled)
    retention = disposition.retention
    if _is_cut_off(retention) and whole.retention and whole.retention.value.period:
        retention = whole.retention
    return replace(disposition, retention=retention, final=disposition.final or whole.final)


def _is_cut_off(retention: Reading[Retention] | None) -> bool:
    """Whether nothing but the act itself is left of a retention: "Destroy"."""
    if retention is None:
        return True
    said = retention.value
    return said.period is None and said.trigger is None and len(_WORD.findall(said.text)) <= 1

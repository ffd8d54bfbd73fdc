"""What a disposition instruction says: temporary or permanent, cutoff, retention period, transfer."""

from schedgraph.parser.disposition.amended import standing
from schedgraph.parser.disposition.instruction import find_instruction, instruction_part
from schedgraph.parser.disposition.parts import media_neutral, read_disposition
from schedgraph.parser.disposition.struckperiod import with_struck_period

__all__ = [
    "find_instruction",
    "instruction_part",
    "media_neutral",
    "read_disposition",
    "standing",
    "with_struck_period",
]

"""What a disposition instruction says: temporary or permanent, cutoff, retention period, transfer."""

from schedgraph.parser.disposition.instruction import find_instruction
from schedgraph.parser.disposition.parts import read_disposition

__all__ = ["find_instruction", "read_disposition"]

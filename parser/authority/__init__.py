"""Numbers of federal disposition authorities: found, read, repaired with their doubts, and compared."""

from schedgraph.parser.authority.agreement import agree, number_in_file_name, sure_numbers
from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import AuthorityNumber, ancestors, parse_identifier
from schedgraph.parser.authority.reader import WrittenNumber, read_numbers
from schedgraph.parser.authority.suffix import item_path

__all__ = [
    "AuthorityNumber",
    "Mention",
    "WrittenNumber",
    "agree",
    "ancestors",
    "find_numbers",
    "item_path",
    "number_in_file_name",
    "parse_identifier",
    "read_numbers",
    "sure_numbers",
]

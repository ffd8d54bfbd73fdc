"""Lines of a table whose columns have run together: one blank alone may part the description from column 9 and 10."""

import re

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.sf115.cells import split_at_spaces
from schedgraph.parser.forms.sf115.narrowcells import is_action, is_citation
from schedgraph.parser.forms.sf115.ownlines import leading_words
from schedgraph.parser.forms.sf115.roles import Roles, by_content
from schedgraph.parser.passage import Passage

_LONGEST_ACTION = 60
_SENTENCE_END = re.compile(r"[.;)][ ]{1,3}")
_REST_OF_ITEM = re.compile(r"items?[ ]{1,2}[0-9]{1,4}[A-Za-z]?[ ]{1,3}", re.IGNORECASE)
# "Disposition" over "not approved", "With-" over "drawn"
_BEGUN_ACTION = re.compile(r"disposition|with-|dis-|disap-|not", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def by_order(passage: Passage) -> Roles:
    """The columns of a line, of which only the order is known."""
    if len(split_at_spaces(passage)) == 1:
        apart = _number_and_action(passage) or _rest_and_action(passage) or _number_at_end(passage)
        if apart:
            return apart
    return by_content(passage)


def _number_and_action(passage: Passage) -> Roles | None:
    """The columns of "Transfer when 20 years old. NC1-173-85-1/5 Withdrawn": a sentence, a number, an action."""
    start, end = _last_numbers(passage)
    action = passage.slice(end).strip()
    if not end or not (is_action(action) or _BEGUN_ACTION.fullmatch(action.text)):
        return None
    said = passage.slice(0, start).strip()
    if said.text[-1:] not in ".;)":
        return None
    return _roles(said, passage.slice(start, end), action)


def _rest_and_action(passage: Passage) -> Roles | None:
    """The columns of "Destroy when 3 years old. item 5 not approved": a sentence, the rest of a number, an action."""
    for end in _SENTENCE_END.finditer(passage.text):
        rest = _REST_OF_ITEM.match(passage.text, end.end())
        action = passage.slice(rest.end() if rest else end.end())
        if len(action.text) <= _LONGEST_ACTION and is_action(action):
            cited = passage.slice(rest.start(), rest.end()).strip() if rest else None
            return _roles(passage.slice(0, end.start() + 1), cited, action)
    return None


def _number_at_end(passage: Passage) -> Roles | None:
    """The columns of "Temporary. Destroy 5 NC1-431-81-2": the sentence goes on below, and no word leads to the number."""
    start, end = _last_numbers(passage)
    if not end or passage.text[end:].strip():
        return None
    said = passage.slice(0, start).strip()
    words = _WORD.findall(said.text)
    if not words or not said.text[-1].isalnum() or words[-1].casefold() in leading_words():
        return None
    return _roles(said, passage.slice(start, end), None)


def _last_numbers(passage: Passage) -> tuple[int, int]:
    """Where the last numbers that nothing but "and" or "items" parts begin and end; twice 0 where there is none."""
    numbers = find_numbers(passage.text)
    if not numbers:
        return 0, 0
    first = len(numbers) - 1
    while first and is_citation(passage.slice(numbers[first - 1].start, numbers[-1].end)):
        first -= 1
    return numbers[first].start, numbers[-1].end


def _roles(said: Passage, cited: Passage | None, action: Passage | None) -> Roles:
    parts = {"description": [said]}
    if cited:
        parts["citation"] = [cited]
    if action:
        parts["action"] = [action]
    return Roles(parts)

"""Lines of a table whose columns have run together: one blank alone may part the description from column 9 and 10."""

import re
from collections.abc import Sequence
from dataclasses import replace

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.forms.sf115.table.cells import split_at_spaces
from schedgraph.parser.forms.sf115.table.entries import Entry
from schedgraph.parser.forms.sf115.table.narrowcells import BEGUN_CITATION, OPEN_END, is_action, is_citation
from schedgraph.parser.forms.sf115.table.ownlines import leading_words
from schedgraph.parser.forms.sf115.table.roles import Roles, by_content
from schedgraph.parser.passage import Passage

_LONGEST_ACTION = 60
_GAP = "   "
_SENTENCE_END = re.compile(r"[.;)][ ]{1,3}")
_NUMBER_ALONE = re.compile(r"\s*\(?[0-9A-Za-z]{1,4}[.)]{1,2}")
_REST_OF_ITEM = re.compile(r"items?[ ]{1,2}[0-9]{1,4}[A-Za-z]?[ ]{1,3}", re.IGNORECASE)
# "Disposition" over "not approved", "With-" over "drawn"
_BEGUN_ACTION = re.compile(r"(?:dispos(?:ition|al)(?: not)?|with-|dis-|disap-|not)", re.IGNORECASE)
_NEW_AT_END = re.compile(r"\w[ ](?P<cell>New|None)$")
_DISPOSES = re.compile(
    r"(?:temporary|permanent|destroy|delete|transfer|offer|retain|cut ?off)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_SAMPLE_AT_END = re.compile(
    r"[ ](?P<cell>Samples?[ ](?:No[.]?[ ])?[0-9]{1,3}|(?P<empty>New|None|N/?A))"
    r"(?P<action>[ ](?:withdrawn|(?:dispos(?:ition|al)[ ])?not(?:[ ]approved)?|dispos(?:ition|al)[ ]not|disapproved))?$"
)
# "See now GRS 6.5/020", "Replaces in part NC1-431-81-2": the number is the clause's own
_SPEAKS_OF_NUMBERS = re.compile(
    r"\b(?:see|cf|same as|supers\w{2,8}|superc\w{2,8}|replac\w{1,4}|rescind\w{0,3}|cancel\w{0,5}|obsolete|formerly)\b",
    re.IGNORECASE,
)
_OPEN_CELL = re.compile(r"[ ]?[,;]?(?:[ ]items?)?[ ,;]{0,3}", re.IGNORECASE)
_BEGUN_AT_END = re.compile(r"[ ](?P<number>[A-Za-z0-9-]{4,20}-)$")
# "45, item 2" below "NN-170-", "items 6 and 8" below "NC1-431-81-2"
_ITEMS = r"items?[ ]{1,2}[0-9]{1,4}[0-9A-Za-z(), &]{0,30}"
_REST_OF_WHOLE = re.compile(rf"(?:^|[ ])(?P<rest>{_ITEMS})$", re.IGNORECASE)
# "items l, 2 and" and "7c" below "NC1-173-78-3,", "2 thru 4" below "NN-166-44, item"
_ONE = r"(?:[0-9lI|]{1,3}[A-Za-z]?|[0-9]{1,3}\([0-9A-Za-z]{1,2}\))"
_REST_OF_LIST = re.compile(
    rf"(?:^|[ ])(?P<rest>(?:items?[ ])?{_ONE}(?:(?:,? (?:and|&|or|thru|through|to)|,|-) ?{_ONE}){{0,9}}(?:,|,? and|,? &)?)$",
    re.IGNORECASE,
)
_REST_OF_BEGUN = re.compile(
    rf"(?:^|[ ])(?P<rest>[0-9]{{1,4}}(?:-[0-9]{{1,4}})?(?:,?[ ]{_ITEMS})?)$", re.IGNORECASE
)
_ACTION_AT_END = re.compile(
    r"[ ](?P<action>withdrawn|(?:disposition )?not approved|disapproved)$", re.IGNORECASE
)
# "Destroy when withdrawn" over "the survey is published": no sentence goes on so
_DETERMINER = re.compile(r"(?:the|a|an|its|their|these|this|all|each)\b")


def by_order(passage: Passage) -> Roles:
    """The columns of a line, of which only the order is known."""
    if len(split_at_spaces(passage)) == 1:
        apart = (
            _number_and_action(passage)
            or _rest_and_action(passage)
            or _sample_at_end(passage)
            or _number_at_end(passage)
        )
        if apart:
            return apart
    return by_content(passage)


def with_parted_cells(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each with what of column 9 and 10 the end of a line still holds, as the lines around it tell."""
    result = list(entries)
    cell: Passage | None = None
    for index, entry in enumerate(result):
        if not entry.own_line or entry.gap or entry.citation:
            cell = entry.citation if entry.own_line else None
        if not entry.own_line:
            continue
        below = result[index + 1] if index + 1 < len(result) and not result[index + 1].gap else None
        rest = _rest_at_end(cell, entry) if cell and not entry.citation else None
        before, cell = cell, entry.citation
        if rest is not None and before is not None:
            result[index] = _cut(entry, rest, citation=entry.passage.part(rest))
            cell = Passage.join([before, entry.passage.part(rest)], " ")
        elif below and not entry.citation and (place := _cut_by_next(entry, below)):
            cell = entry.passage.part(place)
            result[index] = _cut(entry, place, citation=cell)
        elif below and _DETERMINER.match(below.text) and (found := _ACTION_AT_END.search(entry.passage.text)):
            place = found.start("action")
            result[index] = _cut(entry, place, action=entry.passage.slice(place))
    return result


def _rest_at_end(cell: Passage, entry: Entry) -> int | None:
    """Where the rest of the number that `cell` begins stands at the end of a line, no word leading to it."""
    begun = BEGUN_CITATION.fullmatch(cell.text) is not None
    whole = [mention.whole_schedule for mention in find_numbers(cell.text)]
    goes_on = OPEN_END.search(cell.text.rstrip()) is not None and bool(whole)
    if not (begun or (whole and whole[-1]) or goes_on):
        return None
    text = entry.passage.text
    found = _REST_OF_BEGUN.search(text) if begun else _REST_OF_WHOLE.search(text)
    if found is None and goes_on and (found := _REST_OF_LIST.search(text)):
        # A figure alone may be the sentence's: "Destroy when 5".
        said = text[: found.start("rest")].strip()
        bare = found["rest"][:4].casefold() != "item"
        if bare and said and said[-1] not in ".;)":
            return None
    if found is None:
        return None
    said = text[: found.start("rest")]
    # A gap like those between columns parts "no longer needed for" from "item 1".
    apart = goes_on and said.endswith(_GAP)
    return None if said.strip() and not apart and _leads_to_number(said.strip()) else found.start("rest")


def _cut_by_next(entry: Entry, below: Entry) -> int | None:
    """Where a line ends with a cell of column 9, as the line below tells.

    A number that a hyphen breaks goes on in figures, so before a word it is a cell's; behind a title "New" is one where
    the disposition follows.
    """
    begun = _BEGUN_AT_END.search(entry.passage.text)
    if begun and BEGUN_CITATION.fullmatch(begun["number"]) and below.text[:1].isalpha():
        return begun.start("number")
    empty = _NEW_AT_END.search(entry.passage.text)
    return empty.start("cell") if empty and _DISPOSES.match(below.text) else None


def _cut(
    entry: Entry, place: int, *, citation: Passage | None = None, action: Passage | None = None
) -> Entry:
    passage = entry.passage.part(0, place)
    return replace(entry, passage=passage, citation=citation or entry.citation, action=action or entry.action)


def _number_and_action(passage: Passage) -> Roles | None:
    """The columns of "Transfer when 20 years old. NC1-173-85-1/5 Withdrawn": a sentence, a number, an action."""
    start, end = _last_numbers(passage)
    action = passage.slice(end).strip(" ,;")
    if not end or not (is_action(action) or _BEGUN_ACTION.fullmatch(action.text)):
        return None
    said = passage.part(0, start)
    if said.text[-1:] not in ".;)" and _leads_to_number(said.text):
        return None
    return _roles(said, passage.slice(start, end), action)


def _sample_at_end(passage: Passage) -> Roles | None:
    """The columns of "Destroy 1 year after Sample 1" and "1921-1939. Perma- New": no authority, but a cell all the same."""
    found = _SAMPLE_AT_END.search(passage.text)
    if found is None:
        return None
    said = passage.part(0, found.start())
    words = _WORD.findall(said.text)
    if not words or (found["empty"] in ("New", "None") and said.text[-1] not in ".;)-"):
        return None
    action = passage.part(*found.span("action")) if found["action"] else None
    return _roles(said, passage.slice(*found.span("cell")), action)


def _rest_and_action(passage: Passage) -> Roles | None:
    """The columns of "Destroy when 3 years old. item 5 not approved": a sentence, the rest of a number, an action."""
    for end in _SENTENCE_END.finditer(passage.text):
        rest = _REST_OF_ITEM.match(passage.text, end.end())
        action = passage.slice(rest.end() if rest else end.end())
        if len(action.text) <= _LONGEST_ACTION and is_action(action):
            if not rest and _NUMBER_ALONE.fullmatch(passage.text[: end.start() + 1]):
                # Whether "b. Withdrawn by sponsor." is a title, the lines below tell.
                return None
            cited = passage.slice(rest.start(), rest.end()).strip() if rest else None
            return _roles(passage.slice(0, end.start() + 1), cited, action)
    return None


def _number_at_end(passage: Passage) -> Roles | None:
    """The columns of "Temporary. Destroy 5 NC1-431-81-2": the sentence goes on below, and no word leads to the number."""
    begun = _BEGUN_AT_END.search(passage.text)
    if begun and BEGUN_CITATION.fullmatch(begun["number"]):
        start, end = begun.span("number")
    else:
        start, end = _last_numbers(passage)
        if not end or not _OPEN_CELL.fullmatch(passage.text[end:]):
            return None
        end = len(passage.text)
    said = passage.part(0, start)
    if _leads_to_number(said.text):
        return None
    return _roles(said, passage.slice(start, end), None)


def _leads_to_number(said: str) -> bool:
    """Whether the words before a number are words of its sentence, or there are none.

    No number stands behind "the" alone: "after the NN-170-45," over "test. item 3".
    """
    words = _WORD.findall(said)
    if not words or said[-1] in ",(/" or (said[-1] == "-" and not said[-2:-1].isalpha()):
        return True
    last = words[-1].casefold()
    return (last in leading_words() and last != "the") or speaks_of_numbers(
        _SENTENCE_END.split(said + " ")[-1] or said
    )


def speaks_of_numbers(clause: str) -> bool:
    """Whether a clause says something of the number that follows it."""
    return _SPEAKS_OF_NUMBERS.search(clause) is not None


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

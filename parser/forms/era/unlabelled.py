"""Items whose number stands without its label: with title and answers on one line, or alone below the title."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from schedgraph.parser.authority.finder import find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.forms.era.alignment import fits, is_sequence, split_sequence
from schedgraph.parser.forms.era.columns import heading_of
from schedgraph.parser.forms.era.field import Field, label_named
from schedgraph.parser.forms.era.tokens import Token
from schedgraph.parser.labels import find_labels, only
from schedgraph.parser.passage import Passage

#   Item 1   Program contracts.      ITEM NO. 2: Dashboards      Seq. 3 - Logs
_HEAD = re.compile(
    r"\W{0,3}(?:(?:(?:records |schedule |disposition )?item|seq[.]?)(?: (?:no|number)[.]?)?|sequence)\s*[#:]?\s+"
    r"(?P<number>[0-9]{1,3}(?:[.][0-9]{1,3}){0,3})(?P<mark>[.:)]?(?:\s+[–—-])?\s*)(?=$|[A-Z0-9\"“(|])",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"[ \u00a0]{2,}|\t|\s*[|;•·]\s*|\s[–—-]\s|,\s(?=(?:temporary|permanent|active|inactive|withdrawn)\b)",
    re.I,
)
_INSTRUCTION = re.compile(r"(?:destroy|delete|retain|keep|transfer|cut ?off)\b", re.IGNORECASE)
_LINES_TO_NUMBER = 6
_MARKS = " \t.,:;()[]|–—-"


def with_bare_heads(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, "Item 1: Program contracts" at the beginning of an item as `1 Program contracts`."""
    schedule = _first_schedule(tokens)
    return [
        _bare(token, head)
        if (head := _HEAD.match(token.passage.text)) and _begins_item(tokens, index, head.end(), schedule)
        else token
        for index, token in enumerate(tokens)
    ]


def schedule_of_bare_numbers(tokens: Sequence[Token]) -> str | None:
    """The schedule whose items bear their numbers without a label; None where a label names any item's number."""
    label = only(label_named("item-number"))
    for index, token in enumerate(tokens):
        if find_labels(token.passage.text, label) and not _heads_column(tokens, index):
            return None
    return _first_schedule(tokens)


def read_row(tokens: Sequence[Token], index: int, schedule: str) -> tuple[list[Field], int] | None:
    """The fields of an item whose number stands bare on the line that begins at `index`, and the token after it."""
    block = tokens[index].block
    if index and tokens[index - 1].block == block:
        return None
    line = list(takewhile(lambda token: token.block == block, tokens[index:]))
    parts = [part for token in line for part in _parts(token, schedule)]
    places = [place for place, part in enumerate(parts) if _is_number(part, schedule)]
    if len(places) != 1:
        return None
    before, number, behind = parts[: places[0]], parts[places[0]], parts[places[0] + 1 :]
    told = list(_told(before, number, behind))
    strange = any(find_numbers(part.text) for part in behind)
    return (told, index + len(line)) if before or not strange else None


def _told(before: Sequence[Token], number: Token, behind: Sequence[Token]) -> Iterator[Field]:
    sequence = before[0] if before and is_sequence(before[0].text) else None
    titles = list(before[1:] if sequence else before)
    found = split_sequence(titles[0].text) if titles and sequence is None else None
    answers = {id(part): name for part in behind if (name := _answer(part.text))}
    rest = [part for part in behind if id(part) not in answers]
    if not before and rest:
        titles = [rest.pop(0)]
    if found and found[1]:
        text = titles[0].passage.text
        end = len(text) - len(text.lstrip()) + len(text.split(maxsplit=1)[0])
        sequence, titles[0] = titles[0].part(0, end), titles[0].part(end)
    if sequence:
        yield _field("sequence", sequence)
    if titles:
        yield _field("item-title", *titles)
    yield _field("item-number", number, *rest)
    for part in behind:
        if id(part) in answers:
            yield _field(answers[id(part)], part)


def _field(name: str, *lines: Token) -> Field:
    return Field(name=name, kind=label_named(name).kind or "text", label=Passage(text=""), lines=lines)


def _answer(text: str) -> str | None:
    """Which field a word or an instruction answers that stands without a label."""
    bare = text.strip(_MARKS)
    if fits("final-disposition", bare):
        return "final-disposition"
    if fits("item-status", bare):
        return "item-status"
    return "retention" if _INSTRUCTION.match(bare) else None


def _parts(token: Token, schedule: str) -> Iterator[Token]:
    """What gaps part on a line; of a line that begins with a sequence number, its number too."""
    text = token.passage.text
    cuts = [(gap.start(), gap.end()) for gap in _GAP.finditer(text)]
    numbered = split_sequence(token.text) is not None
    own = [mention for mention in find_numbers(text) if mention.id and _is_of(mention.id, schedule)]
    if len(own) == 1 and (numbered or not text[: own[0].start].strip(_MARKS)):
        cuts.extend(((own[0].start, own[0].start), (own[0].end, own[0].end)))
    start = 0
    for first, last in (*sorted(cuts), (len(text), len(text))):
        if first < start:
            continue
        part = token.part(start, first)
        part = part._replace(passage=part.passage.strip(" ()[]"))
        if part.text.strip(_MARKS):
            yield part
        start = last


def _is_number(part: Token, schedule: str) -> bool:
    mentions = find_numbers(part.passage.text)
    if len(mentions) != 1 or not mentions[0].id or not _is_of(mentions[0].id, schedule):
        return False
    rest = part.passage.text[: mentions[0].start] + part.passage.text[mentions[0].end :]
    return not rest.strip(_MARKS)


def _is_of(identifier: str, schedule: str | None) -> bool:
    number = parse_identifier(identifier)
    return number is not None and number.schedule == schedule and bool(number.path)


def _heads_column(tokens: Sequence[Token], index: int) -> bool:
    """Whether a label is the heading of a column: another heading stands beside it."""
    if tokens[index].cell is None:
        return False
    near = (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])
    return any(each.block == tokens[index].block and heading_of(each.text) for each in near)


def _first_schedule(tokens: Sequence[Token]) -> str | None:
    """The schedule of the first number of its family; the form prints its own at its head."""
    for token in tokens:
        for mention in find_numbers(token.passage.text):
            number = parse_identifier(mention.id) if mention.family == "DAA" and mention.id else None
            if number:
                return number.schedule
    return None


def _begins_item(tokens: Sequence[Token], index: int, title: int, schedule: str | None) -> bool:
    """Whether the number of an item follows, and no number of another authority stands where the title would."""
    if index and tokens[index - 1].block == tokens[index].block:
        return False
    cited = find_numbers(tokens[index].passage.text[title:])
    if cited and cited[0].start == 0 and not _is_of(cited[0].id or "", schedule):
        return False
    label = only(label_named("item-number"))
    return any(
        find_labels(token.passage.text, label)
        or any(_is_of(mention.id or "", schedule) for mention in find_numbers(token.passage.text))
        for token in tokens[index : index + _LINES_TO_NUMBER]
    )


def _bare(token: Token, head: re.Match[str]) -> Token:
    number = token.passage.slice(head.start("number"), head.end("number"))
    title = token.passage.part(head.end())
    return token._replace(passage=Passage.join([number, title], " ") if title else number)

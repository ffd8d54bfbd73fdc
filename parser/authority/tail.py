"""What follows the number of a schedule: the items that it names, or nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from schedgraph.parser.authority.confusions import confusions
from schedgraph.parser.authority.grammar import ScheduleReading
from schedgraph.parser.authority.items import ITEM_WORD, ItemPart, read_further, read_items
from schedgraph.parser.authority.itemtoken import levels_apart
from schedgraph.parser.authority.levels import PathReading
from schedgraph.parser.authority.numbered import read_more, read_numbered
from schedgraph.parser.authority.suffix import Designator, read_designator
from schedgraph.parser.authority.withoutword import NUMBER_AHEAD, YEARS, without_word

# the ", item " of N1-361-91-010, item 54, the " (items " of N1-567-09-6 (items 1a and 2); the second line of a note
# may begin as deep as the first
_ITEM_INTRO = re.compile(
    r"(?P<between>[ \n]{0,3}(?:(?<=\n)[ ]{1,80})?[,;:/–-]?[ \n]{0,3}(?:(?<=\n)[ ]{1,80})?[(\[]?[ ]?)"
    + ITEM_WORD,
    re.ASCII | re.IGNORECASE,
)
# the ", Part II" of N1-434-98-12, Part II, item 4, the " p. 2" of N1-434-98-12 p. 2, item 4
_WITHIN = re.compile(
    r"(?:,[ ]?|[ \n])[ \n]{0,2}(?:(?P<division>part|section|sect?\.|chapter|chap\.|ch\.|schedule|sched\.|appendix|app\.)"
    r"|pages?|pp?\.)[ ]?(?P<which>[0-9]{1,3}|[IVX]{1,5}|[A-Z])(?=[, \n])",
    re.ASCII | re.IGNORECASE,
)
# the " et seq." and " ff." behind items of which only the first is named
_AND_MORE = re.compile(
    r"[ ,]{0,2}(?:et[ ]?seq|ff?\.|\+|(?:and|through|thru|to)[ ](?:the[ ])?(?:following|end|last|onwards?)\b|onwards?\b)",
    re.IGNORECASE,
)
_AFTER_WORD = re.compile(
    r"[ ]{0,3}(?:(?:numbers?|nos?\b\.?|#)[ ]{0,2})?[:.]?[ \n]{0,3}", re.ASCII | re.IGNORECASE
)
# the "/" of N1-412-95-7/4, the " / " of N1-49-91-2 / 2/5/d/2
_SLASH = re.compile(r"[ ]?/[ ]?(?=[0-9A-Za-z(|!])", re.ASCII)
# the -C of N1-085-96-01-C
_HYPHEN_LETTER = re.compile(r"-(?P<letter>[A-Za-z])(?![0-9A-Za-z])", re.ASCII)
# the " 1b(2)" of N1-567-09-6 1b(2), the ", 1a" of N1-567-09-6, 1a
# the " 1 b (2)" of N1-567-09-6 1 b (2), the " 1505-03/b" of N1-49-90-1 1505-03/b, the ", 13-052.110" of N1-15-91-6, 13-052.110
_APART = re.compile(
    r"(?:[ ]|,[ ])(?=[0-9]{1,3}(?:[A-Za-z(]|[ ][A-Za-z][ ]?\()|[0-9]{3,4}-[0-9]{2}[a-z/(]|[0-9]{1,4}-[0-9]{1,4}\.[0-9]{2,4})",
    re.ASCII,
)
# the ", 3" of N1-434-93-12, 3 where the cell or the list ends there: a figure in a sentence counts something;
# the " #" of N1-434-93-12 #3, 6/95; the ", 700-03" of NC1-57-84-7, 700-03 there: the number of a telephone goes on
_FIGURE_APART = re.compile(
    r"(?:,[ ]?#?|[ ]#|:)[ ]?(?=[1-9][0-9]?[ ]{0,2}(?:[;)\]\n]|[.,](?![0-9])|(?:,[ ]?|[ ]?&[ ]?|[ ]and[ ])[0-9]|$))"
    r"|,?[ ]#[ ]?(?=[1-9][0-9]?[a-z]?(?![0-9A-Za-z]))"
    r"|[ ]-[ ](?=[1-9][0-9]?[a-z]?[ ]{0,2}(?:[;)\]\n]|[.,](?![0-9])|$))"
    r"|,[ ](?=[1-9][0-9]{2,3}-[0-9]{2}[ ]{0,2}(?:[;)\]\n]|[.,](?![0-9])|$))",
    re.ASCII,
)
# the " (1)" of N1-563-04-2 (1), also on a line of its own
_BRACKET_APART = re.compile(r"(?:[ ]|\n[ ]?)(?=\([0-9a-zA-Z]{1,2}\))", re.ASCII)
# nothing is enumerated by a bracket behind which the cell, the line or the list goes no further
_CLOSES = re.compile(r"[ ]{0,2}(?:[,;.\n]|$)")
# the "/020" of GRS 3.1/020, the "/0008" of DAA-0361-2020-0001/0008
_SLASH_NUMBER = re.compile(
    r"(?:[ ]?/[ ]?|:(?=0[0-9]{2}\b))(?P<item>[0-9OQDIl|SZB]{1,4})(?![0-9A-Za-z|])", re.ASCII
)
# the " (" of DAA-0048-2015-0003 (-0018 and -0019)
_HYPHENS_APART = re.compile(r"[:,]?[ ]?[(\[]?[ ]?(?=-0[0-9]{3}(?![0-9A-Za-z-]))", re.ASCII)
# the "(5a)" of NC1-567-77-1(5a): no job and letter together make an item, so the item is whole
_ENCLOSED = re.compile(r"\((?P<item>[0-9]{1,3}[A-Za-z](?:\([0-9]{1,2}\))?)\)", re.ASCII)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?![0-9A-Za-z(])", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """The items after a schedule. `alone` is the trust in there being none; `sure` speaks of all of it.

    `trust` is what is left of the trust in the number where something that is glued to it was not read.
    """

    end: int
    parts: tuple[ItemPart, ...] = ()
    sure: bool = True
    alone: float = 0.0
    ambiguous: bool = False
    unread: bool = False
    repairs: tuple[str, ...] = ()
    trust: float = 1.0


def read_tail(plain: str, number: ScheduleReading) -> Tail:
    """The tail of `number`."""
    if number.family.item == "number":
        return _numbered(plain, number)
    if number.family.item == "none" or number.path:
        return _closed(plain, number.end)
    return (
        _worded(plain, number)
        or _slashed(plain, number)
        or _glued(plain, number)
        or _apart(plain, number.end, joined_by_hyphens=number.family.joiner == "-")
    )


def _closed(plain: str, end: int) -> Tail:
    """No items can follow: what is glued to the number makes it doubtful."""
    following = plain[end : end + 2]
    glued = following[:1].isalnum() or (following[:1] in {"-", "/", "."} and following[1:2].isalnum())
    return Tail(end=end, sure=not glued, trust=_trust(glued=glued))


def _trust(*, glued: bool) -> float:
    return confusions().item["glued_unread"] if glued else 1.0


def _worded(plain: str, number: ScheduleReading) -> Tail | None:
    within = _WITHIN.match(plain, number.end)
    intro = _ITEM_INTRO.match(plain, within.end() if within else number.end)
    if intro is None:
        return None
    items = read_items(plain, intro)
    between = intro["between"]
    if not items.parts:
        return Tail(end=number.end, sure=False, unread=True) if items.unread else None
    # On a line of its own, or after a semicolon, "Item 3" may begin something else.
    loose = ";" in between or ("\n" in between and "," not in between)
    parts = items.parts
    if within and within["division"]:
        # Whether the numbers begin anew in each part, the corpus shows.
        division = within["which"].lower()
        parts = tuple(
            replace(
                each, sure=False, readings=(*each.readings, *(_below(one, division) for one in each.readings))
            )
            for each in parts
        )
    named_all = _AND_MORE.match(plain, items.end) is None
    return Tail(
        end=items.end,
        parts=parts,
        sure=not loose
        and named_all
        and not items.repairs
        and not _is_decimal_item(plain, number, items.parts[0]),
        alone=confusions().item["no_item"] if loose else 0.0,
        repairs=items.repairs,
    )


def _below(reading: PathReading, division: str) -> PathReading:
    return replace(reading, path=(division, *reading.path))


def _slashed(plain: str, number: ScheduleReading) -> Tail | None:
    slash = _SLASH.match(plain, number.end)
    if slash is None or NUMBER_AHEAD.match(plain, slash.end()):
        return None
    designator = read_designator(plain, slash.end())
    if designator is None:
        return Tail(end=number.end, sure=False)
    # 4 digits after a slash are rather a year or a serial number than an item.
    long = len(designator.written) == 4 and designator.written.isdigit()
    part = _part(designator)
    parts, end = read_further(plain, designator, part)
    if number.family.joiner == " ":
        # In GRS 2/22a and 2/22b the second number names its schedule again.
        own = [each for each in parts if each is part or "/" not in plain[each.start : each.end]]
        parts, end = (parts, end) if len(own) == len(parts) else ([part], designator.end)
    return Tail(
        end=end,
        parts=tuple(parts),
        sure=not long and designator.begins != "bracket" and not _is_decimal_item(plain, number, part),
        alone=confusions().item["no_item"] if long else 0.0,
    )


def _is_decimal_item(plain: str, number: ScheduleReading, part: ItemPart) -> bool:
    """GRS 5 item 020: the old schedules have no such items, so the number may be a decimal one cut short."""
    written = plain[part.start : part.end]
    return number.family.joiner == " " and len(written) == 3 and written.isdigit()


def _glued(plain: str, number: ScheduleReading) -> Tail | None:
    weights = confusions().item
    at = number.end
    following = plain[at : at + 1]
    if following.isalnum() or following == "(":
        designator = read_designator(plain, at)
        enclosed = _ENCLOSED.match(plain, at)
        if enclosed is not None:
            inner = read_designator(enclosed["item"], 0)
            if inner is not None and inner.end == len(enclosed["item"]):
                start = enclosed.start("item")
                part = replace(_part(inner), start=start, end=start + inner.end)
                return Tail(end=enclosed.end(), parts=(part,), sure=inner.sure)
        if designator is None or designator.begins == "number" or _is_year(designator):
            glued = following.isalnum()
            return Tail(end=at, sure=not glued, trust=_trust(glued=glued))
        # In NC1-361-84-3B item 12 the B is no item of its own, but a digit of the job.
        named = _ITEM_INTRO.match(plain, designator.end) is not None
        trust = weights["glued_before_item"] if named else 1.0
        part = ItemPart(
            start=designator.start,
            end=designator.end,
            readings=tuple(
                replace(each, weight=each.weight * trust) for each in _glued_readings(number, designator)
            ),
            sure=False,
        )
        # GRS 23(7): there is no job whose number could be the item's.
        ambiguous = number.family.joiner == "-" and not named and not _is_job_with_bracket(number, designator)
        return Tail(end=designator.end, parts=(part,), sure=False, ambiguous=ambiguous)
    letter = _HYPHEN_LETTER.match(plain, at)
    if letter is not None:
        part = ItemPart(
            start=letter.start("letter"),
            end=letter.end(),
            readings=(PathReading(path=(letter["letter"].lower(),)),),
            sure=True,
        )
        return Tail(end=letter.end(), parts=(part,), sure=letter["letter"] not in "lIO")
    if following in {"-", "."} and plain[at + 1 : at + 2].isalnum():
        designator = read_designator(plain, at + 1)
        if designator is None:
            return Tail(end=at, sure=following == "." and plain[at + 1].isalpha())
        weight = weights["glued_hyphen" if following == "-" else "glued_dot"]
        return Tail(
            end=designator.end, parts=(_part(designator, weight),), sure=False, alone=weights["no_item"]
        )
    return None


def _glued_readings(number: ScheduleReading, designator: Designator) -> Iterator[PathReading]:
    """N1-563-04-1a: job 1 item a, or job 1 item 1a."""
    weights = confusions().item
    with_job = weights["bracketed_with_job" if _is_job_with_bracket(number, designator) else "glued_with_job"]
    for reading in designator.readings:
        yield replace(reading, weight=reading.weight * weights["glued_to_job"])
    for reading in designator.readings if number.family.joiner == "-" else ():
        path = (number.last, *reading.path)
        yield replace(reading, path=path, weight=reading.weight * with_job)


def _is_job_with_bracket(number: ScheduleReading, designator: Designator) -> bool:
    """Whether a bracket of digits is an item and hardly a part of one that the job's last number names, too.

    So in NN-167-12(4), as jobs of the years before record groups were cited, and where a schedule of more than nine
    items would be needed; of N1-563-04-2(1) and N1-563-04-1(a) nobody can tell.
    """
    if designator.begins != "bracket" or not designator.readings[0].path[0].isdigit():
        return False
    return number.family.slots[0].name == "year" or len(number.last) > 1


def _is_year(designator: Designator) -> bool:
    return designator.written.startswith(("(19", "(20")) and len(designator.written) == 6


def _apart(plain: str, end: int, *, joined_by_hyphens: bool) -> Tail:
    weights = confusions().item
    apart = _APART.match(plain, end)
    if apart is not None and not NUMBER_AHEAD.match(plain, apart.end()):
        designator = read_designator(plain, apart.end())
        parted = levels_apart(plain, designator) if designator else None
        if parted:
            designator = replace(parted[0], readings=parted[1])
        several = designator is not None and len(designator.readings[0].path) > 1
        if designator is not None and (
            designator.begins == "code" or (designator.begins == "number" and several)
        ):
            weight = weights["after_space"]
            return Tail(
                end=designator.end, parts=(_part(designator, weight),), sure=False, alone=weights["no_item"]
            )
    if joined_by_hyphens and (without := without_word(plain, end)):
        return Tail(end=without.end, parts=without.parts, sure=without.sure)
    figure = _FIGURE_APART.match(plain, end)
    if figure is not None and YEARS.match(plain, figure.end()):
        figure = None
    designator = read_designator(plain, figure.end()) if figure is not None and joined_by_hyphens else None
    if designator is not None:
        parts, last = read_further(plain, designator, _part(designator, weights["after_space"]))
        return Tail(end=last, parts=tuple(parts), sure=False, alone=weights["no_item"])
    bracket = _BRACKET_APART.match(plain, end)
    designator = read_designator(plain, bracket.end()) if bracket is not None else None
    if designator is not None:
        item, alone = weights["no_item"], weights["after_space"]
        if _CLOSES.match(plain, designator.end):
            item, alone = alone, item
        return Tail(end=end, parts=(_part(designator, item),), sure=False, alone=alone)
    return Tail(end=end)


def _part(designator: Designator, weight: float = 1.0) -> ItemPart:
    return ItemPart(
        start=designator.start,
        end=designator.end,
        readings=tuple(replace(reading, weight=reading.weight * weight) for reading in designator.readings),
        sure=designator.sure and weight == 1.0,
    )


def _numbered(plain: str, number: ScheduleReading) -> Tail:
    """The items of a DAA schedule or of a decimal General Records Schedule."""
    width = number.family.item_widths[0]
    if number.path:
        start = number.end - len(number.path[0])
        parts, end = read_more(plain, number.path[0], start, number.end)
        closed = _closed(plain, number.end)
        return Tail(end=end, parts=tuple(parts), sure=closed.sure or bool(parts))
    intro = _ITEM_INTRO.match(plain, number.end)
    if intro is not None:
        after = _AFTER_WORD.match(plain, intro.end())
        start = after.end() if after is not None else intro.end()
        parts, end = read_numbered(plain, start, width)
        repairs = () if intro["initial"] in "iI" else (f"{intro['initial']}→I",)
        between = intro["between"]
        loose = ";" in between or ("\n" in between and "," not in between)
        if parts:
            parts = _unstepped(parts, number)
            weights = confusions().item
            short = any(len(re.sub(r"[- ]", "", plain[part.start : part.end])) < width for part in parts)
            return Tail(
                end=end,
                parts=tuple(parts),
                sure=not loose and not repairs,
                alone=weights["no_item"] if loose else weights["era_unread"] if short else 0.0,
                repairs=repairs,
            )
        # An outline number (1.1) of a DAA schedule does not tell which authority number it has.
        named = start < len(plain) and plain[start].isdigit()
        return Tail(end=number.end, sure=not named, unread=named)
    hyphens = _HYPHENS_APART.match(plain, number.end)
    if hyphens is not None:
        parts, end = read_numbered(plain, hyphens.end(), width)
        if parts:
            return Tail(end=end, parts=tuple(_unstepped(parts, number)))
    slash = _SLASH_NUMBER.match(plain, number.end)
    if slash is not None:
        parts, end = read_numbered(plain, slash.start("item"), width)
        if parts:
            first = parts[0]
            digits = first.readings[0].path[0]
            more, last = read_more(plain, digits, first.start, first.end)
            whole = len(parts) == 1 or all(plain[part.start] in "0O" for part in parts)
            if more or not whole:
                parts, end = more or [first], max(last, first.end)
            parts = _unstepped(parts, number)
            return Tail(end=end, parts=tuple(parts))
    return _closed(plain, number.end)


def _unstepped(parts: list[ItemPart], number: ScheduleReading) -> list[ItemPart]:
    """Which items lie between GRS 5.2/010 and /030 cannot be counted, so that such a range is never sure."""
    if not number.family.decimal or not any(part.between for part in parts):
        return parts
    return [replace(part, sure=False) for part in parts]

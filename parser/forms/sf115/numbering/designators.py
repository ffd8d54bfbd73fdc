"""Item designators as an outline prints them: `1.`, `A.`, `(1)`, `a.`, `1A(2)`, `1.a.(1)`, `Item 3c(2)`.

A letter may be a Roman numeral, and a letter that OCR wrote may be a digit: a token keeps every way to
count it, and the outline decides by succession.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from schedgraph.parser.remembered import remembered

Scale = Literal["digit", "upper", "lower", "UPPER-ROMAN", "lower-roman", "decimal", "code"]
Closure = Literal["()", ")", ".", ""]
Strength = Literal["cell", "punctuated", "bare"]

# Item 3c(2)   ITEM NO. 4
_WORD = re.compile(r"items?(?![A-Za-z])[ ]?(?:(?:no|number|#)\b)?[ .:#]{0,3}(?=[0-9A-Za-z(])", re.IGNORECASE)
# (2)   ( l )   {a)   (iv)
_BRACKETED = re.compile(r"[({][ ]?(?P<token>[0-9]{1,3}|[0-9lIO|]{1,3}|[A-Za-z]{1,5})[ ]?[)}]", re.ASCII)
# 12   1O   l0
_DIGITS = re.compile(r"[0-9][0-9]{0,3}(?![0-9])|[0-9][OIl](?=[.)])|[lI][0-9O](?=[.)])", re.ASCII)
# a   iv   bb
_LETTERS = re.compile(
    r"(?:[IVX]{1,5}|[ivx]{1,5}|aa|bb|cc|dd|ee|ff|AA|BB|CC|DD|EE|FF|[A-Za-z])(?![A-Za-z])", re.ASCII
)
# the II of IIA and the IV of IVb, in a cell of their own
_ROMAN_BEFORE_LETTER = re.compile(r"[IVX]{1,4}(?=(?:[A-H]|[a-h])(?![A-Za-z]))", re.ASCII)
# 1.1   2.1.3
_DECIMAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,3}(?![0-9])", re.ASCII)
# the " (2)" of "2c (2)", all that is left of a cell: a typewriter's bracket stands apart from the letter before it
_REST_OF_CELL = re.compile(r"(?:[ ]{1,2}[({][ ]?[0-9A-Za-z]{1,4}[ ]?[)}])+[ .]*")
# LND-7.00   1501-16a   2800-P5   13-052.100
_CODE = re.compile(
    r"[A-Z]{2,5}-[0-9]{1,4}(?:\.[0-9]{1,3})?[a-z]?(?![0-9A-Za-z-])"
    r"|[0-9]{4,5}\.[0-9]{1,3}[a-z]?(?![0-9A-Za-z.-])"
    r"|[0-9]{3,5}-[A-Z]?[0-9]{1,3}[a-z]?(?![0-9A-Za-z-])"
    r"|[0-9]{1,4}-[0-9]{1,4}\.[0-9]{1,4}[a-z]?(?![0-9A-Za-z-])",
    re.ASCII,
)

_ROMAN = {
    tens + ones: 10 * (tens == "x") + value
    for tens in ("", "x")
    for value, ones in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), start=1)
}
_AS_DIGIT = str.maketrans("lIO|", "1101")
# B looks like 8 too, but it is the second letter of many lists.
_LETTER_FOR_DIGIT = {"S": "5", "Z": "2"}
# The e of a, b, e, d and the c of a, b, c, d, c
_LOOK_ALIKE = {"c": "e", "e": "c"}
_MOST_LEVELS = 8
# "a    Commercial permits": a letter without punctuation stands apart from what it counts
_GAP_OF_LETTER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One way to count a token: on which scale, as which ordinal, and with which repair."""

    scale: Scale
    ordinal: int
    segment: str
    repair: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One level of a designator. `closure` is the punctuation that belongs to its style."""

    printed: str
    closure: Closure
    counts: tuple[Count, ...]

    @property
    def alike(self) -> Count | None:
        """The letter that scans show as this one, with which it is counted only where the order asks for it."""
        letter = _LOOK_ALIKE.get(self.printed.strip("()").lower())
        if letter is None:
            return None
        own = self.counts[0]
        return Count(
            scale=own.scale, ordinal=ord(letter) - 96, segment=letter, repair=f"{own.segment}→{letter}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Designator:
    """A designator at the start of a text; `end` is where what follows it begins."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    strength: Strength

    @property
    def composed(self) -> bool:
        """Whether it names several levels at once."""
        return len(self.tokens) > 1


def read_designator(text: str, *, cell: bool = False) -> Designator | None:
    """The designator that `text` begins with; in an item number's cell it needs no punctuation."""
    return _in_cell(text) if cell else _in_line(text)


@remembered(most=4096)
def _in_line(text: str) -> Designator | None:
    return _read_designator(text, cell=False)


@remembered(most=4096)
def _in_cell(text: str) -> Designator | None:
    return _read_designator(text, cell=True)


def _read_designator(text: str, *, cell: bool) -> Designator | None:
    start = len(text) - len(text.lstrip(" \t"))
    position = start
    word = _WORD.match(text, position)
    if word:
        position = word.end()
    tokens: list[Token] = []
    while len(tokens) < _MOST_LEVELS:
        read = _token(text, position, bool(tokens), explicit=cell or bool(word))
        if read is None:
            break
        token, following = read
        joint = text[position - 1 : position]
        if tokens and not (_may_follow(tokens[-1], token, joint) or _goes_deeper(tokens, token)):
            return None
        tokens.append(token)
        position = following
        if cell and tokens[-1].closure in ("", "()") and _REST_OF_CELL.fullmatch(text, position):
            position = len(text) - len(text[position:].lstrip())
        if token.counts[0].scale == "code" or text[position : position + 1].isspace():
            break
        if text[position : position + 1] in "-/" and text[position + 1 : position + 2].isalpha():
            position += 1
    if not tokens:
        return None
    following_text = text[position:]
    if following_text and not following_text[0].isspace() and following_text[0] not in ":-–—":
        if tokens[-1].closure in ("", ".") and not following_text[0].isupper():
            return None
        if tokens[-1].closure == "":
            return None
    if cell and following_text.strip(" \t.:;-–—"):
        cell = False
    strength: Strength = "bare"
    if cell or word:
        strength = "cell"
    elif tokens[-1].closure or following_text[:1] == ":":
        strength = "punctuated"
    if strength == "bare" and len(tokens) == 1 and not text[start].isdigit():
        gap = following_text[: len(following_text) - len(following_text.lstrip(" "))]
        if (
            len(tokens[0].printed) > 1
            or len(gap) < _GAP_OF_LETTER
            or not following_text.lstrip()[:1].isupper()
        ):
            return None
    end = position + len(following_text) - len(following_text.lstrip(" \t.:-–—"))
    return Designator(tokens=tuple(tokens), start=start, end=end, strength=strength)


def _token(text: str, position: int, inside: bool, *, explicit: bool) -> tuple[Token, int] | None:
    """The token at `position` with its closing punctuation, and where it ends."""
    bracketed = _BRACKETED.match(text, position)
    if bracketed:
        counts = _counts(bracketed["token"])
        return (
            (Token(printed=f"({bracketed['token']})", closure="()", counts=counts), bracketed.end())
            if counts
            else None
        )
    if not inside:
        code = _CODE.match(text, position) if explicit else None
        if code:
            count = Count(scale="code", ordinal=0, segment=code[0].lower())
            # "Item 1501-01. Streamflow notes": the full stop behind a code ends the number.
            stop = (
                text[code.end() : code.end() + 1] in (".", ")")
                and not text[code.end() + 1 : code.end() + 2].strip()
            )
            return Token(printed=code[0], closure="", counts=(count,)), code.end() + stop
        decimal = _DECIMAL.match(text, position)
        if decimal:
            count = Count(scale="decimal", ordinal=int(decimal[0].split(".")[-1]), segment=decimal[0])
            end = decimal.end() + (text[decimal.end() : decimal.end() + 1] in (".", ")"))
            closing: Closure = "." if end > decimal.end() else ""
            return Token(printed=decimal[0], closure=closing, counts=(count,)), end
    plain = _DIGITS.match(text, position) or _LETTERS.match(text, position)
    if not plain and explicit and not inside:
        plain = _ROMAN_BEFORE_LETTER.match(text, position)
    if not plain:
        return None
    counts = _counts(plain[0])
    if not counts:
        return None
    end = plain.end()
    closure: Closure = ""
    if text[end : end + 1] == ".":
        closure, end = ".", end + 1
    elif text[end : end + 1] == ")":
        closure, end = ")", end + 1
    elif text[end : end + 2] == " ." and not text[end + 2 : end + 3].strip():
        closure, end = ".", end + 2
    return Token(printed=plain[0], closure=closure, counts=counts), end


def _may_follow(before: Token, token: Token, joint: str) -> bool:
    """`1B`, `B(2)`, `1.a.` are designators; `U.S.` and `e.g.` are not."""
    if token.closure == "()" or before.closure == "()":
        return True
    if (
        before.closure == ""
        and joint not in (".", ")")
        and any(count.scale == "UPPER-ROMAN" for count in before.counts)
    ):
        return token.printed.isalpha() and len(token.printed) == 1
    kinds = {before.printed[-1].isdigit(), token.printed[0].isdigit()}
    return len(kinds) == 2


def _goes_deeper(tokens: Sequence[Token], token: Token) -> bool:
    """`1.A.i` and `2.a.ii` go a level down; the U and the S of `1.U.S. Mint` are of one kind."""
    if not tokens[0].printed.isdigit() or not token.printed.islower():
        return False
    before = {count.scale for count in tokens[-1].counts}
    roman = next((count for count in token.counts if count.scale == "lower-roman"), None)
    return tokens[-1].printed.isalpha() and ("upper" in before or (roman is not None and len(tokens) > 1))


def _counts(printed: str) -> tuple[Count, ...]:
    """Every way to count a token, the likeliest first."""
    if printed.isdigit():
        return (Count(scale="digit", ordinal=int(printed), segment=str(int(printed))),)
    if any(character.isdigit() for character in printed) or "|" in printed:
        digits = printed.translate(_AS_DIGIT)
        if not digits.isdigit():
            return ()
        return (
            Count(scale="digit", ordinal=int(digits), segment=str(int(digits)), repair=f"{printed}→{digits}"),
        )
    counts: list[Count] = []
    lowered = printed.lower()
    upper = printed.isupper()
    if len(printed) == 1:
        counts.append(Count(scale="upper" if upper else "lower", ordinal=ord(lowered) - 96, segment=lowered))
    elif len(set(lowered)) == 1 and lowered[0] not in "ivx" and len(printed) == 2:
        counts.append(
            Count(scale="upper" if upper else "lower", ordinal=ord(lowered[0]) - 70, segment=lowered)
        )
    if lowered in _ROMAN and (upper or printed.islower()):
        counts.append(
            Count(scale="UPPER-ROMAN" if upper else "lower-roman", ordinal=_ROMAN[lowered], segment=lowered)
        )
    if set(printed) <= set("lI"):
        digits = "1" * len(printed)
        counts.append(Count(scale="digit", ordinal=int(digits), segment=digits, repair=f"{printed}→{digits}"))
    if printed in _LETTER_FOR_DIGIT:
        digits = _LETTER_FOR_DIGIT[printed]
        counts.append(Count(scale="digit", ordinal=int(digits), segment=digits, repair=f"{printed}→{digits}"))
    return tuple(counts)

"""Letters that a scan confuses, made one, so that a damaged label and a sound one compare equal."""

from dataclasses import dataclass

from schedgraph.parser.remembered import remembered

_CONFUSED = str.maketrans("1lj05$8", "iiiossb")
_CYRILLIC = str.maketrans("авекмнорстухіј", "abekmhopctyxij")
_PAIRS = {"rn": "m", "vv": "w"}
_SECONDS = frozenset(pair[1] for pair in _PAIRS)


@dataclass(frozen=True, slots=True)
class Folded:
    """The letters and digits of a text, look-alikes made one, and where each begins and ends in it.

    `words` are those among them that begin a word.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: frozenset[int]


NOTHING = Folded("", (), (), frozenset())


@remembered(most=8192)
def fold(text: str) -> str:
    """The letters and digits of `text` with look-alikes made one, so that damaged twins compare equal."""
    signs = text.translate(_SIGNS)
    for pair, letter in _PAIRS.items():
        signs = signs.replace(pair, letter)
    return signs.replace(" ", "")


def folded_text(text: str) -> Folded:
    """The folded form of a text with its places, which is dearer than `fold`."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    words: list[int] = []
    before = " "
    for index, character in enumerate(text):
        letter = _ASCII[character] if character in _ASCII else _letter(character)
        if not letter:
            before = character
            continue
        if letter in _SECONDS and letters and ends[-1] == index:
            pair = _PAIRS.get(letters[-1] + letter)
            if pair:
                letters[-1], ends[-1] = pair, index + 1
                before = character
                continue
        if not before.isalnum():
            words.append(len(letters))
        before = character
        letters.append(letter)
        starts.append(index)
        ends.append(index + 1)
    return Folded("".join(letters), tuple(starts), tuple(ends), frozenset(words))


def _letter(character: str) -> str:
    """What a character is folded to; nothing where it is no letter or digit."""
    if not character.isalnum() and character != "$":
        return ""
    return character.casefold()[:1].translate(_CYRILLIC).translate(_CONFUSED)


_ASCII = {character: _letter(character) for character in map(chr, range(128))}


class _Signs(dict[int, str]):
    """What characters are folded to, a blank what is no letter or digit: what it parts is no pair."""

    def __missing__(self, character: int) -> str:
        return _letter(chr(character)) or " "


_SIGNS = _Signs({ord(character): letter or " " for character, letter in _ASCII.items()})


def plain(text: str) -> str:
    """The letters and digits of `text` in lower case, none made another."""
    return "".join(character for character in text.casefold() if character.isalnum())

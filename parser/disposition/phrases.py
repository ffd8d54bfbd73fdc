"""Phrases of schedules, kept as data and found with spaCy: a sentence goes in, labelled stretches come out.

A pattern file (TOML) holds `[[pattern]]` tables with a `label`, a `sample` (a line of a real schedule that
the tests look the label up in) and `match`, a list of patterns. A pattern is a row of words:

    word        this word, in any case         a|b     one of these words
    ~word       one letter added, lost or      <set>   a word of a set: a list under `[sets]`, or, where
                changed (what OCR does)                it is a string, whatever that expression matches
    ~word!other      but not this one
    word?       it may be missing              *       any one word

The table `[words]` holds plain lists of words, parted by spaces, for the code that puts the phrases together.

spaCy is imported when the first sentence is looked at, not before.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab

MOST_WORDS = 400
"""No instruction and no citation is longer; what follows in a runaway sentence is not looked at."""

_SENTENCE = 60
"""Words; what is said of a longer sentence is not remembered."""
_LONGEST_WORD = 60
"""Characters; what is said of a longer word is not remembered."""

# "30years" and "Destroy25 years" are two words that a scan wrote as one. The dots that lead to a period across the
# column are no words: "Destroy after test .......... 10 years"
_UNIT = r"(?:years?|yrs?|months?|mos?|weeks?|days?)\b"
_WORD = re.compile(
    rf"[0-9]{{1,3}}(?={_UNIT})|[a-z]{{4,12}}(?=[0-9]{{1,3}}\s{_UNIT})|\w[\w~|]*|[^\w\s.]|(?<!\.)\.(?!\.)",
    re.IGNORECASE,
)
_LOOKS_LIKE = str.maketrans("01|i583", "olllsbe")
# The "Perrnanent" of a scan
_ALIKE_TOGETHER = re.compile(r"rn|vv")


class Word(NamedTuple):
    """One word or sign. `text` is in lower case and repaired; `start` and `end` say where it is written."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words `start` to `end` are a phrase of the kind `label`."""

    label: str
    start: int
    end: int


# Compared by identity: one a file.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Phrases:
    """The compiled patterns of one file, and the words that a damaged word may be repaired to.

    `alone` has each word of a pattern as a pattern by itself: words of which it says the same are one to the
    patterns, and `alike` gives one of them for all.
    """

    matcher: "Matcher"
    vocabulary: "Vocab"
    alone: "Matcher"
    alike: dict[frozenset[int], str]
    look_alikes: dict[str, str]
    damaged: dict[str, str]

    def words(self, text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
        """The words between offsets `start` and `end` of `text`, up to `MOST_WORDS` of them."""
        matches = islice(_WORD.finditer(text, start, len(text) if end is None else end), MOST_WORDS)
        return tuple(Word(self._repaired(match[0].lower()), match.start(), match.end()) for match in matches)

    def marks(self, words: tuple[Word, ...]) -> tuple[Mark, ...]:
        """The phrases among `words` in reading order: of those with one label, the longest."""
        texts = tuple(
            _like(self, word.text) if len(word.text) <= _LONGEST_WORD else word.text for word in words
        )
        return (_marks_of_sentence if len(texts) <= _SENTENCE else _marks)(self, texts)

    def _repaired(self, word: str) -> str:
        if word in self.damaged:
            return self.damaged[word]
        if len(word) < 4 or word.isdigit() or (word.isalpha() and not _ALIKE_TOGETHER.search(word)):
            return word
        return self.look_alikes.get(look_of(word), word)


def _word_alike(phrases: Phrases, word: str) -> str:
    """A word that the patterns take for this one: "destroy 3 years" and "destroy 7 years" are looked at once."""
    from spacy.tokens import Doc

    with phrases.vocabulary.memory_zone():
        met = frozenset(found for found, _, _ in phrases.alone(Doc(phrases.vocabulary, words=[word])))
    return phrases.alike.setdefault(met, word)


_like = lru_cache(maxsize=8192)(_word_alike)


def _marks(phrases: Phrases, words: tuple[str, ...]) -> tuple[Mark, ...]:
    from spacy.tokens import Doc

    if not words:
        return ()
    with phrases.vocabulary.memory_zone():
        document = Doc(phrases.vocabulary, words=list(words))
        strings = phrases.vocabulary.strings
        found = {(strings[label], start, end) for label, start, end in phrases.matcher(document)}
    return tuple(
        Mark(label=label, start=start, end=end)
        for label, start, end in sorted(found, key=lambda mark: (mark[1], -mark[2], mark[0]))
    )


# "Destroy when no longer needed": the same few sentences stand in many items.
_marks_of_sentence = lru_cache(maxsize=2048)(_marks)


@cache
def load_words(package: str, name: str) -> dict[str, frozenset[str]]:
    """The word lists of file `name` in `package`, its table `[words]`; no spaCy is needed for them."""
    data = tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    return {key: frozenset(words.split()) for key, words in data["words"].items()}


@cache
def load_phrases(package: str, name: str) -> Phrases:
    """The patterns of file `name` in `package`."""
    from spacy.attrs import LOWER
    from spacy.matcher import Matcher
    from spacy.vocab import Vocab

    data = tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
    # Of a word the patterns ask its letters in lower case; a language would work out twenty more things of each.
    vocabulary = Vocab(lex_attr_getters={LOWER: str.lower})
    matcher = Matcher(vocabulary, validate=False)
    rows: dict[str, list[list[dict[str, Any]]]] = {}
    for pattern in data["pattern"]:
        rows.setdefault(pattern["label"], []).extend(
            [_token(word, data["sets"]) for word in row.split()] for row in pattern["match"]
        )
    for label, patterns in rows.items():
        matcher.add(label, patterns, greedy="LONGEST")
    alone = Matcher(vocabulary, validate=False)
    asked = [
        token["LOWER"] for patterns in rows.values() for row in patterns for token in row if "LOWER" in token
    ]
    for number, lower in enumerate({repr(lower): lower for lower in asked}.values()):
        alone.add(str(number), [[{"LOWER": lower}]])
    literal = {
        word
        for pattern in data["pattern"]
        for row in pattern["match"]
        for word in re.findall(r"[a-z]{4,}", re.sub(r"<[a-z]+>", "", row))
    } | {word for members in data["sets"].values() if isinstance(members, list) for word in members}
    return Phrases(
        matcher=matcher,
        vocabulary=vocabulary,
        alone=alone,
        alike={},
        look_alikes={look_of(word): word for word in sorted(literal)},
        damaged=data.get("damaged", {}),
    )


def look_of(word: str) -> str:
    """What a word in lower case looks like on a bad scan: 1, l and i are one sign, and so are 0 and o, rn and m."""
    return word.replace("rn", "m").replace("vv", "w").translate(_LOOKS_LIKE)


def _token(word: str, sets: dict[str, list[str] | str]) -> dict[str, Any]:
    """One word of a pattern in spaCy's notation."""
    token: dict[str, Any] = {}
    if word.endswith("?") and word != "?":
        word, token["OP"] = word[:-1], "?"
    if word == "*":
        return token
    if word.startswith("<") and word.endswith(">"):
        members = sets[word[1:-1]]
        token["LOWER"] = {"REGEX": members} if isinstance(members, str) else {"IN": members}
    elif word.startswith("~"):
        like, _, unlike = word[1:].partition("!")
        token["LOWER"] = {"FUZZY1": {"IN": like.split("|")}}
        if unlike:
            token["LOWER"]["NOT_IN"] = unlike.split("|")
    elif "|" in word:
        token["LOWER"] = {"IN": word.split("|")}
    else:
        token["LOWER"] = word
    return token

"""A sentence that holds numbers, as words: each number becomes one sign (§), each date another (¤)."""

from collections.abc import Sequence
from dataclasses import dataclass

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.dates import DateReading
from schedgraph.parser.disposition.phrases import Phrases, Word, load_phrases, load_words

NUMBER, DATE = "§", "¤"
_MOST_WORDS = 2000


def citation_phrases() -> Phrases:
    """What the words around a number say of it."""
    return load_phrases("schedgraph.parser.citation", "phrases.toml")


def citation_words() -> dict[str, frozenset[str]]:
    """The words between numbers and phrases, by what they do."""
    return load_words("schedgraph.parser.citation", "phrases.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingSentence:
    """The words of a sentence; `mentions` and `dates` say what stands behind a sign, by its index.

    `titled` are the words that begin with a capital.
    """

    words: tuple[Word, ...]
    mentions: dict[int, tuple[Mention, ...]]
    dates: dict[int, DateReading]
    titled: frozenset[int]

    def texts(self, start: int, end: int) -> tuple[str, ...]:
        """Words `start` to `end`."""
        return tuple(word.text for word in self.words[max(0, start) : max(0, end)])


def sentence_of(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    dates: Sequence[DateReading],
    phrases: Phrases,
) -> CitingSentence:
    """The sentence between `start` and `end`; mentions whose places overlap share one sign."""
    groups: list[tuple[int, int, tuple[Mention, ...]]] = []
    for mention in sorted(mentions, key=lambda one: (one.start, one.end)):
        if groups and mention.start < groups[-1][1]:
            low, high, group = groups[-1]
            groups[-1] = (low, max(high, mention.end), (*group, mention))
        else:
            groups.append((mention.start, mention.end, (mention,)))
    # Digits of a number may look like a date: where both begin, the number wins.
    signs: list[tuple[int, int, tuple[Mention, ...] | DateReading]] = [*groups]
    signs += [(date.start, date.end, date) for date in dates]
    words: list[Word] = []
    behind: dict[int, tuple[Mention, ...]] = {}
    days: dict[int, DateReading] = {}
    position = start
    for low, high, what in sorted(signs, key=lambda sign: (sign[0], isinstance(sign[2], DateReading))):
        if low < position:
            continue
        words.extend(_plain_words(phrases, text, position, low))
        if isinstance(what, DateReading):
            days[len(words)] = what
            words.append(Word(text=DATE, start=low, end=high))
        else:
            behind[len(words)] = what
            words.append(Word(text=NUMBER, start=low, end=high))
        position = high
    words.extend(_plain_words(phrases, text, position, end))
    words = words[:_MOST_WORDS]
    titled = frozenset(index for index, word in enumerate(words) if text[word.start].isupper())
    return CitingSentence(words=tuple(words), mentions=behind, dates=days, titled=titled)


def _plain_words(phrases: Phrases, text: str, start: int, end: int) -> list[Word]:
    """The words between two signs; a § that the document itself prints ("36 CFR § 1225") is none."""
    return [
        word._replace(text="section") if word.text in (NUMBER, DATE) else word
        for word in phrases.words(text, start, end)
    ]

"""When something is done to records: the retention period and the event that it counts from."""

from dataclasses import dataclass

from schedgraph.parser.disposition.periods import iso_period
from schedgraph.parser.disposition.phrases import Mark, Word, load_words

_PARTS_OF_ONE_PERIOD: tuple[list[str], ...] = ([], [","], ["and"], [",", "and"], ["&"], ["."], [".", ","])


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The period, and the words `start` to `end` that name the event it counts from.

    `first` is the word that the terms begin with.
    """

    first: int = 0
    period: str | None = None
    start: int = 0
    end: int = 0
    from_cutoff: bool = False

    def __bool__(self) -> bool:
        return self.period is not None or self.start < self.end or self.from_cutoff


def disposition_words() -> dict[str, frozenset[str]]:
    """The words between the phrases of an instruction, by what they do."""
    return load_words("schedgraph.parser.disposition", "phrases.toml")


def read_terms(words: tuple[Word, ...], marks: tuple[Mark, ...], low: int, high: int) -> Terms:
    """The first period between words `low` and `high` and its event; without a period the first event.

    Of alternatives ("when superseded or when 5 years old, whichever is sooner") the one with the period is
    taken, for a period and the event of another alternative would read as "5 years after superseded".
    """
    inside = [mark for mark in marks if low <= mark.start and mark.end <= high]
    periods = [mark for mark in inside if mark.label == "period" and _is_retention(words, mark)]
    if not periods:
        return _event(words, inside, low, high)
    group = periods[:1]
    for mark in periods[1:]:
        if [word.text for word in words[group[-1].end : mark.start]] not in _PARTS_OF_ONE_PERIOD:
            break
        group.append(mark)
    first, end, lists = group[0].start, group[-1].end, disposition_words()
    period = iso_period(words, group)
    while end < high and words[end].text in {".", "s", "period", "retention"}:
        end += 1
    following = words[end].text if end < high else ""
    if following in lists["later"]:
        cutoff = any(mark.label == "cutoff" and mark.end <= end for mark in marks)
        return Terms(first=first, period=period, from_cutoff=cutoff)
    if following in lists["counts-from"]:
        start = end + 1
        if following == "of" and start < high and words[start].text == "age":
            return Terms(first=first, period=period)
        return Terms(first=first, period=period, start=start, end=_event_end(words, inside, start, high))
    if following == "subsequent":
        return Terms(first=first, period=period, start=end + 2, end=_event_end(words, inside, end + 2, high))
    before = first - 1
    if before >= low and words[before].text in {"plus", "+"}:
        event = _event(words, inside, low, before)
        return Terms(first=first, period=period, start=event.start if event else low, end=before)
    return Terms(first=first, period=period)


def _is_retention(words: tuple[Word, ...], mark: Mark) -> bool:
    """Whether a period is one of retention: not "in 5 year blocks", "in blocks of 5 years" or "the 5-year review"."""
    lists = disposition_words()
    ahead = [word.text for word in words[max(0, mark.start - 2) : mark.start]]
    if len(ahead) == 2 and ahead[0] in lists["block"] and ahead[1] == "of":
        return False
    following = words[mark.end].text if mark.end < len(words) else ""
    if following in lists["block"]:
        return False
    adjective = any(word.text == "-" for word in words[mark.start : mark.end])
    return not (adjective and following.isalpha() and following not in lists["after-adjective"])


def _event(words: tuple[Word, ...], inside: list[Mark], low: int, high: int) -> Terms:
    start = next((mark.end for mark in inside if mark.label == "event"), None)
    if start is None and low < high and words[low].text in disposition_words()["direct"]:
        start = low + 1
    return (
        Terms()
        if start is None
        else Terms(first=start, start=start, end=_event_end(words, inside, start, high))
    )


def _event_end(words: tuple[Word, ...], inside: list[Mark], start: int, high: int) -> int:
    """Where the event that begins at word `start` ends."""
    end = next((mark.start for mark in inside if mark.label == "stop" and mark.start > start), high)
    while end > start and words[end - 1].text in disposition_words()["event-end"]:
        if words[end - 1].text == ")" and any(word.text == "(" for word in words[start:end]):
            break
        end -= 1
    return end

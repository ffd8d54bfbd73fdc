"""A number that a text names as a citation of it, with the words and the day that stand beside it."""

from datetime import date

from schedgraph.parser.authority.finder import Mention
from schedgraph.parser.dates import DateReading, find_dates
from schedgraph.parser.document import Citation, Relation
from schedgraph.parser.evidence import Evidence, Reading
from schedgraph.parser.passage import Passage


def cited(mention: Mention, relation: Relation, evidence: Evidence) -> Citation:
    """The citation of a number as it was read, with its repairs and other readings."""
    return Citation(
        relation=relation,
        target=mention.id,
        printed=mention.printed,
        evidence=evidence,
        readings=mention.readings,
        repairs=mention.repairs,
        sure=mention.sure,
    )


def words_of(passage: Passage) -> Reading[str]:
    """The words of a passage without the breaks of its lines."""
    return Reading(value=" ".join(passage.text.split()), evidence=passage.evidence())


def stated_day(passage: Passage) -> Reading[date] | None:
    """The only day that a passage names."""
    found = [each for each in find_dates(passage.text) if each.value]
    return dated(passage, found[0]) if len(found) == 1 else None


def dated(passage: Passage, day: DateReading | None) -> Reading[date] | None:
    """A day as it was read in a passage, with its place there; None where there is none or it cannot be read."""
    if day is None or day.value is None:
        return None
    evidence = passage.evidence(day.start, day.end, day.confidence)
    return Reading(value=day.value, evidence=evidence, repairs=day.repairs)

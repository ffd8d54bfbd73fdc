"""Reads what a user or a spreadsheet cell gives as a number."""

from collections.abc import Container
from dataclasses import dataclass

from schedgraph.parser.authority.finder import Mention, find_numbers
from schedgraph.parser.authority.number import parse_identifier
from schedgraph.parser.ranked import RankedTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenNumber:
    """One number in `written`, the whole text as given. `id` is None where no reading stands out.

    `unread` is what stands beside the only number and has figures that belong to no number.
    """

    written: str
    printed: str
    id: str | None
    family: str | None
    sure: bool
    repairs: tuple[str, ...]
    readings: tuple[RankedTarget, ...]
    unread: str = ""


def read_numbers(written: str, *, known: Container[str] = ()) -> tuple[WrittenNumber, ...]:
    """Every number in `written`; where there is none, one result without an identifier."""
    canonical = parse_identifier(written.strip())
    if canonical is not None and (canonical.id in known or _reads_as_written(canonical.schedule)):
        return (
            WrittenNumber(
                written=written,
                printed=written.strip(),
                id=canonical.id,
                family=canonical.family,
                sure=True,
                repairs=(),
                readings=(RankedTarget(target=canonical.id, confidence=1.0),),
            ),
        )
    mentions = find_numbers(written, known=known)
    if not mentions:
        return (
            WrittenNumber(
                written=written, printed=written, id=None, family=None, sure=False, repairs=(), readings=()
            ),
        )
    return tuple(
        WrittenNumber(
            written=written,
            printed=mention.printed,
            id=mention.id,
            family=mention.family,
            sure=mention.sure,
            repairs=mention.repairs,
            readings=mention.readings,
            unread=_beside(written, mention) if len(mentions) == 1 else "",
        )
        for mention in mentions
    )


def _beside(written: str, mention: Mention) -> str:
    """What stands before or behind a number, where it has figures."""
    sides = (written[: mention.start], written[mention.end :])
    return " … ".join(side.strip(" ,;:()") for side in sides if any(map(str.isdigit, side)))


def _reads_as_written(schedule: str) -> bool:
    """Whether nothing speaks against a canonical schedule number; its path is then what the user means."""
    return all(mention.sure for mention in find_numbers(schedule))

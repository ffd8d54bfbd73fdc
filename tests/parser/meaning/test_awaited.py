"""A supersession that waits for the approval of another schedule is none of the schedule that tells of it."""

from collections.abc import Callable

import pytest

from schedgraph.parser.citation import read_citations
from schedgraph.parser.passage import Passage

OLD, OWN, OTHER = "N1-434-98-017/3", "DAA-0434-2020-0001", "DAA-0434-2021-0005"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (f"N1-434-98-17, item 3, will be superseded when {OTHER} is approved.", "cites"),
        (f"N1-434-98-17, item 3, is superseded upon approval of {OTHER}.", "cites"),
        (f"The records (N1-434-98-17, item 3) will be superseded on approval of {OTHER}.", "cites"),
        (f"N1-434-98-17, item 3, will be superseded pending approval of {OTHER}.", "cites"),
        ("N1-434-98-17, item 3, will be superseded in 2022 by a schedule under review.", "cites"),
        ("N1-434-98-17, item 3, will be superseded at a later date.", "cites"),
        (
            "Will supersede N1-434-98-17, item 3, if the conversion to film is approved under a separate request.",
            "cites",
        ),
        ("This item will supersede N1-434-98-17, item 3, if this schedule is approved.", "supersedes"),
        ("This item will supersede N1-434-98-17, item 3, if approved by the Archivist.", "supersedes"),
        ('Quoted for comparison from N1-433-99-2: "Dust samples. Supersedes N1-434-98-17, item 3."', "cites"),
        ("N1-434-98-17, item 3, is superseded in its entirety by this schedule.", "supersedes"),
        ("N1-434-98-17, item 3, is superseded for records created by the Bureau since 1990.", "supersedes"),
        ("N1-434-98-17, item 3, is hereby superseded and replaced by the following.", "supersedes"),
        ("N1-434-98-17, item 3, is superseded in part by the present schedule.", "supersedes"),
        (f"Once {OTHER} is approved, it will supersede N1-434-98-17, item 3.", "cites"),
        (f"N1-434-98-17, item 3, will be superseded when {OWN} is approved.", "supersedes"),
        ("N1-434-98-17, item 3, will be superseded when this schedule is approved.", "supersedes"),
        (
            f"This schedule supersedes N1-434-98-17, item 3, and will itself be superseded when {OTHER} is approved.",
            "supersedes",
        ),
    ],
)
def test_what_waits_for_another_schedule_is_only_cited(
    passage: Callable[[str], Passage], text: str, relation: str
) -> None:
    said = {each.target: each.relation for each in read_citations(passage(text), own=[OWN])}
    assert said[OLD] == relation

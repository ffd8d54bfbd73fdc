"""What a schedule keeps under an authority that it replaces: then only the rest of it is replaced."""

import pytest

from schedgraph.parser.forms.keptunder import kept_under


@pytest.mark.parametrize(
    "text",
    [
        "Paper originals that were never entered in the system stay under N1-AFU-90-3, item 2a.",
        "The new period is for 2017; blotters cut off before that date remain under N1-AFU-90-3, item 2a.",
        "Appeals filed earlier are still disposed of under N1-AFU-90-3 / 2a; this item is not retroactive.",
        "Paper logbooks continue to be disposed of in accordance with N1-AFU-90-3, item 2a.",
        "Carbon copies of logs made before 1990 stay with the older authority, N1-AFU-90-3, item 2a.",
        "Copies on hand remain under the old authority (N1-AFU-90-3, item 2a).",
        "The cards are left under the old authority N1-AFU-90-3, item 2a.",
    ],
)
def test_records_that_stay_under_the_older_authority(text: str) -> None:
    assert list(kept_under(text)) == ["N1-AFU-90-003/2/a"]


@pytest.mark.parametrize(
    "text",
    [
        "The records no longer remain under N1-AFU-90-3, item 2a.",
        "They do not stay under N1-AFU-90-3, item 2a.",
        "Until the Archivist approves it the cards remain under N1-AFU-90-3, item 2a.",
        "The records were scheduled under N1-AFU-90-3, item 2a.",
    ],
)
def test_what_keeps_nothing_back(text: str) -> None:
    assert list(kept_under(text)) == []

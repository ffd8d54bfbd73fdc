"""What was read otherwise than it is printed, line by line, for those who mend a reader."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.accuracy import citing, comparing, striking


def of(path: Path, truth: dict[str, Any], found: dict[str, Any] | None) -> Iterator[str]:
    """A line for each fault of one document: file, what, expected, found."""
    if found is None:
        yield f"{path.name}\tdocument\tread\tnot read"
        return
    for outcome in comparing.compare(truth, found):
        if not outcome.strict:
            yield "\t".join([path.name, outcome.field, _shown(outcome.expected), _shown(outcome.found)])
    for expected, said, kind in striking.by_item(truth, found):
        if expected != said:
            yield f"{path.name}\tstrike by {kind}\t{expected}\t{said}"
    missed, wrong = citing.differences(truth, found)
    for key in sorted(missed, key=str):
        yield f"{path.name}\tcitation missed\t{_shown(key)}\t"
    for key in sorted(wrong, key=str):
        yield f"{path.name}\tcitation wrong\t\t{_shown(key)}"


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:200]

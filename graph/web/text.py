"""JSON as a page gives it."""

import json
from typing import Any

from schedgraph.graph.wording.plain import spelled_json


def json_text(value: Any) -> str:
    """JSON for people and programs: what a terminal would obey is spelled out."""
    return (
        spelled_json(json.dumps(value, ensure_ascii=False, indent=1))
        .encode("utf-8", "backslashreplace")
        .decode()
        + "\n"
    )

"""JSON as a page gives it."""

import json
from typing import Any

from schedgraph.graph.wording.plain import spelled_json


def json_text(value: Any) -> str:
    """JSON on several lines; what a terminal would obey is spelled out."""
    return "".join(
        f"{spelled_json(line)}\n" for line in json.dumps(value, ensure_ascii=False, indent=1).split("\n")
    )

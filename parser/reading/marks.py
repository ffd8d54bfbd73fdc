"""The marks of Markdown and HTML in a text: where each stands and of what kind it is."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

# One alternative a kind of mark; each is bounded or a single class, so the scan is linear. The sign that each
# begins with stands first, so that `re` skips to the next of them.
#   ~~Temporary. Destroy~~   **Disposition:**   <input checked="" type="checkbox"/>   &amp;   \-   a<br>b
_MARK = re.compile(
    r"""
    [~*<&\\\n\r|](?:
      (?<=~)(?P<strike>~+)
    | (?<=\*)(?P<bold>\*)
    | (?<=\*)(?P<emphasis>)
    | (?<=<)/?(?P<tag>[A-Za-z][A-Za-z0-9]{0,9})(?P<attributes>[^<>\n]{0,200})>
    | (?<=&)(?P<entity>(?:\#\d{1,7}|\#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});)
    | (?<=\\)(?P<escaped>[\\`*_{}\[\]()\#+\-.!~|>])
    | (?<=\r)(?P<newline>\n?)
    | (?<=\n)(?P<line_feed>)
    | (?<=\|)(?P<pipe>)
    )""",
    re.VERBOSE,
)

TOGGLING = frozenset({"strike", "bold", "emphasis", "open", "close"})
STRIKE_TAGS = frozenset({"s", "del", "strike"})
BOLD_TAGS = frozenset({"b", "strong"})
CELL_TAGS = frozenset({"td", "th"})
TABLE_TAGS = CELL_TAGS | {"tr", "caption", "thead", "tbody", "tfoot"}
BREAK_TAGS = (
    frozenset({"br", "p", "div", "hr", "tr", "table", "caption", "li", "dl", "dt", "dd", "blockquote", "pre"})
    | frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main"})
    | frozenset({"html", "head", "body", "title"})
)
_SILENT_TAGS = frozenset(
    {"i", "em", "u", "sup", "sub", "ins", "small", "big", "span", "font", "center", "a", "img"}
) | frozenset({"thead", "tbody", "tfoot", "colgroup", "col", "ul", "ol", "label", "form", "meta"})
# <span style="text-decoration: line-through">
_LINE_THROUGH = re.compile(r"line-through", re.IGNORECASE)
_STYLED_TAGS = frozenset({"span", "font"})


class Mark(NamedTuple):
    """A mark: its place, its kind, what it says, and the paragraph in which it stands."""

    start: int
    end: int
    kind: str
    value: str
    paragraph: int


def marks_of(text: str) -> Iterator[Mark]:
    """The marks of `text` in their order."""
    paragraph, blank_since = 0, True
    position = 0
    styled: list[bool] = []
    for match in _MARK.finditer(text):
        kind, (start, end) = match.lastgroup or "", match.span()
        value = text[start:end]
        if kind in ("newline", "line_feed"):
            kind = "newline"
            if not text[position:start].strip():
                paragraph += not blank_since
                blank_since = True
            else:
                blank_since = False
            position = end
        elif kind in ("tag", "attributes"):
            name = match.group("tag").lower()
            kind = "close" if value.startswith("</") else "open"
            if name in _STYLED_TAGS and not value.endswith("/>"):
                name = _styled(name, match.group("attributes") or "", kind, styled)
            if name == "input":
                kind, value = "checkbox", "[x]" if "checked" in match.group("attributes").lower() else "[ ]"
            elif name in STRIKE_TAGS | BOLD_TAGS | CELL_TAGS | BREAK_TAGS | _SILENT_TAGS:
                value = name
            else:
                continue
        elif kind == "entity":
            value = html.unescape(value)
            if value == text[start:end]:
                continue
        elif kind == "escaped":
            value = match.group("escaped")
        yield Mark(start, end, kind, value, paragraph)


def _styled(name: str, attributes: str, kind: str, opened: list[bool]) -> str:
    """The tag that a styled one stands for: `s` where its style strikes the text, up to where it closes."""
    if kind == "open":
        opened.append(bool(_LINE_THROUGH.search(attributes)))
        return "s" if opened[-1] else name
    return "s" if opened and opened.pop() else name

"""Text of a document made safe to print: a terminal obeys some characters, and others turn lines around."""

import json
import re
from typing import Any

_OBEYED = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Control, format (bidirectional overrides, zero width), lone surrogates, private use, line separators."""

_TYPOGRAPHY = str.maketrans(
    {
        "“": '"', "”": '"', "‘": "'", "’": "'", "→": "->", "–": "-", "—": "-", "…": "...", "·": "-",
        "├": "|", "└": "`", "│": "|", "─": "-",
    }
)  # fmt: skip


def plain(text: str) -> str:
    """One line of visible text: white space becomes a space, what a terminal would obey is spelled out.

    >>> plain("a" + chr(27) + "[31m" + chr(0x202E) + "b" + chr(10) + "c")
    'a\\\\x1b[31m\\\\u202eb c'
    """
    spaced = re.sub(r"[ \t\r\n\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+", " ", text)
    return spelled(spaced).strip()


def spelled(text: str) -> str:
    """What a terminal would obey is spelled out; everything else, lines and columns too, stays as it is."""
    if text.isprintable():
        return text
    import unicodedata

    return "".join(_spelled(c) if c not in "\n\t" and unicodedata.category(c) in _OBEYED else c for c in text)


def replaced(text: str) -> str:
    """The same with one sign for each character that would be obeyed, so that columns stay where they are."""
    if text.isprintable():
        return text
    import unicodedata

    return "".join("�" if c not in "\n\t" and unicodedata.category(c) in _OBEYED else c for c in text)


def spelled_json(text: str) -> str:
    """JSON that means the same and that a terminal shows as it is written."""
    if text.isprintable():
        return text
    import unicodedata

    return "".join(json.dumps(c)[1:-1] if unicodedata.category(c) in _OBEYED else c for c in text)


def _spelled(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def quoted(text: str, limit: int = 300) -> str:
    """Words of a document between quotation marks, shortened in the middle where they are many."""
    words = plain(text)
    if len(words) > limit:
        half = limit // 2
        words = f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
    return f"“{words}”"


def shortened(text: str, limit: int) -> str:
    """Visible text of at most `limit` characters."""
    words = plain(text)
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def ascii_typography(text: str) -> str:
    """The same with plain quotation marks, arrows and lines, for a terminal that has no others."""
    return text.translate(_TYPOGRAPHY)


def fitting(text: str, encoding: str | None) -> str:
    """`text` with what an encoding does not have replaced or spelled out."""
    if _has(encoding, text):
        return text
    name = encoding or "ascii"
    return ascii_typography(text).encode(name, "backslashreplace").decode(name)


def json_line(value: Any, encoding: str | None) -> str:
    """A JSON value on one line: UTF-8 where that is the encoding, and else ASCII, which is UTF-8 as well."""
    text = spelled_json(json.dumps(value, ensure_ascii=False))
    unicode = (encoding or "").lower().replace("_", "-") in ("utf-8", "utf8") and _has("utf-8", text)
    return text if unicode else json.dumps(value)


def _has(encoding: str | None, text: str) -> bool:
    try:
        text.encode(encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True

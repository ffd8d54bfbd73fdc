"""Text as OCR and conversion tools write it, into pages of lines of marked runs.

Read are Markdown's `~~struck~~`, `**bold**`, `*emphasis*`, `# headings`, pipe tables, and what is left
of HTML (`<b>`, `<s>`, `<br>`, table cells, entities, checkboxes). Nothing is removed from the text as
read: a run says which stretch of it it stands for.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from schedgraph.parser.evidence import Doubt, Evidence
from schedgraph.parser.page import Line, Page, PageText, Run
from schedgraph.parser.reading.drawn import as_typed
from schedgraph.parser.reading.footnotes import with_footnotes, with_starred_notes
from schedgraph.parser.reading.marks import (
    BOLD_TAGS,
    BREAK_TAGS,
    CELL_TAGS,
    STRIKE_TAGS,
    TABLE_TAGS,
    TOGGLING,
    Mark,
    marks_of,
)
from schedgraph.parser.reading.wikitables import with_wiki_cells

# Four blanks before it make no row of Markdown: it is a table that bars part, its first cell empty.
_PIPE_ROW = re.compile(r"[ \t]{0,3}\|.*\|[ \t]*", re.DOTALL)
_RULER_ROW = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_QUOTED = re.compile(r"[ ]{0,3}>[ ]?")
_LEADING = ("", "#", ">")


def read_markup(text: str) -> tuple[tuple[Page, ...], tuple[Doubt, ...]]:
    """The pages of `text` (a form feed parts them) and what was doubtful about its marks."""
    pages: list[Page] = []
    doubts: list[Doubt] = []
    for number, page_text in enumerate(text.split("\f"), start=1):
        source = PageText(number=number, text=page_text)
        typed = with_wiki_cells(as_typed(page_text))
        marks = list(marks_of(typed))
        live, page_doubts = _live_toggles(source, marks)
        lines = with_footnotes(tuple(_lines(source, typed, marks, live)))
        pages.append(Page(source=source, lines=with_starred_notes(lines)))
        doubts.extend(page_doubts)
    return tuple(pages), tuple(doubts)


def _live_toggles(source: PageText, marks: list[Mark]) -> tuple[dict[int, str], list[Doubt]]:
    """Which marks open or close a strike or bold: mark index → `strike+`, `strike-`, `bold+`, `bold-`.

    Marks pair within their paragraph; a strike that a paragraph leaves open is closed by the next
    paragraph that has one too many. One that nothing closes stays text, and that is told.
    """
    live: dict[int, str] = {}
    doubts: list[Doubt] = []
    toggling = [(index, mark) for index, mark in enumerate(marks) if mark.kind in TOGGLING]
    for kind in ("strike", "bold", "emphasis"):
        open_at: int | None = None
        by_paragraph: dict[int, list[int]] = {}
        for index, mark in toggling:
            if mark.kind == kind and (kind != "strike" or len(mark.value) == 2) and _may_toggle(source, mark):
                by_paragraph.setdefault(mark.paragraph, []).append(index)
        for indexes in by_paragraph.values():
            if kind == "emphasis":
                indexes = _pairs(source, marks, indexes)
            if open_at is not None and len(indexes) % 2 and kind == "strike":
                indexes = [open_at, *indexes]
                open_at = None
            if len(indexes) % 2:
                odd = indexes[-1]
                indexes = indexes[:-1]
                if kind == "strike":
                    if open_at is not None:
                        doubts.append(_unclosed(source, marks[open_at]))
                    open_at = odd
            for first, second in zip(indexes[::2], indexes[1::2], strict=True):
                live[first], live[second] = f"{kind}+", f"{kind}-"
        if open_at is not None:
            doubts.append(_unclosed(source, marks[open_at]))
    for names, kind in ((STRIKE_TAGS, "strike"), (BOLD_TAGS, "bold")):
        opened: list[int] = []
        for index, mark in toggling:
            if mark.kind not in ("open", "close") or mark.value not in names:
                continue
            if mark.kind == "open":
                opened.append(index)
            elif opened:
                live[opened.pop()], live[index] = f"{kind}+", f"{kind}-"
        doubts.extend(_unclosed(source, marks[index]) for index in opened if kind == "strike")
    return live, doubts


def _may_toggle(source: PageText, mark: Mark) -> bool:
    """A single asterisk is emphasis only where it touches a word on one side; else it is a footnote or a bullet."""
    if mark.kind != "emphasis":
        return True
    before = source.text[mark.start - 1 : mark.start]
    after = source.text[mark.end : mark.end + 1]
    return bool(before.strip()) != bool(after.strip()) and bool(before.strip() or after.strip())


def _pairs(source: PageText, marks: Sequence[Mark], indexes: Sequence[int]) -> list[int]:
    """The asterisks that open and close by turns: one behind a word and before a blank, as in "1.*  Files", opens nothing."""
    kept: list[int] = []
    for index in indexes:
        touches = bool(source.text[marks[index].end : marks[index].end + 1].strip())
        if touches == (len(kept) % 2 == 0):
            kept.append(index)
    return kept


def _unclosed(source: PageText, mark: Mark) -> Doubt:
    end = min(len(source.text), mark.end + 60)
    return Doubt(
        code="strike-unclosed",
        message="A strike begins here and nothing closes it; the text was read as not struck.",
        evidence=Evidence(page=source.number, quote=source.text[mark.start : end], start=mark.start, end=end),
    )


def _lines(source: PageText, text: str, marks: list[Mark], live: dict[int, str]) -> Iterator[Line]:
    """The lines of the page; a row of an HTML table is one line, and a `<br>` outside a row ends one."""
    runs: list[Run] = []
    depth = {"strike": 0, "bold": 0, "emphasis": 0}
    position = line_start = 0
    in_html_row, cells_seen, inner_tables, barred = False, 0, 0, "|" in text
    pipe_row = barred and _is_pipe_row(text, 0)

    def add(visible: str, start: int, end: int) -> None:
        if visible:
            runs.append(Run(visible, start, end, depth["bold"] > 0, depth["strike"] > 0))

    for index, mark in enumerate(marks):
        add(text[position : mark.start], position, mark.start)
        position = mark.end
        if index in live:
            kind, sign = live[index][:-1], live[index][-1]
            depth[kind] = max(0, depth[kind] + (1 if sign == "+" else -1))
        elif mark.kind == "newline":
            if in_html_row:
                add(" ", mark.start, mark.end)
                continue
            yield _line(source, text, line_start, mark.start, runs)
            runs, line_start = [], mark.end
            pipe_row = barred and _is_pipe_row(text, mark.end)
        elif mark.kind == "pipe" and pipe_row:
            add("\t", mark.start, mark.end)
        elif mark.kind in ("checkbox", "entity", "escaped"):
            add(mark.value, mark.start, mark.end)
        elif mark.kind in ("open", "close") and mark.value == "table" and in_html_row:
            inner_tables = max(0, inner_tables + (1 if mark.kind == "open" else -1))
            add(" ", mark.start, mark.end)
        elif inner_tables and mark.kind in ("open", "close") and mark.value in TABLE_TAGS:
            # A table within a cell is read as the words of that cell.
            if mark.kind == "open":
                add(", " if mark.value == "tr" else " ", mark.start, mark.end)
        elif mark.kind in ("open", "close") and mark.value in CELL_TAGS:
            if mark.kind == "open":
                if cells_seen:
                    add("\t", mark.start, mark.end)
                cells_seen += 1
        elif mark.kind in ("open", "close") and mark.value in BREAK_TAGS:
            if mark.value == "tr":
                in_html_row, cells_seen = mark.kind == "open", 0
            if in_html_row or pipe_row:
                if mark.value != "tr":
                    add(" ", mark.start, mark.end)
                continue
            yield _line(source, text, line_start, mark.start, runs)
            runs, line_start = [], mark.end
        elif mark.kind in ("open", "close"):
            pass
        else:
            add(text[mark.start : mark.end], mark.start, mark.end)
    add(text[position:], position, len(text))
    if runs or line_start < len(text):
        yield _line(source, text, line_start, len(text), runs)


def _is_pipe_row(text: str, start: int) -> bool:
    if text.find("|", start) < 0:
        return False
    ends = [end for end in (text.find("\n", start), text.find("\r", start)) if end >= 0]
    line = text[start : min(ends, default=len(text))]
    return line.count("|") >= 2 and bool(_PIPE_ROW.fullmatch(line))


def _line(source: PageText, text: str, start: int, end: int, runs: list[Run]) -> Line:
    raw = text[start:end]
    if "|" in raw and _is_pipe_row(raw, 0):
        if _RULER_ROW.fullmatch(raw):
            runs = []
        runs = _without_outer_cells(runs)
    level = 0
    if runs and runs[0].text.lstrip(" ")[:1] in _LEADING:
        visible = "".join(run.text for run in runs)
        if heading := _HEADING.match(visible):
            level = len(heading.group(1))
            runs = _drop(runs, heading.end())
        elif quoted := _QUOTED.match(visible):
            runs = _drop(runs, quoted.end())
    merged = tuple(_merged(runs)) if len(runs) > 1 else tuple(runs)
    return Line(source, start, end, merged, level)


def _without_outer_cells(runs: list[Run]) -> list[Run]:
    """A pipe row begins and ends with a pipe that parts nothing."""
    pipes = [index for index, run in enumerate(runs) if run.text == "\t"]
    written = [index for index, run in enumerate(runs) if run.text.strip()]
    if not pipes:
        return runs
    first, last = pipes[0], pipes[-1]
    # Blanks between two marks part their words; those outside the pipes are nothing.
    inside = range(min([first, *written[:1]]), max([last, *written[-1:]]) + 1)
    return [run for index, run in enumerate(runs) if index in inside and index not in (first, last)]


def _drop(runs: list[Run], count: int) -> list[Run]:
    kept: list[Run] = []
    for run in runs:
        if count >= len(run.text):
            count -= len(run.text)
        elif count:
            kept.append(run._replace(text=run.text[count:], start=run.source_start(count)))
            count = 0
        else:
            kept.append(run)
    return kept


def _merged(runs: list[Run]) -> Iterator[Run]:
    """Neighbours with the same marks and no mark between them, as one run."""
    if not runs:
        return
    current = runs[0]
    for _, following in pairwise(runs):
        if (
            current.end == following.start
            and (current.bold, current.struck) == (following.bold, following.struck)
            and len(current.text) == current.end - current.start
            and len(following.text) == following.end - following.start
        ):
            current = current._replace(text=current.text + following.text, end=following.end)
        else:
            yield current
            current = following
    yield current

"""Strings that do harm where they are not escaped for their place, and a store whose documents are full of them."""

from collections.abc import Iterator
from datetime import date

from schedgraph.parser.document import (
    Annotation,
    Citation,
    Disposition,
    Item,
    Retention,
    Schedule,
    ScheduleDocument,
    SignatoryEvent,
    Source,
)
from schedgraph.parser.evidence import Doubt, Evidence, Reading

SHOUT = "document.title='owned'"

STRINGS: tuple[str, ...] = (
    f"<script>{SHOUT}</script>",
    f"</script><script>{SHOUT}</script>",
    f"<ScRiPt >{SHOUT}</sCrIpT>",
    f"<img src=x onerror={SHOUT}>",
    f'"><img src=x onerror="{SHOUT}">',
    f"'><img src=x onerror='{SHOUT}'>",
    f"<svg onload={SHOUT}>",
    f"<svg><script>{SHOUT}</script></svg>",
    f"</svg><script>{SHOUT}</script>",
    f"</title><script>{SHOUT}</script>",
    f"</desc></svg><img src=x onerror={SHOUT}>",
    f"</textarea><script>{SHOUT}</script>",
    f"</pre><script>{SHOUT}</script>",
    f"</style><script>{SHOUT}</script>",
    f"<iframe src=\"javascript:{SHOUT}\"></iframe>",
    f'<iframe srcdoc="<script>parent.{SHOUT}</script>"></iframe>',
    f"<a href=\"javascript:{SHOUT}\">here</a>",
    f"javascript:{SHOUT}",
    f"JaVaScRiPt:{SHOUT}",
    f"java\tscript:{SHOUT}",
    f"data:text/html,<script>{SHOUT}</script>",
    f"vbscript:{SHOUT}",
    f'" onmouseover="{SHOUT}" x="',
    f"' onfocus='{SHOUT}' autofocus='",
    f'" autofocus onfocus="{SHOUT}',
    f"` onmouseover={SHOUT} `",
    f"<body onload={SHOUT}>",
    f"<details open ontoggle={SHOUT}>",
    f"<marquee onstart={SHOUT}>x</marquee>",
    f"<video><source onerror={SHOUT}></video>",
    f"<input autofocus onfocus={SHOUT}>",
    f"<math><mtext></p><img src=x onerror={SHOUT}>",
    f"<form action=\"javascript:{SHOUT}\"><button>go</button></form>",
    '<base href="http://127.0.0.1:9/">',
    '<meta http-equiv="refresh" content="0;url=javascript:0">',
    '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
    "<style>body{display:none}</style>",
    '<object data="http://127.0.0.1:9/x"></object>',
    '<embed src="http://127.0.0.1:9/x">',
    "<!--><script>document.title='owned'</script>",
    "--><script>document.title='owned'</script><!--",
    "<![CDATA[<script>document.title='owned'</script>]]>",
    "{{ 7 * 7 }}{% raw %}{{ cycler.__init__.__globals__ }}",
    "${document.title='owned'}#{7*7}",
    "&lt;script&gt;document.title='owned'&lt;/script&gt;",
    "&#60;script&#62;document.title='owned'&#60;/script&#62;",
    "%3Cscript%3Edocument.title='owned'%3C/script%3E",
    "\\u003cscript\\u003edocument.title='owned'\\u003c/script\\u003e",
    "\x1b]0;owned\x07\x1b[31mred\x1b[0m",
    "\x9b31mred\x9b0m",
    "\u202egnp.exe\u2066 \u200b\ufeff",
    "one\r\nSet-Cookie: owned=1\r\n\r\n<script>document.title='owned'</script>",
    '=HYPERLINK("http://127.0.0.1:9/","x")',
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    " =1+1",
    '","=1+1","',
    "\ue000<script>document.title='owned'</script>\ue001",
    "../../../../etc/passwd",
    "' OR 1=1; DROP TABLE statement; --",
)  # fmt: skip

OLD = "N1-900-90-001"


def new(number: int) -> str:
    """The schedule that replaced item `number` of the old one."""
    return f"N1-900-95-{number:03}"


def documents() -> Iterator[ScheduleDocument]:
    """A schedule with an item a string, which is written in every field that takes words, and one that replaced it."""
    yield ScheduleDocument(
        source=Source(name=STRINGS[3], sha256="a" * 64, media_type="text/plain", pages=1),
        form="SF-115",
        schedule=Schedule(
            id=_read(OLD, "number"),
            printed=STRINGS[0],
            agency=_read(STRINGS[1], "agency"),
            record_group=_read("900", "group"),
            major_subdivision=_read(STRINGS[2], "major"),
            minor_subdivision=_read(STRINGS[4], "minor"),
            subject=_read(STRINGS[5], "subject"),
            applies_to=_read(STRINGS[6], "applies"),
            background=_read(STRINGS[7], "background"),
            status=_read(STRINGS[8], "status"),
            stamps=(_read(STRINGS[9], "stamp"),),
            approved=_day(date(1990, 2, 3), "approved"),
        ),
        items=tuple(_item(number, text) for number, text in enumerate(STRINGS, start=1)),
        citations=(_citation("cites", new(1), STRINGS[10], "cites"),),
        events=tuple(
            SignatoryEvent(
                action=text, name=text, title=text, organization=text, evidence=_place(text, f"event{number}"),
                date=_day(date(1990, 1, 1 + number % 28), f"day{number}"),
            )
            for number, text in enumerate(STRINGS)
        ),
        doubts=tuple(Doubt(code="number-repaired", message=text) for text in STRINGS),
    )  # fmt: skip
    for number, text in enumerate(STRINGS):
        # A name a file can have, in documents of their own.
        yield ScheduleDocument(
            source=Source(name=text, sha256=f"{number:064x}", media_type="text/plain", pages=1),
            form="SF-115",
            schedule=Schedule(
                id=_read(new(number + 1), f"new{number}"),
                subject=_read("Successor", f"subject{number}"),
                approved=_day(date(1995, 2, 3), f"approved{number}"),
            ),
            items=(
                Item(
                    id=f"{new(number + 1)}/1",
                    number="1",
                    parent=None,
                    evidence=_place("1", f"item{number}"),
                    disposition=Disposition(final=_read("permanent", f"final{number}")),
                    citations=(_citation("supersedes", f"{OLD}/{number + 1}", text, f"by{number}"),),
                ),
            ),
        )


def _item(number: int, text: str) -> Item:
    at = f"item{number}"
    return Item(
        id=f"{OLD}/{number}",
        number=text,
        parent=None,
        evidence=_place(text, at),
        title=_read(text, at + "title"),
        text=_read(f"Words and {text} more", at + "text"),
        strike="partial",
        struck=(_read(text, at + "struck"), _read(f"{text} elsewhere", at + "struck2")),
        disposition=Disposition(
            final=_read("temporary", at + "final"),
            instruction=_read(f"Destroy {text}", at + "instruction"),
            cutoff=_read(text, at + "cutoff"),
            transfer=_read(text, at + "transfer"),
            retention=_read(
                Retention(text=text, action="destroy", period="P3Y", trigger=text), at + "retention"
            ),
        ),
        status_printed=_read(text, at + "status"),
        action_taken=_read(text, at + "action"),
        annotations=(Annotation(text=_read(text, at + "note"), date=_day(date(1999, 1, 2), at + "noted")),),
        citations=(_citation("superseded-by", f"{new(number)}/1", text, at + "by", date(1995, 3, 4)),),
    )


def _citation(relation, target: str, text: str, at: str, day: date | None = None) -> Citation:
    return Citation(
        relation=relation,
        target=target,
        printed=text,
        evidence=_place(text, at),
        date=_day(day, at + "date") if day else None,
        repairs=(text,),
    )


_places: dict[str, int] = {}


def _place(text: str, at: str) -> Evidence:
    start = _places.setdefault(at, 10 * len(_places))
    return Evidence(page=1, quote=text, start=start, end=start + 5, method="text")


def _read(value, at: str) -> Reading:
    return Reading(value=value, evidence=_place(str(getattr(value, "text", value)), at))


def _day(value: date, at: str) -> Reading[date]:
    return Reading(value=value, evidence=_place(value.isoformat(), at))

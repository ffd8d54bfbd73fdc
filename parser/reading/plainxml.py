"""XML from strangers as a plain tree: no DOCTYPE, no entity, no depth or size beyond what a form has."""

from dataclasses import dataclass, field
from xml.parsers import expat

from schedgraph.parser.errors import DocumentError

MAXIMUM_BYTES = 8 * 1024 * 1024
MAXIMUM_DEPTH = 120
MAXIMUM_ELEMENTS = 200_000
_BREAKS = frozenset({"p", "br", "li", "div"})


@dataclass(slots=True)
class Element:
    """An element: its local name, its attributes by local name, and in order its text and children."""

    name: str
    attributes: dict[str, str]
    content: list["Element | str"] = field(default_factory=list)

    @property
    def children(self) -> list["Element"]:
        """The elements directly inside this one."""
        return [each for each in self.content if isinstance(each, Element)]

    @property
    def text(self) -> str:
        """The characters directly inside the element."""
        return "".join(each for each in self.content if isinstance(each, str))

    def all_text(self) -> str:
        """The text of the element and of all below it, white space collapsed; a paragraph ends a word."""
        pieces: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                pieces.append(part)
                continue
            if part.name in _BREAKS:
                pieces.append(" ")
            waiting.extend(reversed(part.content))
        return " ".join("".join(pieces).split())

    def lined_text(self) -> str:
        """The same, but a paragraph is a line."""
        blocks = [each for each in self.children if each.name in _BREAKS]
        if not blocks:
            return self.all_text()
        loose = " ".join(self.text.split())
        lines = [loose, *(each.lined_text() for each in self.children)]
        return "\n".join(line for line in lines if line)

    def child(self, name: str) -> "Element | None":
        """The first child of that name."""
        return next((each for each in self.children if each.name == name), None)


def parse_xml(data: bytes, what: str) -> Element:
    """The root element of `data`; `what` names it in messages.

    Raises DocumentError where it is too large or too deep, declares a DOCTYPE or an entity, or is no XML.
    """
    if len(data) > MAXIMUM_BYTES:
        raise DocumentError(
            f"{what} has {len(data):,} bytes and a form needs at most {MAXIMUM_BYTES:,}; check what the file is"
        )
    builder = _Builder(what)
    # Without namespaces: a packet may use a prefix that only the envelope around it declares.
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse
    parser.EntityDeclHandler = builder.refuse
    parser.ExternalEntityRefHandler = builder.refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        raise DocumentError(f"{what} is no well-formed XML ({error}); save the form again") from None
    return builder.root


class _Builder:
    def __init__(self, what: str) -> None:
        self.what = what
        self.root = Element("", {})
        self.open: list[Element] = []
        self.count = 0

    def refuse(self, *_declaration: object) -> int:
        raise DocumentError(
            f"{self.what} declares a document type or an entity, which no form needs; it was not read"
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= MAXIMUM_DEPTH or self.count > MAXIMUM_ELEMENTS:
            raise DocumentError(f"{self.what} is nested deeper or larger than any form; it was not read")
        element = Element(_local(name), {_local(key): value for key, value in attributes.items()})
        if self.open:
            self.open[-1].content.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        self.open[-1].content.append(text)


def _local(name: str) -> str:
    return name.rpartition(":")[2]

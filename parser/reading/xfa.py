"""The data of an XFA form, each value with what the form's template prints at its field.

XFA 3.3: the `datasets` packet holds the values as elements named after the fields; the `template` packet
holds the fields with their captions and the printed text around them. Names in the data are often the
designer's ("TextField1"), so that only the template tells what a value means.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schedgraph.parser.reading.pages import FormField
from schedgraph.parser.reading.plainxml import Element

_MAXIMUM_FIELDS = 20_000
_LONGEST_LABEL = 400
_POINTS = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0}


@dataclass(slots=True)
class _Place:
    """A named container or field of the template; unnamed containers leave their parts to the one above."""

    name: str
    labels: tuple[str, ...] = ()
    inside: dict[str, list["_Place"]] = field(default_factory=dict)
    choices: tuple["_Choice", ...] = ()

    def part(self, name: str, number: int) -> "_Place | None":
        """The part that the data's occurrence `number` of `name` fills in; a repeated part stands for all."""
        found = self.inside.get(name)
        return found[min(number, len(found) - 1)] if found else None


@dataclass(slots=True)
class _Choice:
    """One button of a group of which one is pressed: its name, what the data holds when it is, what is printed at it."""

    name: str
    value: str
    labels: tuple[str, ...]


@dataclass(slots=True)
class _Printed:
    """Text that the form prints, and how far from the top of its container."""

    text: str
    top: float | None


def read_xfa(datasets: Element, template: Element | None) -> tuple[FormField, ...]:
    """The fields that are filled in, in the order of the data."""
    data = _find(datasets, "data")
    places = _Place("")
    if template is not None:
        _lay_out(template, places, [])
    return tuple(_fields(data, places)) if data else ()


def _find(root: Element, name: str) -> Element | None:
    waiting = [root]
    while waiting:
        element = waiting.pop(0)
        if element.name == name:
            return element
        waiting.extend(element.children)
    return None


def _fields(data: Element, places: _Place) -> Iterator[FormField]:
    """Depth first; the second field of a name gets the index 1."""
    waiting: list[tuple[Element, str, _Place | None]] = [(data, "", places)]
    found = 0
    while waiting and found < _MAXIMUM_FIELDS:
        element, path, place = waiting.pop()
        value = _value(element)
        if path and value is not None:
            for each in _filled(path, value, place):
                found += 1
                yield each
            continue
        seen: dict[str, int] = {}
        below: list[tuple[Element, str, _Place | None]] = []
        for child in element.children:
            number = seen.get(child.name, 0)
            seen[child.name] = number + 1
            name = f"{child.name}[{number}]" if number else child.name
            inner = place.part(child.name, number) if place else None
            below.append((child, f"{path}.{name}" if path else name, inner))
        waiting.extend(reversed(below))


def _value(element: Element) -> str | None:
    """What was written into a field; None for a container, or where nothing was.

    Styled text is XHTML, a `body`; of a list several `value`s may be chosen.
    """
    if element.children and all(each.name == "value" and not each.children for each in element.children):
        return "\n".join(text for each in element.children if (text := each.text.strip())) or None
    styled = next((each for each in element.children if each.name in ("body", "html")), None)
    if styled is not None:
        return styled.lined_text() or None
    return element.text if not element.children and element.text.strip() else None


def _filled(path: str, value: str, place: _Place | None) -> Iterator[FormField]:
    """The field, or each button of a group as a box that is ticked or not (XFA 3.3, exclGroup)."""
    if place is None or not any(each.value == value.strip() for each in place.choices):
        yield FormField(name=path, value=value, labels=place.labels if place else ())
        return
    for choice in place.choices:
        pressed = "1" if choice.value == value.strip() else "0"
        yield FormField(name=f"{path}.{choice.name}", value=pressed, labels=choice.labels)


def _lay_out(container: Element, into: _Place, above: Sequence[_Printed]) -> list[_Printed]:
    """Puts the fields of a container into `into`; gives the text that it prints, for what comes after it."""
    printed = list(above)
    own = [_Printed(text, _top(each)) for each in container.children if (text := _drawn(each))]
    in_row = container.attributes.get("layout") == "row"
    captions = [_caption(each) for each in container.children if each.name == "field"] if in_row else []
    for child in container.children:
        if child.name == "draw" and (text := _drawn(child)):
            printed.append(_Printed(text, _top(child)))
        elif child.name in ("field", "exclGroup") and child.attributes.get("name"):
            if not _is_bound(child):
                continue
            labels = _labels(child, own, printed, captions)
            place = _Place(child.attributes["name"], labels, choices=_choices(child, labels))
            into.inside.setdefault(place.name, []).append(place)
        elif child.name in ("subform", "subformSet", "area", "pageSet", "pageArea", "contentArea"):
            name = child.attributes.get("name") if child.name == "subform" else None
            if name:
                place = _Place(name)
                into.inside.setdefault(name, []).append(place)
                printed = _lay_out(child, place, printed)
            else:
                printed = _lay_out(child, into, printed)
        elif not into.name and not into.inside:
            printed = _lay_out(child, into, printed)
    return printed


def _choices(element: Element, labels: tuple[str, ...]) -> tuple[_Choice, ...]:
    """The buttons of a group; each has its caption before what is printed at the group."""
    if element.name != "exclGroup":
        return ()
    buttons = [each for each in element.children if each.name == "field"]
    return tuple(
        _Choice(
            name=each.attributes.get("name") or f"button{number}",
            value=_pressed(each) or str(number),
            labels=tuple(dict.fromkeys(text for text in (_caption(each), *labels, _tool_tip(each)) if text)),
        )
        for number, each in enumerate(buttons, start=1)
    )


def _pressed(button: Element) -> str:
    """The first of a button's items: what the group's data holds when it is pressed."""
    items = button.child("items")
    return items.children[0].all_text() if items and items.children else ""


def _labels(
    element: Element, own: Sequence[_Printed], before: Sequence[_Printed], captions: Sequence[str]
) -> tuple[str, ...]:
    """Caption, nearest printed text, captions of the same row, tool tip (which designers copy and forget)."""
    caption = _caption(element)
    found = [caption, _nearest(element, own, before), *captions, _tool_tip(element)]
    return tuple(dict.fromkeys(text[:_LONGEST_LABEL] for text in found if text))


def _nearest(element: Element, own: Sequence[_Printed], before: Sequence[_Printed]) -> str:
    """The text printed at the height of the field, in a flowing form the one before it."""
    top = _top(element)
    placed = [each for each in own if each.top is not None]
    if top is not None and placed:
        return min(placed, key=lambda each: abs((each.top or 0.0) - top)).text
    return before[-1].text if before else ""


def _caption(element: Element) -> str:
    caption = element.child("caption")
    value = caption.child("value") if caption else None
    return value.all_text() if value else ""


def _tool_tip(element: Element) -> str:
    assist = element.child("assist")
    tip = (assist.child("toolTip") or assist.child("speak")) if assist else None
    return tip.all_text() if tip else ""


def _drawn(element: Element) -> str:
    value = element.child("value") if element.name == "draw" else None
    return value.all_text() if value else ""


def _is_bound(element: Element) -> bool:
    bind = element.child("bind")
    return bind is None or bind.attributes.get("match") != "none"


def _top(element: Element) -> float | None:
    """The distance from the top of the container in points; None in a container that flows."""
    written = element.attributes.get("y", "")
    try:
        return float(written[:-2]) * _POINTS[written[-2:]]
    except (KeyError, ValueError):
        return None

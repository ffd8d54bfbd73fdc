"""One schedule or item as the documents of the corpus show it, or what others say of it where none does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from schedgraph.graph.casefile import is_below
from schedgraph.graph.corrected import Defeat, defeats_about, in_words
from schedgraph.graph.places import place_json
from schedgraph.graph.statements import RELATIONS, Statement
from schedgraph.graph.store import Asked, Store
from schedgraph.graph.wording.corrections import correction_json
from schedgraph.graph.wording.document import document_lines, event_line, item_lines, schedule_lines
from schedgraph.graph.wording.paper import Paper
from schedgraph.graph.wording.places import place, place_in
from schedgraph.graph.wording.plain import plain
from schedgraph.parser.transcript import evidence_json, without_contacts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a store shows of an authority: the transcripts that hold it, cut to it, and who else names it."""

    asked: Asked
    documents: tuple[Json, ...]
    said: tuple[Statement, ...]
    defeats: tuple[Defeat, ...]
    names: dict[str, str]

    def to_json(self) -> Json:
        """The object that `show --format json` prints."""
        return {
            "query": self.asked.query,
            "id": self.asked.id,
            "documents": list(self.documents),
            "said_elsewhere": [
                {
                    "subject": each.subject,
                    "relation": each.predicate,
                    "object": each.object,
                    "date": each.dated.isoformat() if each.dated else None,
                    "source": each.printed if each.source == "fact" else None,
                    "evidence": {
                        **evidence_json(each.evidence),
                        "document": self.names.get(each.document, each.document),
                    },
                }
                for each in self.said
            ],
            "corrected": [
                {
                    "subject": each.statement.subject,
                    "says": each.statement.predicate,
                    "value": each.statement.object,
                    "evidence": place_json(each.statement, self.names),
                    "correction": correction_json(each.correction),
                }
                for each in self.defeats
            ],
        }


def show(store: Store, asked: Asked, *, contacts: bool = False) -> Shown:
    """Gathers what the documents show of an authority; contact persons of an NA-1005 only with `contacts`."""
    transcripts = store.transcripts(asked.id)
    if not contacts:
        transcripts = tuple(without_contacts(each) for each in transcripts)
    cut = [_cut(each, asked.id) for each in transcripts]
    shown = tuple(each for each in cut if each is not None)
    sources = {each["document"]["sha256"] for each in shown}
    below = [each for each in store.ledger.identifiers() if is_below(each, asked.id)]
    said = (*store.ledger.about(asked.id), *store.ledger.naming(asked.id))
    unique = {each.key: each for each in said if each.predicate in RELATIONS and each.document not in sources}
    return Shown(
        asked=asked,
        documents=shown,
        said=tuple(unique[key] for key in sorted(unique)),
        defeats=defeats_about(store.ledger, (asked.id, *below)),
        names=dict(store.document_names),
    )


def _cut(read: Json, identifier: str) -> Json | None:
    """The transcript with the items at and under `identifier` alone; None where it shows none of them."""
    if identifier == read["schedule"]["id"]:
        return read
    items = [
        each for each in read["items"] if each["id"] == identifier or is_below(each["id"] or "", identifier)
    ]
    if not items:
        return None
    return {**read, "items": items, "citations": [], "warnings": []}


def show_lines(shown: Shown, paper: Paper) -> list[str]:
    """The same as text."""
    lines: list[str] = []
    for read in shown.documents:
        whole = read["schedule"]["id"] == shown.asked.id
        lines += document_lines(read, paper) if whole else _item(read, shown.asked.id, paper)
        lines.append("")
    if not shown.documents:
        lines += paper.wrap(f"No document of the corpus shows {shown.asked.id}; this names it:")
    elif shown.said:
        lines += ["Named elsewhere"]
    for each in shown.said:
        since = f" ({each.dated})" if each.dated else ""
        lines += paper.wrap(
            f"{each.subject} {each.predicate.replace('-', ' ')} {plain(each.object)}{since}", 2, 4
        )
        lines += paper.wrap(place(each, shown.names), 4, 6)
    if not shown.documents and not shown.said:
        lines += paper.wrap("Only an authority above it is named.", 2)
    for defeat in shown.defeats:
        name = shown.names.get(defeat.statement.document)
        lines += paper.wrap(plain(in_words(defeat, name)), 0, 2)
    return lines[:-1] if lines and not lines[-1] else lines


def _item(read: Json, identifier: str, paper: Paper) -> list[str]:
    name = read["document"]["source"]
    lines = [paper.heading(f"{identifier}, as {plain(name)} ({read['document']['form']}) shows it")]
    depth = min((each["id"] or "").count("/") for each in read["items"])
    for item in read["items"]:
        lines += item_lines(item, paper, 2 + 2 * ((item["id"] or "").count("/") - depth))
        if item["id"] == identifier:
            lines += paper.wrap(f"Written at: {place_in(item.get('evidence'), name)}", 6, 8)
    lines += ["", "  Schedule", *schedule_lines(read["schedule"], paper, 4)]
    return lines + _signatures(read["events"], paper)


def _signatures(events: Sequence[Json], paper: Paper) -> list[str]:
    if not events:
        return []
    return ["", "  Signatures", *(line for each in events for line in paper.wrap(event_line(each), 4, 6))]

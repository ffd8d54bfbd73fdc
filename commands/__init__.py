"""The verbs of the command line, one module a verb, each thin over one object of the graph.

A verb is imported when it is called or asked for its help; what lists all of them reads this table alone.
"""

from collections.abc import Mapping
from types import MappingProxyType

VERBS: Mapping[str, str] = MappingProxyType(
    {
        "annotate": "Add what is known of the numbers in a CSV file to its rows.",
        "audit": "List what to check in the store.",
        "correct": "Correct a reading, a scope, an election or a fact.",
        "crosswalk": "Tell item by item what replaced a schedule or a record group, or what it replaced.",
        "demo": "Take the bundled documents from nothing to a lineage.",
        "diff": "Tell which answers changed, and because of what.",
        "doctor": "Tell what is installed and whether the store can be used.",
        "doubts": "List what is worth a look, best first.",
        "explain": "Tell why an item has its verdict.",
        "export": "Write the graph in a file format.",
        "ingest": "Read files and folders into the store.",
        "lineage": "Tell what an authority replaced and what replaced it.",
        "lookup": "Tell the current active authority of an item.",
        "man": "Write the manual pages.",
        "number": "Read written numbers into canonical identifiers.",
        "parse": "Read documents and print what they say.",
        "publish": "Make another SPARQL 1.1 store hold what this one holds.",
        "report": "Tell what to report to NARA, and what a records system can carry out.",
        "search": "Find items by the words of their text.",
        "serve": "Serve the store as web pages and as a SPARQL endpoint.",
        "show": "Show one schedule or item as read.",
        "store": "Verify what is kept, or make it anew.",
        "sparql": "Ask the graph in SPARQL 1.1.",
    }
)
"""Each verb and the first sentence of its help; its module and its function bear the same name."""

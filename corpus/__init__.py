"""The documents and facts that are shipped, each with its source.

documents()      the bundled schedules, as files
facts()          what replaced what, row by row
record_groups()  record groups and their departments
departments()    departments over time
grs_uses()       general schedules that an agency may use or leave
verify()         what the manifest and the files disagree on
"""

from schedgraph.corpus.department import DepartmentRow, departments
from schedgraph.corpus.grs_use import GrsUseRow, grs_uses
from schedgraph.corpus.inventory import ManifestEntry, documents, manifest, verify
from schedgraph.corpus.lineage import FactRow, facts
from schedgraph.corpus.record_group import RecordGroup, record_groups
from schedgraph.corpus.table import CorpusError

__all__ = [
    "documents",
    "facts",
    "record_groups",
    "departments",
    "grs_uses",
    "manifest",
    "verify",
    "FactRow",
    "RecordGroup",
    "DepartmentRow",
    "GrsUseRow",
    "ManifestEntry",
    "CorpusError",
]

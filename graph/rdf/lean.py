"""What a graph without evidence lacks: of the words of documents only those of citations, marks and signatures are nodes.

It lacks the nodes of places and of assertions, with all that is said of them, and the properties and classes that name
them. What else the whole graph has is in both, and a test derives from made and random stores what is listed here.
"""

from typing import Final

from schedgraph.graph.rdf.prefixes import RDF_NAMESPACE, prefixes
from schedgraph.ontology import terms

LACKING: Final = frozenset(
    {
        terms.EVIDENCE,
        terms.EVIDENCE_CLASS,
        terms.WAS_QUOTED_FROM,
        prefixes()["prov"] + "wasQuotedFrom",
        terms.QUOTE,
        terms.PAGE,
        terms.START,
        terms.END,
        terms.METHOD,
        terms.BOUNDING_BOX,
        terms.BASED_ON,
        prefixes()["prov"] + "wasInvalidatedBy",
        *(RDF_NAMESPACE + name for name in ("Statement", "subject", "predicate", "object")),
    }
)
"""The terms of the vocabulary that no triple of it has: a query that names one would find nothing, and say no more."""

PARTLY: Final = frozenset(
    {
        terms.CONFIDENCE,
        terms.PRINTED_NUMBER,
        terms.REPAIR,
        terms.STATED_IN,
        prefixes()["dcterms"] + "source",
    }
)
"""The properties that nodes have which it lacks, and others, too: of those it has every triple."""

WHOLE: Final = frozenset(
    {
        prefixes()["dcterms"] + "creator",
        prefixes()["dcterms"] + "date",
        prefixes()["dcterms"] + "isReplacedBy",
        prefixes()["skos"] + "notation",
        terms.ABOUT,
        terms.ACCURATE_AS_OF,
        terms.ACTION,
        terms.ACTION_TAKEN,
        terms.AGENCY,
        terms.APPLIES_TO,
        terms.APPROVED_ON,
        terms.BACKGROUND,
        terms.CERTIFIED_ON,
        terms.CITATION,
        terms.CITES,
        terms.CODE,
        terms.CURRENT_AUTHORITY,
        terms.CUTOFF_INSTRUCTION,
        terms.DESCRIPTION,
        terms.DISPOSITION_STRIKE,
        terms.DOES_NOT_SUPERSEDE,
        terms.EFFECTIVE_DATE,
        terms.EVENT,
        terms.EVENT_DATE,
        terms.FILE_NAME,
        terms.FINAL_DISPOSITION,
        terms.FORM,
        terms.HAS_ITEM,
        terms.HORIZON,
        terms.IDENTIFIER,
        terms.IN_CORPUS,
        terms.INCLUDED_IN,
        terms.INSTRUCTION_TEXT,
        terms.ITEM_NUMBER,
        terms.ITEM_STATUS,
        terms.KIND,
        terms.MAJOR_SUBDIVISION,
        terms.MEDIA_NEUTRAL,
        terms.MEDIA_TYPE,
        terms.MESSAGE,
        terms.MINOR_SUBDIVISION,
        terms.OBSERVATION,
        terms.OBSERVED_TEXT,
        terms.ORGANIZATION,
        terms.PAGE_COUNT,
        terms.PARENT_ITEM,
        terms.PART_OF,
        terms.PERMANENT_ITEMS,
        terms.PERSON_NAME,
        terms.PERSON_TITLE,
        terms.POSSIBLE_CURRENT_AUTHORITY,
        terms.POSSIBLY_SUPERSEDED_BY,
        terms.POSSIBLY_SUPERSEDES,
        terms.PRINTED_ACTION,
        terms.PRINTED_ON,
        terms.PROPOSED,
        terms.PROPOSED_TO_BE_SUPERSEDED_BY,
        terms.READ_AS,
        terms.READING,
        terms.RECEIVED_ON,
        terms.RECORD_GROUP,
        terms.RELATION,
        terms.REMARK,
        terms.RETENTION_ACTION,
        terms.RETENTION_PERIOD,
        terms.RETENTION_TEXT,
        terms.RETENTION_TRIGGER,
        terms.RULE_NAME,
        terms.SAME_AUTHORITY_AS,
        terms.SCHEDULE_STATUS,
        terms.SCOPE,
        terms.SHA256,
        terms.SHOWS,
        terms.STAMP,
        terms.STATED_DATE,
        terms.STRIKE,
        terms.STRUCK_TEXT,
        terms.SUBJECT,
        terms.SUCCESSOR,
        terms.SUPERSEDED,
        terms.SUPERSEDED_BY,
        terms.SUPERSEDES,
        terms.TARGET,
        terms.TEMPORARY_ITEMS,
        terms.TITLE,
        terms.TOTAL_ITEMS,
        terms.TRANSFER_INSTRUCTION,
        terms.VERDICT,
        terms.WITHDRAWN_ITEMS,
    }
)
"""The properties of which it has every triple."""

WHOLE_CLASSES: Final = frozenset(
    {
        prefixes()["rico"] + "Rule",
        terms.CAVEAT_CLASS,
        terms.CITATION_CLASS,
        terms.CONFLICT_CLASS,
        terms.DISPOSITION_AUTHORITY_CLASS,
        terms.DOCUMENT_CLASS,
        terms.DOUBT_CLASS,
        terms.OBSERVATION_CLASS,
        terms.OBSERVATION_KIND_CLASS,
        terms.RECORDS_SCHEDULE_CLASS,
        terms.RELATION_CLASS,
        terms.SCHEDULE_ITEM_CLASS,
        terms.SCOPE_CLASS,
        terms.SIGNATORY_ACTION_CLASS,
        terms.SIGNATORY_EVENT_CLASS,
        terms.SUPERSESSION_CLASS,
        terms.VERDICT_CLASS,
        terms.WRITTEN_READING_CLASS,
    }
)
"""The classes of which it has every node."""

"""The terms of `schedgraph.ttl` as constants; `generate.py` writes this file, do not edit it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NAMESPACE: Final = "https://w3id.org/schedgraph/ontology#"

# Classes
CAVEAT_CLASS: Final = "https://w3id.org/schedgraph/ontology#Caveat"
CITATION_CLASS: Final = "https://w3id.org/schedgraph/ontology#Citation"
CONFLICT_CLASS: Final = "https://w3id.org/schedgraph/ontology#Conflict"
DISPOSITION_AUTHORITY_CLASS: Final = "https://w3id.org/schedgraph/ontology#DispositionAuthority"
DISPOSITION_INSTRUCTION_CLASS: Final = "https://w3id.org/schedgraph/ontology#DispositionInstruction"
DOCUMENT_CLASS: Final = "https://w3id.org/schedgraph/ontology#Document"
DOUBT_CLASS: Final = "https://w3id.org/schedgraph/ontology#Doubt"
EVIDENCE_CLASS: Final = "https://w3id.org/schedgraph/ontology#Evidence"
INTERPRETATION_RULE_CLASS: Final = "https://w3id.org/schedgraph/ontology#InterpretationRule"
OBSERVATION_CLASS: Final = "https://w3id.org/schedgraph/ontology#Observation"
OBSERVATION_KIND_CLASS: Final = "https://w3id.org/schedgraph/ontology#ObservationKind"
RECORDS_SCHEDULE_CLASS: Final = "https://w3id.org/schedgraph/ontology#RecordsSchedule"
RELATION_CLASS: Final = "https://w3id.org/schedgraph/ontology#Relation"
REMARK_CLASS: Final = "https://w3id.org/schedgraph/ontology#Remark"
RETENTION_CLASS: Final = "https://w3id.org/schedgraph/ontology#Retention"
SCHEDULE_ITEM_CLASS: Final = "https://w3id.org/schedgraph/ontology#ScheduleItem"
SCOPE_CLASS: Final = "https://w3id.org/schedgraph/ontology#Scope"
SIGNATORY_ACTION_CLASS: Final = "https://w3id.org/schedgraph/ontology#SignatoryAction"
SIGNATORY_EVENT_CLASS: Final = "https://w3id.org/schedgraph/ontology#SignatoryEvent"
SUPERSESSION_CLASS: Final = "https://w3id.org/schedgraph/ontology#Supersession"
VERDICT_CLASS: Final = "https://w3id.org/schedgraph/ontology#Verdict"
WRITTEN_READING_CLASS: Final = "https://w3id.org/schedgraph/ontology#WrittenReading"

# Properties that lead to a node
ABOUT: Final = "https://w3id.org/schedgraph/ontology#about"
ACTION: Final = "https://w3id.org/schedgraph/ontology#action"
BASED_ON: Final = "https://w3id.org/schedgraph/ontology#basedOn"
CITATION: Final = "https://w3id.org/schedgraph/ontology#citation"
CITES: Final = "https://w3id.org/schedgraph/ontology#cites"
CURRENT_AUTHORITY: Final = "https://w3id.org/schedgraph/ontology#currentAuthority"
DISPOSITION: Final = "https://w3id.org/schedgraph/ontology#disposition"
DOES_NOT_SUPERSEDE: Final = "https://w3id.org/schedgraph/ontology#doesNotSupersede"
EVENT: Final = "https://w3id.org/schedgraph/ontology#event"
EVIDENCE: Final = "https://w3id.org/schedgraph/ontology#evidence"
HAS_ITEM: Final = "https://w3id.org/schedgraph/ontology#hasItem"
INCLUDED_IN: Final = "https://w3id.org/schedgraph/ontology#includedIn"
KIND: Final = "https://w3id.org/schedgraph/ontology#kind"
OBSERVATION: Final = "https://w3id.org/schedgraph/ontology#observation"
PARENT_ITEM: Final = "https://w3id.org/schedgraph/ontology#parentItem"
PART_OF: Final = "https://w3id.org/schedgraph/ontology#partOf"
POSSIBLE_CURRENT_AUTHORITY: Final = "https://w3id.org/schedgraph/ontology#possibleCurrentAuthority"
POSSIBLY_SUPERSEDED_BY: Final = "https://w3id.org/schedgraph/ontology#possiblySupersededBy"
POSSIBLY_SUPERSEDES: Final = "https://w3id.org/schedgraph/ontology#possiblySupersedes"
PROPOSED_TO_BE_SUPERSEDED_BY: Final = "https://w3id.org/schedgraph/ontology#proposedToBeSupersededBy"
READING: Final = "https://w3id.org/schedgraph/ontology#reading"
RELATION: Final = "https://w3id.org/schedgraph/ontology#relation"
REMARK: Final = "https://w3id.org/schedgraph/ontology#remark"
RETENTION: Final = "https://w3id.org/schedgraph/ontology#retention"
RULE: Final = "https://w3id.org/schedgraph/ontology#rule"
SAME_AUTHORITY_AS: Final = "https://w3id.org/schedgraph/ontology#sameAuthorityAs"
SCOPE: Final = "https://w3id.org/schedgraph/ontology#scope"
SHOWS: Final = "https://w3id.org/schedgraph/ontology#shows"
STATED_IN: Final = "https://w3id.org/schedgraph/ontology#statedIn"
SUCCESSOR: Final = "https://w3id.org/schedgraph/ontology#successor"
SUPERSEDED: Final = "https://w3id.org/schedgraph/ontology#superseded"
SUPERSEDED_BY: Final = "https://w3id.org/schedgraph/ontology#supersededBy"
SUPERSEDES: Final = "https://w3id.org/schedgraph/ontology#supersedes"
TARGET: Final = "https://w3id.org/schedgraph/ontology#target"
VERDICT: Final = "https://w3id.org/schedgraph/ontology#verdict"
WAS_QUOTED_FROM: Final = "https://w3id.org/schedgraph/ontology#wasQuotedFrom"

# Properties that lead to a value
ACCURATE_AS_OF: Final = "https://w3id.org/schedgraph/ontology#accurateAsOf"
ACTION_TAKEN: Final = "https://w3id.org/schedgraph/ontology#actionTaken"
AGENCY: Final = "https://w3id.org/schedgraph/ontology#agency"
APPLIES_TO: Final = "https://w3id.org/schedgraph/ontology#appliesTo"
APPROVED_ON: Final = "https://w3id.org/schedgraph/ontology#approvedOn"
AS_OF: Final = "https://w3id.org/schedgraph/ontology#asOf"
BACKGROUND: Final = "https://w3id.org/schedgraph/ontology#background"
BOUNDING_BOX: Final = "https://w3id.org/schedgraph/ontology#boundingBox"
CERTIFIED_ON: Final = "https://w3id.org/schedgraph/ontology#certifiedOn"
CODE: Final = "https://w3id.org/schedgraph/ontology#code"
CONFIDENCE: Final = "https://w3id.org/schedgraph/ontology#confidence"
CUTOFF_INSTRUCTION: Final = "https://w3id.org/schedgraph/ontology#cutoffInstruction"
DATE_KIND: Final = "https://w3id.org/schedgraph/ontology#dateKind"
DESCRIPTION: Final = "https://w3id.org/schedgraph/ontology#description"
DISPOSITION_STRIKE: Final = "https://w3id.org/schedgraph/ontology#dispositionStrike"
EFFECTIVE_DATE: Final = "https://w3id.org/schedgraph/ontology#effectiveDate"
END: Final = "https://w3id.org/schedgraph/ontology#end"
EVENT_DATE: Final = "https://w3id.org/schedgraph/ontology#eventDate"
FILE_NAME: Final = "https://w3id.org/schedgraph/ontology#fileName"
FINAL_DISPOSITION: Final = "https://w3id.org/schedgraph/ontology#finalDisposition"
FORM: Final = "https://w3id.org/schedgraph/ontology#form"
HORIZON: Final = "https://w3id.org/schedgraph/ontology#horizon"
IDENTIFIER: Final = "https://w3id.org/schedgraph/ontology#identifier"
IN_CORPUS: Final = "https://w3id.org/schedgraph/ontology#inCorpus"
INSTRUCTION_TEXT: Final = "https://w3id.org/schedgraph/ontology#instructionText"
ITEM_NUMBER: Final = "https://w3id.org/schedgraph/ontology#itemNumber"
ITEM_STATUS: Final = "https://w3id.org/schedgraph/ontology#itemStatus"
MAJOR_SUBDIVISION: Final = "https://w3id.org/schedgraph/ontology#majorSubdivision"
MEDIA_NEUTRAL: Final = "https://w3id.org/schedgraph/ontology#mediaNeutral"
MEDIA_TYPE: Final = "https://w3id.org/schedgraph/ontology#mediaType"
MESSAGE: Final = "https://w3id.org/schedgraph/ontology#message"
METHOD: Final = "https://w3id.org/schedgraph/ontology#method"
MINOR_SUBDIVISION: Final = "https://w3id.org/schedgraph/ontology#minorSubdivision"
OBSERVED_TEXT: Final = "https://w3id.org/schedgraph/ontology#observedText"
ORGANIZATION: Final = "https://w3id.org/schedgraph/ontology#organization"
PAGE: Final = "https://w3id.org/schedgraph/ontology#page"
PAGE_COUNT: Final = "https://w3id.org/schedgraph/ontology#pageCount"
PERMANENT_ITEMS: Final = "https://w3id.org/schedgraph/ontology#permanentItems"
PERSON_NAME: Final = "https://w3id.org/schedgraph/ontology#personName"
PERSON_TITLE: Final = "https://w3id.org/schedgraph/ontology#personTitle"
PRINTED_ACTION: Final = "https://w3id.org/schedgraph/ontology#printedAction"
PRINTED_NUMBER: Final = "https://w3id.org/schedgraph/ontology#printedNumber"
PRINTED_ON: Final = "https://w3id.org/schedgraph/ontology#printedOn"
PROPOSED: Final = "https://w3id.org/schedgraph/ontology#proposed"
QUOTE: Final = "https://w3id.org/schedgraph/ontology#quote"
READ_AS: Final = "https://w3id.org/schedgraph/ontology#readAs"
RECEIVED_ON: Final = "https://w3id.org/schedgraph/ontology#receivedOn"
RECORD_GROUP: Final = "https://w3id.org/schedgraph/ontology#recordGroup"
REPAIR: Final = "https://w3id.org/schedgraph/ontology#repair"
RETENTION_ACTION: Final = "https://w3id.org/schedgraph/ontology#retentionAction"
RETENTION_PERIOD: Final = "https://w3id.org/schedgraph/ontology#retentionPeriod"
RETENTION_TEXT: Final = "https://w3id.org/schedgraph/ontology#retentionText"
RETENTION_TRIGGER: Final = "https://w3id.org/schedgraph/ontology#retentionTrigger"
RULE_NAME: Final = "https://w3id.org/schedgraph/ontology#ruleName"
SCHEDULE_STATUS: Final = "https://w3id.org/schedgraph/ontology#scheduleStatus"
SHA256: Final = "https://w3id.org/schedgraph/ontology#sha256"
STAMP: Final = "https://w3id.org/schedgraph/ontology#stamp"
START: Final = "https://w3id.org/schedgraph/ontology#start"
STATED_DATE: Final = "https://w3id.org/schedgraph/ontology#statedDate"
STRIKE: Final = "https://w3id.org/schedgraph/ontology#strike"
STRUCK_TEXT: Final = "https://w3id.org/schedgraph/ontology#struckText"
SUBJECT: Final = "https://w3id.org/schedgraph/ontology#subject"
SURE: Final = "https://w3id.org/schedgraph/ontology#sure"
TEMPORARY_ITEMS: Final = "https://w3id.org/schedgraph/ontology#temporaryItems"
TITLE: Final = "https://w3id.org/schedgraph/ontology#title"
TOTAL_ITEMS: Final = "https://w3id.org/schedgraph/ontology#totalItems"
TRANSFER_INSTRUCTION: Final = "https://w3id.org/schedgraph/ontology#transferInstruction"
WITHDRAWN_ITEMS: Final = "https://w3id.org/schedgraph/ontology#withdrawnItems"

# Concept schemes
OBSERVATION_KINDS: Final = "https://w3id.org/schedgraph/ontology#observation-kinds"
RELATIONS: Final = "https://w3id.org/schedgraph/ontology#relations"
SCOPES: Final = "https://w3id.org/schedgraph/ontology#scopes"
SIGNATORY_ACTIONS: Final = "https://w3id.org/schedgraph/ontology#signatory-actions"
VERDICTS: Final = "https://w3id.org/schedgraph/ontology#verdicts"

# Verdicts
VERDICT_ACTIVE: Final = "https://w3id.org/schedgraph/ontology#verdict-active"
VERDICT_INACTIVE: Final = "https://w3id.org/schedgraph/ontology#verdict-inactive"
VERDICT_INDETERMINATE: Final = "https://w3id.org/schedgraph/ontology#verdict-indeterminate"
VERDICT_NEVER_APPROVED: Final = "https://w3id.org/schedgraph/ontology#verdict-never-approved"
VERDICT_PARTIALLY_SUPERSEDED: Final = "https://w3id.org/schedgraph/ontology#verdict-partially-superseded"
VERDICT_PROPOSED: Final = "https://w3id.org/schedgraph/ontology#verdict-proposed"
VERDICT_RESCINDED: Final = "https://w3id.org/schedgraph/ontology#verdict-rescinded"
VERDICT_SUPERSEDED: Final = "https://w3id.org/schedgraph/ontology#verdict-superseded"
VERDICT_UNSEEN: Final = "https://w3id.org/schedgraph/ontology#verdict-unseen"

VERDICT_BY_WORD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "active": VERDICT_ACTIVE,
        "inactive": VERDICT_INACTIVE,
        "indeterminate": VERDICT_INDETERMINATE,
        "never-approved": VERDICT_NEVER_APPROVED,
        "partially-superseded": VERDICT_PARTIALLY_SUPERSEDED,
        "proposed": VERDICT_PROPOSED,
        "rescinded": VERDICT_RESCINDED,
        "superseded": VERDICT_SUPERSEDED,
        "unseen": VERDICT_UNSEEN,
    }
)

# Relations
RELATION_CITES: Final = "https://w3id.org/schedgraph/ontology#relation-cites"
RELATION_CORRECTS: Final = "https://w3id.org/schedgraph/ontology#relation-corrects"
RELATION_DOES_NOT_SUPERSEDE: Final = "https://w3id.org/schedgraph/ontology#relation-does-not-supersede"
RELATION_PART_OF: Final = "https://w3id.org/schedgraph/ontology#relation-part-of"
RELATION_PROPOSED: Final = "https://w3id.org/schedgraph/ontology#relation-proposed"
RELATION_SAME_AS: Final = "https://w3id.org/schedgraph/ontology#relation-same-as"
RELATION_SUPERSEDED_BY: Final = "https://w3id.org/schedgraph/ontology#relation-superseded-by"
RELATION_SUPERSEDES: Final = "https://w3id.org/schedgraph/ontology#relation-supersedes"

RELATION_BY_WORD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cites": RELATION_CITES,
        "corrects": RELATION_CORRECTS,
        "does-not-supersede": RELATION_DOES_NOT_SUPERSEDE,
        "part-of": RELATION_PART_OF,
        "proposed": RELATION_PROPOSED,
        "same-as": RELATION_SAME_AS,
        "superseded-by": RELATION_SUPERSEDED_BY,
        "supersedes": RELATION_SUPERSEDES,
    }
)

# Scopes
SCOPE_CERTAIN: Final = "https://w3id.org/schedgraph/ontology#scope-certain"
SCOPE_POSSIBLE: Final = "https://w3id.org/schedgraph/ontology#scope-possible"

SCOPE_BY_WORD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "certain": SCOPE_CERTAIN,
        "possible": SCOPE_POSSIBLE,
    }
)

# Kinds of observation
OBSERVATION_ACTION_TAKEN: Final = "https://w3id.org/schedgraph/ontology#observation-action-taken"
OBSERVATION_ANNOTATION: Final = "https://w3id.org/schedgraph/ontology#observation-annotation"
OBSERVATION_PRINTED_STATUS: Final = "https://w3id.org/schedgraph/ontology#observation-printed-status"
OBSERVATION_STAMP: Final = "https://w3id.org/schedgraph/ontology#observation-stamp"
OBSERVATION_STRIKE: Final = "https://w3id.org/schedgraph/ontology#observation-strike"

OBSERVATION_KIND_BY_WORD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "action-taken": OBSERVATION_ACTION_TAKEN,
        "annotation": OBSERVATION_ANNOTATION,
        "printed-status": OBSERVATION_PRINTED_STATUS,
        "stamp": OBSERVATION_STAMP,
        "strike": OBSERVATION_STRIKE,
    }
)

# Signatory actions
ACTION_APPROVE: Final = "https://w3id.org/schedgraph/ontology#action-approve"
ACTION_CERTIFY: Final = "https://w3id.org/schedgraph/ontology#action-certify"
ACTION_CONCUR: Final = "https://w3id.org/schedgraph/ontology#action-concur"
ACTION_RETURN_WITHOUT_ACTION: Final = "https://w3id.org/schedgraph/ontology#action-return-without-action"
ACTION_SUBMIT_FOR_CONCURRENCE: Final = "https://w3id.org/schedgraph/ontology#action-submit-for-concurrence"

SIGNATORY_ACTION_BY_WORD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Approve": ACTION_APPROVE,
        "Certify": ACTION_CERTIFY,
        "Concur": ACTION_CONCUR,
        "Return Without Action": ACTION_RETURN_WITHOUT_ACTION,
        "Submit for Concurrence": ACTION_SUBMIT_FOR_CONCURRENCE,
    }
)

CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Whoever says something: a document by its SHA-256, a table of facts as fact:NAME, a correction as correction:ID.
CREATE TABLE IF NOT EXISTS source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);

CREATE TABLE IF NOT EXISTS document (
  source INTEGER PRIMARY KEY,
  names TEXT NOT NULL,        -- JSON: every file name under which these bytes were seen, sorted
  form TEXT NOT NULL,
  schedule TEXT,
  transcript BLOB NOT NULL    -- the JSON of `parse --format json`, compressed by zlib
);

CREATE INDEX IF NOT EXISTS document_by_schedule ON document (schedule);

CREATE TABLE IF NOT EXISTS statement (
  id INTEGER PRIMARY KEY,     -- stays the same as long as its source says the same
  key BLOB NOT NULL,          -- made from the content
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  object TEXT NOT NULL,
  relates INTEGER NOT NULL,   -- 1 where the object is an authority
  source INTEGER NOT NULL,
  body TEXT NOT NULL          -- JSON: evidence, dates, readings; see rows.py
);

CREATE INDEX IF NOT EXISTS statement_by_subject ON statement (subject);
CREATE INDEX IF NOT EXISTS statement_by_object ON statement (object) WHERE relates = 1;
CREATE INDEX IF NOT EXISTS statement_by_source ON statement (source);

-- Full text. What an authority is called in it, and who says so, stands in `worded` under the same number.
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (title, description, disposition);
CREATE TABLE IF NOT EXISTS worded (id INTEGER PRIMARY KEY, subject TEXT NOT NULL, source INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS worded_by_source ON worded (source);

CREATE TABLE IF NOT EXISTS place (
  sha256 TEXT NOT NULL,
  path TEXT NOT NULL,         -- where a file of these bytes was when it was ingested; no part of the graph
  PRIMARY KEY (sha256, path)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS correction (
  id TEXT PRIMARY KEY,        -- made from the content
  body TEXT NOT NULL          -- JSON: what a person says, who and when
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS defeated (
  statement INTEGER NOT NULL, -- a statement that a correction defeats
  by TEXT NOT NULL,           -- the correction
  PRIMARY KEY (statement, by)
) WITHOUT ROWID;

-- What has changed since whoever follows the ledger took notice, while somebody does (about: followed).
CREATE TABLE IF NOT EXISTS change (
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  object TEXT NOT NULL,       -- empty where it is no authority
  PRIMARY KEY (subject, predicate, object)
) WITHOUT ROWID;

CREATE VIEW IF NOT EXISTS in_force AS SELECT * FROM statement WHERE id NOT IN (SELECT statement FROM defeated);

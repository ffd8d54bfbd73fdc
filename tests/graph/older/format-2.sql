CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS document (
  sha256 TEXT PRIMARY KEY,
  names TEXT NOT NULL,        -- JSON: every file name under which these bytes were seen, sorted
  form TEXT NOT NULL,
  schedule TEXT,
  transcript TEXT NOT NULL    -- the JSON of `parse --format json`
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS statement (
  key TEXT PRIMARY KEY,       -- made from the content
  subject TEXT NOT NULL,
  predicate TEXT NOT NULL,
  object TEXT NOT NULL,
  relates INTEGER NOT NULL,   -- 1 where the object is an authority
  document TEXT NOT NULL,
  body TEXT NOT NULL          -- JSON: evidence, dates, readings
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS statement_by_subject ON statement (subject);
CREATE INDEX IF NOT EXISTS statement_by_object ON statement (object) WHERE relates = 1;
CREATE INDEX IF NOT EXISTS statement_by_document ON statement (document);

CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (id UNINDEXED, document UNINDEXED, title, description, disposition);

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
  key TEXT NOT NULL,          -- a statement that a correction defeats
  by TEXT NOT NULL,           -- the correction
  PRIMARY KEY (key, by)
) WITHOUT ROWID;

CREATE VIEW IF NOT EXISTS in_force AS SELECT * FROM statement WHERE key NOT IN (SELECT key FROM defeated);

-- By which rules the answers were drawn, until which day they hold, how far a rebuilding has come.
CREATE TABLE IF NOT EXISTS drawn (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS answer (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,    -- the authority
  verdict TEXT NOT NULL,
  family TEXT,                -- of its number; null where the identifier is not one that is written
  body TEXT NOT NULL,         -- JSON; see packing.py
  leans TEXT NOT NULL         -- the other regions that the answer was drawn from, a line each
);

-- Which regions hold answers that lean on a region; it may name some that no longer do.
CREATE TABLE IF NOT EXISTS leaning (
  region TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (region, by)
) WITHOUT ROWID;

-- The successions, for questions over many generations.
CREATE TABLE IF NOT EXISTS succession (
  old TEXT NOT NULL,
  new TEXT NOT NULL,
  rule TEXT NOT NULL,
  since TEXT,
  scope TEXT NOT NULL,        -- certain or possible
  PRIMARY KEY (old, new)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS succession_by_new ON succession (new, old);

-- Authorities of which the answer is to be drawn anew.
CREATE TABLE IF NOT EXISTS due (id TEXT PRIMARY KEY) WITHOUT ROWID;

-- How sure a paragraph's kind is, from 0 to 1; NULL where an older version has read it.
ALTER TABLE paragraph ADD COLUMN confidence REAL;

-- The kind that a curator has set for a paragraph, by its number: it outlives re-imports, and while the paragraph is
-- removed it rests with the tombstone.
CREATE TABLE paragraph_correction (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- What is worked out with the default order of a document's sentences: how many of them, from the first, may be given
-- in a summary, and how many seconds its body takes to read.
CREATE TABLE outline (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    fit INTEGER NOT NULL,
    seconds INTEGER NOT NULL
) STRICT;

-- The phrases that a document comes back to, as they stand in it, 0 the best.
CREATE TABLE key_phrase (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;

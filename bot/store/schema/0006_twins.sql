-- Texts that are nearly the same: word for word but for a few words, with the same figures, names and negations.
-- Both tables know texts by their fingerprint, whatever paragraphs hold them, so that neither a re-import nor a
-- corrected kind changes anything here.

-- By what a text is looked up: a few hashes of runs of its words. `text` is the beginning of its fingerprint, 48 bits.
CREATE TABLE shingle (
    mark INTEGER NOT NULL,
    text INTEGER NOT NULL,
    PRIMARY KEY (mark, text)
) STRICT, WITHOUT ROWID;

-- Each pair stands here both ways round.
CREATE TABLE twin (
    fingerprint TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (fingerprint, other)
) STRICT, WITHOUT ROWID;

-- Documents that were kept before there were twins.
CREATE TABLE twin_backlog (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE
) STRICT;

INSERT INTO twin_backlog (document) SELECT id FROM document WHERE removed_at IS NULL;

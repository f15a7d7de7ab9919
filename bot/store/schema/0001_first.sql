-- Documents that are searched together. The shared one is the operator's; a server's own is keyed by its id.
CREATE TABLE collection (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    next_document INTEGER NOT NULL DEFAULT 1
) STRICT;

INSERT INTO collection (key) VALUES ('shared');

-- A removed document stays as a tombstone, so that its number is never given again.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    collection INTEGER NOT NULL REFERENCES collection (id),
    number INTEGER NOT NULL,
    next_paragraph INTEGER NOT NULL DEFAULT 1,
    file TEXT NOT NULL,
    path TEXT NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    reader INTEGER NOT NULL,
    title TEXT,
    title_basis TEXT NOT NULL,
    publisher TEXT,
    publisher_basis TEXT NOT NULL,
    author TEXT,
    author_basis TEXT NOT NULL,
    published TEXT,
    published_basis TEXT NOT NULL,
    published_earliest TEXT,
    published_latest TEXT,
    anchor_date TEXT,
    anchor_date_basis TEXT NOT NULL,
    language TEXT,
    language_basis TEXT NOT NULL,
    kind TEXT,
    kind_basis TEXT NOT NULL,
    note TEXT,
    note_basis TEXT NOT NULL,
    digest_of TEXT,
    digest_title TEXT,
    digest_publisher TEXT,
    digest_published TEXT,
    imported_at TEXT NOT NULL,
    removed_at TEXT,
    UNIQUE (collection, number)
) STRICT;

CREATE INDEX document_by_sha256 ON document (sha256, collection, number);
CREATE INDEX document_by_path ON document (path);

-- `retired_by` is the number of the original that has taken a digest's place.
CREATE VIEW living_document AS
SELECT d.*, c.key,
    (SELECT min(o.number) FROM document AS o
     WHERE o.sha256 = d.digest_of AND o.collection = d.collection AND o.removed_at IS NULL) AS retired_by
FROM document AS d JOIN collection AS c ON c.id = d.collection
WHERE d.removed_at IS NULL;

-- The source text exactly as decoded; every offset counts code points of it.
CREATE TABLE source (
    document INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

-- What a curator has set by hand; it outlives a re-import.
CREATE TABLE correction (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT,
    made_at TEXT NOT NULL,
    PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;

-- `fingerprint` is that of the folded words: equal for passages that differ in typography only.
-- A removed paragraph keeps its number and its last wording; its position and offsets are gone.
CREATE TABLE paragraph (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    removed_at TEXT,
    UNIQUE (document, number)
) STRICT;

CREATE INDEX paragraph_by_kind ON paragraph (document, kind) WHERE removed_at IS NULL;
CREATE INDEX paragraph_by_fingerprint ON paragraph (fingerprint);

-- Offsets count from the start of the paragraph.
CREATE TABLE sentence (
    id INTEGER PRIMARY KEY,
    paragraph INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL
) STRICT;

CREATE INDEX sentence_by_paragraph ON sentence (paragraph);

-- Offsets count from the start of the paragraph. All of a value's columns are NULL where the basis is 'unknown'.
CREATE TABLE date_mention (
    id INTEGER PRIMARY KEY,
    paragraph INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
    sentence INTEGER REFERENCES sentence (id) ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    value TEXT,
    earliest TEXT,
    latest TEXT,
    "precision" TEXT,
    basis TEXT NOT NULL
) STRICT;

CREATE INDEX date_mention_by_paragraph ON date_mention (paragraph);
CREATE INDEX date_mention_by_sentence ON date_mention (sentence);
CREATE INDEX date_mention_by_date ON date_mention (earliest, latest);

-- Sentences by how well they stand for their document, 0 the best; computed at import.
CREATE TABLE ranking (
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    method TEXT NOT NULL,
    rank INTEGER NOT NULL,
    sentence INTEGER NOT NULL REFERENCES sentence (id) ON DELETE CASCADE,
    PRIMARY KEY (document, method, rank)
) STRICT, WITHOUT ROWID;

-- The folded form of every living paragraph, and beside it the words that are written with a hyphen once more
-- without it, so that multi-polar and multipolar meet.
CREATE TABLE passage_text (
    paragraph INTEGER PRIMARY KEY REFERENCES paragraph (id) ON DELETE CASCADE,
    folded TEXT NOT NULL,
    compounds TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE passage_index USING fts5 (
    folded,
    compounds,
    content = 'passage_text',
    content_rowid = 'paragraph',
    tokenize = 'porter unicode61 remove_diacritics 2',
    prefix = '2 3'
);

-- The same words unstemmed: how often each is used, and what a misspelt one may have been.
CREATE VIRTUAL TABLE word_index USING fts5 (
    folded,
    compounds,
    content = 'passage_text',
    content_rowid = 'paragraph',
    tokenize = 'unicode61 remove_diacritics 2',
    detail = none
);

CREATE VIRTUAL TABLE stem_count USING fts5vocab (passage_index, row);
CREATE VIRTUAL TABLE word_count USING fts5vocab (word_index, row);

CREATE TRIGGER passage_text_added AFTER INSERT ON passage_text BEGIN
    INSERT INTO passage_index (rowid, folded, compounds) VALUES (new.paragraph, new.folded, new.compounds);
    INSERT INTO word_index (rowid, folded, compounds) VALUES (new.paragraph, new.folded, new.compounds);
END;

CREATE TRIGGER passage_text_removed AFTER DELETE ON passage_text BEGIN
    INSERT INTO passage_index (passage_index, rowid, folded, compounds)
    VALUES ('delete', old.paragraph, old.folded, old.compounds);
    INSERT INTO word_index (word_index, rowid, folded, compounds)
    VALUES ('delete', old.paragraph, old.folded, old.compounds);
END;

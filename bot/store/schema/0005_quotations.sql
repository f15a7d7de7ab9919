-- Everybody to whom a collection's documents attribute words, under the name that the documents give: two documents
-- mean the same speaker when they give the same full name. What a curator joins besides stands in speaker_alias.
CREATE TABLE speaker (
    id INTEGER PRIMARY KEY,
    collection INTEGER NOT NULL REFERENCES collection (id),
    name TEXT NOT NULL,
    UNIQUE (collection, name)
) STRICT;

-- The folded words of each name, so that a name is found by the beginning of any of them.
CREATE TABLE speaker_word (
    word TEXT NOT NULL,
    speaker INTEGER NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
    PRIMARY KEY (word, speaker)
) STRICT, WITHOUT ROWID;

CREATE INDEX speaker_word_by_speaker ON speaker_word (speaker);

-- The name under which a curator wants a speaker shown. By name, not by row: it outlives every import. What is shown
-- is never itself replaced, so that one step leads to it.
CREATE TABLE speaker_alias (
    collection INTEGER NOT NULL REFERENCES collection (id),
    name TEXT NOT NULL,
    shown TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (collection, name)
) STRICT, WITHOUT ROWID;

-- Words that are said, direct (between marks) or reported. Offsets count from the start of the paragraph. The speaker
-- is NULL, and the basis 'unknown', where nobody can be named safely.
CREATE TABLE quotation (
    id INTEGER PRIMARY KEY,
    paragraph INTEGER NOT NULL REFERENCES paragraph (id) ON DELETE CASCADE,
    form TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    speaker INTEGER REFERENCES speaker (id),
    basis TEXT NOT NULL
) STRICT;

CREATE INDEX quotation_by_paragraph ON quotation (paragraph);
CREATE INDEX quotation_by_speaker ON quotation (speaker, form, paragraph);

-- How often each speaks in each document; counted at import.
CREATE TABLE speaker_count (
    speaker INTEGER NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
    document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    quotations INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    PRIMARY KEY (speaker, document)
) STRICT, WITHOUT ROWID;

CREATE INDEX speaker_count_by_document ON speaker_count (document);

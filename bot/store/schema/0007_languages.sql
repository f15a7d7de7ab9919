-- Beside the words of a paragraph, what finds it in other languages: stems by Snowball, pairs of characters of scripts
-- without spaces. The vowel signs of Indic scripts and of Thai are parts of words. Paragraphs of existing documents get
-- theirs when the documents are read anew.
ALTER TABLE passage_text ADD COLUMN stems TEXT NOT NULL DEFAULT '';

DROP TRIGGER passage_text_added;
DROP TRIGGER passage_text_removed;
DROP TABLE stem_count;
DROP TABLE word_count;
DROP TABLE passage_index;
DROP TABLE word_index;

CREATE VIRTUAL TABLE passage_index USING fts5 (
    folded,
    compounds,
    stems,
    content = 'passage_text',
    content_rowid = 'paragraph',
    tokenize = 'porter unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''',
    prefix = '2 3'
);

CREATE VIRTUAL TABLE word_index USING fts5 (
    folded,
    compounds,
    content = 'passage_text',
    content_rowid = 'paragraph',
    tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co Mn Mc''',
    detail = none
);

CREATE VIRTUAL TABLE stem_count USING fts5vocab (passage_index, row);
CREATE VIRTUAL TABLE word_count USING fts5vocab (word_index, row);

CREATE TRIGGER passage_text_added AFTER INSERT ON passage_text BEGIN
    INSERT INTO passage_index (rowid, folded, compounds, stems)
    VALUES (new.paragraph, new.folded, new.compounds, new.stems);
    INSERT INTO word_index (rowid, folded, compounds) VALUES (new.paragraph, new.folded, new.compounds);
END;

CREATE TRIGGER passage_text_removed AFTER DELETE ON passage_text BEGIN
    INSERT INTO passage_index (passage_index, rowid, folded, compounds, stems)
    VALUES ('delete', old.paragraph, old.folded, old.compounds, old.stems);
    INSERT INTO word_index (word_index, rowid, folded, compounds)
    VALUES ('delete', old.paragraph, old.folded, old.compounds);
END;

INSERT INTO passage_index (passage_index) VALUES ('rebuild');
INSERT INTO word_index (word_index) VALUES ('rebuild');

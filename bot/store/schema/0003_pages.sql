-- The page on which a paragraph begins and the one on which it ends, counted from 1; NULL where a file has no pages.
ALTER TABLE paragraph ADD COLUMN page INTEGER;
ALTER TABLE paragraph ADD COLUMN last_page INTEGER;

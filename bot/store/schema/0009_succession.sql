-- The number of the paragraph that came after a removed one: nearly the same words at the same place. NULL where there
-- is none, or where an older version removed it.
ALTER TABLE paragraph ADD COLUMN successor INTEGER;

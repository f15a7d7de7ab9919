-- The paragraphs that do not answer: few beside those that do, so that asking whether one is among them takes no look
-- at the paragraph itself.
CREATE INDEX paragraph_aside ON paragraph (id) WHERE kind <> 'body' OR removed_at IS NOT NULL;

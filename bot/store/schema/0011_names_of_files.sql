-- A file is looked for by its name before it is read: it may have been moved.
CREATE INDEX document_by_file ON document (file);

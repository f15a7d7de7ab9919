"""Verification: whether a pasted text stands in the documents, decided by its words, never by likeness."""

"""The store: one SQLite file that holds collections of documents; all SQL of the project is here."""

"""Texts as words: what must be equal, which numbers they name, and when two of them say the same. Pure."""

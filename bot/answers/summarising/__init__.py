"""Summarising: how sentences are chosen, and what else is known of a document in a few words."""

"""Answers: a request in, an answer out; no SQL, no Discord, no printing."""

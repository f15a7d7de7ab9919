"""Answers drawn as pictures."""

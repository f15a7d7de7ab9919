"""Answers as they look at a terminal: pure rendering, from answers to what rich prints."""

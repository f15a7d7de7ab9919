"""Dates in sentences: what they say, what they amount to, and from what that is known."""

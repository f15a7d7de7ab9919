"""Answers in the formats of other programs: calendars and tables."""

"""Comparing two documents: which of their passages are the same, reworded, or differ in a figure."""

"""Formats that are no plain text: the bytes of a file in, its text as light Markdown under front matter out."""

"""Passages that were found, as a table (RFC 4180) and as Markdown: each word for word, with its citation."""

from collections.abc import Sequence
from typing import Final

from bot.answers.citing import Cited
from bot.answers.results import Passage
from bot.exports.citations.prose import escaped_lines, markdown
from bot.exports.tables import written

COLUMNS: Final = (
    *("text", "reference", "title", "author", "publisher", "published", "published_basis"),
    *("page", "digest_of", "match", "also_in", "file", "start", "end", "speaker", "speaker_basis"),
)


def table(passages: Sequence[Passage]) -> str:
    """A table with a line of headings; cells that a spreadsheet would take for formulas are guarded."""
    return written(COLUMNS, map(_row, passages))


def document(passages: Sequence[Passage]) -> str:
    """Each passage as a block quotation, and under it where it stands."""
    return "\n".join(f"{_quoted(each.text)}\n>\n> — {markdown(_cited(each))}\n" for each in passages)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in escaped_lines(text))


def _cited(passage: Passage) -> Cited:
    at = passage.citation
    return Cited(at.document, at.paragraph, None, passage.text, at.span, at.page)


def _row(passage: Passage) -> Sequence[str]:
    at = passage.citation
    known = at.document.metadata
    original = known.digest_of
    return (
        passage.text,
        at.reference,
        at.document.name,
        known.author.value or "",
        known.publisher.value or "",
        known.published.value or "",
        known.published.basis.value if known.published.value else "unknown",
        "" if at.page is None else str(at.page),
        "" if original is None else ", ".join(filter(None, (original.title, original.publisher, original.published))),
        passage.match,
        " ".join(each.reference for each in passage.also_in),
        at.document.file,
        str(at.span.start),
        str(at.span.end),
        "" if passage.speaker is None else passage.speaker.name,
        "" if passage.speaker is None else passage.speaker.basis.value,
    )

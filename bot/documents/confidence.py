"""Confidence: how far a kind can be relied on, by what decided it.

Each way of deciding has a tally: how often it was right on pages of `tests/documents/unseen` when they were read for
the first time, before the rules knew them (pages 99 to 192, eleven sets, each read by the rules of its day). The
confidence is (right + 1) / (given + 2), Laplace's rule of succession, so that little evidence claims little. It says
how sure such a decision is on a page of a make-up that nobody has looked at, which is less than on one that the rules
were made for.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.documents.looks import Look
from bot.models import Kind


class Ground(StrEnum):
    """What a decision rests on."""

    ALONE = "the paragraph alone"
    SECTION = "the section that it stands in"
    HEADLINE = "the line that heads the document"
    BESIDE = "its place beside the headline"
    ABOVE = "its place above a paragraph"
    BEHIND = "its place behind the text"
    PROSE = "running text, and nothing against it"
    SENTENCE = "a short sentence, and nothing against it"
    LINE = "a line without an end mark, and nothing against it"


# right, given; `python tests/benchmarks/kinds.py` prints how these statements fare on the pages as they are read now
_TALLIES: Final[Mapping[Ground, tuple[int, int]]] = {
    Ground.ALONE: (757, 882),
    Ground.SECTION: (430, 630),
    Ground.HEADLINE: (62, 91),
    Ground.BESIDE: (140, 230),
    Ground.ABOVE: (118, 196),
    Ground.BEHIND: (67, 115),
    Ground.PROSE: (517, 556),
    Ground.SENTENCE: (80, 113),
    Ground.LINE: (204, 287),
}
_GROUNDS: Final[Mapping[str, Ground]] = {
    reason: ground
    for ground, reasons in {
        Ground.SECTION: (
            "links to other pages",
            "comments of readers",
            "behind the end of the release",
            "contact of the publisher",
            "list of sources",
            "words of a sponsor",
            "note on the author",
            "signature of a member",
            "added to a post by the forum",
            "name of the writer of a post",
            "head of a post",
            "subject of a post",
            "opening of a letter",
            "close of a letter",
            "month of an archive",
            "named in the table of contents",
            "question that is answered below it",
            "note on the publisher",
            "imprint or address of the publisher",
            "credit in a sentence",
            "table of contents",
            "running head of a page",
            "page number",
            "among questions added to the text",
            "questions to the reader behind the text",
            "in another language than the text",
            "in another script than the text",
            "one of a row of titles of other pages",
            "stands more than once on the page",
            "date or name in a section behind the text",
            "menu behind a section",
        ),
        Ground.HEADLINE: ("headline",),
        Ground.BESIDE: (
            "short line above the headline",
            "line above the headline",
            "line below the headline",
            "line between headline and credits",
            "name below the headline",
            "place below the headline",
            "date below the headline",
            "name of a company above the headline",
            "names with notes on where they work",
            "names below the headline",
            "where an author works",
            "headline once more",
            "pointer to another entry",
            "line among the furniture above the text",
            "line of a menu",
            "line among the credits above the text",
            "among the lines of a menu",
            "caption above its credit",
        ),
        Ground.ABOVE: (
            "short line above a paragraph",
            "short line above a heading",
            "heads a date",
            "date below a heading that asks for it",
            "bold line",
            "line in capitals",
            "line in title case above a list",
            "the only text of the document",
        ),
        Ground.BEHIND: (
            "short line among links behind the text",
            "short line among additions behind the text",
            "question behind the end of the text",
            "line among the furniture beside it",
            "sentence among the furniture beside it",
            "a few words among the furniture",
            "heads what stands behind the text",
            "number alone",
            "line between two paragraphs",
            "among the furniture behind the text",
            "outside the text of the page",
        ),
    }.items()
    for reason in reasons
}


def ground(kind: Kind, reason: str, seen: Look) -> Ground:
    """What a decision rests on."""
    if reason in _GROUNDS or kind is not Kind.BODY:
        return _GROUNDS.get(reason, Ground.ALONE)
    if seen.prose:
        return Ground.PROSE
    return Ground.SENTENCE if seen.ended else Ground.LINE


_STATED: Final[Mapping[Ground, float]] = {
    on: round((right + 1) / (given + 2), 2) for on, (right, given) in _TALLIES.items()
}


def stated(on: Ground) -> float:
    """The confidence of a decision that rests on this, from 0 to 1 with two decimals."""
    return _STATED[on]

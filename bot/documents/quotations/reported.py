"""Reported speech: what a sentence says that somebody said, outside quotation marks ("X said that …", "…, X said.")."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from bot.documents.quotations import clauses, subjects
from bot.documents.quotations.agencies import is_agency
from bot.documents.quotations.clauses import Report, Way
from bot.documents.quotations.lexicon import PLAIN, REPORTING
from bot.documents.quotations.page import MASK, Page
from bot.models import Span

_WORD: Final = re.compile(r"[a-z]+")
_THAT: Final = re.compile(r"(?:\s+[^\s\x01:;,]+){0,10}?,?\s+that\s+")
# A clause without "that" begins with a word that can begin a sentence; what else follows the verb is its object.
_CLAUSE: Final = re.compile(
    r"\s+(?=(?:he|she|they|it|we|I|you|there|the|this|these|those|a|an|his|her|their|its|our|most|many|some|all|no|any|if|when"
    r"|such|both|each|every|[A-Z][\w’'-]+)\s)(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:the|this|that)\s\w+\s*[.,])"
)
_ACCORDING: Final = re.compile(r"[Aa]ccording to\s+([^\x01;:,]{2,120}(?:,[^\x01;:,]{2,80}(?=,))??),\s+")
_SOURCE: Final = re.compile(r",\s+according to\s[^\x01;:,]{2,80}\.?\s*$")
# How many verbs of a sentence are tried, so that an endless one takes linear time.
_TRIED: Final = 4
_SHORTEST: Final = 4
_MOST: Final = 0.6


def reports(page: Page) -> Iterator[tuple[Span, Report]]:
    """The reported clauses of a paragraph, in order and without overlap, each with its reporting clause."""
    if REPORTING.isdisjoint(_WORD.findall(page.masked)) and "ccording to" not in page.masked:
        return
    for left, right in pairwise(page.edges):
        frame = Span(left, right)
        blotted = page.masked.count(MASK, left, right)
        if right - left < 16 or blotted > _MOST * (right - left):  # noqa: PLR2004 - too short for verb and clause
            continue
        if (found := _at_end(page, frame) or _behind_verb(page, frame) or _according(page, frame)) is not None:
            span = _trimmed(page, found[0])
            if len(span.of(page.text).split()) >= _SHORTEST:
                yield span, found[1]


def _verbs(page: Page, frame: Span) -> Iterator[re.Match[str]]:
    for found in _WORD.finditer(page.masked, frame.start, frame.end):
        if found[0] in REPORTING:
            yield found


def _at_end(page: Page, frame: Span) -> tuple[Span, Report] | None:
    """What stands before a reporting clause that ends its sentence."""
    if next(_verbs(page, Span(max(frame.start, frame.end - 160), frame.end)), None) is None:
        return None
    report = clauses.final(page, frame)
    if report is None or is_agency(report.subject, report.cue.of(page.masked)) or report.subject.text in {"I", "we"}:
        return None
    return Span(frame.start, report.cue.start), report


def _behind_verb(page: Page, frame: Span) -> tuple[Span, Report] | None:
    """What stands behind the first verb that reports, with or without "that"."""
    for verb in islice(_verbs(page, frame), _TRIED):
        that = _THAT.match(page.masked, verb.end(), frame.end)
        opened = that or (_CLAUSE.match(page.masked, verb.end(), frame.end) if verb[0] in PLAIN else None)
        if opened is None or page.masked[opened.end() : opened.end() + 1] == MASK:
            continue
        subject = clauses.subject_of(page, frame.start, verb.start())
        if subject is not None:
            report = Report(subject, Way.BEFORE, Span(*verb.span()))
            return Span(opened.end(), max(opened.end(), _end(page, frame))), report
    return None


def _end(page: Page, frame: Span) -> int:
    """Where a sentence ends but for a clause that says who passes it on (…, Xinhua reported; …, according to X)."""
    if (source := _SOURCE.search(page.masked, frame.start, frame.end)) is not None:
        return source.start()
    ending = clauses.final(page, frame)
    if ending is not None and is_agency(ending.subject, ending.cue.of(page.masked)):
        return ending.cue.start
    return frame.end


def _according(page: Page, frame: Span) -> tuple[Span, Report] | None:
    """What somebody says by whom the sentence begins ("According to the mayor, …")."""
    found = _ACCORDING.match(page.masked, frame.start, frame.end)
    if found is None:
        return None
    subject = subjects.read(page, found.start(1), found.end(1))
    if subject is None:
        return None
    return Span(found.end(), frame.end), Report(subject, Way.BEFORE, Span(found.start(), found.start(1)))


def _trimmed(page: Page, span: Span) -> Span:
    """A stretch without the spaces, commas and the full stop around it."""
    text = span.of(page.text)
    start = span.start + len(text) - len(text.lstrip(" \t\u00a0,;:—–-"))
    end = span.start + len(text.rstrip(" \t\r\n\u00a0,;:—–-."))
    return Span(start, max(start, end))

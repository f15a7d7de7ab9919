"""Reported speech: what a sentence says that somebody said, outside quotation marks ("X said that …", "…, X said.")."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.documents.quotations import clauses, subjects
from bot.documents.quotations.agencies import is_agency
from bot.documents.quotations.clauses import Report, Way
from bot.documents.quotations.cues import Word
from bot.documents.quotations.lexicon import PLAIN, REPORTING
from bot.documents.quotations.page import MASK, Page
from bot.models import Span

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
# A verb that ends its sentence begins no farther from the end.
_NEAR_END: Final = 160
# No sentence with a verb and a clause is shorter.
_SHORT: Final = 16
_MOST: Final = 0.6


def reports(page: Page) -> Iterator[tuple[Span, Report]]:
    """The reported clauses of a paragraph, in order and without overlap, each with its reporting clause."""
    according = "ccording to" in page.masked
    if not according and REPORTING.isdisjoint(page.small):
        return
    every = [word for word in page.cue_words if word.word in REPORTING]
    for left, right in pairwise(page.edges):
        verbs = every[bisect_left(every, (left,)) : bisect_left(every, (right,))]
        if not (verbs or according) or right - left < _SHORT:
            continue
        if page.masked.count(MASK, left, right) > _MOST * (right - left):
            continue
        frame = Span(left, right)
        found = _at_end(page, frame, verbs) or _behind_verb(page, frame, verbs) or _according(page, frame)
        if found is not None:
            span = _trimmed(page, found[0])
            if len(span.of(page.text).split()) >= _SHORTEST:
                yield span, found[1]


def _at_end(page: Page, frame: Span, verbs: Sequence[Word]) -> tuple[Span, Report] | None:
    """What stands before a reporting clause that ends its sentence."""
    if not verbs or verbs[-1].start < frame.end - _NEAR_END:
        return None
    report = clauses.final(page, frame)
    if report is None or is_agency(report.subject, report.cue.of(page.masked)) or report.subject.text in {"I", "we"}:
        return None
    return Span(frame.start, report.cue.start), report


def _behind_verb(page: Page, frame: Span, verbs: Sequence[Word]) -> tuple[Span, Report] | None:
    """What stands behind the first verb that reports, with or without "that"."""
    for verb in verbs[:_TRIED]:
        that = "that" in page.masked[verb.end : frame.end] and _THAT.match(page.masked, verb.end, frame.end)
        opened = that or (_CLAUSE.match(page.masked, verb.end, frame.end) if verb.word in PLAIN else None)
        if opened is None or page.masked[opened.end() : opened.end() + 1] == MASK:
            continue
        subject = clauses.subject_of(page, frame.start, verb.start)
        if subject is not None:
            report = Report(subject, Way.BEFORE, Span(verb.start, verb.end))
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

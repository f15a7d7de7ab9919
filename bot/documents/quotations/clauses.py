"""Reporting clauses: who is said to say something, and how the clause stands to it."""

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from bot.documents.quotations import subjects
from bot.documents.quotations.page import MASK, Page
from bot.documents.quotations.subjects import Form, Subject
from bot.models import Span

# It begins with a set of characters, since such a pattern is looked for much faster.
_BREAK: Final = re.compile(
    r"[;:?!—―\s,-](?:(?<=[;:?!—―])|(?<=-)-|(?<=\s)[—–―-]{1,2}\s"
    r"|(?:(?<=\s)|(?<=,)\s)(?:and|but|while|as|when|because|although|though|since|if|that|which|where"
    r"|whether|before|after|until|so|whom|how|what|why)\s)"
)
_FINAL_NAME: Final = re.compile(r",\s+([^,\x01;:]{2,90}(?:,[^,\x01]{3,90},)?)\s+$")
_FINAL_REST: Final = re.compile(r"[^,;:\x01.]{0,60}+\.?\s*+")
# What the verb of a clause acts on, so that it reports nothing ("…, many countries echoed the idea.").
_OBJECT: Final = re.compile(
    r"\s+(?:the|an?|this|that|these|those|his|her|its|their|our)\s(?!(?:\w+\s)?(?:day|week|month|year|time|morning|night)\b)"
)
_TOLD: Final = re.compile(r"\b(?:told|tells?|telling|informed|assured|reminded|warned)$")
_RELATIVE: Final = re.compile(r"\b(?:which|that|what)(?:\s\w+ly)?$")
_RELATIVE_ENDS: Final = ("which", "that", "what", "ly")
_AS: Final = re.compile(r"\s*As\s+")
_LEADS_IN: Final = re.compile(r"[\s,:]*(?:that[\s,]*)?")
# No verb that ends a sentence with what may follow it, and the spaces behind, begins farther from its end.
_FARTHEST: Final = 200
# How far a reporting clause reaches from the end of its sentence.
_REACH: Final = 320


class Way(Enum):
    """How a reporting clause stands to its quotation."""

    BEHIND = auto()
    BEFORE = auto()
    HELD = auto()
    COLON = auto()
    FINAL = auto()
    LOOSE = auto()


class Report(NamedTuple):
    """Who is said to say it, and how the clause stands; `cue` ends where the verb ends."""

    subject: Subject
    way: Way
    cue: Span


def leads_in(page: Page, report: Report, at: int) -> bool:
    """Whether a reporting clause stands right before a quotation, with at most "that" between (He claimed that "…")."""
    return report.way is Way.BEFORE and _LEADS_IN.fullmatch(page.masked, report.cue.end, at) is not None


def final(page: Page, frame: Span) -> Report | None:
    """The reporting clause that ends a sentence (…, analysts said.)."""
    said = page.says(max(frame.start, frame.end - _FARTHEST), frame.end)
    if not said:
        return None
    start = max(frame.start, frame.end - _REACH)
    for cue in reversed(said):
        if _FINAL_REST.fullmatch(page.masked, cue.end, frame.end) is None:
            return None
        if _OBJECT.match(page.masked, cue.end) and not _TOLD.search(page.masked, start, cue.end):
            continue
        comma = page.masked.rfind(",", start, cue.start)
        found = _FINAL_NAME.match(page.masked, comma, cue.start) if comma >= 0 else None
        if found is None and comma > 0:
            earlier = page.masked.rfind(",", start, page.masked.rfind(",", start, comma))
            found = _FINAL_NAME.match(page.masked, earlier, cue.start) if earlier >= 0 else None
        if found is not None and (subject := subjects.read(page, found.start(1), found.end(1))) is not None:
            return Report(subject, Way.FINAL, Span(found.start(), frame.end))
    return None


def loose(page: Page, start: int, end: int) -> Report | None:
    """The first subject of a sentence, where no verb reports."""
    subject = subjects.opening(page, start, end)
    return None if subject is None else Report(subject, Way.LOOSE, subject.span)


def subject_of(page: Page, start: int, at: int, *, gerund: bool = False, any_noun: bool = False) -> Subject | None:
    """The subject of a verb: what stands right before it in its clause, or that of the sentence.

    Args:
        page: The paragraph.
        start: Where the sentence begins.
        at: Where the verb begins.
        gerund: Whether the verb is one in -ing, whose subject is mostly that of the sentence.
        any_noun: Whether a short description may be about anything.
    """
    text = page.masked
    if (opened := _AS.match(text, start, at)) is not None:
        start = opened.end()
    left = text[start:at].rstrip()
    if not gerund and left.endswith(",") and (subject := subjects.opening(page, start, at)) is not None:
        return subject
    if left.endswith(_RELATIVE_ENDS) and _RELATIVE.search(left) is not None:
        return None
    near = _before_gerund(page, start, start + len(left)) if gerund else _in_clause(page, start, at, any_noun=any_noun)
    if near is not None:
        return near
    begin = text.rfind(MASK, start, at) + 1 or start
    return subjects.opening(page, begin, at) or (subjects.opening(page, start, at) if begin != start else None)


def _beside_gerund(page: Page, start: int, end: int) -> Subject | None:
    """A name right before a verb in -ing (footage of Ada Thorne saying "…")."""
    for name in page.names_in(start, end):
        if name.end == end:
            return Subject(Form.NAME, name.whole, name.span.of(page.text), name)
    return None


def _before_gerund(page: Page, start: int, end: int) -> Subject | None:
    """The subject of a verb in -ing: the name right before it, or who said what it goes on from (he said, adding …)."""
    if (beside := _beside_gerund(page, start, end)) is not None:
        return beside
    for cue in reversed(page.says(start, end)):
        if (subject := _in_clause(page, start, cue.start, any_noun=False)) is not None:
            return subject
    return None


def _in_clause(page: Page, start: int, at: int, *, any_noun: bool) -> Subject | None:
    # no clause reaches over a stretch between marks
    begin = max(start, page.masked.rfind(MASK, start, at) + 1)
    for found in _BREAK.finditer(page.masked, begin, at):
        if not _joins(page, begin, found):
            begin = found.end()
    subject = behind_comma(page, begin, at) or subjects.read(page, begin, at, any_noun=any_noun)
    if subject is None and page.masked[start:at].rstrip().endswith(" who"):
        names = page.names_in(start, at)
        if names:
            return Subject(Form.NAME, names[-1].whole, names[-1].span.of(page.text), names[-1])
    return subject


def _joins(page: Page, begin: int, found: re.Match[str]) -> bool:
    """Whether an "and" stands between two names with which a clause begins."""
    if found[0].strip() != "and" or not page.names_in(found.end(), found.end() + 1):
        return False
    return any(
        name.end == found.start() and not page.masked[begin : name.start].strip(" ,")
        for name in page.names_in(begin, found.start())
    )


def behind_comma(page: Page, begin: int, at: int) -> Subject | None:
    """The subject between the last comma of a stretch and its end."""
    comma = page.masked.rfind(",", begin, at)
    return subjects.read(page, comma + 1, at) if comma >= 0 else None

"""The reporting clause before a quotation in its sentence: She said: "…"; He called it "…"; In the words of X, "…"."""

import re
from typing import Final

from bot.documents.quotations import denials, subjects
from bot.documents.quotations.clauses import Report, Way, subject_of
from bot.documents.quotations.lexicon import ADDRESSING, WEAK
from bot.documents.quotations.page import Page
from bot.documents.quotations.subjects import Form, Subject
from bot.models import Span

_POSSESSED: Final = re.compile(
    r"([^\x01,;:]{2,80})['’]s?\s+(?:\w+\s){0,2}?(?:response|answer|reply|message|verdict|words|advice|comment|reaction"
    r"|conclusion|statement|tweet|retort|slogan|motto|question|assessment|explanation|description|take|quote)"
    r"(?:\s+(?:to|on|in|about|for)\s[^\x01,;:]{2,60})?(?:\s+(?:was|is|reads?|said|says))?\s*[:,]?\s*$"
)
_WORDS_OF: Final = re.compile(r"[^\x01]*\b[Ii]n the words of\s+([^\x01,;:]{2,80}?),?\s*$")
_ACCORDING: Final = re.compile(r"\b[Aa]ccording to\s+([^\x01;:]{2,120}?),[^\x01;:]{0,60}$")
_QUOTED: Final = re.compile(
    r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+(?!as\b|by\b)([^\x01;:]{2,80}?),?\s+as\s+(?:\w+ly\s+)?"
    r"(?:saying|having said|writing|telling)"
    r"(?:\s[^\x01;:]{1,60}?)?[\s:,]*(?:that\s+)?$"
)
_COLON: Final = re.compile(r"\s*([A-Z][^:.!?\x01]{1,60}):\s*$")
_PASSIVE: Final = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?$")
_REACH: Final = 200


def report(page: Page, start: int, end: int) -> Report | None:
    """The reporting clause between the beginning of a sentence and a quotation in it.

    Args:
        page: The paragraph.
        start: Where the sentence begins.
        end: Where the quotation begins.
    """
    clause = page.masked[start:end]
    if not any(map(str.isalpha, clause)):
        return None
    return (
        (_quoted(page, start, end) if "quot" in clause or "cit" in clause else None)
        or (_label(page, start, end) if clause.rstrip().endswith(":") else None)
        or (_possessed(page, start, end) if "'" in clause or "’" in clause or "n the words of" in clause else None)
        or _cued(page, start, end)
        or (_source(page, start, end) if "ccording to" in clause else None)
    )


def _quoted(page: Page, start: int, end: int) -> Report | None:
    """Whom another quotes: "Thorne quoted Jan Novak as saying …"."""
    found = _QUOTED.search(page.masked, max(start, end - _REACH), end)
    subject = None if found is None else subjects.read(page, *found.span(1))
    return None if found is None or subject is None else Report(subject, Way.BEFORE, Span(found.end(1), found.end()))


def _label(page: Page, start: int, end: int) -> Report | None:
    """A name and a colon, with no verb."""
    found = _COLON.match(page.masked, start, end)
    if found is None or page.says(found.start(1), found.end(1)):
        return None
    subject = subjects.read(page, found.start(1), found.end(1))
    return None if subject is None else Report(subject, Way.COLON, Span(found.end(1), end))


def _possessed(page: Page, start: int, end: int) -> Report | None:
    """An answer or the like that is somebody's own ("Thorne's answer was: …", "in the words of Ada Thorne, …")."""
    near = max(start, end - _REACH)
    clause = page.masked.rfind(",", near, max(near, end - 3)) + 1 or near
    for found in (_POSSESSED.match(page.masked, clause, end), _WORDS_OF.match(page.masked, near, end)):
        if found is None:
            continue
        subject = _owner(page, *found.span(1)) or subjects.read(page, *found.span(1))
        if subject is not None:
            return Report(subject, Way.BEFORE, Span(found.end(1), end))
    return None


def _owner(page: Page, start: int, end: int) -> Subject | None:
    """The name with which a stretch ends."""
    ending = [name for name in page.names_in(start, end) if name.end == end and not name.organisation]
    return Subject(Form.NAME, ending[0].whole, ending[0].span.of(page.text), ending[0]) if ending else None


def _cued(page: Page, start: int, end: int) -> Report | None:
    """The last verb before the quotation that has a subject; one of speech outweighs a weak one of attitude."""
    weak: Report | None = None
    for cue in reversed(page.cues(start, end)):
        if cue.is_speech and denials.reports_nothing(page, start, cue.start):
            continue
        if cue.word in ADDRESSING and _PASSIVE.search(page.masked, max(start, cue.start - 20), cue.start):
            # who was asked, or told, is not who speaks
            return weak
        subject = subject_of(page, start, cue.start, gerund=cue.is_gerund, any_noun=True)
        if subject is None:
            continue
        way = Way.BEFORE if cue.is_speech else Way.HELD
        found = Report(subject, way, cue.span)
        if cue.is_speech and (weak is None or not cue.is_gerund):
            return found
        if cue.word not in WEAK:
            return weak or found
        weak = weak or found
    return weak


def _source(page: Page, start: int, end: int) -> Report | None:
    """Who stands behind "according to" at the beginning of the sentence."""
    found = _ACCORDING.search(page.masked, max(start, end - _REACH), end)
    subject = subjects.read(page, *found.span(1)) if found is not None else None
    return None if found is None or subject is None else Report(subject, Way.BEFORE, Span(*found.span()))

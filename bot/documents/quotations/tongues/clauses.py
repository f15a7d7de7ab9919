"""Reporting clauses in other languages: right behind a quotation, or before it with a colon or "that"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.documents.quotations.marks import Stretch
from bot.documents.quotations.page import Page
from bot.documents.quotations.tongues import phrases
from bot.documents.quotations.tongues.phrases import Phrase, Sort
from bot.documents.quotations.tongues.tongue import Tongue
from bot.models import Span

_LEAD: Final = re.compile(r"\.?[\s,，]*(?:[—–―-]\s*)?")
_STOP: Final = re.compile(
    r"[;:?!,(\x01“”„«»\"]|(?<!\b[A-ZÀ-Þ])(?<!\bMM)(?<!\bM[rm]e)(?<!\bSr)(?<!\bSra)(?<!\bDr)(?<!\bDra)(?<!\bProf)\.(?:\s|$)|\s[—–-]\s"
)
_BREAK: Final = re.compile(r"[;:?!\x01]|\s[—–]\s|\.\s")
_COLON: Final = re.compile(r"\s*[:：]\s*$")
_NOTHING: Final = re.compile(r"[\s.]*(?:$|[,;\x01])")
_JOINED: Final = re.compile(r"\s(?:und|et|y|e|en|и)\s+(?=\w)")
_REACH: Final = 200
_NEAR: Final = 90


@dataclass(frozen=True, slots=True)
class Clause:
    """The subject of a reporting clause; `set_off` tells whether the quotation stands for itself beside it."""

    subject: Phrase
    set_off: bool


def behind(page: Page, stretch: Stretch, limit: int, tongue: Tongue) -> Clause | None:
    """The clause right behind a quotation („…“, sagte X; « … », selon X; "…", dijo)."""
    if not stretch.closed:
        return None
    text, at = page.masked, stretch.outer.end
    end = min(limit, at + _REACH)
    lead = _LEAD.match(text, at, end)
    at = lead.end() if lead else at
    if "." in text[stretch.outer.end : at] and not text[at : at + 1].islower():
        return None
    if (source := tongue.sources.match(text, at, end)) is not None:
        subject = phrases.read(text, source.end(), _stop(text, source.end(), end), tongue)
        return None if subject is None or subject.sort is Sort.PRONOUN else Clause(subject, set_off=True)
    verb = tongue.verbs.match(text, at, end)
    if verb is None:
        return None
    subject = _pronoun(verb, tongue) or phrases.read(text, verb.end(), _stop(text, verb.end(), end), tongue)
    if subject is None and tongue.silent and _ends(text, verb.end(), end, tongue):
        subject = Phrase(Sort.SILENT, Span(*verb.span()))
    return None if subject is None else Clause(subject, set_off=True)


def before(page: Page, start: int, end: int, tongue: Tongue) -> Clause | None:
    """The clause before a quotation in its sentence (X sagte: „…“; X a dit que « … »; Selon X, « … »).

    Args:
        page: The paragraph.
        start: Where the sentence begins.
        end: Where the quotation begins.
        tongue: The table of its language.
    """
    text = page.masked
    start = max(start, end - _REACH)
    colon = _COLON.search(text, start, end)
    that = None if colon else tongue.that.search(text, start, end)
    close = colon or that
    if close is None:
        return _source(text, start, end, tongue)
    for found in _BREAK.finditer(text, start, close.start()):
        start = found.end()
    verbs = list(tongue.verbs.finditer(text, start, close.start()))
    if not verbs:
        subject = _whole(text, start, close.start(), tongue) if colon else None
        return None if subject is None or subject.sort is not Sort.NAME else Clause(subject, set_off=True)
    verb = verbs[-1]
    if close.start() - verb.end() > _NEAR:
        return None
    subject = _pronoun(verb, tongue) or _left(text, start, verb.start(), tongue)
    subject = subject or phrases.read(text, verb.end(), _stop(text, verb.end(), close.start()), tongue)
    if subject is None and tongue.silent:
        left = phrases.behind_adverbs(text, start, verb.start(), tongue)
        subject = None if text[left : verb.start()].strip() else Phrase(Sort.SILENT, Span(*verb.span()))
    return None if subject is None else Clause(subject, set_off=colon is not None)


def openings(page: Page, start: int, end: int, tongue: Tongue) -> Iterator[Phrase]:
    """What may be the subject with which a sentence begins: at once, or behind its first comma.

    Of an office and a name between commas (El ministro de Hacienda, Pedro Lamas, …) it is the name. Two names that are
    joined count as a description.
    """
    text = page.masked
    for at in (start, text.find(",", start, min(end, start + _NEAR)) + 1):
        subject = phrases.read(text, at, end, tongue) if at >= start else None
        if subject is None or subject.sort is Sort.PRONOUN:
            continue
        if subject.sort is Sort.DESCRIPTION:
            yield _whole_between(text, subject.span.end, end, tongue) or subject
        elif _JOINED.match(text, subject.span.end, end):
            yield replace(subject, sort=Sort.DESCRIPTION)
        else:
            yield subject


def _whole_between(text: str, start: int, end: int, tongue: Tongue) -> Phrase | None:
    """The name between the next two commas."""
    first = text.find(",", start, min(end, start + _NEAR))
    second = text.find(",", first + 1, min(end, first + _NEAR)) if first >= 0 else -1
    named = _whole(text, first + 1, second, tongue) if second > 0 else None
    return named if named is not None and named.sort is Sort.NAME else None


def _stop(text: str, start: int, end: int) -> int:
    found = _STOP.search(text, start, end)
    return found.start() if found else end


def _pronoun(verb: re.Match[str], tongue: Tongue) -> Phrase | None:
    """The pronoun that a verb holds (a-t-elle dit)."""
    for name in verb.re.groupindex:
        if verb[name]:
            return Phrase(Sort.PRONOUN, Span(*verb.span(name)), gender=tongue.pronouns[verb[name].lower()])
    return None


def _ends(text: str, at: int, end: int, tongue: Tongue) -> bool:
    """Whether a clause ends behind a verb, or behind an adverb or day."""
    while (found := tongue.skipped.match(text, at + 1, end)) is not None and found.end() > at + 1:
        at = found.end() - 1
    return _NOTHING.match(text, at) is not None


def _source(text: str, start: int, end: int, tongue: Tongue) -> Clause | None:
    """Who stands behind "according to" at the beginning of the sentence."""
    left = text[start:end].rstrip()
    found = tongue.sources.match(text, start, end)
    if found is None or not left.endswith(","):
        return None
    subject = phrases.read(text, found.end(), start + len(left) - 1, tongue)
    return None if subject is None or subject.sort is Sort.PRONOUN else Clause(subject, set_off=True)


def _left(text: str, start: int, end: int, tongue: Tongue) -> Phrase | None:
    """The subject right before a verb: all that stands there, or a name between commas."""
    left = text[start:end].rstrip()
    if left.endswith(","):
        inner = left[:-1].rfind(",")
        if inner < 0:
            return None
        return _whole(text, start + inner + 1, start + len(left) - 1, tongue) or phrases.read(
            text, start + len(left) - len(left.lstrip()), start + inner, tongue
        )
    comma = left.rfind(",")
    return _whole(text, start + comma + 1, start + len(left), tongue)


def _whole(text: str, start: int, end: int, tongue: Tongue) -> Phrase | None:
    """The subject that fills a stretch; None where something is left over."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    subject = phrases.read(text, start, end, tongue)
    return subject if subject is not None and not text[subject.span.end : end].strip() else None

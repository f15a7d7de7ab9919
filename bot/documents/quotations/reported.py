"""Reported speech: what a sentence says that somebody said, outside quotation marks ("X said that …", "…, X said.")."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.documents.quotations import apposition, clauses, denials, subjects
from bot.documents.quotations.agencies import is_agency
from bot.documents.quotations.clauses import Report, Way
from bot.documents.quotations.cues import Word
from bot.documents.quotations.lexicon import COUNTED, PLAIN, REPORTING, ROLES, SPEECH_GERUND, TITLES, TOLD
from bot.documents.quotations.page import MASK, Page
from bot.documents.quotations.subjects import Form, Subject
from bot.models import Span

_WORD: Final = re.compile(r"[a-z]+\b")
_THAT: Final = re.compile(r"((?:\s+[^\s\x01:;,]+){0,10}?),?\s+(that)\s+")
# What may stand between a verb and "that" but for whom it addresses; anything else has a clause of its own.
_BETWEEN: Final = re.compile(
    r"\s+(?:to|on|in|at|during|by|from|after|before|through|via|as|for|with|last|this|late|early|again|also|yesterday|today"
    r"|earlier|later|\w+ly|repeatedly|often|it clear|clear|back|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_DEMONSTRATIVE: Final = re.compile(r"\s(?:in|of|at|on|for|from|by|with|to|about|during|after|before|since|like|over)$")
# A clause without "that" begins with a word that can begin a sentence; what else follows the verb is its object.
_CLAUSE: Final = re.compile(
    r"\s+(?=(?:he|she|they|it|we|I|you|there|the|this|these|those|a|an|his|her|their|its|our|most|many|some|all|no|any|if|when"
    r"|such|both|each|every|[A-Z][\w’'-]+)\s)(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:the|this|that)\s\w+\s*[.,])"
)
# What may stand behind a reporting clause that ends its sentence.
_ENDING: Final = re.compile(
    r"\s*[^\w\s]?\s*(?:(?:to|on|in|at|during|by|from|after|before|through|via|of|as|when|while|last|this|late|early|again"
    r"|yesterday|today|earlier|later|here|recently|\w+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|$)"
)
_ACCORDING: Final = re.compile(r"[Aa]ccording to\s+([^\x01;:,]{2,120}(?:,[^\x01;:,]{2,80}(?=,))??),\s+")
_PASSIVE: Final = re.compile(r"\b(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+)?$")
# Where something was said, behind what was said. It and the next begin with a set of characters, which is faster.
_SETTING: Final = re.compile(
    r"[,\s](?:(?<=\s)|(?<=,)\s)(?:in|during|at|on)\s(?:an?|the|his|her|their|\w+day[’']s)\s(?:[\w’'-]+\s){0,3}?(?:interview|statement|speech|remarks"
    r"|(?:news|press) conference|briefing|broadcast|tweet|email|rally|town hall|op-ed)\b[^,;:]*$"
)
# A second verb of the same subject, whose clause is another, or a verb in -ing.
_NEXT: Final = re.compile(
    r"[,\s](?:(?:(?<=\s)|(?<=,)\s)(?:and|but)\s(?:then\s|also\s|later\s|\w+ly\s)?([a-z]+)\s"
    r"(?=(?:that|he|she|it|they|there|the|his|her|its|their)\s)|(?<=,)\s([a-z]+ing)\s)"
)
_SOURCE: Final = re.compile(r",\s+(?:according to|citing|quoting)\s[^\x01;:,]{2,80}\.?\s*$")
# A "that" before a verb stands for a noun and joins no clause ("agreed on values that are common to all").
_FINITE: Final = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|did)\b"
)
_SOURCED: Final = re.compile(r",?\s+according to\s([^\x01;:,]{2,120})(?:,[^\x01;:,]{2,80})?\.?\s*$")
# What is told of a source behind its name, or of how it came by what it says.
_SOURCE_END: Final = re.compile(
    r"\s(?:who|which|that|familiar|close|briefed|in|on|at|during|released|published|issued|conducted|obtained|seen|reviewed"
    r"|with (?:direct )?knowledge)\b|\s[—–-]{1,2}\s"
)
_ABBREVIATED: Final = re.compile(r"(?:\b[A-Z]\.){2,}$")
_AGAIN: Final = (PLAIN | TOLD | {"stressed", "concluded", "predicted", "stated", "explained"}) - {"believe"}
# How many verbs of a sentence are tried, so that an endless one takes linear time.
_TRIED: Final = 4
_SHORTEST: Final = 4
_NEAR: Final = 24
# A verb that ends its sentence begins no farther from the end.
_NEAR_END: Final = 160
# No sentence with a verb and a clause is shorter.
_SHORT: Final = 16
_MOST: Final = 0.6


def reports(page: Page) -> Iterator[tuple[Span, Report]]:
    """The reported clauses of a paragraph, in order and without overlap, each with its reporting clause."""
    according = "ccording to" in page.masked
    every = [word for word in page.cue_words if word.word in REPORTING]
    if not (every or according):
        return
    place = 0
    for frame in page.frames:
        left, right = frame.start, frame.end
        first = place
        while place < len(every) and every[place].start < right:
            place += 1
        if not (place > first or according) or right - left < _SHORT:
            continue
        if page.masked.count(MASK, left, right) > _MOST * (right - left):
            continue
        verbs = every[first:place]
        told = _told(page, frame) if verbs else frame
        ending = clauses.final(page, told) if verbs else None
        ways = [_at_end, _behind_verb]
        if ending is not None and _is_outlet(ending):
            ways.reverse()  # who speaks goes before the paper that says so
        found = next(filter(None, (way(page, told, verbs, ending) for way in ways)), None)
        if found is None and according:
            found = _according(page, frame) or _sourced(page, frame)
        if found is not None:
            span = _trimmed(page, found[0])
            if len(span.of(page.text).split()) >= _SHORTEST:
                yield span, found[1]


def _told(page: Page, frame: Span) -> Span:
    """A sentence without a clause at its end that says who passes it on (…, according to X; …, citing X)."""
    source = _SOURCE.search(page.masked, frame.start, frame.end)
    return frame if source is None else Span(frame.start, source.start())


def _is_outlet(report: Report) -> bool:
    """Whether who reports is a news agency, a paper or a station."""
    return is_agency(report.subject, "reported")


def _at_end(page: Page, frame: Span, verbs: Sequence[Word], report: Report | None) -> tuple[Span, Report] | None:
    """What stands before a reporting clause that ends its sentence."""
    if report is None or verbs[-1].start < frame.end - _NEAR_END:
        return None
    if is_agency(report.subject, report.cue.of(page.masked)) or report.subject.text in {"I", "we"}:
        return None
    behind = verbs[-1]
    if _PASSIVE.search(page.masked, max(frame.start, behind.start - _NEAR), behind.start) is not None:
        return None
    if behind.word not in TOLD and _ENDING.match(page.masked, behind.end, frame.end) is None:
        return None
    return Span(frame.start, report.cue.start), report


def _behind_verb(page: Page, frame: Span, verbs: Sequence[Word], ending: Report | None) -> tuple[Span, Report] | None:
    """What stands behind the first verb that reports, with or without "that", but for a clause that ends the frame."""
    for verb in verbs[:_TRIED]:
        that = _that(page, verb, frame.end) if page.masked.find("that", verb.end, frame.end) >= 0 else None
        opened = that or (_CLAUSE.match(page.masked, verb.end, frame.end) if verb.word in PLAIN else None)
        if opened is None or denials.reports_nothing(page, frame.start, verb.start):
            continue
        if page.masked[opened.end() : opened.end() + 1] == MASK:
            continue
        subject = clauses.subject_of(page, frame.start, verb.start)
        if subject is not None:
            report = Report(subject, Way.BEFORE, Span(verb.start, verb.end))
            start = opened.start(2) if that and _points(page, opened.end(), frame.end) else opened.end()
            return Span(start, max(start, _end(page, start, frame, ending))), report
    return None


def _points(page: Page, at: int, end: int) -> bool:
    """Whether a "that" points at what follows it, which has no other article ("said that claim smacked of …")."""
    noun = _WORD.match(page.masked, at, end)
    return noun is not None and noun[0] in COUNTED


def _that(page: Page, verb: Word, end: int) -> re.Match[str] | None:
    """The "that" which joins a clause to its verb; none that points at a noun or belongs to one."""
    found = _THAT.match(page.masked, verb.end, end)
    if found is None or _DEMONSTRATIVE.search(found[1]) is not None or _FINITE.match(page.masked, found.end()):
        return None
    return found if not found[1] or verb.word in TOLD or _BETWEEN.match(found[1]) is not None else None


def _end(page: Page, start: int, frame: Span, ending: Report | None) -> int:
    """Where what is said ends: before another verb of the speaker, and before where or through whom it was said."""
    end = ending.cue.start if ending is not None and _is_outlet(ending) else frame.end
    for found in _NEXT.finditer(page.masked, start, end):
        if found[1] in _AGAIN or found[2] in SPEECH_GERUND:
            return found.start()
    setting = _SETTING.search(page.masked, start, end)
    return end if setting is None else setting.start()


def _according(page: Page, frame: Span) -> tuple[Span, Report] | None:
    """What somebody says by whom the sentence begins ("According to the mayor, …")."""
    found = _ACCORDING.match(page.masked, frame.start, frame.end)
    if found is None:
        return None
    subject = subjects.read(page, found.start(1), found.end(1))
    if subject is None:
        return None
    named = apposition.bearer(page, subject, frame.end)
    return Span(max(found.end(), named.span.end), frame.end), Report(
        named, Way.BEFORE, Span(found.start(), found.start(1))
    )


def _sourced(page: Page, frame: Span) -> tuple[Span, Report] | None:
    """What somebody says by whom the sentence ends ("…, according to the mayor.")."""
    found = _SOURCED.search(page.masked, frame.start, frame.end)
    if found is None or MASK in page.masked[frame.start : found.start()]:
        return None
    subject = _source(page, found.start(1), found.end(1))
    if subject is None or is_agency(subject, found[0].lower()):
        return None
    named = apposition.bearer(page, subject, frame.end)
    return Span(frame.start, found.start()), Report(named, Way.BEHIND, Span(found.start(), found.start(1)))


def _source(page: Page, start: int, end: int) -> Subject | None:
    """Who is meant behind "according to": a person, or all that is said of a source, such as the name of an office."""
    cut = _SOURCE_END.search(page.masked, start, end)
    told = page.masked[start : cut.start() if cut else end].rstrip(" ,\u00a0")
    end = start + len(told if _ABBREVIATED.search(told) else told.rstrip(" ."))
    subject = subjects.read(page, start, end)
    if subject is None or subject.form is Form.PRONOUN or subject.second is not None:
        return subject
    before = [word.lower() for word in page.masked[start : subject.span.start].split()]
    if subject.form is Form.NAME and all(word in ROLES or word in TITLES for word in before):
        return subject
    if page.masked.startswith("the ", start) and page.masked[start + 4].isupper():
        start += 4
    return Subject(Form.DESCRIPTION, Span(start, end), page.text[start:end])


def _trimmed(page: Page, span: Span) -> Span:
    """A stretch without the spaces, commas and the full stop around it."""
    text = span.of(page.text)
    start = span.start + len(text) - len(text.lstrip(" \t\u00a0,;:—–-"))
    end = span.start + len(text.rstrip(" \t\r\n\u00a0,;:—–-."))
    return Span(start, max(start, end))

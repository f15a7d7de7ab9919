"""The reporting clause right behind a quotation: "…," she said; "…," said the mayor; "…," according to the mayor."""

import re
from typing import Final

from bot.documents.quotations import apposition, subjects
from bot.documents.quotations.clauses import Report, Way
from bot.documents.quotations.lexicon import ADDRESSING, INVERTED, SPEECH_FINITE
from bot.documents.quotations.page import Page
from bot.models import Span

_OPENING: Final = re.compile(r"[\s,—–\-)'’]*(?:(?:also|later|then|as)\s+)?")
_VERB: Final = re.compile(r"([a-z]+)\s+")
_NO_SUBJECT: Final = re.compile(
    r"(?:of|in|that|on|at|with|for|as|during|after|when|about|from|by|yes|no)\b|to\b(?!\s+[A-Z])"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|I\b"
)
_NOUN: Final = re.compile(r"[A-Z]|(?:the|an?|one|another)\s")
_ACCORDING: Final = re.compile(r"[\s,—–\-]*[Aa]ccording to\s+")
_AS: Final = re.compile(r"[\s,—–\-]*(?:as|which is what)\s+")
_PRONOUN: Final = re.compile(r"[\s,—–\-]*(?:he|she|they|I|we)\b")
# It begins with a set of characters, since such a pattern is looked for much faster.
_TAIL_END: Final = re.compile(
    r"[;:\x01?!.](?:(?<!\.)|\s*$"
    r"|(?<![A-Z]\.)\s+(?=[A-Z“\"])(?<!Mr\.\s)(?<!Rep\.\s)(?<!Sen\.\s)(?<!Gov\.\s)(?<!Dr\.\s)(?<!Mrs\.\s)(?<!Ms\.\s))"
)
_SUBJECT_END: Final = re.compile(
    r",|\(|\s(?:in|on|at|during|after|when|while|as|before|who|told|said)\s|[.;]\s*$|\s[—–-]{1,2}\s"
)
# A quotation that is signed: "…" — Ada Thorne.
_SIGNED: Final = re.compile(r"\s*(?:[—―–]|--?)\s*([A-Z][^\x01.!?;:—―–]{1,80}(?:\.[^\x01.!?;:—―–]{1,60})?)\.?\s*$")
_ANY_VERB: Final = re.compile(r"\s[a-z]+(?:ed|s)\b|\s[a-z]+ (?:back|on|up|out|in)\b")
# A clause that belongs to a quotation although no comma or the like says so ("…" said Ada Thorne; "…." Thorne said.).
_UNMARKED: Final = re.compile(
    r"\s*(?:(?:said|says|added|wrote|asked)\s+(?:[A-Z]|the\s)"
    r"|(?:[A-Z][\w.'’-]*\s){1,3}(?:said|says|added|wrote|asked)"
    r"(?:\s(?:in|on|at|after|during|last|this)\b(?!\sthat\b)[^,;:\x01.?!]{1,60}?)?(?:\.|$))"
)
_ENDS_OPEN: Final = frozenset(",?!—–-―…;:")
_REACH: Final = 320
# No apposition between a name and its verb is longer.
_APPOSITION: Final = 200
_ROOM: Final = 100


def report(page: Page, outer: Span, inner_end: str, limit: int, frame_end: int) -> Report | None:
    """The reporting clause behind a quotation; None where the quotation is not attached to what follows.

    Args:
        page: The paragraph.
        outer: The quotation with its marks.
        inner_end: The last character between the marks.
        limit: Where the next stretch between marks begins, or the paragraph ends.
        frame_end: Where the frame of the quotation ends.
    """
    text = page.masked
    if (found := _SIGNED.match(text, outer.end, min(limit, outer.end + _REACH))) is not None:
        subject = subjects.read(page, found.start(1), found.end(1))
        if subject is not None:
            return Report(subject, Way.BEHIND, Span(outer.end, found.start(1)))
    end = min(limit, outer.end + _REACH)
    rest = text[outer.end : end].lstrip()
    if not rest:
        return None
    if inner_end not in _ENDS_OPEN and rest[:1] not in _ENDS_OPEN and _UNMARKED.match(text, outer.end, end) is None:
        if not rest[:1].islower() or inner_end != ".":
            return None
        end = min(end, frame_end)
    if (stop := _TAIL_END.search(text, outer.end + 1, end)) is not None:
        end = stop.start() + 1
    return _inverted(page, outer.end, end) or _plain(page, outer.end, end) or _any_verb(page, outer.end, end)


def _inverted(page: Page, at: int, end: int) -> Report | None:
    """A subject behind its verb (said the mayor), or behind "according to"."""
    text = page.masked
    if (found := _ACCORDING.match(text, at, end)) is not None:
        return _named(page, found.end(), end, Span(at, found.end()))
    opened = _OPENING.match(text, at, end)
    verb = _VERB.match(text, opened.end() if opened else at, end)
    if verb is None or _NO_SUBJECT.match(text, verb.end(), end) is not None:
        return None
    stated = verb[1] in SPEECH_FINITE and verb[1] not in ADDRESSING and _NOUN.match(text, verb.end(), end) is not None
    return _named(page, verb.end(), end, Span(at, verb.end())) if stated or verb[1] in INVERTED else None


def _named(page: Page, start: int, end: int, cue: Span) -> Report | None:
    """A subject behind its verb, which ends at the first comma or phrase of place or time."""
    stop = _SUBJECT_END.search(page.masked, start, end)
    subject = subjects.read(page, start, stop.start() if stop else end, any_noun=True)
    subject = subject or subjects.read(page, start, min(end, start + _ROOM))
    return None if subject is None else Report(apposition.bearer(page, subject, end), Way.BEHIND, cue)


def _plain(page: Page, at: int, end: int) -> Report | None:
    """A subject before its verb (she said; Jan Novak, the mayor, said; as she put it)."""
    opened = _AS.match(page.masked, at, end)
    start = opened.end() if opened else at
    for cue in page.says(at, end):
        subject = subjects.read(page, start, cue.start, any_noun=True)
        if subject is not None:
            return Report(subject, Way.BEHIND, cue.span)
        if cue.start - at > _APPOSITION:
            break
    return None


def _any_verb(page: Page, at: int, end: int) -> Report | None:
    """A pronoun or a name right behind a quotation and any verb right behind that ("…," he surmised)."""
    if (found := _PRONOUN.match(page.masked, at, end)) is not None:
        stop = found.end()
    else:
        names = page.names_in(at, at + 4)
        if not names:
            return None
        stop = names[0].end
    verb = _ANY_VERB.match(page.masked, stop, end)
    subject = subjects.read(page, at, stop) if verb is not None else None
    return None if subject is None or verb is None else Report(subject, Way.BEHIND, Span(*verb.span()))

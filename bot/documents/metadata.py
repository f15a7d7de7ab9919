"""What a text says about itself: title, author, publisher and date, each with the basis `stated`."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.documents import credits as credit_lines
from bot.documents import datelines
from bot.documents.blocks import Form
from bot.documents.headlines import HEADLINE
from bot.documents.kinds import Typed
from bot.documents.languages import detect
from bot.documents.looks import look
from bot.documents.mastheads import masthead
from bot.models import Basis, Fact, Kind, Metadata

_FULL: Final = len("2023-03-28")
_TOP: Final = 12
_COPYRIGHT: Final = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)[\s©(c):,]*(?:\d{4}(?:\s?[-–]\s?(?:\d{4}|present))?)?[\s,©]*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^|.©\n]{1,80}?)"
    r"\s*(?:,?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[.,]?\s*(?:all rights reserved|inc\b|ltd\b)|[|.©]|\d{4}|$)",
    re.IGNORECASE,
)
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_ISO: Final = re.compile(r"(?<!\d)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_MONTH_FIRST: Final = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b")
_DAY_FIRST: Final = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\s([A-Z][a-z]{2,8})\.?,?\s(\d{4})\b")
_UPDATED: Final = re.compile(r"\b(?:updated|modified|revised|corrected|accessed|retrieved)\b[^|·•]*", re.IGNORECASE)
_MARKS: Final = re.compile(r"(?:\*\*|__|`)")


def stated(typed: Sequence[Typed], source: str) -> Metadata:
    """What the text states about itself.

    Args:
        typed: Its blocks with their kinds.
        source: The source text.
    """
    credits_found = [
        credit
        for each in typed
        if each.kind is Kind.BYLINE and each.block.form is not Form.DATELINE
        if (credit := credit_lines.read(look(each.block, source).text)) is not None
    ]
    author = next((credit.author for credit in credits_found if credit.author), None)
    return Metadata(
        title=_fact(_title(typed, source)),
        publisher=_fact(_publisher(typed, source, credits_found)),
        author=_fact(author),
        published=_fact(_published(typed, source)),
    )


def complete(known: Metadata, body: str) -> Metadata:
    """Add what follows from known facts: the anchor from a full date, the language from the words of the body."""
    anchor, language = known.anchor_date, known.language
    if anchor.value is None and known.published.value is not None and len(known.published.value) == _FULL:
        anchor = Fact(known.published.value, Basis.DOCUMENT)
    if language.value is None and (detected := detect(body)) is not None:
        language = Fact(detected, Basis.WORKED_OUT)
    return merged(Metadata(anchor_date=anchor, language=language), known)


def merged(first: Metadata, second: Metadata) -> Metadata:
    """The facts of both; where both know one, the first goes before."""
    facts = {
        name: getattr(first, name) if getattr(first, name).value is not None else getattr(second, name)
        for name in ("title", "publisher", "author", "published", "anchor_date", "language", "kind", "note")
    }
    return Metadata(**facts, digest_of=first.digest_of or second.digest_of)


def _fact(value: str | None) -> Fact:
    return Fact() if value is None else Fact(value, Basis.STATED)


def _title(typed: Sequence[Typed], source: str) -> str | None:
    for each in typed:
        if each.kind is Kind.HEADING and each.reason == HEADLINE:
            text = look(each.block, source).text
            return " ".join(_MARKS.sub("", re.sub(r"\s[=~-]{3,}$|\s#+$", "", text)).split()) or None
    return None


def _publisher(typed: Sequence[Typed], source: str, credits_found: Sequence[credit_lines.Credit]) -> str | None:
    """Who published it: the holder of the copyright, the paper that carries what an agency supplied, or else that."""
    for each in typed:
        if each.kind is Kind.APPENDED and each.reason == "copyright line":
            found = _COPYRIGHT.search(" ".join(each.block.span.of(source)[:400].split()))
            if found and not found["name"].lower().startswith(("all rights", "law", "notice", "the author")):
                return found["name"].strip(" ,;-–—")
    credited = _credited(typed, source, credits_found)
    return None if credited is None else masthead(typed, source) or credited


def _credited(typed: Sequence[Typed], source: str, credits_found: Sequence[credit_lines.Credit]) -> str | None:
    """Who is credited: in a closing line, as the agency of a dateline, or as the source that is named."""
    if named := next((credit.publisher for credit in credits_found if credit.publisher), None):
        return named
    for each in typed:
        if each.block.form is Form.DATELINE:
            line = datelines.find(f"{each.block.span.of(source)} A", first=True)
            if line is not None and (line.agency or line.site):
                return line.agency or line.site
    return next((credit.source for credit in credits_found if credit.source), None)


def _published(typed: Sequence[Typed], source: str) -> str | None:
    """The first full date in the bylines above the text."""
    for at, each in enumerate(typed):
        if at >= _TOP or each.kind is Kind.BODY:
            return None
        if each.kind is Kind.BYLINE and each.block.form is not Form.FRONT_MATTER:
            line = " ".join(each.block.span.of(source)[:400].split())
            if known := full_date(_UPDATED.sub(" ", line)) or full_date(line):
                return known
    return None


def full_date(text: str) -> str | None:
    """The first date with day, month and year that a text states, as ISO 8601; None where it states none."""
    found = [(match.start(), _iso(match[1], match[2], match[3])) for match in _ISO.finditer(text)]
    found += [(match.start(), _iso(match[3], match[1], match[2])) for match in _MONTH_FIRST.finditer(text)]
    found += [(match.start(), _iso(match[3], match[2], match[1])) for match in _DAY_FIRST.finditer(text)]
    return next((known for _, known in sorted(found) if known), None)


def _iso(year: str, month: str, day: str) -> str:
    if not month.isdigit():
        if month.lower()[:3] not in _MONTHS:
            return ""
        month = str(_MONTHS.index(month.lower()[:3]) + 1)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""

"""The values of this package: quotations, reported speech, speakers.

Spans count code points from the start of their paragraph. That of a quotation covers the words between the marks,
without the marks; where a quotation runs over several paragraphs, each paragraph has a quotation of its own.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.models import Span


class SpeakerBasis(StrEnum):
    """From what a speaker is known."""

    NAMED = "named"
    RESOLVED = "resolved"
    CARRIED = "carried"
    AUTHOR = "author"
    CURATOR = "curator"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mention:
    """The place from which a speaker is known: the index of a paragraph and the words there."""

    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, under the fullest name that the document gives, and from what this is known."""

    name: str
    basis: SpeakerBasis
    mention: Mention | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks that are speech; no speaker where none can be told safely."""

    span: Span
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """What somebody is reported to have said, in the words of the document ("X said that …")."""

    span: Span
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotations and the reported speech of one paragraph, each in order and without overlap."""

    quotations: tuple[Quotation, ...] = ()
    reported: tuple[ReportedSpeech, ...] = ()

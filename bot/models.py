"""The nouns of the house, as frozen values: what is read, what is kept, and how it is cited.

Offsets count code points, start inclusive and end exclusive. Those of a paragraph count from the start of the source
text; those of sentences, quotations and date mentions count from the start of their paragraph.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Final, Self

SHARED: Final = "shared"


def untitled(file: str) -> str:
    """What stands in for the title of a document that has none."""
    return f"Untitled ({file})"


class Kind(StrEnum):
    """What a paragraph is. Only `body` answers; nothing is deleted."""

    BODY = "body"
    HEADING = "heading"
    BYLINE = "byline"
    NAVIGATION = "navigation"
    PROMOTION = "promotion"
    APPENDED = "appended"


class Basis(StrEnum):
    """From what a date, or a fact about a document, is known."""

    STATED = "stated"
    WORKED_OUT = "worked out"
    DOCUMENT = "document"
    CURATOR = "curator"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How closely a date expression names a time."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class SpeakerBasis(StrEnum):
    """From what a speaker is known."""

    NAMED = "named"
    """In the same sentence."""
    RESOLVED = "resolved"
    """From a short name, a title or a pronoun, traced back."""
    CARRIED = "carried"
    """From the quotation before, which goes on."""
    AUTHOR = "author"
    """The document is in the first person, and its author is known."""
    CURATOR = "curator"
    """Under a name that a curator has set."""
    UNKNOWN = "unknown"


class Speech(StrEnum):
    """How words that somebody says stand in a text: between quotation marks, or told in the document's own words."""

    DIRECT = "direct"
    REPORTED = "reported"


class Format(StrEnum):
    """How a file is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"


class Method(StrEnum):
    """How sentences are ranked for a summary: our own method, then sumy's by their names."""

    VERBATIM = "verbatim"
    LEXRANK = "lexrank"
    TEXTRANK = "textrank"
    LSA = "lsa"
    LUHN = "luhn"


@cache
def _fields(*names: str) -> Callable[[object], tuple[object, ...]]:
    """What takes the fields of a value at once; there are two at least."""
    return attrgetter(*names)


class _Packed:
    """A value that goes to another process by its fields: twice as fast as dataclasses do it, and there are many."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return type(self), _fields(*self.__slots__)(self)


@dataclass(frozen=True, slots=True)
class Span(_Packed):
    """A stretch of text by its offsets."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch of `text` that lies here."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Self:
        """The same stretch, counted from a point that lies `by` code points earlier."""
        return type(self)(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Pages(_Packed):
    """The page of its file on which a text begins, counted from 1, and the one on which its paragraph ends."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"p. {self.first}" if self.first == self.last else f"pp. {self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class DateValue(_Packed):
    """A time as EDTF (ISO 8601-2), with the first and last day that it covers; None at an open end."""

    edtf: str
    earliest: date | None
    latest: date | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class DateMention(_Packed):
    """An expression of time in a paragraph. `value` is None, and the basis `unknown`, where no date can be given."""

    span: Span
    value: DateValue | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Mention(_Packed):
    """The place from which a speaker is known: the index of a paragraph among those that were read, and the words."""

    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Speaker(_Packed):
    """Who speaks, and from what this is known.

    As read, under the fullest name that the document gives, with the place from which it is known; as kept, under the
    name that a curator has set where there is one, and without the place.
    """

    name: str
    basis: SpeakerBasis
    mention: Mention | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Quotation(_Packed):
    """Words between quotation marks that are speech, without the marks; no speaker where none can be told safely.

    Where a quotation runs over several paragraphs, each paragraph has one of its own.
    """

    span: Span
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class ReportedSpeech(_Packed):
    """What somebody is reported to have said, in the words of the document ("X said that …")."""

    span: Span
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about a document and from what it is known; None with basis `unknown` where it is not."""

    value: str | None = None
    basis: Basis = Basis.UNKNOWN


@dataclass(frozen=True, slots=True)
class Original:
    """The text of which a digest is a digest."""

    sha256: str
    title: str
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document.

    `published` and `anchor_date` are ISO 8601 and may be partial (`2023-03`, `2023`), the anchor date never is.
    """

    title: Fact = Fact()
    publisher: Fact = Fact()
    author: Fact = Fact()
    published: Fact = Fact()
    anchor_date: Fact = Fact()
    language: Fact = Fact()
    kind: Fact = Fact()
    note: Fact = Fact()
    digest_of: Original | None = None


@dataclass(frozen=True, slots=True)
class ParsedParagraph(_Packed):
    """A paragraph as it was read, before it has a number.

    `confidence` says from 0 to 1 how sure its kind is; `basis` is `curator` where somebody has set the kind by hand.
    """

    span: Span
    kind: Kind
    reason: str
    sentences: tuple[Span, ...] = ()
    dates: tuple[DateMention, ...] = ()
    page: Pages | None = None
    confidence: float | None = None
    basis: Basis = Basis.WORKED_OUT
    quotations: tuple[Quotation, ...] = ()
    reported: tuple[ReportedSpeech, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A file as it was read: the source text, what it says about itself, and its paragraphs in order."""

    file: str
    format: Format
    encoding: str
    sha256: str
    text: str
    metadata: Metadata
    paragraphs: tuple[ParsedParagraph, ...]
    reader: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What is worked out of the body of a document together with the default order of its sentences.

    `fit` is how many sentences, from the first of that order, may be given in a summary, `seconds` how long the body
    takes to read, `phrases` its key phrases as they stand in it, best first.
    """

    fit: int
    seconds: int
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A kept document. `number` is the 2 of `D2`; `sha256` is that of the file's bytes."""

    id: int
    collection: str
    number: int
    file: str
    format: Format
    sha256: str
    metadata: Metadata
    paragraphs: Mapping[Kind, int] = field(default_factory=dict)
    retired_by: int | None = None

    @property
    def reference(self) -> str:
        """`D2`, or `S2` in a server's own collection."""
        return f"{'D' if self.collection == SHARED else 'S'}{self.number}"

    @property
    def name(self) -> str:
        """The title, or what stands in for one where none is known."""
        return self.metadata.title.value or untitled(self.file)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A kept paragraph with its number; `text` is its slice of the source text, checked against its SHA-256.

    `confidence` says how sure its kind is; None where an older version has read it.
    """

    id: int
    document: int
    number: int
    kind: Kind
    reason: str
    span: Span
    text: str
    page: Pages | None = None
    confidence: float | None = None
    basis: Basis = Basis.WORKED_OUT


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a text stands: the paragraph, its document, and the offsets of exactly that text in the source.

    `page` is that of the paragraph, where the file has pages.
    """

    document: Document
    paragraph: int
    span: Span
    page: Pages | None = None

    @property
    def reference(self) -> str:
        """`D2¶13`."""
        return f"{self.document.reference}¶{self.paragraph}"

    @property
    def label(self) -> str:
        """`[D2 ¶13, p. 4] Title — publisher, date`, and for a digest the same of what it is a digest of."""
        known = self.document.metadata
        place = f"¶{self.paragraph}" if self.page is None else f"¶{self.paragraph}, {self.page}"
        label = f"[{self.document.reference} {place}] {self.document.name} — "
        label += ", ".join((known.publisher.value or "publisher unknown", known.published.value or "no date"))
        if known.digest_of is not None:
            source = known.digest_of
            label += f" (of: {', '.join(part for part in (source.title, source.publisher, source.published) if part)})"
        return label


@dataclass(frozen=True, slots=True)
class Reference:
    """The address of a paragraph, as people write it."""

    letter: str
    document: int
    paragraph: int

    _PLAIN = r"([DS]?)\s*(\d{1,9})\s*(?:¶|:|P)\s*(\d{1,9})\s*"
    _FORM = re.compile(rf"\s*{_PLAIN}", re.IGNORECASE)
    _CITED = re.compile(rf"\s*\[\s*{_PLAIN}(?:,\s*pp?\.\s*\d+(?:–\d+)?)?\s*\].*", re.IGNORECASE | re.DOTALL)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read `D2¶13`, `D2:13`, `d2p13`, or a citation that begins with `[D2 ¶13]`; None where it is none of these.

        Without its letter (`2:13`) it is one of the shared collection, as a bare number of a document is.
        """
        if (found := cls._FORM.fullmatch(text) or cls._CITED.fullmatch(text)) is None:
            return None
        return cls(found[1].upper() or "D", int(found[2]), int(found[3]))

    def __str__(self) -> str:
        return f"{self.letter}{self.document}¶{self.paragraph}"

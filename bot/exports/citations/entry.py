"""What a bibliography is told of a cited text, before it is written in one of its formats.

What is not known is absent: no format gets an "Anonymous", a "s.n." or a date that nobody has stated. An author is one
name as it was printed: which part of it is the family name is not known, so that no format is told.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from bot.answers.citing import Cited
from bot.exports.plain import one_line
from bot.models import SHARED, Basis, Document, Fact, Pages


class Sort(Enum):
    """What a bibliography takes a document for."""

    NEWS = auto()
    REPORT = auto()
    BOOK = auto()
    OTHER = auto()


_MONTHS: Final = 12
_SORTS: Final = {
    **dict.fromkeys(
        ("news report", "news", "news article", "article", "signed article", "commentary", "editorial", "opinion"),
        Sort.NEWS,
    ),
    **dict.fromkeys(("report", "study", "technical report", "white paper"), Sort.REPORT),
    "book": Sort.BOOK,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a bibliography; each text is one line, `date` has one to three parts, or none.

    `key` is made of numbers that are given once, so that it stays the same whatever a curator corrects.
    """

    key: str
    sort: Sort
    reference: str
    paragraph: int | None
    title: str
    author: str | None
    publisher: str | None
    date: tuple[int, ...]
    iso: str | None
    language: str | None
    genre: str | None
    pages: Pages | None
    notes: tuple[str, ...]


def entry(cited: Cited) -> Entry:
    """What is to be said of a cited paragraph or document."""
    document = cited.document
    known = document.metadata
    iso = known.published.value
    author, publisher, genre = (_line(each) for each in (known.author, known.publisher, known.kind))
    return Entry(
        key=_key(document, cited.paragraph),
        sort=_sort(genre, publisher),
        reference=cited.reference,
        paragraph=cited.paragraph,
        title=one_line(document.name) or one_line(f"Untitled ({document.file})"),
        author=author,
        publisher=publisher,
        date=_parts(iso),
        iso=iso,
        language=_line(known.language),
        genre=genre,
        pages=cited.page,
        notes=_notes(cited),
    )


def _line(fact: Fact) -> str | None:
    return one_line(fact.value) or None if fact.value else None


def _parts(iso: str | None) -> tuple[int, ...]:
    """Year, month and day as far as they are known; of a season (EDTF counts them on from 21) the year."""
    parts = tuple(int(part) for part in iso.split("-")) if iso else ()
    return parts[:1] if len(parts) > 1 and parts[1] > _MONTHS else parts


def _key(document: Document, paragraph: int | None) -> str:
    home = "" if document.collection == SHARED else f"{document.collection}-"
    return f"verbatim-{home}{document.reference}" + ("" if paragraph is None else f"p{paragraph}")


def _sort(genre: str | None, publisher: str | None) -> Sort:
    """What only a publisher makes an article, a report or a book of is anything else without one."""
    return _SORTS.get((genre or "").casefold(), Sort.OTHER) if publisher else Sort.OTHER


def _notes(cited: Cited) -> tuple[str, ...]:
    known = cited.document.metadata
    said = [cited.reference if cited.paragraph is None else f"¶{cited.paragraph} ({cited.reference})"]
    if (source := known.digest_of) is not None:
        parts = (source.title, source.publisher, source.published)
        said.append(f"a digest of: {', '.join(one_line(part) for part in parts if part)}")
    if known.published.value is not None and known.published.basis is Basis.WORKED_OUT:
        said.append("date worked out")
    if cited.removed_at is not None:
        said.append(f"removed from its document on {cited.removed_at[:10]}")
    return tuple(said)

"""What became of the numbers that were given: tombstones of paragraphs and documents, and how far numbers reach."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.models import Document, Kind, Pages
from bot.store.faults import as_kept
from bot.store.library import checked, pages
from bot.store.reader import Rows

_TOMBSTONE: Final = """
SELECT number, kind, text, sha256, removed_at, page, last_page FROM paragraph
WHERE document = :document AND number = :number AND removed_at IS NOT NULL
"""
# of those that came one after the other the first that stands, or else the last
_SUCCESSOR: Final = """
WITH RECURSIVE later (number, step) AS (
    SELECT successor, 1 FROM paragraph WHERE document = :document AND number = :number AND successor IS NOT NULL
    UNION ALL
    SELECT p.successor, later.step + 1
    FROM later JOIN paragraph AS p ON p.document = :document AND p.number = later.number
    WHERE p.removed_at IS NOT NULL AND p.successor IS NOT NULL AND later.step < :most
)
SELECT later.number FROM later JOIN paragraph AS p ON p.document = :document AND p.number = later.number
ORDER BY p.removed_at IS NOT NULL, later.step DESC LIMIT 1
"""
_REMOVED: Final = """
SELECT d.removed_at FROM document AS d JOIN collection AS c ON c.id = d.collection
WHERE c.key = :collection AND d.number = :number AND d.removed_at IS NOT NULL
"""
_GIVEN: Final = "SELECT next_paragraph - 1 FROM document WHERE id = :document"
_BEGINNINGS: Final = """
SELECT p.number, substr(p.text, 1, :room) AS text
FROM json_each(:ranges) AS r JOIN paragraph AS p
    ON p.document = :document
    AND p.number BETWEEN json_extract(r.value, '$[0]') AND json_extract(r.value, '$[1]')
WHERE p.removed_at IS NULL ORDER BY p.number LIMIT :most
"""
_ROOM: Final = 200  # characters, more than any list of choices shows of a paragraph
_MOST: Final = 1_000  # versions of a paragraph that are gone through
_DIGITS: Final = 7  # more than the paragraphs of any document


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A removed paragraph: `text` is its last wording, `removed_at` ISO 8601 in UTC.

    `successor` is the number of the paragraph that stands in its place with nearly the same words, or was the last to;
    None where there is none.
    """

    number: int
    kind: Kind
    text: str
    removed_at: str
    page: Pages | None = None
    successor: int | None = None


@dataclass(frozen=True, slots=True)
class Beginning:
    """The number of a living paragraph, and how its text begins."""

    number: int
    text: str


class Numbering:
    """Asked for what a reference names that is no living paragraph."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def tombstone(self, document: Document, number: int) -> Tombstone | None:
        """The removed paragraph with this number of a living document; None where there is none.

        Raises:
            DamagedStoreError: Its last wording does not fit its checksum.
        """
        row = await self._rows.row(_TOMBSTONE, {"document": document.id, "number": number})
        if row is None:
            return None
        asked = {"document": document.id, "number": number, "most": _MOST}
        later = await self._rows.row(_SUCCESSOR, asked)
        successor = None if later is None else int(later["number"])
        with as_kept(self._rows.path):
            text = checked(row["text"], row["sha256"], f"{document.reference}¶{number}")
            return Tombstone(number, Kind(row["kind"]), text, row["removed_at"], pages(row), successor)

    async def removal(self, collection: str, number: int) -> str | None:
        """When the document with this number was removed, as ISO 8601 in UTC; None where none was."""
        row = await self._rows.row(_REMOVED, {"collection": collection, "number": number})
        return None if row is None else str(row["removed_at"])

    async def given(self, document: Document) -> int:
        """The highest number that a paragraph of this document was ever given."""
        row = await self._rows.row(_GIVEN, {"document": document.id})
        return 0 if row is None else int(row[0])

    async def beginnings(self, document: Document, digits: str, most: int) -> Sequence[Beginning]:
        """The first living paragraphs whose number begins with these digits; all numbers do with none."""
        asked = {"document": document.id, "ranges": json.dumps(_ranges(digits)), "most": most, "room": _ROOM}
        return [Beginning(row["number"], row["text"]) for row in await self._rows.rows(_BEGINNINGS, asked)]


def _ranges(digits: str) -> list[tuple[int, int]]:
    """The ranges of numbers that begin with some digits: 4, 40–49, 400–499 and so on."""
    if not digits:
        return [(1, 10**_DIGITS)]
    first = int(digits)
    return [(first * 10**more, (first + 1) * 10**more - 1) for more in range(_DIGITS)] if first else []

"""What stands around a passage: the title of its document, and the nearest heading above it."""

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.store.indexing import folded_words, plain
from bot.store.reader import Rows, each_remembered
from bot.store.search import Candidate

_MOST: Final = 2_000  # documents whose headings are remembered
_HEADINGS: Final = """
SELECT d.id, d.title, (
    SELECT json_group_array(json_array(p."start", p.text)) FROM paragraph AS p
    WHERE p.document = d.id AND p.kind = 'heading' AND p.removed_at IS NULL
) AS headings
FROM document AS d
WHERE d.id IN (SELECT value FROM json_each(:documents))
"""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    """The words of a document's title, and of its headings with the offsets at which they stand, in order."""

    title: Words
    starts: Sequence[int]
    headings: Sequence[Words]

    def above(self, start: int) -> Words:
        """The words of the title and of the last heading before an offset."""
        place = bisect_left(self.starts, start)
        return self.title + self.headings[place - 1] if place else self.title


class Surroundings:
    """Titles and headings, as ranking asks for them."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def of(self, candidates: Sequence[Candidate]) -> list[Words]:
        """For each passage the words of its document's title and of the nearest heading above it."""
        documents = {each.document for each in candidates}
        outlines = await each_remembered(self._rows, "outlines", documents, self._outlines, _MOST)
        return [outlines[each.document].above(each.start) for each in candidates]

    async def _outlines(self, documents: Sequence[int]) -> dict[int, _Outline]:
        rows = await self._rows.rows(_HEADINGS, {"documents": json.dumps(documents)})
        return {row["id"]: _outline(row["title"], json.loads(row["headings"])) for row in rows}


def _outline(title: str | None, headings: Sequence[tuple[int, str]]) -> _Outline:
    ordered = sorted(headings)
    return _Outline(_words(title or ""), [start for start, _ in ordered], [_words(text) for _, text in ordered])


def _words(text: str) -> Words:
    return tuple(map(plain, folded_words(text)))

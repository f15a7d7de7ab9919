"""The words of the store as they are written (folded, not stemmed): spelling and completion.

All words are kept in memory. Of a small store they are read again whenever it has changed; of a large one that takes
seconds, so that it is done in the background: meanwhile those known before answer, or the index itself does.
"""

import asyncio
import json
import logging
import time
from array import array
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nlargest
from typing import Final

from bot.errors import UserError
from bot.models import SHARED
from bot.store.database import Database
from bot.store.stopwords import STOP_WORDS

_PAGE: Final = 5_000
_MOST: Final = 600_000  # words that are kept in memory, about 60 MB of them
_SMALL: Final = 10_000  # paragraphs whose words are read in less time than a keystroke takes
_REST: Final = 10  # times as long as reading the words took is the least between two readings of a large store
_LAST: Final = "\U0010ffff"
_SHORTEST: Final = 3
_MIDDLING: Final = 6
_LONG: Final = 8
_LONGEST: Final = 40
_EXAMINED: Final = 40
_TELLING: Final = 3  # letters with which few enough words begin to be counted on the spot
_SURE: Final = 2  # letters at the beginning that a misspelt word has right, where all words cannot be compared
_EXTENT: Final = "SELECT max(id) AS last FROM paragraph"
_BEGINNING: Final = """
SELECT term, doc FROM word_count WHERE term >= :prefix AND term < :end ORDER BY doc DESC, term LIMIT :limit
"""
_WORDS: Final = "SELECT term, doc FROM word_count WHERE term > :after ORDER BY term LIMIT :page"
_STANDING: Final = """
SELECT value AS word FROM json_each(:words)
WHERE EXISTS (
    SELECT 1 FROM word_index
    CROSS JOIN paragraph AS p ON p.id = word_index.rowid
    JOIN document AS d ON d.id = p.document
    JOIN collection AS c ON c.id = d.collection
    WHERE word_index MATCH '"' || value || '"'
        AND p.kind = 'body' AND p.removed_at IS NULL AND d.removed_at IS NULL
        AND c.key IN (SELECT value FROM json_each(:collections)))
"""
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Snapshot:
    """All words in order and in how many paragraphs each stands, as of one version of the store."""

    version: int
    words: Sequence[str] = ()
    passages: Sequence[int] = field(default=())

    def beginning(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """The words with this beginning and their passages, the most used first, then by the alphabet."""
        low, high = bisect_left(self.words, prefix), bisect_left(self.words, prefix + _LAST)
        best = nlargest(limit, range(low, high), key=self.passages.__getitem__)
        return [(self.words[place], self.passages[place]) for place in best]

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """The words by how many letters they have."""
        found: dict[int, list[str]] = {}
        for word in self.words:
            found.setdefault(len(word), []).append(word)
        return found

    def count(self, word: str) -> int:
        """In how many paragraphs a known word stands."""
        return self.passages[bisect_left(self.words, word)]


class Vocabulary:
    """Every word that the documents use. Close it before the database: it may be reading."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._snapshot: _Snapshot | None = None
        self._reading = asyncio.Lock()
        self._refreshing: asyncio.Task[None] | None = None
        self._rested = 0.0

    @property
    def ready(self) -> bool:
        """Whether the words have been read."""
        return self._snapshot is not None

    async def close(self) -> None:
        """Give up reading."""
        if self._refreshing is not None:
            self._refreshing.cancel()
            await asyncio.wait([self._refreshing])

    async def nearest(self, word: str, collections: Collection[str] = (SHARED,), limit: int = 3) -> list[str]:
        """The known words that a misspelt one may have been, the nearest ones, the most used first.

        One edit (a letter too many, missing, wrong, or two swapped) is bridged in words of three letters or more, two
        in words of eight, or of six whose first and last letters are right; F. Damerau, "A technique for computer
        detection and correction of spelling errors" (1964).

        Args:
            word: A folded word.
            collections: Where the known word must stand.
            limit: How many to give at most.
        """
        if not _SHORTEST <= len(word) <= _LONGEST or word.isdigit():
            return []
        near: list[tuple[str, int, int]] = []
        for edits in (1, 2) if len(word) >= _MIDDLING else (1,):
            alike = await self._alike(word, edits)
            near = [each for each in alike if len(each[0]) >= _SHORTEST and _is_close(word, each[0], each[1])]
            if near:
                break
        ranked = sorted(near, key=lambda each: (each[1], each[0][:1] != word[:1], -each[2], each[0]))
        closest = [each[0] for each in ranked if each[1] == ranked[0][1]]
        return await self._standing(closest[:_EXAMINED], collections, limit)

    async def _alike(self, word: str, edits: int) -> list[tuple[str, int, int]]:
        """The words within so many edits, with their edits and passages."""
        from rapidfuzz import process  # noqa: PLC0415 - not needed where every word is known
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - likewise

        known = await self._current()
        if known is None:
            # all words are not at hand yet; most slips leave the first letters as they are
            near = dict(await self._asked(word[:_SURE], _MOST))
            found = process.extract(word, list(near), scorer=OSA.distance, score_cutoff=edits, limit=None)
            return [(text, int(distance), near[text]) for text, distance, _ in found]
        alike: list[tuple[str, int, int]] = []
        for length in range(len(word) - edits, len(word) + edits + 1):
            same = known.by_length.get(length, ())
            found = process.extract(word, same, scorer=OSA.distance, score_cutoff=edits, limit=None)
            alike += [(text, int(distance), known.count(text)) for text, distance, _ in found]
        return alike

    async def complete(self, prefix: str, limit: int, collections: Collection[str] = (SHARED,)) -> list[str]:
        """The known words with this beginning, the most used first, stop words left out.

        Args:
            prefix: A folded beginning; nothing is completed without one.
            limit: How many to give at most.
            collections: Where they must stand.
        """
        if not prefix:
            return []
        known = await self._current()
        most = max(_EXAMINED, 2 * limit)
        words = known.beginning(prefix, most) if known is not None else await self._asked(prefix, most)
        return await self._standing([word for word, _ in words if word not in STOP_WORDS], collections, limit)

    async def beginning(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """The most used words of all collections with this beginning, and in how many paragraphs each stands."""
        known = await self._current()
        if known is None or (len(prefix) >= _TELLING and self._refreshing is not None):
            return await self._asked(prefix, limit)
        return known.beginning(prefix, limit)

    async def _asked(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """The same from the index itself: the time grows with how often words have this beginning."""
        asked = {"prefix": prefix, "end": prefix + _LAST, "limit": limit}
        return [(row["term"], row["doc"]) for row in await self._database.rows(_BEGINNING, asked)]

    async def _standing(self, words: Sequence[str], collections: Collection[str], limit: int) -> list[str]:
        """Those of the words that a living body paragraph of the collections has."""
        asked = {"words": json.dumps(list(words)), "collections": json.dumps(list(collections))}
        found = {row["word"] for row in await self._database.rows(_STANDING, asked)} if words else set()
        return [word for word in words if word in found][:limit]

    async def _current(self) -> _Snapshot | None:
        """The words as they are now; of a large store those known last, None where none are known yet."""
        version = await self._database.version()
        async with self._reading:
            if self._snapshot is not None and self._snapshot.version == version:
                return self._snapshot
            row = await self._database.row(_EXTENT)
            if row is None or (row["last"] or 0) <= _SMALL:
                self._snapshot = await self._read(version)
            elif self._refreshing is None and time.monotonic() >= self._rested:
                self._refreshing = asyncio.create_task(self._refresh(version))
            return self._snapshot

    async def _refresh(self, version: int) -> None:
        start = time.monotonic()
        try:
            self._snapshot = await self._read(version)
        except UserError:
            _log.warning("the words of the store could not be read", exc_info=True)
        finally:
            now = time.monotonic()
            self._rested = now + _REST * (now - start)
            self._refreshing = None

    async def _read(self, version: int) -> _Snapshot:
        words: list[str] = []
        passages = array("Q")
        after = ""
        while len(words) < _MOST:
            rows = await self._database.rows(_WORDS, {"after": after, "page": _PAGE})
            words += [row["term"] for row in rows]
            passages.extend(row["doc"] for row in rows)
            if len(rows) < _PAGE:
                break
            after = words[-1]
        return _Snapshot(version, words, passages)


def _is_close(word: str, known: str, edits: int) -> bool:
    return edits <= 1 or len(word) >= _LONG or (word[0] == known[0] and word[-1] == known[-1])

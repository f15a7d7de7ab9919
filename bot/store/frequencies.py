"""How often words stand in the index of passages, how many passages it has, and how long they are."""

import json
from collections.abc import Collection, Sequence
from typing import Final

from bot.store.reader import Rows, each_remembered
from bot.store.snowball import LANGUAGES, present
from bot.store.stemming import stem

_SIZE: Final = "SELECT count(*) AS passages FROM passage_index_docsize"
_FREQUENCIES: Final = """
SELECT value AS stem, (SELECT doc FROM stem_count WHERE term = value) AS passages FROM json_each(:stems)
"""
_EVERY_FREQUENCY: Final = "SELECT term, doc FROM stem_count"
_AVERAGES: Final = "SELECT block FROM passage_index_data WHERE id = 1"
_MOST_STEMS: Final = 10_000  # that a session remembers, about a megabyte of them
_SMALL: Final = 1_000  # paragraphs whose stems are all looked up at once: a few milliseconds for each hundred


class Frequencies:
    """What the index counts. Every method raises BusyError when it runs into the time limit."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def size(self) -> int:
        """How many paragraphs the index holds."""
        return await self._rows.remembered("size", self._size)

    async def _size(self) -> int:
        row = await self._rows.row(_SIZE)
        return row["passages"] if row is not None else 0

    async def usual_length(self) -> float:
        """How many words a paragraph has on average; 1 where there is none."""
        return await self._rows.remembered("usual length", self._usual_length)

    async def _usual_length(self) -> float:
        row = await self._rows.row(_AVERAGES)
        counts = _varints(row["block"]) if row is not None else []
        # the columns are words, compounds and stems, and stems are other forms of the words
        return max(sum(counts[1:3]) / counts[0], counts[3] / counts[0], 1.0) if counts and counts[0] else 1.0

    async def frequencies(self, words: Collection[str]) -> dict[str, int]:
        """In how many paragraphs each of these words stands, in whatever inflection."""
        stems = {word: stem(word) for word in words}
        if self._rows.remembers and await self.size() <= _SMALL:
            every = await self._rows.remembered("every frequency", self._every_frequency)
            return {word: every.get(form, 0) for word, form in stems.items()}
        passages = await each_remembered(self._rows, "frequencies", stems.values(), self._frequencies, _MOST_STEMS)
        return {word: passages[form] for word, form in stems.items()}

    async def _every_frequency(self) -> dict[str, int]:
        return {row["term"]: row["doc"] for row in await self._rows.rows(_EVERY_FREQUENCY)}

    async def _frequencies(self, stems: Sequence[str]) -> dict[str, int]:
        rows = await self._rows.rows(_FREQUENCIES, {"stems": json.dumps(stems)})
        return {row["stem"]: row["passages"] or 0 for row in rows}

    async def languages(self) -> tuple[str, ...]:
        """The codes of the languages other than English whose stems the index has."""
        return await self._rows.remembered("languages", self._languages)

    async def _languages(self) -> tuple[str, ...]:
        found = await self.frequencies([present(language) for language in LANGUAGES])
        return tuple(language for language in LANGUAGES if found.get(present(language)))


def _varints(block: bytes) -> list[int]:
    """The numbers of FTS5's record of averages: rows, then the words of each column (sqlite.org/fts5.html)."""
    numbers = [0]
    for byte in block:
        numbers[-1] = numbers[-1] << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the last byte of a number has no high bit
            numbers.append(0)
    return numbers[:-1]

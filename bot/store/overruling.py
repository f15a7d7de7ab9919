"""What goes before the rules for kinds of paragraph: a curator's word, and what other documents hold as well."""

import asyncio
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from bot.models import Kind, ParsedDocument
from bot.store.database import Database
from bot.store.faults import as_kept
from bot.store.paragraphs import match
from bot.store.preparation import fingerprint, sha256

_CORRECTIONS: Final = "SELECT number, kind FROM paragraph_correction WHERE document = :document"
_STANDING: Final = """
SELECT p.fingerprint, p.document, max(coalesce(k.kind, '') = 'body') AS wanted
FROM paragraph AS p
JOIN document AS d ON d.id = p.document
JOIN collection AS c ON c.id = d.collection
LEFT JOIN paragraph_correction AS k ON k.document = p.document AND k.number = p.number
WHERE p.fingerprint IN (SELECT value FROM json_each(:marks))
    AND p.removed_at IS NULL AND d.removed_at IS NULL
    AND c.key = :collection AND p.document IS NOT :document
GROUP BY p.fingerprint, p.document
"""
_EDITION: Final = 1 / 3


class Overruling:
    """Asked before a document is derived, so that what is derived already follows it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def kinds(
        self, document: int, parsed: ParsedDocument, changes: Mapping[int, Kind | None] | None = None
    ) -> dict[int, Kind]:
        """The kinds that a curator has set for paragraphs of a document just read, or for what they came after.

        Args:
            document: The id of the document that `parsed` is a version of.
            parsed: What was read.
            changes: Kinds by paragraph number that are being set; None withdraws one.

        Returns:
            Kinds by the offset at which the paragraph starts in the text of `parsed`.
        """
        with as_kept(self._database.path):
            rows = await self._database.rows(_CORRECTIONS, {"document": document})
            wanted: dict[int, Kind | None] = {row["number"]: Kind(row["kind"]) for row in rows}
        wanted.update(changes or {})
        by_number = {number: kind for number, kind in wanted.items() if kind is not None}
        if not by_number:
            return {}
        texts = [paragraph.span.of(parsed.text) for paragraph in parsed.paragraphs]
        marks = await asyncio.to_thread(lambda: [(sha256(text), fingerprint(text), text) for text in texts])
        matching = await match(self._database.rows, document, marks)
        before = {index: id_ for id_, index in matching.after.items()}
        found: dict[int, Kind] = {}
        for index, (paragraph, place) in enumerate(zip(parsed.paragraphs, matching.places, strict=True)):
            # what a curator said of the paragraph that stood here until now goes before what rests with a tombstone
            for id_ in (before.get(index), place):
                if id_ is not None and (kind := by_number.get(matching.numbers[id_])) is not None:
                    found[paragraph.span.start] = kind
                    break
        return found

    async def standing(
        self, collection: str, document: int | None, lines: Collection[str], body: Collection[str]
    ) -> dict[str, int]:
        """In how many other documents of a collection each of some short texts stands as a paragraph of its own.

        A document that shares a third of this one's text is another edition of it: what both hold is no furniture, so
        that it does not count; nor does a line count that a curator has called a part of the text anywhere.

        Args:
            collection: The key of the collection.
            document: The id of the document that is read, if it is kept already.
            lines: The texts.
            body: All of the text of the same document, by paragraph, those texts included.
        """
        if not lines:
            return {}
        # hardly any line stands elsewhere, and then the rest of the text need not be looked for
        if not await self._elsewhere(set(map(fingerprint, lines)) - {""}, collection, document):
            return {}
        marks: defaultdict[str, set[str]] = defaultdict(set)
        for text in body:
            marks[fingerprint(text)].add(text)
        marks.pop("", None)
        lengths = {mark: sum(map(len, texts)) for mark, texts in marks.items()}
        rows = await self._elsewhere(marks, collection, document)
        shared: Counter[int] = Counter()
        for row in rows:
            shared[row["document"]] += lengths[row["fingerprint"]]
        least = _EDITION * sum(lengths.values())
        wanted = {row["fingerprint"] for row in rows if row["wanted"]}
        counts = Counter(row["fingerprint"] for row in rows if shared[row["document"]] < least)
        return {
            line: counts[mark]
            for mark, texts in marks.items()
            if counts[mark] and mark not in wanted
            for line in texts & set(lines)
        }

    async def _elsewhere(self, marks: Collection[str], collection: str, document: int | None) -> list[sqlite3.Row]:
        """Where texts of these fingerprints stand in other documents of a collection."""
        asked = {"marks": json.dumps(list(marks)), "collection": collection, "document": document}
        return await self._database.rows(_STANDING, asked)

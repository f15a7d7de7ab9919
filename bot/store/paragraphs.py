"""Bringing the paragraphs of a document up to date: which stay, are new, are gone, and which came after those."""

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.models import Kind
from bot.store.alignment import Kept, align
from bot.store.preparation import ParagraphRow
from bot.store.succession import gaps, successors
from bot.store.writer import Writing

Ask = Callable[[str, dict[str, object]], Awaitable[Iterable[Any]]]
"""Runs a query and returns its rows."""

_PARAGRAPHS: Final = """
SELECT id, number, sha256, fingerprint, removed_at FROM paragraph WHERE document = :document
ORDER BY removed_at IS NOT NULL, "start", number
"""
_TEXTS: Final = "SELECT id, text FROM paragraph WHERE id IN (SELECT value FROM json_each(:ids))"
_NEXT: Final = """
UPDATE document SET next_paragraph = next_paragraph + :count WHERE id = :document RETURNING next_paragraph - :count
"""
_LAST: Final = "SELECT coalesce(max(id), 0) FROM paragraph"
_ADD: Final = """
INSERT INTO paragraph (
    id, document, number, kind, reason, confidence, "start", "end", text, sha256, fingerprint, page, last_page
) VALUES (
    :id, :document, :number, :kind, :reason, :confidence, :start, :end, :text, :sha256, :fingerprint, :page, :last_page
)
"""
_SET: Final = """
UPDATE paragraph SET kind = :kind, reason = :reason, confidence = :confidence, "start" = :start, "end" = :end,
    text = :text, sha256 = :sha256, fingerprint = :fingerprint, page = :page, last_page = :last_page,
    removed_at = NULL, successor = NULL
WHERE id = :id
"""
_BURY: Final = """
UPDATE paragraph SET "start" = NULL, "end" = NULL, removed_at = :now, successor = :successor WHERE id = :id
"""
_CARRY: Final = """
INSERT INTO paragraph_correction (document, number, kind, made_at)
SELECT document, :successor, kind, made_at FROM paragraph_correction
WHERE document = :document AND number = :number AND kind = :kind
ON CONFLICT (document, number) DO UPDATE SET kind = excluded.kind, made_at = excluded.made_at
"""


@dataclass(frozen=True, slots=True)
class Matching:
    """A new version held against the paragraphs that are kept.

    `places` has for each new paragraph the row id of the one that it continues, or None; `after` the index of the new
    one that came after a removed one, by the row id of that; `numbers` the number of each old row.
    """

    old: Sequence[Kept]
    numbers: Mapping[int, int]
    places: Sequence[int | None]
    after: Mapping[int, int]


async def match(ask: Ask, document: int, new: Sequence[tuple[str, str, str]]) -> Matching:
    """Find out what the paragraphs of a new version, given by SHA-256, fingerprint and text, are of those kept.

    Args:
        ask: Asks the store.
        document: The row id of the document.
        new: The paragraphs in the order of the text.
    """
    rows = list(await ask(_PARAGRAPHS, {"document": document}))
    old = [Kept(row["id"], row["sha256"], row["fingerprint"], living=row["removed_at"] is None) for row in rows]
    places = align(old, [(sha256, mark) for sha256, mark, _ in new])
    after: Mapping[int, int] = {}
    if found := list(gaps(old, places)):
        gone = [id_ for ids, _ in found for id_ in ids]
        texts = {row["id"]: row["text"] for row in await ask(_TEXTS, {"ids": json.dumps(gone)})}
        after = successors(found, texts, [text for _, _, text in new])
    return Matching(old, {row["id"]: row["number"] for row in rows}, places, after)


async def keep(connection: Writing, document: int, paragraphs: Sequence[ParagraphRow], now: str) -> list[int]:
    """Bring the paragraphs up to date, within a transaction, and return their row ids in the order of the text."""
    new = [(row.sha256, row.fingerprint, str(row.columns["text"])) for row in paragraphs]
    matching = await match(connection.execute_fetchall, document, new)
    number = await _number(connection, _NEXT, {"document": document, "count": matching.places.count(None)})
    free = await _number(connection, _LAST) + 1
    changed: list[dict[str, object]] = []
    added: list[dict[str, object]] = []
    kept: list[int] = []
    numbers: list[int] = []
    for row, place in zip(paragraphs, matching.places, strict=True):
        if place is not None:
            changed.append({**row.columns, "id": place})
            kept.append(place)
            numbers.append(matching.numbers[place])
            continue
        kept.append(free + len(added))
        numbers.append(number + len(added))
        added.append({**row.columns, "id": kept[-1], "document": document, "number": numbers[-1]})
    still = set(kept)
    gone = [past.id for past in matching.old if past.living and past.id not in still]
    after = {id_: numbers[index] for id_, index in matching.after.items()}
    await connection.executemany(_BURY, [{"id": id_, "now": now, "successor": after.get(id_)} for id_ in gone])
    await connection.executemany(_SET, changed)
    await connection.executemany(_ADD, added)
    await connection.executemany(_CARRY, list(_carried(document, matching, numbers, [row.kind for row in paragraphs])))
    return kept


def _carried(
    document: int, matching: Matching, numbers: Sequence[int], kinds: Sequence[Kind]
) -> Iterable[dict[str, object]]:
    """A curator's kind goes over to what came after a paragraph, where that was read as being of this kind."""
    for id_, index in matching.after.items():
        yield {
            "document": document,
            "number": matching.numbers[id_],
            "successor": numbers[index],
            "kind": kinds[index],
        }


async def _number(connection: Writing, sql: str, parameters: Mapping[str, object] | None = None) -> int:
    rows = list(await connection.execute_fetchall(sql, dict(parameters or {})))
    return int(rows[0][0])

"""Reading dated sentences."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.models import Basis, DateValue, Kind, Pages, Span
from bot.store.database import Database
from bot.store.faults import as_kept
from bot.store.library import checked, date_value, pages

# An open end (NULL) reaches as far as one can ask.
_SCOPE: Final = """
FROM date_mention AS m
JOIN sentence AS s ON s.id = m.sentence
JOIN paragraph AS p ON p.id = m.paragraph
JOIN document AS d ON d.id = p.document
WHERE p.kind = 'body' AND p.removed_at IS NULL AND d.removed_at IS NULL
    AND d.id IN (SELECT value FROM json_each(:documents))
    AND (:paragraphs IS NULL OR p.id IN (SELECT value FROM json_each(:paragraphs)))
    AND (:speakers IS NULL OR EXISTS (
        SELECT 1 FROM quotation AS q
        WHERE q.paragraph = p.id AND q."start" < s."end" AND q."end" > s."start"
            AND q.speaker IN (SELECT value FROM json_each(:speakers))))
"""
_DATED: Final = (
    """
SELECT m."start" AS mention_start, m."end" AS mention_end, m.value, m.earliest, m.latest, m."precision", m.basis,
    s."start" AS sentence_start, s."end" AS sentence_end,
    p.id AS paragraph, p.number, p.kind, p.text, p.sha256, p."start" AS paragraph_start, p.page, p.last_page,
    d.id AS document
"""
    + _SCOPE
    + """
    AND m.value IS NOT NULL
    AND (:since IS NULL OR m.latest IS NULL OR m.latest >= :since)
    AND (:until IS NULL OR m.earliest IS NULL OR m.earliest <= :until)
ORDER BY coalesce(m.earliest, m.latest), m.earliest IS NULL, m.latest IS NULL, m.latest, d.number, p."start", m."start"
LIMIT :limit OFFSET :offset
"""
)
_COUNT: Final = (
    "SELECT count(*)"
    + _SCOPE
    + """
    AND m.value IS NOT NULL
    AND (:since IS NULL OR m.latest IS NULL OR m.latest >= :since)
    AND (:until IS NULL OR m.earliest IS NULL OR m.earliest <= :until)
"""
)
_UNDATED: Final = (
    "SELECT d.id AS document, count(DISTINCT s.id) AS sentences" + _SCOPE + "AND m.value IS NULL GROUP BY d.id"
)


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence with one of its date mentions; `expression` counts from the sentence's start.

    `place` is the row id of the paragraph, and `mention` where the date stands in it.
    """

    document: int
    paragraph: int
    kind: Kind
    span: Span
    text: str
    expression: Span
    value: DateValue
    basis: Basis
    place: int
    mention: Span
    page: Pages | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """What is asked for: documents and paragraphs by row id, days as ISO texts, both ends inclusive.

    `speakers` (row ids) leaves the sentences in which one of them says something, directly or as reported.
    """

    documents: tuple[int, ...]
    since: str | None = None
    until: str | None = None
    paragraphs: tuple[int, ...] | None = None
    speakers: tuple[int, ...] | None = None

    def parameters(self) -> dict[str, object]:
        """The same as the parameters of the queries here."""
        return {
            "documents": json.dumps(self.documents),
            "since": self.since,
            "until": self.until,
            "paragraphs": None if self.paragraphs is None else json.dumps(self.paragraphs),
            "speakers": None if self.speakers is None else json.dumps(self.speakers),
        }


def _event(row: sqlite3.Row, text: str) -> DatedSentence | None:
    if (value := date_value(row)) is None:
        return None
    sentence = Span(row["sentence_start"], row["sentence_end"])
    return DatedSentence(
        document=row["document"],
        paragraph=row["number"],
        kind=Kind(row["kind"]),
        span=sentence.shifted(row["paragraph_start"]),
        text=sentence.of(text),
        expression=Span(row["mention_start"], row["mention_end"]).shifted(-sentence.start),
        value=value,
        basis=Basis(row["basis"]),
        page=pages(row),
        place=row["paragraph"],
        mention=Span(row["mention_start"], row["mention_end"]),
    )


class Calendar:
    """The dated sentences of `body` paragraphs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def events(
        self, period: Period, references: Iterable[tuple[int, str]], *, limit: int, offset: int = 0
    ) -> list[DatedSentence]:
        """Dated sentences that overlap a period, by their first day; an open start counts as its last day.

        Args:
            period: What is asked for.
            references: The reference of each document by its row id, to name a damaged paragraph with.
            limit: How many at the most.
            offset: How many to pass over.

        Raises:
            DamagedStoreError: A paragraph does not fit its checksum.
        """
        names = dict(references)
        asked = {**period.parameters(), "limit": limit, "offset": offset}
        events = []
        for row in await self._database.rows(_DATED, asked):
            text = checked(row["text"], row["sha256"], f"{names.get(row['document'], 'D?')}¶{row['number']}")
            with as_kept(self._database.path):
                if (event := _event(row, text)) is not None:
                    events.append(event)
        return events

    async def count(self, period: Period) -> int:
        """How many events overlap a period."""
        row = await self._database.row(_COUNT, period.parameters())
        return int(row[0]) if row is not None else 0

    async def undated(self, period: Period) -> dict[int, int]:
        """How many sentences have date expressions that stay unknown, by the row id of their document."""
        rows = await self._database.rows(_UNDATED, {**period.parameters()})
        return {row["document"]: row["sentences"] for row in rows}

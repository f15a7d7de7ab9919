"""Keeping who says what: the rows of a document's quotations and reported speech, written and taken away again."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.models import ParsedParagraph, Quotation, ReportedSpeech, SpeakerBasis, Speech
from bot.store.indexing import read
from bot.store.writer import Writing

_SPEAKERS_OF: Final = "SELECT speaker FROM speaker_count WHERE document = :document"
_FORGET_SPEECH: Final = """
DELETE FROM quotation WHERE paragraph IN (SELECT id FROM paragraph WHERE document = :document)
"""
_FORGET_COUNTS: Final = "DELETE FROM speaker_count WHERE document = :document"
_FORGET_SILENT: Final = """
DELETE FROM speaker WHERE id IN (SELECT value FROM json_each(:speakers))
    AND NOT EXISTS (SELECT 1 FROM speaker_count AS n WHERE n.speaker = speaker.id)
"""
_COLLECTION: Final = "SELECT collection FROM document WHERE id = :document"
_KNOWN: Final = """
SELECT s.id, s.name FROM json_each(:names) AS f
CROSS JOIN speaker AS s ON s.collection = :collection AND s.name = f.value
"""
_ADD_SPEAKER: Final = "INSERT INTO speaker (collection, name) VALUES (:collection, :name)"
_ADD_WORD: Final = "INSERT OR IGNORE INTO speaker_word (word, speaker) VALUES (:word, :speaker)"
_ADD_SPEECH: Final = """
INSERT INTO quotation (paragraph, form, "start", "end", speaker, basis)
VALUES (:paragraph, :form, :start, :end, :speaker, :basis)
"""
_ADD_COUNT: Final = """
INSERT INTO speaker_count (speaker, document, quotations, reported)
VALUES (:speaker, :document, :quotations, :reported)
"""


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """Words that are said, ready to be kept: the columns that need no row id, and the speaker's name."""

    columns: Mapping[str, object]
    form: Speech
    name: str | None


def speech_rows(paragraph: ParsedParagraph) -> tuple[SpeechRow, ...]:
    """What is said in a paragraph, direct speech first."""
    return (
        *(_row(each, Speech.DIRECT) for each in paragraph.quotations),
        *(_row(each, Speech.REPORTED) for each in paragraph.reported),
    )


def _row(said: Quotation | ReportedSpeech, form: Speech) -> SpeechRow:
    known = said.speaker
    columns = {
        "form": form,
        "start": said.span.start,
        "end": said.span.end,
        "basis": SpeakerBasis.UNKNOWN if known is None else known.basis,
    }
    return SpeechRow(columns, form, None if known is None else known.name)


async def forget(connection: Writing, document: int) -> list[int]:
    """Take away what is said in a document.

    Returns:
        The speakers who may have nothing left to say, for `forget_silent`.
    """
    asked = {"document": document}
    speakers = [row["speaker"] for row in await connection.execute_fetchall(_SPEAKERS_OF, asked)]
    await connection.execute(_FORGET_SPEECH, asked)
    await connection.execute(_FORGET_COUNTS, asked)
    return speakers


async def forget_silent(connection: Writing, speakers: Iterable[int]) -> None:
    """Take away those of the speakers to whom no document attributes a word any more."""
    await connection.execute(_FORGET_SILENT, {"speakers": json.dumps(list(speakers))})


async def keep(connection: Writing, document: int, kept: Sequence[int], said: Sequence[Sequence[SpeechRow]]) -> None:
    """Keep what is said in a document.

    Args:
        connection: The writer, within a transaction.
        document: The row id of the document.
        kept: The row ids of its paragraphs.
        said: What is said in each of them.
    """
    names = {row.name for rows in said for row in rows if row.name is not None}
    speakers = await _speakers(connection, document, names)
    speeches: list[dict[str, object]] = []
    counts: Counter[tuple[str, Speech]] = Counter()
    for paragraph, rows in zip(kept, said, strict=True):
        for row in rows:
            speaker = None if row.name is None else speakers[row.name]
            speeches.append({**row.columns, "paragraph": paragraph, "speaker": speaker})
            if row.name is not None:
                counts[row.name, row.form] += 1
    await connection.executemany(_ADD_SPEECH, speeches)
    totals = [
        {
            "speaker": speakers[name],
            "document": document,
            "quotations": counts[name, Speech.DIRECT],
            "reported": counts[name, Speech.REPORTED],
        }
        for name in sorted(names)
    ]
    await connection.executemany(_ADD_COUNT, totals)


async def _speakers(connection: Writing, document: int, names: Iterable[str]) -> dict[str, int]:
    """The row id of each speaker of a document's collection, those that are new among them."""
    rows = list(await connection.execute_fetchall(_COLLECTION, {"document": document}))
    collection = rows[0]["collection"]
    wanted = sorted(names)
    asked = {"names": json.dumps(wanted), "collection": collection}
    known = {row["name"]: row["id"] for row in await connection.execute_fetchall(_KNOWN, asked)}
    for name in wanted:
        if name not in known:
            added = await connection.execute(_ADD_SPEAKER, {"collection": collection, "name": name})
            known[name] = int(added.lastrowid or 0)
            words = [{"word": word, "speaker": known[name]} for word in set(read(name).words)]
            await connection.executemany(_ADD_WORD, words)
    return known

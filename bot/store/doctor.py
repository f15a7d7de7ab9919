"""Whether the store still holds what was put into it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.errors import DamagedStoreError, NoStoreError
from bot.models import SHARED, Basis, Format, Kind, SpeakerBasis, Speech
from bot.store.database import Database
from bot.store.faults import as_kept
from bot.store.library import date_value, metadata
from bot.store.preparation import sha256

_INTEGRITY: Final = "PRAGMA integrity_check(20)"
_FOREIGN: Final = "PRAGMA foreign_key_check"
_DOCUMENTS: Final = """
SELECT d.*, c.key
FROM document AS d JOIN collection AS c ON c.id = d.collection
WHERE d.removed_at IS NULL AND (:document IS NULL OR d.id = :document)
ORDER BY c.id, d.number
"""
_SOURCE: Final = "SELECT text FROM source WHERE document = :document"
_PARAGRAPHS: Final = """
SELECT id, number, kind, "start", "end", text, sha256 FROM paragraph
WHERE document = :document AND removed_at IS NULL ORDER BY "start"
"""
_SENTENCES: Final = """
SELECT s.paragraph, s."start", s."end" FROM sentence AS s JOIN paragraph AS p ON p.id = s.paragraph
WHERE p.document = :document AND p.removed_at IS NULL ORDER BY s.paragraph, s."start"
"""
_DATES: Final = """
SELECT p.number, m.*, s.paragraph AS home, s."start" AS sentence_start, s."end" AS sentence_end
FROM paragraph AS p JOIN date_mention AS m ON m.paragraph = p.id LEFT JOIN sentence AS s ON s.id = m.sentence
WHERE p.document = :document
"""
_SPEECH: Final = """
SELECT q.paragraph, q.form, q."start", q."end", q.basis, q.speaker
FROM paragraph AS p JOIN quotation AS q ON q.paragraph = p.id
WHERE p.document = :document ORDER BY q.paragraph, q.form, q."start"
"""
_MISCOUNTED: Final = """
WITH counted AS (
    SELECT q.speaker, p.document, sum(q.form = 'direct') AS quotations, sum(q.form = 'reported') AS reported
    FROM quotation AS q JOIN paragraph AS p ON p.id = q.paragraph
    WHERE q.speaker IS NOT NULL GROUP BY q.speaker, p.document
)
SELECT
    (SELECT count(*) FROM speaker_count AS n LEFT JOIN counted AS k
        ON k.speaker = n.speaker AND k.document = n.document
     WHERE (k.quotations, k.reported) IS NOT (n.quotations, n.reported))
    + (SELECT count(*) FROM counted AS k LEFT JOIN speaker_count AS n
        ON n.speaker = k.speaker AND n.document = k.document WHERE n.speaker IS NULL)
    + (SELECT count(*) FROM speaker_alias AS a JOIN speaker_alias AS b
        ON b.collection = a.collection AND b.name = a.shown) AS wrong
"""
_REMOVED: Final = """
SELECT
    (SELECT count(*) FROM source AS s JOIN document AS d ON d.id = s.document WHERE d.removed_at IS NOT NULL)
    + (SELECT count(*) FROM paragraph AS p JOIN document AS d ON d.id = p.document
       WHERE d.removed_at IS NOT NULL AND (p.removed_at IS NULL OR p.text <> '')) AS remains
"""
_NUMBERS: Final = """
SELECT
    (SELECT count(*) FROM collection AS c
     WHERE next_document <= (SELECT max(number) FROM document WHERE collection = c.id))
    + (SELECT count(*) FROM document AS d
       WHERE next_paragraph <= (SELECT max(number) FROM paragraph WHERE document = d.id)) AS used
"""
_UNINDEXED: Final = """
SELECT
    (SELECT count(*) FROM paragraph AS p LEFT JOIN passage_text AS t ON t.paragraph = p.id
     WHERE (p.removed_at IS NULL) <> (t.paragraph IS NOT NULL))
    + (SELECT count(*) FROM passage_text AS t LEFT JOIN paragraph AS p ON p.id = t.paragraph WHERE p.id IS NULL)
    AS stray
"""
_CHECK_PASSAGES: Final = "INSERT INTO passage_index (passage_index, rank) VALUES ('integrity-check', 1)"
_CHECK_WORDS: Final = "INSERT INTO word_index (word_index, rank) VALUES ('integrity-check', 1)"
_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what, what was found, and whether it is as it should be."""

    what: str
    detail: str
    ok: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All that was looked at."""

    findings: tuple[Finding, ...]

    @property
    def healthy(self) -> bool:
        """Whether everything is as it should be."""
        return all(finding.ok for finding in self.findings)


class Doctor:
    """Looks at everything: SQLite's own checks miss most flipped bytes in texts, so each text's checksum is checked.

    What cannot be read is a finding, too: an examination ends only when another process holds the file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def examine(self) -> Report:
        """Look at the file, the references between its tables, the numbers, the search index and every text.

        Raises:
            BusyError: Another process is writing.
        """
        findings = [
            await self._file(),
            await self._tables(),
            await self._count("numbers", _NUMBERS, "none is given twice", "{} counters stand below a number in use"),
            await self._count("removed", _REMOVED, "no text of it is left", "{} texts of removed documents are left"),
            await self._count("speakers", _MISCOUNTED, "fit what they say", "{} do not fit what is kept of them"),
            await self._index(),
        ]
        try:
            documents = await self._database.patient_rows(_DOCUMENTS, {"document": None})
        except DamagedStoreError:
            return Report((*findings, Finding("documents", "cannot be listed; restore the newest backup", ok=False)))
        return Report((*findings, *[await self._document(row) for row in documents]))

    async def sound(self, document: int) -> bool:
        """Whether one document, given by its row id, is kept as it was imported."""
        try:
            rows = await self._database.patient_rows(_DOCUMENTS, {"document": document})
        except DamagedStoreError:
            return False
        return bool(rows) and (await self._document(rows[0])).ok

    async def _file(self) -> Finding:
        try:
            problems = [str(row[0]) for row in await self._database.patient_rows(_INTEGRITY)]
        except DamagedStoreError:
            problems = ["SQLite cannot read it"]
        if problems == ["ok"]:
            return Finding("file", "SQLite finds it whole", ok=True)
        return Finding("file", f"{'; '.join(problems)}; restore the newest backup", ok=False)

    async def _tables(self) -> Finding:
        try:
            broken = len(await self._database.patient_rows(_FOREIGN))
        except DamagedStoreError:
            return Finding("tables", "cannot be read; restore the newest backup", ok=False)
        return Finding(
            "tables", f"{broken} rows refer to nothing" if broken else "every row refers to a row", not broken
        )

    async def _count(self, what: str, sql: str, good: str, bad: str) -> Finding:
        """A query that counts what should not be."""
        try:
            found = int((await self._database.patient_rows(sql))[0][0])
        except DamagedStoreError:
            return Finding(what, "cannot be read; restore the newest backup", ok=False)
        return Finding(what, bad.format(found) if found else good, not found)

    async def _index(self) -> Finding:
        strays = await self._count("search index", _UNINDEXED, "fits the paragraphs", "{} entries missing or left over")
        if not strays.ok:
            return strays
        try:
            fits = await self._database.accepts(_CHECK_PASSAGES) and await self._database.accepts(_CHECK_WORDS)
        except NoStoreError:
            detail = f"{strays.detail}; its words were not checked, since the file cannot be written"
            return Finding("search index", detail, ok=True)
        return (
            strays if fits else Finding("search index", "does not fit its texts; restore the newest backup", ok=False)
        )

    async def _document(self, document: sqlite3.Row) -> Finding:
        what = f"{'D' if document['key'] == SHARED else 'S'}{document['number']}"
        try:
            count, fault = await self._looked_at(document)
        except DamagedStoreError:
            count, fault = 0, "cannot be read"
        if fault:
            return Finding(what, f"{fault}; import its file again", ok=False)
        title = document["title"] or document["file"]
        return Finding(what, f"{title}: {count} paragraphs, all as imported", ok=True)

    async def _looked_at(self, document: sqlite3.Row) -> tuple[int, str]:
        """How many paragraphs a document has, and what is wrong with it."""
        asked = {"document": document["id"]}
        sources = await self._database.patient_rows(_SOURCE, asked)
        paragraphs = await self._database.patient_rows(_PARAGRAPHS, asked)
        sentences = await self._database.patient_rows(_SENTENCES, asked)
        dates = await self._database.patient_rows(_DATES, asked)
        speech = await self._database.patient_rows(_SPEECH, asked)
        if not sources:
            return 0, "its source text is missing"
        with as_kept(self._database.path):
            # a kind or basis that does not exist cannot be read
            metadata(document), Format(document["format"]), [Kind(row["kind"]) for row in paragraphs]
            text = str(sources[0]["text"])
            if sha256(text) != document["text_sha256"]:
                return 0, "its source text does not fit its checksum"
            if wrong := sorted(
                {*_misfits(text, paragraphs, sentences), *_stray(dates), *_unspoken(speech, paragraphs)}
            ):
                return 0, f"{', '.join(f'¶{number}' for number in wrong[:_SHOWN])} not as in the source text"
            if _uncovered(text, paragraphs):
                return 0, "some of its text lies in no paragraph, or in two"
        return len(paragraphs), ""


def _misfits(text: str, paragraphs: Iterable[sqlite3.Row], sentences: Iterable[sqlite3.Row]) -> Sequence[int]:
    """The numbers of the paragraphs whose text, checksum or sentences do not fit the source text."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for row in sentences:
        spans.setdefault(row["paragraph"], []).append((row["start"], row["end"]))
    return [
        row["number"]
        for row in paragraphs
        if text[row["start"] : row["end"]] != row["text"]
        or sha256(row["text"]) != row["sha256"]
        or not _in_order(spans.get(row["id"], []), len(row["text"]))
    ]


def _stray(dates: Iterable[sqlite3.Row]) -> Iterator[int]:
    """The numbers of the paragraphs with a date that does not lie in its sentence."""
    for row in dates:
        date_value(row), Basis(row["basis"])
        within = row["sentence_start"] <= row["start"] < row["end"] <= row["sentence_end"] if row["sentence"] else True
        if not within or row["home"] not in {None, row["paragraph"]}:
            yield row["number"]


def _unspoken(speech: Iterable[sqlite3.Row], paragraphs: Iterable[sqlite3.Row]) -> Iterator[int]:
    """The numbers of the paragraphs with words said that overlap, lie outside, or whose basis does not fit."""
    known = {row["id"]: row for row in paragraphs}
    before, at = (0, ""), 0
    for row in speech:
        if (here := (row["paragraph"], Speech(row["form"]))) != before:
            before, at = here, 0
        attributed = SpeakerBasis(row["basis"]) is not SpeakerBasis.UNKNOWN
        paragraph = known.get(row["paragraph"])
        if paragraph is None:
            continue
        if not at <= row["start"] < row["end"] <= len(paragraph["text"]) or attributed != (row["speaker"] is not None):
            yield paragraph["number"]
        at = row["end"]


def _in_order(spans: Iterable[tuple[int, int]], length: int) -> bool:
    """Whether sentences lie one behind the other within their paragraph."""
    at = 0
    for start, end in spans:
        if not at <= start < end <= length:
            return False
        at = end
    return True


def _uncovered(text: str, paragraphs: Iterable[sqlite3.Row]) -> bool:
    """Whether anything but white space lies outside the paragraphs, or two of them overlap."""
    at = 0
    for row in paragraphs:
        if row["start"] < at or text[at : row["start"]].strip():
            return True
        at = row["end"]
    return bool(text[at:].strip())

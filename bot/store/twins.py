"""Texts that are nearly the same, found when they are kept: looked up by shingles, then compared word by word.

What is kept is a relation of texts, not of paragraphs: which of them still stand, as what kind and in which documents,
is asked when a passage is shown.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.store.reader import Rows, each_remembered
from bot.store.writer import Writing
from bot.wording.likeness import Likeness, marks, nearly_the_same

_CROWD: Final = 64  # texts that one mark leads to: what more have in common tells nothing
_COMPARED: Final = 12  # texts with which one is compared
_TWINS: Final = 50  # that one text has
_REMEMBERED: Final = 2_000  # texts of which a session remembers whether they have twins
_DIGITS: Final = 12  # of a fingerprint, in hexadecimal

_POSTINGS: Final = """
SELECT m.value AS mark, s.text AS text FROM json_each(:marks) AS m CROSS JOIN shingle AS s ON s.mark = m.value
"""
_ADD_MARK: Final = "INSERT INTO shingle (mark, text) VALUES (:mark, :text)"
_TEXTS: Final = """
SELECT p.fingerprint, p.text FROM json_each(:beginnings) AS b
CROSS JOIN paragraph AS p ON p.id = (
    SELECT id FROM paragraph WHERE fingerprint BETWEEN b.value AND b.value || 'g' AND text <> '' LIMIT 1)
"""
_ADD_TWIN: Final = """
INSERT OR IGNORE INTO twin (fingerprint, other)
SELECT :fingerprint, :other WHERE (SELECT count(*) FROM twin WHERE fingerprint = :fingerprint) < :most
"""
_OWN: Final = """
SELECT p.fingerprint, min(p.text) AS text FROM paragraph AS p
WHERE p.document = :document AND p.fingerprint <> '' AND NOT EXISTS (
    SELECT 1 FROM paragraph AS o WHERE o.fingerprint = p.fingerprint AND o.document <> p.document)
GROUP BY p.fingerprint
"""
_FORGET_MARK: Final = "DELETE FROM shingle WHERE mark = :mark AND text = :text"
_OTHERS: Final = """
SELECT t.other FROM json_each(:fingerprints) AS f CROSS JOIN twin AS t ON t.fingerprint = f.value
"""
_FORGET_TWIN: Final = "DELETE FROM twin WHERE fingerprint = :fingerprint"
_FORGET_OTHER: Final = """
DELETE FROM twin WHERE fingerprint = :other AND other IN (SELECT value FROM json_each(:fingerprints))
"""
_BODY: Final = """
SELECT fingerprint, text FROM paragraph
WHERE document = :document AND kind = 'body' AND removed_at IS NULL AND fingerprint <> ''
"""
_TWINS_OF: Final = """
SELECT t.fingerprint, t.other FROM json_each(:fingerprints) AS f CROSS JOIN twin AS t ON t.fingerprint = f.value
"""
_DONE: Final = "DELETE FROM twin_backlog WHERE document = :document"


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text with the marks by which it is looked up; without any it is too short to have twins."""

    fingerprint: str
    text: str
    marks: tuple[int, ...]
    key: int
    """The beginning of its fingerprint as a number."""


class Twins:
    """Which texts are nearly the same, as a passage is shown. Raises BusyError at the time limit."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def of(self, fingerprints: Collection[str]) -> dict[str, Collection[str]]:
        """For those of the texts that have any, the fingerprints of texts that are nearly the same."""
        asked = {each for each in fingerprints if each}
        found = await each_remembered(self._rows, "twins", asked, self._others, _REMEMBERED)
        return {fingerprint: others for fingerprint, others in found.items() if others}

    async def _others(self, fingerprints: Sequence[str]) -> dict[str, Collection[str]]:
        found: dict[str, Collection[str]] = dict.fromkeys(fingerprints, ())
        for row in await self._rows.rows(_TWINS_OF, {"fingerprints": json.dumps(fingerprints)}):
            found[row["fingerprint"]] = (*found[row["fingerprint"]], row["other"])
        return found


def sketched(texts: Iterable[tuple[str, str]]) -> list[Sketch]:
    """The sketches of texts that are given with their fingerprints; takes time in proportion to them."""
    return [
        Sketch(fingerprint, text, marks(text), int(fingerprint[:_DIGITS], 16))
        for fingerprint, text in dict(texts).items()
        if fingerprint
    ]


async def link(connection: Writing, document: int, sketches: Sequence[Sketch]) -> None:
    """Keep the marks of texts that a document has, and which texts are nearly the same; within a transaction."""
    new = [sketch for sketch in sketches if sketch.marks]
    postings = await _postings(connection, {mark for each in new for mark in each.marks})
    await connection.executemany(_ADD_MARK, list(_added(new, postings)))
    near = _nearest(new, postings)
    known = await _texts(connection, {key for keys in near.values() for key in keys})
    pairs = _pairs(new, near, known)
    both = [{"fingerprint": one, "other": other, "most": _TWINS} for pair in pairs for one, other in (pair, pair[::-1])]
    await connection.executemany(_ADD_TWIN, both)
    await connection.execute(_DONE, {"document": document})


async def body(connection: Writing, document: int) -> list[tuple[str, str]]:
    """The fingerprints and texts of the living `body` paragraphs of a document."""
    return [(row[0], row[1]) for row in await connection.execute_fetchall(_BODY, {"document": document})]


async def forget(connection: Writing, document: int) -> None:
    """Forget the texts that no other document has, before their paragraphs are forgotten; within a transaction."""
    own = [(row[0], row[1]) for row in await connection.execute_fetchall(_OWN, {"document": document})]
    sketches = sketched(own)
    rows = [{"mark": mark, "text": each.key} for each in sketches for mark in each.marks]
    await connection.executemany(_FORGET_MARK, rows)
    fingerprints = json.dumps([each.fingerprint for each in sketches])
    others = [row[0] for row in await connection.execute_fetchall(_OTHERS, {"fingerprints": fingerprints})]
    await connection.executemany(_FORGET_OTHER, [{"other": each, "fingerprints": fingerprints} for each in others])
    await connection.executemany(_FORGET_TWIN, [{"fingerprint": each.fingerprint} for each in sketches])
    await connection.execute(_DONE, {"document": document})


def _added(sketches: Iterable[Sketch], postings: dict[int, list[int]]) -> Iterator[dict[str, int]]:
    """The marks that are to be kept, which enter the postings: of no more texts than tell something."""
    for each in sketches:
        for mark in each.marks:
            texts = postings.setdefault(mark, [])
            if len(texts) < _CROWD and each.key not in texts:
                texts.append(each.key)
                yield {"mark": mark, "text": each.key}


async def _postings(connection: Writing, wanted: Collection[int]) -> dict[int, list[int]]:
    """The texts, by their keys, that have each of the marks."""
    found: dict[int, list[int]] = {}
    for row in await connection.execute_fetchall(_POSTINGS, {"marks": json.dumps(sorted(wanted))}):
        found.setdefault(row[0], []).append(row[1])
    return found


def _nearest(sketches: Sequence[Sketch], postings: Mapping[int, Sequence[int]]) -> dict[str, list[int]]:
    """For each text the keys of those with which it has most marks in common."""
    near: dict[str, list[int]] = {}
    for each in sketches:
        shared = Counter(key for mark in each.marks for key in postings.get(mark, ()) if key != each.key)
        if shared:
            near[each.fingerprint] = sorted(shared, key=lambda key: (-shared[key], key))[:_COMPARED]
    return near


async def _texts(connection: Writing, keys: Collection[int]) -> dict[int, tuple[str, str]]:
    """The fingerprints and texts behind keys."""
    beginnings = [f"{key:0{_DIGITS}x}" for key in sorted(keys)]
    rows = await connection.execute_fetchall(_TEXTS, {"beginnings": json.dumps(beginnings)})
    return {int(row[0][:_DIGITS], 16): (row[0], row[1]) for row in rows}


def _pairs(
    sketches: Sequence[Sketch], near: Mapping[str, Sequence[int]], known: Mapping[int, tuple[str, str]]
) -> list[tuple[str, str]]:
    """The pairs of fingerprints whose texts are nearly the same."""
    read = {fingerprint: Likeness(text) for fingerprint, text in known.values()}
    read |= {each.fingerprint: Likeness(each.text) for each in sketches if each.fingerprint in near}
    pairs: dict[tuple[str, str], bool] = {}
    for fingerprint, keys in near.items():
        for other in (known[key][0] for key in keys if key in known):
            pair = (min(fingerprint, other), max(fingerprint, other))
            if pair not in pairs and fingerprint != other:
                pairs[pair] = nearly_the_same(read[pair[0]], read[pair[1]])
    return [pair for pair, same in pairs.items() if same]

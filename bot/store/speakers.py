"""Reading who says what: the speakers of a scope, and the words that are attributed to them.

A speaker is known by name and collection. Whom a curator has joined or renamed is one speaker under one shown name; the
rows keep the names that the documents give, so that an alias holds for whatever is imported later, and undoing it
loses nothing. Two names that merely share a word are never joined.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.models import SHARED, Span, Speaker, SpeakerBasis, Speech
from bot.store.faults import as_kept
from bot.store.indexing import read
from bot.store.reader import Rows
from bot.store.scope import Scope

_MOST: Final = 1_000  # speakers whose names are looked at for one beginning: a few milliseconds
_LAST: Final = "\U0010ffff"
_JOINING: Final = frozenset({"and", "und", "et", "y", "e", "en", "&"})

# The sign before the document keeps SQLite from looking every one of many documents up for each speaker.
_COUNTED: Final = """
WITH counted AS (
    SELECT speaker, sum(quotations) AS quotations, sum(reported) AS reported FROM speaker_count
    WHERE +document IN (SELECT value FROM json_each(:documents))
    GROUP BY speaker
)
SELECT s.id, s.name, coalesce(a.shown, s.name) AS shown, n.quotations, n.reported
FROM counted AS n
CROSS JOIN speaker AS s ON s.id = n.speaker
LEFT JOIN speaker_alias AS a ON a.collection = s.collection AND a.name = s.name
"""
_COUNTED_OF: Final = """
WITH counted AS (
    SELECT n.speaker, sum(n.quotations) AS quotations, sum(n.reported) AS reported
    FROM json_each(:speakers) AS f CROSS JOIN speaker_count AS n ON n.speaker = f.value
    WHERE +n.document IN (SELECT value FROM json_each(:documents))
    GROUP BY n.speaker
)
SELECT s.id, s.name, coalesce(a.shown, s.name) AS shown, n.quotations, n.reported
FROM counted AS n
CROSS JOIN speaker AS s ON s.id = n.speaker
LEFT JOIN speaker_alias AS a ON a.collection = s.collection AND a.name = s.name
"""
_DOCUMENTS_OF: Final = """
SELECT n.speaker, c.key, d.number
FROM json_each(:speakers) AS f
CROSS JOIN speaker_count AS n ON n.speaker = f.value
CROSS JOIN document AS d ON d.id = n.document
CROSS JOIN collection AS c ON c.id = d.collection
WHERE +n.document IN (SELECT value FROM json_each(:documents))
"""
_BEGINNING: Final = """
SELECT DISTINCT w.speaker, s.name FROM speaker_word AS w CROSS JOIN speaker AS s ON s.id = w.speaker
WHERE w.word >= :low AND w.word < :high LIMIT :limit
"""
_ALIASES: Final = """
SELECT a.name, a.shown FROM speaker_alias AS a JOIN collection AS c ON c.id = a.collection
WHERE c.key IN (SELECT value FROM json_each(:collections))
"""
_SHOWN: Final = """
SELECT s.name, coalesce(a.shown, s.name) AS shown
FROM speaker AS s LEFT JOIN speaker_alias AS a ON a.collection = s.collection AND a.name = s.name
WHERE s.id = :speaker
"""
_MEMBERS: Final = """
SELECT s.id FROM json_each(:shown) AS f
CROSS JOIN collection AS c
CROSS JOIN speaker AS s ON s.collection = c.id AND s.name = f.value
WHERE c.key IN (SELECT value FROM json_each(:collections))
UNION
SELECT s.id FROM speaker_alias AS a
CROSS JOIN collection AS c ON c.id = a.collection
CROSS JOIN speaker AS s ON s.collection = a.collection AND s.name = a.name
WHERE c.key IN (SELECT value FROM json_each(:collections)) AND a.shown IN (SELECT value FROM json_each(:shown))
"""
_SAID_IN: Final = """
SELECT q.*, s.name, a.shown
FROM quotation AS q
LEFT JOIN speaker AS s ON s.id = q.speaker
LEFT JOIN speaker_alias AS a ON a.collection = s.collection AND a.name = s.name
WHERE q.paragraph IN (SELECT value FROM json_each(:paragraphs))
ORDER BY q.paragraph, q."start", q.form
"""
_SAID_IN_DOCUMENT: Final = """
SELECT q.*, s.name, a.shown
FROM paragraph AS p
CROSS JOIN quotation AS q ON q.paragraph = p.id
LEFT JOIN speaker AS s ON s.id = q.speaker
LEFT JOIN speaker_alias AS a ON a.collection = s.collection AND a.name = s.name
WHERE p.document = :document AND p.removed_at IS NULL
ORDER BY q.paragraph, q."start", q.form
"""
_SAID_BY: Final = """
SELECT q.*, s.name, a.shown
FROM json_each(:speakers) AS f
CROSS JOIN quotation AS q ON q.speaker = f.value
CROSS JOIN paragraph AS p ON p.id = q.paragraph
CROSS JOIN document AS d ON d.id = p.document
CROSS JOIN speaker AS s ON s.id = q.speaker
LEFT JOIN speaker_alias AS a ON a.collection = s.collection AND a.name = s.name
WHERE p.kind = 'body' AND p.removed_at IS NULL AND p.document IN (SELECT value FROM json_each(:documents))
    AND (:form IS NULL OR q.form = :form)
ORDER BY q.form, d.collection, d.number, p."start", q."start"
LIMIT :limit OFFSET :offset
"""
_COUNT_BY: Final = """
SELECT count(*) AS speeches, count(DISTINCT q.paragraph) AS paragraphs
FROM json_each(:speakers) AS f
CROSS JOIN quotation AS q ON q.speaker = f.value
CROSS JOIN paragraph AS p ON p.id = q.paragraph
WHERE p.kind = 'body' AND p.removed_at IS NULL AND p.document IN (SELECT value FROM json_each(:documents))
    AND (:form IS NULL OR q.form = :form)
"""


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A speaker as shown: `ids` are the rows that the shown name stands for, `aliases` the other names it stands for.

    `quotations` and `reported` count what is said directly and what is reported in the scope that was asked for.
    """

    name: str
    ids: tuple[int, ...] = ()
    aliases: tuple[str, ...] = ()
    quotations: int = 0
    reported: int = 0

    @property
    def total(self) -> int:
        """How often the speaker speaks."""
        return self.quotations + self.reported


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are said; `paragraph` is a row id, `span` counts from the paragraph's start.

    `speaker_id` is one of the `ids` of a `KnownSpeaker`; None where nobody is named.
    """

    paragraph: int
    form: Speech
    span: Span
    speaker: Speaker | None
    speaker_id: int | None


def name_words(text: str) -> list[str]:
    """The folded words of a name: what names are compared by."""
    return list(read(text).words)


def _begins(words: Sequence[str], typed: Sequence[str]) -> bool:
    """Whether each of the typed words begins another word of a name."""
    left = list(words)
    for each in sorted(typed, key=len, reverse=True):
        found = next((word for word in left if word.startswith(each)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _said(row: sqlite3.Row) -> Said:
    basis = SpeakerBasis(row["basis"])
    speaker = None
    if row["name"] is not None:
        speaker = Speaker(row["name"], basis) if row["shown"] is None else Speaker(row["shown"], SpeakerBasis.CURATOR)
    return Said(row["paragraph"], Speech(row["form"]), Span(row["start"], row["end"]), speaker, row["speaker"])


class Speakers:
    """The speakers of the store. Every method raises BusyError when it runs into the time limit."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def everyone(self, scope: Scope, collections: Collection[str] = (SHARED,)) -> list[KnownSpeaker]:
        """Everybody who speaks in a scope, those who speak most first."""
        key = ("everyone", scope.documents, tuple(collections))
        return await self._rows.remembered(key, lambda: self._everyone(scope, collections))

    async def _everyone(self, scope: Scope, collections: Collection[str]) -> list[KnownSpeaker]:
        found = await self._rows.rows(_COUNTED, {"documents": scope.documents})
        return self._grouped(found, await self._aliases(collections))

    async def documents(self, known: Iterable[KnownSpeaker], scope: Scope) -> dict[str, list[str]]:
        """The references of the documents of a scope in which each of these speaks, by the name that is shown."""
        names = {id_: each.name for each in known for id_ in each.ids}
        asked = {"speakers": json.dumps(list(names)), "documents": scope.documents}
        places: dict[str, set[tuple[bool, int]]] = {}
        for row in await self._rows.rows(_DOCUMENTS_OF, asked):
            places.setdefault(names[row["speaker"]], set()).add((row["key"] != SHARED, row["number"]))
        return {name: [f"{'DS'[own]}{number}" for own, number in sorted(some)] for name, some in places.items()}

    async def beginning(
        self, typed: str, scope: Scope, limit: int, collections: Collection[str] = (SHARED,)
    ) -> list[KnownSpeaker]:
        """The speakers of a scope in whose name, or an alias of it, words begin as typed; who speaks most first.

        Args:
            typed: What is typed so far; each of its words may begin any word of a name. Nothing: everybody.
            scope: Where they must speak.
            limit: How many to give at most.
            collections: The collections of the scope.
        """
        words = name_words(typed)
        if not words:
            # marks alone begin no name
            return [] if typed.strip() else (await self.everyone(scope, collections))[:limit]
        longest = max(words, key=len)
        names = await self._names(longest, longest + _LAST, collections)
        fitting = {shown for name, shown in names if _begins(name_words(name), words)}
        return (await self.named(fitting, scope, collections))[:limit]

    async def holding(self, typed: str, scope: Scope, collections: Collection[str] = (SHARED,)) -> list[KnownSpeaker]:
        """The speakers of a scope whose name, or an alias of it, has every word of what was typed."""
        words = set(name_words(typed))
        if not words:
            return []
        longest = max(words, key=len)
        names = await self._names(longest, longest + " ", collections)
        return await self.named({shown for name, shown in names if words <= set(name_words(name))}, scope, collections)

    async def _names(self, low: str, high: str, collections: Collection[str]) -> list[tuple[str, str]]:
        """Names with a word between two, all aliases besides, each with the name it is shown under."""
        aliases = await self._aliases(collections)
        found = await self._rows.rows(_BEGINNING, {"low": low, "high": high, "limit": _MOST})
        names = {row["name"] for row in found} | {name for pair in aliases.items() for name in pair}
        return [(name, aliases.get(name, name)) for name in names]

    async def named(
        self, names: Iterable[str], scope: Scope, collections: Collection[str] = (SHARED,)
    ) -> list[KnownSpeaker]:
        """The speakers of a scope who are shown under one of these names, exactly; who speaks most first."""
        shown = sorted(set(names))
        asked = {"shown": json.dumps(shown), "collections": json.dumps(list(collections))}
        ids = [row["id"] for row in await self._rows.rows(_MEMBERS, asked)]
        counted = {"speakers": json.dumps(ids), "documents": scope.documents}
        found = await self._rows.rows(_COUNTED_OF, counted)
        wanted = set(shown)
        aliases = await self._aliases(collections)
        return [each for each in self._grouped(found, aliases) if each.name in wanted]

    async def shown_as(self, speaker: int) -> tuple[str, str] | None:
        """The name of a speaker (row id) as the documents give it, and as it is shown; None where there is none."""
        row = await self._rows.row(_SHOWN, {"speaker": speaker})
        return None if row is None else (row["name"], row["shown"])

    async def said_in(self, paragraphs: Iterable[int]) -> dict[int, tuple[Said, ...]]:
        """What is said in these paragraphs (row ids) in the order of the text; those with nothing are left out."""
        return self._by_paragraph(await self._rows.rows(_SAID_IN, {"paragraphs": json.dumps(list(paragraphs))}))

    async def said_in_document(self, document: int) -> dict[int, tuple[Said, ...]]:
        """The same for all paragraphs of a document, by its row id."""
        return self._by_paragraph(await self._rows.rows(_SAID_IN_DOCUMENT, {"document": document}))

    async def said_by(
        self, speakers: Iterable[int], scope: Scope, *, form: Speech | None = None, limit: int = -1, offset: int = 0
    ) -> list[Said]:
        """What these speakers (row ids) say in a scope: direct speech first, each in the order of the documents.

        Args:
            speakers: The `ids` of a `KnownSpeaker`.
            scope: Where to look.
            form: Direct or reported speech only; both when None.
            limit: How many at the most; all when negative.
            offset: How many to pass over.
        """
        asked = {**self._asked(speakers, scope, form), "limit": limit, "offset": offset}
        rows = await self._rows.rows(_SAID_BY, asked)
        with as_kept(self._rows.path):
            return [_said(row) for row in rows]

    async def count_by(self, speakers: Iterable[int], scope: Scope, *, form: Speech | None = None) -> int:
        """How often these speakers speak in a scope."""
        row = await self._rows.row(_COUNT_BY, self._asked(speakers, scope, form))
        return 0 if row is None else int(row["speeches"])

    @staticmethod
    def _asked(speakers: Iterable[int], scope: Scope, form: Speech | None) -> dict[str, object]:
        return {"speakers": json.dumps(list(speakers)), "documents": scope.documents, "form": form}

    def _by_paragraph(self, rows: Iterable[sqlite3.Row]) -> dict[int, tuple[Said, ...]]:
        found: dict[int, list[Said]] = {}
        with as_kept(self._rows.path):
            for row in rows:
                found.setdefault(row["paragraph"], []).append(_said(row))
        return {paragraph: tuple(said) for paragraph, said in found.items()}

    async def _aliases(self, collections: Collection[str]) -> dict[str, str]:
        """What a curator has named anew: the shown name by the other one."""
        rows = await self._rows.rows(_ALIASES, {"collections": json.dumps(list(collections))})
        return {row["name"]: row["shown"] for row in rows}

    @staticmethod
    def _grouped(rows: Iterable[sqlite3.Row], aliases: Mapping[str, str]) -> list[KnownSpeaker]:
        """The rows of counts as speakers, those who speak most first."""
        groups: dict[str, list[sqlite3.Row]] = {}
        for row in rows:
            groups.setdefault(row["shown"], []).append(row)
        others: dict[str, set[str]] = {}
        for name, shown in aliases.items():
            others.setdefault(shown, set()).add(name)
        found = [_speaker(shown, group, others.get(shown, set())) for shown, group in groups.items()]
        return sorted(found, key=lambda each: (_distance(each.name), -each.total, each.name))


def _distance(name: str) -> int:
    """How far a name is from that of one person: 0 for such, 1 for several and groups, 2 for what only describes.

    "The minister" of one document is not that of another; "Hale and Torné" or "White House officials" are no person.
    """
    if name[:1].islower():
        return 2
    words = name.split()
    return int(words[-1][:1].islower() or not _JOINING.isdisjoint(words)) if words else 2


def _speaker(shown: str, rows: Sequence[sqlite3.Row], aliases: Iterable[str]) -> KnownSpeaker:
    return KnownSpeaker(
        name=shown,
        ids=tuple(sorted({row["id"] for row in rows})),
        aliases=tuple(sorted(aliases)),
        quotations=sum(row["quotations"] for row in rows),
        reported=sum(row["reported"] for row in rows),
    )

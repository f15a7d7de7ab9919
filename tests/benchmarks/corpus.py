"""A seeded generator of large collections: words by Zipf's law, names, numbers, and phrases that recur.

A million paragraphs take some minutes to write. `kept` writes them once into the folder that the environment variable
`VERBATIM_BENCHMARK_STORES` names and finds them there again.
"""

import hashlib
import inspect
import os
import random
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import accumulate, islice
from pathlib import Path
from typing import Final

from bot.store import indexing
from bot.store.indexing import index_text
from bot.store.migrate import migrate, migrations
from bot.store.preparation import fingerprint, sha256
from bot.store.stopwords import STOP_WORDS

_SYLLABLES: Final = (
    "ba be bo bra ca cho cre da del do dra fa fen fi gar ge gro ha hel in ja ka kel la len li lo ma mer mi mon na nel "
    "no or pa per po pre qui ra ren ri ro sa sel so sta ta tel ti tor tra un va vel vi wa wen zo zu"
)
_VOCABULARY: Final = 60_000
_LENGTH: Final = 60  # words in a paragraph on average
_IN_A_DOCUMENT: Final = 100
_BATCH: Final = 2_000
_EDITION: Final = 1  # of the generator: stores that an earlier one has written are not used again
_FOLDER: Final = "VERBATIM_BENCHMARK_STORES"
_HASH: Final = 32 * 2**20  # bytes that FTS5 collects before it writes a segment
_USUAL_HASH: Final = 2**20
_ADD_DOCUMENT: Final = """
INSERT INTO document (id, collection, number, file, path, format, encoding, sha256, text_sha256, reader, title,
    title_basis, publisher_basis, author_basis, published, published_basis, published_earliest, published_latest,
    anchor_date_basis, language_basis, kind_basis, note_basis, imported_at)
VALUES (:id, 1, :id, :file, :file, 'text', 'utf-8', :file, '', 1, :title,
    'stated', 'unknown', 'unknown', :day, 'stated', :day, :day,
    'unknown', 'unknown', 'unknown', 'unknown', '')
"""
_ADD_PARAGRAPH: Final = """
INSERT INTO paragraph (id, document, number, kind, reason, "start", "end", text, sha256, fingerprint)
VALUES (:id, :document, :number, 'body', 'generated', 0, :end, :text, :sha256, :fingerprint)
"""
_NEXT_NUMBERS: Final = (
    "UPDATE document SET next_paragraph = 1 + (SELECT count(*) FROM paragraph WHERE document = document.id)",
    "UPDATE collection SET next_document = 1 + (SELECT max(number) FROM document) WHERE id = 1",
)
_BY_HAND: Final = """
SELECT name, type, sql FROM sqlite_schema
WHERE sql IS NOT NULL AND (type = 'trigger' OR (type = 'index' AND tbl_name = 'paragraph'))
"""
_ADD_TEXT: Final = "INSERT INTO passage_text (paragraph, folded, compounds) VALUES (:id, :folded, :compounds)"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a generated language, the most used first, and how often each is drawn."""

    words: list[str]
    cumulated: list[float] = field(repr=False)

    @classmethod
    def invented(cls, chance: random.Random, size: int = _VOCABULARY) -> "Words":
        """English function words on top, invented words and numbers below, frequencies by Zipf's law."""
        common = ["the", "of", "and", "to", "in", "a", "is", "that", "for", "on"]
        words = dict.fromkeys([*common, *sorted(STOP_WORDS)])
        syllables = _SYLLABLES.split()
        while len(words) < size:
            word = "".join(chance.choices(syllables, k=chance.randint(2, 4)))
            words.setdefault(word if chance.random() > 0.03 else str(chance.randint(1, 99_999)))
        return cls(list(words), list(accumulate(1 / (place + 2.7) for place in range(len(words)))))

    def drawn(self, chance: random.Random, count: int) -> list[str]:
        """Words as a text would use them."""
        return chance.choices(self.words, cum_weights=self.cumulated, k=count)


def paragraphs(chance: random.Random, words: Words) -> Iterator[str]:
    """Paragraphs without end: 30 to 90 words, one in four with a phrase that recurs, one in three with a name."""
    phrases = [" ".join(words.drawn(chance, chance.randint(2, 5))) for _ in range(2_000)]
    names = [f"{first.title()} {last.title()}" for first, last in (words.words[-2 * n - 2 :][:2] for n in range(500))]
    while True:
        text = words.drawn(chance, chance.randint(30, 90))
        if chance.random() < 0.25:
            text.insert(chance.randrange(len(text)), chance.choice(phrases))
        if chance.random() < 1 / 3:
            text.insert(chance.randrange(len(text)), chance.choice(names))
        yield " ".join(text).capitalize() + "."


def vocabulary(count: int) -> int:
    """How many words the texts of so many paragraphs draw from.

    Heaps' law with the figures for Reuters-RCV1: C. Manning, P. Raghavan and H. Schütze, "Introduction to Information
    Retrieval" (2008), section 5.1.1.
    """
    return max(_VOCABULARY, int(44 * (count * _LENGTH) ** 0.49))


def words_of(count: int, seed: int = 7) -> Words:
    """The words of the store that `build` writes."""
    return Words.invented(random.Random(seed), vocabulary(count))  # noqa: S311 - texts to search, no secret


@dataclass(frozen=True, slots=True)
class Text:
    """A document of one paragraph; `number` becomes the row id of both."""

    number: int
    title: str | None
    text: str


def keep(path: Path, texts: Iterable[Text]) -> None:
    """Write a store of documents with one paragraph each."""
    migrate(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for each in texts:
            connection.execute(_ADD_DOCUMENT, _document(each.number, None) | {"title": each.title})
            row = _row(each.number, each.text) | {"document": each.number, "number": 1}
            connection.execute(_ADD_PARAGRAPH, row)
            connection.execute(_ADD_TEXT, row)
        connection.execute("COMMIT")


def build(path: Path, count: int, seed: int = 7) -> Words:
    """Write a store of `count` generated paragraphs, a hundred in a document, and return its words."""
    migrate(path)
    words = words_of(count, seed)
    chance = random.Random(seed + 1)  # noqa: S311 - a text to search, not a secret
    texts = enumerate(islice(paragraphs(chance, words), count), start=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection, _in_bulk(connection):
        while batch := list(islice(texts, _BATCH)):
            connection.execute("BEGIN")
            first, last = ((id_ - 1) // _IN_A_DOCUMENT + 1 for id_ in (batch[0][0], batch[-1][0]))
            connection.executemany(_ADD_DOCUMENT, [_document(number, words) for number in range(first, last + 1)])
            rows = [_row(id_, text) for id_, text in batch]
            connection.executemany(_ADD_PARAGRAPH, rows)
            connection.executemany(_ADD_TEXT, rows)
            connection.execute("COMMIT")
        for statement in _NEXT_NUMBERS:
            connection.execute(statement)
    return words


def kept(folder: Path, count: int) -> tuple[Path, Words]:
    """A generated store and its words, written now or by an earlier run.

    Args:
        folder: Where to write it if the environment names no folder to keep it in.
        count: How many paragraphs it has.
    """
    stands_for = (*migrations(), inspect.getsource(indexing), str(_EDITION))
    mark = hashlib.sha256("".join(stands_for).encode()).hexdigest()[:12]
    path = Path(os.environ.get(_FOLDER) or folder) / f"generated-{count}-{mark}.sqlite3"
    if path.exists():
        return path, words_of(count)
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    words = build(partial, count)
    partial.rename(path)
    return path, words


@contextmanager
def _in_bulk(connection: sqlite3.Connection) -> Iterator[None]:
    """Write rows with no journal, and what is worked out from them at the end, in a fraction of the time."""
    for pragma in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -200000"):
        connection.execute(f"PRAGMA {pragma}")
    by_hand = connection.execute(_BY_HAND).fetchall()
    for name, kind, _ in by_hand:
        connection.execute(f"DROP {kind} {name}")
    yield
    for _, _, sql in by_hand:
        connection.execute(sql)
    for index in ("passage_index", "word_index"):
        configure = f"INSERT INTO {index} ({index}, rank) VALUES ('hashsize', ?)"  # noqa: S608 - two names of ours
        connection.execute(configure, (_HASH,))
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608 - likewise
        connection.execute(configure, (_USUAL_HASH,))
    connection.execute("PRAGMA journal_mode = WAL")


def title(number: int, words: Words) -> str:
    """The title of a generated document: three to seven words that texts are about."""
    chance = random.Random(number)  # noqa: S311 - a text to search, not a secret
    drawn = [word for word in words.drawn(chance, 40) if word not in STOP_WORDS]
    return " ".join(drawn[: chance.randint(3, 7)]).capitalize()


def _document(number: int, words: Words | None) -> dict[str, object]:
    day = f"{1990 + number % 30}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    file = hashlib.sha256(str(number).encode()).hexdigest()
    return {"id": number, "file": file, "title": title(number, words) if words else None, "day": day}


def _row(id_: int, text: str) -> dict[str, object]:
    folded, compounds = index_text(text)
    return {
        "id": id_,
        "document": (id_ - 1) // _IN_A_DOCUMENT + 1,
        "number": (id_ - 1) % _IN_A_DOCUMENT + 1,
        "end": len(text),
        "text": text,
        "sha256": sha256(text),
        "fingerprint": fingerprint(text),
        "folded": folded,
        "compounds": compounds,
    }

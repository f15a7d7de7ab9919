"""What is kept of a document beside the default order of its sentences: how much of it may be given, key phrases."""

from typing import Final

from bot.models import Outline
from bot.store.reader import Rows
from bot.store.writer import Writing

_OUTLINE: Final = "SELECT fit, seconds FROM outline WHERE document = :document"
_PHRASES: Final = "SELECT text FROM key_phrase WHERE document = :document ORDER BY place"
_FORGET_OUTLINE: Final = "DELETE FROM outline WHERE document = :document"
_FORGET_PHRASES: Final = "DELETE FROM key_phrase WHERE document = :document"
_KEEP_OUTLINE: Final = "INSERT INTO outline (document, fit, seconds) VALUES (:document, :fit, :seconds)"
_KEEP_PHRASE: Final = "INSERT INTO key_phrase (document, place, text) VALUES (:document, :place, :text)"


async def outline_of(rows: Rows, document: int) -> Outline | None:
    """What was worked out for a document; None where nothing was yet."""
    if not (found := await rows.rows(_OUTLINE, {"document": document})):
        return None
    phrases = await rows.rows(_PHRASES, {"document": document})
    return Outline(found[0]["fit"], found[0]["seconds"], tuple(row["text"] for row in phrases))


async def forget_outline(connection: Writing, document: int) -> None:
    """Forget what was worked out for a document."""
    for statement in (_FORGET_OUTLINE, _FORGET_PHRASES):
        await connection.execute(statement, {"document": document})


async def keep_outline(connection: Writing, document: int, outline: Outline) -> None:
    """Keep what was worked out for a document in the place of what was known before."""
    await forget_outline(connection, document)
    await add_outline(connection, document, outline)


async def add_outline(connection: Writing, document: int, outline: Outline) -> None:
    """Keep what was worked out for a document of which nothing is known."""
    await connection.execute(_KEEP_OUTLINE, {"document": document, "fit": outline.fit, "seconds": outline.seconds})
    phrases = [{"document": document, "place": place, "text": text} for place, text in enumerate(outline.phrases)]
    await connection.executemany(_KEEP_PHRASE, phrases)

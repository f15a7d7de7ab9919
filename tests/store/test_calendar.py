"""Dated sentences: slices of their source, read without a copy of the paragraph for each."""

import hashlib
import tracemalloc
from datetime import date
from pathlib import Path
from typing import Final

from bot.models import (
    SHARED,
    Basis,
    DateMention,
    DateValue,
    Format,
    Kind,
    Metadata,
    ParsedDocument,
    ParsedParagraph,
    Precision,
    Span,
)
from bot.store.calendar import Period as Asked
from bot.store.preparation import Period
from bot.store.store import Store

_SENTENCE: Final = "In 1871 the ferry of Orm was laid up for the winter, and nobody crossed the strait. "
_COUNT: Final = 1_000
_YEAR: Final = DateValue("1871", date(1871, 1, 1), date(1871, 12, 31), Precision.YEAR)


def _chronicle() -> ParsedDocument:
    """One paragraph of many dated sentences."""
    text = _SENTENCE * _COUNT
    starts = range(0, len(text), len(_SENTENCE))
    paragraph = ParsedParagraph(
        Span(0, len(text)),
        Kind.BODY,
        "prose",
        tuple(Span(start, start + len(_SENTENCE) - 1) for start in starts),
        tuple(DateMention(Span(start + 3, start + 7), _YEAR, Basis.STATED) for start in starts),
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ParsedDocument("orm.txt", Format.TEXT, "UTF-8", digest, text, Metadata(), (paragraph,), 1)


async def test_many_dates_of_one_long_paragraph_take_one_copy_of_its_text(tmp_path: Path) -> None:
    document = _chronicle()
    async with await Store.open(tmp_path / "store.sqlite3") as store:
        row = await store.keeper.keep(document, path="orm.txt", collection=SHARED, period=Period(), ranking=())
        tracemalloc.start()
        try:
            events = await store.calendar.events(Asked((row,)), [(row, "D1")], limit=_COUNT)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert [event.text for event in events] == [_SENTENCE.rstrip()] * _COUNT
    assert all(event.span.of(document.text) == event.text for event in events)
    assert {event.expression.of(event.text) for event in events} == {"1871"}
    # a copy for each event would be a thousand times the text
    assert peak < 100 * len(document.text)

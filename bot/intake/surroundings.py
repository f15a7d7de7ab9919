"""What is known of a document's paragraphs from outside its text: looked up in the store before it is derived."""

from collections.abc import Mapping

from bot.documents.hints import Hints, could_be_furniture
from bot.models import Kind, ParsedDocument
from bot.store.store import Store


async def hints(
    store: Store,
    parsed: ParsedDocument,
    collection: str,
    document: int | None,
    changes: Mapping[int, Kind | None] | None = None,
) -> Hints:
    """What goes before the rules for the kinds of a document's paragraphs.

    Args:
        store: The store.
        parsed: The document as the rules alone read it.
        collection: The key of the collection that it belongs to.
        document: The id under which it is kept already; None for a new one.
        changes: Kinds by paragraph number that a curator is setting; None withdraws one.
    """
    kinds = {} if document is None else await store.overruling.kinds(document, parsed, changes)
    texts = {
        paragraph.span.start: paragraph.span.of(parsed.text)
        for paragraph in parsed.paragraphs
        if paragraph.kind is Kind.BODY
    }
    lines = {start: text for start, text in texts.items() if could_be_furniture(text)}
    counts = await store.overruling.standing(collection, document, set(lines.values()), set(texts.values()))
    return Hints(kinds, {start: counts[text] for start, text in lines.items() if text in counts})

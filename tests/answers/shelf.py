"""Small collections of invented paragraphs, kept in a real store, for the tests of finding and quoting."""

import hashlib
from collections.abc import Sequence

from bot.models import (
    SHARED,
    Basis,
    Document,
    Fact,
    Format,
    Kind,
    Metadata,
    Original,
    ParsedDocument,
    ParsedParagraph,
    Span,
)
from bot.store.preparation import Period
from bot.store.store import Store

Text = str | tuple[Kind, str]


def written(
    texts: Sequence[Text],
    *,
    title: str = "A paper",
    published: str | None = None,
    digest_of: str | None = None,
    language: str | None = None,
) -> ParsedDocument:
    """A document of these paragraphs; a text alone is a `body` paragraph."""
    source = ""
    paragraphs = []
    for each in texts:
        kind, text = (Kind.BODY, each) if isinstance(each, str) else each
        source += "\n\n" if source else ""
        paragraphs.append(ParsedParagraph(Span(len(source), len(source) + len(text)), kind, "invented"))
        source += text
    return ParsedDocument(
        file=f"{title}.txt",
        format=Format.TEXT,
        encoding="utf-8",
        sha256=sha256_of(title, texts),
        text=source,
        metadata=Metadata(
            title=Fact(title, Basis.STATED),
            published=Fact(published, Basis.STATED) if published else Fact(),
            language=Fact(language, Basis.STATED) if language else Fact(),
            digest_of=Original(digest_of, "The original", None, None) if digest_of else None,
        ),
        paragraphs=tuple(paragraphs),
        reader=1,
    )


def sha256_of(title: str, texts: Sequence[Text]) -> str:
    """The hash of the file that `written` pretends to have read."""
    return hashlib.sha256(repr((title, texts)).encode()).hexdigest()


async def shelve(
    store: Store,
    texts: Sequence[Text],
    *,
    title: str = "A paper",
    published: str | None = None,
    digest_of: str | None = None,
    language: str | None = None,
    collection: str = SHARED,
    replacing: Document | None = None,
) -> Document:
    """Keep a document of these paragraphs, whose published date is a whole day where it is given."""
    document = await store.keeper.keep(
        written(texts, title=title, published=published, digest_of=digest_of, language=language),
        path=f"/shelf/{title}.txt",
        collection=collection,
        period=Period(published, published),
        ranking=[],
        document=replacing.id if replacing else None,
    )
    return await store.library.document_by_id(document)

"""What a reference names: a paragraph, one that was removed, or a whole document; and the answer to `cite`."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.documents import find
from bot.errors import BadRequestError, UnknownReferenceError
from bot.models import SHARED, Citation, Document, Kind, Pages, Reference, Span
from bot.store.numbering import Tombstone
from bot.store.store import Reading

_SHOWN = 40  # characters of what was typed that an error repeats


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited. `paragraph`, `kind` and `text` are None where it is a whole document.

    `removed_at` (ISO 8601, UTC) is set for a paragraph that was removed; `text` is its last wording then, and `span`
    is None, since it stands nowhere any more; `successor` is the number of the paragraph that came after it, nearly the
    same in words, where there is one.
    """

    document: Document
    paragraph: int | None = None
    kind: Kind | None = None
    text: str | None = None
    span: Span | None = None
    page: Pages | None = None
    removed_at: str | None = None
    successor: int | None = None

    @property
    def after(self) -> str | None:
        """`D2¶40`, the reference of the successor."""
        return None if self.successor is None else f"{self.document.reference}¶{self.successor}"

    @property
    def reference(self) -> str:
        """`D2¶13`, or `D2`."""
        return self.document.reference + ("" if self.paragraph is None else f"¶{self.paragraph}")

    @property
    def citation(self) -> Citation | None:
        """The citation of a paragraph that still stands; None for all else."""
        if self.paragraph is None or self.span is None:
            return None
        return Citation(self.document, self.paragraph, self.span, self.page)


async def cite(store: Reading, text: str, collections: Sequence[str] = (SHARED,)) -> Cited:
    """What `text` names: a reference to a paragraph, or a document by its number or title.

    Raises:
        BadRequestError: Nothing is named.
        UnknownReferenceError: There is no such paragraph; the message says what there is.
        UnknownDocumentError: There is no such document.
    """
    if not text.strip():
        raise BadRequestError("Name what to cite: a paragraph such as D2¶13, or a document.")
    if (reference := Reference.parse(text)) is None:
        return Cited(await find(store, text, collections))
    document = await document_of(store, reference, collections)
    if (living := await store.library.paragraph(document, reference.paragraph)) is not None:
        return Cited(document, living.number, living.kind, living.text, living.span, living.page)
    return buried(document, await tombstone(store, document, reference.paragraph))


def buried(document: Document, stone: Tombstone) -> Cited:
    """A removed paragraph as it is cited."""
    return Cited(document, stone.number, stone.kind, stone.text, None, stone.page, stone.removed_at, stone.successor)


def read_reference(text: str) -> Reference:
    """A reference as somebody typed it.

    Raises:
        BadRequestError: It is none.
    """
    if (reference := Reference.parse(text)) is None:
        raise BadRequestError(f"'{text[:_SHOWN]}' is no reference. Write D2¶13, D2:13 or 2:13.")
    return reference


async def document_of(store: Reading, reference: Reference, collections: Sequence[str] = (SHARED,)) -> Document:
    """The document of a reference.

    Raises:
        UnknownReferenceError: It was never there, or was removed.
    """
    for collection in collections:
        if (reference.letter == "D") is (collection == SHARED):
            if (document := await store.library.document(collection, reference.document)) is not None:
                return document
            if (when := await store.numbering.removal(collection, reference.document)) is not None:
                name = f"{reference.letter}{reference.document}"
                raise UnknownReferenceError(
                    f"There is no {reference}: {name} was removed on {when[:10]}, with its text. "
                    "Its number is not given again."
                )
    raise UnknownReferenceError(
        f"There is no {reference}: no document has the number {reference.letter}{reference.document}.", see="documents"
    )


async def tombstone(store: Reading, document: Document, number: int) -> Tombstone:
    """The paragraph with this number, of which it is known that it does not stand in the document.

    Raises:
        UnknownReferenceError: The number was never given.
    """
    if (found := await store.numbering.tombstone(document, number)) is not None:
        return found
    last = await store.numbering.given(document)
    has = f"It has ¶1–¶{last}" if last > 1 else "It has ¶1 only" if last else "It has no paragraphs"
    raise UnknownReferenceError(
        f"{document.reference} has no paragraph ¶{number}. {has}.", see=f"inspect {document.reference}"
    )

"""Finding the document that somebody names, and showing one whole."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from bot.answers.results import InspectedDate, InspectedParagraph, Inspection
from bot.errors import BadRequestError, UnknownDocumentError
from bot.folding import words
from bot.models import SHARED, Document, Reference
from bot.store.store import Reading, Store

_REFERENCE: Final = re.compile(r"\s*([DS]?)\s*0*(\d{1,9})\s*", re.IGNORECASE | re.ASCII)
_SHOWN: Final = 80  # characters of what was typed that an error repeats
_CLOSEST: Final = 3
_ALIKE: Final = 0.6  # share of matching characters from which a slip of the keyboard is likely


def _key(text: str) -> str:
    """The folded words of a title: what it is compared by."""
    return " ".join(word.text for word in words(text))


async def _by_number(store: Reading, text: str, collections: Sequence[str]) -> Document | None:
    """The document that `2`, `D2` or `S2` names; a bare number is one of the shared collection if it can be."""
    if (found := _REFERENCE.fullmatch(text)) is None:
        return None
    letter = found[1].upper()
    for collection in sorted(collections, key=lambda each: each != SHARED):
        if letter in ("", "D" if collection == SHARED else "S"):
            document = await store.library.document(collection, int(found[2]))
            if document is not None:
                return document
    return None


async def _not_removed(store: Reading, text: str, collections: Sequence[str]) -> None:
    """Say so where somebody names the number of a document that was removed."""
    if (found := _REFERENCE.fullmatch(text)) is None:
        return
    for collection in collections:
        letter = "D" if collection == SHARED else "S"
        if found[1].upper() in ("", letter):
            when = await store.numbering.removal(collection, int(found[2]))
            if when is not None:
                raise UnknownDocumentError(
                    f"{letter}{int(found[2])} was removed on {when[:10]}, with its text. Its number is not given again."
                )


def _by_title(documents: Sequence[Document], key: str) -> list[Document]:
    """Documents with exactly this title, failing that those whose title begins with it."""
    exact = [each for each in documents if _key(each.name) == key]
    return exact or [each for each in documents if _key(each.name).startswith(key)]


def _closest(documents: Sequence[Document], text: str) -> list[Document]:
    """The documents whose title or publisher has what was typed in it, or begins with something like it."""
    key = _key(text)
    if not key:
        return []
    near: list[tuple[float, Document]] = []
    for each in documents:
        names = [_key(each.name), _key(each.metadata.publisher.value or "")]
        contained = any(key in name for name in names)
        alike = max(SequenceMatcher(None, key, name[: len(key) + 1]).ratio() for name in names)
        near.append((1.0 if contained else alike, each))
    near = [(score, each) for score, each in near if score >= _ALIKE]
    return [each for _, each in sorted(near, key=lambda pair: -pair[0])][:_CLOSEST]


def _named(documents: Sequence[Document]) -> str:
    return ", ".join(f"{each.reference} {each.name}" for each in documents)


async def find(store: Reading, text: str, collections: Sequence[str] = (SHARED,)) -> Document:
    """The document that `text` names: a number, a reference, a title or an unambiguous beginning of one, any case.

    Raises:
        UnknownDocumentError: None fits, or several do; the closest are named.
    """
    if (found := await _by_number(store, text, collections)) is not None:
        return found
    await _not_removed(store, text, collections)
    documents = await store.library.documents(collections)
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    if not documents:
        raise UnknownDocumentError(f'No document "{shown}": there are no documents yet. A curator can import some.')
    key = _key(text)
    fitting = _by_title(documents, key) if key else []
    # a retired digest gives way to the original of the same name
    fitting = [each for each in fitting if each.retired_by is None] or fitting
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UnknownDocumentError(
            f'"{shown}" fits several documents: {_named(fitting[:_CLOSEST])}. Give the number.', see="documents"
        )
    if (paragraph := Reference.parse(text)) is not None:
        document = f"{paragraph.letter}{paragraph.document}"
        raise UnknownDocumentError(f"{paragraph} is a paragraph. Name its document, {document}.")
    parts = text.split()
    if len(parts) > 1 and all(_REFERENCE.fullmatch(part) or Reference.parse(part) for part in parts):
        raise UnknownDocumentError(f'"{shown}" names several. Give one at a time.')
    near = _closest(documents, text)
    hint = f"Closest: {_named(near)}." if near else f"The first is {_named(documents[:1])}."
    raise UnknownDocumentError(f'No document "{shown}". {hint}', see="documents")


async def listed(store: Store, collections: Sequence[str] = (SHARED,)) -> list[Document]:
    """All documents in the order of their numbers, retired digests among them."""
    return await store.library.documents(collections)


async def answering(store: Store, document: str | None, collections: Sequence[str]) -> list[Document]:
    """The documents that answer: the one that is named, or all but retired digests."""
    if document is not None:
        return [await find(store, document, collections)]
    return [each for each in await store.library.documents(collections) if each.retired_by is None]


async def inspect(store: Store, document: str, collections: Sequence[str] = (SHARED,)) -> Inspection:
    """Everything that is known of a document: its facts, its paragraphs, their marks."""
    if not document.strip():
        raise BadRequestError("Name a document: its number, or the beginning of its title.")
    found = await find(store, document, collections)
    marks = await store.library.marks(found)
    paragraphs = tuple(
        InspectedParagraph(
            paragraph,
            marks.sentences.get(paragraph.id, ()),
            tuple(InspectedDate(each.span, each.value, each.basis) for each in marks.dates.get(paragraph.id, ())),
            marks.quotations.get(paragraph.id, ()),
            marks.reported.get(paragraph.id, ()),
        )
        for paragraph in await store.library.paragraphs(found)
    )
    return Inspection(found, paragraphs)

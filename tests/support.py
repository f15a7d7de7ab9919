"""Small builders that tests share: invented documents, stores that hold them, programs in a process of their own."""

import asyncio
import hashlib
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from bot.documents.dates.values import parse_edtf
from bot.models import (
    SHARED,
    Basis,
    DateMention,
    DateValue,
    Document,
    Fact,
    Format,
    Kind,
    Metadata,
    ParsedDocument,
    ParsedParagraph,
    Quotation,
    Span,
)
from bot.store.preparation import Period
from bot.store.store import Store

ROOT: Final = Path(__file__).parent.parent
_SENTENCE: Final = re.compile(r"\S.*?[.!?](?=\s|$)|\S.*?$", re.DOTALL)
Part = str | tuple[Kind, str]


def mention(text: str, words: str, edtf: str | None, basis: Basis = Basis.STATED) -> DateMention:
    """A date mention at the first place of `words` in a paragraph; None for one that stays unknown."""
    start = text.index(words)
    value = None if edtf is None else parse_edtf(edtf)
    assert edtf is None or isinstance(value, DateValue)
    return DateMention(Span(start, start + len(words)), value, basis if value else Basis.UNKNOWN)


def invented(
    *parts: Part,
    file: str = "invented.txt",
    metadata: Metadata | None = None,
    dates: Mapping[int, Sequence[DateMention]] | None = None,
    quotations: Mapping[int, Sequence[Quotation]] | None = None,
    reader: int = 1,
) -> ParsedDocument:
    """A document as the reader gives it: paragraphs with a blank line between, each text split at full stops.

    Args:
        parts: The paragraphs, those that are no body with their kind.
        file: The file's name.
        metadata: What is known of it; a title when None.
        dates: The date mentions of paragraphs by their index.
        quotations: Their quotations likewise.
        reader: The version of the reader.
    """
    text = ""
    paragraphs = []
    for index, part in enumerate(parts):
        kind, words = (Kind.BODY, part) if isinstance(part, str) else part
        start = len(text)
        sentences = tuple(Span(*found.span()) for found in _SENTENCE.finditer(words))
        marks = tuple((dates or {}).get(index, ()))
        span = Span(start, start + len(words))
        said = tuple((quotations or {}).get(index, ()))
        paragraphs.append(ParsedParagraph(span, kind, "as the test says", sentences, marks, quotations=said))
        text += words + "\n\n"
    return ParsedDocument(
        file=file,
        format=Format.TEXT,
        encoding="UTF-8",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        metadata=metadata or Metadata(title=Fact(f"Of {file}", Basis.CURATOR)),
        paragraphs=tuple(paragraphs),
        reader=reader,
    )


async def keep(
    store: Store, parsed: ParsedDocument, old: Document | None = None, *, collection: str = SHARED
) -> Document:
    """Keep a document, as a new one or as the new content of `old`, and read it back."""
    kept = await store.keeper.keep(
        parsed,
        path=f"/invented/{parsed.file}",
        collection=collection,
        period=Period(),
        ranking=(),
        document=None if old is None else old.id,
    )
    return await store.library.document_by_id(kept)


async def numbers(store: Store, document: Document) -> dict[str, int]:
    """The number of each paragraph by its text; a text that stands twice has the number of its last place."""
    return {each.text: each.number for each in await store.library.paragraphs(document)}


async def ailments(store: Store) -> list[str]:
    """What the doctor finds wrong, in words; empty for a healthy store."""
    report = await store.doctor.examine()
    return [f"{finding.what}: {finding.detail}" for finding in report.findings if not finding.ok]


async def program(code: str, *arguments: str | Path, timeout: float = 60.0) -> tuple[int, str, str]:  # noqa: ASYNC109 - a bound on the other process, not on a coroutine
    """Run Python code in a process of its own; its exit status, standard output and standard error."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        code,
        *map(str, arguments),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        out, err = await asyncio.wait_for(process.communicate(), timeout)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode or 0, out.decode(), err.decode()

"""The reader: the bytes of a file in, a parsed document out. Pure: it touches no disk and no network."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from bot.documents import front_matter, hints, kinds, metadata, sentences, splitting, web_pages
from bot.documents.catalogue import Catalogue
from bot.documents.dates.tagger import tag
from bot.documents.decoding import decode
from bot.documents.hints import Hints
from bot.documents.kinds import Typed
from bot.errors import BadDocumentError
from bot.models import DateMention, Format, Kind, Metadata, ParsedDocument, ParsedParagraph, Span

READER_VERSION: Final[int] = 2
FORMATS: Final[Mapping[str, Format]] = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
}


def read(data: bytes, file: str, catalogue: Catalogue | None = None) -> ParsedDocument:
    """Read a file.

    Args:
        data: Its bytes.
        file: Its name, whose suffix says how it is written.
        catalogue: Facts about files that go before what the file states.

    Raises:
        BadDocumentError: It is empty, binary, in no known format or encoding, or holds no text.
    """
    name = file.replace("\\", "/").rsplit("/", 1)[-1]
    form = FORMATS.get(f".{name.rsplit('.', 1)[-1].lower()}" if "." in name else "")
    if form is None:
        raise BadDocumentError(f"{file} is of a kind that is not read. Known are {', '.join(FORMATS)}.")
    decoded = decode(data, file)
    text = web_pages.extract(decoded.text, file) if form is Format.HTML else decoded.text
    sha256 = hashlib.sha256(data).hexdigest()
    known = None if catalogue is None else catalogue.lookup(sha256, file)
    return derive(text, file=file, format=form, encoding=decoded.encoding, sha256=sha256, given=known)


def derive(
    text: str,
    *,
    file: str,
    format: Format,
    encoding: str,
    sha256: str,
    given: Metadata | None = None,
    known_outside: Hints | None = None,
) -> ParsedDocument:
    """Derive paragraphs, sentences, dates and facts from a source text that is already decoded.

    Args:
        text: The source text; of HTML, the text as it was extracted.
        file: The file's name.
        format: How it is written.
        encoding: How it was decoded, in words.
        sha256: That of the file's bytes.
        given: Facts that go before what the text states, such as a curator's; those without a value do not count.
        known_outside: What goes before the rules for the kinds of paragraphs.
    """
    known = given or Metadata()
    if format is not Format.TEXT:
        known = metadata.merged(known, front_matter.facts(text))
    typed = kinds.type_blocks(splitting.split(text, format), text, known.title.value)
    if known_outside:
        typed = hints.apply(typed, text, known_outside)
    known = metadata.merged(known, metadata.stated(typed, text))
    body = " ".join(each.block.span.of(text)[:2000] for each in typed[:60] if each.kind is Kind.BODY)
    known = metadata.complete(known, body or text[:20_000])
    return ParsedDocument(
        file=file,
        format=format,
        encoding=encoding,
        sha256=sha256,
        text=text,
        metadata=known,
        paragraphs=_paragraphs(typed, text, known),
        reader=READER_VERSION,
    )


def _paragraphs(typed: Sequence[Typed], text: str, known: Metadata) -> tuple[ParsedParagraph, ...]:
    language = known.language.value
    texts = [each.block.span.of(text) for each in typed]
    split = [tuple(sentences.split(paragraph, language)) for paragraph in texts]
    dates = _dates(typed, texts, split, known)
    return tuple(
        ParsedParagraph(each.block.span, each.kind, each.reason, cut, found, each.confidence, each.basis)
        for each, cut, found in zip(typed, split, dates, strict=True)
    )


def _dates(
    typed: Sequence[Typed], texts: Sequence[str], split: Sequence[Sequence[Span]], known: Metadata
) -> list[tuple[DateMention, ...]]:
    """The date mentions of each paragraph: of the body in one run, since a date may lean on the one before it."""
    result: list[tuple[DateMention, ...]] = [()] * len(typed)
    anchor = date.fromisoformat(known.anchor_date.value) if known.anchor_date.value else None
    for kind in (Kind.BODY, Kind.BYLINE):
        places = [at for at, each in enumerate(typed) if each.kind is kind]
        found = tag([(texts[at], split[at]) for at in places], anchor, known.language.value)
        for at, mentions in zip(places, found, strict=True):
            result[at] = mentions
    return result

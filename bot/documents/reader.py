"""The reader: the bytes of a file in, a parsed document out. Pure: it touches no disk and no network."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from bot.documents import front_matter, hints, kinds, metadata, sentences, signs, splitting, web_pages
from bot.documents.blocks import Block, Form
from bot.documents.catalogue import Catalogue
from bot.documents.dates.tagger import tag
from bot.documents.decoding import decode
from bot.documents.formats import docx, epub, pdf
from bot.documents.hints import Hints
from bot.documents.kinds import Typed
from bot.documents.pagination import PAGED, Pagination
from bot.documents.quotations import first_person
from bot.documents.quotations.attribution import attribute
from bot.documents.quotations.model import Marks
from bot.errors import BadDocumentError
from bot.models import DateMention, Format, Kind, Metadata, ParsedDocument, ParsedParagraph, Span

READER_VERSION: Final[int] = 10
FORMATS: Final[Mapping[str, Format]] = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".epub": Format.EPUB,
}
EXTRACTED: Final = "extracted"
"""The encoding of a document whose format is no text: what was extracted has none."""
_EXTRACTORS: Final[Mapping[Format, Callable[[bytes, str], str]]] = {
    Format.PDF: pdf.extract,
    Format.DOCX: docx.extract,
    Format.EPUB: epub.extract,
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
    text, encoding = _text(data, file, form)
    sha256 = hashlib.sha256(data).hexdigest()
    known = None if catalogue is None else catalogue.lookup(sha256, file)
    return derive(text, file=file, format=form, encoding=encoding, sha256=sha256, given=known)


def _text(data: bytes, file: str, form: Format) -> tuple[str, str]:
    """The source text of a file, and how it was decoded, in words."""
    if not data:
        raise BadDocumentError(f"{file} is empty. Choose a file that holds text.")
    if (extract := _EXTRACTORS.get(form)) is not None:
        return extract(data, file), EXTRACTED
    decoded = decode(data, file)
    return web_pages.extract(decoded.text, file) if form is Format.HTML else decoded.text, decoded.encoding


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
    """Derive paragraphs, sentences, dates, quotations and facts from a source text that is already decoded.

    Args:
        text: The source text; of what is no plain text or Markdown, the text as it was extracted.
        file: The file's name.
        format: How it is written.
        encoding: How it was decoded, in words.
        sha256: That of the file's bytes.
        given: Facts that go before what the text states, such as a curator's; those without a value do not count.
        known_outside: What goes before the rules for the kinds of paragraphs.
    """
    known = metadata.merged(given or Metadata(), front_matter.facts(text))
    typed = _typed(splitting.split(text, format), text, known.title.value)
    if known_outside:
        typed = hints.apply(typed, text, known_outside)
    known = metadata.merged(known, metadata.stated(typed, text))
    body = " ".join(each.block.span.of(text)[:2000] for each in typed[:60] if each.kind is Kind.BODY)
    known = metadata.complete(known, body or text[:20_000])
    if format in _EXTRACTORS:
        # last, since nothing is counted from the day on which a file was made
        known = metadata.merged(known, front_matter.made(text))
    return ParsedDocument(
        file=file,
        format=format,
        encoding=encoding,
        sha256=sha256,
        text=text,
        metadata=known,
        paragraphs=_paragraphs(typed, text, known, Pagination(text) if format in PAGED else None),
        reader=READER_VERSION,
    )


def _typed(blocks: Sequence[Block], text: str, title: str | None) -> list[Typed]:
    """The blocks with their kinds; page furniture is known already, and must not part what stands on either side."""
    own = [block for block in blocks if block.form is not Form.FURNITURE]
    rest = kinds.type_blocks(own, text, title)
    if len(own) == len(blocks):
        return rest
    known = {each.block.span: each for each in rest}
    for block in blocks:
        if block.form is Form.FURNITURE:
            known[block.span] = Typed(block, *signs.FURNITURE)
    return [known[block.span] for block in blocks]


def _paragraphs(
    typed: Sequence[Typed], text: str, known: Metadata, pagination: Pagination | None
) -> tuple[ParsedParagraph, ...]:
    language = known.language.value
    texts = [each.block.span.of(text) for each in typed]
    split = [
        tuple((sentences.split_table if each.block.form is Form.TABLE else sentences.split)(paragraph, language))
        for each, paragraph in zip(typed, texts, strict=True)
    ]
    dates = _dates(typed, texts, split, known)
    marks = _marks(typed, texts, split, known)
    return tuple(
        ParsedParagraph(
            each.block.span,
            each.kind,
            each.reason,
            cut,
            found,
            None if pagination is None or each.block.form is Form.FRONT_MATTER else pagination.pages(each.block.span),
            each.confidence,
            each.basis,
            said.quotations,
            said.reported,
        )
        for each, cut, found, said in zip(typed, split, dates, marks, strict=True)
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


def _marks(
    typed: Sequence[Typed], texts: Sequence[str], split: Sequence[Sequence[Span]], known: Metadata
) -> list[Marks]:
    """The quotations and the reported speech of each paragraph; only the body speaks."""
    result = [Marks()] * len(typed)
    places = [at for at, each in enumerate(typed) if each.kind is Kind.BODY]
    author = first_person.author(known, [texts[at] for at in places])
    found = attribute([(texts[at], split[at]) for at in places], author=author, language=known.language.value)
    for at, marks in zip(places, found, strict=True):
        result[at] = marks
    return result

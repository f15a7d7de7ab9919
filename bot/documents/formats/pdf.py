"""PDF: the text layer of a file as paragraphs, its page breaks kept, under its properties.

In the extracted text a form feed stands for each end of a page, a vertical tab before each piece of page furniture:
both are white space, so that they lie in no paragraph. A form feed right behind a paragraph says that the paragraph
itself goes on to the next page; that page's furniture stands behind it. `bot.documents.pagination` reads them.
"""

import io
import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from bot.documents.formats import properties, setting
from bot.documents.formats.furniture import furniture
from bot.documents.formats.hyphens import Joiner
from bot.documents.formats.pdf_blocks import Block, blocks, measured
from bot.documents.formats.pdf_columns import unwoven
from bot.documents.formats.pdf_lines import Collector, PageLine, upright
from bot.documents.pagination import FURNITURE, PAGE_END
from bot.errors import BadDocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_PAGES: Final = 10_000
_UNREADABLE: Final = 0.3  # share of marks that stand for no character, from which on a text layer says nothing
_STREAM: Final = 32_000_000  # bytes of one unpacked stream; the text of a page is a few thousand
_BOUNDS: Final[dict[str, Any]] = {
    "maximum_declared_stream_length": _STREAM,
    "array_based_stream_maximum_output_length": _STREAM,
    "zlib_maximum_output_length": _STREAM,
    "lzw_maximum_output_length": _STREAM,
    "run_length_maximum_output_length": _STREAM,
    "stream_decoding_work_maximum_length": 4 * _STREAM,
    "page_tree_maximum_entries": 2 * _MOST_PAGES,
    "xmp_maximum_input_length": 1_000_000,
    "jbig2dec_binary": None,
    "disable_legacy_handling": True,
}


def extract(data: bytes, file: str) -> str:
    """The text of a PDF file; it becomes the source text of the document.

    Raises:
        BadDocumentError: It is no such file, damaged, encrypted, a bomb, or has no text layer.
    """
    import pypdf  # noqa: PLC0415 - a fifth of a second that only PDF files need
    from pypdf.errors import LimitReachedError  # noqa: PLC0415 - see above

    if b"%PDF-" not in data[:1024]:
        raise BadDocumentError(f"{file} is no PDF file. Save it again as one.")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on odd files help nobody here
    try:
        with pypdf.apply_configuration(**_BOUNDS):
            reader = pypdf.PdfReader(io.BytesIO(data))
            _unlock(reader, file)
            facts = _facts(reader)
            pages = list(_pages(reader, file))
    except (BadDocumentError, MemoryError):
        raise
    except LimitReachedError as error:
        raise BadDocumentError(
            f"{file} is refused: a part of it unpacks to more than it should, as bombs do."
        ) from error
    except RecursionError as error:
        raise BadDocumentError(f"{file} is refused: its parts refer to each other without end.") from error
    except Exception as error:
        # a damaged file fails in ways without number, and all of them mean the same
        raise BadDocumentError(
            f"{file} is a damaged PDF file and cannot be read. Save or print it to PDF anew."
        ) from error
    return properties.headed(_text(pages, file), **facts)


def _unlock(reader: "PdfReader", file: str) -> None:
    """Open a file that anybody may read and only its owner may change: its password is empty."""
    if not reader.is_encrypted:
        return
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - see above

    try:
        opened = bool(reader.decrypt(""))
    except (PyPdfError, NotImplementedError, ValueError) as error:
        raise BadDocumentError(f"{file} is encrypted in a way that is not read. Save it without protection.") from error
    if not opened:
        raise BadDocumentError(f"{file} is encrypted and needs a password. Save it without one.")


def _pages(reader: "PdfReader", file: str) -> Iterator[list[PageLine]]:
    """The lines of each page."""
    if len(reader.pages) > _MOST_PAGES:
        raise BadDocumentError(f"{file} has more than {_MOST_PAGES:,} pages. Split it.")
    length = 0
    for page in reader.pages:
        collector = Collector()
        page.extract_text(visitor_text=collector)
        lines = unwoven(upright(collector.lines()))
        length += sum(len(line.text) for line in lines)
        if length > setting.LONGEST:
            raise BadDocumentError(f"{file} holds more text than one document may. Split it.")
        yield lines


def _text(pages: Sequence[Sequence[PageLine]], file: str) -> str:
    usual = measured(pages)
    across = furniture(pages, usual.size)
    running = [
        [line for at, line in enumerate(lines) if at not in out] for lines, out in zip(pages, across, strict=True)
    ]
    _check(running, len(pages), file)
    joiner = Joiner(line.text for lines in running for line in lines)
    edges = [
        [line.text for line in sorted((lines[at] for at in out), key=lambda line: -line.y)]
        for lines, out in zip(pages, across, strict=True)
    ]
    return _laid_out(blocks(running, usual), edges, joiner)


def _check(running: Sequence[Sequence[PageLine]], pages: int, file: str) -> None:
    text = "".join(line.text for lines in running for line in lines)
    if not any(map(str.isalnum, text)):
        which = "Its page is a picture" if pages == 1 else f"Its {pages} pages are pictures"
        raise BadDocumentError(f"{file} has no text layer. {which}, or empty: run OCR on it first.")
    unreadable = sum(each == "\ufffd" or "\ue000" <= each <= "\uf8ff" for each in text)
    if unreadable > _UNREADABLE * len(text):
        raise BadDocumentError(
            f"{file} has a text layer that does not say which characters it shows. Run OCR on it first."
        )


def _laid_out(found: Sequence[Block], edges: Sequence[Sequence[str]], joiner: Joiner) -> str:
    """The blocks with page ends between them, and each page's furniture before what begins on it."""
    parts: list[str] = []
    page = 0
    parts += _set_edges(edges[0]) if edges else []
    for block in found:
        while page < block.page:
            parts.append(PAGE_END)
            page += 1
            parts += _set_edges(edges[page])
        text = _joined(block, joiner)
        parts.append(text + PAGE_END * block.breaks)
        for _ in range(block.breaks):
            page += 1
            parts += _set_edges(edges[page])
    for rest in edges[page + 1 :]:
        parts += [PAGE_END, *_set_edges(rest)]
    return setting.body(parts)


def _set_edges(lines: Sequence[str]) -> list[str]:
    return [f"{FURNITURE}{line}" for line in lines]


def _joined(block: Block, joiner: Joiner) -> str:
    text = ""
    for line in block.lines:
        text = joiner.join(text, line.text) if text else line.text
    return setting.heading(text, block.level) if block.level else text


def _facts(reader: "PdfReader") -> dict[str, str | None]:
    """What the information dictionary states, and where it is silent the XMP packet."""
    info: Any = reader.metadata or {}
    stated: dict[str, str | None] = {
        "title": properties.title(_entry(info, "/Title")),
        "author": properties.people((_entry(info, "/Author") or "").split(";")),
        "publisher": None,
        "published": None,
        properties.MADE: properties.day(_entry(info, "/CreationDate")),
        "language": _entry(reader.root_object, "/Lang"),
    }
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - see above

    try:
        packet = reader.xmp_metadata
        if packet is not None:
            stated["title"] = stated["title"] or _first(properties.title, (packet.dc_title or {}).values())
            stated["author"] = stated["author"] or properties.people(packet.dc_creator or [])
            stated["publisher"] = _first(properties.publisher, packet.dc_publisher or [])
    except (PyPdfError, ValueError, AttributeError, TypeError, KeyError):
        pass  # a packet that cannot be read states nothing
    return stated


def _entry(table: Any, key: str) -> str | None:
    value = table.get(key)
    value = value.get_object() if value is not None else None
    return str(value) if isinstance(value, str) else None


def _first(rule: Any, values: Any) -> str | None:
    return next((known for value in values if (known := rule(str(value)))), None)

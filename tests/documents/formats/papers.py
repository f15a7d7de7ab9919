"""Small files in PDF, DOCX and EPUB, made by hand: what they hold is our own invention."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

Line = tuple[float, float, float, str]
"""Where a line begins, how large it is set (negative: in bold), and its text."""

HEAD: Final = (72.0, 760.0, 8.0)
FOOT: Final = (290.0, 40.0, 8.0)
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def column(text: Sequence[str], *, top: float = 720.0, x: float = 72.0, size: float = 11.0) -> list[Line]:
    """Lines below each other; an empty one is the gap between two paragraphs, a `>` sets a line in."""
    lines: list[Line] = []
    y = top
    for row in text:
        if row:
            lines.append((x + 18 if row.startswith(">") else x, y, size, row.lstrip(">")))
        y -= 1.25 * size if row else 0.8 * size
    return lines


def _stream(lines: Sequence[Line]) -> bytes:
    shown = []
    for x, y, size, text in lines:
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        shown.append(f"BT /{'F2' if size < 0 else 'F1'} {abs(size)} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET")
    return "\n".join(shown).encode("cp1252")


def pdf(
    pages: Sequence[Sequence[Line] | bytes],
    *,
    info: Mapping[str, str] | None = None,
    packed: bool = False,
    filters: str = "/FlateDecode",
) -> bytes:
    """A PDF file.

    Args:
        pages: The lines of each page, or its whole content stream.
        info: The information dictionary.
        packed: Whether the content streams are compressed.
        filters: What they are said to be compressed by.
    """
    count = len(pages)
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(count))
    encoding = "/Encoding /WinAnsiEncoding"
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman {encoding} >>".encode(),
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold {encoding} >>".encode(),
    ]
    for at, page in enumerate(pages):
        content = page if isinstance(page, bytes) else _stream(page)
        content, how = (zlib.compress(content), f"/Filter {filters} ") if packed else (content, "")
        fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {fonts} /Contents {6 + 2 * at} 0 R >>".encode()
        )
        objects.append(f"<< {how}/Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    trailer = ""
    if info:
        rows = " ".join(f"/{key} ({value})" for key, value in info.items())
        objects.append(f"<< {rows} >>".encode("cp1252"))
        trailer = f" /Info {len(objects)} 0 R"
    return assembled(objects, trailer)


def assembled(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF file of these objects, numbered from 1; the first is its catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def encrypted(data: bytes, *, user: str, algorithm: str = "AES-128") -> bytes:
    """The same PDF file, encrypted."""
    import pypdf  # noqa: PLC0415 - only these tests write with it

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)  # noqa: S106 - a test's own
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@dataclass(frozen=True)
class Packed:
    """A member of an archive whose entry is not the plain one: flags, mode or method."""

    data: bytes
    mode: int = 0o100644
    method: int = zipfile.ZIP_DEFLATED


def archive(members: Mapping[str, str | bytes | Packed]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            packed = content if isinstance(content, Packed) else Packed(_bytes(content))
            info = zipfile.ZipInfo(name)
            info.external_attr = packed.mode << 16
            info.compress_type = packed.method
            opened.writestr(info, packed.data)
    return out.getvalue()


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def locked(data: bytes) -> bytes:
    """The same archive with every member said to be encrypted."""
    changed = bytearray(data)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            changed[at + place] |= 1
            at = changed.find(mark, at + 4)
    return bytes(changed)


STYLES: Final = f"""<w:styles xmlns:w="{WORD}">
<w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Our chapters"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
</w:styles>"""


def docx(body: str, *, core: str = "", app: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document with this body (WordprocessingML)."""
    members: dict[str, str | bytes | Packed] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{WORD}" xmlns:mc="urn:mc">'
        f"<w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        **(more or {}),
    }
    if core:
        members["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:t">'
            + core
            + "</cp:coreProperties>"
        )
    if app:
        members["docProps/app.xml"] = f"<Properties>{app}</Properties>"
    return archive(members)


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word document."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def epub(
    chapters: Mapping[str, str],
    *,
    metadata: str = "",
    order: Sequence[str] | None = None,
    more: Mapping[str, str | bytes] | None = None,
    attributes: Mapping[str, str] | None = None,
) -> bytes:
    """A book: chapters by their file name, in the order of the spine.

    Args:
        chapters: XHTML by file name within the folder OEBPS.
        metadata: Elements of the package's metadata.
        order: File names in the order of the spine; that of `chapters` when None.
        more: Further members.
        attributes: Attributes of an item of the manifest, by file name.
    """
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml" {(attributes or {}).get(name, "")}/>'
        for at, name in enumerate(chapters)
    )
    names = list(chapters)
    spine = "".join(f'<itemref idref="i{names.index(name)}"/>' for name in order or names)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="urn:opf">'
        f"<metadata>{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    return archive(
        {
            "mimetype": Packed(b"application/epub+zip", method=zipfile.ZIP_STORED),
            "META-INF/container.xml": '<container><rootfile full-path="OEBPS/book.opf"/></container>',
            "OEBPS/book.opf": package,
            **{f"OEBPS/{name}": page for name, page in chapters.items()},
            **(more or {}),
        }
    )


def page(body: str) -> str:
    """An XHTML page of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Not text</title></head><body>{body}</body></html>'
    )

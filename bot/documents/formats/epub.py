"""EPUB (2 and 3): the chapters of a book in the order of its spine, under what its package states."""

import io
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from bot.documents.formats import properties, setting, xhtml
from bot.documents.formats.archive import Archive
from bot.documents.formats.xml import Element, attribute, local, named, parse, parse_page, text_of
from bot.errors import BadDocumentError

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_FONTS: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # only fonts are obfuscated so
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document"})


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry of the manifest: where it lies in the archive, its media type and its properties."""

    path: str
    media: str
    properties: frozenset[str]


def extract(data: bytes, file: str) -> str:
    """The text of an EPUB file; it becomes the source text of the document.

    Raises:
        BadDocumentError: It is no such file, damaged, protected, a bomb, or holds no text.
    """
    archive = Archive(io.BytesIO(data), file)
    if _CONTAINER not in archive:
        raise BadDocumentError(f"{file} is no book in EPUB. Choose another file.")
    _check_protection(archive, file)
    place = _package(archive, file)
    package = parse(archive.read(place), place, file)
    body = setting.body(_chapters(archive, file, list(_spine(package, place))))
    if not any(map(str.isalnum, body)):
        raise BadDocumentError(f"{file} holds no text. If its pages are pictures, run OCR on them first.")
    return properties.headed(body, **_facts(package))


def _check_protection(archive: Archive, file: str) -> None:
    if _ENCRYPTION not in archive:
        return
    for method in named(parse(archive.read(_ENCRYPTION), _ENCRYPTION, file), "EncryptionMethod"):
        if attribute(method, "Algorithm") not in _FONTS:
            raise BadDocumentError(f"{file} is protected (DRM) and cannot be read. Choose a copy without protection.")


def _package(archive: Archive, file: str) -> str:
    """Where the package document lies in the archive."""
    for root in named(parse(archive.read(_CONTAINER), _CONTAINER, file), "rootfile"):
        if (place := attribute(root, "full-path")) in archive:
            return place
    raise BadDocumentError(f"{file} is damaged: it does not say where its book begins. Save it again.")


def _spine(package: Element, place: str) -> Iterator[_Item]:
    """What is read, in order; the table of contents and what stands outside the order are not."""
    folder = posixpath.dirname(place)
    manifest: Mapping[str, _Item] = {
        attribute(each, "id"): _Item(
            posixpath.normpath(posixpath.join(folder, unquote(attribute(each, "href").partition("#")[0]))),
            attribute(each, "media-type").lower(),
            frozenset(attribute(each, "properties").split()),
        )
        for each in named(package, "item")
    }
    for reference in named(package, "itemref"):
        item = manifest.get(attribute(reference, "idref"))
        if item and attribute(reference, "linear").lower() != "no" and "nav" not in item.properties:
            yield item


def _chapters(archive: Archive, file: str, spine: list[_Item]) -> Iterator[str]:
    read: set[str] = set()
    length = 0
    for item in spine:
        if item.path in read or item.media not in _PAGES:
            continue
        read.add(item.path)
        page = parse_page(archive.read(item.path), item.path, file)
        for block in xhtml.blocks(next(named(page, "body"), page)):
            length += len(block)
            if length > setting.LONGEST:
                raise BadDocumentError(f"{file} holds more text than one document may. Split it.")
            yield block


def _facts(package: Element) -> dict[str, str | None]:
    stated: dict[str, list[Element]] = {}
    for element in next(named(package, "metadata"), package).iter():
        if local(element) in {"title", "creator", "publisher", "date", "language"}:
            stated.setdefault(local(element), []).append(element)
    titles = [name for each in stated.get("title", ()) if (name := properties.title(text_of(each)))]
    # role and event are EPUB 2; without them a creator is an author and a date that of the publication
    authors = [text_of(each) for each in stated.get("creator", ()) if attribute(each, "role") in {"", "aut"}]
    dates = [text_of(each) for each in stated.get("date", ()) if attribute(each, "event") in {"", "publication"}]
    return {
        "title": next(iter(titles), None),
        "author": properties.people(authors),
        "publisher": next(
            (name for each in stated.get("publisher", ()) if (name := properties.publisher(text_of(each)))), None
        ),
        "published": next((known for each in dates if (known := properties.day(each))), None),
        "language": next((text_of(each) for each in stated.get("language", ())), None),
    }

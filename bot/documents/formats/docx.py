"""DOCX (ECMA-376): the text of a Word document, its headings, lists, tables and notes, under its properties.

Text that a tracked change has deleted, comments, field codes, headers and footers are no part of the text.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Final

from bot.documents.formats import properties, setting
from bot.documents.formats.archive import Archive
from bot.documents.formats.xml import Element, attribute, local, named, parse, text_of
from bot.errors import BadDocumentError

_CORE: Final = "docProps/core.xml"
_APP: Final = "docProps/app.xml"
_STYLES: Final = "word/styles.xml"
_NOTES: Final = ("word/footnotes.xml", "word/endnotes.xml")
_DOCUMENT: Final = "word/document.xml"
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"  # an OLE file: an old .doc, or a .docx with a password
_SKIPPED: Final = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "txbxContent"})
_MARKS: Final[Mapping[str, str]] = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_TITLE_STYLES: Final = frozenset({"title", "titel", "titre", "título"})
_QUOTE_STYLES: Final = frozenset({"quote", "intense quote", "block text"})


def extract(data: bytes, file: str) -> str:
    """The text of a DOCX file; it becomes the source text of the document.

    Raises:
        BadDocumentError: It is no such file, damaged, protected, a bomb, or holds no text.
    """
    if data.startswith(_COMPOUND):
        raise BadDocumentError(
            f"{file} is protected by a password, or an old Word file (.doc). Save it as .docx without a password."
        )
    archive = Archive(io.BytesIO(data), file)
    if _DOCUMENT not in archive:
        raise BadDocumentError(f"{file} is no Word document (.docx). Save it again as one, or as .txt.")
    root = parse(archive.read(_DOCUMENT), _DOCUMENT, file)
    content = next(named(root, "body"), root)
    styles = _styles(archive, file)
    blocks = [*_blocks(content, styles), *_notes(archive, file, styles)]
    body = setting.body(blocks)
    if not any(map(str.isalnum, body)):
        raise BadDocumentError(f"{file} holds no text. If it holds pictures of text, run OCR on them first.")
    if len(body) > setting.LONGEST:
        raise BadDocumentError(f"{file} holds more text than one document may. Split it.")
    return properties.headed(body, **_facts(archive, file))


def _styles(archive: Archive, file: str) -> Mapping[str, tuple[str, int]]:
    """The name in small letters and the outline level (0 for none) of each style by its id."""
    if _STYLES not in archive:
        return {}
    found: dict[str, tuple[str, int]] = {}
    for style in named(parse(archive.read(_STYLES), _STYLES, file), "style"):
        name = next((attribute(each, "val").lower() for each in style if local(each) == "name"), "")
        outline = next((attribute(each, "val") for each in named(style, "outlineLvl")), "")
        level = int(outline) + 1 if outline.isdecimal() and len(outline) == 1 and int(outline) < 9 else 0  # noqa: PLR2004 - 9 is body text
        if name.startswith("heading ") and name[8:9].isdecimal():
            level = int(name[8:9])
        found[attribute(style, "styleId")] = (name, 1 if name in _TITLE_STYLES else level)
    return found


def _blocks(parent: Element, styles: Mapping[str, tuple[str, int]]) -> Iterator[str]:
    """The blocks within an element of the body, in order."""
    items: list[str] = []
    for child in _joined(parent):
        name = local(child)
        if name == "p" and _is_item(child, styles):
            items += _paragraph(child, styles)
            continue
        if items:
            yield "\n".join(items)
            items = []
        if name == "p":
            yield from _paragraph(child, styles)
        elif name == "tbl":
            yield from _table(child, styles)
        elif name in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "footnote", "endnote"}:
            yield from _blocks(child, styles)
    if items:
        yield "\n".join(items)


def _joined(parent: Element) -> Iterator[Element]:
    """The children of an element; a paragraph whose end was deleted takes in what follows it."""
    held: Element | None = None
    for child in list(parent):
        if held is None:
            held = child if local(child) == "p" and _goes_on(child) else None
            if held is None:
                yield child
            continue
        if local(child) == "p":
            goes_on = _goes_on(child)
            held.extend([each for each in child if local(each) != "pPr"])
            if goes_on:
                continue
            yield held
        else:
            yield from (held, child)
        held = None
    if held is not None:
        yield held


def _style(paragraph: Element) -> str:
    return next((attribute(each, "val") for each in named(paragraph, "pStyle")), "")


def _is_item(paragraph: Element, styles: Mapping[str, tuple[str, int]]) -> bool:
    name, level = styles.get(_style(paragraph), ("", 0))
    properties_ = next((each for each in paragraph if local(each) == "pPr"), None)
    numbered = properties_ is not None and any(local(each) == "numPr" for each in properties_)
    return not level and (numbered or name.startswith("list "))


def _paragraph(paragraph: Element, styles: Mapping[str, tuple[str, int]]) -> Iterator[str]:
    """A paragraph as a block, then the paragraphs of the text boxes that hang on it."""
    name, level = styles.get(_style(paragraph), ("", 0))
    text = "".join(_running(paragraph))
    if level:
        yield setting.heading(text, level)
    elif name in _QUOTE_STYLES:
        yield setting.quoted(text)
    elif _is_item(paragraph, styles):
        if line := setting.item(text):
            yield line
    else:
        yield setting.clean(text, lines=True)
    for box in named(paragraph, "txbxContent"):
        # Word writes each box twice: as it is, and as a fallback for old readers
        if not any(local(above) == "Fallback" for above in box.iterancestors()):
            yield from _blocks(box, styles)


def _running(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name not in _SKIPPED and not (name == "r" and _vanishes(child)):
            yield from _running(child)


def _vanishes(run: Element) -> bool:
    """Whether a run is set as hidden."""
    look = next((each for each in run if local(each) == "rPr"), None)
    marks = [] if look is None else [each for each in look if local(each) == "vanish"]
    return any(attribute(each, "val") not in {"0", "false"} for each in marks)


def _goes_on(paragraph: Element) -> bool:
    """Whether a tracked change has deleted the end of a paragraph, so that the next one goes on with it."""
    look = next((each for each in paragraph if local(each) == "pPr"), None)
    mark = None if look is None else next((each for each in look if local(each) == "rPr"), None)
    return mark is not None and any(local(each) == "del" for each in mark)


def _table(table: Element, styles: Mapping[str, tuple[str, int]]) -> Iterator[str]:
    """A table as one; one that places text is taken apart, and what a table holds within a cell is not lost."""
    rows = [row for row in table if local(row) == "tr"]
    cells = [[cell for cell in row if local(cell) == "tc"] for row in rows]
    if sum(map(len, cells)) == 1:
        yield from _blocks(next(cell for row in cells for cell in row), styles)
        return
    texts = [[list(_blocks(cell, styles)) for cell in row] for row in cells]
    if setting.places_text(cell for row in texts for cell in row):
        yield from (block for row in texts for cell in row for block in cell)
        return
    yield setting.table([[" ".join(cell) for cell in row] for row in texts])


def _notes(archive: Archive, file: str, styles: Mapping[str, tuple[str, int]]) -> Iterator[str]:
    """Footnotes and endnotes, behind the text."""
    parts = [parse(archive.read(part), part, file) for part in _NOTES if part in archive]
    notes = [note for part in parts for note in part if not attribute(note, "type")]
    for number, note in enumerate(notes, 1):
        yield setting.note(number, _blocks(note, styles))


def _facts(archive: Archive, file: str) -> dict[str, str | None]:
    core: dict[str, str] = {}
    company = None
    if _CORE in archive:
        core = {local(each): text_of(each) for each in parse(archive.read(_CORE), _CORE, file)}
    if _APP in archive:
        company = next((text_of(each) for each in named(parse(archive.read(_APP), _APP, file), "Company")), None)
    return {
        "title": properties.title(core.get("title")),
        "author": properties.people(core.get("creator", "").split(";")),
        "publisher": properties.company(company),
        properties.MADE: properties.day(core.get("created")),
        "language": core.get("language") or None,
    }

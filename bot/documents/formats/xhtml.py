"""XHTML of a book: the blocks of a page in reading order, all of it, since a chapter has no furniture."""

import re
from collections.abc import Iterator
from typing import Final

from bot.documents.formats import setting
from bot.documents.formats.xml import Element, attribute, local, text_of

_SKIPPED: Final = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "math", "audio", "video", "canvas", "iframe", "object",
     "form", "button", "input", "select"}
)  # fmt: skip
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_LAST_NUMBER: Final = re.compile(r"\d{1,4}$")
_FIRST_NUMBER: Final = re.compile(r"^\d{1,4}")
_CONTAINERS: Final = frozenset(
    {"html", "body", "div", "section", "article", "main", "header", "footer", "aside", "figure", "figcaption", "center",
     "details", "summary", "address", "fieldset", "hgroup", "dl", "dd", "dt", "li"}
)  # fmt: skip
_LISTS: Final = frozenset({"ul", "ol", "menu"})
_BLOCKS: Final = _CONTAINERS | _LISTS | frozenset(_HEADINGS) | {"p", "pre", "blockquote", "table", "hr", "nav"}


def blocks(element: Element) -> Iterator[str]:
    """The blocks within an element."""
    running: list[str] = [element.text or ""]
    for child in element:
        name = local(child)
        if name in _BLOCKS or _holds_blocks(child, name):
            yield setting.clean("".join(running), lines=True)
            running = []
            yield from _block(child, name)
        else:
            running.append(_inline(child, name))
        running.append(_spaced(child.tail))
    yield setting.clean("".join(running), lines=True)


def _holds_blocks(element: Element, name: str) -> bool:
    return bool(name) and name not in _SKIPPED and any(local(each) in _BLOCKS for each in element.iterdescendants())


def _block(element: Element, name: str) -> Iterator[str]:
    if _hidden(element, name):
        return
    if name in {"aside", "div", "section", "li", "p"} and _is_note(element):
        yield setting.note(_number(element), blocks(element))
    elif name in _HEADINGS:
        yield setting.heading(_inline(element, ""), _HEADINGS[name])
    elif name in _LISTS:
        yield "\n".join(_items(element, 0))
    elif name == "blockquote":
        yield "\n>\n".join(setting.quoted(block) for block in blocks(element) if block)
    elif name == "table":
        yield from _table(element)
    elif name == "pre":
        yield setting.clean("".join(element.itertext()), lines=True)
    elif name != "hr":
        yield from blocks(element)


def _table(element: Element) -> Iterator[str]:
    """A table as one, but for one that places text, which is taken apart."""
    rows = [[cell for cell in row if local(cell) in {"td", "th"}] for row in element.iter() if local(row) == "tr"]
    cells = [cell for row in rows for cell in row if not any(local(above) == "td" for above in _above(cell, element))]
    texts = [[block for block in blocks(cell) if block] for cell in cells]
    if len(cells) == 1 or setting.places_text(texts):
        yield from (block for cell in texts for block in cell)
        return
    yield setting.table([[text_of(cell) for cell in row] for row in rows])


def _above(element: Element, top: Element) -> Iterator[Element]:
    """The elements around one, up to another."""
    for each in element.iterancestors():
        if each is top:
            return
        yield each


def _kind(element: Element) -> str:
    """What an element says that it is, between spaces."""
    return f" {element.get('epub:type') or attribute(element, 'type')} {element.get('role') or ''} "


def _is_mark(element: Element, name: str) -> bool:
    """Whether an element is the mark of a note, which no reader says aloud."""
    kind = _kind(element)
    if " noteref " in kind or " doc-noteref " in kind:
        return True
    linked = name == "sup" and any(local(each) == "a" for each in element.iter())
    return linked and text_of(element).strip("[]()* ").isdecimal()


def _number(note: Element) -> int:
    """The number of a note: that which its id or its text begins or ends with, else 1."""
    for text in (element_id := note.get("id") or "", text_of(note)[:4]):
        if found := (_LAST_NUMBER if text is element_id else _FIRST_NUMBER).search(text):
            return int(found[0])
    return 1


def _is_note(element: Element) -> bool:
    kind = _kind(element)
    return any(mark in kind for mark in (" footnote ", " rearnote ", " endnote ", " doc-footnote ", " doc-endnote "))


def _hidden(element: Element, name: str) -> bool:
    return (
        name in _SKIPPED
        or name == "nav"
        or "hidden" in element.attrib
        or (element.get("epub:type") or "") in {"pagebreak", "toc", "landmarks", "page-list"}
        or "display:none" in (element.get("style") or "").replace(" ", "")
    )


def _items(listing: Element, depth: int) -> Iterator[str]:
    for child in listing:
        if local(child) in _LISTS:
            yield from _items(child, depth + 1)
        elif local(child) == "li":
            nested = [each for each in child if local(each) in _LISTS]
            if line := setting.item(" ".join(_item_text(child)), depth):
                yield line
            for each in nested:
                yield from _items(each, depth + 1)


def _item_text(item: Element) -> Iterator[str]:
    yield item.text or ""
    for child in item:
        if local(child) not in _LISTS:
            yield _inline(child, local(child))
        yield child.tail or ""


def _inline(element: Element, name: str) -> str:
    """The running text of an element; a line break of the page is one."""
    if name in _SKIPPED or not isinstance(element.tag, str) or (name and _hidden(element, name)):
        return ""
    if name == "br":
        return "\n"
    if name and _is_mark(element, name):
        return ""
    return _spaced(element.text) + "".join(_inline(each, local(each)) + _spaced(each.tail) for each in element)


def _spaced(text: str | None) -> str:
    """Text in which the page's own line ends are spaces, since only `br` breaks a line."""
    return (text or "").replace("\r", " ").replace("\n", " ")

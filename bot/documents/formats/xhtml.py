"""XHTML of a book: the blocks of a page in reading order, all of it, since a chapter has no furniture."""

from collections.abc import Iterator
from typing import Final

from bot.documents.formats import setting
from bot.documents.formats.xml import Element, local, text_of

_SKIPPED: Final = frozenset(
    {"head", "script", "style", "template", "noscript", "svg", "math", "audio", "video", "canvas", "iframe", "object",
     "form", "button", "input", "select"}
)  # fmt: skip
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
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
    if name in _HEADINGS:
        yield setting.heading(_inline(element, ""), _HEADINGS[name])
    elif name in _LISTS:
        yield "\n".join(_items(element, 0))
    elif name == "blockquote":
        yield "\n>\n".join(setting.quoted(block) for block in blocks(element) if block)
    elif name == "table":
        rows = [row for row in element.iter() if local(row) == "tr"]
        yield setting.table([[text_of(cell) for cell in row if local(cell) in {"td", "th"}] for row in rows])
    elif name == "pre":
        yield setting.clean("".join(element.itertext()), lines=True)
    elif name != "hr":
        yield from blocks(element)


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
    return _spaced(element.text) + "".join(_inline(each, local(each)) + _spaced(each.tail) for each in element)


def _spaced(text: str | None) -> str:
    """Text in which the page's own line ends are spaces, since only `br` breaks a line."""
    return (text or "").replace("\r", " ").replace("\n", " ")

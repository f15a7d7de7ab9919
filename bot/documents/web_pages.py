"""Web pages: the text of an HTML page as trafilatura extracts it, set as light Markdown under what the page states."""

import html
import re
from collections.abc import Iterator
from typing import Any, Final

from bot.documents import layout
from bot.documents.formats import properties
from bot.documents.mastheads import behind_title
from bot.errors import BadDocumentError

_LARGEST: Final = 10_000_000
_MOST_TAGS: Final = 400_000
_TITLE: Final = re.compile(r"<title\b[^>]{0,200}>([^<]{1,400})</title", re.IGNORECASE)
_ENDED: Final = (".", "!", "?", "…", "。", "！", "？", ":")
_LONGEST_LINK: Final = 20  # words
_LINKED: Final = 0.9  # a bullet or a pair of quotation marks may stand around a link
_ADDRESS: Final = re.compile(r"[?#\s()<>]")
_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


def extract(page: str, file: str) -> str:
    """The text of a page; it becomes the source text of the document.

    Args:
        page: The page as decoded.
        file: Its name, for the messages.

    Returns:
        Front matter with title, author, publisher and date where the page's metadata state them, then the text:
        paragraphs between empty lines, headings, lists, quotations and tables marked as in Markdown.

    Raises:
        BadDocumentError: The page is too large or tangled, or no text could be extracted.
    """
    if len(page) > _LARGEST or page.count("<") > _MOST_TAGS:
        raise BadDocumentError(f"{file} is too large for a web page. Save its text as a .txt file.")
    try:
        tree = layout.prepare(page)
        found = _extracted(tree)
        if found is None and tree is not None:
            layout.without_names(tree)
            found = _extracted(tree)
        body = "" if found is None else "\n\n".join(_blocks(found.body))
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError) as error:
        raise BadDocumentError(f"{file} could not be read as a web page. Save its text as a .txt file.") from error
    if found is None or not any(map(str.isalnum, body)):
        raise BadDocumentError(f"No text could be extracted from {file}. Save the page's text as a .txt file.")
    return properties.headed(
        body,
        title=properties.title(found.title),
        author=properties.people((found.author or "").split(";")),
        publisher=properties.publisher(found.sitename) or _named_in_title(page),
        published=properties.day(found.date),
    )


def _named_in_title(page: str) -> str | None:
    """The paper or station that a page names behind its title."""
    found = _TITLE.search(page)
    return None if found is None else behind_title(" ".join(html.unescape(found[1]).split()))


def _extracted(tree: Any) -> Any:
    """What is text on a page and what the page states; None where there is none."""
    import trafilatura  # noqa: PLC0415 - a third of a second that only pages need

    return trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        include_formatting=True,
        include_links=True,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _blocks(body: Any) -> Iterator[str]:
    """The blocks of an extracted body, each without an empty line within."""
    if _plain(body.text):
        yield _plain(body.text)
    for element in body:
        yield from _block(element)
        if _plain(element.tail):
            yield _plain(element.tail)


def _block(element: Any) -> Iterator[str]:
    tag = element.tag
    if tag == "head":
        if text := _running(element):
            yield f"{'#' * _HEADINGS.get(element.get('rend') or '', 2)} {text}"
    elif tag == "list":
        if items := list(_items(element, "")):
            yield "\n".join(items)
    elif tag == "table":
        yield from _table(element)
    elif tag == "quote":
        parts = (
            list(_blocks(element))
            if any(child.tag in {"p", "list", "head"} for child in element)
            else [_running(element)]
        )
        if text := "\n>\n".join(f"> {part}" for part in parts if part):
            yield text
    elif tag in {"div", "body", "main"}:
        yield from _blocks(element)
    elif tag not in {"graphic", "lb"}:
        running = _split_running(element)
        yield from filter(None, (_linked(element, each) for each in running) if len(running) == 1 else running)


def _items(listing: Any, indent: str) -> Iterator[str]:
    for item in listing:
        nested = [child for child in item if child.tag == "list"]
        if text := _linked(item, _running(item, skip=nested)):
            yield f"{indent}- {text}"
        for child in nested:
            yield from _items(child, f"{indent}  ")


def _linked(element: Any, text: str) -> str:
    """The text of a block, as a link of Markdown where it is one and no sentence: a way to another page.

    That it is one cannot be told from its words.
    """
    links = [each for each in element.iter("ref") if each.get("target")]
    length = sum(len(_running(each)) for each in links)
    ended = text.rstrip("\"'”’»)").endswith(_ENDED)
    if len(links) != 1 or not text or length < _LINKED * len(text) or ended or len(text.split()) > _LONGEST_LINK:
        return text
    address = _ADDRESS.split(links[0].get("target").strip(), maxsplit=1)[0]
    return f"[{text.replace('[', '(').replace(']', ')')}]({address})"


def _table(table: Any) -> Iterator[str]:
    rows = []
    for row in table.iter("row"):
        cells = [" ".join(_plain("".join(_cell(cell))).split()).replace("|", "/") for cell in row.iter("cell")]
        if any(cells):
            rows.append(f"| {' | '.join(cells)} |")
    if rows:
        yield "\n".join(rows)


def _cell(element: Any) -> Iterator[str]:
    """The text of a cell, in which blocks and breaks part words."""
    yield element.text or ""
    for child in element:
        apart = " " if child.tag in {"p", "lb", "item", "list", "head", "quote", "div"} else ""
        yield apart
        yield from _cell(child)
        yield apart
        yield child.tail or ""


def _split_running(element: Any) -> list[str]:
    """A paragraph cut where the page breaks its lines."""
    return [" ".join(part.split()) for part in _text(element, ()).split("\n")]


def _running(element: Any, skip: Any = ()) -> str:
    return " ".join(_text(element, skip).split())


def _text(element: Any, skip: Any) -> str:
    """All text of an element; a line break of the page is a line break, any other white space a space."""
    parts = [_plain(element.text)]
    for child in element:
        if child.tag == "lb":
            parts.append("\n")
        elif child not in skip:
            parts.append(_text(child, skip))
        parts.append(_plain(child.tail, trim=False))
    return "".join(parts)


def _plain(text: str | None, *, trim: bool = False) -> str:
    spaced = " ".join((text or "").split(" ")).replace("\n", " ").replace("\r", " ")
    return spaced.strip() if trim else spaced

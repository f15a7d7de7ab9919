"""Layout: an HTML page made ready for extraction: tables that only place text taken apart, what is hidden dropped.

Old pages set their columns with tables. Extracted as tables of figures their paragraphs would run into each other.
"""

import re
from typing import Any, Final

_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "dl", "blockquote", "pre", "table", "h1", "h2", "h3", "h4", "hr"})
_PARTS: Final = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_FRAMES: Final = re.compile(r"</?(?:noframes|frameset|frame)\b[^<>]{0,2000}>", re.IGNORECASE)
_LONG_CELL: Final = 400
_FEWEST_BREAKS: Final = 2
_FEWEST_BLOCKS: Final = 2
_MOST_TABLES: Final = 2_000


def prepare(page: str) -> Any:
    """The tree of a page; None where nothing can be parsed."""
    from trafilatura import load_html  # noqa: PLC0415 - a third of a second that only pages need

    # what a page says to browsers without frames is all the text that it has
    tree = load_html(_FRAMES.sub("", page) if "noframes" in page.lower() else page)
    if tree is not None:
        _drop_hidden(tree)
        for table in list(tree.iter("table"))[:_MOST_TABLES]:
            _take_apart(table)
    return tree


def without_names(tree: Any) -> None:
    """Take class and id away, in place, since a page may call its text what others call their comments."""
    for element in tree.iter():
        for name in ("class", "id"):
            element.attrib.pop(name, None)


def _drop_hidden(tree: Any) -> None:
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.tag == "template" or ("hidden" in element.attrib and element.get("hidden") != "until-found"):
            element.drop_tree()


def _take_apart(table: Any) -> None:
    """Make a table that places text a mere sequence of blocks; tables within it are judged by themselves."""
    if not _places_text(table):
        return
    for part in _own_parts(table):
        part.tag = "div"
    table.tag = "div"


def _own_parts(table: Any) -> list[Any]:
    """The rows and cells of a table, without those of tables within it."""
    found: list[Any] = []
    open_ = list(table)
    while open_:
        element = open_.pop()
        if element.tag in _PARTS and element.tag != "table":
            found.append(element)
            open_ += list(element)
    return found


def _places_text(table: Any) -> bool:
    if table.get("role") == "presentation":
        return True
    cells = [part for part in _own_parts(table) if part.tag in {"td", "th"}]
    return len(cells) == 1 or any(map(_holds_text, cells))


def _holds_text(cell: Any) -> bool:
    """Whether a cell holds several blocks, or more text than a cell of figures does."""
    blocks = [each for each in cell if each.tag in _BLOCKS and "".join(each.itertext()).strip()]
    if any(each.tag == "table" for each in cell.iterdescendants("table")):
        return True
    breaks = sum(1 for each in cell.iter("br"))
    text = len("".join(cell.itertext()).strip())
    return (len(blocks) >= _FEWEST_BLOCKS and text > _LONG_CELL // 4) or (
        text > _LONG_CELL and (breaks >= _FEWEST_BREAKS or bool(blocks) or text > 2 * _LONG_CELL)
    )

"""XML and XHTML from anywhere: parsed without a document type, entities, a network, or depth without end."""

from collections.abc import Iterator
from typing import Any, Final

from bot.errors import BadDocumentError

Element = Any
"""An element of lxml, which ships no types."""

_DEEPEST: Final = 200  # levels; a document of Word nests some twenty


def parse(data: bytes, part: str, file: str) -> Element:
    """The root element of an XML document.

    Raises:
        BadDocumentError: It is not well-formed, nests too deep, or declares a document type.
    """
    from lxml import etree  # noqa: PLC0415 - only needed for formats that are XML

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadDocumentError(f"{file} is damaged: its part {part} is not well-formed. Save it again.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadDocumentError(f"{file} is refused: its part {part} declares a document type, which may hide a bomb.")
    _check_depth(root, file)
    return root


def parse_page(data: bytes, part: str, file: str) -> Element:
    """The root element of an XHTML page, read as leniently as a browser does.

    Raises:
        BadDocumentError: It declares entities, nests too deep, or holds nothing at all.
    """
    from lxml import etree  # noqa: PLC0415 - see above

    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise BadDocumentError(f"{file} is refused: its part {part} declares entities, which may hide a bomb.")
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadDocumentError(f"{file} is damaged: its part {part} cannot be read. Save it again.") from error
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise BadDocumentError(f"{file} is refused: its part {part} is nested too deep.")
    if root is None:
        raise BadDocumentError(f"{file} is damaged: its part {part} is empty. Save it again.")
    _check_depth(root, file)
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The value of an attribute by its name without namespace; empty where it has none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def named(root: Element, name: str) -> Iterator[Element]:
    """All elements of a name, in whatever namespace."""
    return (element for element in root.iter() if local(element) == name)


def text_of(element: Element) -> str:
    """All text within an element, white space made single spaces."""
    return " ".join("".join(element.itertext()).split())


def _check_depth(root: Element, file: str) -> None:
    depth = 0
    from lxml import etree  # noqa: PLC0415 - see above

    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise BadDocumentError(f"{file} is refused: it is nested more than {_DEEPEST} levels deep.")

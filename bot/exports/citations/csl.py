"""A citation as CSL-JSON, the input of citation processors such as Zotero, Pandoc and citeproc.

By the JSON schema of the Citation Style Language, version 1.0.2 (`csl-data.json`): an array of items, none with a key
that is not in it.
"""

import json
from typing import Any, Final

from bot.answers.citing import Cited
from bot.exports.citations.entry import Sort, entry

_TYPES: Final = {
    Sort.NEWS: "article-newspaper",
    Sort.REPORT: "report",
    Sort.BOOK: "book",
    Sort.OTHER: "document",
}


def csl(cited: Cited) -> str:
    """An array with the one item; characters that a terminal could obey are written as escapes."""
    written = json.dumps([item(cited)], ensure_ascii=False, indent=2)
    return "".join(each if _harmless(each) else _escape(each) for each in written) + "\n"


def item(cited: Cited) -> dict[str, Any]:
    """The item."""
    known = entry(cited)
    found: dict[str, Any] = {"id": known.key, "type": _TYPES[known.sort], "title": known.title}
    if known.author:
        found["author"] = [{"literal": known.author}]
    if known.publisher:
        found["container-title" if known.sort is Sort.NEWS else "publisher"] = known.publisher
    if known.date:
        found["issued"] = {"date-parts": [list(known.date)]}
    if known.pages is not None:
        first, last = known.pages.first, known.pages.last
        found["page"] = str(first) if first == last else f"{first}-{last}"
    if known.paragraph is not None:
        found["locator"] = f"¶{known.paragraph}"
    if known.genre:
        found["genre"] = known.genre
    if known.language:
        found["language"] = known.language
    found["note"] = "; ".join(known.notes)
    return found


def _harmless(character: str) -> bool:
    return character == "\n" or character.isprintable()


def _escape(character: str) -> str:
    """The character as JSON's escape; two of them for what lies beyond the basic plane (RFC 8259, 7)."""
    return json.dumps(character)[1:-1]

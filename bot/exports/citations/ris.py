"""A citation as a RIS record, the exchange format of reference managers.

RIS Format Specifications (Research Information Systems, 2001; Thomson Reuters, 2011): `TY` opens and `ER` closes a
record; a line is a tag of two characters, two spaces, a hyphen, a space, the value, CR LF. `DA` is YYYY/MM/DD with its
slashes even where the day or month is not known. An asterisk may not stand in names.
"""

from collections.abc import Iterator
from typing import Final

from bot.answers.citing import Cited
from bot.exports.citations.entry import Entry, Sort, entry

_TYPES: Final = {Sort.NEWS: "NEWS", Sort.REPORT: "RPRT", Sort.BOOK: "BOOK", Sort.OTHER: "GEN"}
_ASTERISK: Final = "\u2217"  # the operator, which looks the same


def ris(cited: Cited) -> str:
    """The record; lines end with CR LF."""
    known = entry(cited)
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _lines(known))


def _lines(known: Entry) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[known.sort]
    yield "ID", known.key
    if known.author:
        yield "AU", known.author.replace("*", _ASTERISK)
    yield "TI", known.title
    if known.publisher:
        yield ("T2", known.publisher.replace("*", _ASTERISK)) if known.sort is Sort.NEWS else ("PB", known.publisher)
    if known.date:
        year, month, day = (*known.date, 0, 0)[:3]
        yield "PY", f"{year:04}"
        yield "DA", "/".join((f"{year:04}", f"{month:02}" if month else "", f"{day:02}" if day else ""))
    if known.pages is not None:
        yield "SP", str(known.pages.first)
        yield "EP", str(known.pages.last)
    if known.genre:
        yield "M3", known.genre
    if known.language:
        yield "LA", known.language
    for note in known.notes:
        yield "N1", note
    yield "ER", ""

r"""A citation as a BibTeX entry, readable by BibTeX and by biblatex.

Oren Patashnik, BibTeXing (1988): `article`, `book` and `techreport` only where all fields that they require are known,
`misc`, which requires none, for the rest. BibTeX counts braces even behind a backslash, so that braces of a text are
written as commands. Titles and names stand in a second pair of braces: a style then neither changes the case of a title
nor cuts a name into parts. `year` and `month` are BibTeX's, `date` is biblatex's and has the day as well.
"""

from collections.abc import Iterator
from typing import Final

from bot.answers.citing import Cited
from bot.exports.citations.entry import Entry, Sort, entry

_COMMANDS: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "`": r"\textasciigrave{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TYPES: Final = {Sort.NEWS: "article", Sort.REPORT: "techreport", Sort.BOOK: "book", Sort.OTHER: "misc"}
_PUBLISHERS: Final = {
    "article": "journal",
    "techreport": "institution",
    "book": "publisher",
    "misc": "howpublished",
}
_YEAR: Final = 1
_MONTH: Final = 2


def bibtex(cited: Cited) -> str:
    """The entry, on lines that end with a line feed."""
    known = entry(cited)
    kind = _TYPES[known.sort] if known.author and known.publisher and known.date else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(known, kind))
    return f"@{kind}{{{known.key},\n{fields}}}\n"


def escaped(line: str) -> str:
    """A line of text as LaTeX must be given it; its braces are balanced."""
    return line.translate(_COMMANDS)


def _whole(line: str) -> str:
    """A text that no style may change; what begins with a command must not look like one of BibTeX's accents."""
    shown = escaped(line)
    return f"{{{{{'{}' if shown.startswith(chr(92)) else ''}{shown}}}}}"


def _fields(known: Entry, kind: str) -> Iterator[tuple[str, str]]:
    if known.author:
        yield "author", _whole(known.author)
    yield "title", _whole(known.title)
    if known.publisher:
        yield _PUBLISHERS[kind], _whole(known.publisher)
    if len(known.date) >= _YEAR:
        yield "year", f"{{{known.date[0]:04}}}"
        if len(known.date) >= _MONTH:
            yield "month", _MONTHS[known.date[1] - 1]
        yield "date", f"{{{known.iso}}}"
    if known.pages is not None:
        first, last = known.pages.first, known.pages.last
        yield "pages", f"{{{first}}}" if first == last else f"{{{first}--{last}}}"
    if known.genre and kind == "techreport":
        yield "type", _whole(known.genre)
    if known.language:
        yield "language", f"{{{escaped(known.language)}}}"
    yield "note", f"{{{escaped('; '.join(known.notes))}}}"

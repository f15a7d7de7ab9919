"""The formats of a citation, by the names under which they are asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.answers.citing import Cited
from bot.errors import BadRequestError
from bot.exports.citations.bibtex import bibtex
from bot.exports.citations.csl import csl
from bot.exports.citations.prose import markdown, text
from bot.exports.citations.ris import ris


@dataclass(frozen=True, slots=True)
class CitationFormat:
    """A format: its name, what people call it, the suffix of a file in it, and what writes it."""

    name: str
    title: str
    suffix: str
    write: Callable[[Cited], str]


_ALL: Final = (
    CitationFormat("text", "Text", ".txt", text),
    CitationFormat("markdown", "Markdown", ".md", markdown),
    CitationFormat("bibtex", "BibTeX", ".bib", bibtex),
    CitationFormat("csl-json", "CSL-JSON", ".json", csl),
    CitationFormat("ris", "RIS", ".ris", ris),
)
FORMATS: Final[Mapping[str, CitationFormat]] = {each.name: each for each in _ALL}


def named(name: str) -> CitationFormat:
    """The format with this name, any case.

    Raises:
        BadRequestError: There is none.
    """
    if (found := FORMATS.get(name.strip().lower())) is None:
        raise BadRequestError(f"There is no format '{name[:40]}'. There are: {', '.join(FORMATS)}.")
    return found

"""Folding: the form in which texts are compared, with a map that leads back to the source.

Folding takes away what typography adds: Unicode compatibility forms (NFKC), case, the shapes of quotation marks,
apostrophes and dashes, non-breaking and zero-width spaces, soft hyphens, runs of white space. It serves matching only:
what is stored and shown is never folded.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.models import Span

_SAME: Final = {
    **dict.fromkeys("‘’‚‛′`´ʼʹ＇", "'"),
    **dict.fromkeys("“”„‟″«»‹›「」『』〝〞＂", '"'),
    **dict.fromkeys("‐‑‒–—―−⸺⸻﹘﹣－", "-"),
    # soft hyphen, zero-width space and joiners, word joiner, byte order mark, directional marks and isolates
    **dict.fromkeys(
        "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""
    ),
}
_NOTHING: Final = frozenset(character for character, form in _SAME.items() if not form)
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its code points, the offset of the one in the source that it comes from."""

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The stretch of the source from which `text[start:end]` comes."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else (self.ends[-1] if self.ends else 0)
            return Span(at, at)
        return Span(self.offsets[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its folded form and the stretch of the source where it stands."""

    text: str
    span: Span


@lru_cache(maxsize=8192)
def _folded_cluster(cluster: str) -> str:
    """Fold one base character with the marks that combine with it."""
    if cluster in _SAME:
        return _SAME[cluster]
    form = unicodedata.normalize("NFKC", "".join(_SAME.get(character, character) for character in cluster))
    # folding the case may set marks in another order, so the form is made once more
    form = unicodedata.normalize("NFKC", form.casefold())
    return "".join(_SAME.get(character, character) for character in form)


def _continues(character: str) -> bool:
    """Whether a character belongs to the one before it: it combines with it, or folds to nothing."""
    return character in _NOTHING or (character > "\u02ff" and unicodedata.combining(character) != 0)


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """Cut a text before every character that does not continue the one before it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _continues(text[at]):
            yield text[start:at], start, at
            start = at


def folded(text: str) -> Folded:
    """Fold a text and keep the way back; white space at either end is dropped."""
    pieces: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for cluster, start, end in _clusters(text):
        form = _folded_cluster(cluster)
        if not form:
            continue
        if form.isspace():
            if pieces and pieces[-1] != " ":
                pieces.append(" ")
                offsets.append(start)
                ends.append(end)
            continue
        for character in form:
            pieces.append(" " if character.isspace() else character)
            offsets.append(start)
            ends.append(end)
    while pieces and pieces[-1] == " ":
        pieces.pop()
        offsets.pop()
        ends.pop()
    return Folded("".join(pieces), tuple(offsets), tuple(ends))


def fold(text: str) -> str:
    """Fold a text where the way back is not needed."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    return folded(text).text


def words(text: str) -> list[Word]:
    """The words of a text in folded form, in order, each with its stretch of the source."""
    if text.isascii():
        return [Word(found[0].lower(), Span(*found.span())) for found in _WORD.finditer(text)]
    form = folded(text)
    return [Word(found[0], form.span(*found.span())) for found in _WORD.finditer(form.text)]

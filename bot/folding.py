"""Folding: the form in which texts are compared, with a map that leads back to the source.

Folding takes away what typography adds: Unicode compatibility forms (NFKC), case, the shapes of quotation marks,
apostrophes and dashes, non-breaking and zero-width spaces, soft hyphens, runs of white space. It serves matching only:
what is stored and shown is never folded.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
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
# what folds to itself in lower case; the last of it must not be the base of a mark that combines
_PLAIN: Final = re.compile(r"[!-_a-~]+(?: [!-_a-~]+)*(?![^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its code points, the offset of the one in the source that it comes from."""

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]

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


def _forms(text: str) -> Iterator[tuple[str, range, range]]:
    """The folded forms of a text in order, each with the offsets from and to which its characters come.

    A cluster is cut before every character that does not continue the one before it: whatever it folds to comes from
    the whole of it. Stretches that fold character by character come in one piece.
    """
    at = 0
    for plain in _PLAIN.finditer(text):
        yield from _clusters(text, at, plain.start())
        at = plain.end()
        yield plain[0].lower(), range(plain.start(), at), range(plain.start() + 1, at + 1)
    yield from _clusters(text, at, len(text))


def _clusters(text: str, start: int, stop: int) -> Iterator[tuple[str, range, range]]:
    for at in range(start + 1, stop + 1):
        if at == stop or not _continues(text[at]):
            yield _folded_cluster(text[start:at]), range(start, start + 1), range(at, at + 1)
            start = at


def _one_for_one() -> dict[str, str]:
    """Characters of European texts that fold to a single one and never combine with others, with that one."""
    codes = (*range(0x21, 0x7F), *range(0xA0, 0x180), *map(ord, _SAME))
    forms = {chr(code): _folded_cluster(chr(code)) for code in codes if not _continues(chr(code))}
    return {character: form for character, form in forms.items() if len(form) == 1 and form == form.lower()}


_SINGLE: Final = _one_for_one()
_CLASS: Final = "[" + re.escape("".join(character for character, form in _SINGLE.items() if form != " ")) + "]+"
_SPACE: Final = "[ " + "".join(character for character, form in _SINGLE.items() if form == " ") + "]"
# the commonest texts by far, even with typographic marks and accents: every character stands for itself
_EVEN: Final = re.compile(f"{_CLASS}(?:{_SPACE}{_CLASS})*")
_ODD: Final = re.compile(r"[^ !-_a-~]")


def folded(text: str) -> Folded:
    """Fold a text and keep the way back; white space at either end is dropped."""
    if _EVEN.fullmatch(text):
        form = _ODD.sub(lambda found: _SINGLE[found[0]], text).lower()
        return Folded(form, range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for form, starts, stops in _forms(text):
        if len(form) == len(starts) and not form.isspace():
            pieces.append(form)
            offsets += starts
            ends += stops
        elif form.isspace():
            if pieces and pieces[-1] != " ":
                pieces.append(" ")
                offsets += starts
                ends += stops
        else:
            pieces += (" " if character.isspace() else character for character in form)
            offsets += [*starts] * len(form)
            ends += [*stops] * len(form)
    if pieces and pieces[-1] == " ":
        del pieces[-1], offsets[-1], ends[-1]
    return Folded("".join(pieces), tuple(offsets), tuple(ends))


def fold(text: str) -> str:
    """Fold a text where the way back is not needed."""
    if (even := _evened(text)).isascii():
        return " ".join(even.replace("`", "'").lower().split())
    return folded(text).text


def _evened(text: str) -> str:
    """A text with the commonest typographic marks as they fold, each of which is one character before and after."""
    if not text.isascii():
        for mark in "’“”–—‘":
            if mark in text:
                text = text.replace(mark, _SAME[mark])
    return text


def folds_evenly(text: str) -> bool:
    """Whether each letter and digit of a text folds to one by itself, so that a word of it can be folded alone."""
    return _evened(text).isascii() or _EVEN.fullmatch(text) is not None


def cased_words(text: str) -> Iterable[tuple[str, bool]]:
    """The words of a text in folded form, in order, and whether each begins with a capital."""
    if (even := _evened(text)).isascii():
        return [(found.lower(), found[0].isupper()) for found in _WORD.findall(even)]
    form = folded(text)
    return [(found[0], text[form.offsets[found.start()]].isupper()) for found in _WORD.finditer(form.text)]


def words(text: str) -> list[Word]:
    """The words of a text in folded form, in order, each with its stretch of the source."""
    if text.isascii():
        return [Word(found[0].lower(), Span(*found.span())) for found in _WORD.finditer(text)]
    form = folded(text)
    return [Word(found[0], form.span(*found.span())) for found in _WORD.finditer(form.text)]


def bare_words(text: str) -> list[str]:
    """The words of a text in folded form, in order, where the way back is not needed."""
    return _WORD.findall(fold(text))

"""What of a text enters the index: its folded form, and its hyphenated words once more in one piece.

The index, the query and the marking of hits all cut texts into words here, so that they agree. A word is a run of
letters and digits after folding; `_` separates, and so do dashes that set off a clause. Accents on Latin letters are
taken away, as SQLite's `unicode61` tokenizer does with `remove_diacritics 2` (and beyond it ł, ø, đ and their like),
and so are those on Greek letters, the dots of ё, the points of Hebrew and the vowel signs of Arabic, whose alefs are
one. The vowel signs of Indic scripts and of Thai are parts of words.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import Final, overload

from bot.folding import Folded, fold, folded
from bot.models import Span
from bot.store.scripts import marks

LONG: Final = 2_000
"""Characters from which on a text is not worth the memory that its words take."""
_ACCENTS: Final = (
    *range(0x300, 0x370),
    *(*range(0x591, 0x5BE), 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7),  # Hebrew
    *(*range(0x610, 0x61B), *range(0x64B, 0x660), 0x670),  # Arabic
)
_MARKS: Final = marks()
_INNER: Final = "".join(map(chr, _ACCENTS)) + _MARKS
_TOKEN: Final = re.compile(rf"(?:[{_MARKS}]*[^\W_]+|[{_MARKS}]+)(?:[{_INNER}]+[^\W_]*)*")
_JOINT: Final = re.compile(r"['.,-](?=[^\W_])")
_JOINED: Final = re.compile(
    r"(?<![^\W_])[^\W_]+(?:['-][^\W_]+)+"  # multi-polar, o'brien
    r"|(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)"  # 1,250,000
    r"|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"  # u.s., e.g.
)
_FOREIGN: Final = re.compile(rf"[^\w\x00-\x7f{_MARKS}]")
_SEPARATING: Final = {code: " " for code in range(128) if not chr(code).isalnum()}
_PARTING: Final = re.compile("[—―⸺⸻]")
_SEPARATORS: Final = re.compile(r"['.,-]")
_CONTRACTIONS: Final = frozenset(("d", "ll", "m", "re", "s", "t", "ve"))


def _accentless() -> dict[int, str]:
    """Accented letters in lower case, and combining accents, to what stands for them in the index."""
    table: dict[int, str] = dict.fromkeys(_ACCENTS, "")
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha() and ord(base) != code:
            table[code] = base.lower()
    for code in (*range(0x370, 0x400), *range(0x1F00, 0x2000)):  # Greek
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isalpha() and ord(base) != code:
            table[code] = base.lower()
    table |= {ord("ё"): "е"} | dict.fromkeys(map(ord, "أإآٱ"), "ا") | {ord("ى"): "ي", ord("ة"): "ه"}
    letters = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
    return table | {ord(letter): base for letter, base in letters.items()}


_ACCENTLESS: Final = _accentless()


@dataclass(frozen=True, slots=True)
class Compound:
    """Words that are written as one, by the places of the first and last of them, and what they are in one piece."""

    first: int
    last: int
    joined: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in order, where each stands in it, and which of them are written as one."""

    words: Sequence[str]
    spans: "Spans"
    compounds: Sequence[Compound]


def plain(folded_text: str) -> str:
    """A folded text without accents."""
    return folded_text if folded_text.isascii() else folded_text.translate(_ACCENTLESS)


def _joined(text: str) -> Iterator[re.Match[str]]:
    """What may be a compound, in order. Few places are looked at: where a joint stands, up to the spaces around it."""
    at = 0
    while joint := _JOINT.search(text, at):
        at = text.find(" ", joint.end())
        at = at if at >= 0 else len(text)
        yield from _JOINED.finditer(text, text.rfind(" ", 0, joint.start()) + 1, at)


def _compounds(text: str, bounds: Sequence[tuple[int, int]], words: Sequence[str]) -> list[Compound]:
    """The compounds of a folded text; spans of numbers (2022-2023) and contractions (it's) are none."""
    found: list[Compound] = []
    for match in _joined(text):
        count = len(_SEPARATORS.split(match[0]))
        first = bisect_left(bounds, match.start(), key=itemgetter(0))
        if first + count > len(words) or bounds[first][0] != match.start():
            continue
        parts = words[first : first + count]
        if "'" in match[0] and parts[-1] in _CONTRACTIONS:
            parts = parts[:-1]
        if len(parts) > 1 and not ("-" in match[0] and all(part.isdigit() for part in parts)):
            found.append(Compound(first, first + len(parts) - 1, "".join(parts)))
    return found


class Spans(Sequence[Span]):
    """The spans of words in the source, made as they are asked for: of most words nobody asks."""

    def __init__(self, form: Folded, bounds: Sequence[tuple[int, int]]) -> None:
        self._form = form
        self._bounds = bounds

    @overload
    def __getitem__(self, place: int) -> Span: ...
    @overload
    def __getitem__(self, place: slice) -> list[Span]: ...
    def __getitem__(self, place: int | slice) -> Span | list[Span]:
        if isinstance(place, slice):
            return [self._form.span(*bounds) for bounds in self._bounds[place]]
        return self._form.span(*self._bounds[place])

    def __len__(self) -> int:
        return len(self._bounds)

    def part(self, place: int, start: int, end: int) -> Span:
        """Where some of the characters of a word stand, counted in its folded form."""
        first = self._bounds[place][0]
        return self._form.span(first + start, first + end)


def _cut(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """The words of a text that is folded already, and from where to where each goes."""
    if not text.isascii():
        bounds = [match.span() for match in _TOKEN.finditer(text)]
        return bounds, [plain(text[start:end]) for start, end in bounds]
    # a fifth of the time that the expression takes
    pieces = text.translate(_SEPARATING).split(" ")
    starts = [at + before for at, before in enumerate(accumulate(map(len, pieces), initial=0))]
    bounds = [(start, start + len(piece)) for start, piece in zip(starts, pieces, strict=False) if piece]
    return bounds, [piece for piece in pieces if piece]


def read(text: str) -> Tokens:
    """The words of a text as it stands in its source; the spans count there."""
    return _read_again(text) if len(text) <= LONG else _read(text)


def _read(text: str) -> Tokens:
    form = folded(_PARTING.sub("|", text))
    bounds, words = _cut(form.text)
    return Tokens(words, Spans(form, bounds), _compounds(form.text, bounds, words))


# a collection has its favourite passages; some 8 MB at the most
_read_again: Final = lru_cache(maxsize=256)(_read)


def indexed_words(folded_column: str, compounds_column: str) -> list[str]:
    """The words of an indexed passage in order and, behind an empty one that keeps them apart, its compounds."""
    ascii_only = folded_column.isascii()
    found = folded_column.translate(_SEPARATING).split() if ascii_only else _TOKEN.findall(folded_column)
    return [*found, "", *compounds_column.split()]


def form_of(text: str) -> str:
    """A text in folded form, in which dashes that set off a clause are blanks."""
    return fold(text if text.isascii() else _PARTING.sub(" ", text))


def index_text(text: str) -> tuple[str, str]:
    """The columns `folded` and `compounds` of the index for a paragraph's text.

    Signs outside ASCII become spaces: SQLite takes those that are younger than its tables (₺, many emoji) for letters.
    """
    return index_form(form_of(text))


def index_form(form: str) -> tuple[str, str]:
    """The same for a text in the form of `form_of`."""
    form = plain(form)
    # most texts have none, so that they need not be cut
    joined = next(_joined(form), None) is not None
    compounds = " ".join(compound.joined for compound in _compounds(form, *_cut(form))) if joined else ""
    return form if form.isascii() else _FOREIGN.sub(" ", form), compounds


def folded_words(text: str) -> list[str]:
    """The words of a paragraph in order, with their accents."""
    form = form_of(text)
    return [form[start:end] for start, end in _cut(form)[0]]

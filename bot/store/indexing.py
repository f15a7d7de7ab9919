"""What of a text enters the index: its folded form, and its hyphenated words once more in one piece.

The index, the query and the marking of hits all cut texts into words here, so that they agree. A word is a run of
letters and digits after folding; `_` separates, and so do dashes that set off a clause. Accents on Latin letters are
taken away, as SQLite's `unicode61` tokenizer does with `remove_diacritics 2` (and beyond it ł, ø, đ and their like).
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.folding import fold, folded
from bot.models import Span

_ACCENTS: Final = range(0x300, 0x370)
_TOKEN: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_JOINED: Final = re.compile(
    r"(?<![^\W_])[^\W_]+(?:['-][^\W_]+)+"  # multi-polar, o'brien
    r"|(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)"  # 1,250,000
    r"|(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"  # u.s., e.g.
)
_FOREIGN: Final = re.compile(r"[^\w\x00-\x7f]")
_PARTING: Final = dict.fromkeys(map(ord, "—―⸺⸻"), " ")
_SEPARATORS: Final = re.compile(r"['.,-]")
_CONTRACTIONS: Final = frozenset(("d", "ll", "m", "re", "s", "t", "ve"))


def _accentless() -> dict[int, str]:
    """Accented Latin letters in lower case, and combining accents, to what stands for them in the index."""
    table = dict.fromkeys(_ACCENTS, "")
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha() and ord(base) != code:
            table[code] = base.lower()
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
    spans: Sequence[Span]
    compounds: Sequence[Compound]


def plain(folded_text: str) -> str:
    """A folded text without accents."""
    return folded_text if folded_text.isascii() else folded_text.translate(_ACCENTLESS)


def _compounds(text: str, starts: Sequence[int], words: Sequence[str]) -> list[Compound]:
    """The compounds of a folded text; spans of numbers (2022-2023) and contractions (it's) are none."""
    found: list[Compound] = []
    places: dict[int, int] = {}
    for match in _JOINED.finditer(text):
        places = places or {start: place for place, start in enumerate(starts)}
        count = len(_SEPARATORS.split(match[0]))
        first = places.get(match.start())
        if first is None or first + count > len(words):
            continue
        parts = words[first : first + count]
        if "'" in match[0] and parts[-1] in _CONTRACTIONS:
            parts = parts[:-1]
        if len(parts) > 1 and not ("-" in match[0] and all(part.isdigit() for part in parts)):
            found.append(Compound(first, first + len(parts) - 1, "".join(parts)))
    return found


def read_folded(text: str) -> Tokens:
    """The words of a text that is folded already; the spans count in that text."""
    matches = list(_TOKEN.finditer(text))
    words = [plain(match[0]) for match in matches]
    starts = [match.start() for match in matches]
    spans = [Span(*match.span()) for match in matches]
    return Tokens(words, spans, _compounds(text, starts, words))


def read(text: str) -> Tokens:
    """The words of a text as it stands in its source; the spans count there."""
    form = folded(text.translate(_PARTING))
    tokens = read_folded(form.text)
    return Tokens(tokens.words, [form.span(span.start, span.end) for span in tokens.spans], tokens.compounds)


def indexed_words(folded_column: str, compounds_column: str) -> list[str]:
    """The words of an indexed passage in order and, behind an empty one that keeps them apart, its compounds."""
    return [*_TOKEN.findall(folded_column), "", *compounds_column.split()]


def index_text(text: str) -> tuple[str, str]:
    """The columns `folded` and `compounds` of the index for a paragraph's text.

    Signs outside ASCII become spaces: SQLite takes those that are younger than its tables (₺, many emoji) for letters.
    """
    form = plain(fold(text.translate(_PARTING)))
    compounds = " ".join(compound.joined for compound in read_folded(form).compounds)
    return _FOREIGN.sub(" ", form), compounds

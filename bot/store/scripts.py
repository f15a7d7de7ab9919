"""Scripts that the index cannot cut at spaces: Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese.

Their texts are indexed as pairs of neighbouring characters ("grams"), and the last character of each run by itself, so
that any single one is the beginning of some gram. Chinese meets whether it is written in traditional characters or in
simplified ones. Korean has spaces but writes particles in one with the word before.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bot.store.han import SIMPLIFIED

_LETTERS: Final = (
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han, kana
    "\uac00-\ud7a3"  # Hangul
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17dd"  # Thai, Lao, Burmese, Khmer
)
UNSPACED: Final = re.compile(f"[{_LETTERS}]+")
"""A run of characters of such a script, within a folded word."""


def marks() -> str:
    """The vowel signs and other marks that belong to a word in Indic scripts and their kin, for a character class."""
    codes = (*range(0x0900, 0x10A0), *range(0x1780, 0x17DE))
    return "".join(chr(code) for code in codes if unicodedata.category(chr(code)) in {"Mn", "Mc"})


def is_unspaced(word: str) -> bool:
    """Whether a folded word has characters of such a script."""
    return not word.isascii() and UNSPACED.search(word) is not None


def grams(word: str) -> Iterator[tuple[str, int]]:
    """The pairs of such characters in a folded word, each with where it begins; a lone character by itself.

    Traditional Chinese characters come in their simplified form.
    """
    for run in UNSPACED.finditer(word.translate(SIMPLIFIED)):
        text = run[0]
        if len(text) == 1:
            yield text, run.start()
        for at, (first, second) in enumerate(pairwise(text), start=run.start()):
            yield first + second, at


def indexed_grams(word: str) -> Iterator[str]:
    """The grams of a folded word as the index holds them: behind those of each run its last character."""
    for run in UNSPACED.finditer(word.translate(SIMPLIFIED)):
        text = run[0]
        yield from (first + second for first, second in pairwise(text))
        yield text[-1]

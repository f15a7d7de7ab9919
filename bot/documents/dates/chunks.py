"""Cutting a sentence at its blanks: most words are the same tokens wherever they stand, and are remembered so."""

import re
from dataclasses import replace
from itertools import accumulate, chain, pairwise
from operator import attrgetter
from typing import Final

from bot.documents.dates.cutting import BY_PLACE, HALVES, MARKS, Cutter
from bot.documents.dates.lexicon import Kind, Words
from bot.documents.dates.remembering import Remembered
from bot.documents.dates.tokens import Token, Tokens

_WIDTH: Final = attrgetter("width")
_BEFORE: Final = '"“(‘'
_BEHIND: Final = ',;:.!?)”"'
# a word with signs about it, none of which can be a part of it
_PLAIN: Final = re.compile(rf"([{_BEFORE}]?)([^\W\d_]+)((?:['’]s)?)([{_BEHIND}]*)")
_SIGNS: Final = {sign: Token(MARKS.get(sign, Kind.OTHER), 0, sign, 1, 1) for sign in _BEHIND}
_SIGNS_BEFORE: Final = {sign: Token(MARKS.get(sign, Kind.OTHER), 0, sign, 1, 2) for sign in _BEFORE}
# For these, what stands behind the blank counts: a sum's sign, "20.", "3.-", "p.", "boys'", a day that may have a time.
_CROSSING: Final = re.compile(
    r"[$€£¥₽₹]$|(?<![\w.])[0-9]{1,2}\.[-–]?$|(?<![A-Za-z])[ap]\.$|s['’]$|[0-9]{4}-[0-9]{2}-[0-9]{2}$", re.IGNORECASE
)
# what a sentence holds in which more counts: a chunk that is marked so, or a number behind a label
_BESIDE: Final = re.compile(f"{BY_PLACE.kind}|{re.escape(Kind.LABEL)}[{Kind.DAYNUM}{Kind.NUM}{Kind.YEAR}{Kind.DATE}]")


class Chunks:
    """Cuts sentences of one language into chunks, which have no blank in them, and these, once, into tokens."""

    def __init__(self, words: Words, cutter: Cutter) -> None:
        self._cutter, self._short = cutter, words.short | {"www"}
        self._possessive = {sign: cutter.cut(sign, 0, 2).items[0] for sign in ("'s", "’s")}
        self._known = Remembered(self._cut)
        self._suits = not words.figures and not any(" " in word for word in words.short)
        """Whether but for phrases, and what is `_CROSSING`, no token spans several chunks."""

    def cut(self, text: str, start: int, end: int) -> Tokens | None:
        """The tokens between two offsets of a text; None where chunks alone do not tell them.

        That is where they lie more than a blank apart, where one may be more than one token, or another one, beside
        other words, and where no blank stands at the ends.
        """
        if not (self._suits and _is_blank(text, start - 1) and _is_blank(text, end)):
            return None
        tokens = list(chain.from_iterable(map(self._known.__getitem__, text[start:end].split())))
        ends = list(accumulate(map(_WIDTH, tokens), initial=start - 1))
        if not tokens or ends[-1] != end:
            return None
        cut = Tokens.of(tokens, ends[1:])
        return None if _BESIDE.search(cut.kinds) else cut

    def _cut(self, chunk: str) -> tuple[Token, ...]:
        """The tokens of a chunk; `BY_PLACE` alone where they may be others beside other words."""
        if (plain := _PLAIN.fullmatch(chunk)) is not None:
            before, word, possessive, behind = plain.groups()
            if not ((possessive or behind) and self._may_be_short(word)):
                return self._plain(before, word, possessive, behind)
        text = f" {chunk}"
        tokens = self._cutter.cut(text, 0, len(text))
        ended = tokens.ends and tokens.ends[-1] == len(text)
        if not ended or _CROSSING.search(chunk) or self._opens(tokens, text):
            return (BY_PLACE,)
        widths = (end - before for before, end in pairwise([0, *tokens.ends]))
        return tuple(
            token if token.width == width else replace(token, width=width)
            for token, width in zip(tokens.items, widths, strict=True)
        )

    def _plain(self, before: str, word: str, possessive: str, behind: str) -> tuple[Token, ...]:
        """The tokens of a word and the signs about it."""
        token = self._cutter.word(word, len(word) + (not before))
        if self._cutter.opens(token.word, capital=word[0].isupper()):
            return (BY_PLACE,)
        if not (before or possessive or behind):
            return (token,)
        tokens = [_SIGNS_BEFORE[before], token] if before else [token]
        if possessive:
            tokens.append(self._possessive[possessive])
        return (*tokens, *map(_SIGNS.__getitem__, behind))

    def _may_be_short(self, word: str) -> bool:
        """Whether what follows a word at once may belong to it."""
        return len(word) == 1 or not word.isascii() or word.lower() in self._short or word.lower() in HALVES

    def _opens(self, tokens: Tokens, text: str) -> bool:
        """Whether an expression of several words may begin with one of the tokens of a text."""
        return any(
            self._cutter.opens(token.word, capital=text[tokens.start(place)].isupper())
            for place, token in enumerate(tokens.items)
        )


def _is_blank(text: str, place: int) -> bool:
    """Whether a blank, or nothing, stands at a place of a text."""
    return not 0 <= place < len(text) or text[place].isspace()

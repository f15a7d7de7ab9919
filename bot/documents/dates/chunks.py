"""Cutting a sentence at its blanks: most words are the same tokens wherever they stand, and are remembered so."""

import re
from itertools import accumulate, chain
from operator import attrgetter
from typing import Final

from bot.documents.dates.cutting import BY_PLACE, HALVES, MARKS, REMEMBERED, Cutter
from bot.documents.dates.lexicon import Kind, Words
from bot.documents.dates.tokens import Token, Tokens
from bot.wording.remembering import Remembered

_WIDTH: Final = attrgetter("width")
_WORD: Final = r"[^\W\d_]++"
_BEFORE: Final = '“"(‘'
_BEHIND: Final = ',;:.!?)”"'
# words or a number with signs about them, none of which is a part of them but for what `_may_be_short`
_PLAIN: Final = re.compile(
    rf"[{_BEFORE}]?(?:(?:{_WORD}-)*({_WORD})((?:['’]s)?[{_BEHIND}]*)|(?:[0-9]{{3,9}}|[0-9]{{1,2}}(?!\.))[{_BEHIND}]*)"
)
_PIECE: Final = re.compile(rf"\ ?(?:{_WORD}|[0-9]+|['’]s|.)")
# For these, what stands behind the blank counts: a sum's sign, "20.", "3.-", "p.", "boys'", a day that may have a time.
_CROSSING: Final = re.compile(
    r"[$€£¥₽₹]$|(?<![\w.])[0-9]{1,2}\.[-–]?$|(?<![A-Za-z])[ap]\.$|s['’]$|[0-9]{4}-[0-9]{2}-[0-9]{2}$", re.IGNORECASE
)
# what a sentence holds in which more counts: a chunk that is marked so, or a number behind a label
_BESIDE: Final = re.compile(f"{BY_PLACE.kind}|{re.escape(Kind.LABEL)}[{Kind.DAYNUM}{Kind.NUM}{Kind.YEAR}{Kind.DATE}]")


class Chunks:
    """Cuts sentences of one language into chunks, which have no blank in them, and these, once, into tokens."""

    def __init__(self, words: Words, cutter: Cutter) -> None:
        self._cutter, self._short = cutter, words.short | HALVES | {"www"}
        self._signs = {sign: (MARKS.get(sign, Kind.OTHER), 0) for sign in f"{_BEFORE}{_BEHIND}-"}
        self._signs |= dict.fromkeys(("'s", "’s"), (Kind.POSSESSIVE, int(words.day_first)))
        self._behind = {sign: Token(*self._signs[sign], sign, 1, 1) for sign in _BEHIND}
        self._known = Remembered(self._cut, REMEMBERED)
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
        if chunk.isalpha():
            token = self._cutter.word(chunk, len(chunk) + 1)
            return (BY_PLACE,) if self._cutter.opens(token, chunk[0]) else (token,)
        if (plain := _PLAIN.fullmatch(chunk)) and not (plain[2] and self._may_be_short(plain[1])):
            if (sign := self._behind.get(plain[2])) is not None and len(plain[1]) + 1 == len(chunk):
                known = self._known[plain[1]]  # most words come without a sign, too
                return known if known[0] is BY_PLACE else (*known, sign)
            tokens = list(map(self._piece, _PIECE.findall(f" {chunk}")))
        else:
            text = f" {chunk}"
            cut = self._cutter.cut(text, 0, len(text))
            if not cut.ends or cut.ends[-1] < len(text) or _CROSSING.search(chunk):
                return (BY_PLACE,)
            tokens = list(map(_widened, cut.items, [0, *cut.ends], cut.ends))
        first = "" if chunk.islower() else "X"
        return (BY_PLACE,) if any(self._cutter.opens(token, first) for token in tokens) else tuple(tokens)

    def _piece(self, piece: str) -> Token:
        """The token of a word, a number or a sign, with or without a blank before it."""
        text = piece.lstrip()
        if text.isdecimal():
            known = self._cutter.figure(text, "")
        elif text in self._signs:
            known = self._signs[text]
        else:
            return self._cutter.word(text, len(piece))
        return Token(*known, text, len(text), len(piece))

    def _may_be_short(self, word: str) -> bool:
        """Whether what follows a word at once may belong to it."""
        return len(word) == 1 or not word.isascii() or word.lower() in self._short


def _widened(token: Token, before: int, end: int) -> Token:
    """A token as it lies behind an offset, up to another."""
    if token.width == end - before:
        return token
    return Token(token.kind, token.number, token.word, token.length, end - before, token.capital, token.doubtful)


def _is_blank(text: str, place: int) -> bool:
    """Whether a blank, or nothing, stands at a place of a text."""
    return not 0 <= place < len(text) or text[place].isspace()

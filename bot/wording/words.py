"""A text as the words by which verification compares it: what must be equal, and what is only typography.

A word is a run of letters and digits after folding. What a reader would not pass over is part of a word: the sign,
currency and per cent of a number, decimal points, mathematical signs. Compounds (`multi-polar`), contractions (`can't`)
and initials (`U.S.`) are one word each, so that a text which ends inside one does not pass for the same.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, overload

from bot.folding import folded
from bot.models import Span
from bot.wording.remembering import Remembered

_DASHES: Final = "—―⸺⸻"
_PARTING: Final = dict.fromkeys(map(ord, _DASHES), " ")
# what never combines with what white space parts it from
_EVEN: Final = re.compile(
    r"[\s!-\x7e\xa1-\xa7\xa9-\xac\xae\xb0-\xb3\xb5-\xb7\xb9-\u017f\u2010-\u2026\u20ac"
    r"\u0400-\u0482\u048a-\u052f]*"
)
_SPACED_SHARE: Final = re.compile(rf"\d[\s{_DASHES}]+%")  # 40 %
_OPEN_HYPHEN: Final = re.compile(r"[-‐]\s")  # at the end of a line
_AROUND: Final = "\"'.,;:!?()[]“”‘’"  # no part of a word at the edge of one
_PIECE: Final = re.compile(rf"[^\s{_DASHES}]+")
_CURRENCY: Final = r"$\u00a2-\u00a5\u20a0-\u20c0"
_TOKEN: Final = re.compile(
    rf"(?:(?<![\w)\]%.-])-)?[{_CURRENCY}]?\d+(?:[.,:]\d+)*(?:[^\W_]+|\s?[%‰])?"  # -3.5, $40, 12:30, 40 %, 5km
    r"|[^\W_]+"
    r"|[^\w\s]"
)
_GROUPED: Final = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED_SIGN: Final = re.compile(f"[{UNSPACED}]")
_UNSPACED_PIECE: Final = re.compile(f"[{UNSPACED}]|[^{UNSPACED}]+")
_HYPHEN: Final = re.compile(r"[-\u2010\u2011–]|[-\u2010]\s*\n\s*")
_APOSTROPHES: Final = frozenset("'’‘`´ʼ＇′")
_ENDINGS: Final = frozenset(("d", "ll", "m", "re", "s", "t", "ve"))
_ELIDED_TEXT: Final = "all c d dall dell dev j jusqu l lorsqu m nell puisqu qu quell quest quoiqu s sull t un"
_ELIDED: Final = frozenset(_ELIDED_TEXT.split())
_LIGHT_SIGNS: Final = frozenset("|~`^")
_REMEMBERED: Final = 50_000  # pieces of texts, some 8 MB of them
_WIDEST_JOINT: Final = 8  # a hyphen at the end of a line, and the indentation of the next one
_TURNING_TEXT: Final = "a anti de dis ex il im in ir mis non nicht pseudo quasi semi un under"
_TURNING: Final = frozenset(_TURNING_TEXT.split())  # beginnings of compounds without which they say something else


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a compound: its word, where it stands, and whether a hyphen parts it from the one before."""

    text: str
    span: Span
    hyphenated: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text in order, and where each stands in it; `parts` has those of compounds by their place."""

    words: Sequence[str]
    spans: Sequence[Span]
    parts: Mapping[int, tuple[Part, ...]]

    def like(self, other: "Wording") -> "Wording":
        """The same words, with compounds written apart or together as another text writes them.

        A compound also comes apart at a hyphen where the other text begins or ends: a quotation may begin at `polar`
        of `multi-polar`, but not at `partisan` of `non-partisan`.
        """
        cut = {place: pieces for place, parts in self.parts.items() if (pieces := self._apart(place, parts, other))}
        wanted = {tuple(part.text for part in parts) for parts in other.parts.values()}
        # a text that has both ways of writing is taken at its word
        wanted = {parts for parts in wanted if parts[0] in self.words and not _stands(parts, other.words)}
        if not cut and not wanted:
            return self
        pairs: list[tuple[str, Span]] = []
        for place, pair in enumerate(zip(self.words, self.spans, strict=True)):
            pairs += cut.get(place, [pair])
        words, spans = (
            _together(pairs, wanted) if wanted else ([word for word, _ in pairs], [span for _, span in pairs])
        )
        return Wording(words, spans, {})

    def _apart(self, place: int, parts: Sequence[Part], other: "Wording") -> list[tuple[str, Span]]:
        """The pieces in which a compound meets another text; none where it is to stay whole."""
        texts = [part.text for part in parts]
        if not other.words or self.words[place] in other.words:
            return []
        if _stands(texts, other.words):
            return [(part.text, part.span) for part in parts]
        for at in range(1, len(parts)):
            before, after = "".join(texts[:at]), "".join(texts[at:])
            begins = [after, *self.words[place + 1 : place + 2]] == list(other.words[:2]) and before not in _TURNING
            ends = [*self.words[max(place - 1, 0) : place], before] == list(other.words[-2:])
            if parts[at].hyphenated and (begins or ends):
                middle = parts[at - 1].span.end, parts[at].span.start
                return [(before, Span(parts[0].span.start, middle[0])), (after, Span(middle[1], parts[-1].span.end))]
        return []


def _stands(run: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a run of words stands among others."""
    size = len(run)
    return any(words[at] == run[0] and list(words[at : at + size]) == list(run) for at in range(len(words) - size + 1))


def _together(pairs: Sequence[tuple[str, Span]], wanted: Collection[tuple[str, ...]]) -> tuple[list[str], list[Span]]:
    """Words with those taken together that are the parts of a wanted compound, with a single blank between them."""
    words: list[str] = []
    spans: list[Span] = []
    at = 0
    while at < len(pairs):
        size = next((len(parts) for parts in wanted if _are(pairs[at : at + len(parts)], parts)), 1)
        words.append("".join(word for word, _ in pairs[at : at + size]))
        spans.append(Span(pairs[at][1].start, pairs[at + size - 1][1].end))
        at += size
    return words, spans


def _are(pairs: Sequence[tuple[str, Span]], parts: Sequence[str]) -> bool:
    """Whether words are the parts of a compound: `multi polar`, not `China, Russia`."""
    close = all(after.start - before.end <= 1 for (_, before), (_, after) in pairwise(pairs))
    return close and [word for word, _ in pairs] == list(parts)


@dataclass(slots=True)
class _Word:
    text: str
    start: int
    end: int
    parts: tuple[Part, ...] = ()


def wording(text: str) -> Wording:
    """The words of a text."""
    if (pieces := _pieces(text)) is None:
        return _whole(text)
    words, compounds = _together_again(pieces)
    return Wording(words, _Places(text), _moved(text, compounds) if compounds else {})


def unplaced(text: str) -> Wording:
    """The words of a text whose compounds nobody looks for: their parts stand anywhere."""
    if (pieces := _pieces(text)) is None:
        return _whole(text)
    words, compounds = _together_again(pieces)
    parts = {place + within: parts for _, place, read in compounds for within, parts in read.parts.items()}
    return Wording(words, _Places(text), parts)


def _together_again(pieces: Sequence[str]) -> tuple[list[str], list[tuple[int, int, Wording]]]:
    """The words of pieces, and of those with compounds: which piece, the place of its first word, its words."""
    words = list(map(_BARE.__getitem__, pieces))
    compounds: list[tuple[int, int, Wording]] = []
    if all(words):
        return words, compounds
    found: list[str] = []
    done = 0
    for at in (at for at, word in enumerate(words) if not word):
        found += words[done:at]
        read = _piece(pieces[at])
        if read.parts:
            compounds.append((at, len(found), read))
        found += read.words
        done = at + 1
    found += words[done:]
    return found, compounds


def _bare(piece: str) -> str:
    """The one word of a piece of a text that is hardly more than its letters; empty for any other."""
    bare = piece.strip(_AROUND)
    return bare.lower() if bare.isalpha() and bare.isascii() else ""


_BARE: Final = Remembered(_bare, _REMEMBERED)


def _pieces(text: str) -> list[str] | None:
    """What white space parts, where each of the pieces can be read by itself; None where one may depend on others."""
    if not _EVEN.fullmatch(text) or ("%" in text and _SPACED_SHARE.search(text)):
        return None
    if ("-" in text or "‐" in text) and _OPEN_HYPHEN.search(text):
        return None
    for dash in _DASHES:
        if dash in text:
            text = text.replace(dash, " ")
    return text.split()


def _moved(text: str, compounds: Sequence[tuple[int, int, Wording]]) -> dict[int, tuple[Part, ...]]:
    """The parts of compounds by their place among the words: from which piece they are, its first place, its words."""
    starts = [found.start() for found in _PIECE.finditer(text)]
    return {
        place + within: tuple(
            Part(part.text, Span(part.span.start + starts[at], part.span.end + starts[at]), part.hyphenated)
            for part in parts
        )
        for at, place, piece in compounds
        for within, parts in piece.parts.items()
    }


class _Places(Sequence[Span]):
    """Where the words of a text stand, found out when somebody asks: for most texts nobody does."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _spans(self) -> Sequence[Span]:
        return _whole(self._text).spans

    @overload
    def __getitem__(self, place: int) -> Span: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Span]: ...
    def __getitem__(self, place: int | slice) -> Span | Sequence[Span]:
        return self._spans[place]

    def __len__(self) -> int:
        return len(self._spans)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(self._text)


def _whole(text: str) -> Wording:
    """The words of a text that is read from one end to the other."""
    found: list[_Word] = []
    for word in _raw(text):
        joint = _joint(text, found[-1], word) if found else ""
        if joint:
            last = found[-1]
            last.parts = (*_parts(last), Part(word.text, Span(word.start, word.end), hyphenated=joint == "-"))
            last.text += word.text
            last.end = word.end
        else:
            found.append(word)
    return Wording(
        [word.text for word in found],
        [Span(word.start, word.end) for word in found],
        {place: word.parts for place, word in enumerate(found) if word.parts},
    )


# most pieces of a text come again; some 10 MB at the most
_piece: Final = lru_cache(maxsize=20_000)(_whole)


def _parts(word: _Word) -> tuple[Part, ...]:
    return word.parts or (Part(word.text, Span(word.start, word.end)),)


def _raw(text: str) -> Iterator[_Word]:
    """Words before compounds are put together; signs that only change a letter go with the letter."""
    last: _Word | None = None
    for word in _cut(text):
        kind = _meaning(word.text) if len(word.text) == 1 and not word.text.isalnum() else "word"
        if kind == "none":
            continue
        if last is not None and word.start <= last.end and (kind == "mark" or _goes_on(last, word)):
            last.text += word.text
            last.end = word.end
        elif kind == "word":
            if last is not None:
                yield last
            last = word
    if last is not None:
        yield last


def _goes_on(before: _Word, after: _Word) -> bool:
    """Whether a vowel sign, as Indian scripts have them, stands within a word."""
    return _meaning(before.text[-1]) == "mark" and not _UNSPACED_SIGN.match(after.text)


def _cut(text: str) -> Iterator[_Word]:
    if text.isascii():
        plain = text.replace("`", "'").lower()
        for found in _TOKEN.finditer(plain):
            yield _word(found[0], *found.span())
        return
    form = folded(text.translate(_PARTING))
    for found in _TOKEN.finditer(form.text):
        start, end = found.span()
        if not _UNSPACED_SIGN.search(found[0]):
            span = form.span(start, end)
            yield _word(found[0], span.start, span.end)
            continue
        for piece in _UNSPACED_PIECE.finditer(found[0]):
            span = form.span(start + piece.start(), start + piece.end())
            yield _word(piece[0], span.start, span.end)


def _word(text: str, start: int, end: int) -> _Word:
    if text.isalpha():
        return _Word(text, start, end)
    form = _GROUPED.sub("", text).replace(" ", "")
    if "," not in text or form == text:
        return _Word(form, start, end)
    # 40,000 may be written 40 000; which part stands where matters to nobody
    span = Span(start, end)
    return _Word(form, start, end, tuple(Part(part, span) for part in text.split(",")))


@lru_cache(maxsize=2048)
def _meaning(sign: str) -> str:
    """What a sign is: `word` where it stands for something, `mark` where it changes the letter before, else `none`."""
    category = unicodedata.category(sign)
    if category[0] == "M":
        return "mark"
    is_word = (category in {"Sc", "Sm"} and sign not in _LIGHT_SIGNS) or sign in "%‰°"
    return "word" if is_word else "none"


def _joint(text: str, before: _Word, after: _Word) -> str:
    """What makes one word of two: a hyphen, an apostrophe, the full stop of initials; empty where nothing does."""
    if after.start <= before.end or after.start - before.end > _WIDEST_JOINT:
        return ""
    gap = text[before.end : after.start]
    if not (before.text[-1].isalnum() and after.text[0].isalnum()):
        return ""
    last = before.parts[-1].text if before.parts else before.text
    if _HYPHEN.fullmatch(gap):
        return "" if last[-1].isdigit() and after.text[0].isdigit() else "-"
    if gap in _APOSTROPHES:
        return "'" if after.text in _ENDINGS or last not in _ELIDED else ""
    initials = gap == "." and len(last) == len(after.text) == 1 and last.isalpha() and after.text.isalpha()
    return "." if initials else ""

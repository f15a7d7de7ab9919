"""What somebody pasted, read: what encloses it taken off, its words, and the omissions that it marks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.answers.verification.stretches import ends_sentence
from bot.wording.vocabulary import is_negation, is_number
from bot.wording.words import Wording, wording

_OPENING: Final = {
    '"': '"',
    "'": "'",
    "“": "”“",
    "”": "”",
    "„": "“”„",
    "‟": "”",
    "‘": "’‘",
    "’": "’",
    "‚": "‘’‚",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "＂": "＂",
    "`": "`'",
    "``": "''",
    "''": "''",
}
_STRAIGHT: Final = frozenset("\"'＂`")
_LETTER: Final = re.compile(r"\[(\w{1,3})\](?=\w)")
_SIC: Final = re.compile(r"\s*[\[(]\s*sic[!.]?\s*[\])]", re.IGNORECASE)
_MARK: Final = re.compile(
    # a link of Markdown is no insertion
    r"(?P<bracket>\[(?![\s.…]*\])[^\[\]]{1,120}\](?!\())"
    r"|[\[(]\s*(?:…|(?:\.\s*){2,6})\s*[\])]"
    r"|…(?:\s?\.)*|\.(?:\s?\.){2,}"
)
_LONGEST_INSERTION: Final = 12  # words in brackets; more is no explanation of a quotation


@dataclass(frozen=True, slots=True)
class Gap:
    """A place between two words where the pasted text says that it leaves something out or puts something in."""

    mark: str
    bracketed: bool


@dataclass(frozen=True, slots=True)
class TextReading:
    """The pasted text as words to be found one behind the other, but for what it marks as omitted.

    `gaps` are the marks by the place of the word behind them; words in brackets are not among the words.
    """

    text: str
    wording: Wording
    gaps: Mapping[int, Gap]

    @property
    def fragments(self) -> list[tuple[int, int]]:
        """The stretches of words between gaps, by their first place and the one behind their last."""
        size = len(self.wording.words)
        cuts = [0, *sorted(place for place in self.gaps if 0 < place < size), size]
        return list(pairwise(cuts))

    def ends_sentence(self, place: int) -> bool:
        """Whether a sentence ends before a word, or the text itself, or it marks an omission there."""
        spans = self.wording.spans
        if not 0 < place < len(spans) or place in self.gaps:
            return True
        return ends_sentence(self.text[spans[place - 1].end : spans[place].start])

    def literal(self, first: int, last: int) -> str:
        """The text from one word to another, both included."""
        return self.text[self.wording.spans[first].start : self.wording.spans[last].end]


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text: `core` is what must stand somewhere literally, `plain` takes every word of it as quoted.

    `marked` understands ellipses and brackets as marks of omission; None where there are none.
    """

    core: str
    plain: TextReading
    marked: TextReading | None

    @property
    def best(self) -> TextReading:
        """The reading that says most about the text."""
        return self.marked or self.plain


def read(text: str) -> Pasted:
    """Read whatever was pasted."""
    core = without_marks(text)
    plain = TextReading(core, wording(core), {})
    return Pasted(core, plain, _marked(core))


def without_marks(text: str) -> str:
    """The text without white space around it and one pair of quotation marks that encloses it all."""
    core = text.strip()
    for opening in sorted(_OPENING, key=len, reverse=True):
        if core.startswith(opening):
            for closing in [_OPENING[opening]] if len(opening) > 1 else _OPENING[opening]:
                inner = core[len(opening) : -len(closing)]
                if core.endswith(closing) and len(core) > len(opening + closing) and _encloses(inner, opening, closing):
                    return inner.strip()
            return core
    return core


def _encloses(inner: str, opening: str, closing: str) -> bool:
    """Whether the marks around a text belong to each other: `"a" and "b"` has two pairs and no enclosing one."""
    depth = 1
    for at, sign in enumerate(inner):
        if sign not in opening + closing or (sign in "'’" and _within_word(inner, at)):
            continue
        opens = _opens(inner, at) if sign in _STRAIGHT or (sign == opening and opening in closing) else sign == opening
        depth += 1 if opens else -1
        if depth == 0 and sign not in "'’":
            return False
    return True


def _opens(text: str, at: int) -> bool:
    """Whether a mark that opens and closes alike opens: a word begins behind it, and none ends before it."""
    ends = at > 0 and (text[at - 1].isalnum() or text[at - 1] in ".,!?;:…")
    return not ends and text[at + 1 : at + 2].isalnum()


def _within_word(text: str, at: int) -> bool:
    return text[max(at - 1, 0) : at].isalnum()


def _marked(core: str) -> TextReading | None:
    """The reading in which ellipses and words in brackets are marks; None where it has no other words than `core`."""
    text = _SIC.sub("", _LETTER.sub(r"\1", core))
    pieces: list[str] = []
    marks: list[tuple[int, Gap]] = []
    at = 0
    for found in _MARK.finditer(text):
        bracketed = found["bracket"] is not None
        if bracketed and not _explains(found[0]):
            continue
        pieces.append(text[at : found.start()])
        # a blank of the same length keeps the places of what follows
        pieces.append(" " * len(found[0]))
        marks.append((found.start(), Gap(found[0], bracketed)))
        at = found.end()
    if not marks and text == core:
        return None
    reduced = "".join([*pieces, text[at:]])
    words = wording(reduced)
    gaps: dict[int, Gap] = {}
    for start, gap in marks:
        place = sum(span.start < start for span in words.spans)
        known = gaps.get(place)
        gaps[place] = gap if known is None else Gap(f"{known.mark} {gap.mark}", known.bracketed and gap.bracketed)
    return TextReading(reduced, words, gaps) if words.words else None


def _explains(bracket: str) -> bool:
    """Whether words in brackets explain a quotation: not when they would turn it round or change a number."""
    words = wording(bracket).words
    return 0 < len(words) <= _LONGEST_INSERTION and not any(is_negation(word) or is_number(word) for word in words)

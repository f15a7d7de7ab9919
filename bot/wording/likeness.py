"""When two passages are one and the same but for a few words: a wire report and its copy.

Figures, negations, names, opposites and words on which a sentence turns must agree; of the others few may differ. The
rule errs on the side of two passages: what is not folded is shown twice, what is folded wrongly is hidden.
"""

import zlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import repeat
from typing import Final

from bot.models import Span
from bot.wording.figures import Figure, figures
from bot.wording.vocabulary import are_antonyms, are_opposite, is_negation, is_turning, negations_among
from bot.wording.words import Wording, unplaced, wording

FEWEST: Final = 8
"""Different words below which a passage is itself only."""
_SHINGLE: Final = 3  # words of a shingle
_MARKS: Final = 4  # shingles by which a passage is looked up
_PER_CHANGE: Final = 12  # words of a passage for each that may differ
_MOST_CHANGES: Final = 6
_LIGHT: Final = frozenset(("a", "an", "the", "that", "which", "and", "also", "this", "these"))
"""Words that may come and go without being counted."""


@dataclass(frozen=True)
class Likeness:
    """A passage with all by which it is compared."""

    text: str

    @cached_property
    def wording(self) -> Wording:
        """Its words."""
        return wording(self.text)

    @cached_property
    def figures(self) -> list[Figure]:
        """Its figures, in order."""
        return figures(self.wording)

    @property
    def said(self) -> list[tuple[str, str, str]]:
        """What its figures say, in order."""
        return [(each.value, each.unit, each.bound) for each in self.figures]


def marks(text: str) -> tuple[int, ...]:
    """Numbers of 32 bits of which two passages that are nearly the same have one in common, nearly always.

    The lowest hashes of all runs of three words (A. Z. Broder, "On the resemblance and containment of documents",
    1997), mixed with the figures and the number of negations, which must agree: what fills a form in with another
    number has other marks. Empty where the text is too short.
    """
    read = unplaced(text)
    words = read.words
    different = set(words)
    if len(different) < FEWEST:
        return ()
    negations = sum(map(words.count, negations_among(different)))
    salt = zlib.crc32(repr(([each.amount for each in figures(read)], negations)).encode())
    # encoded once for all runs
    parts = " ".join(words).encode().split(b" ")
    runs = map(b" ".join, zip(*(parts[at:] for at in range(_SHINGLE)), strict=False))
    return tuple(sorted(set(map(zlib.crc32, runs, repeat(salt))))[:_MARKS])


def nearly_the_same(first: Likeness, second: Likeness) -> bool:
    """Whether two passages differ in typography and a few words only, none of which changes what is said."""
    words, others = first.wording.words, second.wording.words
    shorter, longer = sorted((len(words), len(others)))
    allowed = min(shorter // _PER_CHANGE, _MOST_CHANGES)
    if shorter < FEWEST or longer - shorter > allowed + _MOST_CHANGES or first.said != second.said:
        return False
    ours, theirs = first.wording.like(second.wording), second.wording.like(first.wording)
    numbers = _numbers(first), _numbers(second)
    changed = 0
    matcher = SequenceMatcher(None, ours.words, theirs.words, autojunk=False)
    for tag, begin, end, start, stop in matcher.get_opcodes():
        if tag == "equal":
            continue
        gone, come = ours.words[begin:end], theirs.words[start:stop]
        plain = _are_plain(first.text, ours, range(begin, end), numbers[0])
        if not (plain and _are_plain(second.text, theirs, range(start, stop), numbers[1]) and _may_differ(gone, come)):
            return False
        counted = _LIGHT | numbers[0] | numbers[1]
        changed += max(sum(word not in counted for word in side) for side in (gone, come))
        if changed > allowed:
            return False
    return True


def _numbers(text: Likeness) -> frozenset[str]:
    """The words of its figures: those agree as a whole, whatever way they are written."""
    return frozenset(word for each in text.figures for word in text.wording.words[each.first : each.last + 1])


def _are_plain(text: str, words: Wording, places: range, numbers: Collection[str]) -> bool:
    """Whether the words at some places name nobody and turn nothing round."""
    return all(
        words.words[at] in _LIGHT or words.words[at] in numbers or _is_plain(text, words.words[at], words.spans[at])
        for at in places
    )


def _is_plain(text: str, word: str, span: Span) -> bool:
    return word.isalpha() and text[span.start].islower() and not is_turning(word) and not is_negation(word)


def _may_differ(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether words may stand in each other's place in one and the same passage."""
    return not any(
        are_opposite(one, other) or are_antonyms(one, other) or are_antonyms(other, one)
        for one in gone
        for other in come
    )

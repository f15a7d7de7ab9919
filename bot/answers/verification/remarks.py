"""What differs between a source and what was pasted, said in words where it changes what is said."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.answers.results import Change
from bot.answers.verification.alignment import Alignment
from bot.answers.verification.differences import Step, steps
from bot.answers.verification.pasted import TextReading
from bot.store.stopwords import STOP_WORDS
from bot.wording.vocabulary import are_opposite, is_negation, is_number
from bot.wording.words import wording

_MOST: Final = 12
_NAME: Final = re.compile(r"[^\W\d_]")


def remarks(pieces: Sequence[Alignment], reading: TextReading) -> tuple[str, ...]:
    """The negations, numbers and names that differ, and negations within what is marked as left out."""
    found: list[str] = []
    for piece in pieces:
        everything = list(steps(piece, reading))
        for before, after in pairwise([Step(Change.EQUAL, 0, 0), *everything, Step(Change.EQUAL, 0, 0)]):
            if before.change is Change.DELETE and after.change is Change.INSERT:
                found += _pair(piece, reading, before, after)
            elif before.change is Change.DELETE:
                found += _left_out(piece, before)
                found += _pair(piece, reading, before, None)
            elif after.change is Change.INSERT and after.mark is None:
                found += _pair(piece, reading, None, after)
    return tuple(dict.fromkeys(found))[:_MOST]


def _left_out(piece: Alignment, deleted: Step) -> Iterator[str]:
    """Whole sentences of the source that stand between those that were pasted, where nothing marks that."""
    stretch = piece.stretch
    if deleted.mark is not None or deleted.first == 0:
        return
    if stretch.ends_sentence(deleted.first - 1) and stretch.ends_sentence(deleted.last - 1):
        count = deleted.last - deleted.first
        words = f"{count:,} words" if count > 1 else "1 word"
        yield f"Between its sentences the source has {words} more, which are left out without a mark."


def _pair(piece: Alignment, reading: TextReading, deleted: Step | None, added: Step | None) -> Iterator[str]:
    """What one difference changes: words of the source, and those that stand in their place."""
    stretch = piece.stretch
    gone = list(range(deleted.first, deleted.last)) if deleted is not None else []
    come = list(range(added.first, added.last)) if added is not None else []
    words = [stretch.words[place] for place in gone], [reading.wording.words[place] for place in come]
    shown = (
        [_shown(stretch.text(place, place)) for place in gone],
        [_shown(reading.literal(place, place)) for place in come],
    )
    marked = deleted is not None and deleted.mark is not None
    yield from _negations(words, shown, marked=marked)
    if marked:
        return
    yield from _differing("number", *(_which(shown[side], words[side], is_number) for side in (0, 1)))
    names = (
        [text for place, text in zip(gone, shown[0], strict=True) if _is_name(text, starts=_starts(piece, place))],
        [
            text
            for place, text in zip(come, shown[1], strict=True)
            if _is_name(text, starts=reading.ends_sentence(place))
        ],
    )
    yield from _differing("name", *names)


def _shown(text: str) -> str:
    return " ".join(text.split())


def _starts(piece: Alignment, place: int) -> bool:
    return place == 0 or piece.stretch.ends_sentence(place - 1)


def _is_name(text: str, *, starts: bool) -> bool:
    """Whether a word is written as a name is: with a capital where no sentence begins."""
    initial = _NAME.search(text)
    if initial is None or not initial[0].isupper() or len(text) == 1:
        return False
    word = text.lower()
    return not starts and not is_number(word) and not is_negation(word) and word not in STOP_WORDS


def _which(shown: Sequence[str], words: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    return [text for text, word in zip(shown, words, strict=True) if fits(word)]


def _negations(
    words: tuple[Sequence[str], Sequence[str]], shown: tuple[Sequence[str], Sequence[str]], *, marked: bool
) -> Iterator[str]:
    gone = Counter(text for text, word in zip(shown[0], words[0], strict=True) if is_negation(word))
    come = Counter(text for text, word in zip(shown[1], words[1], strict=True) if is_negation(word))
    if marked:
        yield from (f"What is marked as left out has a negation: “{text}”." for text in gone)
        return
    yield from (f"A negation of the source is missing: “{text}”." for text in gone - come)
    yield from (f"A negation was added that the source does not have: “{text}”." for text in come - gone)
    for first, one in zip(words[0], shown[0], strict=True):
        for second, other in zip(words[1], shown[1], strict=True):
            if are_opposite(first, second):
                yield f"A word is turned into its opposite: the source has “{one}”, the pasted text “{other}”."


def _differing(what: str, gone: Sequence[str], come: Sequence[str]) -> Iterator[str]:
    """A sentence about words of a kind that differ."""
    before, after = " ".join(gone), " ".join(come)
    if before and after and wording(before).words != wording(after).words:
        yield f"A {what} differs: the source has “{before}”, the pasted text “{after}”."
    elif before and not after:
        yield f"A {what} of the source is missing: “{before}”."
    elif after and not before:
        yield f"A {what} was added that the source does not have: “{after}”."

"""A text that is nothing but pieces of several places, each word for word."""

from collections.abc import Sequence
from typing import Final

from bot.answers.verification.alignment import Alignment, Run, aligned
from bot.answers.verification.pasted import TextReading
from bot.answers.verification.stretches import Stretch

_FEWEST: Final = 3  # words of a piece
_LEAST: Final = 6  # words of one whose seam is not where a sentence ends
_MISSING: Final = 3  # words between two pieces that rather are missing than make a sentence of their own
_MOST: Final = 500  # pieces that are tried, whether they lead on or not


def patchwork(reading: TextReading, stretches: Sequence[Stretch], *, anywhere: bool = False) -> list[Alignment]:
    """The pieces of which a text is put together, in its order; none where a word is left over.

    Args:
        reading: The text.
        stretches: Where its pieces may stand, each a paragraph.
        anywhere: Pieces meet where a sentence of the text ends or an omission is marked; with this also elsewhere, if
            they are longer and of different paragraphs. A sentence whose own words were moved or left out is altered.
    """
    pieces = _Patches(reading, stretches, anywhere=anywhere).since(0, None)
    return pieces if pieces is not None and len(pieces) > 1 else []


def merged(pieces: Sequence[Alignment]) -> list[Alignment]:
    """The pieces with those made one that stand in their order in one paragraph: what lies between is left out."""
    found: list[Alignment] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last is not None and last.stretch is piece.stretch and _follows(last, piece):
            found[-1] = aligned(piece.stretch, [*last.runs, *piece.runs])
        else:
            found.append(piece)
    return found


def _follows(one: Alignment, other: Alignment) -> bool:
    """Whether a piece stands behind another one in its own paragraph."""
    owners = one.stretch.owners
    return one.end <= other.begin and owners[one.end - 1] == owners[other.begin]


def beginning(reading: TextReading, stretches: Sequence[Stretch]) -> Alignment | None:
    """The longest run of words with which a text begins that stands somewhere."""
    return _Patches(reading, stretches, anywhere=True).longest(0, None)


class _Patches:
    """The search for the pieces of one text."""

    def __init__(self, reading: TextReading, stretches: Sequence[Stretch], *, anywhere: bool) -> None:
        self._anywhere = anywhere
        self._reading = reading
        self._stretches = stretches
        self._tries = _MOST

    def since(self, at: int, before: Alignment | None) -> list[Alignment] | None:
        """The pieces from a place on; None where there are none that lead to the end."""
        if at == len(self._reading.wording.words):
            return []
        self._tries -= 1
        longest = self.longest(at, before) if self._tries >= 0 else None
        if longest is None:
            return None
        ends = range(longest.last, at + _FEWEST - 1, -1)
        seams = [end for end in ends if self._reading.ends_sentence(end)][:2]
        if self._anywhere and longest.last not in seams and longest.matched >= _LEAST:
            seams.append(longest.last)
        for seam in seams:
            piece = longest.until(seam)
            rest = self.since(seam, piece)
            if rest is not None:
                return [piece, *rest]
        return None

    def longest(self, at: int, before: Alignment | None) -> Alignment | None:
        """The longest run of words from a place on that stands somewhere."""
        reading = self._reading
        words = reading.wording.words
        last = min((place for place in reading.gaps if place > at), default=len(words))
        best: Alignment | None = None
        for stretch in self._stretches:
            for place in stretch.places.get(words[at], ()):
                length = stretch.agreement(words, at, last, place)
                if (best is None or length > best.matched) and self._may_begin(before, at, stretch, place, length):
                    best = aligned(stretch, [Run(at, place, length)])
        return best

    def _may_begin(self, before: Alignment | None, at: int, stretch: Stretch, place: int, length: int) -> bool:
        """Whether a piece may follow another: where a sentence begins, or long enough elsewhere, if that is asked for.

        Within one paragraph, a sentence must have ended before it as well.
        """
        if before is None:
            return True
        begins = stretch.begins_sentence(place)
        if before.paragraph == stretch.paragraphs[stretch.owners[place]].id:
            first, last = before.stretch.spans[before.end - 1].end, stretch.spans[place].start
            missing = sum(first <= span.start < last for span in stretch.spans)
            apart = begins and before.stretch.ends_sentence(before.end - 1) and self._reading.ends_sentence(at)
            return apart and not 0 < missing <= _MISSING
        return begins or (self._anywhere and length >= _LEAST)

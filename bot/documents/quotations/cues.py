"""Cues: the verbs of a stretch that report speech or tell what somebody holds of something."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from bot.documents.quotations.lexicon import (
    ATTITUDE_FINITE,
    ATTITUDE_GERUND,
    SPEECH_FINITE,
    SPEECH_GERUND,
    SPEECH_PHRASES,
)
from bot.models import Span


class Sort(Enum):
    """What a cue is: a verb of speech or of attitude, finite or as a gerund."""

    SPEECH = auto()
    GERUND = auto()
    ATTITUDE = auto()
    HOLDING = auto()


class Word(NamedTuple):
    """A word that is a cue, or with which one may begin; in the order in which such words stand."""

    start: int
    end: int
    word: str


class Cue(NamedTuple):
    """A cue where it stands."""

    sort: Sort
    span: Span
    word: str

    @property
    def is_speech(self) -> bool:
        """Whether it reports speech."""
        return self.sort in (Sort.SPEECH, Sort.GERUND)

    @property
    def is_gerund(self) -> bool:
        """Whether its subject is that of the sentence ("…, adding …")."""
        return self.sort in (Sort.GERUND, Sort.HOLDING)


_SORTS: Final = {
    **dict.fromkeys(ATTITUDE_GERUND, Sort.HOLDING),
    **dict.fromkeys(ATTITUDE_FINITE, Sort.ATTITUDE),
    **dict.fromkeys(SPEECH_GERUND, Sort.GERUND),
    **dict.fromkeys(SPEECH_FINITE, Sort.SPEECH),
}
_WORD: Final = re.compile(r"\b[a-z]+\b(?!['’]s\b)")


def _phrases() -> dict[str, re.Pattern[str]]:
    """The phrases by their first word, the longest first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(SPEECH_PHRASES, key=len, reverse=True):
        by_first[phrase.split()[0]].append(r"\s+".join(map(re.escape, phrase.split())))
    return {first: re.compile(rf"(?:{'|'.join(several)})\b") for first, several in by_first.items()}


_PHRASES: Final = _phrases()
_ALL: Final = _SORTS.keys() | _PHRASES.keys()


def words(text: str) -> list[Word]:
    """The words of a text that are cues, or with which a phrase that is one begins, in order."""
    return [Word(*found.span(), found[0]) for found in _WORD.finditer(text) if found[0] in _ALL]


def find(text: str, known: Sequence[Word], start: int, end: int) -> Iterator[Cue]:
    """The cues between two offsets, in order; a phrase goes before the verb that it begins with.

    Args:
        text: A text.
        known: Its `words`.
        start: Where to begin.
        end: Where to end.
    """
    at = start
    for place in range(bisect_left(known, (start,)), len(known)):
        word = known[place]
        if word.end > end:
            return
        if word.start < at:
            continue
        phrases = _PHRASES.get(word.word)
        if phrases is not None and (phrase := phrases.match(text, word.start, end)) is not None:
            at = phrase.end()
            yield Cue(Sort.SPEECH, Span(*phrase.span()), phrase[0])
        elif (sort := _SORTS.get(word.word)) is not None:
            yield Cue(sort, Span(word.start, word.end), word.word)

"""Cues: the verbs of a stretch that report speech or tell what somebody holds of something."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
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
    """A cue where it stands; in the order in which cues stand."""

    start: int
    end: int
    sort: Sort
    word: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

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
_SMALL: Final = re.compile(r"\b[a-z]{3,}\b")
_LETTERS: Final = 3
# What makes a word a form of its own ("the report's"), so that it is no cue.
_OWNING: Final = re.compile(r"['’]s\b")


def _phrases() -> dict[str, re.Pattern[str]]:
    """The phrases by their first word, the longest first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(SPEECH_PHRASES, key=len, reverse=True):
        by_first[phrase.split()[0]].append(r"\s+".join(map(re.escape, phrase.split())))
    return {first: re.compile(rf"(?:{'|'.join(several)})\b") for first, several in by_first.items()}


_PHRASES: Final = _phrases()
# The phrases by a word of each, with all words that are long enough to be gathered from a document.
_BY_WORD: Final = [
    (max(words, key=len), words[0], frozenset(word for word in words if len(word) >= _LETTERS))
    for words in map(str.split, SPEECH_PHRASES)
]
_CUES: Final = frozenset(_SORTS)
_IN_PHRASES: Final = frozenset(word for word, _, _ in _BY_WORD)


def small_words(texts: Iterable[str]) -> set[str]:
    """The words of a document as they are written; among them all of three letters and more in small letters."""
    written = set(" ".join(texts).split())
    # most words stand between spaces: only the others are parted from marks, and each but once
    written.update(_SMALL.findall(" ".join([each for each in written if not each.isalpha()])))
    return written


def among(small: AbstractSet[str]) -> set[str]:
    """The words of a document that are cues, or with which a phrase that is one may begin.

    Args:
        small: Its `small_words`.
    """
    found = set(_CUES & small)
    if not _IN_PHRASES.isdisjoint(small):
        found.update(first for word, first, every in _BY_WORD if word in small and every <= small)
    return found


def words(texts: Sequence[str], known: Iterable[str]) -> list[list[Word]]:
    """Where words stand in each of several texts, in order.

    Args:
        texts: The texts of a document.
        known: The words, as `among` gives them for the document.
    """
    # all texts at once, since they are short and the words are many
    joined = "\n".join(("", *texts, ""))
    found: list[tuple[int, str]] = []
    for word in known:
        size = len(word)
        at = joined.find(word)
        while at >= 0:
            before, behind = joined[at - 1], joined[at + size]
            if not (before.isalnum() or behind.isalnum() or before == "_" or behind == "_"):
                found.append((at, word))
            at = joined.find(word, at + size)
    found.sort()
    return list(_parted(texts, found))


def _parted(texts: Sequence[str], found: Sequence[tuple[int, str]]) -> Iterator[list[Word]]:
    """What was found in texts that were joined, for each text; each had one character before it."""
    place, start = 0, 1
    for text in texts:
        end = start + len(text)
        here: list[Word] = []
        while place < len(found) and found[place][0] < end:
            at, word = found[place][0] - start, found[place][1]
            if _OWNING.match(text, at + len(word)) is None:
                here.append(Word(at, at + len(word), word))
            place += 1
        yield here
        start = end + 1


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
            yield Cue(word.start, at, Sort.SPEECH, phrase[0])
        elif (sort := _SORTS.get(word.word)) is not None:
            yield Cue(word.start, word.end, sort, word.word)

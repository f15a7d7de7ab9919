"""Cues: the verbs of a stretch that report speech or tell what somebody holds of something."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache
from typing import Any, Final, NamedTuple

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


def _phrases() -> dict[str, re.Pattern[str]]:
    """The phrases by their first word, the longest first."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(SPEECH_PHRASES, key=len, reverse=True):
        by_first[phrase.split()[0]].append(r"\s+".join(map(re.escape, phrase.split())))
    return {first: re.compile(rf"(?:{'|'.join(several)})\b") for first, several in by_first.items()}


_PHRASES: Final = _phrases()


@cache
def _cue() -> re.Pattern[str]:
    """What finds a cue, or a word with which a phrase that is one may begin; made when it is needed, in some 10 ms."""
    tree: dict[str, Any] = {}
    seconds: dict[str, set[str]] = defaultdict(set)
    for first, second, *_ in map(str.split, SPEECH_PHRASES):
        seconds[first].add(second)
    for word in _SORTS.keys() | seconds.keys():
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = "" if word in _SORTS else rf"(?=\s+(?:{'|'.join(sorted(seconds[word]))})\b)"
    return re.compile(rf"\b{_branches(tree)}\b(?!['’]s\b)")


def _branches(node: Mapping[str, Any]) -> str:
    """The pattern of words by their letters; the entry of no letter is the pattern of what follows a whole word."""
    ways = [letter + _branches(node[letter]) for letter in sorted(node) if letter]
    ways += [node[""]] if "" in node else []
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def words(text: str) -> list[Word]:
    """The words of a text that are cues, or with which a phrase that is one may begin, in order."""
    return [Word(*found.span(), found[0]) for found in _cue().finditer(text)]


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

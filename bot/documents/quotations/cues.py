"""Cues: the verbs of a stretch that report speech or tell what somebody holds of something."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

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


@dataclass(frozen=True, slots=True)
class Cue:
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


def find(text: str, start: int, end: int) -> Iterator[Cue]:
    """The cues between two offsets, in order; a phrase goes before the verb that it begins with."""
    at = start
    for found in _WORD.finditer(text, start, end):
        if found.start() < at:
            continue
        phrases = _PHRASES.get(found[0])
        if phrases is not None and (phrase := phrases.match(text, found.start(), end)) is not None:
            at = phrase.end()
            yield Cue(Sort.SPEECH, Span(*phrase.span()), phrase[0])
        elif (sort := _SORTS.get(found[0])) is not None:
            yield Cue(sort, Span(*found.span()), found[0])


def says(text: str, start: int, end: int) -> Iterator[Cue]:
    """The finite verbs of speech between two offsets."""
    return (cue for cue in find(text, start, end) if cue.sort is Sort.SPEECH)

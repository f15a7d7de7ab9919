"""Where to look: the paragraphs that hold phrases or rare words of a pasted text."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from bot.answers.verification.pasted import TextReading
from bot.store.indexing import index_text, read
from bot.store.phrases import any_two, beginnings, near, phrases
from bot.store.search import Scope
from bot.store.stopwords import STOP_WORDS
from bot.store.store import Reading
from bot.wording.words import UNSPACED

MOST_PLACES: Final = 200
"""Places that are looked at where the same words stand very often."""

_PHRASE: Final = 5  # words of a fragment that are looked up; the others are compared in what was found
_LONGEST_PHRASE: Final = 12  # where so few words stand in too many places
_FRAGMENTS: Final = 8
_BLOCK: Final = 8  # words of which the rarest phrases are looked up
_BLOCKS: Final = 150  # of these in a long text
_FEW: Final = 8  # words of a text of which all but one are looked up
_MIDDLING: Final = 60  # words of a text of which every phrase is looked up
_EACH: Final = 10  # paragraphs for one phrase
_COUNTED: Final = 3_000  # different words whose frequency is looked up
_RAREST: Final = 5
_COMMON: Final = 10_000_000.0  # the frequency of a word that stands everywhere
_RUN: Final = re.compile(f"[{UNSPACED}]+")
_PIECE: Final = 4  # characters of a script without spaces
_PIECES: Final = 24


class Clues:
    """What one pasted text gives to go by, in one scope."""

    def __init__(self, store: Reading, scope: Scope, reading: TextReading) -> None:
        self._store = store
        self._scope = scope
        self._reading = reading
        self._fragments = [
            words for first, last in reading.fragments if (words := read(reading.literal(first, last - 1)).words)
        ]
        cuts = [place for place in range(len(reading.wording.words) + 1) if reading.ends_sentence(place)]
        self._sentences = [read(reading.literal(first, last - 1)).words for first, last in pairwise(cuts)]
        self._size = sum(map(len, self._fragments))
        self._frequencies: Mapping[str, int] = {}

    async def whole(self) -> list[int]:
        """The paragraphs that may hold all of the text."""
        found = await self._unspaced()
        if found or not self._fragments:
            return found
        await self._count()
        for longest in (_PHRASE, _LONGEST_PHRASE):
            runs = [self._rarest(words, longest) for words in self._fragments[:_FRAGMENTS]]
            if any(self._rarity(run) is None for run in runs):
                return []
            found = (await self._store.phrases.holding([phrases(runs)], self._scope, MOST_PLACES))[0]
            if len(found) < MOST_PLACES:
                break
        return found

    async def parts(self, limit: int) -> list[int]:
        """The paragraphs that hold most of the rarest phrases of the text, the most promising first."""
        await self._count()
        asked = {phrases([run]): len(run) for words in self._sentences for run in self._anchors(words)}
        return await self._most_voted(asked, await self._unspaced(), limit)

    async def details(self, limit: int) -> list[int]:
        """The same by every two and three words in a row, of texts that are not too long."""
        asked: dict[str, int] = {}
        for words in self._fragments if self._size <= _MIDDLING else []:
            runs = [tuple(words[at : at + size]) for size in (3, 2) for at in range(len(words) - size + 1)]
            runs = [run for run in runs if self._rarity(run) is not None and not STOP_WORDS.issuperset(run)]
            asked |= {phrases([run]): len(run) for run in runs}
            if self._size <= _FEW:
                asked |= {near(run, len(run)): len(run) for run in self._but_one(words)}
        return await self._most_voted(asked, [], limit)

    async def _most_voted(self, asked: Mapping[str, int], others: Sequence[int], limit: int) -> list[int]:
        votes: Counter[int] = Counter(others)
        held = await self._store.phrases.holding(list(asked), self._scope, _EACH)
        for value, ids in zip(asked.values(), held, strict=True):
            for id_ in ids:
                votes[id_] += value
        ranked = sorted(votes, key=lambda id_: (-votes[id_], id_))
        # of each phrase the best first: a short sentence must not be outvoted by a long one
        places = {id_: place for place, id_ in enumerate(ranked)}
        first = sorted({min(ids, key=places.__getitem__) for ids in held if ids}, key=places.__getitem__)
        return list(dict.fromkeys([*first, *ranked]))[:limit]

    async def ending(self, last: int) -> list[int]:
        """The paragraphs that hold the words before a place in the text."""
        words = read(self._reading.literal(0, last - 1)).words[-_LONGEST_PHRASE:]
        if not words:
            return []
        run = self._rarest(words, _PHRASE)
        return (await self._store.phrases.holding([phrases([run])], self._scope, MOST_PLACES))[0]

    async def alike(self, limit: int) -> list[int]:
        """The paragraphs that hold two of the rarest words of the text."""
        await self._count()
        words = {word for fragment in self._fragments for word in fragment if word not in STOP_WORDS}
        known = [word for word in words if self._frequency(word)]
        rarest = sorted(known, key=lambda word: (self._frequency(word), word))[:_RAREST]
        if not rarest:
            return []
        return (await self._store.phrases.holding([any_two(rarest)], self._scope, limit))[0]

    async def _unspaced(self) -> list[int]:
        """The paragraphs that hold pieces of the text in a script that has no spaces between words.

        The index knows clauses of such a script and how each begins. Where no clause is or begins like the longest one
        of the text, all are looked into.
        """
        runs = sorted(_RUN.findall(index_text(self._reading.text)[0]), key=len, reverse=True)
        if not runs:
            return []
        if len(runs[0]) >= _PIECE:
            found = (await self._store.phrases.holding([beginnings(runs[:1])], self._scope, MOST_PLACES))[0]
            if found:
                return found
        pieces = [run[at : at + _PIECE] for run in runs for at in range(0, max(len(run) - _PIECE, 0) + 1, _PIECE // 2)]
        return await self._store.phrases.containing(pieces[:_PIECES], self._scope, MOST_PLACES)

    async def _count(self) -> None:
        """Look up how often the words stand; of very many words it is guessed."""
        words = {word for fragment in self._fragments for word in fragment if word not in STOP_WORDS}
        if not self._frequencies and len(words) <= _COUNTED:
            self._frequencies = await self._store.search.frequencies(words)

    def _frequency(self, word: str) -> float:
        """In how many paragraphs a word stands, or a guess by its length."""
        if word in STOP_WORDS:
            return _COMMON
        return self._frequencies.get(word, 0) if self._frequencies else 10.0 ** (6 - min(len(word), 5))

    def _anchors(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """The phrases of a fragment to look up; none has a word that stands nowhere."""
        if len(words) <= 2:  # noqa: PLR2004 - too little to take a part of
            return [tuple(words)] if self._rarity(words) is not None else []
        anchors: list[tuple[str, ...]] = []
        step = max(_BLOCK, self._size // _BLOCKS)
        for start in range(0, len(words), step):
            runs = [tuple(words[at : at + 3]) for at in range(start, min(start + step, len(words) - 2))]
            known = [(rarity, run) for run in runs if (rarity := self._rarity(run)) is not None]
            if known:
                anchors.append(min(known)[1])
        return anchors

    def _rarest(self, words: Sequence[str], longest: int) -> tuple[str, ...]:
        """The rarest of the phrases of a fragment that have so many words; one with an unknown word is the rarest."""
        size = min(len(words), longest)
        logarithms = [math.log(frequency) if (frequency := self._frequency(word)) else -math.inf for word in words]
        best = min(range(len(words) - size + 1), key=lambda at: sum(logarithms[at : at + size]))
        return tuple(words[best : best + size])

    def _but_one(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """All words but one that stands between others: what is left of a short text when a word of it was changed."""
        runs = [tuple(words[:at]) + tuple(words[at + 1 :]) for at in range(1, len(words) - 1)]
        return [run for run in runs if self._rarity(run) is not None]

    def _rarity(self, run: Sequence[str]) -> float | None:
        """The less, the rarer; None where the phrase cannot stand anywhere."""
        frequencies = [self._frequency(word) for word in run]
        return sum(map(math.log, frequencies)) if all(frequencies) else None

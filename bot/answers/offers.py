"""What may be meant by what has been typed so far: documents by title, names and words, the most useful first.

Every keystroke asks, so that nothing here may take longer than a keystroke. Titles go before names and words, what
begins with the typed text before what has it further in, and words that are used often before others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.folding import bare_words, fold
from bot.store.library import Titled
from bot.store.store import Store

MOST: Final = 25
_NEAR: Final = 70.0  # of 100: titles that are less alike are not what was meant
_COMPARED: Final = 2_000  # titles of which the likeness is worked out in the time of a keystroke
_LAST_WORD: Final = re.compile(r"\w[\w'’-]*\Z")
_NAME_AHEAD: Final = re.compile(r"(\w[\w'’-]*)\s+\Z")
_PHRASE_MARK: Final = re.compile('["“”„«»]')
_NUMBER: Final = re.compile(r"[ds]?\d+")
_SHORTEST: Final = 2  # letters: one begins too much to be of use
_WHOLE: Final = 3  # letters from which on titles are offered as something to search for
_TITLES: Final = 3
_NAMED: Final = 10  # words that may turn out to be names


@dataclass(frozen=True, slots=True)
class _Entry:
    """A document with what it is found by: its folded title, publisher and author, and their words."""

    titled: Titled
    key: str
    words: str


class Offers:
    """Completions from what a store holds now. Every method raises BusyError at the time limit."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: int | None = None
        self._entries: list[_Entry] = []
        self._sought: list[str] = []

    async def documents(self, typed: str, limit: int = MOST) -> list[Titled]:
        """The documents that what was typed may mean, best first; all of them when nothing was."""
        entries = await self._current()
        wanted = fold(typed)
        if not wanted:
            return [entry.titled for entry in entries[:limit]]
        if len(wanted) < _SHORTEST and len(entries) > limit and not wanted.isdigit():
            return []
        # most titles are passed over in a fraction of the time that it takes to weigh one
        first = wanted if _NUMBER.fullmatch(wanted) is not None else (bare_words(wanted) or [wanted])[0]
        near = [place for place, sought in enumerate(self._sought) if first in sought]
        scored = sorted(
            ((score, place) for place in near if (score := _score(wanted, entries[place]))),
            key=lambda each: (-each[0], each[1]),
        )
        found = [entries[place].titled for _, place in scored[:limit]]
        return found or [entries[place].titled for place in _alike(wanted, entries)][:limit]

    async def texts(self, typed: str, limit: int = MOST) -> list[str]:
        """The whole text so far: titles that begin so, then the text with its last word completed.

        Speakers, once they are known, belong between the two.
        """
        last = _LAST_WORD.search(typed)
        if last is None or len(last[0]) < _SHORTEST:
            return []
        before = typed[: last.start()]
        words = [before + _fitting(before, last[0], word) for word in await self.words(last[0], limit)]
        offered = [*await self._titles(typed), *await self._whole_name(before, last[0]), *words]
        unlike: dict[str, str] = {}
        for each in offered:
            # "jonas Weir" is no second choice beside "Jonas Weir"
            unlike.setdefault(fold(each), each)
        return list(unlike.values())[:limit]

    async def _whole_name(self, before: str, typed: str) -> list[str]:
        """The text with a name in its spelling, where its last two words begin one; behind a mark it stays as typed."""
        ahead = _NAME_AHEAD.search(before)
        if ahead is None or before[: ahead.start()].endswith("-") or len(_PHRASE_MARK.findall(before)) % 2:
            return []
        first = fold(ahead[1])
        parts = (await self._store.names.of([first])).get(first, "").split()
        for place, (one, other) in enumerate(pairwise(parts)):
            if fold(one) == first and fold(other).startswith(fold(typed)):
                return [before[: ahead.start()] + " ".join(parts[place : place + 2])]
        return []

    async def words(self, typed: str, limit: int = MOST) -> list[str]:
        """The words that begin so, the most used first, names as they are written; none for a single letter."""
        if len(typed) < _SHORTEST:
            return []
        known = await self._store.vocabulary.complete(fold(typed), limit)
        names = await self._store.names.of(known[:_NAMED])
        return list(dict.fromkeys(names.get(word, word) for word in known))

    async def _titles(self, typed: str) -> list[str]:
        wanted = fold(typed)
        if len(wanted) < _WHOLE:
            return []
        names = (" ".join(entry.titled.name.split()) for entry in await self._current() if entry.key.startswith(wanted))
        return [name for name, _ in zip(names, range(_TITLES), strict=False)]

    async def _current(self) -> Sequence[_Entry]:
        """The documents, read again only when the store has changed."""
        version = await self._store.version()
        if version != self._version:
            self._entries = [_entry(each) for each in await self._store.library.titles()]
            self._sought = [f"{entry.titled.reference.lower()} {entry.key}" for entry in self._entries]
            self._version = version
        return self._entries


def _fitting(before: str, typed: str, name: str) -> str:
    """As much of a name as goes on behind what stands before the word that was typed.

    What is offered continues what was typed: a title or first name that stands before the word that was typed is put in
    only where nothing was typed before. Nor is what follows a word put in behind a minus sign and inside a phrase.
    """
    parts = name.split()
    own = next((place for place, part in enumerate(parts) if fold(part).startswith(fold(typed))), None)
    if own is None:
        return name
    if before.endswith("-") or len(_PHRASE_MARK.findall(before)) % 2:
        return parts[own]
    return " ".join(parts[own:]) if before.strip() else name


def _entry(titled: Titled) -> _Entry:
    key = fold(" ".join(part for part in (titled.name, titled.publisher, titled.author) if part))
    return _Entry(titled, key, " " + " ".join(bare_words(key)))


def _score(wanted: str, entry: _Entry) -> int:
    """How well a document fits: its number, the beginning of its title, of its words, anything in them; 0 if not."""
    reference = entry.titled.reference.lower()
    if wanted in (reference, reference[1:]):
        return 5
    if entry.key.startswith(wanted) or reference.startswith(wanted):
        return 4
    if wanted in entry.key or " " in wanted:
        parts = bare_words(wanted)
        if parts and all(f" {part}" in entry.words for part in parts):
            return 3
        if wanted in entry.key:
            return 2
    return 1 if reference[1:].startswith(wanted) else 0


def _alike(wanted: str, entries: Sequence[_Entry]) -> Iterator[int]:
    """The places of documents whose title is like what was typed, where they are few enough to compare them all."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - not needed where the typed text fits

    if len(wanted) <= _SHORTEST:
        return
    # of very many titles, those that have the typed text's first letters somewhere, or at least its last ones
    keys = {place: entry.key for place, entry in enumerate(entries)}
    for part in (wanted[:_WHOLE], wanted[-_WHOLE:]):
        if len(keys) > _COMPARED:
            keys = {place: key for place, entry in enumerate(entries) if part in (key := entry.key)}
    if len(keys) <= _COMPARED:
        found = process.extract(wanted, keys, scorer=fuzz.partial_ratio, score_cutoff=_NEAR, limit=MOST)
        yield from (place for _, _, place in found)

"""Putting a pasted text together from passages: the whole of it in one place, or pieces of several."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.answers.verification.alignment import Alignment, Run, clean, nearest, runs_between, weight
from bot.answers.verification.clues import MOST_PLACES, Clues
from bot.answers.verification.pasted import Pasted, TextReading
from bot.answers.verification.patchwork import beginning, merged, patchwork
from bot.answers.verification.stretches import SEED, Stretch
from bot.answers.verification.surroundings import Surroundings
from bot.store.phrases import Standing
from bot.store.scope import Scope
from bot.store.store import Reading

_CANDIDATES: Final = 16  # paragraphs that are compared with a short text
_WORDS_EACH: Final = 12  # with a long one, a paragraph more for so many words
_MOST_CANDIDATES: Final = 400
_MOST_PIECES: Final = 60
_WORTH: Final = 3.5  # the weight from which a piece of a text says anything
_WORDS: Final = 5  # and the words
_FEWEST: Final = 3  # words of a piece that is a whole sentence
_LOSS: Final = 0.2  # what a word that differs takes from the weight of a piece
_TELLING: Final = 0.4  # the share of a text by weight that must stand somewhere for it to be an alteration of that
_ENOUGH: Final = 0.6  # the share of a text from which nothing else is looked for
_MOST_WIDENED: Final = 50  # paragraphs that are looked at together with those around them
_LONG: Final = 300  # words from which only runs of words count


_Place = tuple[TextReading, Alignment]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found of a text: all places of the whole of it, else the pieces that account for most of it.

    Of several `places` each is the whole text. `pieces` are in the order of the pasted text; `copies` are other places
    where the only piece stands with the same words. `joined` says that the pieces are of several passages and leave
    nothing of the pasted text out, with seams where sentences or paragraphs end. `near` are the paragraphs that were
    looked at.
    """

    reading: TextReading
    places: Sequence[Alignment] = ()
    pieces: Sequence[Alignment] = ()
    copies: Sequence[Alignment] = ()
    joined: bool = False
    near: Sequence[Standing] = ()

    @property
    def is_most(self) -> bool:
        """Whether most of the text stands in the pieces: more than half of its words, and not only the common ones."""
        matched = sum(piece.matched for piece in self.pieces)
        return 2 * matched > len(self.reading.wording.words) and self.share > _TELLING

    @property
    def share(self) -> float:
        """The share of the text, by the weight of its words, that stands in the pieces."""
        words = self.reading.wording.words
        return sum(_matched(self.reading, piece) for piece in self.pieces) / max(weight(words), 1)


async def find(store: Reading, scope: Scope, pasted: Pasted) -> Findings:
    """Find a pasted text in the scope.

    Raises:
        BusyError: It took longer than a query may.
        DamagedStoreError: A passage is not what was stored.
    """
    for reading in (pasted.plain, pasted.marked):
        if reading is not None and (places := await _whole(store, scope, reading)):
            return Findings(reading, places=places)
    cover = _Cover(store, scope, pasted)
    return await cover.found()


async def _whole(store: Reading, scope: Scope, reading: TextReading) -> list[Alignment]:
    """The places of the whole text within one paragraph."""
    ids = await Clues(store, scope, reading).whole()
    paragraphs = await store.phrases.paragraphs(ids)
    return [place for each in paragraphs for place in clean(reading, Stretch.of([each], reading.wording))]


def _matched(reading: TextReading, piece: Alignment) -> float:
    return sum(weight(reading.wording.words[run.pasted : run.pasted_end]) for run in piece.runs)


class _Cover:
    """The search for the pieces of one text."""

    def __init__(self, store: Reading, scope: Scope, pasted: Pasted) -> None:
        self._store = store
        self._pasted = pasted
        self._reading = pasted.best
        self._words = self._reading.wording.words
        self._clues = Clues(store, scope, self._reading)
        self._stretches: list[Stretch] = []
        self._known: set[int] = set()
        self._surroundings = Surroundings(store, self._reading)
        self._crossed = 0
        self._tried: dict[tuple[Stretch, int, int], Alignment | None] = {}

    async def found(self) -> Findings:
        """The pieces, from the most telling phrases first, and from rare words where these do not lead far enough."""
        limit = min(max(_CANDIDATES, len(self._words) // _WORDS_EACH * 2), _MOST_CANDIDATES)
        await self._consider(await self._clues.parts(limit))
        findings = await self._attempt()
        for further in (self._clues.details, self._clues.alike):
            if findings.places or findings.joined or findings.share >= _ENOUGH:
                break
            if await self._consider(await further(limit)):
                findings = await self._attempt()
        return findings

    async def _consider(self, ids: Sequence[int]) -> bool:
        """Take paragraphs along; whether any is new."""
        new = await self._store.phrases.paragraphs([id_ for id_ in ids if id_ not in self._known])
        self._known |= {each.id for each in new}
        self._stretches += [Stretch.of([each], self._reading.wording) for each in new]
        return bool(new)

    async def _attempt(self) -> Findings:
        near = [stretch.paragraphs[0] for stretch in self._stretches]
        if places := await self._across():
            return Findings(places[0][0], places=[place for _, place in places], near=near)
        if places := await self._from_the_beginning():
            return Findings(places[0][0], places=[place for _, place in places], near=near)
        if quilt := merged(patchwork(self._reading, self._stretches)):
            return self._together(quilt, near)
        pieces, copies = await self._pieces()
        most = max((_matched(self._reading, piece) for piece in pieces), default=0)
        if most < _ENOUGH * weight(self._words):
            quilt = merged(patchwork(self._reading, self._stretches, anywhere=True))
            if quilt:
                return self._together(quilt, near)
        return Findings(self._reading, pieces=self._completed(pieces), copies=self._completed(copies), near=near)

    def _together(self, quilt: Sequence[Alignment], near: Sequence[Standing]) -> Findings:
        """Pieces of several places; sentences of one passage with others between them left out are no such pieces."""
        if len(quilt) > 1:
            return Findings(self._reading, pieces=quilt, joined=True, near=near)
        others = [each for each in self._stretches if each is not quilt[0].stretch]
        quilts = [merged(patchwork(self._reading, [each])) for each in others]
        copies = [each[0] for each in quilts if len(each) == 1][:MOST_PLACES]
        return Findings(self._reading, pieces=quilt, copies=copies, near=near)

    async def _across(self) -> list[_Place]:
        """The places of the whole text that go over the end of a paragraph, or whose words the index has otherwise."""
        new, self._crossed = self._stretches[self._crossed :], len(self._stretches)
        wider: dict[Stretch, None] = {}
        seen: set[int] = set()
        for stretch in new:
            # a long text is not compared with every paragraph that lies among those compared already
            if len(self._words) > _LONG and stretch.paragraphs[0].id in seen:
                continue
            if part := self._part(stretch, 0, len(self._words)):
                wider[await self._surroundings.widened(part)] = None
                seen |= {paragraph.id for each in wider for paragraph in each.paragraphs}
        return self._clean(wider)

    async def _from_the_beginning(self) -> list[_Place]:
        """The same where the words at the beginning stand at the end of very many paragraphs."""
        first = beginning(self._reading, self._stretches)
        if first is None or not _FEWEST <= first.last < len(self._words):
            return []
        ids = await self._clues.ending(first.last)
        paragraphs = await self._store.phrases.paragraphs([id_ for id_ in ids if id_ not in self._known])
        stretches = [Stretch.of([each], self._reading.wording) for each in paragraphs]
        parts = [part for stretch in stretches if (part := self._part(stretch, 0, first.last))]
        parts = [part for part in parts if part.end == len(part.stretch.words)][:_MOST_WIDENED]
        return self._clean([await self._surroundings.widened(part) for part in parts])

    def _clean(self, stretches: Collection[Stretch]) -> list[_Place]:
        """The places of the whole text in these stretches, each once."""
        places: dict[tuple[int, int], _Place] = {}
        running = [stretch.running(self._reading.wording) for stretch in stretches]
        for stretch in (*stretches, *filter(None, running)):
            for reading in filter(None, (self._pasted.plain, self._pasted.marked)):
                for place in clean(reading, stretch):
                    places.setdefault((stretch.document, stretch.spans[place.begin].start), (reading, place))
        return list(places.values())

    def _part(self, stretch: Stretch, first: int, last: int) -> Alignment | None:
        """The best that a stretch has of the words from `first` to `last`."""
        key = (stretch, first, last)
        if key not in self._tried:
            self._tried[key] = nearest(self._reading, stretch, first, last)
        return self._tried[key]

    async def _pieces(self) -> tuple[list[Alignment], list[Alignment]]:
        """The weightiest piece, then the weightiest of what it leaves, and so on; and the copies of a single one."""
        pieces: list[Alignment] = []
        copies: list[Alignment] = []
        left = [(0, len(self._words))]
        while left and len(pieces) < _MOST_PIECES:
            first, last = left.pop()
            parts = self._best(first, last, pieces)
            if not parts:
                continue
            values = [self._value(part, pieces) for part in parts]
            best = parts[values.index(max(values))]
            wider = await self._surroundings.widened(best)
            if wider is not best.stretch:
                self._stretches.append(wider)
                again = self._part(wider, first, last)
                best = again if again is not None and self._value(again, pieces) >= max(values) else best
            elif not pieces:
                same = max(values)
                copies = [part for part, value in zip(parts, values, strict=True) if value == same and part is not best]
            pieces.append(best)
            left += [(start, end) for start, end in ((first, best.first), (best.last, last)) if start < end]
        pieces.sort(key=lambda piece: piece.first)
        return pieces, copies[:MOST_PLACES] if len(pieces) == 1 else []

    def _best(self, first: int, last: int, pieces: Sequence[Alignment]) -> list[Alignment]:
        """The parts that count of the words from `first` to `last`; none of those that cannot be worth as much."""
        bounds = [(self._bound(stretch, first, last), place) for place, stretch in enumerate(self._stretches)]
        parts: list[Alignment] = []
        best = 0.0
        for bound, place in sorted(bounds, key=lambda each: (-each[0], each[1])):
            if bound + _LOSS < best or bound <= 0:
                break
            part = self._part(self._stretches[place], first, last)
            if part is not None and self._counts(part, first, last):
                parts.append(part)
                best = max(best, self._value(part, pieces))
        return parts

    def _bound(self, stretch: Stretch, first: int, last: int) -> float:
        """What a part of a stretch can be worth at the most."""
        if len(self._words) <= _LONG:
            return weight([word for word in self._words[first:last] if word in stretch.places])
        seeds = [tuple(self._words[at : at + SEED]) for at in range(first, last - SEED + 1)]
        return float(SEED * sum(seed in stretch.seeds for seed in seeds))

    def _value(self, part: Alignment, pieces: Sequence[Alignment]) -> float:
        """What a part is worth: its words less those that differ, a little more beside another piece."""
        differing = sum(
            last - first + (0 if first in self._reading.gaps else end - begin)
            for first, last, begin, end in part.gaps()
        )
        beside = any(piece.stretch.document == part.stretch.document for piece in pieces)
        return _matched(self._reading, part) - _LOSS * differing + (_LOSS if beside else 0)

    def _counts(self, part: Alignment, first: int, last: int) -> bool:
        """Whether a part is more than words that happen to meet."""
        matched = _matched(self._reading, part)
        if matched > _TELLING * weight(self._words) and 2 * part.matched > len(self._words):
            return True
        fills = (part.first, part.last) == (first, last) and part.is_clean(self._reading)
        return part.matched >= (_FEWEST if fills else _WORDS) and (fills or matched >= _WORTH)

    def _completed(self, pieces: Sequence[Alignment]) -> list[Alignment]:
        """The pieces, each taken up to the words that the next one accounts for."""
        completed: list[Alignment] = []
        for place, piece in enumerate(pieces):
            first = 0 if place == 0 else piece.first
            last = len(self._words) if place == len(pieces) - 1 else pieces[place + 1].first
            completed.append(self._reaching(piece, first, last))
        return completed

    def _reaching(self, piece: Alignment, first: int, last: int) -> Alignment:
        """A piece with what stands before and behind it in the same sentence, in place of the words that differ."""
        stretch, begin, end = piece.stretch, piece.begin, piece.end
        while piece.begin - begin < piece.first - first and begin > 0 and not stretch.ends_sentence(begin - 1):
            begin -= 1
        while end - piece.end < last - piece.last and end < len(stretch.words) and not stretch.ends_sentence(end - 1):
            end += 1
        runs: list[Run] = [
            *runs_between(self._words, stretch, (first, piece.first, begin, piece.begin)),
            *piece.runs,
            *runs_between(self._words, stretch, (piece.last, last, piece.end, end)),
        ]
        return replace(piece, runs=tuple(runs), first=first, last=last, begin=begin, end=end)

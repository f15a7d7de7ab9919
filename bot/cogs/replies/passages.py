"""Passages: one at a time, with its citation, its place in the list, and ways on."""

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from discord import ui

from bot.answers.results import Passage, QuoteAnswer
from bot.cogs import packing
from bot.cogs.escaping import literal, parts, shortened
from bot.cogs.replies.citations import citing
from bot.cogs.replies.context import opening
from bot.cogs.replies.sheet import TOO_LONG, Key, cited, sheet, small
from bot.cogs.replies.speaking import said_by
from bot.models import Citation, Span

PAGE: Final = "q"
_HEAD: Final = 5
_PASSAGE_ROOM: Final = 2_600
_NOTE_ROOM: Final = 400

Place = tuple[int, int]
"""Document and paragraph, by their numbers."""


@dataclass(frozen=True, slots=True)
class Results:
    """A list of results as the buttons carry it.

    `total` counts all that were found, `complete` those of `places`, from the first, that have all of the words.
    `place` and `part` count from 0; a part of None is the one that has most of the words. `back` says that the button
    leads to places before the one it stands beside, which counts where what it leads to is no longer there.
    """

    asker: int
    place: int
    part: int | None
    total: int
    complete: int
    places: tuple[Place, ...]
    back: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """The same for every page of one list."""
        return self.asker, self.total, self.complete, self.places

    def at(self, place: int, part: int | None = None) -> "Results":
        """The list, opened at another place."""
        return replace(self, place=place, part=part, back=False)

    def onwards(self) -> list[int]:
        """The places in the order in which they stand in for the one that is wanted: on in its direction, then back."""
        before, behind = list(range(self.place, -1, -1)), list(range(self.place, len(self.places)))
        return [*before, *behind[1:]] if self.back else [*behind, *before[1:]]

    def without(self, gone: Collection[int]) -> "Results":
        """The list less some places, opened where it was; the one that is open stays."""
        kept = tuple(each for place, each in enumerate(self.places) if place not in gone)
        complete = sum(1 for place in range(min(self.complete, len(self.places))) if place not in gone)
        before = sum(1 for place in gone if place < self.place)
        total = max(self.total - len(gone), len(kept))
        return replace(self, place=self.place - before, total=total, complete=complete, places=kept)

    def custom_id(self) -> str:
        """The button that leads here."""
        part = 0 if self.part is None else self.part + 1
        numbers = (self.asker, self.place, part, self.total, self.complete)
        pairs = (number for pair in self.places for number in pair)
        # one number too many for pairs says that the button leads back
        return packing.pack(PAGE, (*numbers, *pairs, *((1,) if self.back else ())))

    @classmethod
    def read(cls, state: str) -> "Results | None":
        """The list that a button carries; None where it is not one of ours."""
        numbers = packing.unpack(state)
        if numbers is None or len(numbers) < _HEAD:
            return None
        asker, place, part, total, complete, *rest = numbers
        back = len(rest) % 2 == 1
        if back and rest.pop() != 1:
            return None
        places = tuple(zip(rest[::2], rest[1::2], strict=True))
        if place >= len(places):
            return None
        return cls(asker, place, part - 1 if part else None, total, complete, places, back)


def results(asker: int, answer: QuoteAnswer) -> Results:
    """The list of an answer, as far as it fits into a button."""
    pairs = [(each.citation.document.number, each.citation.paragraph) for each in answer.passages]
    # the head with the largest place and part that may come, and the number of a button that leads back
    kept = packing.fitting((asker, len(pairs), 1 << 14, answer.total, len(pairs), 1), pairs)
    complete = sum(1 for each in answer.passages[: len(kept)] if each.match == "all")
    return Results(asker, 0, None, answer.total, complete, tuple(kept))


def part_of(text: str, hits: Sequence[Span]) -> int:
    """The part of a passage that has most of the words that were asked for, of several the first."""
    cuts = parts(text, _PASSAGE_ROOM)
    found = [len({hit.of(text).casefold() for hit in hits if cut.start <= hit.start < cut.end}) for cut in cuts]
    return found.index(max(found))


def _within(hits: Iterable[Span], part: Span) -> list[Span]:
    """The hits as they lie in a part."""
    cut = (Span(max(hit.start, part.start), min(hit.end, part.end)) for hit in hits)
    return [hit.shifted(-part.start) for hit in cut if hit.start < hit.end]


def _standing(list_: Results, passage: Passage, *, at_random: bool) -> str:
    if at_random:
        return "Chosen at random."
    shown = len(list_.places)
    of = f"{list_.place + 1} of {shown}"
    if list_.total > shown:
        of += f", the best of {list_.total:,} found"
    return of if passage.match == "all" else f"{of} · has some of your words, not all"


def passage_view(
    list_: Results, passage: Passage, *, notes: Sequence[str] = (), at_random: bool = False
) -> ui.LayoutView:
    """One passage of a list.

    Args:
        list_: The list, with the place and the part to show.
        passage: The passage at that place.
        notes: Sentences of ours about the answer.
        at_random: Whether it was asked for without words.
    """
    cuts = parts(passage.text, _PASSAGE_ROOM)
    at = min(list_.part or 0, len(cuts) - 1)
    shown = cuts[at]
    text = [literal(shown.of(passage.text), _within(passage.hits, shown))]
    if at:
        text.insert(0, small(f"… (part {at + 1} of {len(cuts)}; ▲ goes back)"))
    if at < len(cuts) - 1:
        text.append(small(f"… (cut here, part {at + 1} of {len(cuts)}; ▼ and Context show the rest)"))
    elif shown.end < len(passage.text):
        text.append(small(TOO_LONG))
    about = [] if passage.speaker is None else [said_by(passage.speaker)]
    about.append(cited(passage.citation))
    about += [small(shortened(place, _NOTE_ROOM)) for place in _places(passage)]
    about.append(small(_standing(list_, passage, at_random=at_random)))
    about += [small(shortened(note, _NOTE_ROOM)) for note in notes]
    return sheet([text, about], [_keys(list_, passage.citation, at, len(cuts), shown.start)])


def _places(passage: Passage) -> list[str]:
    """Where else a passage stands, word for word and nearly so."""
    near = [each.reference for each in passage.nearly_in]
    same = [each.reference for each in passage.also_in if each.reference not in near]
    said = [f"Also in {', '.join(same)}"] if same else []
    return [*said, f"Also, but for a few words, in {', '.join(near)}"] if near else said


def _keys(list_: Results, citation: Citation, part: int, count: int, at: int) -> list[Key]:
    """The buttons, those at an end of the list or of the passage disabled."""
    place, last = list_.place, len(list_.places) - 1
    # what cannot be pressed needs a custom_id all the same
    spare = (list_.at(place, count + number).custom_id() for number in itertools.count())
    keys = []
    if last:
        back = replace(list_.at(place - 1), back=True).custom_id() if place else next(spare)
        on = list_.at(place + 1).custom_id() if place < last else next(spare)
        keys += [Key("◀", back, disabled=not place), Key("▶", on, disabled=place == last)]
    keys.append(opening(citation, at=at))
    if count > 1:
        up = list_.at(place, part - 1).custom_id() if part else next(spare)
        down = list_.at(place, part + 1).custom_id() if part < count - 1 else next(spare)
        keys += [Key("▲", up, disabled=not part), Key("▼", down, disabled=part == count - 1)]
    return [*keys, citing(citation)]

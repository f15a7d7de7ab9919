"""Two compared documents: one sort of passages at a time, with a way to the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from discord import ui

from bot.answers.results import Change, CitedSentence, CompareAnswer, ComparedPair, Relation
from bot.cogs import packing
from bot.cogs.escaping import literal, parts, shortened, width
from bot.cogs.replies.context import opening
from bot.cogs.replies.sheet import Key, sheet, small
from bot.cogs.replies.verification import difference
from bot.cogs.replies.words import about
from bot.models import Citation

PAGE: Final = "m"
_HEAD_ROOM: Final = 280
_ROOM: Final = 2_700  # for the passages of a page
_ENTRY_ROOM: Final = 1_200
_TEXT_ROOM: Final = 560
_FIGURE_ROOM: Final = 120
_ON_A_PAGE: Final = 4
_NUMBERS: Final = 6
_MOST_KEYS: Final = 5
_ALIKE: Final = 0.6  # share of equal characters from which the differences are easier to read than both texts
_RELATIONS: Final = (Relation.FIGURES_DIFFER, Relation.REWORDED, Relation.IDENTICAL)
_NAMES: Final = {
    Relation.FIGURES_DIFFER: "Figures differ",
    Relation.REWORDED: "Other words",
    Relation.IDENTICAL: "Same words",
}
_SORTS: Final = len(_RELATIONS) + 2
Entry = ComparedPair | CitedSentence


@dataclass(frozen=True, slots=True)
class ComparePage:
    """A page of a comparison as its buttons carry it.

    `sort` is the place of what is shown among figures, other words, same words, only first, only second; `page` counts
    from 0. `paragraphs` are those of a topic, as `CompareRequest` has them; None where there is none.
    """

    asker: int
    first: int
    second: int
    sort: int = 0
    page: int = 0
    paragraphs: tuple[tuple[int, int], ...] | None = None

    def custom_id(self, button: int) -> str:
        """A button that leads to this page; `button` tells it from others of its message that do as well."""
        numbers = [self.asker, self.first, self.second, self.sort, self.page, button]
        return packing.pack(PAGE, [*numbers, *self._topic()])

    def _topic(self) -> list[int]:
        if self.paragraphs is None:
            return []
        # a leading zero tells a topic without paragraphs from no topic
        return [0, *(2 * number + side for side, number in self.paragraphs)]

    @classmethod
    def read(cls, state: str) -> "ComparePage | None":
        """The page that a button leads to; None where it is not one of ours."""
        numbers = packing.unpack(state) or []
        if len(numbers) < _NUMBERS or numbers[3] >= _SORTS:
            return None
        asker, first, second, sort, page, _, *topic = numbers
        paragraphs = tuple((number % 2, number // 2) for number in topic[1:]) if topic else None
        return cls(asker, first, second, sort, page, paragraphs)

    def with_paragraphs(self, paragraphs: Sequence[tuple[int, int]]) -> "ComparePage":
        """The same for a topic: with as many of its paragraphs, from the first, as a button can carry."""
        # the page and the number of a button may grow by a byte each
        head = [self.asker, self.first, self.second, self.sort, 1 << 14, 1 << 7, 0]
        kept: list[tuple[int, int]] = []
        for side, number in paragraphs:
            packed = [*head, *(2 * each + place for place, each in kept), 2 * number + side]
            if packing.size(packed) > packing.ROOM:
                break
            kept.append((side, number))
        return replace(self, paragraphs=tuple(kept))


def sorts(answer: CompareAnswer) -> list[tuple[str, Sequence[Entry]]]:
    """What there is to see: a name and the passages, in the order of the buttons."""
    pairs: list[tuple[str, Sequence[Entry]]] = [(_NAMES[each], answer.of(each)) for each in _RELATIONS]
    return [
        *pairs,
        (f"Only {answer.first.reference}", answer.only_first),
        (f"Only {answer.second.reference}", answer.only_second),
    ]


def first_sort(answer: CompareAnswer) -> int | None:
    """The first sort that has something to see; None where none has."""
    return next((place for place, (_, entries) in enumerate(sorts(answer)) if entries), None)


def comparison_view(answer: CompareAnswer, page: ComparePage, note: str = "") -> ui.LayoutView:
    """A page of a comparison.

    Args:
        answer: What was compared; not empty.
        page: Which page; where it is not there any more, the last one of its sort, or the first sort that has any.
        note: What is to be said besides.
    """
    everything = sorts(answer)
    if not everything[page.sort][1]:
        page = replace(page, sort=first_sort(answer) or 0, page=0)
    name, entries = everything[page.sort]
    starts = _starts(entries, page.page + 1)
    at = min(page.page, len(starts) - 2)
    page = replace(page, page=at)
    shown = entries[starts[at] : starts[at + 1]]
    head = [f"**{each.reference}** {shortened(about(each), _HEAD_ROOM)}" for each in (answer.first, answer.second)]
    title = f"**{name}**"
    if len(shown) < len(entries):
        first, last = starts[at] + 1, starts[at + 1]
        title += f" · {first if first == last else f'{first}–{last}'} of {len(entries):,}"
    foot = [small(note)] if note else []
    if any(isinstance(each, ComparedPair) and _is_diff(each) for each in shown):
        foot.append(
            small(f"~~struck~~ stands only in {answer.first.reference}, **bold** only in {answer.second.reference}.")
        )
    blocks = [[*head, title], *([_shown(each)] for each in shown), foot]
    return sheet(blocks, [*_keys(page, everything, last=starts[at + 1] == len(entries)), _contexts(shown)])


def _starts(entries: Sequence[Entry], pages: int) -> list[int]:
    """Where pages begin, up to the one behind so many, each as full as it can be."""
    starts, left, count = [0], _ROOM, 0
    for place, entry in enumerate(entries):
        needed = width(_shown(entry))
        if count and (needed > left or count == _ON_A_PAGE):
            starts.append(place)
            if len(starts) > pages:
                return starts
            left, count = _ROOM, 0
        left -= needed
        count += 1
    return [*starts, len(entries)]


def _place(citation: Citation) -> str:
    page = "" if citation.page is None else f", {citation.page}"
    return f"[{citation.document.reference} ¶{citation.paragraph}{page}]"


def _shown(entry: Entry) -> str:
    """A passage, or a pair of them, with its places."""
    if isinstance(entry, CitedSentence):
        return _text(entry, _ENTRY_ROOM)
    lines = [_text(entry.first, _TEXT_ROOM), _text(entry.second, _TEXT_ROOM)]
    places = f"{_place(entry.first.citation)} {_place(entry.second.citation)}"
    if entry.relation is Relation.IDENTICAL:
        lines = [_cut(entry.first.text, _ENTRY_ROOM), small(places)]
    elif _is_diff(entry):
        lines = [difference(entry.diff, _ENTRY_ROOM, entry.first.text), small(places)]
    if not entry.certain:
        lines.append(small("possibly the same passage"))
    first, second = entry.first.citation.document.reference, entry.second.citation.document.reference
    lines += [
        f"“{shortened(one, _FIGURE_ROOM)}” in {first}, “{shortened(other, _FIGURE_ROOM)}” in {second}."
        for one, other in entry.figures[:2]
    ]
    lines += [shortened(remark, _FIGURE_ROOM) for remark in entry.remarks[:2]]
    return "\n".join(lines)


def _text(sentence: CitedSentence, room: int) -> str:
    return f"{_cut(sentence.text, room)}\n{small(_place(sentence.citation))}"


def _cut(text: str, room: int) -> str:
    first, *more = parts(text, room)
    return literal(first.of(text)) + (f"\n{small('… (cut here; Context shows the rest)')}" if more else "")


def _is_diff(pair: ComparedPair) -> bool:
    """Whether two texts are so much alike that their differences are shown in one."""
    if pair.relation is Relation.IDENTICAL:
        return False
    equal = sum(len(words) for change, words in pair.diff if change is Change.EQUAL)
    return equal >= _ALIKE * max(sum(len(words) for _, words in pair.diff), 1)


def _keys(page: ComparePage, everything: Sequence[tuple[str, Sequence[Entry]]], *, last: bool) -> list[list[Key]]:
    """The way through this sort, and to the others."""
    turning = [
        Key("◀", replace(page, page=max(page.page - 1, 0)).custom_id(0), disabled=not page.page),
        Key("▶", replace(page, page=page.page + 1).custom_id(1), disabled=last),
    ]
    choosing = [
        Key(
            f"{name} ({len(entries):,})",
            replace(page, sort=place, page=0).custom_id(2 + place),
            disabled=not entries or place == page.sort,
        )
        for place, (name, entries) in enumerate(everything)
    ]
    return [[] if last and not page.page else turning, choosing]


def _contexts(shown: Sequence[Entry]) -> list[Key]:
    """The ways to the paragraphs of what is shown."""
    cited = [
        each.citation
        for entry in shown
        for each in ((entry,) if isinstance(entry, CitedSentence) else (entry.first, entry.second))
    ]
    by_reference = {each.reference: each for each in cited}
    return [opening(each, f"Context {reference}") for reference, each in by_reference.items()][:_MOST_KEYS]

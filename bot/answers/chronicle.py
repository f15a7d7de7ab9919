"""A timeline as people read it: dates with what happened on each, and what several documents tell told once.

Events whose dates cover the same days stand in one group. Two events of a group are the same one when

- they stand in different documents,
- they share at least four content words, and these make up at least half of the shorter sentence's (content words are
  stems without stop words and without the words of the date expression, which all of the group have in common),
- no figure of the one contradicts the other (its figures are a part of the other's), and both or neither deny
  something.

An event joins an entry when that holds for every member of it, so that no chain of likenesses brings together what is
not alike. The rule rather leaves two tellings apart than hides one claim behind another.

Of many entries those are shown that most documents tell, then those whose words the other sentences of that date share
most (centrality), then those with the finer and the stated date.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, groupby
from typing import Final

from bot.answers.results import Event
from bot.answers.sentence_words import stop_words
from bot.documents.dates.values import day_of
from bot.folding import bare_words
from bot.models import Basis, DateValue, Precision
from bot.store.stemming import stem

PER_DATE: Final = 3
_FEWEST_SHARED: Final = 4
_SHARE: Final = 0.5
_SHORT: Final = 6  # content words; a shorter sentence shares more of its own by chance
_DENYING: Final = "no not never nobody nothing none neither nor without cannot denied denies deny t"
_DENIALS: Final = frozenset(_DENYING.split())
_FINENESS: Final = {precision: rank for rank, precision in enumerate(Precision)}

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: the sentence that tells it best, and the same told by other documents."""

    lead: Event
    others: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """All tellings, the lead first."""
        return (self.lead, *self.others)


@dataclass(frozen=True, slots=True)
class DateGroup:
    """A date with what happened on it, in the order of the timeline; `more` counts the entries that are not shown."""

    value: DateValue
    entries: tuple[Entry, ...]
    more: int = 0

    @property
    def events(self) -> tuple[Event, ...]:
        """All events of the entries that are shown."""
        return tuple(chain.from_iterable(entry.events for entry in self.entries))


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event with what it is compared by."""

    place: int
    event: Event
    stems: frozenset[str]
    figures: frozenset[str]
    denies: bool

    @property
    def document(self) -> tuple[str, int]:
        document = self.event.citation.document
        return document.collection, document.number


def days_of(event: Event) -> Days:
    """The first and last day of an event: by these it is grouped."""
    return event.value.earliest, event.value.latest


def chronicle(events: Sequence[Event], per_date: int | None = PER_DATE) -> tuple[DateGroup, ...]:
    """Group events by date and tell once what several documents tell.

    Args:
        events: In the order of a timeline, which the groups keep.
        per_date: How many entries are shown of a date at the most; None for all.
    """
    groups: dict[Days, list[Event]] = {}
    for event in events:
        groups.setdefault(days_of(event), []).append(event)
    return tuple(_group(each, per_date) for each in groups.values())


def stretches(events: Sequence[Event], most: int, *, complete: bool) -> list[Sequence[Event]]:
    """Cut a timeline into pages that end where a date ends.

    Args:
        events: In the order of a timeline.
        most: Entries on a page, unless its only date has more.
        complete: Whether nothing follows. Otherwise the last date may go on and is left out, if it is not the only one.
    """
    pages: list[list[Event]] = []
    room = 0
    runs = [list(run) for _, run in groupby(events, days_of)]
    for run in runs if complete or len(runs) == 1 else runs[:-1]:
        (group,) = chronicle(run)
        if not pages or len(group.entries) > room:
            pages.append([])
            room = most
        pages[-1] += run
        room -= len(group.entries)
    return list(pages)


def _group(events: Sequence[Event], per_date: int | None) -> DateGroup:
    tellings = [_telling(place, event) for place, event in enumerate(events)]
    central = _centrality(tellings)

    def worth(telling: _Telling) -> tuple[float, int, bool, int]:
        value = telling.event.value
        stated = telling.event.basis is not Basis.WORKED_OUT
        return central[telling.place], -_FINENESS[value.precision], stated, -telling.place

    found = []
    for members in _joined(tellings):
        lead = max(members, key=worth)
        others = tuple(each.event for each in members if each is not lead)
        found.append((len(members), *worth(lead), Entry(lead.event, others)))
    # a place is unique, so that entries themselves are never compared
    best = sorted(found, reverse=True)[:per_date]
    shown = tuple(each[-1] for each in sorted(best, key=lambda each: -each[4]))
    return DateGroup(_heading(events), shown, len(found) - len(shown))


def _telling(place: int, event: Event) -> _Telling:
    dated = set(bare_words(event.expression))
    words = [word for word in bare_words(event.text) if word not in dated]
    light = stop_words("en")
    return _Telling(
        place,
        event,
        frozenset(stem(word) for word in words if word not in light and not word.isdecimal()),
        frozenset(word for word in words if any(map(str.isdecimal, word))),
        not _DENIALS.isdisjoint(words),
    )


def _joined(tellings: Iterable[_Telling]) -> list[list[_Telling]]:
    """The tellings by what they tell."""
    entries: list[list[_Telling]] = []
    known: dict[str, set[int]] = {}
    for telling in tellings:
        shared = Counter(chain.from_iterable(known.get(word, ()) for word in telling.stems))
        fitting = [
            (count, -number)
            for number, count in shared.items()
            if count >= _FEWEST_SHARED and all(_same(telling, member) for member in entries[number])
        ]
        number = -max(fitting)[1] if fitting else len(entries)
        if not fitting:
            entries.append([])
        entries[number].append(telling)
        for word in telling.stems:
            known.setdefault(word, set()).add(number)
    return entries


def _same(one: _Telling, other: _Telling) -> bool:
    """Whether two tellings of the same days are of the same event."""
    shared = len(one.stems & other.stems)
    return (
        one.document != other.document
        and shared >= _FEWEST_SHARED
        and shared >= _SHARE * min(len(one.stems), len(other.stems))
        and (one.figures <= other.figures or other.figures <= one.figures)
        and one.denies == other.denies
    )


def _centrality(tellings: Sequence[_Telling]) -> list[float]:
    """How much of each telling's words the others use, from 0 to 1."""
    counts = Counter(chain.from_iterable(each.stems for each in tellings))
    others = max(len(tellings) - 1, 1)
    return [sum(counts[word] - 1 for word in each.stems) / max(len(each.stems), _SHORT) / others for each in tellings]


def _heading(events: Sequence[Event]) -> DateValue:
    """The date of a group: the one that its events name or, of several times of one day, that day."""
    values = Counter(event.value for event in events)
    first = events[0].value
    if len(values) > 1 and first.earliest is not None and first.earliest == first.latest:
        return day_of(first.earliest)
    return values.most_common(1)[0][0]

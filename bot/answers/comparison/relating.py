"""What two sentences that belong together are to each other, with the way from one to the other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answers.comparison.contradictions import Disagreement, disagreements
from bot.answers.comparison.pairing import SURE, Match
from bot.answers.comparison.units import Unit
from bot.answers.results import Change, Relation
from bot.answers.verification.alignment import Alignment, Run, runs_between
from bot.answers.verification.differences import Diff, slices
from bot.answers.verification.pasted import TextReading
from bot.answers.verification.stretches import Stretch
from bot.models import Kind, Span
from bot.store.phrases import Standing
from bot.store.stopwords import STOP_WORDS
from bot.wording.vocabulary import are_opposite, is_negation

_TELLING: Final = 3  # words in a row that are shown as equal though each of them stands everywhere
_LONG_RUN: Final = 8  # words in a row that two texts share only when one has them from the other,
_DATED: Final = 0.45  # likeness from which two sentences with different dates are still told as one
_SAYING: Final = 4  # with so many among them that say something and are no part of a name


@dataclass(frozen=True, slots=True)
class Related:
    """Two sentences that belong together, and how.

    Where that is certain, `remarks` name negations and opposites that only one has.
    """

    first: Unit
    second: Unit
    relation: Relation
    diff: Diff
    certain: bool = True
    figures: tuple[Disagreement, ...] = ()
    remarks: tuple[str, ...] = ()


def related(match: Match) -> Related | None:
    """What a match comes to; None where two sentences that are not much alike speak of different days."""
    first, second = match.first, match.second
    if _same(first, second):
        return Related(first, second, Relation.IDENTICAL, ((Change.EQUAL, first.text),))
    alignment, reading = _aligned(first, second)
    figures = tuple(disagreements(first, second, list(_replaced(alignment))))
    if match.likeness < _DATED and figures and all(each.dates for each in figures):
        return None
    relation = Relation.FIGURES_DIFFER if figures else Relation.REWORDED
    certain = match.likeness >= SURE or _has_long_run(first, alignment)
    remarks = tuple(_remarks(alignment, reading)) if certain else ()
    return Related(first, second, relation, _diff(alignment, reading), certain, figures, remarks)


def _same(first: Unit, second: Unit) -> bool:
    """Whether two sentences have the same words."""
    if first.text == second.text:
        return True
    one, other = first.wording.like(second.wording), second.wording.like(first.wording)
    return list(one.words) == list(other.words)


def _aligned(first: Unit, second: Unit) -> tuple[Alignment, TextReading]:
    """The first sentence aligned with the second, which takes the place of a pasted text."""
    read = second.wording
    sentence = Standing(0, 0, 0, Kind.BODY, Span(0, len(first.text)), first.text, (0, 0, 0))
    words = first.wording.like(read)
    stretch = Stretch([sentence], words.words, words.spans, [0] * len(words.words))
    runs = runs_between(read.words, stretch, (0, len(read.words), 0, len(stretch.words)))
    told = tuple(run for run in runs if _is_telling(run, stretch.words))
    return Alignment(stretch, told, 0, len(read.words), 0, len(stretch.words)), TextReading(second.text, read, {})


def _is_telling(run: Run, words: Sequence[str]) -> bool:
    return run.size >= _TELLING or not STOP_WORDS.issuperset(words[run.source : run.source_end])


def _has_long_run(first: Unit, alignment: Alignment) -> bool:
    """Whether the sentences share a run of words that is more than a long name."""
    spans = alignment.stretch.spans
    runs = [
        Span(spans[run.source].start, spans[run.source_end - 1].end) for run in alignment.runs if run.size >= _LONG_RUN
    ]
    return any(len(first.part(run, whole=False).keys - first.names) >= _SAYING for run in runs)


def _replaced(alignment: Alignment) -> Iterator[tuple[Span, Span]]:
    """What stands in each other's place, by the places of words, the first sentence's before the second's."""
    for first, last, begin, end in alignment.gaps():
        if first < last and begin < end:
            yield Span(begin, end), Span(first, last)


def _diff(alignment: Alignment, reading: TextReading) -> Diff:
    text = alignment.stretch.paragraphs[0].text
    cut = slices(alignment, reading, Span(0, len(text))) if alignment.stretch.words else []
    return cut[0].diff if cut else ((Change.DELETE, text), (Change.INSERT, reading.text))


def _remarks(alignment: Alignment, reading: TextReading) -> Iterator[str]:
    """Negations that only one of the sentences has, and words turned into their opposites."""
    words, others = alignment.stretch.words, reading.wording.words
    gone, come = _negations(words) - _negations(others), _negations(others) - _negations(words)
    if sum(gone.values()) != sum(come.values()):
        yield from (f"Only the first has the negation “{word}”." for word in gone)
        yield from (f"Only the second has the negation “{word}”." for word in come)
    for before, after in _replaced(alignment):
        for one in words[before.start : before.end]:
            for other in others[after.start : after.end]:
                if are_opposite(one, other):
                    yield f"A word is turned into its opposite: “{one}” in the first, “{other}” in the second."


def _negations(words: Iterable[str]) -> Counter[str]:
    return Counter(word for word in words if is_negation(word))

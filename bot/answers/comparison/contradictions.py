"""Which figures and dates of two tellings of one thing do not agree, whatever way they are written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answers.comparison.units import Dated, Unit
from bot.folding import bare_words
from bot.models import DateValue, Precision, Span
from bot.store.stopwords import STOP_WORDS
from bot.wording.figures import Figure


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The words of a figure in one text, and of that in its place in the other; `dates` where they name a time."""

    first: str
    second: str
    dates: bool = False


def disagreements(first: Unit, second: Unit, replaced: Sequence[tuple[Span, Span]]) -> list[Disagreement]:
    """The figures and dates that do not agree, in the order of the first text; what only one text has is none.

    Args:
        first: One telling.
        second: The other.
        replaced: What stands in each other's place in the two, as spans of words.
    """
    figures = sorted(_figures(first, second, replaced), key=lambda pair: pair[0].first)
    found = [Disagreement(_words(first, one), _words(second, other)) for one, other in figures]
    dates = [(one.span.of(first.text), other.span.of(second.text)) for one, other in _dates(first, second)]
    return found + [Disagreement(*words, dates=True) for words in dates if _say_otherwise(*words)]


def _words(unit: Unit, figure: Figure) -> str:
    spans = unit.wording.spans
    return unit.text[spans[figure.first].start : spans[figure.last].end]


def _figures(first: Unit, second: Unit, replaced: Sequence[tuple[Span, Span]]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures that count the same and do not agree."""
    left, right = _without_agreeing(first.figures, second.figures)
    for one in list(left):
        bounded = next((other for other in right if one.value == other.value and one.may_count_as(other)), None)
        if bounded is not None:
            left.remove(one)
            right.remove(bounded)
            if not (one.weak and bounded.weak):
                yield one, bounded
    for one in left:
        fitting = [other for other in right if _in_one_place(first, second, one, other, replaced)]
        if not fitting:
            alone = [other for other in right if other.unit == one.unit]
            same = [each for each in left if each.unit == one.unit]
            fitting = alone if one.unit not in {"", "th"} and len(alone) == len(same) == 1 else []
        if fitting:
            right.remove(fitting[0])
            yield one, fitting[0]


def _without_agreeing(first: Sequence[Figure], second: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    left, right = list(first), list(second)
    for one in first:
        same = next((other for other in right if one.says_as(other)), None)
        if same is not None:
            left.remove(one)
            right.remove(same)
    return left, right


def _in_one_place(first: Unit, second: Unit, one: Figure, other: Figure, replaced: Sequence[tuple[Span, Span]]) -> bool:
    """Whether two figures count the same: what follows them is the same, or they replace each other."""
    if (one.unit == "th") != (other.unit == "th") or not one.may_count_as(other):
        return False
    if _counted(first, one) & _counted(second, other):
        return True
    if one.weak or other.weak:
        return False
    return any(
        before.start <= one.last < before.end and after.start <= other.last < after.end for before, after in replaced
    )


def _counted(unit: Unit, figure: Figure) -> frozenset[str]:
    """The keys of the words that follow a figure: what it counts."""
    spans = unit.wording.spans
    behind = spans[figure.last + 1 : figure.last + 3]
    return unit.part(Span(behind[0].start, behind[-1].end), whole=False).keys if behind else frozenset()


def _dates(first: Unit, second: Unit) -> Iterator[tuple[Dated, Dated]]:
    """Pairs of dates that do not agree: of either text the only one that has none to agree with."""
    left = [each for each in first.dates if not any(_agree(each, other) for other in second.dates)]
    right = [each for each in second.dates if not any(_agree(each, other) for other in first.dates)]
    for precision in Precision:
        one, other = _of(left, precision), _of(right, precision)
        if len(one) == len(other) == 1:
            yield one[0], other[0]


def _say_otherwise(first: str, second: str) -> bool:
    """Whether two date expressions differ in their words, not only in what was worked out from them.

    "Wednesday" in two reports may have come to two days, and "October" to two years: that is no difference in what the
    texts say.
    """
    one, other = (frozenset(bare_words(words)) - STOP_WORDS for words in (first, second))
    return not (one <= other or other <= one)


def _of(dates: Sequence[Dated], precision: Precision) -> list[Dated]:
    return [each for each in dates if each.value is not None and each.value.precision is precision]


def _agree(first: Dated, second: Dated) -> bool:
    """Whether two dates may be the same: one lies within the other, or what is open ends alike."""
    one, other = first.value, second.value
    if one is None or other is None:
        return False
    if _open(one) and _open(one) == _open(other):
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    early = one.earliest is None or other.latest is None or one.earliest <= other.latest
    late = one.latest is None or other.earliest is None or other.earliest <= one.latest
    return early and late


def _open(value: DateValue) -> tuple[bool, bool] | None:
    """Which ends of a date are open; None where neither is."""
    ends = value.earliest is None, value.latest is None
    return ends if any(ends) else None

"""Expressions that belong together: a year shared by two dates, the two ends of a range, and open ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from bot.documents.dates import placing, values
from bot.documents.dates.lexicon import Kind, Unit
from bot.documents.dates.meaning import Meaning, Origin, Partial, Share, Shift, Stretch
from bot.documents.dates.reading import Atom
from bot.documents.dates.tokens import Token, Tokens
from bot.models import Basis, DateMention, DateValue, Precision, Span

_SHARING: Final = frozenset((Kind.DASH, Kind.TO, Kind.AND, Kind.COMMA, Kind.SLASH, Kind.UNTIL))
_SHORT: Final = frozenset((Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.MILLENNIUM))
_ONWARDS: Final = frozenset((Kind.ON, Kind.ONWARDS))
_THE_QUARTER: Final = Shift(Unit.QUARTER, 0, origin=Origin.TOLD)
_WIDE_DASH: Final = frozenset(("—", "--"))


@dataclass(slots=True)
class Expression:
    """An expression of time in a sentence: its tokens from `first` to `end`, what it says, its value and basis."""

    first: int
    end: int
    meaning: Meaning
    value: DateValue | None
    basis: Basis
    tense: int = 0


def share_years(tokens: Tokens, atoms: list[Atom]) -> list[Atom]:
    """Give a date that lacks a year the year of the one that it is joined to: "from March to May 2013"."""
    shared = list(atoms)
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _lend(tokens, shared[index], shared[index + 1], later=True)
    for index in range(1, len(shared)):
        shared[index] = _lend(tokens, shared[index], shared[index - 1], later=False)
    return shared


def _lend(tokens: Tokens, to: Atom, lender: Atom, *, later: bool) -> Atom:
    mine, other = to.meaning, lender.meaning
    gap = tokens[to.end : lender.first] if later else tokens[lender.end : to.first]
    if not (isinstance(mine, Partial) and isinstance(other, Partial)):
        return to
    if not gap or len(gap) > 2 or gap[0].kind not in _SHARING:  # noqa: PLR2004
        return to
    shared = (_day_shared(mine, other) if later else _decade_shared(mine, other)) or _year_shared(mine, other, later)
    return to if shared is None else replace(to, meaning=shared)


def _day_shared(mine: Partial, other: Partial) -> Partial | None:
    """The month of "Sunday 3 and Monday 4 October", the day of "9 a.m. to 5 p.m. on Monday"."""
    if mine.of_next and other.month is not None:
        return replace(mine, month=other.month, year=other.year, of_next=False)
    if mine.hour is not None and not _has_day(mine) and other.hour is not None and _has_day(other):
        return replace(other, hour=mine.hour, minute=mine.minute)
    return None


def _decade_shared(mine: Partial, other: Partial) -> Partial | None:
    """The century of "the 1920s and 30s"."""
    if mine.decade is None or other.decade is None:
        return None
    return replace(mine, decade=mine.decade % 100 + other.decade - other.decade % 100)


def _year_shared(mine: Partial, other: Partial, later: bool) -> Partial | None:  # noqa: FBT001 - by place, as above
    if mine.year is not None or other.year is None or mine.direction is not None or other.era < 0:
        return None
    if (rank := _rank(mine)) is None or (others := _rank(other)) is None:
        return None
    year = other.year
    if rank > others if later else rank < others:
        year += -1 if later else 1
    return replace(mine, year=year)


def _has_day(partial: Partial) -> bool:
    return partial.weekday is not None or partial.day is not None


def _rank(partial: Partial) -> int | None:
    """The place of a date within its year, in hundredths of a month."""
    if partial.month is not None:
        return 100 * partial.month + (partial.day or 0)
    if partial.quarter is not None:
        return 300 * partial.quarter
    return None if partial.season is None else 300 * partial.season


def on_calendar(expression: Expression) -> bool:
    """Whether an expression names a place on the calendar, known or not; a duration or a vague word does not."""
    meaning = expression.meaning
    if isinstance(meaning, Partial):
        only_time = meaning.hour is not None and meaning.month is None and meaning.weekday is None
        return not only_time
    if isinstance(meaning, Share):
        return True
    if meaning == _THE_QUARTER and expression.value is None:  # of a town, or of a seat
        return False
    if isinstance(meaning, Shift | Stretch):
        return meaning.amount is not None and meaning.unit not in _SHORT
    return False


def mentions(tokens: Tokens, found: list[Expression]) -> Iterator[DateMention]:
    """The mentions that the expressions of a sentence make: ranges joined, open ends opened."""
    dated = [expression for expression in found if on_calendar(expression)]
    index = 0
    while index < len(dated):
        first = dated[index]
        if index and _repeats(tokens, dated[index - 1], first):
            index += 1
            continue
        if index + 1 < len(dated) and (joined := _range(tokens, first, dated[index + 1])) is not None:
            yield joined
            index += 2
            continue
        yield _opened(tokens, first)
        index += 1


def _repeats(tokens: Tokens, date: Expression, weekday: Expression) -> bool:
    """Whether a weekday only follows its date: "20 Mart 2023 Pazartesi", "3月20日(月曜日)"."""
    if not _is_weekday(weekday) or date.value is None or date.value.precision is not Precision.DAY:
        return False
    gap = [token.kind for token in tokens[date.end : weekday.first]]
    day, named = date.value.earliest, weekday.meaning.weekday if isinstance(weekday.meaning, Partial) else None
    return gap in ([], [Kind.OPEN], [Kind.OF]) and day is not None and day.weekday() == named


def _range(tokens: Tokens, first: Expression, last: Expression) -> DateMention | None:
    gap = tokens[first.end : last.first]
    if not _is_range(tokens, first, gap):
        return None
    if first.value is None or last.value is None:
        if first.value is None and last.value is None:
            return DateMention(_span(tokens, first.first, last.end), None, Basis.UNKNOWN)
        return None
    if (value := _joined(first, last)) is None:
        both = _is_weekday(first) and _is_weekday(last)
        return DateMention(_span(tokens, first.first, last.end), None, Basis.UNKNOWN) if both else None
    stated = first.basis is Basis.STATED and last.basis is Basis.STATED
    basis = Basis.STATED if stated else Basis.WORKED_OUT
    return DateMention(_span(tokens, first.first, last.end), value, basis)


def _joined(first: Expression, last: Expression) -> DateValue | None:
    """The time from one to the other; a weekday that was counted behind the other's begins a week earlier."""
    start, end = first.value, last.value
    if start is None or end is None or end.earliest is None:
        return None
    if _lacks_year(first) and _lacks_year(last):
        start = _up_to(first.meaning, start, end.earliest)
    if _is_weekday(first) and _is_weekday(last) and start.earliest is not None and start.earliest > end.earliest:
        if first.tense == 0:  # "open from Monday to Friday" is every week
            return None
        start = values.day_of(start.earliest - timedelta(days=7))
    try:
        return values.span(start, end)
    except ValueError:
        return None


def _lacks_year(expression: Expression) -> bool:
    meaning = expression.meaning
    return isinstance(meaning, Partial) and meaning.year is None and meaning.month is not None


def _up_to(meaning: Meaning, start: DateValue, end: date) -> DateValue:
    """The beginning of a range of which neither end has a year: the last such time up to the end."""
    if not isinstance(meaning, Partial):
        return start
    for year in (end.year, end.year - 1):
        try:
            placed = placing.placed(meaning, year)
        except ValueError:  # 29 February
            continue
        if placed.earliest is not None and placed.earliest <= end:
            return placed
    return start


def _is_weekday(expression: Expression) -> bool:
    meaning = expression.meaning
    return isinstance(meaning, Partial) and meaning.weekday is not None and meaning.month is None


def _is_range(tokens: Tokens, first: Expression, gap: list[Token]) -> bool:
    kinds = [token.kind for token in gap if token.kind is not Kind.THE]
    before = tokens[first.first - 1].kind if first.first else None
    if kinds == [Kind.AND]:
        return before is Kind.BETWEEN
    if kinds in ([Kind.UNTIL], [Kind.SINCE_BEHIND]):
        return True
    if kinds == [Kind.DASH]:
        return gap[0].word not in _WIDE_DASH or gap[0].start == tokens[first.end - 1].end
    return kinds in ([Kind.TO], [Kind.SLASH])


def _opened(tokens: Tokens, expression: Expression) -> DateMention:
    span, value, basis = _span(tokens, expression.first, expression.end), expression.value, expression.basis
    plain = DateMention(span, value, basis)
    before, bound = _governor(tokens, expression)
    after = tokens[expression.end] if expression.end < len(tokens) else None
    if (end := _present(tokens, expression.end)) is not None and value is not None and value.earliest is not None:
        return DateMention(_span(tokens, expression.first, end), values.since(value), basis)
    if after is not None and after.kind in _BEHIND:
        start = before.start if before is not None and before.kind is Kind.FROM else span.start
        return DateMention(Span(start, after.end), _open(value, up_to=after.kind is Kind.UNTIL_BEHIND), basis)
    if before is None or bound is None or (after is not None and after.kind is Kind.POSSESSIVE):
        return plain
    if bound is Kind.FROM and after is not None and after.kind in _ONWARDS:
        span = Span(before.start, after.end)
    elif bound in _OPENINGS and not _is_close(tokens, expression.first, bound):
        span = Span(before.start, span.end)
    else:
        return plain
    return DateMention(span, _open(value, up_to=bound in _UP_TO), basis)


def _is_close(tokens: Tokens, first: int, bound: Kind) -> bool:
    """Whether the time itself is meant: "shortly after Easter", and "not until 2019" where what is told begins."""
    words: list[str] = []
    for index in range(first - 1, max(-1, first - _NEAR), -1):
        if tokens.kind(index) in (Kind.AND, Kind.COMMA):
            break
        words.insert(0, tokens.word(index))
    if bound in (Kind.UNTIL, Kind.BEFORE) and not _DENIALS.isdisjoint(words):
        return True
    return bound in (Kind.AFTER, Kind.BEFORE) and not _CLOSELY.isdisjoint(words[-2:])


_NEAR: Final = 6
_DENIALS: Final = frozenset(("not", "never", "t", "cannot"))
_CLOSELY: Final = frozenset(("shortly", "just", "soon", "right", "immediately"))


def _open(value: DateValue | None, *, up_to: bool) -> DateValue | None:
    if value is None or value.earliest is None or value.latest is None:
        return value
    return values.before(value) if up_to else values.since(value)


_UP_TO: Final = frozenset((Kind.BEFORE, Kind.BACK, Kind.UNTIL, Kind.BY))
_BEHIND: Final = frozenset((Kind.SINCE_BEHIND, Kind.UNTIL_BEHIND))
_OPENINGS: Final = _UP_TO | {Kind.SINCE, Kind.AFTER}


def _present(tokens: Tokens, index: int) -> int | None:
    """The index behind "-present" or "to the present"; None where nothing of the kind stands there."""
    if index >= len(tokens) or tokens[index].kind not in (Kind.DASH, Kind.TO, Kind.UNTIL):
        return None
    index += 1 + (index + 1 < len(tokens) and tokens[index + 1].kind is Kind.THE)
    if index >= len(tokens) or tokens[index].kind not in (Kind.TIMES, Kind.VAGUE):
        return None
    return index + 1 if tokens[index].number == 0 else None


def _governor(tokens: Tokens, expression: Expression) -> tuple[Token | None, Kind | None]:
    """The word or phrase that governs an expression: its first token, and what it amounts to.

    Passed are the article of "since the 1990s" and the like.
    """
    index = expression.first - 1
    if index > 0 and tokens[index].kind is Kind.THE and isinstance(expression.meaning, Partial):
        partial = expression.meaning
        if partial.decade is not None or partial.century is not None or partial.quarter is not None:
            index -= 1
    if index < 0:
        return None, None
    for phrase, kind in _PHRASES if tokens[index].kind in _PHRASE_ENDS else ():
        first = index - len(phrase) + 1
        if first >= 0 and all(
            token.kind is each for token, each in zip(tokens[first : index + 1], phrase, strict=True)
        ):
            return tokens[first], kind
    return tokens[index], tokens[index].kind


_PHRASES: Final = (
    ((Kind.LABEL, Kind.LATER, Kind.THAN), Kind.BEFORE),  # "no later than"
    ((Kind.LATER, Kind.THAN), Kind.OTHER),
    ((Kind.PREVIOUS, Kind.TO), Kind.BEFORE),  # "prior to"
    ((Kind.UP, Kind.TO), Kind.UNTIL),
    ((Kind.UP, Kind.UNTIL), Kind.UNTIL),
    ((Kind.BEFORE, Kind.OF), Kind.BEFORE),  # Spanish "antes de"
    ((Kind.AFTER, Kind.OF), Kind.AFTER),
)
_PHRASE_ENDS: Final = frozenset(phrase[-1] for phrase, _ in _PHRASES)


def _span(tokens: Tokens, first: int, end: int) -> Span:
    return Span(tokens[first].start, tokens[end - 1].end)

"""Expressions that belong together: a year shared by two dates, the two ends of a range, and open ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from bot.documents.dates import placing, values
from bot.documents.dates.lexicon import Kind, Unit
from bot.documents.dates.meaning import Meaning, Origin, Partial, Share, Shift, Stretch
from bot.documents.dates.reading import Atom
from bot.documents.dates.tokens import Tokens
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
    if len(atoms) == 1:
        return atoms
    shared = list(atoms)
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _lend(tokens, shared[index], shared[index + 1], later=True)
    for index in range(1, len(shared)):
        shared[index] = _lend(tokens, shared[index], shared[index - 1], later=False)
    return shared


def _lend(tokens: Tokens, to: Atom, lender: Atom, *, later: bool) -> Atom:
    start, end = (to.end, lender.first) if later else (lender.end, to.first)
    if not 1 <= end - start <= 2 or tokens.kinds[start] not in _SHARING:  # noqa: PLR2004 - a comma and an "and"
        return to
    mine, other = to.meaning, lender.meaning
    if not (isinstance(mine, Partial) and isinstance(other, Partial)):
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
    if expression.value is None and meaning == _THE_QUARTER:  # of a town, or of a seat
        return False
    if isinstance(meaning, _MOVED):
        return meaning.amount is not None and meaning.unit not in _SHORT
    return False


_MOVED: Final = (Shift, Stretch)


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
    gap = tokens.kinds[date.end : weekday.first]
    day, named = date.value.earliest, weekday.meaning.weekday if isinstance(weekday.meaning, Partial) else None
    return gap in ("", Kind.OPEN, Kind.OF) and day is not None and day.weekday() == named


def _range(tokens: Tokens, first: Expression, last: Expression) -> DateMention | None:
    if not _is_range(tokens, first, last):
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


def _is_range(tokens: Tokens, first: Expression, last: Expression) -> bool:
    kinds = tokens.kinds
    gap = kinds[first.end : last.first].replace(Kind.THE, "")
    if gap == Kind.AND:
        return first.first > 0 and kinds[first.first - 1] == Kind.BETWEEN
    if gap == Kind.DASH:
        return tokens.items[first.end].word not in _WIDE_DASH or tokens.touches(first.end)
    return gap in _LINKS


_LINKS: Final = frozenset((Kind.UNTIL, Kind.SINCE_BEHIND, Kind.TO, Kind.SLASH))


def _opened(tokens: Tokens, expression: Expression) -> DateMention:
    first, end, value, basis = expression.first, expression.end, expression.value, expression.basis
    start, after = tokens.start(first), tokens.kinds[end : end + 1]
    if after in _BEFORE_PRESENT and value is not None and value.earliest is not None:
        last = _present(tokens, end)
        if last is not None:
            return DateMention(_span(tokens, first, last), values.since(value), basis)
    governor, bound = _governor(tokens.kinds, expression)
    if after in _BEHIND:
        start = tokens.start(governor) if bound == Kind.FROM else start
        return DateMention(Span(start, tokens.ends[end]), _open(value, up_to=after == Kind.UNTIL_BEHIND), basis)
    if after != Kind.POSSESSIVE:
        if bound in _OPENINGS and not _is_close(tokens, first, bound):
            span = Span(tokens.start(governor), tokens.ends[end - 1])
            return DateMention(span, _open(value, up_to=bound in _UP_TO), basis)
        if bound == Kind.FROM and after in _ONWARDS:
            return DateMention(Span(tokens.start(governor), tokens.ends[end]), _open(value, up_to=False), basis)
    return DateMention(Span(start, tokens.ends[end - 1]), value, basis)


def _is_close(tokens: Tokens, first: int, bound: str) -> bool:
    """Whether the time itself is meant: "shortly after Easter", and "not until 2019" where what is told begins."""
    if bound not in _CLOSE:
        return False
    words: list[str] = []
    for index in range(first - 1, max(-1, first - _NEAR), -1):
        if tokens.kinds[index] in (Kind.AND, Kind.COMMA):
            break
        words.append(tokens.items[index].word)
    if bound != Kind.AFTER and not _DENIALS.isdisjoint(words):
        return True
    return bound != Kind.UNTIL and not _CLOSELY.isdisjoint(words[:2])


_CLOSE: Final = frozenset((Kind.UNTIL, Kind.BEFORE, Kind.AFTER))
_NEAR: Final = 6
_DENIALS: Final = frozenset(("not", "never", "t", "cannot"))
_CLOSELY: Final = frozenset(("shortly", "just", "soon", "right", "immediately"))


def _open(value: DateValue | None, *, up_to: bool) -> DateValue | None:
    if value is None or value.earliest is None or value.latest is None:
        return value
    return values.before(value) if up_to else values.since(value)


_UP_TO: Final = frozenset((Kind.BEFORE, Kind.BACK, Kind.UNTIL, Kind.BY))
_BEHIND: Final = frozenset((Kind.SINCE_BEHIND, Kind.UNTIL_BEHIND))
_BEFORE_PRESENT: Final = frozenset((Kind.DASH, Kind.TO, Kind.UNTIL))
_OPENINGS: Final = _UP_TO | {Kind.SINCE, Kind.AFTER}


def _present(tokens: Tokens, index: int) -> int | None:
    """The index behind "-present" or "to the present" that begins at an index; None where nothing of the kind does."""
    kinds = tokens.kinds
    index += 2 if kinds.startswith(Kind.THE, index + 1) else 1
    if not kinds.startswith((Kind.TIMES, Kind.VAGUE), index):
        return None
    return index + 1 if tokens.items[index].number == 0 else None


def _governor(kinds: str, expression: Expression) -> tuple[int, str]:
    """The index of the first word that governs an expression, and the kind that it and those behind it amount to.

    Passed are the article of "since the 1990s" and the like; the kind is empty where nothing governs.
    """
    index, partial = expression.first - 1, expression.meaning
    if index < 0:
        return 0, ""
    if index > 0 and kinds[index] == Kind.THE and isinstance(partial, Partial):
        index -= partial.decade is not None or partial.century is not None or partial.quarter is not None
    if kinds[index] in _PHRASE_ENDS:
        for phrase, kind in _PHRASES:
            if kinds.endswith(phrase, 0, index + 1):
                return index + 1 - len(phrase), kind
    return index, kinds[index]


_PHRASES: Final = tuple(
    ("".join(kinds), kind)
    for *kinds, kind in (
        (Kind.LABEL, Kind.LATER, Kind.THAN, Kind.BEFORE),  # "no later than"
        (Kind.LATER, Kind.THAN, Kind.OTHER),
        (Kind.PREVIOUS, Kind.TO, Kind.BEFORE),  # "prior to"
        (Kind.UP, Kind.TO, Kind.UNTIL),
        (Kind.UP, Kind.UNTIL, Kind.UNTIL),
        (Kind.BEFORE, Kind.OF, Kind.BEFORE),  # Spanish "antes de"
        (Kind.AFTER, Kind.OF, Kind.AFTER),
    )
)
_PHRASE_ENDS: Final = frozenset(phrase[-1] for phrase, _ in _PHRASES)


def _span(tokens: Tokens, first: int, end: int) -> Span:
    return Span(tokens.start(first), tokens.ends[end - 1])

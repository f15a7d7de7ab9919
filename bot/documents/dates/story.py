"""What expressions of time amount to, counted from the anchor or from what the text last spoke of."""

from datetime import date
from typing import Final

from bot.documents.dates import arithmetic, placing, values
from bot.documents.dates.lexicon import Unit
from bot.documents.dates.meaning import Meaning, Origin, Partial, Share, Shift, Stretch
from bot.models import Basis, DateValue, Precision

Result = tuple[DateValue | None, Basis]
_UNKNOWN: Final[Result] = (None, Basis.UNKNOWN)
_FIRST_WHOLE_DECADE: Final = 100
_QUARTER_LASTS: Final = 6
_STATED_LASTS: Final = 2
_FINE_ENOUGH: Final = {
    Unit.DAY: frozenset((Precision.TIME, Precision.DAY)),
    Unit.WEEK: frozenset((Precision.TIME, Precision.DAY, Precision.WEEK)),
    Unit.MONTH: frozenset((Precision.TIME, Precision.DAY, Precision.WEEK, Precision.MONTH)),
}
_REMEMBERED: Final = (Partial, Shift)
_WIDE: Final = frozenset((Precision.DECADE, Precision.CENTURY))


class Story:
    """The anchor of a document, and what its text last spoke of.

    `narrative` says that the text tells a story of its own years, so that a day without a year, or a weekday, belongs
    to the year, or the day, that was told last. Otherwise the text is a report: such a date is counted from the
    anchor, except beside a full date of another year. Beside a year before Christ, which no value fits, it is unknown.
    """

    def __init__(self, anchor: date | None, *, narrative: bool) -> None:
        self._anchor = anchor
        self._narrative = narrative
        self._told: DateValue | None = None
        self._before: DateValue | None = None
        self._stated: int | None = None
        self._stated_age = 0
        self._quarter: DateValue | None = None
        self._quarter_age = 0
        self._ancient = False

    def new_paragraph(self) -> None:
        """Forget, in a report, what the paragraph before spoke of, but for "the next day" at the beginning."""
        self._quarter_age += 1
        self._ancient &= self._narrative
        if self._quarter_age > _QUARTER_LASTS:
            self._quarter = None
        if not self._narrative:
            self._stated = None
            self._before, self._told = self._told, None

    def new_sentence(self) -> None:
        """Count the sentences since a year was stated."""
        self._stated_age += 1

    def resolve(self, meaning: Meaning, tense: int) -> Result:
        """The value of an expression and from what it is known; None and `unknown` where it is not.

        Args:
            meaning: what the expression says.
            tense: past (-1), future (1) or unclear (0), by the verbs beside it.
        """
        try:
            value, basis = self._resolve(meaning, tense)
        except (ValueError, OverflowError):  # 30 February, or a time beyond the calendar
            return _UNKNOWN
        if isinstance(meaning, Partial) and (meaning.era < 0 or meaning.year is not None):
            self._ancient = meaning.era < 0
            self._told = None if self._ancient else self._told
        if value is None:
            return _UNKNOWN
        self._remember(meaning, value, basis)
        return value, basis

    def _remember(self, meaning: Meaning, value: DateValue, basis: Basis) -> None:
        if isinstance(meaning, Share):  # "the first half of 2021" tells of its year as "March 2021" does
            meaning = meaning.whole
        if not isinstance(meaning, _REMEMBERED) or value.precision in _WIDE:
            return
        from_anchor = isinstance(meaning, Shift) and meaning.origin is Origin.ANCHOR and meaning.base is None
        if not (self._narrative and from_anchor):
            self._told = value
        named = isinstance(meaning, Partial) and not meaning.of_quarter
        if named and value.precision is Precision.QUARTER:
            self._quarter, self._quarter_age = value, 0
        if isinstance(meaning, Partial) and meaning.month is not None and basis is Basis.STATED:
            self._stated, self._stated_age = meaning.year, 0

    def _resolve(self, meaning: Meaning, tense: int) -> Result:
        if isinstance(meaning, Partial):
            return self._stated_value(meaning) or (self._worked_out(meaning, tense), Basis.WORKED_OUT)
        if isinstance(meaning, Shift):
            return self._shifted(meaning, tense), Basis.WORKED_OUT
        if isinstance(meaning, Share):
            whole, basis = self._resolve(meaning.whole, tense)
            return whole and arithmetic.share(whole, meaning.unit, meaning.first, meaning.count), basis
        if isinstance(meaning, Stretch) and self._anchor is not None and meaning.amount is not None:
            value = arithmetic.stretch(self._anchor, meaning.unit, meaning.amount, meaning.direction)
            return value, Basis.WORKED_OUT
        return _UNKNOWN

    def _stated_value(self, partial: Partial) -> Result | None:
        """The value of a date that is complete in itself; None where it needs something from elsewhere."""
        if partial.ambiguous or partial.of_next or partial.era < 0:
            return _UNKNOWN
        if partial.century is not None and partial.turn:
            first = 100 * (partial.century - 1)
            return values.span(values.decade(first - 10), values.decade(first)), Basis.STATED
        if partial.century is not None:
            return values.century(partial.century), Basis.STATED
        if partial.decade is not None and partial.decade >= _FIRST_WHOLE_DECADE:
            return values.decade(partial.decade), Basis.STATED
        return None if partial.year is None else self._in_year(partial, partial.year)

    def _in_year(self, partial: Partial, year: int) -> Result:
        if partial.of_quarter and self._quarter is not None and self._quarter.earliest is not None:
            return values.quarter(year, (self._quarter.earliest.month + 2) // 3), Basis.WORKED_OUT
        if partial.years > 1:
            return values.span(values.year(year), values.year(year + 1)), Basis.STATED
        return placing.placed(partial, year), Basis.STATED

    def _worked_out(self, partial: Partial, tense: int) -> DateValue | None:
        if partial.decade is not None:
            return None if self._anchor is None else _decade(partial.decade, self._anchor)
        if any(part is not None for part in (partial.month, partial.quarter, partial.season, partial.easter)):
            return self._in_some_year(partial, tense)
        if (base := self._day(partial)) is None:
            return None
        if partial.weekend:
            return placing.weekend(partial, base, tense)
        return placing.at(partial, base) if partial.weekday is None else placing.weekday(partial, base, tense)

    def _day(self, partial: Partial) -> date | None:
        """The day that a weekday is counted from, or on which a time of day lies."""
        wanted = self._narrative or partial.after_told or (partial.hour is not None and partial.weekday is None)
        if wanted and self._told is not None and self._told.precision in _FINE_ENOUGH[Unit.DAY]:
            return self._told.earliest
        return self._anchor

    def _in_some_year(self, partial: Partial, tense: int) -> DateValue | None:
        if partial.same_year:
            year = None if self._told is None or self._told.earliest is None else self._told.earliest.year
            return None if year is None else placing.placed(partial, year + (partial.years_away or 0))
        if self._told is not None and partial.direction is None and partial.years_away is None:
            besides = self._anchor is None or (
                self._stated_beside(partial) not in (None, self._anchor.year) and tense <= 0
            )
            if self._narrative or besides:
                return placing.nearest(partial, self._told)
        if self._anchor is None or self._ancient:
            return None
        if partial.years_away is not None:
            return placing.placed(partial, self._anchor.year + partial.years_away)
        if partial.direction is not None:
            return placing.directed(partial, self._anchor)
        return placing.by_tense(partial, self._anchor, tense)

    def _stated_beside(self, partial: Partial) -> int | None:
        """The year that was stated beside a date: a day still belongs to that of two sentences before."""
        lasts = _STATED_LASTS if partial.day is not None else 0
        return self._stated if self._stated_age <= lasts else None

    def _shifted(self, shift: Shift, tense: int) -> DateValue | None:
        if shift.amount is None:
            return None
        if self._quarter is not None and (value := _of_quarter(shift, self._quarter, self._anchor)) is not None:
            return value
        if shift.base is not None:
            base, _ = self._resolve(shift.base, tense)
            when = None if base is None else base.earliest
        else:
            when = self._counted_from(shift, tense)
        return None if when is None else _counted(when, shift, shift.amount)

    def _counted_from(self, shift: Shift, tense: int) -> date | None:
        if shift.origin is Origin.NEAREST:
            ahead = tense > 0 and not self._narrative
            return (None if ahead else _fine(self._told, shift.unit)) or self._anchor
        if shift.origin is Origin.ANCHOR or (shift.origin is Origin.EITHER and not self._narrative):
            return self._anchor
        if self._told is not None:
            return _fine(self._told, shift.unit)
        if (when := _fine(self._before, shift.unit)) is not None:
            return when
        if self._ancient:
            return None
        backwards = shift.amount is not None and shift.amount < 0
        return self._anchor if backwards or shift.origin is Origin.EITHER else None


def _counted(when: date, shift: Shift, amount: int) -> DateValue:
    if shift.clock is not None:
        return values.time(arithmetic.moved(when, shift.unit, amount), *shift.clock)
    if shift.half:
        months = 12 * amount + (6 if amount > 0 else -6)
        return arithmetic.holding(arithmetic.moved(when, Unit.MONTH, months), Unit.YEAR)
    if amount == 0 or shift.whole:
        return arithmetic.holding(arithmetic.moved(when, shift.unit, amount), shift.unit)
    return arithmetic.away(when, shift.unit, amount)


def _fine(told: DateValue | None, unit: Unit) -> date | None:
    """The day that was told; None where it is not known as finely as the unit that is counted from it."""
    if told is None or told.precision not in _FINE_ENOUGH.get(unit, frozenset(Precision)):
        return None
    return told.earliest


def _decade(first: int, anchor: date) -> DateValue:
    """ "The 90s" as the last such decade that had begun by the anchor."""  # noqa: D210 - the quotation begins the line
    century = anchor.year - anchor.year % 100
    return values.decade(century + first if century + first <= anchor.year else century - 100 + first)


def _of_quarter(shift: Shift, quarter: DateValue, anchor: date | None) -> DateValue | None:
    """ "The quarter" and "a year earlier" in a report of a quarter."""  # noqa: D210 - the quotation begins the line
    if quarter.earliest is None or shift.amount is None:
        return None
    if shift.latest:
        return quarter if quarter.latest is not None and anchor is not None and quarter.latest < anchor else None
    if shift.unit is Unit.QUARTER and shift.amount == 0 and shift.origin is Origin.TOLD:
        return quarter
    if not shift.compared:
        return None
    return arithmetic.holding(arithmetic.moved(quarter.earliest, shift.unit, shift.amount), Unit.QUARTER)

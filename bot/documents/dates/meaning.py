"""What an expression of time says, before it is known what it is counted from."""

from dataclasses import dataclass
from enum import Enum, auto

from bot.documents.dates.lexicon import Unit


class Origin(Enum):
    """From what an expression counts: the anchor, what the text last spoke of, or, in a story, the latter.

    `NEAREST` is what the text last spoke of, and the anchor where that is nothing, or where the verb looks ahead.
    """

    ANCHOR = auto()
    TOLD = auto()
    EITHER = auto()
    NEAREST = auto()


@dataclass(slots=True)
class Partial:
    """A place on the calendar of which any field may be missing.

    `decade` is its first year, or only 90 for "the 90s", and `turn` is that of the century; `nth` is the 4 of the
    fourth Thursday of November, `easter` the days after Easter of a feast that moves with it, and `week` the week in
    which the day lies; `daypart` is morning (1) to night (4) and `part` early (1), mid (2) or late (3); `direction` is
    that of "last March" (-1), "this March" (0) and "next March" (1), `years_away` that of "in June last year", with
    `same_year` that of "in June of that year", and with `after_told` "the following Friday" counts from the day that
    was told; `era` is -1 before Christ; `years` is 2 of a season that begins in one year and ends in the next, and
    `of_quarter` is "the 1988 quarter" of a report. `ambiguous` digits can be read in two ways.
    """

    year: int | None = None
    quarter: int | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    easter: int | None = None
    weekend: bool = False
    week: bool = False
    hour: int | None = None
    minute: int | None = None
    decade: int | None = None
    century: int | None = None
    turn: bool = False
    daypart: int | None = None
    part: int | None = None
    direction: int | None = None
    years_away: int | None = None
    same_year: bool = False
    after_told: bool = False
    era: int = 1
    years: int = 1
    of_quarter: bool = False
    ambiguous: bool = False


@dataclass(slots=True)
class Shift:
    """`amount` units away from its origin, or from `base`; None where the text gives no number ("years ago").

    `compared` marks "a year earlier", which in a report of a quarter means the same quarter a year before; `whole`
    marks "last century", which is not a hundred years ago but all of the century before;
    `latest` marks "the latest quarter", which is the one that a report tells of if it is over; `half` adds half a unit,
    and `clock` is the hour and the minute on that day.
    """

    unit: Unit
    amount: int | None
    origin: Origin = Origin.ANCHOR
    base: "Partial | Shift | None" = None
    daypart: int | None = None
    part: int | None = None
    compared: bool = False
    whole: bool = False
    latest: bool = False
    half: bool = False
    clock: tuple[int, int] | None = None


@dataclass(slots=True)
class Stretch:
    """The last (-1) or next (1) so many units up to, or from, the anchor."""

    unit: Unit
    amount: int | None
    direction: int


@dataclass(slots=True)
class Length:
    """A duration that lies nowhere; `ahead` is that of "in two weeks", which counts from the anchor with "will".

    `half` adds half a unit: "a year and a half". Of "two to three weeks" the amount is 2.
    """

    unit: Unit
    amount: int | None
    ahead: bool = False
    half: bool = False


@dataclass(slots=True)
class Share:
    """A part of a longer time: `count` units from the `first` on, or the last ones where that is -1; halves if None."""

    whole: Partial | Shift
    unit: Unit | None
    first: int
    count: int = 1


@dataclass(slots=True)
class Repeated:
    """A set of times: every so many units, or every such day or month."""

    unit: Unit
    amount: int | None = 1
    each: Partial | None = None


@dataclass(slots=True)
class Vague:
    """The past (-1), the present (0) or the future (1), and no more."""

    when: int


Meaning = Partial | Shift | Share | Stretch | Length | Repeated | Vague

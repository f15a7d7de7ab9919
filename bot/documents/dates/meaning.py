"""What an expression of time says, before it is known what it is counted from."""

from dataclasses import dataclass
from enum import Enum, auto

from bot.documents.dates.lexicon import Unit


class Origin(Enum):
    """From what an expression counts: the anchor, what the text last spoke of, or, in a story, the latter."""

    ANCHOR = auto()
    TOLD = auto()
    EITHER = auto()


@dataclass(frozen=True, slots=True)
class Partial:
    """A place on the calendar of which any field may be missing.

    `decade` is its first year, or only 90 for "the 90s"; `nth` is the 4 of the fourth Thursday of November; `daypart`
    is morning (1) to night (4) and `part` early (1), mid (2) or late (3); `direction` is that of "last March" (-1),
    "this March" (0) and "next March" (1), `years_away` that of "in June last year", with `same_year` that of "in June
    of that year"; `era` is -1 before Christ. `ambiguous` digits can be read in two ways.
    """

    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    weekend: bool = False
    hour: int | None = None
    minute: int | None = None
    decade: int | None = None
    century: int | None = None
    daypart: int | None = None
    part: int | None = None
    direction: int | None = None
    years_away: int | None = None
    same_year: bool = False
    era: int = 1
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """`amount` units away from its origin, or from `base`; None where the text gives no number ("years ago").

    `compared` marks "a year earlier", which in a report of a quarter means the same quarter a year before; `whole`
    marks "last century", which is not a hundred years ago but all of the century before.
    """

    unit: Unit
    amount: int | None
    origin: Origin = Origin.ANCHOR
    base: "Partial | Shift | None" = None
    daypart: int | None = None
    part: int | None = None
    compared: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The last (-1) or next (1) so many units up to, or from, the anchor."""

    unit: Unit
    amount: int | None
    direction: int


@dataclass(frozen=True, slots=True)
class Length:
    """A duration that lies nowhere."""

    unit: Unit
    amount: float | None


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: every so many units, or every such day or month."""

    unit: Unit
    amount: int | None = 1
    each: Partial | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """The past (-1), the present (0) or the future (1), and no more."""

    when: int


Meaning = Partial | Shift | Stretch | Length | Repeated | Vague

"""The kinds of word that a date is made of, and the form of a language's table of them.

The engine never sees a language's words: the lexer replaces each by its kind and a number (the 3 of March), and the
grammar is written over kinds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a token is to the grammar; the value is the one character that stands for it in the grammar's patterns."""

    OTHER = "."
    BY_PLACE = "\0"  # what it is depends on what stands beside it
    # from digits and marks
    ISO = "I"
    DATE = "D"
    CLOCK = "c"
    YEAR = "Y"
    DAYNUM = "d"
    NUM = "n"
    ORD = "o"
    DECADE = "X"
    QCODE = "q"
    HCODE = "1"
    SHORTYEAR = "4"
    COMMA = ","
    DASH = "-"
    SLASH = "/"
    OPEN = "("
    # from the language's table
    MONTH = "M"
    MAYBE = "m"
    WEEKDAY = "W"
    SEASON = "S"
    FEAST = "x"
    UNIT = "u"
    UNITS = "U"
    WEEKEND = "E"
    QUARTER = "Q"
    DAYPART = "p"
    NOON = "P"
    NUMBER = "N"
    ORDWORD = "O"
    ARTICLE = "a"
    THE = "t"
    FEW = "f"
    OF = "+"
    TO = ">"
    AND = "&"
    FROM = "F"
    BETWEEN = "B"
    SINCE = "s"
    UNTIL = "<"
    BEFORE = "b"
    AFTER = "z"
    AT = "@"
    IN = "i"
    OVER = "v"
    LAST = "L"
    PAST = "J"
    RECENT = "R"
    PREVIOUS = "V"
    NEXT = "A"
    FOLLOWING = "G"
    THIS = "T"
    THAT = "K"
    AGO = "g"
    EARLIER = "e"
    LATER = "l"
    PART = "y"
    EDGE = "_"
    EVERY = "8"
    REPEATED = "9"
    DEIXIS = "Z"
    MERIDIEM = "w"
    VAGUE = "?"
    ABOUT = "~"
    MORE = "^"
    THAN = "="
    OCLOCK = "0"
    ERA = "C"
    LABEL = "#"
    COUNTED = "2"
    POSSESSIVE = "'"
    HALF = "h"
    PERIOD = "3"
    FISCAL = "5"
    AGED = "6"
    ZONE = "7"
    ON = "!"
    FILLER = "%"
    TIMES = "|"
    GENERAL = "*"
    LATEST = "$"
    PLURAL = '"'
    LEAST = "`"
    TONIGHT = ";"
    ONWARDS = ":"
    PERFECT = "}"
    BY = "H"
    UP = "k"
    TURN = "r"
    TALLY = "j"
    ENDED = "]"
    BEGUN = "["
    TIME = "{"
    DAYPARTS = "£"
    GONE = "á"
    COMING = "é"
    BACK = "ó"
    ROMAN = "ú"
    HUNDREDS = "í"
    YEARS_AGO = "ä"
    UNREAD = "ñ"
    TERM = "õ"
    # of languages that go from the year down
    ANNO = "ö"
    EMONTH = "ü"
    EDAY = "ë"
    AYEAR = "ï"
    AMONTH = "à"
    AWEEK = "è"
    SINCE_BEHIND = "ì"
    UNTIL_BEHIND = "ò"


class Unit(StrEnum):
    """A unit of time, from the finest to the coarsest."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


UNITS = tuple(Unit)


@dataclass(frozen=True, slots=True)
class Tense:
    """The words by which a language shows whether something is over or to come.

    `usual` is the tense where none is seen: the past in a language of which only the commonest verbs are known.
    `past_ending` and `future_ending` are those of regular verbs; what ends in the former is no past where it is one of
    `not_past` or stands behind a `passive` word; `future_before_infinitive` words count where an `infinitive` word
    follows, `future_elsewhere` words where none does ("due on Friday", but "due to rain"); `no_deadline` words
    before "until" make it one of the past; `commands` look ahead where they open a sentence ("Come on Friday").
    """

    past: frozenset[str]
    future: frozenset[str]
    future_before_infinitive: frozenset[str]
    future_elsewhere: frozenset[str]
    infinitive: frozenset[str]
    passive: frozenset[str]
    no_deadline: frozenset[str]
    not_past: frozenset[str]
    past_ending: tuple[str, ...] = ()
    commands: frozenset[str] = frozenset()
    future_ending: tuple[str, ...] = ()
    usual: int = 0
    telling: frozenset[str] = field(init=False, repr=False)
    """All words that can show a tense, whatever stands beside them."""
    endings: tuple[str, ...] = field(init=False, repr=False)
    """The endings of verbs that can."""

    def __post_init__(self) -> None:
        words = self.past | self.future | self.future_before_infinitive | self.future_elsewhere | self.commands
        object.__setattr__(self, "telling", words)
        object.__setattr__(self, "endings", self.past_ending + self.future_ending)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A language's table.

    `table` gives the words of each kind, in lower case, with their numbers (of feasts those of `feasts`). Of `IN` the
    number is 1 where it looks ahead ("in two weeks"), of `THIS` where it is an adjective ("current"), of `ABOUT` where
    it belongs to the duration that it governs ("nearly two weeks"), of `TALLY` where a plain number follows.

    `feasts` are named days of several words and `names` names that hold the word of a date ("Bloody Sunday"), both as
    regular expressions; `proper` those words that count only with a capital; `short` those that may carry a full stop;
    `doubtful` those that are dates only beside other words, such as the name Jan; `plural` and `singular` the endings
    by which a counted noun is known ("2000 votes"), and those that only look like one.

    `phrases` are other expressions of several words, in any case; one without a number has that of its figures.
    `figures` are forms that begin with a figure and whose first one is their number ("1990er Jahre"), as regular
    expressions too.

    `ordinal` is the ending of an ordinal in digits, as a regular expression; with `dotted` a full stop is one. Where
    `capital_nouns` is true, a capital letter marks no name. `day_first` says that 11/09/2023 is a day of September;
    where it is false, figures that can be read in two ways are not read.
    """

    language: str
    table: Mapping[Kind, Mapping[str, int]]
    proper: frozenset[str]
    short: frozenset[str]
    doubtful: frozenset[str]
    plural: tuple[str, ...]
    singular: tuple[str, ...]
    tense: Tense
    feasts: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    phrases: Mapping[str, tuple[Kind, int | None]] = field(default_factory=dict)
    figures: tuple[tuple[str, Kind], ...] = ()
    ordinal: str = "st|nd|rd|th"
    dotted: bool = False
    capital_nouns: bool = False
    day_first: bool = False

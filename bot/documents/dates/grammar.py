"""The forms of expressions of time, as patterns over kinds of token.

A pattern is a regular expression whose capital words are names of `Kind`; every token is one character of the string
that it is matched against, so that blanks between words do not matter and the time that matching takes is bounded by
the number of words. Names in braces are parts that several patterns share. Of the rules that fit at a place the first
one whose reader accepts is taken: the longer forms stand before the shorter.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from bot.documents.dates.lexicon import Kind
from bot.documents.dates.starters import LENGTH, starters
from bot.documents.dates.tokens import Token, Tokens

_REMEMBERED: Final = 4096  # beginnings of rules, of which there are few
_PARTS: Final = {
    "part": "(?: (?: (?P<part> PART) DASH? | THE? (?P<edge> EDGE) OF ) THE? )?",
    "about": """
        (?: (?: ABOUT | OVER | (?: MORE | FILLER) THAN | AT LEAST) (?= NUM|DAYNUM|NUMBER|ARTICLE|FEW|YEAR|THE) )?""",
    "count": """
        (?P<n> ARTICLE (?: FEW OF? | HALF | NUMBER )? | FEW OF? | NUMBER (?: DASH? NUMBER){0,3} | DAYNUM | NUM
          | YEAR)""",
    "clock": """
        (?: (?P<c> CLOCK) (?P<ap> MERIDIEM)? | (?P<h> DAYNUM) (?: OCLOCK | (?P<ap2> MERIDIEM)) | (?P<noon> NOON)
          | (?P<hours> YEAR|NUM) (?= ZONE))
        ZONE?""",
    "at": "(?: COMMA? (?:AT|IN|DASH)? (?: ABOUT | IN (?=DAYNUM|CLOCK) )? {clock} )?",
    "dir": "(?P<dir> LAST|PAST|PREVIOUS|NEXT|FOLLOWING|THIS|THAT|GONE|COMING)",
    "month": "(?:MONTH|MAYBE)",
    "day": "(?:DAYNUM|ORD)",
    "ofday": "(?: THE? (?P<dp> DAYPART) OF )?",
    "whole": """
        (?: THE? FISCAL? UNIT? (?P<y> YEAR) | THE? (?P<x> DECADE) | THE? (?P<co> ORD|ORDWORD) DASH? (?P<cu> UNIT)
          | (?P<wdir> LAST|THIS|NEXT|PREVIOUS|FOLLOWING|THAT) FISCAL? (?P<wu> UNIT) | THE FISCAL? (?P<tu> UNIT)
          | PART? (?P<m> {month}) (?: COMMA? (?P<my> YEAR))? )""",
    "away": """
        (?: COMMA? OF? (?: THE? (?P<away> LAST|THIS|NEXT|THAT|FOLLOWING|PREVIOUS|GONE|COMING) (?P<awayu> UNIT)
          | THE? (?P<awayu2> UNIT) (?P<away2> GONE|COMING) ) )""",
    "unit": "(?:UNIT|UNITS|QUARTER)",
}

RULES: Final[dict[str, str]] = {
    "unread": "(?P<date> UNREAD)",
    "eastern_day": """
        (?: (?P<y> ANNO) | (?P<ay> AYEAR) )? (?P<m> EMONTH)
        (?: (?P<d> EDAY) (?: (?P<mark> TO | UNTIL | DASH | SINCE_BEHIND) (?P<d2> EDAY) )? )? (?P<part> PART)?""",
    "eastern_part": """
        (?: (?P<y> ANNO) | (?P<ay> AYEAR) ) (?: (?P<q> QCODE) | (?P<code> HCODE) | OF? (?P<s> SEASON) ) PART?""",
    "eastern_month": "(?P<am> AMONTH) (?P<d> EDAY)? (?P<part> PART)?",
    "eastern_week": "(?P<aw> AWEEK) (?P<w> WEEKDAY)?",
    "eastern_year": "(?: (?P<y> ANNO) | (?P<ay> AYEAR) ) (?P<part> PART)?",
    "iso": "(?P<iso> ISO)",
    "date": "(?P<date> DATE)",
    "dated_era": """
        {part} (?: (?P<d> {day}) OF? (?P<m> {month}) | (?P<m2> {month}) (?: (?P<d2> {day}) COMMA? )?
          | THE? (?P<s> SEASON) ) (?: OF | COMMA | IN)? (?P<n> YEAR|NUM|DAYNUM) (?P<era> ERA)""",
    "week_of": """
        THE? (?P<u> UNIT) (?: OF | EDGE | BEGUN | ENDED ) THE? (?: (?P<w> WEEKDAY) COMMA? )?
        (?: (?P<m> {month}) (?P<d> {day}) | (?P<d2> {day}) OF? (?P<m2> {month}) )
        (?! DASH? {unit} ) (?: COMMA? (?P<y> YEAR) )?""",
    "weekday_day": """
        THE? (?P<w> WEEKDAY) COMMA? THE? (?P<d> {day})
        (?= (?: AND | DASH | TO | UNTIL | COMMA ) WEEKDAY COMMA? THE? (?: {day} OF? {month} | {month} {day} ) )""",
    "month_day": """
        (?: {clock} COMMA? ON? )? {ofday} {part} (?: (?: THE | THIS )? {dir})? (?: (?P<w> WEEKDAY) DAYPART? COMMA? )?
        (?P<m> {month}) THE? (?P<d> {day} | ORDWORD (?! QUARTER | DASH? UNIT))
        (?! DASH? {unit} | MERIDIEM | {month} YEAR )
        (?P<more> (?: COMMA {day}){0,6} (?: COMMA? AND | DASH | TO THE?) {day}
            (?! DASH? {unit} | {month} | MERIDIEM | OCLOCK | DASH {day} | SLASH) )?
        (?: COMMA? (?P<y> YEAR) | {away} )? (?: {at2} | DAYPART )?""",
    "day_month": """
        (?: {clock} COMMA? ON? )? {ofday} {part} (?: (?P<w> WEEKDAY) COMMA? )? THE? (?P<d> {day} | ORDWORD (?= OF))
        (?P<more> (?: COMMA {day}){0,6} (?: AND | DASH | SLASH | TO THE? | UNTIL ) {day} )? (?: OF | DASH)?
        (?P<m> {month})
        (?: (?: COMMA | DASH | OF)? (?P<y> YEAR) | {away} )? {at2}""",
    "half_of": "(?: (?: THE | EDGE )? (?P<o> ORDWORD|ORD) | THE (?P<last> LAST) ) HALF OF {whole}",
    "units_of": """
        THE? (?: (?P<o> ORDWORD) | (?P<last> LAST) ) (?P<n> NUMBER|DAYNUM) (?P<u> UNITS) (?: OF | IN ) {whole}""",
    "unit_of": "THE? (?: (?P<o> ORDWORD|ORD) | (?P<last> LAST) ) (?P<u> UNIT) (?: OF | IN ) {whole}",
    "century_quarter": """
        THE? (?: (?P<o> ORDWORD) | (?P<last> LAST) ) (?P<u> QUARTER) OF THE? (?P<co> ORD|ORDWORD) (?P<cu> UNIT)""",
    "turn_of": "THE TURN OF THE (?P<o> ORD|ORDWORD)? (?P<u> UNIT)",
    "nth_weekday": """
        THE? (?: (?P<o> ORDWORD | ORD) | (?P<last> LAST) ) (?P<w> WEEKDAY) (?: OF | IN ) (?P<m> {month})
        (?: COMMA? OF? (?P<y> YEAR) | {away} )?""",
    "month_year": "{part} (?P<m> {month}) (?: COMMA | OF | DASH)? (?P<y> YEAR)",
    "quarter_of": """
        (?: {part} | THE ) FISCAL? (?P<o> ORDWORD | ORD) FISCAL? DASH? QUARTER
        (?: (?: OF | IN | COMMA)? THE? FISCAL? (?: (?P<y> YEAR) | (?P<dir> LAST|THIS|NEXT) (?P<u> UNIT) ) )?""",
    "half_code": "(?P<code> HCODE) (?: COMMA | OF | IN | DASH | SLASH)? (?P<y> YEAR)",
    "spelled_date": """
        {part} (?: (?P<m> {month}) | THE? (?P<s> SEASON) OF?) (?P<n> NUMBER DASH? NUMBER (?: DASH? NUMBER)?)""",
    "short_year": "(?P<m> {month}) SHORTYEAR",
    "quarter_in": "(?P<dir> LAST|THIS|NEXT) (?P<u> UNIT) POSSESSIVE (?P<o> ORDWORD|ORD) QUARTER",
    "year_quarter": "THE? (?P<y> YEAR) (?: POSSESSIVE | DASH)? (?: (?P<o> ORDWORD) QUARTER | (?P<q> QCODE) )",
    "quarter_code": "(?P<q> QCODE) (?: COMMA | OF | IN | DASH | SLASH)? (?P<y> YEAR)?",
    "season_year": """
        {part} THE? (?P<s> SEASON) (?: OF | COMMA)? (?P<y> YEAR) (?: (?: DASH | SLASH) (?: YEAR | DAYNUM | NUM))?""",
    "season": """
        (?: THE (?= PART) )? {part} (?: (?P<the> THE | THIS)? {dir} | (?P<article> THE) )?
        (?P<s> SEASON) (?! DASH) {away}?""",
    "two_years": "THE? (?P<years> DATE) (?= TERM)",
    "decade": "THE? {part} (?P<x> DECADE)",
    "centuries": """
        THE? (?P<o> ORD | ORDWORD) (?P<mark> AND | TO | DASH | UNTIL) THE? (?P<o2> ORD | ORDWORD) DASH?
        (?P<u> UNIT | UNITS)""",
    "century": """
        THE? {part} (?: (?P<o> ORD | ORDWORD | ROMAN) DASH? (?P<u> UNIT) | (?P<u2> UNIT) (?P<o2> ROMAN) )
        (?P<era> ERA)?""",
    "years_to": "(?P<y> YEAR) (?P<mark> DASH | SLASH) (?P<yy> DAYNUM | NUM) (?! DASH | SLASH | COMMA NUM | {unit})",
    "years_era": """
        (?P<n> YEAR|NUM|DAYNUM) (?P<mark> DASH | TO | AND | SLASH) (?P<n2> YEAR|NUM|DAYNUM) (?P<era> ERA)""",
    "year_era": "(?: (?P<n> YEAR|NUM|DAYNUM) (?P<era> ERA) | (?P<era2> ERA) (?P<n2> YEAR|NUM|DAYNUM) )",
    "shift_base": """
        {about} (?: {count} | THE) (?P<u> {unit}) (?P<side> BEFORE | AFTER | FROM)
        (?: (?P<now> VAGUE) | (?P<dir> LAST|NEXT|THIS)? (?P<w> WEEKDAY) | (?P<z> DEIXIS | TONIGHT)
          | (?P<m> {month}) (?P<d> {day}) (?: COMMA? (?P<y> YEAR))? )""",
    "half_ago": "HALF (?P<n> ARTICLE) (?P<u> UNIT) (?P<side> AGO | EARLIER | LATER)",
    "halves_ago": """
        (?: {count} (?P<u> {unit}) AND ARTICLE HALF | (?P<m> NUMBER|DAYNUM|ARTICLE) AND ARTICLE? HALF (?P<mu> {unit}) )
        (?P<side> AGO | EARLIER | LATER)""",
    "beyond": "THE (?P<u> UNIT) (?: (?P<last> BEFORE LAST) | AFTER NEXT)",
    "half_length": "HALF DASH? ARTICLE? (?P<u> UNIT) (?! {unit} )",
    "ago": """
        THE? {about} {count}? DASH? (?P<u> {unit}) DASH? (?P<side> AGO | EARLIER | LATER | BEFORE)
        (?: ORDWORD? QUARTER | PERIOD)?""",
    "hundreds": "THE? {part} (?P<x> HUNDREDS)",
    "years_ago": "(?P<n> YEARS_AGO)",
    "back": "(?P<back> BACK) {about} {count} (?P<u> {unit})",
    "in_time": "{count} (?P<u> {unit}) POSSESSIVE? TIME",
    "stretch": "(?: THE | THIS)? (?P<dir> LAST|PAST|NEXT|PREVIOUS|FOLLOWING) {count} FILLER? (?P<u> {unit})",
    "past_unit": "THE? (?P<dir> PAST) (?P<u> UNIT | QUARTER)",
    "recent": "THE? (?P<dir> RECENT|NEXT|LAST|PAST) (?P<u> UNITS)",
    "these": "THIS (?P<u> UNITS)",
    "current": "(?P<v> THIS)",
    "year_end": "(?P<the> THE)? (?P<u> UNIT) (?: DASH | POSSESSIVE )? (?P<edge> EDGE) (?! OF )",
    "within": "(?: (?P<el> EARLIER | LATER ) | (?P<edge> PART | EDGE) ) (?P<in> IN) THE (?P<u> UNIT | QUARTER)",
    "in_year": "(?P<in> IN | OF) THE (?P<full> FILLER? FISCAL?) (?P<u> UNIT) (?P<ended> ENDED)?",
    "relative": """
        {part} (?P<el> EARLIER | LATER | EDGE)? (?P<the> THE | THIS)? {dir} THAT? FISCAL?
        (?P<u> UNIT | QUARTER | WEEKEND)""",
    "behind": "{part} THE? (?P<u> UNIT | QUARTER | WEEKEND) (?P<dir> GONE | COMING)",
    "eastern_ago": "{count} (?P<u> UNIT) (?P<side> UNTIL_BEHIND | SINCE_BEHIND)",
    "edge_unit": "(?: (?P<part> PART) | THE? (?P<edge> EDGE) OF) THE (?P<u> UNIT | QUARTER)",
    "latest_quarter": """
        THE (?: (?P<latest> LATEST) (?: QUARTER | PERIOD ) | QUARTER)
        (?: (?= ENDED (?P<m> {month}) (?P<d> {day}) (?: COMMA? (?P<y> YEAR) )? ) | )""",
    "spelled": "(?P<word> THE UNIT)? (?P<n> NUMBER DASH? NUMBER (?: DASH? NUMBER)?)",
    "year_period": "THE (?P<y> YEAR) (?: (?P<q> QUARTER) | PERIOD)",
    "years_named": """
        {part} THE? FISCAL? (?P<u> UNIT | UNITS) (?P<y> YEAR) (?P<mark> DASH | SLASH) (?P<yy> DAYNUM | NUM | YEAR)""",
    "year": "{part} (?P<word> (?: THE | FISCAL)? (?: UNIT|UNITS) | FISCAL)? (?P<y> YEAR)",
    "weekdays": "(?P<w> WEEKDAY) (?P<ps> DAYPARTS)",
    "weekday_behind": "{part} THE? (?P<w> WEEKDAY) (?P<dir> GONE | COMING) (?P<p> DAYPART)? {at}",
    "weekday": "{part} (?: (?:EARLIER|LATER)(?!ON) | (?: THE|THIS)? {dir})? (?P<w> WEEKDAY) (?P<p> DAYPART)? {at}",
    "clock_part": "ABOUT? (?: {clock} | (?P<bare> DAYNUM) ) IN THE (?P<p> DAYPART)",
    "clock_day": """
        ABOUT? {clock} (?: COMMA | ON)?
        (?: (?P<dir> LAST|NEXT|THIS)? (?P<w> WEEKDAY) (?P<p> DAYPART)? | (?P<z> DEIXIS | TONIGHT) (?P<zp> DAYPART)?
          | (?P<pdir> THIS | LAST) (?P<pp> DAYPART) )""",
    "deixis": "{part} (?P<z> DEIXIS | TONIGHT) (?P<p> DAYPART)? {at}",
    "daypart": "{part} (?P<el> EARLIER | LATER)? (?P<the> THE)? {dir} (?P<p> DAYPART)",
    "set": """
        EVERY (?: (?P<n> NUMBER|DAYNUM) (?P<us> UNITS) | (?: ORDWORD|OTHER)? (?: (?P<u> UNIT|QUARTER)
          | (?P<w> WEEKDAY) DAYPART? ) | (?P<m> {month}) | (?P<s> SEASON) )""",
    "repeated": "(?P<rep> REPEATED)",
    "lasting": "(?P<u> UNIT|UNITS) DASH (?P<long> FILLER)",
    "length": """
        (?: {about} | THE ORDWORD?)
        (?: (?P<from> NUMBER|DAYNUM|NUM) (?: TO | AND | DASH) (?= NUMBER|DAYNUM|NUM) )? {count}
        (?P<half> DASH? AND DASH? ARTICLE DASH? HALF | DAYNUM SLASH DAYNUM)? (?: DASH | FILLER)? (?P<u> {unit})
        (?P<half2> AND ARTICLE HALF)? (?: (?P<aged> DASH? AGED) | PERIOD)?""",
    "lengths": "(?P<u> UNITS) (?! DASH? AGED)",
    "feast": "{ofday} {dir}? (?P<f> FEAST) (?P<u> UNIT)? DAYPART? (?: (?: COMMA | IN | OF )? (?P<y> YEAR) | {away} )?",
    "month_behind": "{part} (?P<m> {month}) (?P<dir> GONE | COMING)",
    "month": "{part} (?: THIS? {dir} )? (?P<m> {month}) {away}?",
    "weekend": "THE (?P<w> WEEKEND)",
    "vague": "(?P<v> VAGUE)",
    "era": "THE (?P<v> TIMES | PAST)",
    "bare_clock": "ABOUT? {clock}",
}

_PART: Final = re.compile(r"\{([a-z]+)\}")
_NAME: Final = re.compile(r"\?P<\w+>|([A-Z_]{2,})")


def _compiled(pattern: str) -> str:
    """A pattern in the characters that stand for kinds."""
    pattern = pattern.replace(
        "{at2}", re.sub(r"<(\w+)>", r"<\g<1>_>", _PARTS["at"].replace("{clock}", _PARTS["clock"]))
    )
    while (part := _PART.search(pattern)) is not None:
        pattern = pattern.replace(part[0], _PARTS[part[1]])
    pattern = _NAME.sub(lambda name: re.escape(Kind[name[1]].value) if name[1] else name[0], pattern)
    return "".join(pattern.split())


class Rule:
    """A rule: its name, its pattern, compiled when it is first tried, and with which kinds it can begin."""

    __slots__ = ("_form", "_pattern", "name", "parts", "starts")

    def __init__(self, name: str, pattern: str) -> None:
        self.name, self._pattern = name, _compiled(pattern)
        self.starts = starters(self._pattern)
        self.parts: Mapping[str, int] = {}
        """The numbers of the named parts."""
        self._form: re.Pattern[str] | None = None

    def match(self, kinds: str, place: int) -> re.Match[str] | None:
        """How the rule fits the kinds of a sentence at a place; None where it does not."""
        if self._form is None:
            self._form = re.compile(self._pattern)
            self.parts = dict(self._form.groupindex)
        return self._form.match(kinds, place)


class Found:
    """A rule that fits: which, and the indexes of its first token and of the one behind its last."""

    __slots__ = ("_parts", "_places", "end", "first", "rule", "sentence", "tokens")

    def __init__(self, rule: Rule, sentence: Tokens, match: re.Match[str]) -> None:
        self.rule, self.sentence, self.tokens = rule.name, sentence, sentence.items
        self._parts, self._places = rule.parts, match.regs
        self.first, self.end = match.regs[0]

    def start(self, name: str) -> int:
        """The index of the first token of a named part; -1 where the rule has no such part or it is absent."""
        part = self._parts.get(name)
        return -1 if part is None else self._places[part][0]

    def places(self, name: str) -> range:
        """The indexes of the tokens of a named part; none where it is absent."""
        return range(*self._places[self._parts[name]]) if name in self._parts else range(0)

    def group(self, name: str) -> list[Token]:
        """The tokens of a named part; none where the rule has no such part or it is absent."""
        part = self._parts.get(name)
        if part is None:
            return []
        start, end = self._places[part]
        return self.tokens[start:end] if start >= 0 else []

    def number(self, *names: str) -> int | None:
        """The number of the first token of the first of these parts that is there."""
        for name in names:
            if (part := self._parts.get(name)) is not None and (start := self._places[part][0]) >= 0:
                return self.tokens[start].number
        return None

    def kind(self, name: str) -> Kind | None:
        """The kind of the first token of a named part."""
        part = self._parts.get(name)
        return None if part is None or (start := self._places[part][0]) < 0 else self.tokens[start].kind

    def near(self, by: int) -> Token | None:
        """The token so many places before the first (negative) or behind the last (positive)."""
        index = self.first + by if by < 0 else self.end + by - 1
        return self.tokens[index] if 0 <= index < len(self.tokens) else None


_RULES: Final = tuple(Rule(name, pattern) for name, pattern in RULES.items())


def _starting() -> dict[str, list[int]]:
    """With which kinds the rules begin, which are given by their place in order."""
    starting: dict[str, list[int]] = {}
    for place, rule in enumerate(_RULES):
        for start in rule.starts:
            starting.setdefault(start, []).append(place)
    return starting


_STARTING: Final = _starting()


@lru_cache(_REMEMBERED)
def _beginning(start: str) -> tuple[Rule, ...]:
    """The rules that can begin with some kinds, or with fewer at the end, in order of preference."""
    places = {place for length in range(len(start)) for place in _STARTING.get(start[: length + 1], ())}
    return tuple(_RULES[place] for place in sorted(places))


def _places() -> re.Pattern[str]:
    """Where a rule can begin: each kind that begins one, before each that can follow."""
    after: dict[str, set[str]] = {}
    for start in _STARTING:
        after.setdefault(start[0], set()).add(start[1:2])
    begun = (
        re.escape(kind) if "" in kinds else f"{re.escape(kind)}(?=[{re.escape(''.join(sorted(kinds)))}])"
        for kind, kinds in sorted(after.items())
    )
    return re.compile("|".join(begun))


_PLACES: Final = _places()


def beginnings(kinds: str) -> Iterator[tuple[int, tuple[Rule, ...]]]:
    """The places in a sentence's kinds where rules can begin, and these rules in order of preference."""
    for begun in _PLACES.finditer(kinds):
        place = begun.start()
        yield place, _beginning(kinds[place : place + LENGTH])

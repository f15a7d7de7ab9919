"""Whether a word that may be a date is one, from the words beside it; and whether a sentence speaks of what is over."""

from collections.abc import Sequence
from typing import Final

from bot.documents.dates.grammar import Found
from bot.documents.dates.lexicon import Kind, Tense
from bot.documents.dates.tokens import Token

_PREPOSITIONS: Final = frozenset(
    (
        Kind.IN, Kind.OF, Kind.SINCE, Kind.BEFORE, Kind.AFTER, Kind.FROM, Kind.TO, Kind.UNTIL, Kind.BETWEEN, Kind.OVER,
        Kind.BACK,
        Kind.ON, Kind.AND, Kind.BY, Kind.PART, Kind.EDGE, Kind.DASH, Kind.LAST, Kind.NEXT, Kind.THIS, Kind.AGO,
        Kind.ABOUT,
    )
)  # fmt: skip
_MODERN: Final = range(1800, 2101)
_LIFETIME: Final = 120
_NUMERIC: Final = frozenset((Kind.NUM, Kind.DAYNUM, Kind.ORD))
_SEASONAL: Final = frozenset((Kind.IN, Kind.OF, Kind.SINCE, Kind.UNTIL, Kind.FROM, Kind.OVER, Kind.BY))


def is_year(found: Found) -> bool:
    """Whether four digits are a year and no count, address or part of a longer number."""
    before, after = found.near(-1), found.near(1)
    year = found.number("y") or 0
    counts = after is not None and (after.kind in _NUMERIC or after.kind in _UNITS or after.kind is Kind.COUNTED)
    continues = before is not None and (before.kind in _NUMERIC or before.kind is Kind.YEAR)
    if counts or continues or _is_in_name(found) or _is_sum(found) or (after is not None and after.kind is Kind.ZONE):
        return False
    if after is not None and after.kind is Kind.DASH and _is_type_number(found):
        return False
    if before is not None and before.kind in _PREPOSITIONS:
        return True
    if year not in _MODERN:
        return _opens_years(found, year)
    plural = after is not None and after.kind is Kind.PLURAL and not after.capital
    return not plural or before is None or before.kind is Kind.THE


def _opens_years(found: Found, year: int) -> bool:
    """Whether it is the first of two years of a life or a reign: "(1769–1821)", "1783–1815"."""
    before, mark, last = found.near(-1), found.near(1), found.near(2)
    if mark is None or mark.kind is not Kind.DASH or last is None or last.kind is not Kind.YEAR:
        return False
    bracket = before is not None and before.word == "("
    return year < last.number <= year + _LIFETIME and (bracket or last.number in _MODERN)


def _is_in_name(found: Found) -> bool:
    """Whether a name in capitals stands before it, as in "Agenda 2030", and it is no first word of the sentence."""
    before, after, second = found.near(-1), found.near(1), found.near(2)
    if after is not None and after.kind is Kind.DASH and second is not None and second.kind is Kind.YEAR:
        return False
    alone = found.start("y") == found.first
    return alone and before is not None and before.capital and before.kind is Kind.OTHER


def _is_sum(found: Found) -> bool:
    """Whether it is "a total of 2012" or "1914 of them"."""
    before, second, after = found.near(-1), found.near(-2), found.near(1)
    if before is not None and before.kind is Kind.OF:
        return second is not None and second.kind is Kind.TALLY and second.number > 0
    return after is not None and after.kind is Kind.OF and (before is None or before.kind not in _PREPOSITIONS)


def _is_type_number(found: Found) -> bool:
    """Whether a hyphen and a letter or a number follow at once: "1900-D", "2022-117"."""
    code = found.near(2)
    glued = code is not None and found.sentence.touches(found.end) and found.sentence.touches(found.end + 1)
    return glued and code is not None and (len(code.word) == 1 or code.kind in _NUMERIC)


_UNITS: Final = frozenset((Kind.UNIT, Kind.UNITS))


def is_weekday(found: Found) -> bool:
    """Whether a weekday's word is one: in full, with its full stop, or behind "last" or "next"."""
    token, before, after = found.group("w")[0], found.near(-1), found.near(1)
    titled = after is not None and after.capital and after.kind in _PLAIN
    if titled and before is not None and before.kind is Kind.THE:  # "the Sunday Times"
        return False
    if (daypart := found.group("p")) and daypart[0].capital:  # "Monday Night Football"
        return False
    second = found.near(2)
    if after is not None and second is not None and (after.kind, second.kind) in _NO_LAST:
        return False
    return not token.doubtful or found.kind("dir") not in (None, Kind.THAT, Kind.THIS)


# "the first Monday of every month", "the Monday before last"
_NO_LAST: Final = frozenset(((Kind.OF, Kind.EVERY), (Kind.BEFORE, Kind.LAST)))


def is_day(found: Found) -> bool:
    """Whether "today" is the day, and not a name ("China Today") or the present time ("today's world")."""
    token, before = found.group("z")[0], found.near(-1)
    after, second = found.near(1), found.near(2)
    if token.capital and before is not None and before.capital:
        return False
    if after is not None and after.kind is Kind.POSSESSIVE:
        return second is None or second.kind is not Kind.GENERAL
    return before is None or before.kind is not Kind.GENERAL or token.number != 0


_PLAIN: Final = frozenset((Kind.OTHER, Kind.PLURAL, Kind.COUNTED, Kind.LABEL, Kind.GENERAL, Kind.FILLER))


def is_month(found: Found) -> bool:
    """Whether the name of a month that stands alone is one: "May", "March", "June" need a preposition before them."""
    token, before, after = found.group("m")[0], found.near(-1), found.near(1)
    if after is not None and after.kind is Kind.POSSESSIVE and token.kind is Kind.MAYBE and before is None:
        return False
    if before is not None and after is not None and after.kind in _PLAIN and after.word[0].isalpha():
        if before.kind in (Kind.THE, Kind.ARTICLE):  # "a June agreement", but "the October Revolution"
            return not after.capital
        if after.capital and token.kind is Kind.MAYBE and before.kind not in _SURE:  # "by June Carter"
            return False
    if token.kind is Kind.MONTH and not token.doubtful:
        return True
    if before is None:
        return False
    second = found.near(-2)
    listed = before.kind in (Kind.COMMA, Kind.AND) and second is not None and second.kind in _MONTHS
    bound = second is not None and (second.word, before.word) in _BOUNDS
    return listed or bound or before.kind in _MONTH_CUES


_BOUNDS: Final = frozenset(
    (
        ("soon", "as"),
        ("early", "as"),
        ("late", "as"),
        ("sooner", "than"),
        ("earlier", "than"),
        ("later", "than"),
    )
)
_SURE: Final = frozenset((Kind.IN, Kind.SINCE, Kind.UNTIL))
_MONTHS: Final = frozenset((Kind.MONTH, Kind.MAYBE))
_MONTH_CUES: Final = frozenset(
    (
        Kind.IN, Kind.OF, Kind.SINCE, Kind.BEFORE, Kind.AFTER, Kind.FROM, Kind.UNTIL, Kind.BETWEEN, Kind.TO, Kind.DASH,
        Kind.ON, Kind.BY,
    )
)  # fmt: skip


def is_feast(found: Found) -> bool:
    """Whether a feast's word is the day and no name of something else: in full, behind a preposition, or alone."""
    before, after = found.near(-1), found.near(1)
    noun = after is not None and after.kind in _PLAIN and after.word[0].isalpha()
    if noun and after is not None and after.capital:
        return False
    if " " in found.group("f")[0].word or found.group("dir") or (before is not None and before.kind in _FESTIVE):
        return True
    return not noun


_FESTIVE: Final = frozenset((*_MONTH_CUES, Kind.AT, Kind.OVER))


def is_season(found: Found) -> bool:
    """Whether a season's word is one, and not a spring of water or a fall in prices: "in the spring", "in winter"."""
    before = found.near(-1)
    token, after = found.group("s")[0], found.near(1)
    if before is None or (token.capital and after is not None and after.kind is Kind.OF):
        return False
    if found.group("article"):
        falls = before.kind is Kind.OVER and after is not None and after.kind in (Kind.IN, Kind.OF)
        return before.kind in _SEASONAL and not falls
    return before.kind in _SEASONAL or bool(found.group("part"))


def is_conjunction(found: Found) -> bool:
    """Whether "that" before a season links two clauses: "she says that spring is near", but "in that spring"."""
    before = found.near(-1)
    return before is not None and before.kind not in _SEASONAL and before.word[0].isalnum()


def closes(found: Found) -> bool:
    """Whether nothing follows that the last word of the expression could govern: "three years before."."""
    after = found.near(1)
    return after is None or after.kind is Kind.COMMA or not after.word[0].isalnum()


def is_length(found: Found) -> bool:
    """Whether a number and a unit are a duration."""
    return not (found.kind("n") is Kind.ARTICLE and found.kind("u") is Kind.QUARTER)


def is_vague_length(found: Found) -> bool:
    """Whether a bare "weeks" is a duration: "for weeks", "over the years"; and not "the days before"."""
    before, second, after = found.near(-1), found.near(-2), found.near(1)
    if before is None or (after is not None and after.kind in (Kind.BEFORE, Kind.AFTER)):
        return False
    if before.kind is Kind.THE:
        return second is not None and second.kind is Kind.OVER
    return before.kind is Kind.IN


def is_rate(found: Found) -> bool:
    """Whether "a year" stands behind a number or a sum: "24 hours a day", "$2 a year"."""
    before = found.near(-1)
    if found.kind("n") is not Kind.ARTICLE or before is None:
        return False
    return before.kind in _COUNTS or before.word[-1].isdigit()


_COUNTS: Final = frozenset((Kind.UNITS, Kind.NUM, Kind.DAYNUM, Kind.COUNTED, Kind.NUMBER))


def is_compound(found: Found) -> bool:
    """Whether a hyphen and a word follow at once: "the third quarter-final"."""
    dash, word = found.near(1), found.near(2)
    if dash is None or dash.kind is not Kind.DASH or word is None or word.kind not in _PLAIN:
        return False
    return found.sentence.touches(found.end) and found.sentence.touches(found.end + 1)


def is_decade(found: Found) -> bool:
    """Whether "30s" is a decade and not an age: with an apostrophe, or behind "the" or "early"."""
    token = found.group("x")[0]
    before, second = found.near(-1), found.near(-2)
    listed = second is not None and second.kind is Kind.DECADE and second.number > 100  # noqa: PLR2004 - "1930s"
    if listed and before is not None and before.kind in _LISTING:  # "the 1920s and 30s"
        return True
    if not token.word.isalpha() and (" " in token.word or token.word[-1] != "s"):  # "anni novanta", "90年代"
        return True
    if token.number > 100 or not token.word[0].isdigit():  # noqa: PLR2004 - "1930s"
        return token.number > 100 or bool(found.tokens[found.first].kind is not Kind.DECADE) or token.word[0] in "'’"  # noqa: PLR2004 - "1930s"
    return found.tokens[found.first].kind is Kind.THE


_LISTING: Final = frozenset((Kind.AND, Kind.TO, Kind.DASH, Kind.COMMA))


def is_up_to_now(found: Found, amount: int | None) -> bool:
    """Whether a duration reaches up to the anchor: "over ten years" behind a perfect, "for ten years now"."""
    if amount is None or found.kind("u") is not Kind.UNITS:
        return False
    after, first = found.near(1), found.tokens[found.first]
    if after is not None and after.kind is Kind.VAGUE and after.number == 0:
        return True
    return first.kind is Kind.OVER and Kind.PERFECT in found.sentence.kinds[: found.first]


_BESIDE: Final = 3


class Tenses:
    """The tenses of a sentence, asked for from its beginning on: past (-1), future (1) or unclear (0).

    That of an expression is told by the nearest verb before it that tells one, or else by the nearest behind it, or
    else is the usual one. It counts twice where that verb stands right beside the expression, which is then the time of
    the verb. No verb is looked at twice but for the words beside it.
    """

    def __init__(self, tokens: Sequence[Token], table: Tense) -> None:
        self._tokens, self._table = tokens, table
        self._seen = self._before = self._place = 0
        self._ahead, self._behind = 0, table.usual

    def near(self, first: int, end: int) -> int:
        """The tense of an expression by the indexes of its first token and of the one behind its last."""
        for index in range(first - 1, self._seen - 1, -1):
            if tense := self._at(index):
                self._before, self._place = tense, index
                break
        self._seen = first
        if self._before:
            return 2 * self._before if first - self._place <= _BESIDE else self._before
        if end > self._ahead:
            self._look_ahead(end)
        beside = self._ahead - end < _BESIDE and self._ahead < len(self._tokens)
        return 2 * self._behind if beside else self._behind

    def _look_ahead(self, start: int) -> None:
        for index in range(start, len(self._tokens)):
            if tense := self._at(index):
                self._ahead, self._behind = index, tense
                return
        self._ahead, self._behind = len(self._tokens), self._table.usual

    def _at(self, index: int) -> int:
        """The tense that the token at an index tells; 0 where it is none that does."""
        token, table = self._tokens[index], self._table
        may_tell = token.word in table.telling or token.kind is Kind.UNTIL or token.word.endswith(table.endings)
        return _tense(self._tokens, index, table) if may_tell else 0


def _tense(tokens: Sequence[Token], index: int, table: Tense) -> int:
    word = tokens[index].word
    if word in table.future or word.endswith(table.future_ending) or _is_deadline(tokens, index, table):
        return 1
    if word in table.commands and _opens(tokens, index):
        return 1
    following = tokens[index + 1].word if index + 1 < len(tokens) else ""
    if word in _MOVED and following in _NEW_TIME and index + 2 < len(tokens) and tokens[index + 2].kind in _DAYS:
        return 1
    if following in table.infinitive:
        if word in table.future_elsewhere and _is_planned(tokens, index, table):
            return 1
        return 1 if word in table.future_before_infinitive else _past_tense(tokens, index, table)
    return 1 if word in table.future_elsewhere else _past_tense(tokens, index, table)


# "moved to Friday", "set for May": the time is still to come when it is told
_MOVED: Final = frozenset(("moved", "postponed", "rescheduled", "deferred", "delayed", "set", "listed", "fixed"))
_NEW_TIME: Final = frozenset(("to", "until", "till", "for"))
_DAYS: Final = frozenset((Kind.WEEKDAY, Kind.MONTH, Kind.MAYBE))


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word with a capital opens its sentence, or what somebody says in it."""
    return tokens[index].capital and (index == 0 or not tokens[index - 1].word[0].isalnum())


def _is_planned(tokens: Sequence[Token], index: int, table: Tense) -> bool:
    """Whether "due to" leads to a verb ("is due to speak"), and not to a reason ("was late due to the rain")."""
    planned = index > 0 and tokens[index - 1].word in table.future_before_infinitive
    return planned and index + 2 < len(tokens) and tokens[index + 2].kind not in _DETERMINERS


def _is_deadline(tokens: Sequence[Token], index: int, table: Tense) -> bool:
    """Whether this is the "until" of a deadline, and not of "not until Friday" or "Until Friday, he had …"."""
    return tokens[index].kind is Kind.UNTIL and index > 0 and tokens[index - 1].word not in table.no_deadline


def _past_tense(tokens: Sequence[Token], index: int, table: Tense) -> int:
    word = tokens[index].word
    regular = word.endswith(table.past_ending) and len(word) > 4 and word not in table.not_past  # noqa: PLR2004 - "need"
    if not regular and word not in table.past:
        return 0
    if index == 0:
        return -1
    before = tokens[index - 1]
    attribute = regular and before.kind in _DETERMINERS
    return 0 if attribute or before.word in table.passive else -1


_DETERMINERS: Final = frozenset((Kind.THE, Kind.ARTICLE, Kind.POSSESSIVE, Kind.OF))

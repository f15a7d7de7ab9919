"""From a sentence to tokens: each with its offsets, its kind and its number.

Numbers that belong to something else (money, versions, measures, scores, addresses, "No. 14") become `Kind.OTHER`, so
that no rule of the grammar can take them for a date.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.documents.dates.lexicon import Kind, Words

_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2199
_MARKS: Final = {
    ",": Kind.COMMA,
    "-": Kind.DASH,
    "‐": Kind.DASH,
    "‑": Kind.DASH,
    "–": Kind.DASH,
    "—": Kind.DASH,
    "−": Kind.DASH,
    "/": Kind.SLASH,
    "(": Kind.OPEN,
}
_NUMBERS: Final = (
    (re.compile("['’]?([12][0-9]{2}0|[2-9]0)s"), Kind.DECADE),
    (re.compile("['’]([0-9]{2})"), Kind.SHORTYEAR),
    (re.compile("([0-9]{1,3})(?:st|nd|rd|th)"), Kind.ORD),
    (re.compile("([0-9]|1[0-2])[ap]m"), Kind.CLOCK),
)
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_JOINED: Final = frozenset((Kind.OTHER, Kind.NUM, Kind.ZONE, Kind.COUNTED, Kind.LABEL))

_FORMS: Final = r"""
  (?P<link>(?:https?://|www\.)\S+|[#@]\w+)
| (?P<money>[$€£¥₽₹]\s?[0-9][0-9.,]*)
| (?P<iso>(?<!\w)(?<![0-9][-.])[0-9]{4}-[0-9]{2}-[0-9]{2}
    (?:(?:T|\ +)[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
| (?P<date>(?<!\w)(?<![0-9][-./])(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}
    |[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2})(?![\w/-]|\.[0-9]))
| (?P<isomonth>(?<!\w)(?<![0-9][-./])[0-9]{4}-(?:0[1-9]|1[0-2])(?![\w-]|\.[0-9]))
| (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]))
| (?P<glued>[0-9]{1,2}:[0-9]{2}[ap]m\b)
| (?P<number>['’]?[0-9]\w*(?:[.,][0-9]\w*)*)
| (?P<meridiem>[ap]\.\ ?m\b\.?|[ap]m\b)
| (?P<possessive>['’]s\b|(?<=s)['’](?=\s))
| (?P<abbreviation>{short})
| (?P<quarter>Q[1-4]\b)
| (?P<half>H[12]\b)
| (?P<word>[^\W\d_]+(?:['’]clock\b)?)
| (?P<mark>--+|[^\w\s]|_)
"""


@dataclass(slots=True)
class Token:
    """A piece of a sentence.

    `number` is what the kind makes of it; `word` is the text in lower case; `capital` says that it begins with a
    capital letter, `doubtful` that it is a date only beside other words.
    """

    start: int
    end: int
    kind: Kind
    number: int
    word: str
    capital: bool = False
    doubtful: bool = False


class Lexer:
    """Cuts sentences of one language."""

    def __init__(self, words: Words) -> None:
        short = "|".join(sorted(words.short, key=len, reverse=True))
        self._form = re.compile(
            _FORMS.replace("{short}", rf"\b(?:{short})\." if short else "(?!)"), re.VERBOSE | re.IGNORECASE
        )
        self._words = {word: (kind, number) for kind, group in words.table.items() for word, number in group.items()}
        self._proper, self._doubtful = words.proper, words.doubtful
        self._plural, self._singular = words.plural, words.singular
        singles = [word for kind in _TRIGGERS for word in words.table.get(kind, {})]
        singles += [word for word, number in words.table.get(Kind.NUMBER, {}).items() if number in _CENTURIES]
        triggers = "|".join(sorted(singles, key=len, reverse=True))
        self._trigger = re.compile(rf"[0-9]|\b(?:{triggers})" if triggers else "[0-9]", re.IGNORECASE)

    def may_hold_date(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch of text holds a digit or one of the words without which there is no date."""
        return self._trigger.search(text, start, end) is not None

    def cut(self, text: str, start: int, end: int) -> list[Token]:
        """The tokens between two offsets of a text, in order."""
        tokens: list[Token] = []
        for found in self._form.finditer(text, start, end):
            form = found.lastgroup
            if form == "word":
                token = self._word(found[0], found.start(), found.end())
            else:
                token = Token(found.start(), found.end(), Kind.OTHER, 0, found[0].lower())
                self._classify(token, form or "", text)
                if tokens and (token.kind in _NUMERIC or form == "isomonth"):
                    _disown(tokens, token, text)
            tokens.append(token)
        return tokens

    def _word(self, text: str, start: int, end: int) -> Token:
        low = text.lower()
        kind, number = self._words.get(low, (Kind.OTHER, 0))
        if kind is not Kind.OTHER and low in self._proper and not text[0].isupper():
            kind = Kind.OTHER
        if kind is Kind.OTHER and low.endswith(self._plural) and not low.endswith(self._singular):
            kind = Kind.PLURAL
        return Token(start, end, kind, number, low, text[0].isupper(), low in self._doubtful)

    def _classify(self, token: Token, form: str, text: str) -> None:
        word = token.word
        if form == "mark":
            token.kind = _MARKS.get(word[0], Kind.OTHER)
        elif form == "number":
            after = text[token.end : token.end + 1]
            token.kind, token.number = (Kind.OTHER, 0) if after and after in "%°‰" else _number(word)
        elif form == "abbreviation":
            token.kind, token.number = self._words.get(word[:-1], (Kind.OTHER, 0))
            if not text[token.start].isupper() and token.kind is not Kind.LABEL:
                token.kind = Kind.OTHER
        elif form in _CODES:
            token.kind, token.number = _CODES[form], int(word[1])
        elif form == "meridiem":
            token.kind, token.number = Kind.MERIDIEM, 12 * (word[0] == "p")
        elif form in _PLAIN:
            token.kind = _PLAIN[form]
            token.number = 0


_PLAIN: Final = {
    "iso": Kind.ISO,
    "isomonth": Kind.DATE,
    "date": Kind.DATE,
    "clock": Kind.CLOCK,
    "glued": Kind.CLOCK,
    "possessive": Kind.POSSESSIVE,
}
_CODES: Final = {"quarter": Kind.QCODE, "half": Kind.HCODE}
_NUMERIC: Final = frozenset((Kind.DAYNUM, Kind.NUM, Kind.YEAR, Kind.ORD))
_CENTURIES: Final = range(16, 21)  # "nineteen ninety-six"
_TRIGGERS: Final = (
    Kind.TIMES,
    Kind.PAST,
    Kind.MONTH,
    Kind.MAYBE,
    Kind.WEEKDAY,
    Kind.SEASON,
    Kind.FEAST,
    Kind.UNIT,
    Kind.UNITS,
    Kind.WEEKEND,
    Kind.QUARTER,
    Kind.DAYPART,
    Kind.NOON,
    Kind.DEIXIS,
    Kind.REPEATED,
    Kind.VAGUE,
    Kind.DECADE,
)


def _number(word: str) -> tuple[Kind, int]:
    """The kind and value of a token that begins with a digit or its apostrophe; `word` is in lower case."""
    if word.isdigit() and word.isascii():
        return _whole(word)
    for form, kind in _NUMBERS:
        if (found := form.fullmatch(word)) is not None:
            return kind, int(found[1])
    if _GROUPED.fullmatch(word) is not None and len(word) <= len("999,999,999"):
        return Kind.NUM, int(word.replace(",", ""))
    return Kind.OTHER, 0


def _whole(word: str) -> tuple[Kind, int]:
    if len(word) <= 2:  # noqa: PLR2004 - a day, an hour or a small number has at most two digits
        value = int(word)
        return (Kind.DAYNUM if 0 < value <= 31 else Kind.NUM), value  # noqa: PLR2004 - the longest month
    if len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR:  # noqa: PLR2004 - a year as it is written
        return Kind.YEAR, int(word)
    return (Kind.NUM, int(word)) if len(word) <= len("999999999") else (Kind.OTHER, 0)


def _disown(tokens: list[Token], token: Token, text: str) -> None:
    """Make a number `OTHER` where what stands before it says that it counts or names something else."""
    last = tokens[-1]
    glued = last.end == token.start
    if (last.kind is Kind.LABEL and token.kind is not Kind.ORD) or (
        glued and (last.word in _GLUE or text[last.end - 1].isalpha())
    ):
        token.kind = Kind.OTHER
    elif glued and last.kind is Kind.DASH and len(tokens) > 1:
        before = tokens[-2]
        if before.end == last.start and before.kind in _JOINED and text[last.start] == "-":
            token.kind = Kind.OTHER


_GLUE: Final = frozenset((".", ":", "_", "=", "&", "+", "*", "#", "№", "§"))


@lru_cache
def lexer_for(words: Words) -> Lexer:
    """The lexer of a language's table, built once."""
    return Lexer(words)

"""From a stretch of text to tokens, each with its kind and its number.

Numbers that belong to something else (money, versions, measures, scores, addresses, "No. 14") become `Kind.OTHER`, so
that no rule of the grammar can take them for a date.
"""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from itertools import accumulate, islice
from typing import Final, NamedTuple

from bot.documents.dates.lexicon import Kind, Words
from bot.documents.dates.tokens import Token, Tokens
from bot.documents.dates.triggers import first_words
from bot.wording.remembering import Remembered

REMEMBERED: Final = 16_384  # pieces of text; with their tokens some five megabytes
_FIRST_YEAR: Final = 1000
_LAST_YEAR: Final = 2199
MARKS: Final = {
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
    (re.compile("['’]?([12][0-9]{2}0|[2-9]0)['’]?s"), Kind.DECADE),
    (re.compile("['’]([0-9]{2})"), Kind.SHORTYEAR),
    (re.compile("([0-9]|1[0-2])[ap]m"), Kind.CLOCK),
)
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_JOINED: Final = frozenset((Kind.OTHER, Kind.NUM, Kind.ZONE, Kind.COUNTED, Kind.LABEL))

# A few blanks are taken at once, and the first form is all that most words need.
_FORMS: Final = r"""
\s{0,8}+(?:
  (?P<word>[^\W\d_]++(?![\w.'’:]))
{figures}
| (?P<link>(?:https?://|www\.)\S+|[#@]\w+)
| (?P<money>[$€£¥₽₹]\s?[0-9][0-9.,]*)
| (?P<iso>(?<!\w)(?<![0-9][-.])[0-9]{4}-[0-9]{2}-[0-9]{2}
    (?:(?:T|\ +)[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-])
    |(?<![\w.-])[0-9]{4}-?W[0-9]{2}(?:-?[1-7])?(?![\w-])|(?<![\w.-])[0-9]{8}T[0-9]{4}(?:[0-9]{2})?Z?(?![\w-]))
| (?P<date>(?<!\w)(?<![0-9][-./])(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}
    |[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2})(?![\w/-]|\.[0-9]))
| (?P<isomonth>(?<!\w)(?<![0-9][-./])[0-9]{4}-(?:0[1-9]|1[0-2])(?![\w-]|\.[0-9]))
| (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\w:]))
| (?P<glued>[0-9]{1,2}[:.][0-9]{2}[ap]m\b)
| (?P<dotted>(?<![\w.])[0-9]{1,2}\.(?=\s[^\W\d_]|\s?[-–]\s?[0-9]{1,2}\.\s[^\W\d_]))
| (?P<quarteryear>(?<!\w)(?:[1-4]Q['’]?|Q[1-4]['’])[0-9]{2}\b)
| (?P<quarter>(?<!\w)(?:Q[1-4]|[1-4]Q)\b)
| (?P<half>(?<!\w)(?:H[12]|[12]H)\b)
| (?P<fiscal>\bFY(?:[12][0-9]{3}|['’]?[0-9]{2})\b)
| (?P<number>(?:(?<![^\W\d_])['’])?[0-9]\w*(?:[.,][0-9]\w*)*)
| (?P<meridiem>[ap]\.\ ?m\b\.?|[ap]m\b)
| (?P<possessive>['’]s\b|(?<=s)['’](?=\s))
| (?P<abbreviation>{short})
| (?P<compound>[^\W\d_]++(?:['’]clock\b)?)
| (?P<mark>--+|[^\w\s]|_)
)
"""


class Cutter:
    """Cuts sentences of one language, each by itself."""

    def __init__(self, words: Words) -> None:
        short = "|".join(re.escape(word) for word in sorted(words.short, key=len, reverse=True))
        forms = _FORMS.replace("{short}", rf"\b(?:{short})\." if short else "(?!)")
        figures = (f"| (?P<figure{at}>{form})" for at, (form, _) in enumerate(words.figures))
        forms = forms.replace("{figures}", "\n".join(figures))
        self._figures = {f"figure{at}": kind for at, (_, kind) in enumerate(words.figures)}
        self._form = re.compile(forms, re.VERBOSE | re.IGNORECASE)
        self._piece = re.compile(_COMMONEST + _NAMED.sub("(?:", forms) + _REST, re.VERBOSE | re.IGNORECASE | re.DOTALL)
        self._dotted, self._capital_nouns = words.dotted, words.capital_nouns
        self._words = {word: (kind, number) for kind, group in words.table.items() for word, number in group.items()}
        self._ordinal = re.compile(f"([0-9]{{1,3}})(?:{words.ordinal})")
        self._day_first = words.day_first
        self._phrases = _phrases(words)
        self._openers = {word for word, group in self._phrases.items() if any(each.any_case for each in group)}
        self._known = Remembered(self._of_piece, REMEMBERED)
        self._proper, self._doubtful = words.proper, words.doubtful
        self._plural, self._singular = words.plural, words.singular

    def cut(self, text: str, start: int, end: int) -> Tokens:
        """The tokens between two offsets of a text, in order."""
        pieces = self._piece.findall(text, start, end)
        bounds = list(accumulate(map(len, pieces), initial=start))
        tokens = Tokens.of(list(map(self._known.__getitem__, pieces)), bounds[1:])
        places = [found.start() for found in _UNSETTLED.finditer(tokens.kinds)]
        return self._settled(tokens, places, text, bounds) if places else tokens

    def opens(self, token: Token, first: str) -> bool:
        """Whether an expression of several words may begin with a token, by its first letter as it is written."""
        return token.word in self._phrases and (first.isupper() or token.word in self._openers)

    def _settled(self, tokens: Tokens, places: list[int], text: str, bounds: list[int]) -> Tokens:
        """Tokens with those at some places settled by what stands beside them, and without what is none."""
        dropped: set[int] = set()
        for place in places:
            if not dropped and _stands_alone(tokens, place, text, bounds):
                continue
            found = None if place in dropped else self._form.match(text, bounds[place], bounds[-1])
            if found is None:
                dropped.add(place)
                continue
            form = found.lastgroup or ""
            start, end = found.span(form)
            if form in _WORDS:
                token = self.word(found[form], 0)
                if token.word in self._phrases:
                    token = self._widened(token, text, start, bounds[-1])
                    end = start + token.length
                    dropped |= {later for later in range(place + 1, len(tokens.items)) if bounds[later] < end}
            else:
                token = self._classified(found[form], form, text[end : end + 2])
                if token.kind in _NUMERIC or form == "isomonth":
                    token.kind = _owned(tokens, _before(place, dropped), token.kind, start, text)
            tokens.items[place], tokens.ends[place] = token, end
        kept = [place for place in range(len(tokens.items)) if place not in dropped]
        return Tokens.of([tokens.items[place] for place in kept], [tokens.ends[place] for place in kept])

    def _of_piece(self, piece: str) -> Token:
        """What a piece is, where its text alone says so."""
        text, width = piece.lstrip(), len(piece)
        if text.isalpha() and text.lower() not in HALVES:
            token = self.word(text, width)
            return BY_PLACE if self.opens(token, text[0]) else token
        low, length = text.lower(), len(text)
        if text.isalnum() and text.isascii() and text[-1] not in "QqHh":  # "20", "20th", and no "1Q"
            kind, number = self.figure(low, "")
            known = kind in _NUMERIC and not self._figures
            return Token(kind, number, low, length, width) if known else BY_PLACE
        if low in _POSSESSIVES:
            return Token(Kind.POSSESSIVE, int(self._day_first), low, length, width)
        if text and text[0] not in "'’" and not any(sign.isalnum() for sign in text):
            return Token(MARKS.get(text[0], Kind.OTHER), 0, text, length, width)
        return BY_PLACE

    def word(self, text: str, width: int) -> Token:
        """The token of a word, with its width."""
        low, capital = text.lower(), text[0].isupper()
        kind, number = self._words.get(low, _OTHER)
        if (not capital and low in self._proper) or (kind in _IN_CAPITALS and not text.isupper()):
            kind = Kind.OTHER
        if kind is Kind.OTHER:
            if low.endswith(self._plural) and not low.endswith(self._singular):
                kind = Kind.PLURAL
        elif self._capital_nouns:
            capital = False
        return Token(kind, number, low, len(text), width, capital, low in self._doubtful)

    def _widened(self, token: Token, text: str, start: int, end: int) -> Token:
        """The token of the phrase that begins with a word, or of the word where none does."""
        capital = text[start].isupper()
        for phrase in self._phrases[token.word]:
            fits = phrase.any_case or capital
            if fits and (found := phrase.form.match(text, start, end)) is not None:
                number = int(_DIGITS.findall(found[0])[0]) if phrase.number is None else phrase.number
                word, length = found[0].lower(), len(found[0])
                return Token(phrase.kind, number, word, length, 0, token.capital, token.doubtful)
        return token

    def _classified(self, shown: str, form: str, after: str) -> Token:
        """The token of what fits a form other than a word's, with two characters behind it."""
        word = shown.lower()
        kind, number = self._kind_of(word, form, after, capital=shown[0].isupper())
        return Token(kind, number, word, len(shown), 0)

    def _kind_of(self, word: str, form: str, after: str, *, capital: bool) -> tuple[Kind, int]:
        if form in ("number", "dotted"):
            return self.figure(word, after)
        if form == "abbreviation":
            kind, number = self._words.get(word[:-1], _OTHER)
            return (kind if capital or kind in _ANY_CASE else Kind.OTHER), number
        if form == "mark":
            return MARKS.get(word[0], Kind.OTHER), 0
        if form in _PLAIN:
            return _PLAIN[form], int(self._day_first)
        if form in self._figures:
            return self._figures[form], int(_DIGITS.findall(word)[0])
        return _CODES[form](word) if form in _CODES else _OTHER

    def figure(self, word: str, after: str) -> tuple[Kind, int]:
        """The kind and value of a number, by its ending and what stands behind it."""
        if _FOREIGN.match(after) is not None:
            return _OTHER
        if word.endswith("."):
            return (Kind.ORD, int(word[:-1])) if self._dotted else _number(word[:-1])
        ordinal = self._ordinal.fullmatch(word)
        return _number(word) if ordinal is None else (Kind.ORD, int(ordinal[1]))


_NAMED: Final = re.compile(r"\(\?P<\w+>")
_COMMONEST: Final = r"(?-i:\ ?[A-Za-z]++(?=[\ ,])|,)|"  # a shorter way to what the forms come to
_REST: Final = r"|\s++|."  # what is no token
_POSSESSIVES: Final = frozenset(("'s", "’s"))
HALVES: Final = frozenset(("am", "pm"))
BY_PLACE: Final = Token(Kind.BY_PLACE, 0, "", 0, 0)
"""Of a piece whose text does not say what it is: what stands beside it does."""


_OTHER: Final = (Kind.OTHER, 0)
_IN_CAPITALS: Final = frozenset((Kind.ERA, Kind.ZONE))
_WORDS: Final = frozenset(("word", "compound"))
_ANY_CASE: Final = frozenset((Kind.LABEL, Kind.MERIDIEM))
_FOREIGN: Final = re.compile(r"[%°‰]|:[0-9]")  # behind a number that is a measure, or half of a ratio
_PLAIN: Final = {
    "iso": Kind.ISO,
    "isomonth": Kind.DATE,
    "date": Kind.DATE,
    "quarteryear": Kind.DATE,
    "clock": Kind.CLOCK,
    "glued": Kind.CLOCK,
    "possessive": Kind.POSSESSIVE,
}
_NUMERIC: Final = frozenset((Kind.DAYNUM, Kind.NUM, Kind.YEAR, Kind.ORD))
_UNSETTLED: Final = re.compile(f"[{BY_PLACE.kind}" + "".join(map(re.escape, sorted(_NUMERIC))) + "]")


def _stands_alone(tokens: Tokens, place: int, text: str, bounds: list[int]) -> bool:
    """Whether what stands beside a number leaves it what it is: a blank and no label before it, no sign behind it."""
    if tokens.items[place] is BY_PLACE:
        return False
    if text[bounds[place + 1] : bounds[place + 1] + 1] in _SIGNS:
        return False
    return place == 0 or (text[bounds[place]].isspace() and tokens.items[place - 1].kind is not Kind.LABEL)


_SIGNS: Final = ("%", "°", "‰", ":")


class _Phrase(NamedTuple):
    """An expression of several words; without `any_case` it needs a capital, without a number its figures give it."""

    form: re.Pattern[str]
    kind: Kind
    number: int | None
    any_case: bool


def _phrases(words: Words) -> dict[str, list[_Phrase]]:
    """The expressions of several words, by their first word."""
    phrases: dict[str, list[_Phrase]] = {}
    for phrase, kind, number, any_case in (
        *((name, Kind.OTHER, 0, False) for name in words.names),
        *((feast, Kind.FEAST, number, False) for feast, number in words.feasts.items()),
        *(
            (phrase, kind, number, True)
            for phrase, (kind, number) in sorted(words.phrases.items(), key=_length, reverse=True)
        ),
    ):
        closed = phrase if phrase[-1] == "]" else rf"{phrase}\b"  # it may end with an apostrophe
        pattern = re.compile(closed.replace(" ", r"\s+"), re.IGNORECASE)
        for word in first_words(phrase):
            phrases.setdefault(word, []).append(_Phrase(pattern, kind, number, any_case))
    return phrases


def _length(phrase: tuple[str, object]) -> int:
    return len(phrase[0])


_DIGITS: Final = re.compile("[0-9]+")
_CENTURY_TURNS: Final = 50


def _fiscal(word: str) -> int:
    """The year of "fy2023" or "fy23"."""
    return int(word[-4:]) if word[-4:].isdigit() else full_year(int(word[-2:]))


_CODES: Final[Mapping[str, Callable[[str], tuple[Kind, int]]]] = {
    "fiscal": lambda word: (Kind.YEAR, _fiscal(word)),
    "quarter": lambda word: (Kind.QCODE, int(word.strip("q"))),
    "half": lambda word: (Kind.HCODE, int(word.strip("h"))),
    "meridiem": lambda word: (Kind.MERIDIEM, 12 * (word[0] == "p")),
}


def full_year(two_digits: int) -> int:
    """The year of a fiscal year or quarter in two digits, 1950 to 2049."""
    return two_digits + (2000 if two_digits < _CENTURY_TURNS else 1900)


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


def _before(place: int, dropped: AbstractSet[int]) -> list[int]:
    """The two places before another, or as many as there are, but for some that are to be dropped."""
    return list(islice((each for each in range(place - 1, -1, -1) if each not in dropped), 2))[::-1]


def _owned(tokens: Tokens, before: list[int], kind: Kind, start: int, text: str) -> Kind:
    """The kind of a number, which is `OTHER` where a token before it says that it counts or names something else."""
    if not before:
        return kind
    last, end = tokens.items[before[-1]], tokens.ends[before[-1]]
    glued = end == start
    if (last.kind is Kind.LABEL and kind is not Kind.ORD) or (
        glued and (last.word in _GLUE or text[end - 1].isalpha())
    ):
        return Kind.OTHER
    if glued and last.kind is Kind.DASH and len(before) > 1:
        first, dash = before[0], tokens.start(before[1])
        if tokens.ends[first] == dash and tokens.items[first].kind in _JOINED and text[dash] == "-":
            return Kind.OTHER
    return kind


_GLUE: Final = frozenset((".", ":", "_", "=", "&", "+", "*", "#", "№", "§"))

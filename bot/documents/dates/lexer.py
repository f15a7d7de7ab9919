"""From a sentence to tokens: each with its offsets, its kind and its number.

Numbers that belong to something else (money, versions, measures, scores, addresses, "No. 14") become `Kind.OTHER`, so
that no rule of the grammar can take them for a date.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from bot.documents.dates.eastern import EasternLexer, EasternWords
from bot.documents.dates.lexicon import Kind, Words
from bot.documents.dates.tokens import Facts, Token, Tokens
from bot.documents.dates.triggers import Trigger, first_words

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


class Lexer:
    """Cuts sentences of one language."""

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
        self._facts = _Remembered(self._of_piece)
        self._proper, self._doubtful = words.proper, words.doubtful
        self._plural, self._singular = words.plural, words.singular
        self._tense = words.tense
        self._trigger = {vague: Trigger(words, vague=vague) for vague in (False, True)}

    def may_hold_date(self, text: str, start: int, end: int, *, vague: bool = False) -> bool:
        """Whether a stretch of text holds what no date is without; with `vague`, what no expression of time is."""
        return self._trigger[vague].fires(text, start, end)

    def cut(self, text: str, start: int, end: int) -> Tokens:
        """The tokens between two offsets of a text, in order."""
        pieces = self._piece.findall(text, start, end)
        facts = list(map(self._facts.__getitem__, pieces))
        ends = list(accumulate(map(len, pieces), initial=start))
        tokens = Tokens(facts, ends[1:])
        places = [found.start() for found in _UNSETTLED.finditer(tokens.kinds)]
        if places:
            self._place(tokens, places, text, ends)
        return tokens

    def _place(self, tokens: Tokens, places: list[int], text: str, ends: list[int]) -> None:
        """Settle the tokens at places where what stands beside them counts, and drop what is none."""
        dropped: set[int] = set()
        for place in places:
            if not dropped and _stands_alone(tokens, place, text, ends):
                continue
            found = None if place in dropped else self._form.match(text, ends[place], ends[-1])
            if found is None:
                dropped.add(place)
                continue
            form = found.lastgroup or ""
            if form in _WORDS:
                kind, number, word, capital, doubtful = self._word(found[form])
                token = Token(*found.span(form), kind, number, word, capital, doubtful)
                if word in self._phrases:
                    taken = self._widen(token, text, ends[-1])
                    dropped |= {later for later in range(place + 1, len(tokens)) if ends[later] < taken}
            else:
                token = Token(*found.span(form), Kind.OTHER, 0, found[form].lower())
                self._classify(token, form, text)
                if token.kind in _NUMERIC or form == "isomonth":
                    _disown(tokens.before(place, dropped), token, text)
            tokens.settle(place, token)
        if dropped:
            tokens.drop(dropped)

    def _of_piece(self, piece: str) -> Facts:
        """What a piece is, where its text alone says so."""
        text = piece.lstrip()
        if text.isalpha() and text.lower() not in _HALVES:
            word = self._word(text)
            verb = word[0] is Kind.UNTIL or self._tense.may_tell(word[2])
            return (
                _BY_PLACE
                if word[2] in self._openers or (word[2] in self._phrases and text[0].isupper())
                else Facts(*word, verb, len(text))
            )
        if text.isalnum() and text.isascii() and text[-1] not in "QqHh":  # "20", "20th", and no "1Q"
            kind, number = self._figure(text.lower(), "")
            known = kind in _NUMERIC and not self._figures
            return Facts(kind, number, text.lower(), _NO, _NO, _NO, len(text)) if known else _BY_PLACE
        if text.lower() in _POSSESSIVES:
            return Facts(Kind.POSSESSIVE, int(self._day_first), text.lower(), _NO, _NO, _NO, len(text))
        if text and text[0] not in "'’" and not any(sign.isalnum() for sign in text):
            kind = _MARKS.get(text[0], Kind.OTHER)
            return Facts(kind, 0, text, _NO, _NO, _NO, len(text))
        return _BY_PLACE

    def _word(self, text: str) -> tuple[Kind, int, str, bool, bool]:
        """What a token of a word has beside its offsets."""
        low, capital = text.lower(), text[0].isupper()
        kind, number = self._words.get(low, _OTHER)
        if (low in self._proper and not capital) or (kind in _IN_CAPITALS and not text.isupper()):
            kind = Kind.OTHER
        if kind is Kind.OTHER:
            if low.endswith(self._plural) and not low.endswith(self._singular):
                kind = Kind.PLURAL
        elif self._capital_nouns:
            capital = False
        return kind, number, low, capital, low in self._doubtful

    def _widen(self, token: Token, text: str, end: int) -> int:
        """Let a token take the whole of a phrase that begins with it; the offset at which its text then ends."""
        capital = text[token.start].isupper()
        for phrase in self._phrases[token.word]:
            fits = phrase.any_case or capital
            if fits and (found := phrase.form.match(text, token.start, end)) is not None:
                token.end, token.word, token.kind = found.end(), found[0].lower(), phrase.kind
                token.number = int(_DIGITS.findall(found[0])[0]) if phrase.number is None else phrase.number
                break
        return token.end

    def _classify(self, token: Token, form: str, text: str) -> None:
        word = token.word
        if form == "mark":
            token.kind = _MARKS.get(word[0], Kind.OTHER)
        elif form in ("number", "dotted"):
            token.kind, token.number = self._figure(word, text[token.end : token.end + 2])
        elif form in self._figures:
            token.kind, token.number = self._figures[form], int(_DIGITS.findall(word)[0])
        elif form == "fiscal":
            token.kind, token.number = Kind.YEAR, _fiscal(word)
        elif form == "abbreviation":
            token.kind, token.number = self._words.get(word[:-1], (Kind.OTHER, 0))
            if not text[token.start].isupper() and token.kind not in _ANY_CASE:
                token.kind = Kind.OTHER
        elif form in _CODES:
            token.kind, token.number = _CODES[form], int(word.strip("qh"))
        elif form == "meridiem":
            token.kind, token.number = Kind.MERIDIEM, 12 * (word[0] == "p")
        elif form in _PLAIN:
            token.kind = _PLAIN[form]
            token.number = int(self._day_first)

    def _figure(self, word: str, after: str) -> tuple[Kind, int]:
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
_REMEMBERED: Final = 16_384  # pieces; a few megabytes
_NO: Final = False
_POSSESSIVES: Final = frozenset(("'s", "’s"))
_HALVES: Final = frozenset(("am", "pm"))
_BY_PLACE: Final = Facts("\0", 0, "", _NO, _NO, _NO, 0)
"""Of a piece whose text does not say what it is: what stands beside it does."""


class _Remembered(dict[str, Facts]):
    """What pieces are, worked out when they are first met."""

    def __init__(self, facts: Callable[[str], Facts]) -> None:
        super().__init__()
        self._facts = facts

    def __missing__(self, piece: str) -> Facts:
        if len(self) >= _REMEMBERED:
            self.clear()
        facts = self[piece] = self._facts(piece)
        return facts


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
_CODES: Final = {"quarter": Kind.QCODE, "half": Kind.HCODE}
_NUMERIC: Final = frozenset((Kind.DAYNUM, Kind.NUM, Kind.YEAR, Kind.ORD))
_UNSETTLED: Final = re.compile("[\0" + "".join(map(re.escape, sorted(_NUMERIC))) + "]")


def _stands_alone(tokens: Tokens, place: int, text: str, ends: list[int]) -> bool:
    """Whether what stands beside a number leaves it what it is: a blank and no label before it, no sign behind it."""
    if tokens.facts(place) is _BY_PLACE:
        return False
    if text[ends[place + 1] : ends[place + 1] + 1] in _SIGNS:
        return False
    return place == 0 or (text[ends[place]].isspace() and tokens.kind(place - 1) is not Kind.LABEL)


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


def _disown(before: list[Token], token: Token, text: str) -> None:
    """Make a number `OTHER` where what stands before it says that it counts or names something else."""
    if not before:
        return
    last = before[-1]
    glued = last.end == token.start
    if (last.kind is Kind.LABEL and token.kind is not Kind.ORD) or (
        glued and (last.word in _GLUE or text[last.end - 1].isalpha())
    ):
        token.kind = Kind.OTHER
    elif glued and last.kind is Kind.DASH and len(before) > 1:
        joined = before[-2]
        if joined.end == last.start and joined.kind in _JOINED and text[last.start] == "-":
            token.kind = Kind.OTHER


_GLUE: Final = frozenset((".", ":", "_", "=", "&", "+", "*", "#", "№", "§"))


@lru_cache
def lexer_for(words: Words | EasternWords) -> Lexer | EasternLexer:
    """The lexer of a language's table, built once."""
    return EasternLexer(words) if isinstance(words, EasternWords) else Lexer(words)

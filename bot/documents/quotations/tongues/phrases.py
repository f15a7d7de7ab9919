"""Phrases: who a stretch of a sentence in another language names, as a pronoun, a name, or a description."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

from bot.documents.quotations.lexicon import AGENCIES
from bot.documents.quotations.tongues.tongue import Tongue
from bot.documents.quotations.tongues.tongue import words as words_of
from bot.models import Span

# An elided article before a word in small letters is a word of its own (l’ingénieur); an initial keeps its full stop.
_TOKEN: Final = re.compile(
    r"(?:[lLdD]|[Aa]ll|[Dd]ell|[Uu]n)(?=[’'][^\W\dA-ZÀ-Þ])|[^\W\d_]\.(?:-?[^\W\d_]\.)*|(?:MM|Mme|Mlle|Dra?|Sra?|Prof|Sig|Dott|On)\."
    r"|[^\W_](?:[\w’'-]*\w)?"
)
_GAP: Final = re.compile(r"[ \u00a0\n\t]*[’']?|[ \u00a0\n\t]*")
# Behind a first name; the second ones behind one of the first.
_PARTICLES: Final = words_of("de del della da dos di du la le van von ter bin ibn al el zu")
_WEAK: Final = words_of("der den la las los le les")
_CAPITAL: Final = re.compile(r"(?<![\w’'.-])[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ]")
_LONGEST: Final = 4
_REACH: Final = 100
_WORDS_BEFORE: Final = 4
_TAIL: Final = 5


class Sort(Enum):
    """How a subject is worded."""

    PRONOUN = auto()
    NAME = auto()
    DESCRIPTION = auto()
    SILENT = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A subject where it stands; `tokens` are the words of a name, `gender` that of a pronoun."""

    sort: Sort
    span: Span
    tokens: tuple[str, ...] = ()
    gender: str = ""


class _Token(NamedTuple):
    word: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.word.lower()

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


def tokens(text: str, start: int, end: int) -> list[_Token]:
    """The words from an offset on that nothing but spaces parts."""
    result: list[_Token] = []
    at = start
    while (gap := _GAP.match(text, at, end)) and (found := _TOKEN.match(text, gap.end(), end)):
        result.append(_Token(found[0], *found.span()))
        at = found.end()
    return result


def read(text: str, start: int, end: int, tongue: Tongue) -> Phrase | None:
    """The subject with which a stretch begins; None where it begins with none.

    Args:
        text: A paragraph in which what is quoted is blotted out.
        start: Where the stretch begins.
        end: Where it ends at the latest.
        tongue: The table of its language.
    """
    words = tokens(text, behind_adverbs(text, start, end, tongue), end)
    if not words:
        return None
    if words[0].lower in tongue.pronouns and (len(words) == 1 or not words[1].capital):
        return Phrase(Sort.PRONOUN, Span(words[0].start, words[0].end), gender=tongue.pronouns[words[0].lower])
    first = 1 if words[0].lower in tongue.determiners else 0
    small = _office(words, first, tongue)
    run = _run(words, first + len(small), tongue)
    proper = _proper(run, tongue)
    any_noun = words[0].lower in tongue.subjects and (bool(run) or not tongue.capitals)
    if small and not _has_role(small, tongue) and not any_noun:
        return None
    if len(proper) > 1 or (proper and (len(proper) < len(run) or not first or (small and not tongue.capitals))):
        return _name(proper, tongue)
    if not first or not (small or run) or (proper and (not any_noun or run[0].lower in tongue.media)):
        return None
    return Phrase(Sort.DESCRIPTION, Span(words[0].start, _end(words, first + len(small) + len(run), tongue)))


def _proper(run: list[_Token], tongue: Tongue) -> list[_Token]:
    """Capitalised words without those before the name in them (Bremer Polizeipräsident Dirk Fasse)."""
    start = 0
    for at, token in enumerate(run):
        if _is_title(token, tongue) and (at + 1 < len(run) or at == start):
            start = at + 1
        elif start < at < len(run) - 1 and token.lower in tongue.first_names:
            return run[start:] if run[start].lower in tongue.first_names else run[at:]
    return run[start:]


def behind_adverbs(text: str, start: int, end: int, tongue: Tongue) -> int:
    """Where a stretch goes on behind the adverbs and days with which it begins."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    while (found := tongue.skipped.match(text, start, end)) is not None and found.end() > start:
        start = found.end()
    return start


def _office(words: Sequence[_Token], at: int, tongue: Tongue) -> list[_Token]:
    """Words in small letters before a name: an office, and what tells more of it."""
    small: list[_Token] = []
    for token in words[at : at + _WORDS_BEFORE]:
        if token.capital or token.lower in tongue.links:
            break
        small.append(token)
    return small


def names(text: str, tongue: Tongue) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The names of two words and more in a paragraph, each with where it begins."""
    at = 0
    while (found := _CAPITAL.search(text, at)) is not None:
        run = _run(tokens(text, found.start(), min(len(text), found.start() + _REACH)), 0, tongue)
        at = max(found.end(), run[-1].end if run else 0)
        while run and run[0].lower in tongue.common:
            run = run[1:]
        run = _proper(run, tongue)
        if len(run) > 1 and (name := _name(run, tongue)) is not None:
            yield run[0].start, name.tokens


def _is_role(token: _Token, tongue: Tongue) -> bool:
    return tongue.roles.fullmatch(token.lower) is not None


def _is_title(token: _Token, tongue: Tongue) -> bool:
    """Whether a word before a name is no part of it."""
    return token.lower in tongue.honorifics or _is_role(token, tongue)


def _has_role(words: Sequence[_Token], tongue: Tongue) -> bool:
    return any(_is_role(token, tongue) for token in words)


def _run(words: list[_Token], at: int, tongue: Tongue) -> list[_Token]:
    """Capitalised words from a place on, with particles between them."""
    run: list[_Token] = []
    while at < len(words) and (words[at].capital or _joins(words, at, run, tongue)):
        run.append(words[at])
        at += 1
    while run and not run[-1].capital:
        run.pop()
    return run


def _joins(words: Sequence[_Token], at: int, run: Sequence[_Token], tongue: Tongue) -> bool:
    """Whether a word in small letters stands between a first name and the rest."""
    if not run or not any(each.capital for each in words[at + 1 : at + 3]) or _is_role(run[0], tongue):
        return False
    return words[at].lower in _PARTICLES if len(run) == 1 else not run[-1].capital and words[at].lower in _WEAK


def _name(proper: list[_Token], tongue: Tongue) -> Phrase | None:
    shown = tuple(token.word for token in proper)
    plain = [token for token in shown if token[0].isupper()]
    if len(plain) > _LONGEST or plain[-1].lower() in AGENCIES or shown[0].lower() in tongue.common:
        return None
    return Phrase(Sort.NAME, Span(proper[0].start, proper[-1].end), shown)


def _end(words: list[_Token], at: int, tongue: Tongue) -> int:
    """Where a description ends that may go on with "of" and a noun."""
    end = words[at - 1].end
    if at < len(words) and words[at].lower in tongue.links:
        stop = at + 1
        while stop < len(words) and stop - at <= _TAIL and words[stop].lower in tongue.links | tongue.determiners:
            stop += 1
        if stop < len(words) and words[stop].lower not in tongue.common:
            end = words[stop].end
            while stop + 1 < len(words) and words[stop].capital and words[stop + 1].capital:
                stop += 1
                end = words[stop].end
    return end

"""Key phrases: the runs of words between stop words that a text comes back to, as they stand in it.

Candidates are those of RAKE (Rose et al., "Automatic Keyword Extraction from Individual Documents", 2010): runs of
words without stop words and punctuation, here with the shorter runs inside them. They are rated as by C-value (Frantzi,
Ananiadou and Mima, 2000): by how many sentences hold them and how long they are, less what longer ones account for.
Runs that are mostly capitalised within sentences are names and count more. No part of speech is known; words that often
stand in phrases but hold none together are listed for English (`weak_words`).
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from bot.answers.sentence_words import language_of, stop_words
from bot.answers.summarising import naming
from bot.answers.summarising.weak_words import WEAK_WORDS
from bot.folding import fold
from bot.store.stemming import stem

MOST: Final = 8
"""Key phrases of a document at the most."""
_LONGEST: Final = 4  # words of a phrase
_SENTENCES: Final = 2_000  # evenly spread over a longer text, so that time and memory are bounded
_RUN: Final = 40  # words of a run that are looked at
_SHORTEST: Final = 3  # letters of a single word
_LONG_WORD: Final = 6  # letters from which a single word that is no name says enough
_NAME: Final = 2.0  # how much more a name counts
_SINGLE: Final = 0.5  # how much less a single word counts
_OPENING: Final = 0.3  # how much less a form counts that opens a sentence
_WITHIN: Final = 0.5  # of the sentences that a longer phrase has, what is taken from the shorter one within
_JOINING: Final = 3  # letters up to which a word of a language without a list of stop words joins others
_LETTERS: Final = 60  # of a phrase: what a button of a message shows
_TOKEN: Final = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+|['’][^\W\d_]{2,}|\.(?=[^\W\d_]\b)[^\W\d_])*")
_BLANKS: Final = " \t\u00a0\u202f"
_GENITIVE: Final = ("'s", "’s")
_POSSESSIVE: Final = re.compile(r"['’][sS]$")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]")


class _Reading(NamedTuple):
    """What is known of a word wherever it stands; `parts` says that it parts runs."""

    word: str
    stem: str
    capital: bool
    parts: bool
    possessive: bool


_Token: TypeAlias = tuple[int, int, _Reading, bool]
"""A word where it stands in its sentence, from where to where, and whether it opens it: plain, since there are many."""


@dataclass(slots=True)
class _Candidate:
    """A run of words, however it is inflected: the sentences that hold it, and its forms as they stand in the text."""

    words: tuple[str, ...]
    sentences: set[int] = field(default_factory=set)
    forms: dict[str, float] = field(default_factory=dict)
    capital: int = 0
    inside: int = 0
    longer: int = 0

    @property
    def name(self) -> bool:
        """Whether it is mostly capitalised where it opens no sentence."""
        return self.inside > 0 and 2 * self.capital > self.inside

    @property
    def rating(self) -> float:
        count = len(self.sentences)
        size = math.log2(1 + len(self.words)) if len(self.words) > 1 else _SINGLE
        left = count - _WITHIN * self.longer if self.longer < count else 0.0
        return size * (_NAME if self.name else 1.0) * left


def key_phrases(sentences: Sequence[str], language: str | None = None, most: int = MOST) -> list[str]:
    """The key phrases of a text, best first; each is a slice of one of its sentences.

    Args:
        sentences: The sentences of the text.
        language: An ISO 639 code; recognised where it is None.
        most: How many to give at the most.
    """
    code = language_of(sentences, language)
    step = 1 + len(sentences) // _SENTENCES
    candidates = _counted(sentences[::step], stop_words(code), WEAK_WORDS if code == "en" else frozenset())
    least = 2 if any(len(each.sentences) > 1 for each in candidates.values()) else 1
    _set_off(candidates)
    good = [each for each in candidates.values() if each.rating > 0 and _is_good(each, least)]
    good.sort(key=lambda each: (-each.rating, min(each.sentences), each.words))
    return _distinct(good, most, sentences[::step], code)


def _counted(
    sentences: Sequence[str], stops: frozenset[str], weak: Collection[str]
) -> dict[tuple[str, ...], _Candidate]:
    readings: dict[str, _Reading] = {}
    runs = [(place, run) for place, sentence in enumerate(sentences) for run in _runs(sentence, stops, readings)]
    # a run comes back only where each of its words does
    frequent = Counter(stem for _, run in runs for stem in {reading.stem for _, _, reading, _ in run})
    found: dict[tuple[str, ...], _Candidate] = {}
    for place, run in runs:
        sentence = sentences[place]
        # otherwise it stands once
        able = [reading.capital or frequent[reading.stem] > 1 for _, _, reading, _ in run]
        for start, first in enumerate(run):
            for end in range(start + 1, min(len(run), start + _LONGEST) + 1):
                if not able[end - 1]:
                    break
                last = run[end - 1]
                if not (_is_weak(first, end - start, weak) or _is_weak(last, end - start, weak)):
                    _count(found, sentence[first[0] : last[1]], run[start:end], place)
    return found


def _runs(sentence: str, stops: frozenset[str], readings: dict[str, _Reading]) -> Iterator[list[_Token]]:
    """The runs of words of a sentence that no stop word, mark or number alone interrupts.

    `readings` remembers what was read of a word.
    """
    run: list[_Token] = []
    opens = True
    for found in _TOKEN.finditer(sentence):
        token = found[0]
        if (reading := readings.get(token)) is None:
            reading = readings[token] = _reading(token, stops)
        start, end = found.span()
        if run and (len(run) >= _RUN or not _adjoins(sentence, run[-1][1], start)):
            yield run
            run = []
        if reading.parts:
            if run:
                yield run
            run = []
        else:
            run.append((start, end, reading, opens))
            if reading.possessive or sentence.startswith(_GENITIVE, end):
                yield run
                run = []
        opens = False
    if run:
        yield run


def _adjoins(sentence: str, end: int, start: int) -> bool:
    """Whether nothing but a blank stands between two words."""
    return start == end or (start == end + 1 and sentence[end] in _BLANKS)


# words come again from one document to the next; some 12 MB at the most
@lru_cache(maxsize=50_000)
def _reading(token: str, stops: frozenset[str]) -> _Reading:
    word = token.lower() if token.isascii() else fold(token)
    parts = _joins(token, word, stops) or not (word.isalpha() or any(map(str.isalpha, word)))
    possessive = not word.isalpha() and _POSSESSIVE.search(token) is not None
    return _Reading(word, "" if parts else stem(word), token[:1].isupper(), parts, possessive)


def _joins(token: str, word: str, stops: Collection[str]) -> bool:
    """Whether a word joins others: it is listed, or short in a language without a list and no acronym."""
    return word.partition("'")[0] in stops or (not stops and len(word) <= _JOINING and not token.isupper())


def _is_weak(edge: _Token, size: int, weak: Collection[str]) -> bool:
    """Whether a word at the edge of a run is weak. It may be part of a name, but not where any word has a capital."""
    _, _, reading, opens = edge
    return reading.word in weak and not (reading.capital and not opens and size > 1)


def _count(found: dict[tuple[str, ...], _Candidate], form: str, run: Sequence[_Token], place: int) -> None:
    if len(form) > _LETTERS:
        return
    key = tuple([reading.stem for _, _, reading, _ in run])
    if (candidate := found.get(key)) is None:
        candidate = found[key] = _Candidate(key)
    candidate.sentences.add(place)
    # where a sentence opens, the case says nothing
    opens = run[0][3]
    candidate.forms[form] = candidate.forms.get(form, 0.0) + (_OPENING if opens else 1.0)
    if not opens:
        candidate.inside += 1
        candidate.capital += run[0][2].capital and all(reading.capital for _, _, reading, _ in run)


def _set_off(candidates: dict[tuple[str, ...], _Candidate]) -> None:
    """Let each candidate know how many sentences hold it within one longer candidate that comes back too."""
    for key, candidate in candidates.items():
        if len(candidate.sentences) < 2:  # noqa: PLR2004 - what stands once accounts for nothing
            continue
        for size in range(1, len(key)):
            for start in range(len(key) - size + 1):
                part = candidates.get(key[start : start + size])
                if part is not None:
                    part.longer = max(part.longer, len(candidate.sentences))


def _is_good(candidate: _Candidate, least: int) -> bool:
    form = next(iter(candidate.forms))
    if _UNSPACED.search(form) or len(candidate.words) == 1:
        letters = len(candidate.words[0])
        if letters < _SHORTEST or not (candidate.name or letters >= _LONG_WORD or len(candidate.sentences) > least):
            return False
    return len(candidate.sentences) >= least or (candidate.name and len(candidate.words) > 1)


def _distinct(candidates: Sequence[_Candidate], most: int, sentences: Sequence[str], language: str | None) -> list[str]:
    """The best candidates of which none is a part of another, shares most words with it or names the same."""
    chosen: dict[str, tuple[str, ...]] = {}
    for each in candidates:
        if len(chosen) == most:
            break
        form, holding = _form(each), [sentences[place] for place in sorted(each.sentences)]
        if each.name:
            form = naming.whole(form, holding)
        elif language == "en" and not naming.is_noun(form, holding):
            continue
        words = tuple(stem(fold(found[0])) for found in _TOKEN.finditer(form))
        known = any(_alike(words, other) or naming.same(form, name) for name, other in chosen.items())
        if not known and not naming.is_title(form):
            chosen[form] = words
    return list(chosen)


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    shared = len(set(first) & set(second))
    return 2 * shared > min(len(set(first)), len(set(second)))


def _form(candidate: _Candidate) -> str:
    """The commonest form; of equals the one that is capitalised least, since it did not open a sentence."""
    most = max(candidate.forms.values())
    forms = [form for form, count in candidate.forms.items() if count == most]
    return forms[0] if candidate.name else min(forms, key=lambda form: (sum(map(str.isupper, form)), forms.index(form)))

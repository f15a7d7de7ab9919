"""Key phrases: the runs of words between stop words that a text comes back to, as they stand in it.

Candidates are those of RAKE (Rose et al., "Automatic Keyword Extraction from Individual Documents", 2010): runs of
words without stop words and punctuation, here with the shorter runs inside them. They are rated as by C-value (Frantzi,
Ananiadou and Mima, 2000): by how many sentences hold them and how long they are, less what longer ones account for.
Runs that are mostly capitalised within sentences are names and count more. No part of speech is known; words that often
stand in phrases but hold none together are listed for English (`weak_words`).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from bot.answers.sentence_words import language_of, stop_words
from bot.answers.summarising import naming
from bot.answers.summarising.columns import Column, Places
from bot.answers.summarising.runs import Candidate, Candidates, Reading, Runs
from bot.answers.summarising.tokens import Tokens
from bot.answers.summarising.weak_words import WEAK_WORDS
from bot.folding import bare_words, fold
from bot.store.stemming import stem

MOST: Final = 8
"""Key phrases of a document at the most."""
_SENTENCES: Final = 2_000  # evenly spread over a longer text, so that time and memory are bounded
_SHORTEST: Final = 3  # letters of a single word
_LONG_WORD: Final = 6  # letters from which a single word that is no name says enough
_OPENING: Final = 0.3  # how much less a form counts that opens a sentence
_JOINING: Final = 3  # letters up to which a word of a language without a list of stop words joins others
_POSSESSIVE: Final = re.compile(r"['’][sS]$")
_PARTS, _CAPITAL, _POSSESSES, _WEAK = (1 << place for place in range(4))
_FLAGS: Final = 4
_MOST: Final = 100_000  # stems that are remembered, some 15 MB of them
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]")


def key_phrases(sentences: Sequence[str], language: str | None = None, most: int = MOST) -> list[str]:
    """The key phrases of a text, best first; each is a slice of one of its sentences.

    Args:
        sentences: The sentences of the text.
        language: An ISO 639 code; recognised where it is None.
        most: How many to give at the most.
    """
    return phrases_of(Tokens(sentences), language_of(sentences, language), most)


def phrases_of(tokens: Tokens, language: str | None, most: int = MOST) -> list[str]:
    """The same of sentences whose tokens were read, by the code of their language.

    Of more than some 2,000 sentences some are looked at, evenly spread over the text.
    """
    if (step := 1 + len(tokens.sentences) // _SENTENCES) > 1:
        tokens = Tokens(tokens.sentences[::step])
    candidates = Candidates(
        _readings(stop_words(language), WEAK_WORDS if language == "en" else frozenset()).runs(tokens)
    )
    return _distinct(_best(candidates), most, tokens.sentences, language)


class _Readings:
    """What is known of words wherever they stand, remembered from one document to the next."""

    def __init__(self, stops: frozenset[str], weak: frozenset[str]) -> None:
        self._stops = stops
        self._weak = weak
        self._places = Places()
        self._begin()

    def _begin(self) -> None:
        self._words: list[str] = []
        self._stems: dict[str, int] = {}
        self._known = Column(self._read)

    def runs(self, tokens: Tokens) -> Runs:
        """The runs of words of a text that no stop word, mark or number alone interrupts."""
        if len(self._words) > _MOST:
            self._begin()
        read = self._known.of(tokens.forms, tokens.numbers)
        flags = [(read & flag) != 0 for flag in (_PARTS, _CAPITAL, _POSSESSES, _WEAK)]
        different, stems = self._places.by_first(read >> _FLAGS, len(self._words))
        words = [self._words[number] for number in different.tolist()]
        return Runs(tokens, Reading(words, stems, *flags))

    def _read(self, token: str) -> int:
        word = token.lower() if token.isascii() else fold(token)
        parts = _joins(token, word, self._stops) or not (word.isalpha() or any(map(str.isalpha, word)))
        possessive = not word.isalpha() and _POSSESSIVE.search(token) is not None
        root = "" if parts else stem(word)
        if (number := self._stems.get(root)) is None:
            number = self._stems[root] = len(self._words)
            self._words.append(root)
        flags = _PARTS * parts + _POSSESSES * possessive
        return (number << _FLAGS) + flags + _CAPITAL * token[:1].isupper() + _WEAK * (word in self._weak)


@lru_cache(maxsize=4)
def _readings(stops: frozenset[str], weak: frozenset[str]) -> _Readings:
    return _Readings(stops, weak)


def _joins(token: str, word: str, stops: Collection[str]) -> bool:
    """Whether a word joins others: it is listed, or short in a language without a list and no acronym."""
    return word.partition("'")[0] in stops or (not stops and len(word) <= _JOINING and not token.isupper())


def _best(candidates: Candidates) -> Iterator[Candidate]:
    """The candidates that are good enough, best first; of equals the one that stands first, then by their words."""
    for _, equals in groupby(candidates.rated(), key=lambda each: (each.rating, each.first)):
        yield from sorted(filter(_is_good, equals), key=lambda each: each.words)


def _is_good(candidate: Candidate) -> bool:
    """Whether a candidate that comes back, or is the name of somebody or something, says enough."""
    if len(candidate.words) > 1 and not _UNSPACED.search(candidate.form):
        return True
    letters = len(candidate.words[0])
    return letters >= _SHORTEST and (candidate.name or letters >= _LONG_WORD or candidate.more)


def _distinct(candidates: Iterable[Candidate], most: int, sentences: Sequence[str], language: str | None) -> list[str]:
    """The best candidates of which none is a part of another, shares most words with it or names the same."""
    chosen: dict[str, frozenset[str]] = {}
    for each in candidates:
        words = frozenset(each.words)
        if any(_alike(words, other) for other in chosen.values()):
            continue
        form, holding = _form(each), [sentences[place] for place in each.sentences]
        if not each.name and language == "en" and not naming.is_noun(form, holding):
            continue
        if each.name and (whole := naming.whole(form, holding)) != form:
            form, words = whole, frozenset(map(stem, bare_words(whole)))
        known = any(_alike(words, other) or naming.same(form, name) for name, other in chosen.items())
        if not known and not naming.is_title(form):
            chosen[form] = words
        if len(chosen) == most:
            break
    return list(chosen)


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    return 2 * len(first & second) > min(len(first), len(second))


def _form(candidate: Candidate) -> str:
    """The commonest form; of equals the one that is capitalised least, since it did not open a sentence."""
    weights: dict[str, float] = {}
    for form, opens in candidate.forms():
        weights[form] = weights.get(form, 0.0) + (_OPENING if opens else 1.0)
    most = max(weights.values())
    forms = [form for form, weight in weights.items() if weight == most]
    return forms[0] if candidate.name else min(forms, key=lambda form: (sum(map(str.isupper, form)), forms.index(form)))

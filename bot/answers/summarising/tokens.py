"""The words of sentences, read once for all that is worked out of a document: where each stands, as arrays.

A token is a run of letters and digits with what joins such runs to one word (multi-polar, O'Brien, U.S.). Words as they
are folded, those that a reader counts and the runs of key phrases are all found from the tokens: each different one is
looked at once.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, repeat
from typing import Final

import numpy as np

from bot.answers.summarising.incidence import Flags, Ints
from bot.answers.summarising.lexicon import Lexicon, Remembered
from bot.documents import notices
from bot.folding import cased_words, folds_evenly

_TOKEN: Final = re.compile(r"([^\W_]+(?:[-‐‑][^\W_]+|['’][^\W\d_]{2,}|\.(?=[^\W\d_]\b)[^\W\d_])*)")
_WORD: Final = re.compile(r"\w+")
_AT_ONCE: Final = 4_000  # sentences that are read at once, so that a long text is not there a second time in pieces
_NOTHING, _BLANK, _APOSTROPHE, _JOINT = range(4)
_GAPS: Final = {
    **dict.fromkeys(("", " ", "\t", "\u00a0", "\u202f"), _BLANK),
    **dict.fromkeys(("'", "’"), _APOSTROPHE),
    **dict.fromkeys((".", ",", "-"), _JOINT),
}
"""What a gap between two tokens means, by all that stands in it."""
_GENITIVE: Final = "s"


class Tokens:
    """The tokens of sentences in order.

    `text` holds the sentences one behind the other, `starts` and `ends` are the places of the tokens in it, `rows` the
    sentences that they belong to, `numbers` their places among `forms`, the different tokens.
    """

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sentences
        self.text = "\n".join(sentences)
        places: dict[str, int] = {}
        read = [_read(sentences[at : at + _AT_ONCE], places) for at in range(0, max(1, len(sentences)), _AT_ONCE)]
        self.forms = list(places)
        self.numbers: Ints = np.concatenate([numbers for numbers, _, _ in read])
        # between two parts stands what ends the one, a line's end, and what begins the other
        bounds = np.cumsum(_linked([lengths for _, lengths, _ in read], lambda last, first: last + 1 + first))
        self.starts: Ints = bounds[:-1:2]
        self.ends: Ints = bounds[1::2]
        self._gaps = _linked([gaps for _, _, gaps in read], lambda _last, _first: _NOTHING)
        openings = np.fromiter(accumulate((len(each) + 1 for each in sentences[:-1]), initial=0), np.int64)
        self.rows: Ints = np.searchsorted(openings, self.starts, side="right") - 1

    @property
    def opens(self) -> Flags:
        """Whether each token is the first of its sentence."""
        return np.append(True, self.rows[1:] != self.rows[:-1])[: len(self.rows)]

    @property
    def adjoins(self) -> Flags:
        """Whether nothing but a blank stands between each token and the one before it."""
        found: Flags = self._gaps[:-1] == _BLANK
        return found

    @property
    def genitive(self) -> Flags:
        """Whether each token has the `'s` of a genitive behind it."""
        found: Flags = self._gaps[1:] == _APOSTROPHE
        for place in np.flatnonzero(found).tolist():
            found[place] = self.text.startswith(_GENITIVE, int(self.ends[place]) + 1)
        return found

    @cached_property
    def plain(self) -> Flags:
        """Which sentences have each word within a token: `a_b` is one word, and so is what follows in l'homme1."""
        if "_" in self.text:
            plain = np.array(["_" not in each for each in self.sentences], dtype=np.bool_)
        else:
            plain = np.ones(len(self.sentences), dtype=np.bool_)
        plain[self.rows[1:][self.starts[1:] == self.ends[:-1]]] = False
        return plain

    @cached_property
    def word_counts(self) -> Ints:
        """How many runs of letters, digits and `_` each sentence has."""
        counts = self._summed(_COUNTS)
        for place in np.flatnonzero(~self.plain).tolist():
            counts[place] = len(_WORD.findall(self.sentences[place]))
        return counts

    @cached_property
    def joint_counts(self) -> Ints:
        """How many signs of each plain sentence join two words to what a reader takes for one (1,250, O'Brien)."""
        between = self.rows[:-1][self._gaps[1:-1] >= _APOSTROPHE]
        return self._summed(_JOINTS) + np.bincount(between, minlength=len(self.sentences))

    @property
    def notable(self) -> list[bool]:
        """Which sentences have a word or sign by which notices are known."""
        sign = "©" in self.text
        counts = self._summed(_NOTABLE).tolist()
        return [count > 0 or (sign and "©" in text) for count, text in zip(counts, self.sentences, strict=True)]

    def _summed(self, table: Remembered) -> Ints:
        """For each sentence the sum of what a table says of its tokens."""
        values = table.of(self.forms)[self.numbers]
        return np.bincount(self.rows, values, minlength=len(self.sentences)).astype(np.int64)

    def folded(self, words: Lexicon) -> tuple[Ints, Ints]:
        """The words of all sentences in folded form: the sentence of each, and its number in a lexicon."""
        words.begin()
        even = self.plain & self._even
        if even.all():
            return _expanded(self.rows, self.numbers, *words.read(self.forms))
        chosen = even[self.rows]
        places, numbers = np.unique(self.numbers[chosen], return_inverse=True)
        read = words.read([self.forms[place] for place in places.tolist()])
        rows, found = _expanded(self.rows[chosen], numbers.reshape(-1), *read)
        odd = np.flatnonzero(~even)
        others = [words.numbers(cased_words(self.sentences[place])) for place in odd.tolist()]
        rows = np.concatenate([rows, np.repeat(odd, [len(each) for each in others])])
        order = np.argsort(rows, kind="stable")
        return rows[order], np.concatenate([found, *(np.array(each, dtype=np.int64) for each in others)])[order]

    @property
    def _even(self) -> Flags:
        """Which sentences are folded character by character, so that each token can be folded by itself."""
        if folds_evenly(self.text):
            return np.ones(len(self.sentences), dtype=np.bool_)
        return np.array([folds_evenly(each) for each in self.sentences], dtype=np.bool_)


def _read(sentences: Sequence[str], places: dict[str, int]) -> tuple[Ints, Ints, Ints]:
    """The tokens of some sentences by their places among `places`, which grow.

    Then the lengths of all that stands before, in, between and behind them, and what the gaps mean.
    """
    pieces = _TOKEN.split("\n".join(sentences))
    words = pieces[1::2]
    for form in dict.fromkeys(words):
        places.setdefault(form, len(places))
    numbers = np.fromiter(map(places.__getitem__, words), np.int64, len(words))
    lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
    return numbers, lengths, np.fromiter(map(_GAPS.get, pieces[::2], repeat(_NOTHING)), np.int64, len(words) + 1)


def _linked(parts: Sequence[Ints], link: Callable[[int, int], int]) -> Ints:
    """Parts one behind the other, of which the last of one and the first of the next become one."""
    linked = [*parts]
    for at in range(1, len(linked)):
        before, behind = linked[at - 1], linked[at]
        behind[0] = link(int(before[-1]), int(behind[0]))
        linked[at - 1] = before[:-1]
    return np.concatenate(linked)


def _expanded(rows: Ints, numbers: Ints, sizes: Ints, flat: Ints) -> tuple[Ints, Ints]:
    """The words of tokens, given by the numbers of their forms, and the row of each; `sizes` are those of the forms."""
    if len(flat) == len(sizes) and (sizes == 1).all():
        return rows, flat[numbers]
    counts = sizes[numbers]
    ends = np.cumsum(counts)
    firsts = (np.cumsum(sizes) - sizes)[numbers]
    places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(firsts - (ends - counts), counts)
    return np.repeat(rows, counts), flat[places]


def _count(form: str) -> int:
    return 1 if form.isalnum() else len(_WORD.findall(form))


def _joints(form: str) -> int:
    return 0 if form.isalnum() else sum(map(form.count, "'’.-"))


_COUNTS: Final = Remembered(_count)
_JOINTS: Final = Remembered(_joints)
_NOTABLE: Final = Remembered(notices.is_notable)

"""The words of sentences, read once for all that is worked out of a document: where each stands, as arrays.

A token is a run of letters and digits with what joins such runs to one word (multi-polar, O'Brien, U.S.). Words as they
are folded, those that a reader counts and the runs of key phrases are all found from the tokens: each different one is
looked at once.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, chain, repeat
from typing import Final

import numpy as np

from bot.answers.summarising.incidence import Flags, Ints
from bot.folding import cased_words, folds_evenly

_TOKEN: Final = re.compile(r"([^\W_]+(?:[-‐‑][^\W_]+|['’][^\W\d_]{2,}|\.(?=[^\W\d_]\b)[^\W\d_])*)")
_WORD: Final = re.compile(r"\w+")
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
        pieces = _TOKEN.split(self.text)
        words = pieces[1::2]
        self.forms = list(dict.fromkeys(words))
        places = dict(zip(self.forms, range(len(self.forms)), strict=True))
        count = len(words)
        self.numbers: Ints = np.fromiter(map(places.__getitem__, words), np.int64, count)
        bounds = np.cumsum(np.fromiter(map(len, pieces), np.int64, len(pieces)))
        self.starts: Ints = bounds[:-1:2]
        self.ends: Ints = bounds[1::2]
        self._gaps = np.fromiter(map(_GAPS.get, pieces[::2], repeat(_NOTHING)), np.int64, count + 1)
        openings = np.fromiter(accumulate((len(each) + 1 for each in sentences[:-1]), initial=0), np.int64)
        self.rows: Ints = np.searchsorted(openings, self.starts, side="right") - 1

    def by_form(self, read: Callable[[str], bool]) -> Flags:
        """For each token what is known of its form."""
        found: Flags = np.fromiter(map(read, self.forms), np.bool_, len(self.forms))
        return found[self.numbers]

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
        sizes = np.fromiter(map(_count, self.forms), np.int64, len(self.forms))
        counts = np.bincount(self.rows, sizes[self.numbers], minlength=len(self.sentences)).astype(np.int64)
        for place in np.flatnonzero(~self.plain).tolist():
            counts[place] = len(_WORD.findall(self.sentences[place]))
        return counts

    @cached_property
    def joint_counts(self) -> Ints:
        """How many signs of each plain sentence join two words to what a reader takes for one (1,250, O'Brien)."""
        inner = np.fromiter(map(_joints, self.forms), np.int64, len(self.forms))[self.numbers]
        between = np.append(self._gaps[1:-1] >= _APOSTROPHE, False)[: len(inner)]
        return np.bincount(self.rows, inner + between, minlength=len(self.sentences)).astype(np.int64)

    def folded(self, number: Callable[[tuple[str, bool]], int]) -> tuple[Ints, Ints]:
        """The words of all sentences in folded form: the sentence of each, and what `number` makes of it.

        Args:
            number: Asked for a folded word, and whether it begins with a capital; at least once for each that differs.
        """
        even = self.plain & self._even
        whole = bool(even.all())
        chosen = slice(None) if whole else even[self.rows]
        rows, numbers = self.rows[chosen], self.numbers[chosen]
        used = np.zeros(len(self.forms), dtype=np.bool_)
        used[numbers] = True
        found = [
            [number(word) for word in _cased(form)] if known else []
            for form, known in zip(self.forms, used.tolist(), strict=True)
        ]
        rows, words = _expanded(rows, numbers, found)
        if whole:
            return rows, words
        odd = np.flatnonzero(~even)
        others = [[number(word) for word in cased_words(self.sentences[place])] for place in odd.tolist()]
        rows, words = (
            np.concatenate(pair)
            for pair in zip((rows, words), _expanded(odd, np.arange(len(odd)), others), strict=True)
        )
        order = np.argsort(rows, kind="stable")
        return rows[order], words[order]

    @property
    def _even(self) -> Flags:
        """Which sentences are folded character by character, so that each token can be folded by itself."""
        if folds_evenly(self.text):
            return np.ones(len(self.sentences), dtype=np.bool_)
        return np.array([folds_evenly(each) for each in self.sentences], dtype=np.bool_)


def _expanded(rows: Ints, numbers: Ints, found: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """The members of some of the lists `found`, one list behind the other, and the row of each."""
    sizes = np.fromiter(map(len, found), np.int64, len(found))
    flat = np.fromiter(chain.from_iterable(found), np.int64, int(sizes.sum()))
    if len(flat) == len(found) and (sizes == 1).all():
        return rows, flat[numbers]
    counts = sizes[numbers]
    ends = np.cumsum(counts)
    firsts = (np.cumsum(sizes) - sizes)[numbers]
    places = np.arange(ends[-1] if len(ends) else 0) + np.repeat(firsts - (ends - counts), counts)
    return np.repeat(rows, counts), flat[places]


# words come again from one document to the next; some 15 MB at the most
@lru_cache(maxsize=50_000)
def _cased(form: str) -> tuple[tuple[str, bool], ...]:
    return tuple(cased_words(form))


def _count(form: str) -> int:
    return 1 if form.isalnum() else len(_WORD.findall(form))


def _joints(form: str) -> int:
    return 0 if form.isalnum() else sum(map(form.count, "'’.-"))

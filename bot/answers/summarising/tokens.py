"""The words of sentences, read once for all that is worked out of a document: where each stands, as arrays.

Words as they are folded, those that a reader counts and the runs of key phrases are all found from the tokens
(`pieces`): each different one is looked at once.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

import numpy as np

from bot.answers.summarising.columns import Column
from bot.answers.summarising.incidence import Flags, Ints
from bot.answers.summarising.lexicon import Lexicon
from bot.answers.summarising.pieces import APOSTROPHE, BLANK, NOTHING, Pieces, Row, known
from bot.documents import notices
from bot.folding import cased_words, folds_evenly

_WORD: Final = re.compile(r"\w+")
_AT_ONCE: Final = 4_000  # sentences that are read at once, so that a long text is not there a second time in pieces
_GENITIVE: Final = "s"
_LINE_END: Final = re.compile("\n")


class Tokens:
    """The tokens of sentences in order.

    `text` holds the sentences one behind the other, `starts` and `ends` are the places of the tokens in it, `rows` the
    sentences that they belong to, `numbers` their places among `forms`, which are different tokens, not only of these.
    """

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sentences
        self.text = "\n".join(sentences)
        pieces = known()
        self.forms: Sequence[str] = pieces.forms
        openings = list(accumulate((len(each) + 1 for each in sentences), initial=0))
        read = [
            _read(sentences[at : at + _AT_ONCE], openings[at], pieces)
            for at in range(0, max(1, len(sentences)), _AT_ONCE)
        ]
        self.numbers, self.starts, lengths, self._gaps = (np.concatenate(each) for each in zip(*read, strict=True))
        self.ends: Ints = self.starts + lengths
        self.rows: Ints = np.searchsorted(openings[:-1], self.starts, side="right") - 1

    @property
    def opens(self) -> Flags:
        """Whether each token is the first of its sentence."""
        return np.append(True, self.rows[1:] != self.rows[:-1])[: len(self.rows)]

    @property
    def adjoins(self) -> Flags:
        """Whether nothing but a blank stands between each token and the one before it."""
        found: Flags = self._gaps == BLANK
        return found

    @property
    def genitive(self) -> Flags:
        """Whether each token has the `'s` of a genitive behind it."""
        found: Flags = np.append(self._gaps[1:] == APOSTROPHE, False)[: len(self._gaps)]
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
        between = self.rows[self._gaps >= APOSTROPHE]
        return self._summed(_JOINTS) + np.bincount(between, minlength=len(self.sentences))

    @property
    def notable(self) -> list[bool]:
        """Which sentences have a word or sign by which notices are known."""
        sign = "©" in self.text
        counts = self._summed(_NOTABLE).tolist()
        return [count > 0 or (sign and "©" in text) for count, text in zip(counts, self.sentences, strict=True)]

    def _summed(self, column: Column) -> Ints:
        """For each sentence the sum of what a column says of its tokens."""
        values = column.of(self.forms, self.numbers)
        return np.bincount(self.rows, values, minlength=len(self.sentences)).astype(np.int64)

    def folded(self, words: Lexicon) -> tuple[Ints, Ints]:
        """The words of all sentences in folded form: the sentence of each, and its number in a lexicon."""
        words.begin()
        even = self.plain & self._even
        if even.all():
            return words.read(self.rows, self.forms, self.numbers)
        chosen = even[self.rows]
        rows, found = words.read(self.rows[chosen], self.forms, self.numbers[chosen])
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


def _read(sentences: Sequence[str], at: int, pieces: Pieces) -> tuple[Ints, Ints, Ints, Ints]:
    """The tokens of some sentences that stand at a place of the text.

    The numbers of their forms, where they begin, their lengths and what stands before each.
    """
    text = "\n".join(sentences)
    cut = text.replace("\n", " ").split(" ")
    numbers = np.fromiter(map(pieces.__getitem__, cut), np.int64, len(cut))
    pieces.settle()
    letters, counts, firsts, ends = pieces.found.rows[numbers].T
    places = np.cumsum(letters + 1) - (letters + 1)
    # whether a token that opens a piece has nothing but a blank before it
    follows = np.append(False, ends[:-1] != 0)
    follows[np.searchsorted(places, [found.end() for found in _LINE_END.finditer(text)])] = False
    behind = np.cumsum(counts)
    within = np.arange(behind[-1]) - np.repeat(behind - counts, counts)
    tokens = pieces.tokens.rows[np.repeat(firsts, counts) + within]
    gaps = tokens[:, Row.GAP].copy()
    gaps[(within == 0) & np.repeat(~follows, counts)] = NOTHING
    return tokens[:, Row.FORM], np.repeat(places + at, counts) + tokens[:, Row.START], tokens[:, Row.LENGTH], gaps


def _count(form: str) -> int:
    return 1 if form.isalnum() else len(_WORD.findall(form))


def _joints(form: str) -> int:
    return 0 if form.isalnum() else sum(map(form.count, "'’.-"))


_COUNTS: Final = Column(_count)
_JOINTS: Final = Column(_joints)
_NOTABLE: Final = Column(notices.is_notable)

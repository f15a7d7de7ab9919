"""The tokens of a sentence, made when they are asked for: most words of a sentence are no part of a date."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final, NamedTuple, overload

from bot.documents.dates.lexicon import Kind


class Facts(NamedTuple):
    """What a piece of text is wherever it stands: the fields of a token but for its offsets.

    `length` is that of the word without the blanks before it, and `verb` says that it may tell a tense.
    """

    kind: str
    number: int
    word: str
    capital: bool
    doubtful: bool
    verb: bool
    length: int


_KINDS: Final = {kind.value: kind for kind in Kind}


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


def _facts_of(token: Token) -> Facts:
    """What a token is wherever it stands; it counts as one that may tell a tense."""
    verb = True
    return Facts(token.kind, token.number, token.word, token.capital, token.doubtful, verb, token.end - token.start)


class Tokens(Sequence[Token]):
    """The tokens of a sentence in order: the same object each time one is asked for."""

    __slots__ = ("_ends", "_facts", "_kinds", "_made")

    def __init__(self, facts: list[Facts], ends: list[int]) -> None:
        self._facts, self._ends, self._kinds = facts, ends, ""
        self._made: list[Token | None] = [None] * len(facts)

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Tokens":
        """Tokens that are there already."""
        made = cls([_facts_of(token) for token in tokens], [token.end for token in tokens])
        for place, token in enumerate(tokens):
            made.settle(place, token)
        return made

    def settle(self, place: int, token: Token) -> None:
        """Set the token at a place."""
        self._kinds = ""
        self._facts[place], self._ends[place], self._made[place] = _facts_of(token), token.end, token

    def drop(self, places: AbstractSet[int]) -> None:
        """Take out the tokens at some places."""
        self._kinds = ""
        kept = [place for place in range(len(self._facts)) if place not in places]
        self._facts = [self._facts[place] for place in kept]
        self._ends = [self._ends[place] for place in kept]
        self._made = [self._made[place] for place in kept]

    def before(self, place: int, dropped: AbstractSet[int]) -> list[Token]:
        """The two tokens before a place, or as many as there are, but for some that are to be dropped."""
        found: list[Token] = []
        while place > 0 and len(found) < 2:  # noqa: PLR2004 - two
            place -= 1
            if place not in dropped:
                found.append(self[place])
        return found[::-1]

    def __len__(self) -> int:
        return len(self._facts)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...
    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        if type(index) is int:
            return self._made[index] or self._make(index)
        assert isinstance(index, slice)  # noqa: S101
        return [self._made[place] or self._make(place) for place in range(*index.indices(len(self._facts)))]

    def _make(self, place: int) -> Token:
        kind, number, word, capital, doubtful, _, length = self._facts[place]
        end = self._ends[place]
        token = self._made[place] = Token(end - length, end, _KINDS[kind], number, word, capital, doubtful)
        return token

    def facts(self, place: int) -> Facts:
        """What the token at a place is."""
        return self._facts[place]

    def number(self, place: int) -> int:
        """The number of the token at a place."""
        return self._facts[place].number

    def word(self, place: int) -> str:
        """The word of the token at a place."""
        return self._facts[place].word

    def kind(self, place: int) -> Kind:
        """The kind of the token at a place."""
        return _KINDS[self._facts[place].kind]

    @property
    def kinds(self) -> str:
        """The kinds of all, one character each."""
        if not self._kinds:
            self._kinds = "".join([facts.kind for facts in self._facts])
        return self._kinds

    def verbs(self) -> list[int]:
        """The indexes of those that may tell a tense."""
        return [index for index, facts in enumerate(self._facts) if facts.verb]

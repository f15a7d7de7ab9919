"""The tokens of a sentence: shared objects that know their words, and where each of them lies."""

from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from bot.documents.dates.lexicon import Kind


@dataclass(slots=True)
class Token:
    """What a piece of a sentence is wherever it stands; the same object serves many places and never changes.

    `number` is what the kind makes of it; `word` is the text in lower case, of so many characters as `length` says,
    and `width` counts what stands between it and the token before, too. `capital` says that it begins with a capital
    letter, and `doubtful` that it is a date only beside other words.
    """

    kind: Kind
    number: int
    word: str
    length: int
    width: int
    capital: bool = False
    doubtful: bool = False


_KIND: Final = attrgetter("kind")


@dataclass(slots=True)
class Tokens:
    """All tokens of a sentence in order, the offset behind each, and the kinds of all, one character each."""

    items: list[Token]
    ends: list[int]
    kinds: str

    @classmethod
    def of(cls, tokens: list[Token], ends: list[int]) -> "Tokens":
        """Tokens and the offset behind each."""
        return cls(tokens, ends, "".join(map(_KIND, tokens)))

    def start(self, place: int) -> int:
        """The offset of the token at a place."""
        return self.ends[place] - self.items[place].length

    def touches(self, place: int) -> bool:
        """Whether nothing stands between the token at a place and the one before it."""
        return self.ends[place - 1] == self.ends[place] - self.items[place].length

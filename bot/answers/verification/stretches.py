"""Paragraphs of a document that follow each other, as one run of words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.models import Kind, Span
from bot.store.phrases import Standing
from bot.wording.words import Wording, wording

SEED: Final = 3
"""Words in a row from which the agreement of longer texts is put together."""

_SAYING: Final = frozenset('"“”„«»‹›‘「『:;\n')


@dataclass(frozen=True, eq=False)
class Stretch:
    """Consecutive paragraphs; `words` are theirs, `spans` count in the source text, `owners` index `paragraphs`.

    Each is equal to itself only, so that it can be a key.
    """

    paragraphs: Sequence[Standing]
    words: Sequence[str]
    spans: Sequence[Span]
    owners: Sequence[int]

    @classmethod
    def of(cls, paragraphs: Sequence[Standing], like: Wording) -> "Stretch":
        """Read paragraphs in the order of their text, compounds as another text writes them."""
        words: list[str] = []
        spans: list[Span] = []
        owners: list[int] = []
        for owner, paragraph in enumerate(paragraphs):
            read = wording(paragraph.text).like(like)
            words += read.words
            spans += [span.shifted(paragraph.span.start) for span in read.spans]
            owners += [owner] * len(read.words)
        return cls(paragraphs, words, spans, owners)

    def running(self, like: Wording) -> "Stretch | None":
        """The running text alone, where something else stands between its paragraphs, such as the head of a page."""
        body = [paragraph for paragraph in self.paragraphs if paragraph.kind is Kind.BODY]
        return Stretch.of(body, like) if 1 < len(body) < len(self.paragraphs) else None

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The places of each word."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            found.setdefault(word, []).append(place)
        return found

    @cached_property
    def seeds(self) -> dict[tuple[str, ...], list[int]]:
        """The places of every three words in a row."""
        found: dict[tuple[str, ...], list[int]] = {}
        for place in range(len(self.words) - SEED + 1):
            found.setdefault(tuple(self.words[place : place + SEED]), []).append(place)
        return found

    @property
    def document(self) -> int:
        """The row id of the document."""
        return self.paragraphs[0].document

    def text(self, first: int, last: int) -> str:
        """The source text from one word to another of the same paragraph, both included."""
        return self.between(self.spans[first].start, self.spans[last].end, self.owners[first])

    def between(self, start: int, end: int, owner: int) -> str:
        """A stretch of the source text within one paragraph."""
        paragraph = self.paragraphs[owner]
        return paragraph.text[start - paragraph.span.start : end - paragraph.span.start]

    def agreement(self, words: Sequence[str], at: int, last: int, place: int) -> int:
        """How many words from `at` on, up to `last`, stand here from a place on, one behind the other."""
        size = 0
        while at + size < last and place + size < len(self.words) and words[at + size] == self.words[place + size]:
            size += 1
        return size

    def ends_sentence(self, place: int) -> bool:
        """Whether a sentence, or the paragraph, ends behind a word."""
        if place + 1 >= len(self.words) or self.owners[place] != self.owners[place + 1]:
            return True
        gap = self.between(self.spans[place].end, self.spans[place + 1].start, self.owners[place])
        return ends_sentence(gap)

    def begins_sentence(self, place: int) -> bool:
        """Whether a sentence begins with a word, or words that somebody said."""
        if place == 0 or self.owners[place - 1] != self.owners[place]:
            return True
        gap = self.between(self.spans[place - 1].end, self.spans[place].start, self.owners[place])
        return ends_sentence(gap) or any(sign in _SAYING for sign in gap)


def ends_sentence(gap: str) -> bool:
    """Whether what stands between two words ends a sentence."""
    return any(sign in ".!?。！？…" for sign in gap) and any(sign.isspace() or sign in "。！？" for sign in gap)

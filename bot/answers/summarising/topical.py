"""What a summary of a topic is made of: the sentences of passages that were found, and what they should name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.folding import bare_words, fold
from bot.store.stemming import stem


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence of a passage that was found: which passage and document it is of, and the place of its passage."""

    text: str
    paragraph: int
    document: int
    place: int


@dataclass(frozen=True, slots=True)
class Topic:
    """What the sentences should name: for each word its spellings, each a run of words or the beginning of one."""

    clauses: tuple[tuple[tuple[str, ...], ...], ...]
    prefixes: tuple[str, ...] = ()

    def named(self, sentence: str) -> list[bool]:
        """Which clauses a sentence names."""
        text = fold(sentence)
        words = bare_words(sentence)
        stems = f" {' '.join(map(stem, words))} "
        return [self._has(clause, text, words, stems) for clause in self.clauses]

    def _has(self, clause: tuple[tuple[str, ...], ...], text: str, words: Sequence[str], stems: str) -> bool:
        for run in clause:
            if f" {' '.join(map(stem, run))} " in stems:
                return True
            if run[0] in self.prefixes and any(word.startswith(run[0]) for word in words):
                return True
            if not run[0].isascii() and "".join(run) in text:
                # a script without spaces: the words of a text are whole stretches of it
                return True
        return False


def gathered(found: Sequence[Found], topic: Topic, language: str | None, most: int) -> tuple[list[int], int]:
    """The sentences about a topic. Pure; runs in a worker process.

    Args:
        found: All sentences of the passages, by document and place.
        topic: What they should be about.
        language: An ISO 639 code; recognised where it is None.
        most: How many to choose at the most.

    Returns:
        The indices of those chosen, best first, and the number of sentences that name the topic.
    """
    from bot.answers.summarising.gathering import gather  # noqa: PLC0415 - takes the better part of a second

    return gather(found, topic, language, most)

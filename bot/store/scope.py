"""What is asked of the search: where to look, and for which words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bot.models import SHARED

Run = tuple[str, ...]
"""Words that stand one behind the other; a single one with `*` behind it is the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Where to look: collections, one document by its row id, and the days that a published date may touch.

    `spoken` wants paragraphs in which somebody speaks, `speakers` those in which one of these does (row ids).
    """

    collections: Collection[str] = (SHARED,)
    document: int | None = None
    since: date | None = None
    until: date | None = None
    spoken: bool = False
    speakers: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What the filters come to: the documents (row ids as JSON), and the paragraphs between which theirs lie.

    `searched` counts the documents, `undated` those that only the want of a published date has left out. There are at
    most `size` paragraphs of whatever kind. `spoken` and `speakers` (as JSON) are as in the filters. What a query tells
    the documents by is the shorter list, of those that are in the scope (`inside`) or of all others: a list of
    thousands takes longer to read than a search.
    """

    documents: str
    listed: str
    inside: bool
    searched: int
    undated: int
    low: int
    high: int
    size: int
    spoken: bool = False
    speakers: str | None = None

    @property
    def everything(self) -> bool:
        """Whether every `body` paragraph of the store is in the scope."""
        return self.listed == "[]" and not self.inside and not self.spoken and self.speakers is None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a passage must have: of each group at least one run of words, and none of the excluded ones."""

    groups: Sequence[Sequence[Run]]
    excluded: Sequence[Run] = ()

    @property
    def expression(self) -> str:
        """The same in the language of FTS5."""
        wanted = " AND ".join(f"({either(group)})" for group in self.groups)
        return f"({wanted}) NOT ({either(self.excluded)})" if self.excluded else wanted


def either(runs: Sequence[Run]) -> str:
    """Runs of words of which one is enough, in the language of FTS5."""
    return " OR ".join(f'"{run[0][:-1]}" *' if run[0].endswith("*") else f'"{" ".join(run)}"' for run in runs)

"""Hints: what is known of a document's paragraphs from outside its text, and what follows for their kinds.

Reading is pure, so that what other documents hold and what a curator has said is handed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.documents.blocks import word_count
from bot.documents.headlines import has_label
from bot.documents.kinds import Typed
from bot.models import Basis, Kind

BY_CURATOR: Final = "set by a curator"
_DOCUMENTS: Final = 3
_LONGEST: Final = 25
_SHORTEST_SENTENCE: Final = 5
_REPEATED: Final = 0.8  # by judgement: the pages are single documents, which have nothing to be compared with


@dataclass(frozen=True, slots=True)
class Hints:
    """Both by the offset at which a paragraph starts.

    `kinds` are those that a curator has set, `standing` counts the other documents that hold the same paragraph.
    """

    kinds: Mapping[int, Kind] = field(default_factory=dict)
    standing: Mapping[int, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.kinds) or any(count + 1 >= _DOCUMENTS for count in self.standing.values())


def could_be_furniture(text: str) -> bool:
    """Whether a paragraph may be furniture if it comes again elsewhere: short, no mere "Thank you.", no labelled line.

    What opens with a label says something else in each document (`Apologies: none`), even where the words are the same.
    """
    words = word_count(text[:400])
    sentence = text.rstrip("\"'”’»)").endswith((".", "!", "?", "…", "。"))
    return 0 < words <= _LONGEST and not (sentence and words < _SHORTEST_SENTENCE) and not has_label(text)


def apply(typed: Sequence[Typed], text: str, hints: Hints) -> list[Typed]:
    """Change the kinds of blocks as the hints say.

    Args:
        typed: The blocks of a document as the rules have typed them.
        text: Its source text.
        hints: What is known from outside.

    Returns:
        The same blocks. What stands in three documents is furniture, unless nothing of the body would be left; what a
        curator has set goes before everything.
    """
    changed = [_repeated(each, text, hints.standing.get(each.block.span.start, 0)) for each in typed]
    if not any(each.kind is Kind.BODY for each in changed):
        changed = list(typed)
    return [_set(each, hints.kinds.get(each.block.span.start)) for each in changed]


def _repeated(each: Typed, text: str, others: int) -> Typed:
    if others + 1 < _DOCUMENTS or each.kind is not Kind.BODY or not could_be_furniture(each.block.span.of(text)):
        return each
    ended = each.block.span.of(text).endswith((".", "!", "?", "…", "。"))
    kind = Kind.APPENDED if ended else Kind.NAVIGATION
    return replace(each, kind=kind, reason=f"stands in {others + 1} documents", confidence=_REPEATED)


def _set(each: Typed, kind: Kind | None) -> Typed:
    if kind is None:
        return each
    return replace(each, kind=kind, reason=BY_CURATOR, confidence=1.0, basis=Basis.CURATOR)

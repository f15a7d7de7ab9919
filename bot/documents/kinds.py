"""Kinds: each block typed with a reason, by what it shows alone and by where it stands among the others.

The rules lean to `body`: what is not plainly something else is part of the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.documents import (
    core,
    edges,
    endings,
    foreign,
    furniture,
    legends,
    letters,
    menus,
    numbering,
    residue,
    sections,
    signs,
    subheads,
    tails,
    teasers,
    threads,
)
from bot.documents.blocks import Block, Form
from bot.documents.confidence import ground, stated
from bot.documents.headlines import (
    HEADING_WORDS,
    LABEL_WORDS,
    mark_title,
    type_top,
)
from bot.documents.looks import Look, in_columns, look
from bot.documents.sections import Decided
from bot.documents.vocabulary import is_label
from bot.models import Basis, Kind

_FURNITURE: Final = frozenset({Kind.NAVIGATION, Kind.PROMOTION, Kind.APPENDED, Kind.BYLINE})
_ADDED: Final = frozenset({Kind.NAVIGATION, Kind.PROMOTION, Kind.APPENDED})
_TEXT: Final = (Kind.BODY, "part of the text")
_NO_LINK: Final = {"no letter and no figure", "dividing line", *furniture.PAGE_MARKS}


@dataclass(frozen=True, slots=True)
class Typed:
    """A block with its kind, why, and how sure that is; `basis` is `curator` where somebody has set it by hand."""

    block: Block
    kind: Kind
    reason: str
    confidence: float = 1.0
    basis: Basis = Basis.WORKED_OUT


def type_blocks(blocks: Sequence[Block], source: str, title: str | None = None) -> list[Typed]:
    """Give each block a kind and a reason.

    Args:
        blocks: The blocks of a document, in order.
        source: Its source text.
        title: The document's title where something other than the text states it.
    """
    looks, found = ruled(blocks, source, title)
    typed = [Typed(block, *(decided or _TEXT)) for block, decided in zip(blocks, found, strict=True)]
    return [
        Typed(each.block, each.kind, each.reason, stated(ground(each.kind, each.reason, seen)))
        for each, seen in zip(_with_body(typed, looks), looks, strict=True)
    ]


def ruled(blocks: Sequence[Block], source: str, title: str | None = None) -> tuple[list[Look], list[Decided]]:
    """What can be seen of each block, and what the rules make of it; None for what is part of the text."""
    looks = [look(block, source) for block in blocks]
    found: list[Decided] = [signs.alone(seen) for seen in looks]
    if title is not None:
        mark_title(looks, found, title)
    legends.apply(looks, found, source)
    furniture.apply(looks, found, source)
    threads.apply(looks, found, source)
    sections.apply(looks, found)
    endings.apply(looks, found)
    letters.apply(looks, found, source)
    numbering.apply(looks, found, source)
    edges.peel(looks, found)
    teasers.apply(looks, found)
    page = core.find(looks, found)
    if page is not None:
        core.cut(looks, found, page)
    menus.apply(looks, found, source)
    type_top(looks, found, source)
    sections.type_notes(looks, found)
    foreign.type_foreign(looks, found)
    if page is not None:
        core.clear(looks, found, page)
    _type_tail(looks, found, source)
    subheads.apply(looks, found, source)
    subheads.above_headings(looks, found, source)
    residue.apply(looks, found, page)
    tails.apply(looks, found)
    return looks, found


def _last_prose(looks: Sequence[Look], found: Sequence[Decided]) -> int:
    for at in range(len(looks) - 1, -1, -1):
        if found[at] is None and looks[at].prose and not looks[at].only_questions:
            return at
    return -1


def _type_tail(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Questions and short lines behind the end of the text, where a page's furniture stands beside them."""
    last = _last_prose(looks, found)
    if last < 0:
        return
    near = _beside_navigation(looks, found, last, source)
    closed = furnished = False
    for at in range(last + 1, len(looks)):
        decided = found[at]
        if decided is not None:
            closed = closed or decided[0] in _FURNITURE
            furnished = furnished or decided[0] in _ADDED
        elif closed and looks[at].only_questions:
            found[at] = (Kind.APPENDED, "question behind the end of the text")
        elif at in near:
            found[at] = (Kind.NAVIGATION, "short line among links behind the text")
        elif (
            furnished
            and looks[at].block.form is Form.PLAIN
            and not looks[at].ended
            and looks[at].words <= HEADING_WORDS
            and not in_columns(looks[at].raw)
        ):
            found[at] = (Kind.APPENDED, "short line among additions behind the text")
        else:
            furnished = False


def _like_label(seen: Look) -> bool:
    return (
        seen.words <= LABEL_WORDS
        and not seen.ended
        and not in_columns(seen.raw)
        and seen.block.form in {Form.PLAIN, Form.ITEM, Form.HEADING}
    )


def _beside_navigation(looks: Sequence[Look], found: Sequence[Decided], last: int, source: str) -> set[int]:
    """The short lines behind the text that stand in one run with navigation."""
    others = _blocks_without_navigation(looks, found, last + 1, source)
    result: set[int] = set()
    run: list[int] = []
    linked = False
    for at in range(last + 1, len(looks) + 1):
        if at < len(looks):
            decided = found[at]
            linked = linked or (decided is not None and decided[0] is Kind.NAVIGATION and decided[1] not in _NO_LINK)
            if decided is not None or _like_label(looks[at]):
                run.append(at)
                continue
        if linked:
            result.update(each for each in run if found[each] is None and each not in others)
        run, linked = [], False
    return result


def _blocks_without_navigation(looks: Sequence[Look], found: Sequence[Decided], first: int, source: str) -> set[int]:
    """The places, from `first` on, in blocks of several lines between empty ones in which nothing is navigation."""
    result: set[int] = set()
    for block in menus.blocks(looks, source, first):
        if len(block) > 1 and all((each := found[at]) is None or each[0] is not Kind.NAVIGATION for at in block):
            result.update(block)
    return result


def _with_body(typed: list[Typed], looks: Sequence[Look]) -> list[Typed]:
    """A document that has a sentence has a body: where nothing is left, what reads as prose is given back."""
    if any(each.kind is Kind.BODY for each in typed):
        return typed
    best = [at for at, seen in enumerate(looks) if seen.prose or (seen.ended and seen.words > 2)]  # noqa: PLR2004 - a short sentence
    best = best or [
        at
        for at, each in enumerate(typed)
        if each.kind is Kind.HEADING and each.block.form is Form.PLAIN and not is_label(looks[at].text)
    ]
    return [
        Typed(each.block, Kind.BODY, "the only text of the document") if at in set(best) else each
        for at, each in enumerate(typed)
    ]

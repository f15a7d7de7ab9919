"""A verified quotation: the verdict in words, the places that show it, what differs in them."""

from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import Final

from discord import ui

from bot.answers.results import Change, Verdict, VerifiedPart, VerifyAnswer
from bot.cogs.escaping import literal, parts, shortened, width
from bot.cogs.replies.context import opening
from bot.cogs.replies.sheet import ROOM, TOO_LONG, Key, cited, sheet, small
from bot.cogs.replies.speaking import said_by
from bot.cogs.replies.words import counted
from bot.models import Citation, Kind

_SAID: Final = {
    Verdict.EXACT: "**Exact.** It stands there word for word.",
    Verdict.PUNCTUATION: "**The same words.** Marks, spaces, case or what is marked as left out differ.",
    Verdict.ALTERED: "**Altered.** Most of the words stand there, and some differ.",
    Verdict.JOINED: "**Joined.** Its pieces stand in several places.",
    Verdict.OTHER_SPEAKER: "**Another speaker.** The words stand there, and somebody else says them.",
    Verdict.OTHER_DOCUMENT: "**Another document.** The words stand there, not in the one that was named.",
}
_LEGEND: Final = "~~struck~~ stands only in the source, **bold** only in what was pasted."
_SHOWN: Final = 4  # places
_ROOM: Final = 2_300  # for the words of all places
_SIDE: Final = 90  # characters of unchanged words that stay on either side of what differs
_CITATION_ROOM: Final = 240
_NOTE_ROOM: Final = 220
_NOTES: Final = 4
_NOTES_ROOM: Final = 1_300
_LEAST: Final = 100
_TYPED_ROOM: Final = 300
_NAME_ROOM: Final = 120
_SIMILAR_ROOM: Final = 700


def verdict_view(answer: VerifyAnswer, typed: str) -> ui.LayoutView:
    """A verdict with what shows it.

    Args:
        answer: What was found.
        typed: What was pasted.
    """
    by = "" if answer.speaker is None else f", said to be by {shortened(answer.speaker, _NAME_ROOM)}"
    head = [_verdict(answer), small(f"Checked: {shortened(typed, _TYPED_ROOM)}{by}")]
    notes = _notes(answer)
    blocks = [head]
    citations: list[Citation] = []
    if answer.verdict is Verdict.ABSENT:
        blocks += [_similar(text, citation) for text, citation in _nearest(answer)]
        citations = [each.citation for each in answer.similar]
    else:
        shown = _first(answer.parts)
        sources = [_source(part) for part in shown]
        more = []
        if len(shown) < len(answer.parts):
            count = counted(len(answer.parts) - len(shown), "more place")
            more = [small(f"{count}: {_references(answer.parts[len(shown) :])}")]
        taken = sum(width(text) for some in (head, more, notes, *sources) for text in some)
        room = max(min(_ROOM, ROOM - taken) // max(len(shown), 1), _LEAST)
        blocks += [[difference(part.diff, room), *source] for part, source in zip(shown, sources, strict=True)]
        citations = [part.citation for part in shown]
        blocks.append(more)
    blocks.append(notes)
    return sheet(blocks, [_keys(citations)] if citations else [])


def _verdict(answer: VerifyAnswer) -> str:
    if answer.verdict is not Verdict.ABSENT:
        return _SAID[answer.verdict]
    if not answer.searched:
        return "**Not found.** There are no documents to look into yet. A curator can import some."
    documents = counted(answer.searched, "document")
    which = f"these {documents}" if answer.searched > 1 else documents
    return f"**Not found.** Not in {which}. This does not mean that it was never said."


def _first(parts_: Sequence[VerifiedPart]) -> list[VerifiedPart]:
    """The parts of as many places as can be shown."""
    shown: list[VerifiedPart] = []
    for _, group in groupby(parts_, key=lambda part: part.place):
        together = list(group)
        if shown and len(shown) + len(together) > _SHOWN:
            break
        shown += together[:_SHOWN]
    return shown


def _references(parts_: Sequence[VerifiedPart]) -> str:
    named = list(dict.fromkeys(part.citation.reference for part in parts_))
    return ", ".join(named[:12]) + (" …" if len(named) > 12 else "")  # noqa: PLR2004 - one line


def _source(part: VerifiedPart) -> list[str]:
    """Who says it, and where it stands."""
    kind = "" if part.kind is Kind.BODY else f" · {part.kind}, not part of the running text"
    speaker = [] if part.speaker is None else [said_by(part.speaker, part.speech)]
    return [*speaker, small(cited(part.citation, _CITATION_ROOM) + kind)]


def difference(diff: Sequence[tuple[Change, str]], room: int) -> str:
    """The way from the source to what was pasted, within some room; long unchanged stretches are cut in the middle."""
    full = " ".join(_step(change, literal(words)) for change, words in diff)
    if width(full) <= room:
        return full
    pieces: list[str] = []
    for place, (change, words) in enumerate(diff):
        shown = _step(change, _middle_cut(words, first=place == 0, last=place == len(diff) - 1))
        if width(" ".join([*pieces, shown])) > room - width(TOO_LONG):
            pieces.append(small(TOO_LONG) if not pieces else TOO_LONG)
            break
        pieces.append(shown)
    return " ".join(pieces)


def _step(change: Change, shown: str) -> str:
    if change is Change.DELETE:
        return f"~~{shown}~~"
    return f"**{shown}**" if change is Change.INSERT else shown


def _middle_cut(words: str, *, first: bool, last: bool) -> str:
    """Words with what is far from a difference left out, which shows as `(…)`."""
    if len(words) <= 2 * _SIDE + 20 or (first and last):
        return literal(words[: 10 * _SIDE]) + (" (…)" if len(words) > 10 * _SIDE else "")
    before = "" if first else literal(words[:_SIDE].rsplit(" ", 1)[0])
    behind = "" if last else literal(words[-_SIDE:].split(" ", 1)[-1])
    return " ".join(filter(None, (before, "(…)", behind)))


def _nearest(answer: VerifyAnswer) -> list[tuple[str, Citation]]:
    return [(each.text, each.citation) for each in answer.similar]


def _similar(text: str, citation: Citation) -> list[str]:
    first, *more = parts(text, _SIMILAR_ROOM)
    cut = f" {TOO_LONG}" if more else ""
    return [small("Similar, not the same:"), literal(first.of(text)) + cut, small(cited(citation, _CITATION_ROOM))]


def _notes(answer: VerifyAnswer) -> list[str]:
    told = [shortened(remark, _NOTE_ROOM) for remark in answer.remarks[:_NOTES]]
    if any(change is not Change.EQUAL for part in answer.parts for change, _ in part.diff):
        told.append(small(_LEGEND))
    told += [small(shortened(warning, _NOTE_ROOM)) for warning in answer.warnings]
    if answer.incomplete:
        told.append(small("The search ran out of time: the text may stand somewhere all the same."))
    return [note for note, total in zip(told, accumulate(map(width, told)), strict=True) if total <= _NOTES_ROOM]


def _keys(citations: Sequence[Citation]) -> list[Key]:
    by_paragraph = {each.reference: each for each in citations}
    single = len(by_paragraph) == 1
    return [opening(each, "Context" if single else f"Context {reference}") for reference, each in by_paragraph.items()][
        :5
    ]

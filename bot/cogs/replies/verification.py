"""A verified quotation: the verdict in words, the places that show it, what differs in them."""

from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import Final

from discord import ui

from bot.answers.results import Change, Verdict, VerifiedPart, VerifyAnswer
from bot.cogs.escaping import isolated, literal, parts, shortened, width
from bot.cogs.replies.context import opening
from bot.cogs.replies.sheet import ROOM, TOO_LONG, Key, cited, sheet, small
from bot.cogs.replies.speaking import said_by
from bot.cogs.replies.words import counted
from bot.models import Citation, Kind
from bot.store.scripts import is_unspaced

_SAID: Final = {
    Verdict.EXACT: "**Exact.** It stands there word for word.",
    Verdict.PUNCTUATION: "**The same words.** Marks, spaces, case or what is marked as left out differ.",
    Verdict.ALTERED: "**Altered.** Most of the words stand there, and some differ.",
    Verdict.JOINED: "**Joined.** Its pieces stand in several places.",
    Verdict.OTHER_SPEAKER: "**Another speaker.** The words stand there, and somebody else says them.",
    Verdict.OTHER_DOCUMENT: "**Another document.** The words stand there, not in the one that was named.",
}
_LEGEND: Final = "~~struck~~ stands only in the source, **bold** only in what was pasted."
_MARKS: Final = {Change.DELETE: "~~", Change.INSERT: "**"}
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
        folded = _folded(answer.parts)
        shown = _first(folded)
        sources = [_source(part, times) for part, times in shown]
        more = []
        if rest := [part for part, _ in folded[len(shown) :]]:
            more = [small(f"{counted(len(rest), 'more place')}: {_references(rest)}")]
        taken = sum(width(text) for some in (head, more, notes, *sources) for text in some)
        room = max(min(_ROOM, ROOM - taken) // max(len(shown), 1), _LEAST)
        for (part, _), source in zip(shown, sources, strict=True):
            blocks.append([difference(part.diff, room, part.text), *source])
        citations = [part.citation for part, _ in shown]
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


def _folded(parts_: Sequence[VerifiedPart]) -> list[tuple[VerifiedPart, int]]:
    """The parts to show, each with how often its words stand in its paragraph: the same again is only counted.

    Parts of an account of several pieces are all shown.
    """
    folded: list[tuple[VerifiedPart, int]] = []
    known: dict[tuple[object, ...], int] = {}
    for _, group in groupby(parts_, key=lambda part: part.place):
        one, *more = group
        if more or any(change is not Change.EQUAL for change, _ in one.diff):
            folded += [(part, 1) for part in (one, *more)]
            continue
        at = known.setdefault((one.citation.reference, one.speaker, one.speech), len(folded))
        if at == len(folded):
            folded.append((one, 1))
        else:
            folded[at] = (folded[at][0], folded[at][1] + 1)
    return folded


def _first(folded: Sequence[tuple[VerifiedPart, int]]) -> list[tuple[VerifiedPart, int]]:
    """The parts of as many places as can be shown."""
    shown: list[tuple[VerifiedPart, int]] = []
    for _, group in groupby(folded, key=lambda each: each[0].place):
        together = list(group)
        if shown and len(shown) + len(together) > _SHOWN:
            break
        shown += together[:_SHOWN]
    return shown


def _references(parts_: Sequence[VerifiedPart]) -> str:
    named = list(dict.fromkeys(part.citation.reference for part in parts_))
    return ", ".join(named[:12]) + (" …" if len(named) > 12 else "")  # noqa: PLR2004 - one line


def _source(part: VerifiedPart, times: int) -> list[str]:
    """Who says it, and where it stands, perhaps several times."""
    often = "" if times == 1 else f" · {times:,} times in this paragraph"
    kind = "" if part.kind is Kind.BODY else f" · {part.kind}, not part of the running text"
    speaker = [] if part.speaker is None else [said_by(part.speaker, part.speech)]
    return [*speaker, small(cited(part.citation, _CITATION_ROOM) + kind + often)]


def difference(diff: Sequence[tuple[Change, str]], room: int, source: str) -> str:
    """The way from the source to what was pasted, within some room; long unchanged stretches are cut in the middle.

    Args:
        diff: The steps.
        room: What it may take.
        source: The text from which the words come that are not inserted, with the white space that parts them.
    """
    gaps = _gaps(diff, source)
    full = "".join(gap + _step(change, literal(words)) for gap, (change, words) in zip(gaps, diff, strict=True))
    if width(full) <= room:
        return full
    shown = ""
    for place, (gap, (change, words)) in enumerate(zip(gaps, diff, strict=True)):
        step = gap + _step(change, _middle_cut(words, first=place == 0, last=place == len(diff) - 1))
        if width(shown + step) > room - width(TOO_LONG) - 1:
            return f"{shown} {TOO_LONG}" if shown else small(TOO_LONG)
        shown += step
    return shown


def _gaps(diff: Sequence[tuple[Change, str]], source: str) -> list[str]:
    """What parts each step from the one before it: of the source its own white space, of what is inserted a space."""
    gaps: list[str] = []
    at, before, inserted = 0, "", False
    for change, words in diff:
        # scripts without spaces have none around what is inserted either
        own = "" if before and words and is_unspaced(before[-1]) and is_unspaced(words[0]) else " "
        gap = own
        if change is not Change.INSERT and (start := source.find(words, at)) >= 0:
            found, at = source[at:start], start + len(words)
            gap = found if found.isspace() or not (found or inserted) else own
        gaps.append(gap if gaps else "")
        before, inserted = words, change is Change.INSERT
    return gaps


def _step(change: Change, shown: str) -> str:
    if change is Change.EQUAL:
        return shown
    # with a mark at its end the mark of the step would be taken for a part of it
    mark = _MARKS[change]
    return f"{mark}{isolated(shown) if shown.endswith(mark[0]) else shown}{mark}"


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

"""How a verified quotation looks: the verdict in words, each place with its differences, what comes near."""

from collections.abc import Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from bot.answers.results import Change, Verdict, VerifiedPart, VerifyAnswer
from bot.console.layout.pieces import FAINT, HIT, STRONG, cited, counted, excerpt, line, nothing_there, numbered, spaced
from bot.console.layout.speaking import said_by
from bot.console.literal import literal
from bot.models import Kind

_SAID: Final = {
    Verdict.EXACT: ("Exact.", "It stands there word for word.", "bold green"),
    Verdict.PUNCTUATION: (
        "The same words.",
        "Marks, spaces, case or what is marked as left out differ.",
        "bold green",
    ),
    Verdict.ALTERED: ("Altered.", "Most of the words stand there, and some differ.", "bold red"),
    Verdict.JOINED: ("Joined.", "Its pieces stand in several places, and not next to each other.", HIT),
    Verdict.OTHER_SPEAKER: ("Another speaker.", "The words stand there, and somebody else says them.", "bold red"),
    Verdict.OTHER_DOCUMENT: ("Another document.", "The words stand there, not in the one that was named.", HIT),
    Verdict.ABSENT: ("Not found.", "", "bold red"),
}
_END: Final = 400  # characters of either end of what was left out that are shown
_SIGNS: Final = {Change.DELETE: ("[-", "-]", "red"), Change.INSERT: ("{+", "+}", "green")}


def verify(answer: VerifyAnswer) -> RenderableType:
    """The verdict with the places that show it, or what comes nearest."""
    parts: list[RenderableType] = [_verdict(answer)]
    several = len(answer.parts) > 1
    parts += [_part(part, str(number) if several else "") for number, part in enumerate(answer.parts, 1)]
    if any(change is not Change.EQUAL for part in answer.parts for change, _ in part.diff):
        parts.append(Text("[-only in the source-] {+only in what was pasted+}", FAINT))
    parts += [line(remark, STRONG) for remark in answer.remarks]
    if answer.similar:
        parts.append(line("Similar, not the same:", FAINT))
        parts += [numbered("~", excerpt(each.text, each.citation), cited(each.citation)) for each in answer.similar]
    if notes := _notes(answer):
        parts.append(line(" ".join(notes), FAINT))
    return spaced(parts)


def _verdict(answer: VerifyAnswer) -> Text:
    head, meaning, style = _SAID[answer.verdict]
    if answer.verdict is Verdict.ABSENT:
        documents = counted(answer.searched, "document")
        which = f"these {documents}" if answer.searched > 1 else documents
        meaning = f"Not in {which}. This does not mean that it was never said." if answer.searched else nothing_there()
    elif answer.verdict is Verdict.ALTERED and not any(
        change is Change.INSERT for part in answer.parts for change, _ in part.diff
    ):
        meaning = "All of its words stand there, and others between them are left out without a mark."
    return Text(head, style).append(f" {meaning}", "default")


def _part(part: VerifiedPart, number: str) -> RenderableType:
    pieces: list[RenderableType] = [difference(part.diff)]
    if part.speaker is not None:
        pieces.append(said_by(part.speaker, part.speech))
    pieces.append(cited(part.citation))
    if part.kind is not Kind.BODY:
        pieces.append(line(f"{part.kind.value}, not part of the running text", FAINT))
    return numbered(number, *pieces)


def difference(diff: Sequence[tuple[Change, str]]) -> Text:
    """The way from the source to what was pasted, in signs and in colour."""
    shown = Text()
    for place, (change, words) in enumerate(diff):
        shown.append(" " if place else "")
        before, behind, style = _SIGNS.get(change, ("", "", ""))
        shown.append(f"{before}{literal(_shortened(words) if change is Change.DELETE else words)}{behind}", style)
    return shown


def _shortened(words: str) -> str:
    """What was left out, the middle of a very long stretch only counted."""
    left = len(words) - 2 * _END
    return words if left <= _END else f"{words[:_END]} … {left:,} characters more … {words[-_END:]}"


def _notes(answer: VerifyAnswer) -> list[str]:
    notes = list(answer.warnings)
    if answer.incomplete:
        notes.append("The search ran out of time: the text may stand somewhere all the same.")
    return notes

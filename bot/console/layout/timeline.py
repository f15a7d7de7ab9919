"""How a timeline looks: dates in a column, marks for what is not stated."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.answers.results import Event, TimelineAnswer
from bot.console.layout.pieces import FAINT, STRONG, cited, counted, joined, line, marked, spaced
from bot.models import Basis, Span

_DATE_WIDTH = 13
_MARKS = {Basis.WORKED_OUT: "≈", Basis.DOCUMENT: "·", Basis.CURATOR: "✎", Basis.UNKNOWN: "?"}
_MEANINGS = {
    Basis.WORKED_OUT: "worked out from the document's date",
    Basis.DOCUMENT: "the document's own date",
    Basis.CURATOR: "set by a curator",
    Basis.UNKNOWN: "unknown",
}


def readable_date(edtf: str) -> str:
    """A date as it is read in a column: an interval takes two lines, an open end is said in words."""
    first, between, last = edtf.partition("/")
    if not between:
        return edtf
    if first in {"", ".."}:
        return f"until {last}"
    if last in {"", ".."}:
        return f"from {first}"
    return f"{first}\nto {last}"


def timeline(answer: TimelineAnswer) -> RenderableType:
    """Events by date, and what could not be dated."""
    notes = _notes(answer)
    if not answer.events:
        documents = counted(answer.searched, "document")
        return line(" ".join((f"No dated sentence fits in {documents}.", *notes)))
    parts: list[RenderableType] = [_table(answer.events)]
    used = [basis for basis in _MARKS if any(event.basis is basis for event in answer.events)]
    if used:
        parts.append(Text("   ".join(f"{_MARKS[basis]} {_MEANINGS[basis]}" for basis in used), FAINT))
    if notes:
        parts.append(line(" ".join(notes), FAINT))
    return spaced(parts)


def _table(events: Sequence[Event]) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=_DATE_WIDTH, style=STRONG, no_wrap=True)
    table.add_column(width=1)
    table.add_column(ratio=1)
    last = ""
    for place, event in enumerate(events):
        if place:
            table.add_row()
        date = "" if event.value.edtf == last else readable_date(event.value.edtf)
        last = event.value.edtf
        table.add_row(Text(date), Text(_MARKS.get(event.basis, ""), "cyan"), Group(_sentence(event), _where(event)))
    return table


def _sentence(event: Event) -> Text:
    at = event.text.find(event.expression)
    # where the words stand twice, the event does not say which of them carries the date
    sure = bool(event.expression) and event.text.count(event.expression) == 1
    return marked(event.text, [Span(at, at + len(event.expression))] if sure else [], "underline")


def _where(event: Event) -> Text:
    return cited(event.citation)


def _notes(answer: TimelineAnswer) -> list[str]:
    notes = []
    if answer.total > len(answer.events):
        notes.append(f"{len(answer.events)} of {counted(answer.total, 'event')}; --limit shows more.")
    if answer.undated:
        stay = "has a date that stays" if answer.undated == 1 else "have dates that stay"
        notes.append(f"{counted(answer.undated, 'sentence')} {stay} unknown.")
    if answer.without_anchor:
        names = joined([each.reference for each in answer.without_anchor])
        carry = "carries" if len(answer.without_anchor) == 1 else "carry"
        first = answer.without_anchor[0].reference
        notes.append(f"{names} {carry} no date to count from: edit {first} --anchor-date DATE sets one.")
    return notes

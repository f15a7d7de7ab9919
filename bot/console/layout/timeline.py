"""How a timeline looks: dates in a column, marks for what is not stated."""

import re
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.answers.chronicle import PER_DATE, DateGroup, Entry, chronicle
from bot.answers.readable import single
from bot.answers.results import Event, TimelineAnswer
from bot.answers.timeline import counted_from
from bot.console.hints import command
from bot.console.layout.pieces import (
    FAINT,
    STRONG,
    Fitting,
    cited,
    counted,
    excerpt,
    joined,
    line,
    nothing_there,
    spaced,
)
from bot.console.layout.speaking import said_by
from bot.models import Basis, Span

_AHEAD = "→"
_DATE_WIDTH = 13
_FIGURES = re.compile(r"(?P<day>\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?)(?:T(?P<time>\d\d:\d\d).*)?")
_MARKS = {Basis.WORKED_OUT: "≈", Basis.DOCUMENT: "·", Basis.CURATOR: "✎", Basis.UNKNOWN: "?"}
_MEANINGS = {
    Basis.WORKED_OUT: "worked out",
    Basis.DOCUMENT: "the document's own date",
    Basis.CURATOR: "set by a curator",
    Basis.UNKNOWN: "unknown",
}


def readable_date(edtf: str) -> str:
    """A date as it is read in a column: an interval takes two lines, what has no figures of its own is in words."""
    first, between, last = edtf.partition("/")
    if not between:
        return _point(edtf)
    if first in {"", ".."}:
        return f"until {_point(last)}"
    if last in {"", ".."}:
        return f"from {_point(first)}"
    return f"{_point(first)}\nto {_point(last)}"


def _point(edtf: str) -> str:
    """Days, months and years as they are written, seasons, quarters, decades and centuries in words."""
    found = _FIGURES.fullmatch(edtf)
    if found is None:
        return single(edtf)
    return found["day"] + (f" {found['time']}" if found["time"] else "")


def timeline(answer: TimelineAnswer, per_date: int | None = PER_DATE) -> RenderableType:
    """Events by date, what several documents tell told once, and what could not be dated.

    Args:
        answer: The events.
        per_date: How many entries of a date are shown; None for all.
    """
    notes = _notes(answer)
    if not answer.events:
        if not answer.searched:
            return line(" ".join((nothing_there(), *notes)))
        documents = counted(answer.searched, "document")
        by = "" if answer.speaker is None else f" with what {answer.speaker} says"
        return line(" ".join((f"No dated sentence{by} fits in {documents}.", *notes)))
    groups = chronicle(answer.events, per_date)
    parts: list[RenderableType] = [_table(groups)]
    if legend := _legend([event for group in groups for event in group.events]):
        parts.append(Text("   ".join(legend), FAINT))
    if notes:
        parts.append(line(" ".join(notes), FAINT))
    return spaced(parts)


def _legend(events: Sequence[Event]) -> list[str]:
    used = [basis for basis in _MARKS if any(event.basis is basis for event in events)]
    meanings = [f"{_MARKS[basis]} {_MEANINGS[basis]}" for basis in used]
    if any(event.planned for event in events):
        meanings.append(f"{_AHEAD} lay ahead when the document was written")
    return meanings


def _table(groups: Sequence[DateGroup]) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=_DATE_WIDTH, style=STRONG)
    table.add_column(width=1)
    table.add_column(ratio=1, overflow="fold")
    below: list[RenderableType] = []
    for group in groups:
        date = readable_date(group.value.edtf)
        for entry in group.entries:
            if table.row_count:
                table.add_row()
            told = Group(_sentence(entry.lead), *_where(entry))
            table.add_row(Text(date), _marks(entry.lead), told)
            head = Text(date.replace("\n", " "), STRONG).append(" " if date else "")
            head.append(_marks(entry.lead))
            below.append(Group(head, told) if head else told)
            date = ""
        if group.more:
            more = Text(f"{group.more:,} more on this date; --all shows them", FAINT)
            table.add_row("", "", more)
            below.append(more)
    return Fitting(table, spaced(below))


def _marks(event: Event) -> Text:
    marks = (_MARKS.get(event.basis, ""), _AHEAD if event.planned else "")
    return Text("\n".join(filter(None, marks)), "cyan")


def _sentence(event: Event) -> RenderableType:
    at = event.text.find(event.expression)
    # where the words stand twice, the event does not say which of them carries the date
    sure = bool(event.expression) and event.text.count(event.expression) == 1
    spans = [Span(at, at + len(event.expression))] if sure else []
    return excerpt(event.text, event.citation, spans, "underline")


def _where(entry: Entry) -> list[Text]:
    lines = [line(worked_out(entry.lead), FAINT)] if entry.lead.basis is Basis.WORKED_OUT else []
    if entry.lead.speaker is not None:
        lines.append(said_by(entry.lead.speaker, entry.lead.speech))
    lines.append(cited(entry.lead.citation))
    if entry.others:
        places = [f"[{each.citation.document.reference} ¶{each.citation.paragraph}]" for each in entry.others]
        lines.append(line(f"also in {joined(places)}", FAINT))
    return lines


def worked_out(event: Event) -> str:
    """From what a date was worked out: the words, and the day from which they count."""
    anchor = counted_from(event)
    how = "worked out from what is said before it" if anchor is None else f"counted from {anchor.isoformat()}"
    return f"“{event.expression}”, {how}"


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
        notes.append(f"{names} {carry} no date to count from: {command(f'edit {first} --anchor-date DATE')} sets one.")
    return notes

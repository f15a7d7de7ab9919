"""A timeline as comma-separated values (RFC 4180), one line for each event.

A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula, and a text from
somebody else's document is nothing to run. Such cells get an apostrophe in front, which spreadsheets take for "this is
text". It is the one place where a sentence is not given byte for byte; JSON has it as it stands.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from bot.answers.results import Event

COLUMNS: Final = (
    *("date", "earliest", "latest", "precision", "basis", "planned", "expression", "text"),
    *("reference", "title", "publisher", "published", "speaker"),
)
_FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(events: Sequence[Event]) -> str:
    """A table of these events with a line of headings; lines end with CR LF."""
    return written(COLUMNS, map(_row, events))


def written(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Headings and rows as a table; cells that would be formulas are guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def _row(event: Event) -> Sequence[str]:
    value, known = event.value, event.citation.document.metadata
    return (
        value.edtf,
        "" if value.earliest is None else value.earliest.isoformat(),
        "" if value.latest is None else value.latest.isoformat(),
        value.precision.value,
        event.basis.value,
        "yes" if event.planned else "no",
        event.expression,
        event.text,
        event.citation.reference,
        event.citation.document.name,
        known.publisher.value or "",
        known.published.value or "",
        "" if event.speaker is None else event.speaker.name,
    )


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell

"""How the outcome of an import and the findings of the doctor look."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.console.hints import PROGRAM
from bot.console.layout.documents import kinds
from bot.console.layout.pieces import FAINT, counted, joined, line, spaced
from bot.exports.collections import Exported
from bot.intake import Outcome
from bot.intake.files import ARCHIVES, READABLE
from bot.store.doctor import Report

_STATUS = {"new": "green", "changed": "yellow", "unchanged": FAINT, "refused": "bold red"}


def imported(outcomes: Sequence[Outcome]) -> RenderableType:
    """What became of each file."""
    if not outcomes:
        return Text(f"No files to import were found there. Known are {', '.join(sorted(READABLE | ARCHIVES))}.")
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for each in outcomes:
        status = Text(each.status, _STATUS[each.status])
        if each.status == "refused":
            table.add_row(status, "", line(_refusal(each)))
            continue
        title = line(each.title or f"Untitled ({each.file})")
        table.add_row(status, each.reference or "", Group(title, kinds(each.paragraphs)))
    counts = [counted_status(outcomes, status) for status in _STATUS]
    return spaced([table, Text(joined([count for count in counts if count]) + ".", FAINT)])


def _refusal(refused: Outcome) -> str:
    """Which file was refused and why; most reasons name it themselves."""
    why = refused.why or ""
    return why if refused.file in why else f"{refused.file}: {why}"


def exported(made: Exported) -> RenderableType:
    """What was exported, and how it comes in again."""
    numbers = f"{counted(made.documents, 'document')}, {counted(made.paragraphs, 'paragraph')}"
    parts: list[RenderableType] = [line(f"Written: {made.path} ({numbers}, {max(made.size // 1_000, 1):,} kB)")]
    again = f"`{PROGRAM} import {shlex.quote(str(made.path))} --database NEW_FILE`"
    parts.append(line(f"SHA-256 {made.sha256}", FAINT))
    parts.append(line(f"{again} takes it into a new database, with the same references.", FAINT))
    return Group(*parts)


def counted_status(outcomes: Sequence[Outcome], status: str) -> str:
    """`3 new`, or nothing."""
    number = sum(each.status == status for each in outcomes)
    return f"{number} {status}" if number else ""


def examined(report: Report, path: Path) -> RenderableType:
    """What the doctor looked at."""
    table = Table.grid(padding=(0, 2))
    table.add_column(width=1)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for each in report.findings:
        mark = Text("✓", "green") if each.ok else Text("✗", "bold red")
        table.add_row(mark, line(each.what), line(each.detail))
    wrong = sum(not each.ok for each in report.findings)
    verdict = (
        Text("All is well.", "green") if report.healthy else Text(f"{counted(wrong, 'finding')} to see to.", "bold red")
    )
    return spaced([line(f"Database: {path}", FAINT), table, verdict])

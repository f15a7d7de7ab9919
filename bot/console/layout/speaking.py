"""How speakers look: who there is, and what one of them says."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.answers.attributed import NOBODY, manner
from bot.answers.results import ListedSpeaker, Passage, SpeakerAnswer
from bot.console.layout.pieces import FAINT, STRONG, Fitting, cited, counted, excerpt, joined, line, numbered, spaced
from bot.models import Speaker, Speech

_MOST = 5  # references of documents that a line of the table holds


def said_by(speaker: Speaker | None, speech: Speech | None = None) -> Text:
    """The line that says who speaks and from what that is known."""
    how = manner(speaker, speech)
    if speaker is None:
        return Text(f"— {NOBODY}{how}", FAINT)
    return Text("— ").append(line(speaker.name, STRONG)).append(how, FAINT)


def speaker(answer: SpeakerAnswer) -> RenderableType:
    """What somebody says, direct quotations first."""
    parts: list[RenderableType] = [line(answer.name, STRONG)]
    if not answer.quotations:
        words = " ".join(f'"{term}"' for term in answer.terms)
        documents = counted(answer.searched, "document")
        about = f" with {words}" if words else ""
        parts.append(line(f"Nothing that {answer.name} says{about} in {documents}. Try fewer words, or no topic."))
    parts += [_said(place, each) for place, each in enumerate(answer.quotations, 1)]
    if notes := _notes(answer):
        parts.append(line(" ".join(notes), FAINT))
    return spaced(parts)


def _said(place: int, passage: Passage) -> RenderableType:
    parts: list[RenderableType] = [excerpt(passage.text, passage.citation, passage.hits)]
    parts += [said_by(passage.speaker, passage.speech), cited(passage.citation)]
    if passage.also_in:
        parts.append(line(f"also in {joined([other.reference for other in passage.also_in])}", FAINT))
    return numbered(str(place), *parts)


def _notes(answer: SpeakerAnswer) -> list[str]:
    notes = []
    if answer.quotations:
        reported = answer.total - answer.direct
        notes.append(f"{counted(answer.direct, 'direct quotation')}, {reported:,} reported.")
    if answer.total > len(answer.quotations):
        notes.append(f"{len(answer.quotations)} of {answer.total:,} shown; --limit shows more.")
    if answer.incomplete:
        notes.append("The search ran out of time: there may be more.")
    return notes


def speakers(known: Sequence[ListedSpeaker]) -> RenderableType:
    """Who speaks, as a table."""
    if not known:
        return Text("Nobody is known to speak in the documents yet.")
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Speaker", ratio=3, overflow="fold")
    table.add_column("Quotations", justify="right", no_wrap=True)
    table.add_column("Reported", justify="right", no_wrap=True)
    table.add_column("Documents", ratio=1, overflow="fold")
    below: list[RenderableType] = []
    for each in known:
        name = line(each.name)
        if each.aliases:
            name.append(f"\nalso: {line(joined(each.aliases)).plain}", FAINT)
        documents = ", ".join(each.documents[:_MOST])
        if len(each.documents) > _MOST:
            documents += f" and {len(each.documents) - _MOST} more"
        table.add_row(name, f"{each.quotations:,}", f"{each.reported:,}", documents)
        count = f"{counted(each.quotations, 'quotation')}, {each.reported:,} reported in {documents}"
        below.append(Group(name, Text(count, FAINT)))
    return Fitting(table, spaced(below))

"""A short tour with real answers, for a first look where nobody can type."""

from typing import Final

from rich.console import Console
from rich.text import Text

from bot.answers.documents import listed
from bot.answers.quote import quote
from bot.answers.results import QuoteAnswer, QuoteRequest, SummaryRequest, TimelineRequest
from bot.answers.summary import summarise
from bot.answers.timeline import timeline
from bot.app import App
from bot.console.hints import PROGRAM
from bot.console.layout import documents as document_layout
from bot.console.layout import passages as passage_layout
from bot.console.layout import summaries as summary_layout
from bot.console.layout import timeline as timeline_layout
from bot.console.layout.pieces import FAINT, STRONG, line
from bot.console.output import console, show
from bot.folding import words
from bot.models import Document, Kind

_PASSAGES: Final = 2
_EVENTS: Final = 5
_LONG_WORD: Final = 5  # letters; shorter words of a title say little
_WORDS: Final = 2


async def tour(app: App) -> None:
    """Print the documents, a quotation, a summary, a timeline, and how to go on."""
    out = console()
    kept = [document for document in await listed(app.store) if document.retired_by is None]
    _head(out, f"{PROGRAM} documents")
    show(out, document_layout.documents(kept))
    telling = [document for document in kept if document.paragraphs.get(Kind.BODY)]
    if telling:
        await _answers(out, app, telling[0])
    _head(out, "How to go on")
    for command, meaning in _NEXT:
        show(out, Text(f"  {PROGRAM} {command}".ljust(36)).append(meaning, FAINT))


async def _answers(out: Console, app: App, document: Document) -> None:
    text, found = await _quotation(app, document)
    _head(out, f"{PROGRAM} quote {text}".rstrip() + f" --limit {_PASSAGES}")
    show(out, passage_layout.quote(found))
    _head(out, f"{PROGRAM} summary {document.reference} --length short")
    request = SummaryRequest(document.reference, length="short")
    show(out, summary_layout.summary(await summarise(app.store, app.worker, request)))
    events = TimelineRequest(document=document.reference, limit=_EVENTS)
    _head(out, f"{PROGRAM} timeline --document {document.reference} --limit {_EVENTS}")
    show(out, timeline_layout.timeline(await timeline(app.store, events)))


async def _quotation(app: App, document: Document) -> tuple[str, QuoteAnswer]:
    """A query made of the longest words of a title that finds something; failing that a passage at random."""
    title = dict.fromkeys(word.text for word in words(document.name) if len(word.text) >= _LONG_WORD)
    longest = sorted(title, key=len, reverse=True)
    for text in (" ".join(longest[:_WORDS]), *longest):
        if text and (found := await quote(app.store, QuoteRequest(text, limit=_PASSAGES))).passages:
            return text, found
    return "", await quote(app.store, QuoteRequest(limit=_PASSAGES))


def _head(out: Console, heading: str) -> None:
    show(out, Text(), line(heading, STRONG), Text())


_NEXT: Final = (
    ("", "type commands (in a terminal)"),
    ("import PATH…", "bring your own documents"),
    ('quote "WORDS"', "find a passage"),
    ("--help", "every verb and option"),
    ("serve", "answer on Discord, with DISCORD_TOKEN set"),
)

"""How documents look: the list, and one of them paragraph by paragraph."""

from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.answers.results import InspectedDate, InspectedParagraph, Inspection
from bot.console.hints import command
from bot.console.layout.pieces import (
    FAINT,
    KINDS,
    STRONG,
    Fitting,
    counted,
    line,
    marked,
    numbered,
    said_by_title,
    spaced,
)
from bot.models import Basis, Document, Fact, Kind, Quotation, ReportedSpeech

_DATED = "underline"
_SHOWN = 60  # characters of what is said; all of it stands above


def kinds(counts: Mapping[Kind, int]) -> Text:
    """`12 body, 3 heading`, coloured."""
    shown = Text(", ").join(Text(f"{counts[kind]} {kind.value}", KINDS[kind]) for kind in Kind if counts.get(kind))
    return shown or Text("none", FAINT)


def documents(kept: Sequence[Document]) -> RenderableType:
    """The documents as a table."""
    if not kept:
        return Text(f"There are no documents yet. {command('import PATH')} brings some in.")
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("", style=STRONG, no_wrap=True)
    table.add_column("Title", ratio=3, overflow="fold")
    table.add_column("Publisher, date", ratio=1, overflow="fold")
    table.add_column("Paragraphs", no_wrap=True)
    below: list[RenderableType] = []
    for each in kept:
        known = each.metadata
        origin = [_plain(part.value) for part in (known.publisher, known.published) if part.value] or ["unknown"]
        style = FAINT if each.retired_by is not None else ""
        table.add_row(each.reference, _title(each), Text("\n".join(origin)), _size(each), style=style)
        size = Text(", ".join(origin), FAINT).append(" · ").append(_size(each))
        below.append(Group(Text(f"{each.reference}  ", STRONG).append(_title(each)), size))
    return Fitting(table, spaced(below))


def _title(document: Document) -> Text:
    """The title, what the document is a digest of, and what has taken its place."""
    title = line(document.name)
    if document.metadata.digest_of is not None:
        title.append(f"\nof: {_plain(_original(document))}", FAINT)
    if document.retired_by is not None:
        title.append(f"\nretired: {document.reference[0]}{document.retired_by} is the original", "yellow")
    return title


def _original(document: Document) -> str:
    """What a digest is a digest of."""
    if (source := document.metadata.digest_of) is None:
        return ""
    title = "" if said_by_title(document) else source.title
    return ", ".join(part for part in (title, source.publisher, source.published) if part)


def _size(document: Document) -> Text:
    body = document.paragraphs.get(Kind.BODY, 0)
    others = sum(document.paragraphs.values()) - body
    return Text(f"{body} body", KINDS[Kind.BODY]).append(f", {others} other" if others else "", FAINT)


def _plain(text: str) -> str:
    return line(text).plain


def inspect(answer: Inspection) -> RenderableType:
    """One document: its facts with their basis, and its paragraphs with kind, reason and marks."""
    parts: list[RenderableType] = [card(answer.document)]
    parts += [_paragraph(each) for each in answer.paragraphs]
    return spaced(parts)


def corrected(answer: Inspection, number: int) -> RenderableType:
    """One paragraph of a document as it is now, and whose it is."""
    parts: list[RenderableType] = [line(f"{answer.document.reference}  {answer.document.name}", STRONG)]
    parts += [_paragraph(each) for each in answer.paragraphs if each.paragraph.number == number]
    return spaced(parts)


def card(document: Document) -> RenderableType:
    """The facts of a document, each with its basis."""
    known = document.metadata
    table = Table.grid(padding=(0, 2))
    table.add_column(style=FAINT, no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    facts: dict[str, Fact] = {
        "publisher": known.publisher,
        "author": known.author,
        "published": known.published,
        "anchor date": known.anchor_date,
        "language": known.language,
        "kind": known.kind,
        "note": known.note,
    }
    for name, fact in facts.items():
        if fact.value is not None or name in {"publisher", "published", "anchor date"}:
            table.add_row(name, _fact(fact))
    if known.digest_of is not None:
        table.add_row("digest of", line(_original(document)))
    if document.retired_by is not None:
        table.add_row("retired", Text(f"{document.reference[0]}{document.retired_by} is the original", "yellow"))
    table.add_row("file", line(f"{document.file} ({document.format.value})"))
    table.add_row("SHA-256", Text(document.sha256))
    table.add_row("paragraphs", kinds(document.paragraphs))
    return Group(line(f"{document.reference}  {document.name}", STRONG), table)


def _fact(fact: Fact) -> Text:
    if fact.value is None:
        return Text("unknown", FAINT)
    return line(fact.value).append(f"  {fact.basis.value}", FAINT)


def _paragraph(inspected: InspectedParagraph) -> RenderableType:
    paragraph = inspected.paragraph
    head = Text(paragraph.kind.value, KINDS[paragraph.kind])
    head.append(f"  {_plain(paragraph.reason)}", FAINT)
    if paragraph.confidence is not None:
        head.append(f"  {paragraph.confidence:.2f}", FAINT)
    if paragraph.page is not None:
        head.append(f"  {paragraph.page}", FAINT)
    if inspected.sentences:
        head.append(f"  {counted(len(inspected.sentences), 'sentence')}", FAINT)
    style = "" if paragraph.kind is Kind.BODY else FAINT
    text = marked(paragraph.text, [mention.span for mention in inspected.dates], _DATED)
    text.style = style
    parts: list[RenderableType] = [head, text]
    if inspected.dates:
        parts.append(Text("dates: ", FAINT).append("; ".join(_date(each, paragraph.text) for each in inspected.dates)))
    for label, said in (("quotations: ", inspected.quotations), ("reported: ", inspected.reported)):
        if said:
            parts.append(Text(label, FAINT).append("; ".join(_said(each, paragraph.text) for each in said)))
    return numbered(f"¶{paragraph.number}", *parts)


def _said(said: Quotation | ReportedSpeech, text: str) -> str:
    words = _plain(said.span.of(text))
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
    who = "not attributed" if said.speaker is None else f"{_plain(said.speaker.name)} {said.speaker.basis.value}"
    return f'"{shown}" {who}'


def _date(mention: InspectedDate, text: str) -> str:
    words = _plain(mention.span.of(text))
    if mention.value is None:
        return f'"{words}" {Basis.UNKNOWN.value}'
    return f'"{words}" {mention.value.edtf} {mention.basis.value}'

"""What all layouts are made of: literal text with marked hits, citations, indentation."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from bot.console.hints import command
from bot.console.literal import literal, literal_line
from bot.models import Citation, Document, Kind, Span

HIT = "bold yellow"
FAINT = "dim"
STRONG = "bold"
INDENT = 4
_LONGEST = 5_000  # characters of a passage that a person is shown, about two screens
_AHEAD = 1_000  # of them before the first hit
_NARROW = 50  # columns
_NEAR = 40  # characters within which a word is not cut
KINDS = {
    Kind.BODY: "green",
    Kind.HEADING: "bold cyan",
    Kind.BYLINE: "blue",
    Kind.NAVIGATION: "magenta",
    Kind.PROMOTION: "red",
    Kind.APPENDED: "yellow",
}


def marked(text: str, hits: Sequence[Span] = (), style: str = HIT) -> Text:
    """A text of a document, literally, with stretches of it marked."""
    shown = Text()
    at = 0
    for hit in hits:
        shown.append(literal(text[at : hit.start]))
        shown.append(literal(hit.of(text)), style)
        at = hit.end
    shown.append(literal(text[at:]))
    return shown


def excerpt(text: str, citation: Citation | str, hits: Sequence[Span] = (), style: str = HIT) -> RenderableType:
    """A text of a document as `marked` shows it; of a very long one where the first hit is, and how much is left out.

    Args:
        text: The text.
        citation: Where it stands, or its reference: JSON has all of it.
        hits: Stretches to mark, in order.
        style: How they are marked.
    """
    if len(text) <= _LONGEST:
        return marked(text, hits, style)
    first = hits[0].start if hits else 0
    start = 0 if first < _LONGEST - _AHEAD else _word_end(text, min(first - _AHEAD, len(text) - _LONGEST))
    end = _word_end(text, start + _LONGEST)
    inside = [hit.shifted(-start) for hit in hits if start <= hit.start and hit.end <= end]
    reference = citation if isinstance(citation, str) else citation.reference
    left = [
        f"{count:,} characters {where}"
        for count, where in ((start, "before it"), (len(text) - end, "behind it"))
        if count
    ]
    note = f"… {joined(left)} are not shown; {command(f'cite {reference} --json')} has all of them."
    return Group(marked(text[start:end], inside, style), line(note, "yellow"))


def _word_end(text: str, place: int) -> int:
    """The place, or that of the next white space where it is near."""
    return next((at for at in range(place, min(place + _NEAR, len(text))) if text[at].isspace()), min(place, len(text)))


def line(text: str, style: str = "") -> Text:
    """One line of text, literally."""
    return Text(literal_line(text), style)


def cited(citation: Citation) -> Text:
    """The line that says where a text stands."""
    label = citation.label
    if (source := citation.document.metadata.digest_of) is not None and said_by_title(citation.document):
        label = label.replace(f"(of: {source.title}, ", "(of: ")
    return line(label, FAINT)


def said_by_title(document: Document) -> bool:
    """Whether a digest's own title holds that of its original, which then need not be said twice in a narrow column."""
    source = document.metadata.digest_of
    return source is not None and source.title in document.name and bool(source.publisher)


def indented(*parts: RenderableType, by: int = INDENT) -> Padding:
    """Parts below each other, set in from the left."""
    return Padding(Group(*parts), (0, 0, 0, by))


def numbered(number: str, *parts: RenderableType) -> RenderableType:
    """Parts with a number, or another short mark, in the margin."""
    from rich.table import Table  # noqa: PLC0415 - quoting at the terminal needs no table otherwise

    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style=FAINT, width=max(INDENT - 1, len(number)), no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")  # with "ellipsis", rich takes letters off a line that holds an emoji
    grid.add_row(number, Group(*parts))
    return grid


@dataclass(frozen=True, slots=True)
class Fitting:
    """A layout in columns, and one below each other for a window in which columns would be too narrow to read."""

    wide: RenderableType
    narrow: RenderableType

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The one that fits the window."""
        yield self.narrow if options.max_width < _NARROW else self.wide


def spaced(parts: Sequence[RenderableType]) -> Group:
    """Parts with an empty line between each two."""
    between: list[RenderableType] = []
    for part in parts:
        between += [part] if not between else [Text(), part]
    return Group(*between)


def nothing_there() -> str:
    """What an empty collection answers to everything."""
    return f"There are no documents to look into yet. {command('import PATH')} brings some in."


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 passage`, `5 passages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(parts: Sequence[str], word: str = "and") -> str:
    """`a, b and c`."""
    return f" {word} ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)

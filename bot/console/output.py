"""Writing to the terminal: JSON as bytes, answers through rich, progress on standard error."""

import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, TextIO

from bot.console.literal import literal_line
from bot.errors import OutputError

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.segment import Segment

    from bot.intake import Progress

WIDEST: Final = 100  # columns; longer lines are hard to read
_PLAIN_LINES: Final = 10  # of progress where there is no terminal to draw a bar on


def write_json(answer: Mapping[str, Any]) -> None:
    """Write one object to standard output, in UTF-8 whatever the locale."""
    text = json.dumps(answer, ensure_ascii=False)
    # the only text that UTF-8 cannot hold is half a surrogate pair (a file's name can); JSON can say it as an escape
    _write(text.encode("utf-8", "backslashreplace") + b"\n")


def write_file(text: str) -> None:
    """Write the text of a file to standard output, in UTF-8 and with its line ends as they are."""
    _write(text.encode("utf-8", "replace"))


@contextmanager
def writing() -> "Iterator[None]":
    """While something is written to standard output.

    Raises:
        OutputError: It takes no more.
        BrokenPipeError: Whoever read it has gone.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(error.strerror or "the system refuses it") from error


def _write(data: bytes) -> None:
    with writing():
        if (raw := getattr(sys.stdout, "buffer", None)) is None:
            sys.stdout.write(data.decode())
        else:
            sys.stdout.flush()
            raw.write(data)
        sys.stdout.flush()


def write_text(text: str) -> None:
    """Write a text of our own to standard output."""
    with writing():
        sys.stdout.write(text)
        sys.stdout.flush()


def console(stream: TextIO | None = None) -> "Console":
    """A rich console for answers: no markup, no highlighting of its own, and no wider than can be read.

    Colour and width follow the terminal and the usual variables (NO_COLOR, COLUMNS).
    """
    from rich.console import Console  # noqa: PLC0415 - a fifth of the start-up time of a verb that prints JSON

    class _Console(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    stream = sys.stdout if stream is None else stream
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")  # a narrow locale shows escapes rather than nothing
    made = _Console(file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False)
    made.width = min(made.width, WIDEST)
    return made


def show(out: "Console", *answers: "RenderableType") -> None:
    """Print answers without the blanks that fill a line up to the width of the terminal.

    Terminals do not agree on how wide some characters are drawn (an emoji with a skin tone, a heart, in some countries
    an arrow): a line that is filled up would go over the edge of one that draws them wider, and columns behind them
    would stand aside. So at a terminal the columns of a line with such characters begin where the cursor is told to go.
    """
    from rich.console import Group  # noqa: PLC0415 - as above
    from rich.segment import Segments  # noqa: PLC0415 - likewise

    placing = out.is_terminal and not out.is_dumb_terminal
    lines = out.render_lines(Group(*answers), pad=False)
    segments = [segment for line in lines for segment in _placed(line, placing=placing)]
    with writing():
        out.print(Segments(segments), crop=False, end="")
        out.file.flush()


def _placed(line: "Sequence[Segment]", *, placing: bool) -> "Iterator[Segment]":
    """A line without the blanks at its end; with `placing`, what fills up columns behind wide characters are jumps."""
    from rich.segment import ControlType, Segment  # noqa: PLC0415 - as above

    filled = [segment for segment in line if segment.text]
    while filled and not filled[-1].text.strip(" "):
        filled.pop()
    if filled:
        last = filled.pop()
        filled.append(Segment(last.text.rstrip(" "), last.style, last.control))
    column, sure, first = 0, True, True
    for blank, group in groupby(filled, lambda segment: not segment.text.strip(" ")):
        gap = list(group)
        width = sum(segment.cell_length for segment in gap)
        column += width
        # one blank fills up the margin, where the mark or number of what follows stands; in a text it is a blank
        if blank and placing and not sure and (first or width > 1):
            yield Segment(f"\x1b[{column + 1}G", None, [(ControlType.CURSOR_MOVE_TO_COLUMN, column)])
        else:
            yield from gap
        first = first and (not blank or column == width)
        sure = sure and all(segment.text.isascii() for segment in gap)
    yield Segment.line()


@contextmanager
def progress(done: str = "read") -> "Iterator[Callable[[Progress], None]]":
    """A bar on standard error while files are read, or a few plain lines where that is no terminal.

    Args:
        done: What has become of a file when it is counted.
    """
    if not sys.stderr.isatty():
        yield lambda now: _plain(now, done)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415 - only for a bar
    from rich.progress import Progress as Bar  # noqa: PLC0415 - likewise

    columns = (BarColumn(bar_width=24), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Bar(*columns, console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=None)

        def draw(now: "Progress") -> None:
            bar.update(task, total=now.total, completed=now.done, description=literal_line(now.file))

        yield draw


def _plain(now: "Progress", done: str) -> None:
    step = max(1, now.total // _PLAIN_LINES)
    if now.total > 1 and now.done and (now.done % step == 0 or now.done == now.total):
        print(f"{now.done} of {now.total} {done}", file=sys.stderr)  # noqa: T201 - the terminal is what this is for

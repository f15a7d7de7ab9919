"""Writing to the terminal: JSON as bytes, answers through rich, progress on standard error."""

import io
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TextIO

from bot.console.literal import literal_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

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


def _write(data: bytes) -> None:
    if (raw := getattr(sys.stdout, "buffer", None)) is None:
        sys.stdout.write(data.decode())
    else:
        sys.stdout.flush()
        raw.write(data)
    sys.stdout.flush()


def write_text(text: str) -> None:
    """Write a text of our own to standard output."""
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
    """Print answers; where no terminal pads its lines, without the blanks that fill a column up to its width."""
    if out.is_terminal:
        out.print(*answers, sep="\n")
    else:
        with out.capture() as captured:
            out.print(*answers, sep="\n")
        out.file.write("".join(f"{line.rstrip(' ')}\n" for line in captured.get().split("\n")[:-1]))
    out.file.flush()


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

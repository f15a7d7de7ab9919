"""Score the kinds of paragraph on a folder of labelled pages: `python tests/benchmarks/kinds.py FOLDER [--errors]`.

A page is a text with `kind|` before each of its paragraphs. Printed are, for each set of pages that `README.md` in the
folder names (rows that begin `| 01–22 |`) and for all of them, the paragraphs that are right in place and kind, and
precision and recall of `body`; then a table of the kinds that were given instead of those expected, and how often a
kind was right by the confidence that was stated for it.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.documents.reader import read
from bot.models import Kind, ParsedParagraph, Span

_LABEL: Final = re.compile(rf"(?<!\S)({'|'.join(Kind)})\|")
_SET: Final = re.compile(r"^\|\s*(\d+)(?:–(\d+))?\s*\|", re.MULTILINE)
_NUMBER: Final = re.compile(r"\d+")
PAGES: Final = frozenset({".txt", ".md"})
_SHOWN: Final = 100


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph as an editor would have it."""

    span: Span
    kind: Kind


@dataclass(frozen=True, slots=True)
class Page:
    """A labelled page, and what the reader makes of it."""

    path: Path
    text: str
    expected: tuple[Labelled, ...]
    found: tuple[ParsedParagraph, ...]

    @property
    def pairs(self) -> Iterator[tuple[Labelled, ParsedParagraph | None]]:
        """Each expected paragraph with the one found that covers most of it."""
        for each in self.expected:
            covering = max(self.found, key=lambda found: _shared(found.span, each.span), default=None)
            yield each, covering if covering is not None and _shared(covering.span, each.span) else None

    @property
    def false_body(self) -> int:
        """How many paragraphs were taken for `body` that lie mostly in something else."""
        return sum(
            found.kind is Kind.BODY
            and max(self.expected, key=lambda each: _shared(found.span, each.span)).kind is not Kind.BODY
            for found in self.found
        )


def _shared(one: Span, two: Span) -> int:
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def labelled(path: Path) -> tuple[str, list[Labelled]]:
    """The page as it would stand in a file, and its paragraphs with their kinds."""
    parts = _LABEL.split(path.read_text(encoding="utf-8"))
    text, expected = parts[0], []
    for kind, piece in zip(parts[1::2], parts[2::2], strict=True):
        start = len(text) + len(piece) - len(piece.lstrip())
        text += piece
        expected.append(Labelled(Span(start, start + len(piece.strip())), Kind(kind)))
    return text, expected


def pages(folder: Path) -> list[Page]:
    """The pages of a folder in the order of their names, read."""
    result = []
    for path in sorted(each for each in folder.iterdir() if each.suffix in PAGES and each.stem != "README"):
        text, expected = labelled(path)
        found = read(text.encode(), path.name).paragraphs
        result.append(Page(path, text, tuple(expected), found))
    return result


def sets(folder: Path) -> list[tuple[int, int]]:
    """The numbers of the first and last page of each set."""
    notes = folder / "README.md"
    if not notes.exists():
        return []
    found = _SET.findall(notes.read_text(encoding="utf-8"))
    return list(dict.fromkeys((int(first), int(last or first)) for first, last in found))


def figures(name: str, chosen: Sequence[Page]) -> str:
    """One line of figures: right in place and kind, and `body`."""
    total = exact = body = hits = given = 0
    for page in chosen:
        for expected, found in page.pairs:
            total += 1
            exact += found is not None and (found.kind, found.span) == (expected.kind, expected.span)
            body += expected.kind is Kind.BODY
            hits += expected.kind is Kind.BODY and found is not None and found.kind is Kind.BODY
        given += sum(found.kind is Kind.BODY for found in page.found)
    precision = 1 - sum(page.false_body for page in chosen) / max(1, given)
    return (
        f"{name:8} pages {len(chosen):3}  right {exact:4} of {total:4} ({100 * exact / max(1, total):5.1f} %)"
        f"  body precision {precision:.3f} recall {hits / max(1, body):.3f}"
    )


def confusion(chosen: Sequence[Page]) -> Iterator[str]:
    """The kinds expected, a line each, against those that were given."""
    counts = Counter(
        (expected.kind, None if found is None else found.kind) for page in chosen for expected, found in page.pairs
    )
    columns = [*Kind, None]
    yield " " * 12 + "".join(f"{column or 'nothing':>12}" for column in columns)
    for row in Kind:
        yield f"{row:12}" + "".join(f"{counts[row, column] or '·':>12}" for column in columns)


def calibration(chosen: Sequence[Page]) -> Iterator[str]:
    """How often a kind was right, by the confidence that was stated."""
    stated: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for page in chosen:
        for expected, found in page.pairs:
            if found is not None and (confidence := found.confidence) is not None:
                stated[confidence] += 1
                right[confidence] += found.kind is expected.kind
    for confidence in sorted(stated, reverse=True):
        yield f"stated {confidence:.2f}  right {right[confidence]:4} of {stated[confidence]:4}"


def errors(chosen: Sequence[Page]) -> Iterator[str]:
    """Each paragraph that is not right."""
    for page in chosen:
        for expected, found in page.pairs:
            if found is not None and (found.kind, found.span) == (expected.kind, expected.span):
                continue
            got = "nothing" if found is None else f"{found.kind} ({found.reason})"
            cut = "" if found is not None and found.span == expected.span else " CUT OTHERWISE"
            text = " ".join(expected.span.of(page.text).split())[:_SHOWN]
            yield f"{page.path.stem}: {expected.kind} → {got}{cut}: {text}"


def _number(page: Page) -> int:
    return int(found[0]) if (found := _NUMBER.match(page.path.name)) else 0


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    asked = parser.parse_args()
    read_pages = pages(asked.folder)
    for first, last in sets(asked.folder):
        _say(figures(f"{first:02}–{last:02}", [page for page in read_pages if first <= _number(page) <= last]))
    _say(figures("all", read_pages), "", *confusion(read_pages), "", *calibration(read_pages))
    if asked.errors:
        _say("", *errors(read_pages))


if __name__ == "__main__":
    main()

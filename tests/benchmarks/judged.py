"""Judged test collections in the formats in which they are handed around: texts, queries, and how well which answers.

Cranfield, CISI and CACM come as SMART files (`.I` begins an item, `.T`, `.A`, `.B`, `.W`, … its fields), with their
judgements in columns; NPL comes as numbered items that a slash ends. Queries of Cranfield are judged by their position,
those of the others by their number. Cranfield's grades lead from 1, a complete answer, to 4, a minor one: these gain
15, 7, 3 and 1; where there are no grades, an answer gains 1.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_ITEM: Final = re.compile(r"^\.I\s+(\d+)\s*$", re.MULTILINE)
_FIELD: Final = re.compile(r"^\.([A-Z])\s*$", re.MULTILINE)
_TREC: Final = 3  # columns before the grade in TREC's form
_GAINS: Final = {"1": 15, "2": 7, "3": 3, "4": 1}
Files = tuple[Path, Path, Path]
"""Texts, queries and judgements."""


@dataclass(frozen=True, slots=True)
class Item:
    """A text of a collection."""

    number: int
    title: str
    text: str

    @property
    def whole(self) -> str:
        """Title and text; the title once where the text begins with it."""
        return self.text if self.text.startswith(self.title) else f"{self.title}\n{self.text}".strip()


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts, queries by number, and for each query the numbers of the texts that answer it with what each gains."""

    name: str
    items: tuple[Item, ...]
    queries: Mapping[int, str]
    gains: Mapping[int, Mapping[int, float]]


def _fields(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The items of a SMART file: number, and each field in one piece with single spaces."""
    pieces = _ITEM.split(text)[1:]
    for number, body in zip(pieces[::2], pieces[1::2], strict=True):
        parts = _FIELD.split(body)[1:]
        fields: dict[str, str] = {}
        for name, content in zip(parts[::2], parts[1::2], strict=True):
            fields[name] = f"{fields.get(name, '')} {' '.join(content.split())}".strip()
        yield int(number), fields


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _smart_items(path: Path) -> tuple[Item, ...]:
    return tuple(Item(number, each.get("T", ""), each.get("W", "")) for number, each in _fields(_read(path)))


def _smart_queries(path: Path, *, by_position: bool) -> dict[int, str]:
    found = [(number, each.get("W", "")) for number, each in _fields(_read(path))]
    return {place if by_position else number: text for place, (number, text) in enumerate(found, start=1)}


def _columns(path: Path, *, graded: bool) -> dict[int, dict[int, float]]:
    """Judgements, a query and a text a line; behind them a grade may stand, between them the 0 of TREC's form."""
    found: dict[int, dict[int, float]] = {}
    for line in _read(path).splitlines():
        columns = line.split()
        if len(columns) > _TREC and columns[1] == "0":
            del columns[1]
        if len(columns) > 1:
            gain = float(_GAINS.get(columns[2], 0)) if graded else 1.0
            found.setdefault(int(columns[0]), {})[int(columns[1])] = gain
    return found


def _slashed(path: Path) -> dict[int, str]:
    """Items of a number, text, and a slash on a line of its own."""
    found: dict[int, str] = {}
    for item in re.split(r"^\s*/\s*$", _read(path), flags=re.MULTILINE):
        number, _, text = item.strip().partition("\n")
        if number.strip().isdigit():
            found[int(number)] = " ".join(text.split())
    return found


def _npl(files: Files) -> Collection:
    items = tuple(Item(number, "", text) for number, text in _slashed(files[0]).items())
    judged = _slashed(files[2])
    gains = {query: {int(text): 1.0 for text in texts.split()} for query, texts in judged.items()}
    return Collection("npl", items, _slashed(files[1]), gains)


def _smart(name: str, files: Files, *, cranfield: bool = False) -> Collection:
    items, queries, judgements = files
    asked = _smart_queries(queries, by_position=cranfield)
    return Collection(name, _smart_items(items), asked, _columns(judgements, graded=cranfield))


_KNOWN: Final[Sequence[tuple[tuple[str, str, str], Callable[[Files], Collection]]]] = (
    (("cran.all.1400", "cran.qry", "cranqrel"), lambda files: _smart("cranfield", files, cranfield=True)),
    (("cisi.all", "cisi.qry", "cisi.rel"), lambda files: _smart("cisi", files)),
    (("cacm.all", "query.text", "qrels.text"), lambda files: _smart("cacm", files)),
    (("doc-text", "query-text", "rlv-ass"), _npl),
)


def collections(folder: Path) -> Iterator[Collection]:
    """The collections that lie in a folder or below it, their files recognised by name in any case."""
    files = {path.name.lower(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    for names, reader in _KNOWN:
        if all(name in files for name in names):
            yield reader((files[names[0]], files[names[1]], files[names[2]]))

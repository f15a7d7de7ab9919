"""Score what is read of web pages: `python tests/benchmarks/web_pages.py FOLDER [--errors]`.

The folder is the article extraction benchmark of Scrapinghub: `ground-truth.json` with the `articleBody` of each page,
and the pages as `html/KEY.html.gz`. The measure is that of its `evaluate.py`: runs of four words, each as often as it
stands there; precision and recall by page, their means, and F1 of these means. Printed are the figures of all text that
was extracted, of `body`, and of `body` with the headings, which the benchmark counts as article, for the pages in even
and in odd places of their order: rules are made on the even ones only. `--errors` prints paragraphs of these that went
wrong.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.documents.reader import read
from bot.errors import BadDocumentError
from bot.models import Kind, ParsedDocument

_WORD: Final = re.compile(r"\w+")
_MARKS: Final = re.compile(r"^(?:#+|[>*-]) ", re.MULTILINE)
_RUN: Final = 4
_ALL: Final = frozenset(Kind)
_SETS: Final = {
    "all": _ALL,
    "body": frozenset({Kind.BODY}),
    "body, heading": frozenset({Kind.BODY, Kind.HEADING}),
}


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of a text; None where there is nothing to be precise about or to be found."""

    precision: float | None
    recall: float | None


def runs(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, or the words of a text that has fewer."""
    words = _WORD.findall(text)
    if 0 < len(words) < _RUN:
        return Counter([tuple(words)])
    return Counter(zip(*(islice(words, start, None) for start in range(_RUN)), strict=False))


def score(given: str, true: str) -> Score:
    """How much of a text stands in the true one, and how much of that it has."""
    mine, theirs = runs(given), runs(true)
    shared = (mine & theirs).total()
    return Score(
        shared / mine.total() if mine else None,
        shared / theirs.total() if theirs else None,
    )


def figures(scores: Sequence[Score]) -> tuple[float, float, float]:
    """F1, precision and recall over pages."""
    precision = fmean(each.precision for each in scores if each.precision is not None)
    recall = fmean(each.recall for each in scores if each.recall is not None)
    return 2 * precision * recall / (precision + recall), precision, recall


def text_of(document: ParsedDocument | None, kinds: Collection[Kind]) -> str:
    """The paragraphs of some kinds, without the marks of Markdown; empty where nothing could be read."""
    if document is None:
        return ""
    chosen = [each.span.of(document.text) for each in document.paragraphs if each.kind in kinds]
    return _MARKS.sub("", "\n".join(chosen))


def _errors(document: ParsedDocument, true: str, place: int) -> None:
    whole = " ".join(_WORD.findall(true))
    for paragraph in document.paragraphs:
        text = paragraph.span.of(document.text)
        inside = " ".join(_WORD.findall(text)) in whole
        if inside != (paragraph.kind is Kind.BODY) and paragraph.kind is not Kind.HEADING:
            said = "lost" if inside else "wrong"
            sys.stdout.write(f"{place}\t{said}\t{paragraph.kind}\t{paragraph.reason}\t{text[:120]!r}\n")


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    truth: dict[str, Any] = json.loads((asked.folder / "ground-truth.json").read_text(encoding="utf-8"))
    scores: dict[str, list[Score]] = {name: [] for name in _SETS}
    for place, key in enumerate(sorted(truth)):
        true = truth[key]["articleBody"]
        document: ParsedDocument | None = None
        try:
            document = read(gzip.decompress((asked.folder / "html" / f"{key}.html.gz").read_bytes()), "page.html")
        except BadDocumentError as error:
            sys.stdout.write(f"{place}\trefused\t{error}\n")
        for name, kinds in _SETS.items():
            scores[name].append(score(text_of(document, kinds), true))
        if asked.errors and document is not None and place % 2 == 0:
            _errors(document, true, place)
    for name, each in scores.items():
        for half, part in (("all", each), ("even", each[::2]), ("odd", each[1::2])):
            f1, precision, recall = figures(part)
            sys.stdout.write(f"{name:14}{half:5} F1 {f1:.3f} precision {precision:.3f} recall {recall:.3f}\n")


if __name__ == "__main__":
    main()

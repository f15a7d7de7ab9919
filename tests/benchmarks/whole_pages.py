"""Score the body on real pages: `python tests/benchmarks/whole_pages.py GROUND_TRUTH EXTRACTED`.

Both are JSON files as the article extraction benchmark of Scrapinghub has them (`ground-truth.json`, and a file of
its folder `output` made by an extractor that keeps the whole page, such as `html-text.json`): `articleBody` by page. A
paragraph belongs to the article if it is one of its lines or, from 40 letters on, stands in it. Printed are precision
and recall of `body` by paragraph and by word, for the pages in even and in odd places of their order: rules are made on
the even ones only. Titles, captions and calls that the benchmark counts as article count as lost; headings do not.
"""

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.documents.reader import read
from bot.models import Kind

_NO_LETTER: Final = re.compile(r"[\W_]+")
_LONG: Final = 40


def _folded(text: str) -> str:
    return _NO_LETTER.sub("", text.lower())


def score(page: str, article: str) -> Counter[str]:
    """How many paragraphs and words of a page were given as body rightly, wrongly, and not though they are.

    Args:
        page: The text of the whole page.
        article: That of the article alone, a line to each paragraph.
    """
    lines = {_folded(line) for line in article.splitlines()}
    whole = _folded(article)
    counts: Counter[str] = Counter()
    for paragraph in read(page.encode(), "page.txt").paragraphs:
        text = paragraph.span.of(page)
        if not (folded := _folded(text)):
            continue
        inside = folded in lines or (len(folded) >= _LONG and folded in whole)
        body = paragraph.kind is Kind.BODY
        if body or (inside and paragraph.kind is not Kind.HEADING):
            name = ("right" if inside else "wrong") if body else "lost"
            counts[name] += 1
            counts[f"{name} words"] += len(text.split())
    return counts


def figures(name: str, counts: Counter[str]) -> str:
    """One line: precision and recall, by paragraph and by word."""
    parts = []
    for unit in ("", " words"):
        right, wrong, lost = (counts[f"{each}{unit}"] for each in ("right", "wrong", "lost"))
        parts.append(f"precision {right / max(1, right + wrong):.3f} recall {right / max(1, right + lost):.3f}")
    return f"{name:5} by paragraph {parts[0]}  by word {parts[1]}"


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truth", type=Path)
    parser.add_argument("extracted", type=Path)
    asked = parser.parse_args()
    truth: dict[str, Any] = json.loads(asked.truth.read_text(encoding="utf-8"))
    pages: dict[str, Any] = json.loads(asked.extracted.read_text(encoding="utf-8"))["output"]
    halves: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for place, key in enumerate(sorted(truth)):
        if key in pages and (page := pages[key]["articleBody"].replace("\0", "")).strip():
            halves[place % 2].update(score(page, truth[key]["articleBody"]))
    sys.stdout.write(f"{figures('even', halves[0])}\n{figures('odd', halves[1])}\n")


if __name__ == "__main__":
    main()

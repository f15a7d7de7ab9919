"""How near summaries come to those that people wrote: ROUGE of each method and of the first sentences.

Run with `python -m tests.benchmarks.rouge FOLDER`; `--ablate` leaves out one part of the default method after the other
in place of comparing methods. Behind each line stands by how much its mean is above that of the first sentences, with
the 95 % interval of 2,000 samples drawn with replacement (bootstrap over texts). The folder holds `.story` files (the
text, then `@highlight` lines, as CNN/DailyMail is given out) or `.jsonl` files with the keys article and highlights, or
document and summary.

ROUGE is that of C.-Y. Lin ("ROUGE: A Package for Automatic Evaluation of Summaries", 2004): F1 of words (1), of pairs
of words (2) and of the union of longest common subsequences over sentences (L), with Porter stems of words longer than
three letters, as the package rouge-score computes rouge1, rouge2 and rougeLsum.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import islice, pairwise
from pathlib import Path
from statistics import fmean
from typing import Final, NamedTuple, TypeAlias

import numpy as np
from nltk.stem.porter import PorterStemmer

from bot.answers.ranking import rank
from bot.answers.sentence_words import stop_words
from bot.answers.summarising.base import stemmer
from bot.answers.summarising.verbatim import Parts, Verbatim
from bot.documents.sentences import split
from bot.models import Method

_WORD: Final = re.compile(r"[a-z0-9]+")
_STEMMED_FROM: Final = 4
_SAMPLES: Final = 2_000
_porter: Final = lru_cache(maxsize=200_000)(PorterStemmer().stem)
Words: TypeAlias = list[str]
Chooser: TypeAlias = Callable[["Example", int], Iterable[int]]


class Scores(NamedTuple):
    """F1 by ROUGE-1, ROUGE-2 and ROUGE-L."""

    one: float
    two: float
    longest: float


@dataclass(frozen=True, slots=True)
class Example:
    """A text cut into sentences, the paragraph of each, and the sentences of its summary."""

    sentences: tuple[str, ...]
    paragraphs: tuple[int, ...]
    summary: tuple[str, ...]


def tokens(sentence: str) -> Words:
    """The stems of a sentence as ROUGE compares them."""
    words = _WORD.findall(sentence.lower())
    return [_porter(word) if len(word) >= _STEMMED_FROM else word for word in words]


def rouge(candidate: Sequence[str], reference: Sequence[str]) -> Scores:
    """The scores of a summary, given as sentences, against a reference."""
    ours, theirs = ([tokens(sentence) for sentence in summary] for summary in (candidate, reference))
    flat, target = ([word for sentence in summary for word in sentence] for summary in (ours, theirs))
    return Scores(
        _overlap(Counter(flat), Counter(target)),
        _overlap(Counter(pairwise(flat)), Counter(pairwise(target))),
        _longest(ours, theirs),
    )


def _f1(shared: int, candidate: int, reference: int) -> float:
    return 2 * shared / (candidate + reference) if shared else 0.0


def _overlap(candidate: Counter[object], reference: Counter[object]) -> float:
    return _f1((candidate & reference).total(), candidate.total(), reference.total())


def _longest(candidate: Sequence[Words], reference: Sequence[Words]) -> float:
    """F1 of the words of each reference sentence that lie on a longest common subsequence with some sentence."""
    left = Counter(word for sentence in candidate for word in sentence)
    wanted = Counter(word for sentence in reference for word in sentence)
    sizes = left.total(), wanted.total()
    shared = 0
    for sentence in reference:
        places = {place for other in candidate for place in common_places(sentence, other)}
        for place in sorted(places):
            word = sentence[place]
            if left[word] > 0 and wanted[word] > 0:
                shared += 1
                left[word] -= 1
                wanted[word] -= 1
    return _f1(shared, *sizes)


def common_places(first: Words, second: Words) -> list[int]:
    """The places in `first` of a longest common subsequence of the two."""
    table = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for row, word in enumerate(first, 1):
        for column, other in enumerate(second, 1):
            table[row][column] = (
                table[row - 1][column - 1] + 1 if word == other else max(table[row - 1][column], table[row][column - 1])
            )
    places = []
    row, column = len(first), len(second)
    while row and column:
        if first[row - 1] == second[column - 1]:
            places.append(row - 1)
            row, column = row - 1, column - 1
        elif table[row][column - 1] > table[row - 1][column]:
            column -= 1
        else:
            row -= 1
    return places[::-1]


def _example(paragraphs: Iterable[str], summary: Iterable[str]) -> Example:
    cut = [(place, span.of(text)) for place, text in enumerate(paragraphs) for span in split(text, "en")]
    return Example(
        tuple(sentence for _, sentence in cut),
        tuple(place for place, _ in cut),
        tuple(text for part in summary if (text := part.strip())),
    )


def examples(folder: Path) -> Iterator[Example]:
    """The examples of all files in a folder, in the order of their names."""
    for path in sorted(folder.iterdir()):
        if path.suffix == ".story":
            article, *highlights = path.read_text(encoding="utf-8").split("@highlight")
            yield _example(article.split("\n\n"), highlights)
        elif path.suffix == ".jsonl":
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    found = json.loads(line)
                    article = found.get("article", found.get("document", ""))
                    yield _example(article.split("\n"), found.get("highlights", found.get("summary", "")).split("\n"))


def _lead(example: Example, count: int) -> Iterable[int]:
    return range(min(count, len(example.sentences)))


def _by(method: Method) -> Chooser:
    return lambda example, count: sorted(rank(example.sentences, example.paragraphs, method, "en")[:count])


def _without(part: str | None) -> Chooser:
    parts = Parts() if part is None else replace(Parts(), **{part: False})

    def choose(example: Example, count: int) -> Iterable[int]:
        method = Verbatim(stemmer("en"), parts)
        method.stop_words = stop_words("en")
        return sorted(method.places(example.sentences, example.paragraphs)[0][:count])

    return choose


CHOOSERS: Final[dict[str, Chooser]] = {"lead": _lead, **{method.value: _by(method) for method in Method}}
ABLATIONS: Final[dict[str, Chooser]] = {
    "lead": _lead,
    "verbatim": _without(None),
    **{f"- {part.name}": _without(part.name) for part in fields(Parts)},
}


def measured(chosen: Iterable[Example], count: int, choosers: Mapping[str, Chooser]) -> dict[str, list[Scores]]:
    """The scores of each way to choose `count` sentences; examples without text or summary are passed over."""
    found: dict[str, list[Scores]] = {name: [] for name in choosers}
    for example in chosen:
        if example.sentences and example.summary:
            for name, choose in choosers.items():
                sentences = [example.sentences[place] for place in choose(example, count)]
                found[name].append(rouge(sentences, example.summary))
    return {name: scores for name, scores in found.items() if scores}


def interval(differences: Sequence[float], samples: int = _SAMPLES) -> tuple[float, float]:
    """The 95 % interval of a mean by the bootstrap; the same in every run."""
    drawn = np.random.default_rng(1).integers(0, len(differences), (samples, len(differences)))
    low, high = np.percentile(np.array(differences)[drawn].mean(axis=1), (2.5, 97.5))
    return float(low), float(high)


def table(scores: Mapping[str, Sequence[Scores]]) -> Iterator[str]:
    """A line for each way to choose; the first is what the others are compared with."""
    yield f"{'':14} ROUGE-1 ROUGE-2 ROUGE-L    mean   above"
    base = [fmean(each) for each in next(iter(scores.values()))]
    for name, each in scores.items():
        means = [100 * fmean(column) for column in zip(*each, strict=True)]
        differences = [100 * (fmean(one) - other) for one, other in zip(each, base, strict=True)]
        low, high = interval(differences)
        row = " ".join(f"{value:7.2f}" for value in (*means, fmean(means), fmean(differences)))
        yield f"{name:14} {row}  [{low:+.2f}, {high:+.2f}]"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each way to choose sentences; status 1 where the folder has no example."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.rouge", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=None, help="how many examples (default: all)")
    parser.add_argument("--sentences", type=int, default=3, help="sentences of a summary (default: 3)")
    parser.add_argument("--ablate", action="store_true", help="leave out parts of the default method")
    asked = parser.parse_args(arguments)
    choosers = ABLATIONS if asked.ablate else CHOOSERS
    scores = measured(islice(examples(asked.folder), asked.limit), asked.sentences, choosers)
    if not scores:
        return 1
    sys.stdout.writelines(f"{line}\n" for line in table(scores))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

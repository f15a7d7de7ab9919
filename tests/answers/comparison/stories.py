"""Invented reports told twice, as documents, and how well a comparison pairs their sentences.

`python -m tests.answers.comparison.stories seen|held` prints precision and recall for each relation, and with `-v` what
was missed.
"""

import asyncio
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.answers.comparison.compare import compare
from bot.answers.results import CompareAnswer, CompareRequest
from bot.app import App, open_app
from bot.settings import Settings

_FILE: Final = Path(__file__).parent.parent.parent / "gold" / "compared_stories.toml"
_IN_A_PARAGRAPH: Final = 3
RELATIONS: Final = ("identical", "reworded", "figures_differ")


@dataclass(frozen=True, slots=True)
class Story:
    """Two reports of one event; `rows` are relation, first and second sentence."""

    name: str
    dates: tuple[str, str]
    rows: Sequence[tuple[str, str, str]]


@dataclass(slots=True)
class Score:
    """Pairs by relation: those expected, those given, and those given rightly; `aligned` whatever their relation."""

    expected: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    aligned: int = 0
    wrong: list[str] = field(default_factory=list)

    def precision(self, relation: str) -> float:
        """The share of the pairs given that are right."""
        return self.right[relation] / max(self.given[relation], 1)

    def recall(self, relation: str) -> float:
        """The share of the pairs expected that were given."""
        return self.right[relation] / max(self.expected[relation], 1)


def stories(half: str) -> list[Story]:
    """The stories of a half, `seen` or `held`."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))["story"]
    return [
        Story(each["name"], (each["first_date"], each["second_date"]), [tuple(row) for row in each["rows"]])
        for each in told
        if each["half"] == half
    ]


def _document(title: str, date: str, sentences: Sequence[str]) -> str:
    starts = range(0, len(sentences), _IN_A_PARAGRAPH)
    body = "\n\n".join(" ".join(sentences[at : at + _IN_A_PARAGRAPH]) for at in starts)
    return f"---\ntitle: {title}\npublisher: The {title} Post\npublished: {date}\nanchor_date: {date}\n---\n\n{body}\n"


def _written(story: Story, folder: Path) -> list[Path]:
    """Both reports as files; the second tells in another order."""
    first, second = [row[1] for row in story.rows], [row[2] for row in story.rows]
    second = [*second[len(second) // 2 :], *second[: len(second) // 2]]
    paths = [folder / f"{story.name}-{number}.md" for number in (1, 2)]
    for path, date, sentences in zip(paths, story.dates, (first, second), strict=True):
        path.write_text(_document(path.stem, date, sentences), encoding="utf-8")
    return paths


async def scored(app: App, told: Sequence[Story], folder: Path) -> Score:
    """Import stories, compare the two reports of each, and count."""
    score = Score()
    for story in told:
        await app.intake.add(_written(story, folder))
        request = CompareRequest(f"{story.name}-1", f"{story.name}-2")
        _count(score, story, await compare(app.store, app.worker, request))
    return score


def _count(score: Score, story: Story, answer: CompareAnswer) -> None:
    for relation, _, _ in story.rows:
        score.expected[relation] += 1
    for pair in answer.pairs:
        score.given[pair.relation] += 1
        row = next((row for row in story.rows if pair.first.text in row[1] and pair.second.text in row[2]), None)
        expected = "different" if row is None else row[0]
        score.aligned += expected != "different"
        score.right[pair.relation] += expected == pair.relation
        if expected != pair.relation:
            score.wrong.append(
                f"{pair.relation}, not {expected} {pair.figures}: {pair.first.text} | {pair.second.text}"
            )
    found = {pair.first.text for pair in answer.pairs}
    for relation, first, second in story.rows:
        if relation != "different" and not any(text in first for text in found):
            score.wrong.append(f"nothing, not {relation}: {first} | {second}")


async def measured(half: str) -> Score:
    """The score of one half, in a store of its own."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_app(Settings(database=Path(folder) / "store.sqlite3", starter=False)) as app:
            return await scored(app, stories(half), Path(folder))


def main() -> None:
    """Print the table."""
    score = asyncio.run(measured(sys.argv[1]))
    for relation in RELATIONS:
        print(  # noqa: T201 - a report
            f"{relation:15} expected {score.expected[relation]:3} given {score.given[relation]:3} "
            f"precision {score.precision(relation):.2f} recall {score.recall(relation):.2f}"
        )
    rows = sum(score.expected[relation] for relation in RELATIONS)
    given = sum(score.given.values())
    print(f"paired at all   expected {rows:3} given {given:3} right {score.aligned}")  # noqa: T201 - a report
    if "-v" in sys.argv:
        print("\n".join(score.wrong))  # noqa: T201 - a report


if __name__ == "__main__":
    main()

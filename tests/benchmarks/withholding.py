"""How often the right passage is withheld and a wrong one shown: `python -m tests.benchmarks.withholding`.

Two sets of invented questions are asked, each of its own store: those of `tests/gold/withholding.toml` and those of
`tests.answers.town`. A question with an answer fails when no passage of the first five has the words that answer it; a
question without one fails when anything is shown. The threshold in use is `bot.answers.weighing.ENOUGH`; others are
printed beside it.
"""

import asyncio
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.answers.finding import find_passages
from bot.answers.plan import endings_of, planned
from bot.answers.query import parse
from bot.answers.weighing import ENOUGH
from bot.store.search import Filters
from bot.store.store import Store
from tests.answers.shelf import shelve
from tests.answers.town import ANSWERED, PAPERS, UNANSWERED

_GOLD: Final = Path(__file__).parent.parent / "gold" / "withholding.toml"
_SHOWN: Final = 5
_THRESHOLDS: Final = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)


@dataclass(frozen=True, slots=True)
class Questions:
    """Papers by title, questions with words of the passage that answers each, and questions without an answer."""

    papers: Mapping[str, Sequence[str]]
    answered: Sequence[tuple[str, str]]
    unanswered: Sequence[str]


@dataclass(frozen=True, slots=True)
class Errors:
    """The questions whose answer was not shown, and those to which something was."""

    withheld: tuple[str, ...]
    shown: tuple[str, ...]


def sets() -> dict[str, Questions]:
    """The sets of questions by name."""
    gold = tomllib.loads(_GOLD.read_text(encoding="utf-8"))
    papers = {paper["title"]: paper["paragraphs"] for paper in gold["paper"]}
    answered = [(each["text"], each["expect"]) for each in gold["question"] if "expect" in each]
    unanswered = [each["text"] for each in gold["question"] if "expect" not in each]
    return {"gold": Questions(papers, answered, unanswered), "town": Questions(PAPERS, ANSWERED, UNANSWERED)}


async def errors(store: Store, questions: Questions, enough: float = ENOUGH) -> Errors:
    """Ask all questions of a store that holds the papers, with this threshold."""
    withheld = [text for text, words in questions.answered if not _answers(words, await _shown(store, text, enough))]
    shown = [text for text in questions.unanswered if await _shown(store, text, enough)]
    return Errors(tuple(withheld), tuple(shown))


def _answers(words: str, shown: Sequence[str]) -> bool:
    return any(words in text for text in shown)


async def _shown(store: Store, text: str, enough: float) -> list[str]:
    query = parse(text)
    plan = await planned(store, query, await endings_of(store, query), enough)
    finding = await find_passages(store, plan, await store.search.scope(Filters()))
    passages = await store.search.passages([each.candidate.id for each in finding.ranked[:_SHOWN]])
    return [passage.text for passage in passages]


async def measured(questions: Questions, thresholds: Sequence[float]) -> dict[float, Errors]:
    """The errors by threshold."""
    with tempfile.TemporaryDirectory() as folder:
        async with await Store.open(Path(folder) / "store.sqlite3") as store:
            for title, texts in questions.papers.items():
                await shelve(store, texts, title=title)
            return {threshold: await errors(store, questions, threshold) for threshold in thresholds}


def main() -> int:
    """Print both kinds of error for each set and threshold, and the questions that fail with the one in use."""
    for name, questions in sets().items():
        found = asyncio.run(measured(questions, _THRESHOLDS))
        print(f"{name}: {len(questions.answered)} questions with an answer, {len(questions.unanswered)} without")
        for threshold, each in found.items():
            mark = " (in use)" if threshold == ENOUGH else ""
            print(f"  {threshold:4} withheld {len(each.withheld):2}  shown {len(each.shown):2}{mark}")
        for kind, texts in (("withheld", found[ENOUGH].withheld), ("shown", found[ENOUGH].shown)):
            print(*(f"    {kind}: {text}" for text in texts), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The collection of the verification tests: the starter collection and invented papers, cut at blank lines."""

from pathlib import Path
from typing import Final

from bot.store.store import Store
from tests.answers import town
from tests.answers.shelf import shelve

_SEEDS: Final = Path(__file__).parent.parent.parent.parent / "seeds"


def documents() -> dict[str, list[str]]:
    """Paragraphs by the title of their document."""
    found = {
        path.stem: [each.strip() for each in path.read_text(encoding="utf-8").split("\n\n") if each.strip()]
        for path in sorted(_SEEDS.glob("*.txt"))
    }
    papers = {"ferry": town.FERRY, "bridge": town.BRIDGE, "orchestra": town.ORCHESTRA}
    return found | {title: list(texts) for title, texts in papers.items()}


async def fill(store: Store) -> dict[str, list[str]]:
    """Keep them all, and return them."""
    kept = documents()
    for title, texts in kept.items():
        await shelve(store, texts, title=title)
    return kept

"""The collection of the verification tests: the starter collection and invented papers, cut at blank lines."""

import random
from pathlib import Path
from typing import Final

from bot.documents.reader import read
from bot.store.store import Store
from tests.answers import town
from tests.answers.shelf import shelve
from tests.support import keep

_SEEDS: Final = Path(__file__).parent.parent.parent.parent / "seeds"


_PEOPLE: Final = (
    "Ada Quill", "Ben Rook", "Cara Holm", "Dora Voss", "Emil Tarn", "Frida Lund", "Gus Oakley", "Hanna Brink",
)  # fmt: skip
_FIRST: Final = ("The second berth", "Every lamp on the quay", "Our oldest crane", "No boat from Orm", "The tide gate")
_MIDDLE: Final = ("was painted green", "has stood empty", "will be sold", "cost us nine crowns", "must wait for rain")
_LAST: Final = (
    "since the long winter",
    "before the market opens",
    "whatever the council thinks",
    "by the old rope walk",
)
_FORMS: Final = (
    "“{words},” {name} said.",
    "“{words},” said {name}.",
    "{name} said: “{words}.”",
    "{name} said that {lower}.",
    "According to {name}, “{words}.”",
)


def spoken(seed: int = 7, most: int = 60) -> tuple[tuple[str, str], ...]:
    """Invented words, each with the only person who says them."""
    chance = random.Random(seed)  # noqa: S311 - texts to check, no secrets
    every = [f"{first} {middle} {last}" for first in _FIRST for middle in _MIDDLE for last in _LAST]
    return tuple((words, chance.choice(_PEOPLE)) for words in chance.sample(every, most))


def voices() -> list[str]:
    """The paragraphs of a paper in which they are said, in turn in each of the forms."""
    found = []
    for place, (words, name) in enumerate(spoken()):
        lower = words[0].lower() + words[1:]
        found.append(_FORMS[place % len(_FORMS)].format(words=words, name=name, lower=lower))
    return found


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
    # who speaks is found by reading
    await keep(store, read("\n\n".join(("Words on the quay", *voices())).encode(), "quay.txt"))
    return kept

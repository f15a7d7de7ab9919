"""What Discord offers while somebody types: documents, speakers, and the words that are used. Never raises."""

import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from discord import app_commands
from rapidfuzz import fuzz

from bot.answers.documents import listed
from bot.cogs.desk import ExpiredError
from bot.cogs.escaping import visible
from bot.cogs.sending import Asked
from bot.folding import fold, words
from bot.models import SHARED, Document
from bot.store.search import Filters
from bot.store.speakers import KnownSpeaker
from bot.store.store import Reading, Store

MOST: Final = 25
LONGEST: Final = 100
_NEAR: Final = 70.0  # of 100: titles that are less alike are not what was meant
_LAST_WORD: Final = re.compile(r"\w[\w'’-]*\Z")
_SHORTEST: Final = 2
BEGUN: Final = re.compile(r"\s*D\s*(\d{1,9})\s*[¶:P]\s*(\d{0,7})\s*", re.IGNORECASE | re.ASCII)
"""A reference to a paragraph of the shared collection, as far as it has been typed."""

_log: Final = logging.getLogger(__name__)
Choices = list[app_commands.Choice[str]]


class Catalogue:
    """The documents with their folded titles, read again only when the store has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: int | None = None
        self._documents: list[tuple[Document, str]] = []

    async def matching(self, typed: str) -> list[Document]:
        """The documents that what was typed may mean, best first; all of them when nothing was."""
        version = await self._store.version()
        if version != self._version:
            documents = [each for each in await listed(self._store) if each.retired_by is None]
            self._documents = [(each, _key(each)) for each in documents]
            self._version = version
        wanted = fold(typed)
        if not wanted:
            return [document for document, _ in self._documents[:MOST]]
        scored = [(_score(wanted, document, key), -place) for place, (document, key) in enumerate(self._documents)]
        best = sorted((each for each in scored if each[0] >= _NEAR), reverse=True)[:MOST]
        return [self._documents[-place][0] for _, place in best]


def _key(document: Document) -> str:
    known = document.metadata
    return fold(" ".join(part for part in (document.name, known.publisher.value, known.author.value) if part))


def _score(wanted: str, document: Document, key: str) -> float:
    """How well a document fits: its number, the beginning of its title, of its words, then likeness."""
    reference = fold(document.reference)
    if wanted in (reference, reference[1:]):
        return 1000
    if key.startswith(wanted):
        return 900
    known = [word.text for word in words(key)]
    if all(any(word.startswith(part.text) for word in known) for part in words(wanted)) and words(wanted):
        return 800
    if wanted in key:
        return 700
    if reference.startswith(wanted) or reference[1:].startswith(wanted):
        return 600
    return fuzz.partial_ratio(wanted, key) if len(wanted) > _SHORTEST else 0


async def _offered(interaction: Asked, offers: Callable[[], Awaitable[Choices]]) -> Choices:
    try:
        async with interaction.client.desk.turn(interaction):
            return await offers()
    except ExpiredError:
        return []
    except Exception:  # noqa: BLE001 - whoever types is offered nothing, and the log says why
        _log.exception("nothing could be offered")
        return []


async def documents(interaction: Asked, typed: str) -> Choices:
    """Documents, best match first; the value is the reference, such as `D2`."""

    async def offers() -> Choices:
        found = await interaction.client.catalogue.matching(typed[:LONGEST])
        return [_choice(f"{each.reference} {' '.join(each.name.split())}", each.reference) for each in found]

    return await _offered(interaction, offers)


async def references(interaction: Asked, typed: str) -> Choices:
    """Documents; once a document is named (`D2¶`, `D2:1`), its paragraphs by number. The value is the reference."""
    if (begun := BEGUN.fullmatch(typed)) is None:
        return await documents(interaction, typed)

    async def offers() -> Choices:
        store = interaction.client.app.store
        if (document := await store.library.document(SHARED, int(begun[1]))) is None:
            return []
        found = await store.numbering.beginnings(document, begun[2], MOST)
        named = [(f"{document.reference}¶{each.number}", " ".join(each.text.split())) for each in found]
        return [_choice(f"{reference} {text}", reference) for reference, text in named]

    return await _offered(interaction, offers)


async def speakers(interaction: Asked, typed: str) -> Choices:
    """Those in whose name words begin as typed, who speaks most first; the value is the name."""

    async def beginning(reading: Reading) -> list[KnownSpeaker]:
        return await reading.speakers.beginning(typed[:LONGEST], await reading.search.scope(Filters()), 2 * MOST)

    async def offers() -> Choices:
        found = await interaction.client.app.store.reading(beginning)
        # a choice that Discord would cut, or strip, no longer names anybody
        fit = [each for each in found if len(each.name) <= LONGEST and each.name == each.name.strip()]
        return [_choice(f"{each.name} · {_spoken(each)}", each.name) for each in fit[:MOST]]

    return await _offered(interaction, offers)


def _spoken(known: KnownSpeaker) -> str:
    counts = ((known.quotations, "quoted"), (known.reported, "reported"))
    return ", ".join(f"{count:,} {how}" for count, how in counts if count)


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    shown = visible(name)
    return app_commands.Choice(name=shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…", value=value)


async def text(interaction: Asked, typed: str) -> Choices:
    """The whole text so far, its last word completed from the words that the documents use."""

    async def offers() -> Choices:
        if (last := _LAST_WORD.search(typed)) is None or len(last[0]) < _SHORTEST:
            return []
        known: Sequence[str] = await interaction.client.app.store.vocabulary.complete(fold(last[0]), MOST)
        texts = dict.fromkeys(typed[: last.start()] + word for word in known)
        return [_choice(each, each) for each in texts if len(each) <= LONGEST and each.strip()]

    return await _offered(interaction, offers)

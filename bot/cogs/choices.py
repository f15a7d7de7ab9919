"""What Discord offers while somebody types: documents, speakers, and the words that are used. Never raises."""

import logging
import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from discord import app_commands

from bot.answers.offers import MOST
from bot.cogs.desk import ExpiredError
from bot.cogs.escaping import visible, width
from bot.cogs.sending import Asked
from bot.models import SHARED
from bot.store.search import Filters
from bot.store.speakers import KnownSpeaker
from bot.store.store import Reading

LONGEST: Final = 100
BEGUN: Final = re.compile(r"\s*\[?\s*D\s*(\d{1,9})\s*[¶:P]\s*(\d{0,7})\s*\]?\s*", re.IGNORECASE | re.ASCII)
"""A reference to a paragraph of the shared collection, as far as it has been typed."""

_log: Final = logging.getLogger(__name__)
Choices = list[app_commands.Choice[str]]


async def _offered(interaction: Asked, offers: Callable[[], Awaitable[Choices]]) -> Choices:
    try:
        async with interaction.client.desk.turn(interaction):
            return _usable(await offers())
    except ExpiredError:
        return []
    except Exception:  # noqa: BLE001 - whoever types is offered nothing, and the log says why
        _log.exception("nothing could be offered")
        return []


def _usable(choices: Iterable[app_commands.Choice[str]]) -> Choices:
    """The choices that Discord takes and that name what they stand for: none empty, cut or stripped, none twice."""
    kept: dict[str, app_commands.Choice[str]] = {}
    names = set()
    for each in choices:
        fits = 0 < width(each.value) <= LONGEST and each.value == each.value.strip() and each.name.strip()
        if fits and each.value not in kept and each.name not in names:
            kept[each.value] = each
            names.add(each.name)
    return list(kept.values())[:MOST]


async def documents(interaction: Asked, typed: str) -> Choices:
    """Documents, best match first; the value is the reference, such as `D2`."""

    async def offers() -> Choices:
        found = await interaction.client.offers.documents(typed[:LONGEST])
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
        return [_choice(f"{each.name} · {_spoken(each)}", each.name) for each in found]

    return await _offered(interaction, offers)


def _spoken(known: KnownSpeaker) -> str:
    counts = ((known.quotations, "quoted"), (known.reported, "reported"))
    return ", ".join(f"{count:,} {how}" for count, how in counts if count)


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    shown = visible(name).strip()
    if width(shown) > LONGEST:
        while width(shown) >= LONGEST:
            shown = shown[: -max((width(shown) - LONGEST) // 2, 1)]
        shown += "…"
    return app_commands.Choice(name=shown, value=value)


async def text(interaction: Asked, typed: str) -> Choices:
    """The whole text so far: titles that begin so, and its last word completed from what the documents say."""

    async def offers() -> Choices:
        texts = await interaction.client.offers.texts(typed)
        return [_choice(each, each) for each in texts]

    return await _offered(interaction, offers)

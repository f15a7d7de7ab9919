"""A message as Components V2: lines in a container, buttons below, and Discord's limits held."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import ui

from bot.cogs.escaping import literal, shortened, width
from bot.models import Citation

ROOM: Final = 4_000
"""UTF-16 units that all texts of a message take at the most."""
COMPONENTS: Final = 40
CITATION_ROOM: Final = 600
TOO_LONG: Final = "… (this paragraph goes on; it is too long to show the rest of it here)"
LASTING: Final = 1_000
"""The id of a text that goes from page to page with its message, since no button carries what was typed."""
_IN_A_ROW: Final = 5
_TELLING: Final = 3_500

Item = ui.Item[Any]
# calling the subscripted class takes half as long again
_BUTTON: Final[type[ui.Button[Any]]] = ui.Button


@dataclass(frozen=True, slots=True)
class Key:
    """A button: what stands on it, its state, and whether it can be pressed."""

    label: str
    custom_id: str
    disabled: bool = False


def small(text: str) -> str:
    """Subtext, of a line that is already fit to show."""
    return f"-# {text}"


def cited(citation: Citation, room: int = CITATION_ROOM) -> str:
    """`[D2 ¶13, p. 4] Title — publisher, date`, and of what a digest is one."""
    place, _, named = citation.label.partition("] ")
    return f"{place}] {shortened(named, room - width(place) - 2)}"


def _row(keys: Sequence[Key]) -> Item:
    return ui.ActionRow(
        *(
            _BUTTON(
                label=key.label,
                custom_id=key.custom_id,
                disabled=key.disabled,
                style=discord.ButtonStyle.secondary,
            )
            for key in keys
        )
    )


def sheet(blocks: Sequence[Sequence[str]], keys: Sequence[Sequence[Key]] = (), *, lasting: str = "") -> ui.LayoutView:
    """A message of blocks, which separators part, and rows of buttons.

    Args:
        blocks: Texts that are already fit to show; empty blocks are left out.
        keys: Groups of buttons; each begins a row of its own.
        lasting: A text behind the first of all, fit to show, that `lasting_of` finds again when a button is pressed.

    Raises:
        ValueError: It is larger than Discord allows, which no answer of ours is.
    """
    view = ui.LayoutView(timeout=None)
    items: list[Item] = []
    for block in filter(None, blocks):
        if items:
            items.append(ui.Separator())
        items += [ui.TextDisplay(text) for text in block if text]
    if lasting:
        items.insert(1, ui.TextDisplay(lasting, id=LASTING))
    view.add_item(ui.Container(*items))
    for group in keys:
        for at in range(0, len(group), _IN_A_ROW):
            view.add_item(_row(group[at : at + _IN_A_ROW]))
    total = width(lasting) + sum(width(text) for block in blocks for text in block)
    if total > ROOM or view.total_children_count > COMPONENTS:
        raise ValueError(f"a message of {total} characters and {view.total_children_count} components")
    # the buttons are found by their custom_id, also after a restart: discord.py need not remember the view
    view.stop()
    return view


def lasting_of(message: discord.Message | None) -> str:
    """The lasting text of a message of ours, as `sheet` was given it; empty where it has none."""
    if message is None:
        return ""
    texts = _texts(message.components)
    return next((each.content for each in texts if each.id == LASTING), "")


def _texts(components: Sequence[object]) -> Iterator[discord.TextDisplay]:
    for each in components:
        if isinstance(each, discord.TextDisplay):
            yield each
        yield from _texts(getattr(each, "children", ()))


def sentence(text: str) -> ui.LayoutView:
    """One sentence of ours, in which nothing that somebody typed has any effect."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(literal(text) if width(literal(text)) <= _TELLING else shortened(text, _TELLING)))
    view.stop()
    return view

"""A file to take along, and what is in it."""

import io
from dataclasses import dataclass
from typing import Final

import discord
from discord import ui

from bot.cogs.escaping import shortened
from bot.cogs.replies.sheet import sheet, small

_NOTE_ROOM: Final = 300
_BESIDES: Final = 64 * 1024  # bytes of a request that are not the file


@dataclass(frozen=True, slots=True)
class Taken:
    """A file: its name and content, what it holds, and sentences of ours about it."""

    name: str
    data: bytes
    title: str
    notes: tuple[str, ...] = ()

    def file(self) -> discord.File:
        """The file, to be sent once."""
        return discord.File(io.BytesIO(self.data), self.name)


def fitting(limit: int) -> int:
    """How many bytes a file may have where Discord takes `limit` in all."""
    return max(limit - _BESIDES, 0)


def export_view(taken: Taken) -> ui.LayoutView:
    """A message with a file."""
    notes = [small(shortened(note, _NOTE_ROOM)) for note in taken.notes]
    view = sheet([[f"**{shortened(taken.title, _NOTE_ROOM)}**", *notes]])
    view.add_item(ui.File(f"attachment://{taken.name}"))
    view.stop()
    return view

"""A picture in a message, with its words for those who do not see it."""

import io
from typing import TYPE_CHECKING, Final

import discord
from discord import ui

from bot.answers.results import TimelineAnswer
from bot.cogs.escaping import shortened
from bot.cogs.replies.sheet import small
from bot.cogs.replies.words import counted, undated

if TYPE_CHECKING:
    from bot.pictures.timeline import Picture

_FILE: Final = "timeline.png"
_NOTE_ROOM: Final = 300
_TITLE_ROOM: Final = 200


def picture_file(picture: "Picture") -> discord.File:
    """The file of a picture, to be sent once."""
    return discord.File(io.BytesIO(picture.png), _FILE, description=picture.alt)


def picture_view(picture: "Picture", answer: TimelineAnswer, title: str) -> ui.LayoutView:
    """A message with the picture of a timeline.

    Args:
        picture: What is sent beside this view, as `picture_file` makes it.
        answer: What was drawn.
        title: What the timeline is of.
    """
    notes = [f"The list shows all of {counted(answer.total, 'event')}, with their citations.", *undated(answer)]
    if answer.total > len(answer.events):
        notes[0] = (
            f"Drawn from the first {len(answer.events):,} of {counted(answer.total, 'event')}. Narrow it by from or to."
        )
    view = ui.LayoutView(timeout=None)
    view.add_item(
        ui.Container(
            ui.TextDisplay(f"**{shortened(title, _TITLE_ROOM)}**"),
            ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{_FILE}", description=picture.alt)),
            ui.TextDisplay("\n".join(small(shortened(note, _NOTE_ROOM)) for note in notes)),
        )
    )
    view.stop()
    return view

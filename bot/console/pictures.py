"""A timeline drawn into a file."""

import asyncio
from pathlib import Path
from typing import Final

from bot.answers.chronicle import chronicle
from bot.answers.results import TimelineAnswer
from bot.errors import BadRequestError

PER_DATE: Final = 2


async def draw(answer: TimelineAnswer, name: str) -> None:
    """Draw a timeline into a PNG file, replacing what is there.

    Args:
        answer: What to draw.
        name: The path of the file.

    Raises:
        BadRequestError: There is nothing to draw, or the file cannot be written.
    """
    from bot.pictures.timeline import draw  # noqa: PLC0415 - Pillow is loaded for a picture only

    path = _path(name)
    if path.suffix.lower() != ".png":
        raise BadRequestError("--picture: write the name of a PNG file, such as timeline.png.")
    if not answer.events:
        raise BadRequestError("No dated sentence fits, so there is nothing to draw. Try a wider range.")
    title = "Timeline" if answer.speaker is None else f"Timeline: {answer.speaker}"
    drawn = await asyncio.to_thread(lambda: draw(chronicle(answer.events, PER_DATE), title))
    try:
        await asyncio.to_thread(path.write_bytes, drawn.png)
    except OSError as error:
        why = (error.strerror or "error").lower()
        raise BadRequestError(f"The picture cannot be written to {path}: {why}.") from error


def _path(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # there is no such home
        return Path(name)

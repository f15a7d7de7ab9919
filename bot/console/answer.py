"""What a verb answers with."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import RenderableType

Confirm = Callable[[str], Awaitable[bool]]
"""Asks the user a question before something is changed that cannot be taken back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb answered: an object for JSON, a layout for people, an exit status.

    `file` is the text of a file in another format, which then goes to standard output in place of the layout; `phrases`
    are what one may go on with.
    """

    object: Mapping[str, Any]
    layout: "Callable[[], RenderableType]"
    status: int = 0
    file: str | None = None
    phrases: tuple[str, ...] = ()

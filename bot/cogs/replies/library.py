"""The list of documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from discord import ui

from bot.cogs import packing
from bot.cogs.escaping import shortened
from bot.cogs.replies.sheet import Key, sheet, small
from bot.cogs.replies.words import counted
from bot.models import Document, Kind

PAGE: Final = "d"
_ON_A_PAGE: Final = 6
_TITLE_ROOM: Final = 220
_ABOUT_ROOM: Final = 160
_STATE: Final = 2


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """A page of the list as its buttons carry it; `page` counts from 0."""

    asker: int
    page: int = 0

    def custom_id(self) -> str:
        """The button that leads to this page."""
        return packing.pack(PAGE, (self.asker, self.page))

    @classmethod
    def read(cls, state: str) -> "LibraryPage | None":
        """The page that a button leads to; None where it is not one of ours."""
        numbers = packing.unpack(state) or []
        return cls(*numbers) if len(numbers) == _STATE else None


def _lines(document: Document) -> str:
    known = document.metadata
    total, body = sum(document.paragraphs.values()), document.paragraphs.get(Kind.BODY, 0)
    size = f"{counted(total, 'paragraph')}, {body:,} of them body"
    about = f"{known.publisher.value or 'publisher unknown'}, {known.published.value or 'no date'}"
    lines = [
        f"**{document.reference}** {shortened(document.name, _TITLE_ROOM)}",
        small(f"{shortened(about, _ABOUT_ROOM)} · {size}"),
    ]
    if document.retired_by is not None:
        lines.append(small(f"A digest; D{document.retired_by}, its original, answers in its place."))
    elif (source := known.digest_of) is not None:
        parts = (source.title, source.publisher, source.published)
        lines.append(small(shortened(f"Digest of: {', '.join(part for part in parts if part)}", _ABOUT_ROOM)))
    return "\n".join(lines)


def library_view(documents: Sequence[Document], page: LibraryPage) -> ui.LayoutView:
    """A page of the list; `documents` are all of them in order."""
    pages = max(1, -(-len(documents) // _ON_A_PAGE))
    at = min(page.page, pages - 1)
    shown = documents[at * _ON_A_PAGE : (at + 1) * _ON_A_PAGE]
    title = f"**{counted(len(documents), 'document')}**"
    if pages > 1:
        title += f" · page {at + 1} of {pages}"
    keys = []
    if pages > 1:
        keys = [
            Key("◀", LibraryPage(page.asker, max(at - 1, 0)).custom_id(), disabled=not at),
            Key("▶", LibraryPage(page.asker, at + 1).custom_id(), disabled=at == pages - 1),
        ]
    return sheet([[title], [_lines(each) for each in shown]], [keys] if keys else [])

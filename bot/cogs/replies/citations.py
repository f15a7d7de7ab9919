"""A citation: what it names, the citation as text or for a bibliography, and ways to its other formats."""

import io
from collections.abc import Sequence
from typing import Final

import discord
from discord import ui

from bot.answers.citing import Cited
from bot.cogs import packing
from bot.cogs.escaping import literal, parts, shortened, visible, width
from bot.cogs.replies.sheet import Key, sheet, small
from bot.exports.citations.formats import FORMATS, CitationFormat
from bot.models import SHARED, Citation, Kind

CITE: Final = "z"
_TEXT_ROOM: Final = 1_500
_CODE_ROOM: Final = 2_000
_FENCE: Final = "```"
_STATE: Final = 3
_NAMES: Final = tuple(FORMATS)
_LANGUAGES: Final = {"bibtex": "bibtex", "csl-json": "json", "markdown": "md", "ris": ""}
_FILES: Final = frozenset({"bibtex", "csl-json", "ris"})


def citing(citation: Citation) -> Key:
    """The button that shows the citation of a paragraph, to whoever presses it and to nobody else."""
    return Key("Cite", packing.pack(CITE, (citation.document.number, citation.paragraph, 0)))


def read(state: str) -> tuple[str, CitationFormat] | None:
    """The reference and the format that a button carries; None where it is not one of ours."""
    numbers = packing.unpack(state) or []
    if len(numbers) != _STATE or numbers[2] >= len(_NAMES):
        return None
    document, paragraph, form = numbers
    return f"D{document}" + (f"¶{paragraph}" if paragraph else ""), FORMATS[_NAMES[form]]


def citation_view(cited: Cited, form: CitationFormat) -> ui.LayoutView:
    """What is cited, and its citation in a format."""
    blocks = [_named(cited), _written(form.write(cited), form)]
    view = sheet([block for block in blocks if block], [_others(cited, form)])
    if form.name in _FILES:
        view.add_item(ui.File(f"attachment://{_file_name(cited, form)}"))
    view.stop()
    return view


def citation_files(cited: Cited, form: CitationFormat) -> list[discord.File]:
    """The file that goes with the view, where a format is read by programs; to be sent once."""
    if form.name not in _FILES:
        return []
    return [discord.File(io.BytesIO(form.write(cited).encode("utf-8", "replace")), _file_name(cited, form))]


def _file_name(cited: Cited, form: CitationFormat) -> str:
    return f"verbatim-{cited.reference.replace('¶', 'p')}{form.suffix}"


def _named(cited: Cited) -> list[str]:
    """The text that is cited; of a whole document there is none."""
    if cited.text is None:
        return []
    first, *more = parts(cited.text, _TEXT_ROOM)
    lines = [literal(first.of(cited.text))]
    if cited.removed_at is not None:
        after = "" if cited.after is None else f" {cited.after} came after it, nearly the same in words."
        removed = f"{cited.reference} was removed from its document on {cited.removed_at[:10]}."
        lines.insert(0, f"{removed}{after} Last wording:")
    if more:
        lines.append(small("… (cut here; Context shows the rest)" if cited.removed_at is None else "… (cut here)"))
    if cited.kind not in {None, Kind.BODY}:
        lines.append(small(f"This is no part of the text, but {cited.kind}."))
    return lines


def _written(written: str, form: CitationFormat) -> list[str]:
    if form.name == "text":
        return [shortened(written, _CODE_ROOM)]
    shown = "\n".join(map(visible, written.splitlines()))
    code = f"{_FENCE}{_LANGUAGES[form.name]}\n{shown}\n{_FENCE}"
    if width(code) > _CODE_ROOM or _FENCE in code.removeprefix(_FENCE).removesuffix(_FENCE):
        return [small(f"{form.title}: in the file." if form.name in _FILES else shortened(written, _CODE_ROOM))]
    return [small(form.title), code]


def _others(cited: Cited, form: CitationFormat) -> Sequence[Key]:
    """A button for each other format; none where the document is one of a server's own."""
    if cited.document.collection != SHARED:
        return []
    place = (cited.document.number, cited.paragraph or 0)
    return [
        Key(each.title, packing.pack(CITE, (*place, number)))
        for number, each in enumerate(FORMATS.values())
        if each.name != form.name
    ]

"""A citation for people: plain text, and the same as Markdown (CommonMark)."""

import re
from collections.abc import Callable
from typing import Final

from bot.answers.citing import Cited
from bot.exports.citations.entry import Entry, entry
from bot.exports.plain import one_line

# what may open or close emphasis, code, links, images, HTML, entities, tables and, on GitHub, strike-through
_INLINE: Final = re.compile(r"[\\`*_\[\]<>&|~$!]")
# and at the start of a line headings, quotes, bullets and numbered lists
_OPENING: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+#=]))([-+#=.)])")
_ENDS: Final = (".", "?", "!", "…")


def text(cited: Cited) -> str:
    """`Ada Holm: Ferry to the point. The Courier, 2021-05-04. [D1 ¶3, p. 4]`, on one line."""
    return _written(cited, str, str)


def markdown(cited: Cited) -> str:
    """The same with the title in italics, escaped: nothing of a title is taken for Markdown."""
    line = _written(cited, _escaped, lambda title: f"*{_escaped(title)}*")
    return _OPENING.sub(lambda found: f"{found[1]}\\{found[2]}", line)


def escaped_lines(text: str) -> list[str]:
    """The lines of a text as Markdown that shows them as they are, controls as visible marks."""
    lines = text.replace("\r\n", "\n").split("\n")
    return [_OPENING.sub(lambda found: f"{found[1]}\\{found[2]}", _escaped(one_line(line))) for line in lines]


def _escaped(line: str) -> str:
    return _INLINE.sub(lambda found: f"\\{found[0]}", line)


def _written(cited: Cited, plain: Callable[[str], str], titled: Callable[[str], str]) -> str:
    known = entry(cited)
    own = known.author and known.author != known.publisher
    head = (f"{plain(known.author or '')}: " if own else "") + titled(known.title)
    if not known.title.endswith(_ENDS):
        head += "."
    imprint = ", ".join(plain(part) for part in (known.publisher, known.iso or "no date") if part)
    line = f"{head} {imprint}. {plain(_place(cited, known))}"
    if (source := cited.document.metadata.digest_of) is not None:
        parts = (source.title, source.publisher, source.published)
        line += f" A digest of: {', '.join(plain(one_line(part)) for part in parts if part)}."
    return line


def _place(cited: Cited, known: Entry) -> str:
    """`[D1 ¶3, p. 4]`."""
    place = cited.document.reference
    if cited.paragraph is not None:
        place += f" ¶{cited.paragraph}"
    if known.pages is not None:
        place += f", {known.pages}"
    if cited.removed_at is not None:
        place += f", removed on {cited.removed_at[:10]}"
    return f"[{place}]"

"""Text of documents, shown literally: no mention, mask, markup or bidi trick gets through to Discord.

Discord takes a backslash before any character that is no letter, digit or white space for that character itself, so
whatever its markup could take for its own is written with one. Controls, and what reorders text, become visible marks:
`␛` for the C0 controls, `‹U+202E›` for the others. A line with right-to-left letters stands in an isolate, so that it
cannot reorder what stands beside it. Nothing else is added, and nothing is taken away.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from bot.models import Span

_C0_PICTURES: Final = 0x2400  # the block of Control Pictures repeats the order of the C0 controls
_DELETE: Final = 0x7F
_ISOLATE: Final = "\u2068"
_RELEASE: Final = "\u2069"
_BOLD: Final = "**"

_SPACES: Final = r"[ \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]*"
# C1 controls, Bidi_Control, line and paragraph separators, deprecated and annotation controls, tags, surrogates
_HIDDEN: Final = (
    "\u0080-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
)
_SPECIAL: Final = re.compile(
    "|".join(
        (
            r"(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n))",
            f"(?P<hidden>[{_HIDDEN}])",
            # emphasis, code, spoilers, masks, mentions; emoji and links, by their colon; what looks like our own marks
            "(?P<markup>[\\\\*_~`|<\\[\\]@\u2400-\u2421]|:(?=\\S)|‹(?=U\\+[0-9A-F]{4,6}›))",
            # headings, quotes, bullets, subtext and numbered lists, which count at the start of a line only
            rf"^(?P<before>{_SPACES}(?:[0-9]+(?=[.)])|(?=[-+#>])))(?P<item>[-+#>.)])",
        )
    ),
    re.MULTILINE,
)
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u05ff\u0600-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_SENTENCE_END: Final = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s+")
_WORD_END: Final = re.compile(r"\s+")


def _shown(found: re.Match[str]) -> str:
    if (control := found["control"]) is not None:
        return "\u2421" if ord(control) == _DELETE else chr(_C0_PICTURES + ord(control))
    if (hidden := found["hidden"]) is not None:
        return f"‹U+{ord(hidden):04X}›"
    if (markup := found["markup"]) is not None:
        return f"\\{markup}"
    return f"{found['before']}\\{found['item']}"


@lru_cache(maxsize=1024)
def _escaped(text: str) -> str:
    return _SPECIAL.sub(_shown, text)


def _stretches(text: str, hits: Iterable[Span]) -> Iterator[Span]:
    """The hits in order, joined where they touch, within lines, without white space at their ends."""
    last = 0
    joined: list[Span] = []
    for hit in sorted(hits, key=lambda each: each.start):
        start, end = max(hit.start, last), min(hit.end, len(text))
        if joined and start == joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(end, start))
        elif start < end:
            joined.append(Span(start, end))
        last = max(last, end)
    for hit in joined:
        for line in re.finditer(r"[^\n]+", hit.of(text)):
            piece = line[0]
            start = hit.start + line.start() + len(piece) - len(piece.lstrip())
            if stripped := piece.strip():
                yield Span(start, start + len(stripped))


def literal(text: str, hits: Iterable[Span] = ()) -> str:
    """The text as Discord must be given it to show it as it stands.

    Args:
        text: What is to be seen.
        hits: Stretches of it to show in bold.
    """
    pieces: list[str] = []
    at = 0
    for hit in _stretches(text, hits):
        pieces += (_escaped(text[at : hit.start]), _BOLD, _escaped(hit.of(text)), _BOLD)
        at = hit.end
    pieces.append(_escaped(text[at:]))
    shown = "".join(pieces)
    if _RIGHT_TO_LEFT.search(text) is None:
        return shown
    # an isolate ends with its line (Unicode Standard Annex 9, X8)
    return "\n".join(
        f"{_ISOLATE}{line}{_RELEASE}" if _RIGHT_TO_LEFT.search(line) else line for line in shown.split("\n")
    )


def isolated(shown: str) -> str:
    """A text that is fit to show, in an isolate: nothing beside it is taken for a part of it."""
    return f"{_ISOLATE}{shown}{_RELEASE}"


def literal_line(text: str) -> str:
    """The same for what stands on one line, such as a title: runs of white space become one space."""
    return literal(" ".join(text.split()))


def width(text: str) -> int:
    """How much of Discord's room a text takes, in UTF-16 units: never less than in code points."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parts(text: str, room: int, most: int = 100) -> list[Span]:
    """Cut a text into parts that take no more than `room` when shown, and that together are the text.

    A part ends behind a sentence where one ends in its second half, otherwise behind a word, otherwise anywhere. Of a
    text that would take more than `most` parts, these are the first.
    """
    found: list[Span] = []
    start = 0
    while len(found) < most:
        if len(text) - start <= room and width(literal(text[start:])) <= room:
            return [*found, Span(start, len(text))]
        window = text[start : start + room]
        end = start + _boundary(window[: _fitting(window, room)])
        found.append(Span(start, end))
        start = end
    return found


def _fitting(text: str, room: int) -> int:
    """How many characters of a text fit, or a few less; at least one."""
    end = _reaching(text, room)
    # the end of a line of right-to-left letters, or the start of a list, may take a little more
    while end > 1 and width(literal(text[:end])) > room:
        end -= max(1, end // 20)
    return max(end, 1)


def _reaching(text: str, room: int) -> int:
    """How far a room reaches, by what each character takes."""
    at = 0
    for found in _SPECIAL.finditer(text):
        plain, special = text[at : found.start()], width(_shown(found))
        if width(plain) > room:
            break
        room -= width(plain) + special
        if room < 0:
            return found.start()
        at = found.end()
    for index, character in enumerate(text[at:], start=at):
        room -= width(character)
        if room < 0:
            return index
    return len(text)


def _boundary(text: str) -> int:
    """Where to cut a text that goes on."""
    for end in (_SENTENCE_END, _WORD_END):
        places = [found.end() for found in end.finditer(text) if found.end() > len(text) // 2]
        if places:
            return places[-1]
    return len(text)


def visible(text: str) -> str:
    """A line where Discord knows no markup, such as a choice: controls and what reorders text become visible marks."""
    return _SPECIAL.sub(lambda found: _shown(found) if found["control"] or found["hidden"] else found[0], text)


def shortened(text: str, room: int) -> str:
    """A line, shown literally, that takes no more than `room`; a cut shows as an ellipsis. Not for passages."""
    line = " ".join(text.split())
    if width(shown := literal(line)) <= room:
        return shown
    return literal(line[: _fitting(line, room - 1)].rstrip()) + "…"

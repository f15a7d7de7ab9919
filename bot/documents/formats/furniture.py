"""Page furniture: running heads and feet and page numbers, by what stands at the same place on several pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from bot.documents.formats.pdf_lines import PageLine

_DEEP: Final = 3  # lines from the edge of a page that may be furniture
_SAME_PLACE: Final = 4.0  # points by which the same line may move from page to page
_LARGE: Final = 1.15  # times the size of the text above which what changes its figures is a heading
_LONGEST: Final = 160
_FIGURE: Final = re.compile(r"\W*(?:\d+|[ivxlc]+)\W*")
_NUMBER: Final = re.compile(
    r"\W*(?:page|seite|p\.|s\.)?\W*(\d{1,5})\W*(?:(?:of|von|de|/|sur)\W*\d{1,5})?\W*", re.IGNORECASE
)
_NAMED: Final = re.compile(r"\bpage\s(\d{1,4})\b", re.IGNORECASE)
_AT_START: Final = re.compile(r"(\d{1,4})(?=\s)")
_AT_END: Final = re.compile(r"(?<=\s)(\d{1,4})$")
_TOP, _BOTTOM = 0, 1
_Seen = dict[tuple[int, str], list[tuple[int, PageLine]]]


def furniture(pages: Sequence[Sequence[PageLine]], size: float) -> list[set[int]]:
    """Which lines of each page are furniture, by their index.

    A line within three of the upper or lower edge is, when the same words stand at the same height on enough pages, or
    when a number in it counts the pages, unless it is set in large type; so is a line that is set across the page.

    Args:
        pages: The lines of each page.
        size: The size in which most of the text is set.
    """
    edges = [list(_edges(lines)) for lines in pages]
    seen: _Seen = defaultdict(list)
    counts: dict[tuple[int, int], set[int]] = defaultdict(set)
    for number, (lines, edge) in enumerate(zip(pages, edges, strict=True)):
        for zone, _, at in edge:
            seen[zone, _form(lines[at].text)].append((number, lines[at]))
            for stated in _numbers(lines[at].text):
                counts[zone, stated - number].add(number)
    enough = 2 if len(pages) < 8 else 3  # noqa: PLR2004 - in a long file two alike prove nothing
    found: list[set[int]] = []
    for number, (lines, edge) in enumerate(zip(pages, edges, strict=True)):
        taken = {at for at, line in enumerate(lines) if line.turn}
        for zone in (_TOP, _BOTTOM):
            for _, _, at in sorted(each for each in edge if each[0] == zone):
                line = lines[at]
                pages_counted = max((len(counts[zone, each - number]) for each in _numbers(line.text)), default=0)
                # a bare number needs less proof than one beside words, which may number a heading
                bare = _NUMBER.fullmatch(line.text) is not None
                many = enough if bare else max(3, len(pages) / 4)
                numbered = pages_counted >= many and line.size <= size * _LARGE
                if not numbered and not _repeated(line, seen[zone, _form(line.text)], enough):
                    break
                taken.add(at)
        found.append(taken)
    return found


def _edges(lines: Sequence[PageLine]) -> Iterator[tuple[int, int, int]]:
    """Zone, rank from the edge and index of the lines near the edges of a page."""
    order = sorted((at for at, line in enumerate(lines) if not line.turn), key=lambda at: -lines[at].y)
    for rank, at in enumerate(order[:_DEEP]):
        yield _TOP, rank, at
    for rank, at in enumerate(order[::-1][:_DEEP]):
        yield _BOTTOM, rank, at


def _form(text: str) -> str:
    """What stays the same of a running line from page to page: all of it, and of a lone figure that it is one."""
    plain = " ".join(text.casefold().split())
    return "#" if _FIGURE.fullmatch(plain) else plain


def _numbers(text: str) -> set[int]:
    """The numbers that may be those of the page: the only one of a line, one at either end, one that is called so."""
    if len(text) > _LONGEST:
        return set()
    bare = _NUMBER.fullmatch(text)
    ends = (bare, _AT_START.match(text), _AT_END.search(text), _NAMED.search(text))
    return {int(found[1]) for found in ends if found is not None}


def _repeated(line: PageLine, alike: Sequence[tuple[int, PageLine]], enough: int) -> bool:
    if len(line.text) > _LONGEST:
        return False
    same = {number for number, other in alike if abs(other.y - line.y) <= _SAME_PLACE}
    return len(same) >= enough

"""Letters on a picture: which font, what it lacks, and lines that fit.

The first of a few common fonts that the machine has is used, and otherwise the one that Pillow brings (Aileron), which
has little more than the letters of English. What a font lacks is drawn without its accents, or as a hyphen for a dash;
`plain` says so. A text in a script that it lacks is not drawn as a row of boxes: `drawable` says so, and whoever draws
names the place where it can be read. Scripts that are written from right to left need Pillow's `raqm`.
"""

import unicodedata
from functools import cache
from typing import Final

from PIL import ImageFont, features

Font = ImageFont.FreeTypeFont
_NOWHERE: Final = "\U0010ffff"  # no font has it: what is drawn for it stands for all that is missing
_MOST_MISSING: Final = 0.1
_SAMPLE: Final = 40  # pixels at which letters are compared
CUT: Final = "…"
_COMMON: Final = ("NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "arial.ttf")
_STAND_INS: Final = {"–": "-", "—": "-", "‒": "-", "‐": "-", "‑": "-", "−": "-", "„": '"', "‚": "'", "′": "'", "″": '"'}


@cache
def font(size: int) -> Font:
    """The font at a height in pixels."""
    for name in _COMMON:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return built_in(size)


def built_in(size: int) -> Font:
    """The font that Pillow brings, at a height in pixels.

    Raises:
        TypeError: Pillow was built without FreeType.
    """
    loaded = ImageFont.load_default(size)
    if not isinstance(loaded, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType")
    return loaded


@cache
def _has(character: str) -> bool:
    if character.isspace():
        return True
    if unicodedata.category(character).startswith("C"):
        return False
    if unicodedata.bidirectional(character) in {"R", "AL"} and not features.check_feature("raqm"):
        return False
    drawn, missing = (font(_SAMPLE).getmask(each) for each in (character, _NOWHERE))
    return drawn.size != missing.size or bytes(drawn) != bytes(missing)


@cache
def _drawn(character: str) -> str:
    """What is drawn for a character; nothing where the font has nothing like it."""
    if _has(character):
        return character
    bare = "".join(each for each in unicodedata.normalize("NFKD", character) if not unicodedata.combining(each))
    stand_in = _STAND_INS.get(character, bare)
    return stand_in if stand_in and stand_in != character and all(map(_has, stand_in)) else ""


def drawable(text: str) -> bool:
    """Whether the font has the letters of a text, or what can stand for them, a few aside."""
    letters = [each for each in text if not each.isspace()]
    return sum(not _drawn(each) for each in letters) <= _MOST_MISSING * len(letters)


def plain(text: str) -> bool:
    """Whether letters of a text are drawn as others, which are less."""
    return any(not _has(each) for each in " ".join(text.split()))


def lettered(text: str) -> str:
    """A text on one line as it is drawn; what cannot be, such as controls and bidi marks, shows as a question mark."""
    return "".join(_drawn(each) or "?" for each in " ".join(text.split()))


def lines(text: str, size: int, width: int, most: int) -> list[str]:
    """Break a text into lines of a width in pixels; a cut shows as an ellipsis.

    Args:
        text: On one line.
        size: Of the font.
        width: That no line exceeds.
        most: How many lines there may be.
    """
    used = font(size)
    found: list[str] = []
    left = text.split(" ")
    while left and len(found) < most:
        last = len(found) == most - 1
        taken = _fitting(left, used, width)
        if not taken:  # a word alone is too wide
            taken, left = 1, [*_broken(left[0], used, width), *left[1:]]
        line = " ".join(left[:taken])
        left = left[taken:]
        if last and left:
            while line and used.getlength(line + CUT) > width:
                line = line[:-1].rstrip()
            line += CUT
        found.append(line)
    return found


def _fitting(words: list[str], used: Font, width: int) -> int:
    """How many of the words fit on a line."""
    line, count = "", 0
    for word in words:
        line = f"{line} {word}" if count else word
        if used.getlength(line) > width:
            break
        count += 1
    return count


def _broken(word: str, used: Font, width: int) -> tuple[str, str]:
    end = len(word) - 1
    while end > 1 and used.getlength(word[:end]) > width:
        end = min(end - 1, int(end * width / used.getlength(word[:end])) + 1)
    return word[:end], word[end:]

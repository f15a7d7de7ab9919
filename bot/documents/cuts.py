"""Cuts: the words of a text, cut by tables of bytes where it is written in plain letters, by expressions elsewhere.

Most paragraphs hold nothing beyond ASCII but quotation marks, apostrophes and dashes. Those become ASCII at once, and
what is left is translated byte by byte, several times as fast as an expression finds one word after the other.
"""

import re
from collections.abc import Sequence
from string import ascii_letters, digits
from typing import Final

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_TERMS: Final = re.compile(r"[^\W\d_]+(?:[.'][^\W\d_]+)*")
_TWO_MARKS: Final = ("..", ".'", "'.", "''")


def _table(kept: str, form: str) -> bytes:
    """The table by which each character of `kept` becomes the one in its place in `form`, all others a space."""
    forms = dict(zip(kept.encode(), form.encode(), strict=True))
    return bytes(forms.get(code, ord(" ")) for code in range(256))


_TO_LETTERS: Final = _table(ascii_letters, ascii_letters.lower())
_TO_TERMS: Final = _table(ascii_letters + ".'", ascii_letters.lower() + ".'")
_TO_SHAPES: Final = _table(ascii_letters + digits + "'.,-", "a" * len(ascii_letters + digits) + "....")


def plain(text: str) -> bytes | None:
    """A text in ASCII, `'` for `’` and a space for other typographic marks; None if it has more beyond ASCII."""
    if not text.isascii():
        text = text.replace("’", "'").replace("“", " ").replace("”", " ").replace("—", " ").replace("–", " ")
        text = text.replace("‘", " ").replace("…", " ").replace("\xa0", " ").replace("£", " ")
        if not text.isascii():
            return None
    return text.encode()


def letters(text: str) -> Sequence[str]:
    """The runs of letters of a text in order, in small letters."""
    return _LETTERS.findall(text.lower()) if (simple := plain(text)) is None else plain_letters(simple)


def terms(text: str) -> Sequence[str]:
    """The same, but with a full stop or an apostrophe between two letters as part of the word: `u.s`, `don't`."""
    if (simple := plain(text)) is not None:
        cut = f" {simple.translate(_TO_TERMS).decode()} "
        if not any(map(cut.__contains__, _TWO_MARKS)):
            return cut.replace(". ", " ").replace("' ", " ").replace(" .", " ").replace(" '", " ").split()
    return _TERMS.findall(text.lower().replace("’", "'"))


def plain_letters(simple: bytes) -> Sequence[str]:
    """The runs of letters of a plain text."""
    return simple.translate(_TO_LETTERS).decode().split()


def plain_count(simple: bytes) -> int:
    """How many words a plain text has: runs of letters and figures, joined by single marks such as `-` and `'`."""
    shapes = b" " + simple.translate(_TO_SHAPES)
    if b"a.a" in shapes:
        # twice, since what was joined to one word may be joined to the next as well
        shapes = shapes.replace(b"a.a", b"aa").replace(b"a.a", b"aa")
    return shapes.count(b" a") + shapes.count(b".a")

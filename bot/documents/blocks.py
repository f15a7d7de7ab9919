"""A block: a paragraph of the source before it is known what kind of paragraph it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.documents.cuts import plain, plain_count
from bot.models import Span

_LINE: Final = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_WORDS: Final = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_IDEOGRAPH: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


class Form(StrEnum):
    """How a block is set in its source, as far as markup says so."""

    PLAIN = "plain"
    HEADING = "heading"
    ITEM = "list item"
    QUOTE = "block quote"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"
    MARKUP = "markup"
    FRONT_MATTER = "front matter"
    DATELINE = "dateline"
    FURNITURE = "page furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the source that begins and ends with a character that is not white space.

    `level` is that of a heading (1 is the highest), else 0.
    """

    span: Span
    form: Form = Form.PLAIN
    level: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not empty, without the white space around it; `gap` tells that empty lines stand before it."""

    span: Span
    indent: int
    gap: bool
    text: str


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that hold anything but white space, in order."""
    previous_end = 0
    for found in _LINE.finditer(text):
        raw = found[0]
        stripped = raw.strip()
        if not stripped:
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        gap = text.count("\n", previous_end, start) > 1 or (
            text.count("\r", previous_end, start) > 1 and "\n" not in text[previous_end:start]
        )
        yield Line(
            Span(start, start + len(stripped)), start - found.start(), gap or "\f" in text[previous_end:start], stripped
        )
        previous_end = start + len(stripped)


def word_count(text: str) -> int:
    """How many words a text has; scripts without spaces count two characters to a word."""
    if (simple := plain(text)) is not None:
        return plain_count(simple)
    ideographs = len(_IDEOGRAPH.findall(text))
    return ideographs // 2 + len(_WORDS.findall(_IDEOGRAPH.sub(" ", text) if ideographs else text))

"""Markdown: the blocks of a document by the lines that open and close them (CommonMark, leniently)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.documents.blocks import Block, Form, Line
from bot.models import Span

ATX: Final = re.compile(r"(#{1,6})(?:[ \t]|$)")
UNDERLINE: Final = re.compile(r"(=+|-{2,})$")
RULE: Final = re.compile(r"(?:\*[ \t]*){3,}$|(?:-[ \t]*){3,}$|(?:_[ \t]*){3,}$")
ITEM: Final = re.compile(r"(?:[-*+•‣◦·▪●■]|\d{1,9}[.)])[ \t]+\S")
_FENCE: Final = re.compile(r"(`{3,}|~{3,})")
_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]*>$|<!--|<[!?]|\[[^\]]{1,80}\]:[ \t]*\S+|!\[[^\]]*\]\([^)]*\)$")
_DELIMITER: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$")
_LONG: Final = 140


def is_table_line(line: str) -> bool:
    """Whether a line is a row of a table with pipes at its edges."""
    return line.startswith("|") and line.count("|") > 1


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Cut lines into blocks, in order; every line lies in exactly one of them."""
    at = 0
    while at < len(lines):
        form, end, level = _block(lines, at)
        yield Block(Span(lines[at].span.start, lines[end - 1].span.end), form, level)
        at = end


def _block(lines: Sequence[Line], at: int) -> tuple[Form, int, int]:  # noqa: PLR0911 - one rule after the other, the first that fits
    """The form of the block that begins here, the line behind it, and the level of a heading."""
    line = lines[at].text
    if fence := _FENCE.match(line):
        return Form.CODE, _fence_end(lines, at, fence[1]), 0
    if heading := ATX.match(line):
        return Form.HEADING, at + 1, len(heading[1])
    if RULE.match(line):
        return Form.RULE, at + 1, 0
    if line.startswith(">"):
        return Form.QUOTE, _quote_end(lines, at), 0
    if is_table_line(line) or (at + 1 < len(lines) and "|" in line and _DELIMITER.match(lines[at + 1].text[:2000])):
        return Form.TABLE, _table_end(lines, at), 0
    if _MARKUP.match(line[:2000]):
        return Form.MARKUP, _comment_end(lines, at) if line.startswith("<!--") else at + 1, 0
    if ITEM.match(line[:200]):
        return Form.ITEM, _text_end(lines, at), 0
    end = _text_end(lines, at)
    if end < len(lines) and not lines[end].gap and end - at <= 3 and (mark := UNDERLINE.match(lines[end].text)):  # noqa: PLR2004 - headings are short
        return Form.HEADING, end + 1, 1 if mark[1][0] == "=" else 2
    return Form.PLAIN, end, 0


def _opens(line: Line) -> bool:
    """Whether a line opens a block of its own and so cannot continue the one before."""
    text = line.text
    return (
        line.gap
        or text.startswith((">", "|", "```", "~~~"))
        or any(pattern.match(text[:200]) for pattern in (ATX, RULE, ITEM, UNDERLINE))
    )


def _text_end(lines: Sequence[Line], at: int) -> int:
    """Where running text ends; a line of paragraph length is taken for a whole paragraph."""
    end = at + 1
    while end < len(lines) and not _opens(lines[end]) and not _stands_alone(lines[end - 1].text, lines[end].text):
        end += 1
    return end


def _stands_alone(line: str, following: str) -> bool:
    return len(line) > _LONG and not following[:1].islower()


def _fence_end(lines: Sequence[Line], at: int, fence: str) -> int:
    end = at + 1
    while end < len(lines):
        text = lines[end].text
        end += 1
        if text.startswith(fence) and not text.strip(fence[0]):
            break
    return end


def _quote_end(lines: Sequence[Line], at: int) -> int:
    """The end of one paragraph of a quotation; a bare mark between two paragraphs belongs to the earlier one."""
    end = at + 1
    while end < len(lines) and not lines[end].gap and lines[end].text.startswith(">"):
        end += 1
        if not lines[end - 1].text.strip("> \t"):
            break
    while (
        end < len(lines) and not lines[end].gap and lines[end].text.startswith(">") and not lines[end].text.strip("> ")
    ):
        end += 1
    return end


def _table_end(lines: Sequence[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].gap and "|" in lines[end].text:
        end += 1
    return end


def _comment_end(lines: Sequence[Line], at: int) -> int:
    end = at
    while end < len(lines):
        end += 1
        if "-->" in lines[end - 1].text:
            break
    return end

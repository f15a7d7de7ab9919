"""Splitting: a source text into blocks, so that every character that is not white space lies in exactly one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from bot.documents import datelines, markdown, wrapping
from bot.documents.blocks import Block, Form, Line, lines, word_count
from bot.documents.front_matter import extent, stated
from bot.documents.pagination import PAGED, Pagination
from bot.models import Format, Span

_NEAR_TOP: Final = 12
_HEADING_WORDS: Final = 25
_SHORT_RULE: Final = 12
_RULE_LENGTH: Final = 1.6
_SET: Final = frozenset({Format.PDF, Format.DOCX, Format.EPUB})


def split(text: str, form: Format) -> list[Block]:
    """Cut a source text into blocks.

    Args:
        text: The source text.
        form: How it is written; text extracted from another format is written as Markdown is.

    Returns:
        The blocks in order; their spans begin and end with characters that are not white space.
    """
    if form is Format.TEXT:
        return _with_datelines(text, _text(text))
    cut = _markdown(text, apart=form in _SET)
    return _with_datelines(text, _with_furniture(text, cut) if form in PAGED else cut)


def _text(text: str) -> Iterator[Block]:
    front = stated(text)
    every = list(lines(text))
    if front is not None:
        yield Block(front, Form.FRONT_MATTER)
        every = [line for line in every if line.span.start >= front.end]
    yield from _plain(every)


def _markdown(text: str, *, apart: bool = False) -> Iterator[Block]:
    """The blocks of a Markdown text; `apart` tells that each is set between empty lines, so that none runs on."""
    front = extent(text)
    every = list(lines(text))
    if front is not None:
        yield Block(front, Form.FRONT_MATTER)
        every = [line for line in every if line.span.start >= front.end]
    for run in _runs(every) if apart else [every]:
        yield from markdown.blocks(run)


def _with_furniture(text: str, cut: Iterator[Block]) -> Iterator[Block]:
    """Mark what extraction has marked as furniture of the page."""
    pagination = Pagination(text)
    for block in cut:
        yield Block(block.span, Form.FURNITURE) if pagination.is_furniture(block.span) else block


def _plain(every: Sequence[Line]) -> Iterator[Block]:
    runs = list(_runs(every))
    width = wrapping.file_width(runs)
    for run in runs:
        for paragraph in _underlined(wrapping.paragraphs(run, width)):
            yield _plain_block(paragraph)


def _runs(every: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines without an empty one between them."""
    run: list[Line] = []
    for line in every:
        if line.gap and run:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _underlined(paragraphs: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Put an underlined heading and its underline together."""
    skip = False
    for paragraph, following in pairwise([*paragraphs, []]):
        if skip:
            skip = False
            continue
        skip = (
            len(following) == 1
            and len(paragraph) == 1
            and not wrapping.has_marker(paragraph[0].text)
            and set(following[0].text) in ({"="}, {"-"}, {"~"})
            and len(following[0].text) > 2  # noqa: PLR2004 - a lone dash underlines nothing
            and word_count(paragraph[0].text[:400]) <= _HEADING_WORDS
            and _underlines(paragraph[0].text, following[0].text)
        )
        yield [*paragraph, *following] if skip else paragraph


def _underlines(text: str, rule: str) -> bool:
    """Whether a ruled line is as long as the text above it, or short: a longer one parts what is above from below."""
    like = len(text) <= _RULE_LENGTH * len(rule) <= _RULE_LENGTH**2 * len(text)
    return len(rule) <= _SHORT_RULE or (like and not text.endswith((".", "!", "»")))


def _plain_block(paragraph: Sequence[Line]) -> Block:
    """A block of a plain text; what is set as Markdown in it is taken as that."""
    span = Span(paragraph[0].span.start, paragraph[-1].span.end)
    text = paragraph[0].text
    if len(paragraph) == 2 and set(paragraph[1].text) in ({"="}, {"-"}, {"~"}) and _underlines(text, paragraph[1].text):  # noqa: PLR2004 - heading and underline
        return Block(span, Form.HEADING, 1 if paragraph[1].text[0] == "=" else 2)
    if (heading := markdown.ATX.match(text)) and any(map(str.isalnum, text)):
        return Block(span, Form.HEADING, len(heading[1]))
    if markdown.RULE.match(text):
        return Block(span, Form.RULE)
    if markdown.ITEM.match(text[:200]):
        return Block(span, Form.ITEM)
    if text.startswith(">"):
        return Block(span, Form.QUOTE)
    return Block(span)


def _with_datelines(text: str, cut: Iterator[Block]) -> list[Block]:
    """Cut datelines off the sentences that they are glued to."""
    result: list[Block] = []
    near_top = True
    for block in cut:
        if block.form is not Form.PLAIN:
            result.append(block)
        elif (found := datelines.find(paragraph := block.span.of(text), first=near_top)) is None:
            result.append(Block(block.span, Form.DATELINE) if datelines.is_whole(paragraph) else block)
        else:
            opening = text[block.span.start : block.span.start + found.end].rstrip()
            result.append(Block(Span(block.span.start, block.span.start + len(opening)), Form.DATELINE))
            result.append(Block(Span(block.span.start + found.end, block.span.end)))
            near_top = False
        near_top = near_top and len(result) < _NEAR_TOP
    return result

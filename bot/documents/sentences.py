"""Sentences: a paragraph cut by sentencex, with small repairs; offsets count code points of the paragraph."""

import re
from collections.abc import Iterator
from typing import Final

from bot.models import Span

# sentencex takes quadratic time where quotation marks stay open, so that a very long paragraph goes in pieces
_CELL: Final = re.compile(r"[^|\s](?:[^|\n]*[^|\s])?")
# six words and an end mark
_TOLD: Final = re.compile(r"(?:[^\s|]+\s+){5}.*[.!?。！？][\"”’»)]*", re.DOTALL)
_PIECE: Final = 8_000
_BREAK: Final = re.compile(r"[.!?。！？]\s|\s")
_CLOSING: Final = re.compile(r"[”’»\]})]+(?=\s|$)")
_OPEN_END: Final = re.compile(r"[?!…]+[\"'”’»]$")
_BEFORE_NAME: Final = re.compile(
    r"(?:^|[\s(\[\"'“‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Gov|Sen|Rep|Pres|St|Mt|Ft|Sra?|Mme|Mlle"
    r"|vs|cf|viz|approx|incl|e\.g|i\.e)\.$"
)
_BEFORE_NUMBER: Final = re.compile(
    r"(?:^|[\s(\[\"'“‘])(?:[Nn]os?|[Aa]rts?|[Ss]ecs?|[Ff]igs?|[Ee]q|[Cc]h|[Vv]ol|pp?|para|ca|Nr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_HOUR: Final = re.compile(r"\d\s?[ap]\.m\.$")
_DAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:E|C|M|P|G|B)[SDM]?T\b|UTC\b")
_SUFFIX: Final = re.compile(r"(?:Ltd|Inc|Jr|Sr|LLC|Corp)\.?,?$")
_ENUMERATOR: Final = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]$")
_BRACKETED: Final = re.compile(r"[(\[][^()\[\]]*[.!?…][\"'”’]?[)\]](?=\s+[\"'“‘«„(\[]*[A-ZÀ-ÖØ-ÞА-Я])")


def split(text: str, language: str | None) -> list[Span]:
    """Cut a paragraph into sentences.

    Args:
        text: The paragraph.
        language: Its ISO 639-1 code; English rules where unknown.

    Returns:
        Stretches in order that hold every character that is not white space; none begins or ends with white space.
    """
    spans: list[Span] = []
    for span in _opened(text, _trimmed(text, language or "en")):
        piece = span.of(text)
        if spans and _continues(spans[-1].of(text), piece):
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    if len(spans) > 1 and not _lettered(spans[0].of(text)):
        spans[:2] = [Span(spans[0].start, spans[1].end)]
    return spans


def _opened(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """Move closing marks to the sentence before, and cut behind a sentence in brackets that opens a stretch."""
    first = True
    for span in spans:
        start = span.start
        for pattern in (_BRACKETED,) if first else (_CLOSING, _BRACKETED):
            if found := pattern.match(text, start, span.end):
                yield Span(start, found.end())
                start = found.end() + len(text[found.end() : span.end]) - len(text[found.end() : span.end].lstrip())
        if start < span.end:
            yield Span(start, span.end)
        first = False


def split_table(text: str, language: str | None) -> Iterator[Span]:
    """The sentences of a table: where a cell holds one, none reaches beyond its cell; else as in running text."""
    cells = [found.span() for found in _CELL.finditer(text)]
    if not any(_TOLD.fullmatch(text, start, end) for start, end in cells):
        yield from split(text, language)
        return
    for start, end in cells:
        if _lettered(text[start:end]):
            yield from (Span(start + each.start, start + each.end) for each in split(text[start:end], language))


def _trimmed(text: str, language: str) -> Iterator[Span]:
    """The stretches that sentencex finds, without the white space around them."""
    import sentencex  # noqa: PLC0415 - an extension module, needed only where a document is read

    for start, piece in _pieces(text):
        at = start
        for segment in sentencex.segment(language, piece):
            stripped = segment.strip()
            if not stripped:
                continue
            found = text.find(stripped, at, start + len(piece))
            if found < 0:
                break
            if gap := text[at:found].strip():
                found = text.find(gap, at)
            at = found + len(stripped) if not gap else text.find(stripped, found) + len(stripped)
            yield Span(found, at)
        if rest := text[at : start + len(piece)].strip():
            found = text.find(rest, at)
            yield Span(found, found + len(rest))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of bounded length, cut behind the last sentence or word that ends within the bound."""
    start = 0
    while len(text) - start > _PIECE:
        end = start + _PIECE
        breaks = [found.end() for found in _BREAK.finditer(text, start + _PIECE // 2, end)]
        ends = [at for at in breaks if text[at - 2 : at - 1] in ".!?。！？"]
        end = (ends or breaks or [end])[-1]
        yield start, text[start:end]
        start = end
    if start < len(text):
        yield start, text[start:]


def _lettered(piece: str) -> bool:
    return any(map(str.isalnum, piece))


def _continues(before: str, piece: str) -> bool:
    """Whether a piece belongs to the sentence before it."""
    if not _lettered(piece) or _ENUMERATOR.fullmatch(before) or _SUFFIX.fullmatch(piece):
        return True
    end = before[-16:]
    if piece[0].islower():
        # all in small letters, as in a chat, the full stop is all there is
        return _OPEN_END.search(end) is not None or end[-1:] in ",;:—–-" or (end.endswith(".") and before[0].isupper())
    if piece[0].isdigit() and _BEFORE_NUMBER.search(end):
        return True
    if _HOUR.search(end) and _DAY.match(piece):
        return True
    return _BEFORE_NAME.search(end) is not None

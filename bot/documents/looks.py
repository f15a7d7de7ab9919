"""A look: a block as the rules see it, measured once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.documents.blocks import Block, Form, word_count

HEAD: Final = 700
_NO_PROSE: Final = frozenset({Form.HEADING, Form.RULE, Form.MARKUP, Form.FRONT_MATTER})
_LINK: Final = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
_MARKS: Final = re.compile(r"^(?:>\s*)*(?:#{1,6}\s+|[-*+•‣◦·▪●■]\s+|\d{1,9}[.)]\s+)?")
_EMPHASIS: Final = re.compile(r"^(\*\*|__|\*|_)(.+?)\1[:：]?$", re.DOTALL)
_EDIT: Final = re.compile(
    r"\s*\[\s*(?:edit|edit source|bearbeiten|modifier|editar|modifica|править)[^\[\]]{0,40}\]\s*$", re.IGNORECASE
)
# an end mark, closing marks, and the numbers of notes
_END: Final = re.compile(
    r"[.!?…。！？]['\"”’»)\]*_]*(?:\[[\w ]{1,20}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|(?<=[^\W\d_][.!?])\d{1,2}"
    r"|(?<=[.!?][\"”’])\d{1,2}){0,4}$"
)
_STATEMENT: Final = re.compile(r"(?<![A-Z])[.!。][\"'”’)]*\s")
_COLUMNS: Final = re.compile(r"\S(?: {4,}|\t)\S")
_NUMBER: Final = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[a-zA-Z])[.)]?\s+(?=[^\W\d_])")
_SENTENCE_WORDS: Final = 10
_RUNNING_WORDS: Final = 30
_CUT_OFF: Final = ("…", "...", "[…]", "[...]")
_FEW: Final = 2


@dataclass(frozen=True, slots=True)
class Look:
    """A block, its text as it stands and without the marks that set it, and what can be counted in it.

    `text` is cut at 700 characters and its white space is single spaces; `links` is the share of it that is linked.
    `ended` says that it ends as a sentence does, `question` that it ends as a question, `prose` that it is running text
    for sure: long, or a sentence of some length or the opening of one. `editable` says that a wiki's link for editing
    stood behind it.
    """

    block: Block
    raw: str
    text: str
    words: int
    bold: bool
    links: float
    ended: bool
    question: bool
    prose: bool
    editable: bool = False

    @property
    def only_questions(self) -> bool:
        """Whether it holds nothing but questions."""
        return self.question and _STATEMENT.search(self.text) is None


def in_columns(raw: str) -> bool:
    """Whether a line has gaps wide enough to be those of a table; that behind its number does not count."""
    if "    " not in raw and "\t" not in raw:
        return False
    opening = _NUMBER.match(raw)
    return _COLUMNS.search(raw, opening.end() if opening else 0) is not None


def cut_off(seen: Look) -> bool:
    """Whether a line breaks off with dots, as titles that are too long for their place do."""
    return seen.text.endswith(_CUT_OFF) and _FEW < seen.words <= _RUNNING_WORDS


def look(block: Block, source: str) -> Look:
    """Measure a block of a source text."""
    raw = block.span.of(source)
    head = raw[:HEAD]
    linked = sum(len(found[1]) for found in _LINK.finditer(head)) if "](" in head else 0
    plain = " ".join((_LINK.sub(r"\1", head) if linked else head).split())
    # what is known of one string, such as its hash, is known of the same string only
    plain = raw if plain == raw else plain
    bare = _EDIT.sub("", plain) if plain.endswith("]") else plain
    marked = bare if bare[:1].isalpha() else _MARKS.sub("", bare, count=1)
    emphasis = _EMPHASIS.match(marked) if marked[:1] in "*_" else None
    text = emphasis[2].strip() if emphasis else marked
    words = word_count(raw)
    ended = _END.search(raw[-24:]) is not None or _END.search(text[-8:]) is not None
    running = words >= _RUNNING_WORDS or (words >= _SENTENCE_WORDS and (ended or text.endswith((",", ";", ":"))))
    return Look(
        block=block,
        raw=raw,
        text=text,
        words=words,
        bold=emphasis is not None and len(raw) < HEAD,
        links=linked / max(1, len(plain)),
        ended=ended,
        question="?" in raw[-6:] or "？" in raw[-6:],
        prose=running and block.form not in _NO_PROSE,
        editable=bare != plain,
    )


def runs(holding: Iterable[bool]) -> Iterator[list[int]]:
    """The places of each run of blocks for which something holds; each is asked about when its turn comes."""
    run: list[int] = []
    for at, holds in enumerate(holding):
        if holds:
            run.append(at)
        elif run:
            yield run
            run = []
    if run:
        yield run

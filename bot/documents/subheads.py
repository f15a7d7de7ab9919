"""Subheads: the lines within a text that head a part of it, told by how they stand between its paragraphs.

A run of short lines is a poem, a list or a table, and so of the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from bot.documents import turns
from bot.documents.blocks import Form
from bot.documents.headlines import (
    EMPTY_LINE,
    HEADING_WORDS,
    LABEL_WORDS,
    SET_AS_HEADING,
    could_head,
    has_label,
    labelled_often,
    quoted_title,
)
from bot.documents.looks import Look
from bot.documents.numbering import in_title_case
from bot.documents.sections import Decided
from bot.documents.vocabulary import TOPICS, short
from bot.models import Kind

_FEWEST_WORDS: Final = 4
_LONG_LINE: Final = 12
# words in quotation marks as a title has them, without an end mark inside; the number of a part
_QUOTED_HEAD: Final = re.compile(r"[‘“\"„«'][^‘“\"„«”»]{3,80}[^.,!?…\s][’”\"“»']")
_ROMAN: Final = re.compile(r"[IVX]{1,5}\.?|§ ?\d{1,3}")
_FAQ: Final = re.compile(
    r"(?:.{0,40}\b)?(?:FAQs?|frequently asked questions|häufige fragen(?: .{1,40})?|häufig gestellte fragen"
    r"|questions fréquentes|foire aux questions|preguntas frecuentes"
    r"|domande frequenti|perguntas frequentes|часто задаваемые вопросы|常见问题|questions (?:and|&) answers|q ?& "
    r"?a)(?:\b.{0,40})?",
    re.IGNORECASE,
)
_QUESTION_WORDS: Final = 25
# `1.9 million: boats in May`, and when and where something is: `Thursday 21 June, 7 pm, Library`
_FACT: Final = re.compile(
    r"\d[\d.,]*(?: \w+)?: \S|[^,.]{3,30}, (?:\d{1,2}[:.]\d\d|\d{1,2} ?(?:[ap]\.?m|Uhr|h)\b)", re.IGNORECASE
)
_TITLE_WORDS: Final = 9
_POSED_WORDS: Final = 5
_FEW_POSED: Final = 3
_SENTENCE: Final = re.compile(r"\b(?:is|are|was|were|here's|follows?|sind|ist|est|sont|es|son)\b", re.IGNORECASE)
_PERSON: Final = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}")
_WHEN: Final = re.compile(
    r"\b(?:dates?|when|next|time|deadline|schedule|termine?|wann|nächste|prochaine?"
    r"|próxim[ao])\b",
    re.IGNORECASE,
)
_SET: Final = frozenset({Form.ITEM, Form.QUOTE, Form.TABLE, Form.CODE})


def apply(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Headings within the text; a run of short lines is a poem, a list or a table, and so body."""
    dialogue = labelled_often([seen for seen in looks if seen.ended or seen.words > HEADING_WORDS])
    openings = Counter(seen.text.partition(" ")[0] for seen in looks if dialogue and has_label(seen.text))
    spoken = turns.find(looks)
    asked = False
    _type_dates_of_text(looks, found)
    for at, seen in enumerate(looks):
        if _topic(looks, found, at):
            found[at] = (Kind.HEADING, "short line above a paragraph")
        questions = _FAQ.fullmatch(seen.text[:150]) is not None  # no such title is as long
        if found[at] is not None or questions:
            asked = questions or (asked and found[at] == SET_AS_HEADING)
        if found[at] is not None or at in spoken:
            continue
        if (
            asked
            and seen.only_questions
            and seen.words <= _QUESTION_WORDS
            and at + 1 < len(looks)
            and not looks[at + 1].question
        ):
            found[at] = (Kind.HEADING, "question that is answered below it")
        elif seen.block.form is Form.HEADING:
            found[at] = SET_AS_HEADING
        elif (not (dialogue and has_label(seen.text)) or _in_series(seen, openings)) and _heads(
            looks, found, at, source
        ):
            found[at] = (Kind.HEADING, "bold line" if seen.bold else "short line above a paragraph")


def above_headings(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """A short line between a paragraph and a heading is the heading above that one."""
    for at in range(len(looks) - 2, 0, -1):
        below = found[at + 1]
        if (
            found[at] is None
            and below is not None
            and below[0] is Kind.HEADING
            and could_head(looks[at], HEADING_WORDS)
            and not looks[at].question
            and not has_label(looks[at].text)
            and looks[at].words <= _TITLE_WORDS
            and not _PERSON.fullmatch(looks[at].text)
            and looks[at - 1].ended
            and _in_text(found[at - 1])
            and _gap(looks, at - 1, source)
        ):
            found[at] = (Kind.HEADING, "short line above a heading")


def _in_series(seen: Look, openings: Counter[str]) -> bool:
    """Whether other lines open with the same word before their colon, as `Theory one:` and `Theory two:` do."""
    opening = seen.text.partition(" ")[0]
    return opening != seen.text.partition(":")[0] and openings[opening] > 1 and not seen.ended


def _type_dates_of_text(looks: Sequence[Look], found: list[Decided]) -> None:
    """A date below a heading that asks for one, as in minutes, answers it."""
    for at, seen in enumerate(looks[:-1]):
        decided = found[at]
        if (
            found[at + 1] == (Kind.BYLINE, "date line")
            and (decided is None or decided[0] is Kind.HEADING)
            and (could_head(seen, HEADING_WORDS) or (seen.raw[0].isdigit() and not seen.ended))
            and _WHEN.search(seen.text)
            and any(looks[above].prose for above in range(at))
        ):
            found[at] = (Kind.HEADING, "heads a date")
            found[at + 1] = (Kind.BODY, "date below a heading that asks for it")


def _gap(looks: Sequence[Look], at: int, source: str) -> bool:
    """Whether an empty line follows a block."""
    return EMPTY_LINE.search(source, looks[at].block.span.end, looks[at + 1].block.span.start) is not None


def _topic(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether a word that menus use heads a section here: between two paragraphs of the text."""
    return (
        (decided := found[at]) is not None
        and decided[0] is Kind.NAVIGATION
        and 0 < at < len(looks) - 1
        and short(looks[at].text) in TOPICS
        and any(found[above] is None and looks[above].prose for above in range(at))
        and (
            _heads_text(looks, found, at + 1)
            or (found[at - 1] is None and looks[at - 1].prose and _heads_text(looks, found, at + 2))
        )
    )


def _heads_text(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether text follows, set as text: a sentence, or a line of some length."""
    return at < len(looks) and found[at] is None and (looks[at].prose or looks[at].words >= _FEWEST_WORDS)


def _heads(looks: Sequence[Look], found: Sequence[Decided], at: int, source: str) -> bool:  # noqa: PLR0911 - one rule after the other, the first that fits
    seen = looks[at]
    following = next((other for other in range(at + 1, len(looks)) if _in_text(found[other])), None)
    if following is None or (has_label(seen.text) and not looks[following].prose):
        return False
    after = looks[following]
    if seen.block.form is Form.ITEM:
        numbered = seen.raw[:1].isdigit() and not seen.ended and seen.words <= HEADING_WORDS
        return numbered and after.ended and after.block.form is Form.PLAIN
    above = found[at - 1] if at else None
    if above is not None and above[0] is Kind.BYLINE and quoted_title(seen) and after.prose:
        return True
    if (
        (_QUOTED_HEAD.fullmatch(seen.text) or _ROMAN.fullmatch(seen.text))
        and at
        and after.prose
        and following == at + 1
    ):
        return seen.words <= HEADING_WORDS and _gap(looks, at - 1, source) == _gap(looks, at, source)
    # a question is a heading only where it is set as one: in an interview it is part of the text
    posed = (
        seen.question
        and after.prose
        and (
            (above is not None and above[0] is Kind.BYLINE and following == at + 1)
            or in_title_case(seen.text)
            or _asks_on(looks, found, at, source)
        )
    )
    if not could_head(seen, HEADING_WORDS) or (seen.question and not posed) or _FACT.match(seen.text):
        return False
    if seen.bold:
        return True
    if at and found[at - 1] is None and not _gap(looks, at - 1, source) and _gap(looks, at, source):
        return False
    if seen.text.endswith(":"):
        named = seen.words <= LABEL_WORDS and _SENTENCE.search(seen.text) is None
        return named and after.prose and after.block.form is Form.PLAIN
    apart = after.prose and _apart_from_block(looks, found, at, source)
    alone = 0 < at < len(looks) - 1 and _gap(looks, at - 1, source) and _gap(looks, at, source)
    return (apart or not _in_run(looks, found, at)) and _begins_section(after, apart=alone)


def _asks_on(looks: Sequence[Look], found: Sequence[Decided], at: int, source: str) -> bool:
    """Whether a short question between two paragraphs, the only one but for a few, heads the second of them."""
    return (
        0 < at < len(looks) - 1
        and looks[at].words <= _POSED_WORDS
        and found[at - 1] is None
        and found[at + 1] is None
        and looks[at - 1].prose
        and looks[at - 1].ended
        and not looks[at - 1].question
        and looks[at + 1].prose
        and _gap(looks, at - 1, source)
        and _gap(looks, at, source)
        and sum(seen.only_questions for seen in looks) <= _FEW_POSED
    )


def _begins_section(after: Look, *, apart: bool) -> bool:
    least = (2 if apart else _FEWEST_WORDS) if after.ended or after.text.endswith(":") else _LONG_LINE
    return after.block.form in _SET or after.prose or after.words >= least


def _apart_from_block(looks: Sequence[Look], found: Sequence[Decided], at: int, source: str) -> bool:
    """Whether empty lines stand around a line, and what is above it is one block of lines, or one line below a text."""
    if not 1 < at < len(looks) - 1:
        return False
    gaps = [_gap(looks, one, source) for one in (at - 2, at - 1, at)]
    return gaps[1:] == [True, True] and (not gaps[0] or looks[at - 2].prose or found[at - 2] is not None)


def _in_run(looks: Sequence[Look], found: Sequence[Decided], at: int) -> bool:
    """Whether the line before is as short: then both are lines of a poem, a list or an address."""
    above = looks[at - 1]
    short_line = above.block.form is Form.PLAIN and not above.ended and above.words <= HEADING_WORDS
    return at > 0 and found[at - 1] is None and short_line


def _in_text(decided: Decided) -> bool:
    return decided is None or decided[0] in {Kind.BODY, Kind.HEADING}

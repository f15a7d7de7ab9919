"""Numbered and capital lines: headings that show it by a number, by capitals, or by how titles are written."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from bot.documents.blocks import Form
from bot.documents.looks import Look, in_columns
from bot.documents.sections import Decided
from bot.documents.vocabulary import SECTIONS
from bot.folding import fold
from bot.models import Kind

_SECTION: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[^\W\d_]")
_ROMAN: Final = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s+[^\W\d_]")
_PART: Final = re.compile(
    r"(?:part|step|chapter|section|day|lesson|act|annex|appendix|week|stage|phase|round|method|article|schedule|scene"
    r"|(?:agenda )?item|top|tagesordnungspunkt"
    r"|teil|kapitel|schritt|abschnitt|artikel|chapitre|partie|étape|parte|capítulo|paso|часть|глава|шаг)"
    r"\s(?:\d{1,3}|[IVX]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|[A-Z])(?:[:.)–—-].*)?"
    r"|(?:(?:agenda )?item|top|tagesordnungspunkt|punkt|point|punto) \d{1,2}(?:\.\d)? [A-ZÀ-Þ].{2,100}",
    re.IGNORECASE,
)
_WORDS: Final = 14
_OPENING: Final = re.compile(r"\d{1,2}|[A-Z](?=\.)")
_TITLE_WORDS: Final = 5
_FEWEST_WORDS: Final = 4
_CAPITAL_LETTERS: Final = 4
_OFTEN: Final = 3
_SHARE: Final = 0.25
_TITLE_LETTERS: Final = 4
_FEWEST_ITEMS: Final = 2
_FEWEST_TITLE_WORDS: Final = 2


def capital(seen: Look) -> bool:
    """Whether a line is written in capitals."""
    letters = [character for character in seen.text if character.isalpha()]
    return (
        len(letters) >= _CAPITAL_LETTERS
        and "_" not in seen.text
        and all(character.isupper() for character in letters if character.upper() != character.lower())
        and any(character.upper() != character.lower() for character in letters)
    )


def apply(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Type such headings, in place."""
    if not any(seen.prose for seen in looks):
        return
    _capitals(looks, found, source)
    last = max((at for at, seen in enumerate(looks) if found[at] is None and seen.prose), default=-1)
    for at, seen in enumerate(looks):
        if found[at] is not None or seen.words > _WORDS or (seen.ended and not seen.question):
            continue
        if seen.editable:
            found[at] = (Kind.HEADING, "heading with a link for editing")
        elif seen.block.form is Form.PLAIN and _PART.fullmatch(seen.text) and at + 1 < len(looks):
            found[at] = (Kind.HEADING, "numbered part")
        elif seen.block.form is Form.PLAIN and SECTIONS.fullmatch(seen.text.rstrip(":")) and at + 1 < len(looks):
            found[at] = (Kind.HEADING, "usual name of a section")
        elif _numbered(looks, at) or (_depth(seen) and _below_is_heading(found, at)):
            found[at] = (Kind.HEADING, "numbered heading")
        elif (at < last or _alone(looks, at, source)) and _over_list(looks, found, at, source):
            found[at] = (Kind.HEADING, "line in title case above a list")
    _sequence(looks, found)


def _capitals(looks: Sequence[Look], found: list[Decided], source: str) -> None:
    """Short lines in capitals, unless they are the names before the turns of a dialogue, or all is in capitals."""
    lines = [at for at, seen in enumerate(looks) if found[at] is None and _could_head(seen) and capital(seen)]
    often = Counter(fold(looks[at].text) for at in lines)
    shouted = sum(looks[at].words for at in lines)
    if shouted > _SHARE * sum(seen.words for seen, decided in zip(looks, found, strict=True) if decided is None):
        return
    gaps = [source.count("\n", one.block.span.end, two.block.span.start) > 1 for one, two in pairwise(looks)]
    spaced = sum(gaps) * 2 > len(gaps)
    for at in lines:
        below_text = at and spaced and not gaps[at - 1] and found[at - 1] is None and at - 1 not in lines
        if below_text:
            continue
        if often[fold(looks[at].text)] < _OFTEN:
            found[at] = (Kind.HEADING, "line in capitals")


def _could_head(seen: Look) -> bool:
    return (
        seen.block.form is Form.PLAIN
        and seen.words <= _WORDS
        and (not seen.ended or (seen.question and seen.text.isupper()))
        and not seen.text.endswith((":", ",", ";", "-", "–", "—"))
        and ": " not in seen.text
        and not in_columns(seen.raw)
    )


def _depth(seen: Look) -> int:
    """How many numbers a line opens with: 2 for `2.1 Costs`; 0 where it is no such line."""
    if seen.block.form not in {Form.PLAIN, Form.ITEM} or (seen.ended and not seen.question) or seen.words > _WORDS:
        return 0
    if found := _SECTION.match(seen.raw):
        number = found[1].removesuffix(".0")
        return number.count(".") + 1
    return 1 if _ROMAN.match(seen.raw) else 0


def _numbered(looks: Sequence[Look], at: int) -> bool:
    """Whether a numbered line heads a section: text or a deeper number follows, no item of the same list is near."""
    depth = _depth(looks[at])
    if not depth or at + 1 >= len(looks) or not (looks[at].raw[-1:].isalnum() or looks[at].question):
        return False
    after = looks[at + 1]
    if at and _depth(looks[at - 1]) == depth and not (after.ended and not _depth(after)):
        return False
    sentence = after.prose or (after.ended and after.words >= _FEWEST_WORDS)
    if (
        after.block.form is Form.ITEM
        and not _depth(after)
        and looks[at].text[:1].isupper()
        and ";" not in looks[at].text
    ):
        return True
    return _depth(after) > depth or (not _depth(after) and sentence and after.block.form is Form.PLAIN)


def _sequence(looks: Sequence[Look], found: list[Decided]) -> None:
    """A numbered line between the headings that count up to it and on from it is one of them."""
    numbers = [
        (at, int(opening[0]) if opening[0].isdecimal() else ord(opening[0]) - ord("A"))
        for at, seen in enumerate(looks)
        if _depth(seen) == 1 and (opening := _OPENING.match(seen.raw)) is not None
    ]
    headed = {number for at, number in numbers if (decided := found[at]) is not None and decided[0] is Kind.HEADING}
    for at, number in numbers:
        listed = any(0 <= near < len(looks) and _depth(looks[near]) == 1 for near in (at - 1, at + 1))
        if (
            found[at] is None
            and not listed
            and number - 1 in headed
            and len(headed) >= _FEWEST_ITEMS
            and at + 1 < len(looks)
        ):
            found[at] = (Kind.HEADING, "numbered heading")
            headed.add(number)


def _below_is_heading(found: Sequence[Decided], at: int) -> bool:
    return at + 1 < len(found) and (decided := found[at + 1]) is not None and decided[0] is Kind.HEADING


def _over_list(looks: Sequence[Look], found: Sequence[Decided], at: int, source: str) -> bool:
    """Whether a line is written as titles are and the short lines below it are not."""
    seen = looks[at]
    if not _could_head(seen) or not (in_title_case(seen.text) or _alone(looks, at, source)):
        return False
    items = 0
    for below in range(at + 1, len(looks)):
        other = looks[below]
        if found[below] is not None or other.ended or other.words > _WORDS or other.block.form is not Form.PLAIN:
            break
        apart = source.count("\n", looks[below - 1].block.span.end, other.block.span.start) > 1
        titled = in_title_case(other.text) and not any(map(str.isdigit, other.text))
        if (apart and items) or titled or other.text[:1].islower():
            break
        items += 1
    before = at and found[at - 1] is None and not looks[at - 1].ended
    return items >= _FEWEST_ITEMS and not before


def _alone(looks: Sequence[Look], at: int, source: str) -> bool:
    """Whether a line of few words stands between empty lines, and what is below it is one block of lines."""
    if not 0 < at < len(looks) - 2 or looks[at].words > _TITLE_WORDS:
        return False
    breaks = [
        source.count("\n", looks[one].block.span.end, looks[one + 1].block.span.start) for one in (at - 1, at, at + 1)
    ]
    return breaks[0] > 1 and breaks[1] > 1 and breaks[2] == 1


def in_title_case(text: str) -> bool:
    """Whether the long words of a line, two at least, begin with capitals."""
    long = [word for word in text.split() if len(word) >= _TITLE_LETTERS and word[0].isalpha()]
    return len(long) >= _FEWEST_TITLE_WORDS and all(word[0].isupper() for word in long)

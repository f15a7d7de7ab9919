"""Subjects: who or what a stretch of a sentence names, as a pronoun, a name, or a description such as "the mayor"."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from bot.documents.quotations.lexicon import (
    ADVERBS,
    AUXILIARIES,
    COLLECTIVES,
    DETERMINERS,
    OPENERS,
    PLURAL_PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    REGIONS,
    ROLES,
    SPEECH_FINITE,
    SUBORDINATORS,
    TITLES,
)
from bot.documents.quotations.names import Name
from bot.documents.quotations.page import Page
from bot.models import Span

_WORD: Final = re.compile(r"[^\W_](?:[\w’'.-]*\w)?")
_POSSESSIVE: Final = re.compile(r"[’']s\b|(?<=s)[’'](?=\s)|[’'](?=\s)")
_HEAD_END: Final = re.compile(
    r"[,(]|\s(?:who|which|whose|of|for|in|from|with|at|to|on|near|inside|behind|familiar|close)\b"
)
_PHRASE_END: Final = re.compile(r",|\(|\s(?:who|which|familiar)\b")
_PARTED: Final = re.compile(r"[,;:\x01]|\b(?:was|is|were|are|has|have|had)\b")
_AND: Final = re.compile(r",? and ")
_LONGEST: Final = 260
_SHORT: Final = 5
_OPENING_REACH: Final = 60
# No part of a description: what stands behind one of them may be a subject.
_VERBS: Final = AUXILIARIES | (SPEECH_FINITE - {"report", "reports", "charges", "charge", "claims", "state", "states"})
_NO_NOUN: Final = PREPOSITIONS | SUBORDINATORS
# "His employer, " before a name and another comma.
_APPOSED: Final = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Oo]ur|[Mm]y|An?)(?:\s[\w’'-]+){1,6},\s")
_ARTICLES: Final = frozenset({"the", "a", "an"})
_DESCRIPTION: Final = 14
_OPENING: Final = re.compile(r"[\s,—–\-.…):;’”\"]*")
_DATELINE: Final = re.compile(r"[A-Z][A-Z. ]+(?:,[^—–\-]{1,40})?(?:\([^)]{1,30}\)\s*)?\s*(?:--|[—–―-])\s")


class Form(Enum):
    """How a subject is worded."""

    PRONOUN = auto()
    NAME = auto()
    DESCRIPTION = auto()


class Subject(NamedTuple):
    """Who a sentence is about, where it says so; `name` is there for names only, `second` where "and" joins two."""

    form: Form
    span: Span
    text: str
    name: Name | None = None
    second: Name | None = None


def read(page: Page, start: int, end: int, *, any_noun: bool = False) -> Subject | None:
    """The subject that a stretch of a paragraph consists of; None where it is none.

    Args:
        page: The paragraph.
        start: Where the stretch begins.
        end: Where it ends.
        any_noun: Whether a short description may be about anything ("the note"), as right behind a quotation.
    """
    start, end = _trimmed(page.masked, start, end)
    if start >= end or end - start > _LONGEST:
        return None
    words = [(found[0].lower(), *found.span()) for found in _WORD.finditer(page.masked, start, end)]
    if not words:
        return None
    first = words[0][0]
    if first in PRONOUNS:
        rest = [word for word, _, _ in words[1:] if word not in ADVERBS and word not in {"too", "who"}]
        return _pronoun(page, words[0]) if not rest or page.masked[words[0][2] : words[0][2] + 1] == "," else None
    if words[-1][0] in PRONOUNS:
        return _pronoun(page, words[-1])
    if (
        first in SUBORDINATORS
        or first in PREPOSITIONS
        or (len(words) > 1 and first in ADVERBS and words[1][0] in SUBORDINATORS)
    ):
        return None
    return _named(page, start, end) or _described(page, start, end, words, any_noun=any_noun)


def _pronoun(page: Page, word: tuple[str, int, int]) -> Subject:
    return Subject(Form.PRONOUN, Span(word[1], word[2]), page.text[word[1] : word[2]])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks around it and the adverbs and auxiliaries at its end."""
    found = _OPENING.match(text, start, end)
    start = found.end() if found else start
    while start < end:
        while start < end and not text[end - 1].isalnum() and text[end - 1] not in ".)’'":
            end -= 1
        at = max(text.rfind(" ", start, end), text.rfind("\u00a0", start, end))
        word = text[at + 1 : end] if at >= start else text[start:end]
        if word.lower() not in ADVERBS or at < start:
            break
        end = at
    return start, end


def _named(page: Page, start: int, end: int) -> Subject | None:
    """The name that heads a stretch: not one in a possessive, behind a preposition, or before a noun."""
    organisation: Name | None = None
    for name in page.names_in(start, end):
        if _is_modifier(page.masked, name, start, end):
            continue
        if name.organisation:
            organisation = organisation or name
            continue
        return _with_second(page, name, end)
    if organisation is not None and not page.masked[start : organisation.start].strip(" ,").count(" "):
        span = Span(start if page.masked[start].isupper() else organisation.start, organisation.end)
        return Subject(Form.DESCRIPTION, span, page.text[span.start : span.end])
    return None


def _with_second(page: Page, name: Name, end: int) -> Subject:
    """A name, or two of them that "and" joins: these stand together as they are written."""
    joined = _AND.match(page.masked, name.end, end)
    second = page.names_in(joined.end(), joined.end() + 1) if joined else []
    if (
        second
        and not second[0].organisation
        and not _POSSESSIVE.match(page.masked[second[0].end : second[0].end + 2] + " ")
    ):
        span = Span(name.start, second[0].end)
        return Subject(Form.DESCRIPTION, span, page.text[span.start : span.end], name, second[0])
    return Subject(Form.NAME, name.whole, page.text[name.first : name.last], name)


def _is_modifier(text: str, name: Name, start: int, end: int) -> bool:
    """Whether a name only belongs to the head of a stretch."""
    after = text[name.end : name.end + 2]
    if _is_possessive(after) or _is_region(text, name):
        return True
    before = _WORD.findall(text[start : name.start])
    if before and text[name.start - 1 : name.start].isspace() and before[-1].lower() in PREPOSITIONS:
        return True
    if len(before) > 1 and before[-1].lower() in {"the", "a", "an"} and before[-2].lower() in PREPOSITIONS:
        return True
    follows = _WORD.match(text, name.end + 1, end)
    if follows is None or after[:1] not in (" ", "\u00a0"):
        return False
    word = follows[0].lower()
    return not (word in ADVERBS or word in PREPOSITIONS or word in SUBORDINATORS or word == "who")


def _described(
    page: Page, start: int, end: int, words: list[tuple[str, int, int]], *, any_noun: bool
) -> Subject | None:
    """A description: a determiner or possessive with a noun for people or what they issue, or a plural of people."""
    cut = _HEAD_END.search(page.masked, start + 1, end)
    head_end = cut.start() if cut else end
    head = [word for word in words if word[2] <= head_end]
    verbs = [at for at, (word, _, _) in enumerate(head[:-1]) if word in _VERBS]
    if verbs:
        head = head[verbs[-1] + 1 :]
        start = head[0][1]
    if not head or len(head) > _DESCRIPTION:
        return None
    last = head[-1][0]
    last = last[:-2] if last.endswith(("’s", "'s")) else last
    determined = head[0][0] in DETERMINERS or _POSSESSIVE.search(page.masked, start, head_end) is not None
    capital = page.masked[start].isupper() and head[0][0] not in OPENERS
    if (last in ROLES or last in PLURAL_PEOPLE) and (determined or last in PLURAL_PEOPLE or len(head) > 1 or capital):
        stop = _description_end(page.masked, head_end, end)
        return Subject(Form.DESCRIPTION, Span(start, stop), page.text[start:stop])
    # "Linden dockers" as well as "the dockers"
    plural = (
        page.masked[start].isupper()
        and len(last) > _SHORT
        and last.endswith("s")
        and page.masked[head[-1][1]].islower()
    )
    if (
        any_noun
        and (determined or plural)
        and cut is None
        and 1 < len(head) <= _SHORT
        and not any(word in AUXILIARIES or word in SPEECH_FINITE for word, _, _ in head)
    ):
        return Subject(Form.DESCRIPTION, Span(start, end), page.text[start:end])
    if last in {"one", "another", "others", "many", "some"} and len(head) <= 2:  # noqa: PLR2004 - "one of them", "the other"
        return Subject(Form.DESCRIPTION, Span(start, head_end), page.text[start:head_end])
    return None


def _description_end(text: str, head_end: int, end: int) -> int:
    """Take "for the company" or "of the union" into a description, up to the next comma or clause."""
    stop = _PHRASE_END.search(text, head_end, end)
    return stop.start() if stop else end


def opening(page: Page, start: int, end: int) -> Subject | None:
    """The first subject of a sentence, behind phrases that open it ("In a speech on Monday, …")."""
    found = _OPENING.match(page.masked, start, end)
    at = found.end() if found else start
    if (found := _DATELINE.match(page.masked, at, end)) is not None:
        at = found.end()
    for _ in range(4):
        word = _WORD.match(page.masked, at, end)
        if word is None:
            return None
        lower = word[0].lower()
        opens = (
            lower in PREPOSITIONS or lower in SUBORDINATORS or (lower.endswith(("ing", "ed")) and lower not in ROLES)
        )
        comma = page.masked.find(",", at, end)
        plain = page.masked[word.end() : word.end() + 1] != ","
        if lower in {"and", "but", "so", "or", "yet"} or (plain and (lower in ADVERBS or lower.endswith("ly"))):
            at = word.end() + 1
        elif (opens or (lower in OPENERS and lower not in PRONOUNS and lower not in DETERMINERS)) and comma > 0:
            at = comma + 2
        else:
            break
    return _first(page, at, end)


def _first(page: Page, at: int, end: int) -> Subject | None:
    word = _WORD.match(page.masked, at, end)
    if word is None:
        return None
    if word[0].lower() in PRONOUNS:
        return _pronoun(page, (word[0].lower(), word.start(), word.end()))
    names = page.names_in(at, min(end, at + 120))
    for index, name in enumerate(names):
        between = page.masked[at : name.start]
        if name.organisation and not between and _is_office_before(page, name, names[index + 1 : index + 2]):
            continue
        if _APPOSED.fullmatch(between) is not None and page.masked[name.end : name.end + 1] == ",":
            return _with_second(page, name, end)
        if name.short and between.strip().lower() in _ARTICLES:
            break
        if name.organisation or len(between) > _OPENING_REACH or _PARTED.search(between):
            break
        if not _is_modifier_of_opening(page.masked, name, at, end):
            return _with_second(page, name, end)
    if word[0].lower() in DETERMINERS or word[0][0].isupper():
        return _role_at(page, at, end)
    return None


def _is_office_before(page: Page, organisation: Name, behind: Sequence[Name]) -> bool:
    """Whether an organisation only says where somebody holds an office ("Board member Ada Thorne")."""
    if not behind or behind[0].short or behind[0].organisation:
        return False
    words = [
        word.lower() for word in _WORD.findall(page.masked, organisation.end, behind[0].start)
    ] or organisation.tokens[-1:]
    office = words[-1] in (ROLES | TITLES) - COLLECTIVES - PLURAL_PEOPLE
    return office and not any(word in _VERBS or word in _NO_NOUN for word in words)


def _is_possessive(after: str) -> bool:
    """Whether the two characters behind a name make it a possessive."""
    return after[:1] in "'’" and _POSSESSIVE.match(after + " ") is not None


def _is_region(text: str, name: Name) -> bool:
    """Whether a name only says in which region a town lies."""
    return name.short and name.tokens[0] in REGIONS and text.endswith(", ", 0, name.start)


def _is_modifier_of_opening(text: str, name: Name, start: int, end: int) -> bool:
    """Like `_is_modifier`, where a verb may follow: a noun for people behind the name makes the name a modifier."""
    after = text[name.end : name.end + 2]
    if _is_possessive(after) or _is_region(text, name):
        return True
    before = _WORD.findall(text[start : name.start])
    if before and before[-1].lower() in PREPOSITIONS:
        return True
    following = [found[0].lower() for found in _WORD.finditer(text, name.end, min(end, name.end + 40))][:2]
    return after[:1] == " " and any(word in ROLES for word in following) and following[0] not in _NO_NOUN


def _role_at(page: Page, at: int, end: int) -> Subject | None:
    """A description at the beginning of a sentence, which ends with the first noun for people."""
    for count, found in enumerate(_WORD.finditer(page.masked, at, min(end, at + 90))):
        word = found[0].lower()
        if count > 5 or word in PREPOSITIONS or (word in SUBORDINATORS and (count or word != "that")):  # noqa: PLR2004 - a short phrase
            return None
        follows = _WORD.match(page.masked, found.end() + 1, end)
        if word in ROLES and not (follows and follows[0].lower() in ROLES):
            return Subject(Form.DESCRIPTION, Span(at, found.end()), page.text[at : found.end()])
    return None

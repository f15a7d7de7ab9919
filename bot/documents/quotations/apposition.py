"""Appositions: the name that stands behind the description of its bearer ("the chair, Ada Thorne")."""

import re
from typing import Final

from bot.documents.quotations.lexicon import COLLECTIVES, PLURAL_PEOPLE, ROLES, TITLES
from bot.documents.quotations.names import Name
from bot.documents.quotations.page import Page
from bot.documents.quotations.subjects import Form, Subject

_COMMA: Final = re.compile(r",\s+")
# What ends an apposition; "and" or a preposition would make the name one of several, or part of another.
_ENDS: Final = re.compile(r"\s*(?:[,;:.!?)\x01]|\s[—–-]{1,2}\s|$)")
# A second person within the description, whose name it may be as well ("the lawyer of the man, Jan Novak").
_ANOTHER: Final = re.compile(r"\s(?:of|for|to|with|by)\s(.+)$")
_WORD: Final = re.compile(r"[^\W_](?:[\w’'-]*\w)?")


def bearer(page: Page, subject: Subject, end: int) -> Subject:
    """The person whom an apposition behind a description names; the description where nobody is named there.

    Args:
        page: The paragraph.
        subject: What a reporting clause is about.
        end: Where the clause ends at the latest.
    """
    if subject.form is not Form.DESCRIPTION or subject.name is not None or not _describes_one(subject.text):
        return subject
    comma = _COMMA.match(page.masked, subject.span.end, end)
    found = page.names_in(comma.end(), comma.end() + 1) if comma else []
    if not found or not _is_person(found[0]) or _ENDS.match(page.masked, found[0].whole.end) is None:
        return subject
    name = found[0]
    return Subject(Form.NAME, name.whole, name.span.of(page.text), name)


def _describes_one(text: str) -> bool:
    """Whether a description is of one person and of no second one."""
    words = [word.lower() for word in _WORD.findall(_ANOTHER.sub("", text))]
    if not words or words[-1] not in ROLES | TITLES or words[-1] in COLLECTIVES or words[-1] in PLURAL_PEOPLE:
        return False
    another = _ANOTHER.search(text)
    rest = [] if another is None else [word.lower() for word in _WORD.findall(another[1])]
    return not any(word in ROLES and word not in COLLECTIVES for word in rest)


def _is_person(name: Name) -> bool:
    """Whether a name can only be that of a person: a full one, or one with a title."""
    return not name.organisation and (not name.short or name.whole != name.span)

"""Agencies: those who pass on what others said, such as a news agency, and are not its speakers."""

import re
from typing import Final

from bot.documents.quotations.lexicon import AGENCIES, AGENCY_WORDS
from bot.documents.quotations.subjects import Form, Subject

_WORD: Final = re.compile(r"[\w’'-]+")
_REPORTING: Final = re.compile(r"report|accord|tell|told")


def is_agency(subject: Subject, cue: str) -> bool:
    """Whether a subject only passes on what others said: a news agency, or a paper or station that "reported" it."""
    if subject.form is Form.PRONOUN:
        return False
    words = [word.lower() for word in _WORD.findall(subject.text)]
    if not words:
        return False
    if words[-1] in AGENCIES or (len(words) > 1 and words[-2] in AGENCIES):
        return True
    return words[-1] in AGENCY_WORDS and _REPORTING.search(cue) is not None

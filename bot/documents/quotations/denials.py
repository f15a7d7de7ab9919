"""Verbs of speech that report nothing: what somebody did not say, might say, or was expected to say."""

import re
from typing import Final

from bot.documents.quotations.page import Page

_REACH: Final = 48
# What takes a verb back ("did not even say", "has never publicly said").
_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|nor|neither|without|cannot|hardly|rarely|nobody|no one)|n['’]t)\s"
    r"(?:(?:\w+ly|even|ever|yet|just|so|have|has|had|be|been|to)\s){0,3}$",
    re.IGNORECASE,
)
_POSSIBLE: Final = re.compile(r"\b(?:might|could|should|may|must|can)\s(?:\w+ly\s|also\s|well\s)?$")
_INTENDED: Final = re.compile(
    r"\b(?:expected|likely|unlikely|due|set|about|plans?|planned|planning|wants?|wanted|hopes?|hoped|need|needs|needed|declined"
    r"|refused|failed|unable|able|ready|reluctant|willing|unwilling|supposed|forced|prepared|going|ought|tried|trying)"
    r"\sto\s(?:\w+ly\s)?$"
)
_CONDITION: Final = re.compile(r"[\s\x01,“\"'‘]*(?:If|Unless|Suppose|Even if|As if)\s")


def reports_nothing(page: Page, start: int, at: int) -> bool:
    """Whether a verb of speech is denied, only possible or intended, or stands in a condition.

    Args:
        page: The paragraph.
        start: Where the sentence begins.
        at: Where the verb begins.
    """
    near = max(start, at - _REACH)
    if any(pattern.search(page.masked, near, at) is not None for pattern in (_DENIED, _POSSIBLE, _INTENDED)):
        return True
    condition = _CONDITION.match(page.masked, start, at)
    return condition is not None and "," not in page.masked[condition.end() : at]

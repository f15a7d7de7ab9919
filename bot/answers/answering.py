"""What kind of words answer a question: "how many" a figure, "when" a date.

Such a passage goes before others that have the same words of the question (answer types: E. Voorhees and D. Tice, "The
TREC-8 Question Answering Track Evaluation", 1999).
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.wording.vocabulary import is_number

_COUNTED: Final = frozenset(("big", "far", "fast", "high", "large", "long", "many", "much", "often", "old", "tall"))
_FIGURES: Final = frozenset(("amount", "number", "percent", "percentage", "share"))
_DATES: Final = frozenset(("date", "day", "month", "year"))
_WHICH: Final = frozenset(("what", "which"))
_CALENDAR_TEXT: Final = """
january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
"""
_CALENDAR: Final = frozenset(_CALENDAR_TEXT.split())
# they put in order, or are numbers in some places only
_WEAK: Final = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "half", "one"]
)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_WITHIN: Final = 3  # words from the question word to what it asks for: what was the number


def has_figure(words: Sequence[str]) -> bool:
    """Whether one of some folded words is or holds a number that counts or measures, and no year."""
    return any(is_number(word) and word not in _WEAK and not _YEAR.fullmatch(word) for word in words)


def has_date(words: Sequence[str]) -> bool:
    """Whether one of some folded words is a year, a day of the month or of the week, or a month; May may be a verb."""
    return any(word in _CALENDAR or any(map(str.isdigit, word)) for word in words)


def answered_by(words: Sequence[str]) -> Callable[[Sequence[str]], bool] | None:
    """What tells a passage that may hold the answer to a question, by its words; None where any may.

    Args:
        words: The folded words of the question, in order.
    """
    for place, word in enumerate(words):
        behind = words[place + 1 : place + 1 + _WITHIN]
        if word == "how" and behind and behind[0] in _COUNTED:
            return has_figure
        if word in _WHICH and not _FIGURES.isdisjoint(behind):
            return has_figure
        if word == "when" or (word in _WHICH and not _DATES.isdisjoint(behind)):
            return has_date
    return None

"""What is found about a stretch between marks on the way to its speaker."""

from dataclasses import dataclass
from enum import StrEnum

from bot.documents.quotations.clauses import Report
from bot.documents.quotations.marks import Stretch
from bot.models import Span, Speaker


class Rule(StrEnum):
    """By which rule a quotation was given its speaker."""

    BEHIND = "reporting clause behind"
    BEFORE = "reporting clause before"
    HELD = "attitude before"
    COLON = "name and colon"
    FINAL = "end of sentence"
    SHARED = "shared clause"
    RUNNING = "running quotation"
    PARAGRAPH = "same paragraph"
    AHEAD = "clause ahead in the paragraph"
    INTRODUCED = "introduced"
    PREVIOUS = "quotation in the paragraph before"
    TOPIC = "subject of the sentence before"
    LOOSE = "subject of the sentence"
    AUTHOR = "author"
    NONE = "none"


@dataclass(slots=True)
class Found:
    """A stretch between marks and what was found about it."""

    stretch: Stretch
    frame: Span
    report: Report | None
    rule: Rule
    alone: bool
    spoken: bool = True
    speaker: Speaker | None = None

"""Tables of the languages other than English whose reporting clauses are read."""

from collections.abc import Mapping
from typing import Final

from bot.documents.quotations.tongues.french import FRENCH
from bot.documents.quotations.tongues.german import GERMAN
from bot.documents.quotations.tongues.others import DUTCH, ITALIAN, PORTUGUESE, RUSSIAN
from bot.documents.quotations.tongues.spanish import SPANISH
from bot.documents.quotations.tongues.tongue import Tongue

TONGUES: Final[Mapping[str, Tongue]] = {
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "it": ITALIAN,
    "nl": DUTCH,
    "ru": RUSSIAN,
}
"""By ISO 639-1 code."""

"""Tables of the languages other than English whose reporting clauses are read."""

from functools import cache
from importlib import import_module
from typing import Final

from bot.documents.quotations.tongues.tongue import Tongue

LANGUAGES: Final = {
    "de": ("german", "GERMAN"),
    "fr": ("french", "FRENCH"),
    "es": ("spanish", "SPANISH"),
    "pt": ("others", "PORTUGUESE"),
    "it": ("others", "ITALIAN"),
    "nl": ("others", "DUTCH"),
    "ru": ("others", "RUSSIAN"),
}
"""By ISO 639-1 code, the module and the name of the table: its patterns are compiled when it is first needed."""


@cache
def table(language: str) -> Tongue | None:
    """The table of a language by its code, such as "de" or "pt-BR"; None where there is none."""
    known = LANGUAGES.get(language.lower().partition("-")[0])
    if known is None:
        return None
    module, name = known
    found: Tongue = getattr(import_module(f"{__name__}.{module}"), name)
    return found

"""From the tokens of a sentence to the expressions of time among them."""

from typing import Final

from bot.documents.dates import calendar_forms, eastern_forms, relative_forms, share_forms
from bot.documents.dates.grammar import Found, beginnings
from bot.documents.dates.reading import Atom, Reading
from bot.documents.dates.tokens import Tokens

_READERS: Final = {**calendar_forms.FORMS, **relative_forms.FORMS, **share_forms.FORMS, **eastern_forms.FORMS}


def read(tokens: Tokens) -> list[Atom]:
    """The expressions of time among the tokens of a sentence, in order, none overlapping another."""
    kinds = tokens.kinds
    atoms: list[Atom] = []
    end = 0
    for place, rules in beginnings(kinds):
        if place < end:
            continue
        for rule in rules:
            if (match := rule.match(kinds, place)) is not None and (reading := _read(Found(rule, tokens, match))):
                atoms += reading
                end = match.end()
                break
    return atoms


def _read(found: Found) -> Reading:
    return _READERS[found.rule](found)

"""From the tokens of a sentence to the expressions of time among them."""

from typing import Final

from bot.documents.dates import calendar_forms, eastern_forms, relative_forms, share_forms
from bot.documents.dates.grammar import candidates
from bot.documents.dates.reading import Atom
from bot.documents.dates.tokens import Tokens

_READERS: Final = {**calendar_forms.FORMS, **relative_forms.FORMS, **share_forms.FORMS, **eastern_forms.FORMS}


def read(tokens: Tokens) -> list[Atom]:
    """The expressions of time among the tokens of a sentence, in order, none overlapping another."""
    kinds = tokens.kinds
    atoms: list[Atom] = []
    place = 0
    while place < len(kinds):
        after = None
        for found in candidates(tokens, kinds, place):
            after = after or found.first + 1
            if reading := _READERS[found.rule](found):
                atoms += reading
                after = found.end
                break
        if after is None:
            break
        place = after
    return atoms

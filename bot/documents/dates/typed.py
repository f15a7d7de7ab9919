"""A date as a user types it into an option."""

from typing import Final

from bot.documents.dates.values import parse_edtf
from bot.errors import BadDateError
from bot.models import Basis, DateValue, Span

_LONGEST: Final = 40


def read_date(text: str) -> DateValue:
    """The value of a typed date: EDTF (`2023-03-20`, `2023-03`, `2023`, a range), or words such as "20 March 2023".

    Raises:
        BadDateError: the text is no date, or one that depends on the day it is said.
    """
    typed = text.strip()
    if len(typed) <= _LONGEST:
        if (value := parse_edtf(typed)) is not None:
            return value
        from bot.documents.dates.tagger import tag  # noqa: PLC0415 - most dates are typed as figures, and need it not

        whole = Span(0, len(typed))
        for spelling in (typed, typed.capitalize(), typed.title()):
            for mention in tag([(spelling, [whole])], None)[0]:
                if mention.span == whole and mention.basis is Basis.STATED and mention.value is not None:
                    return mention.value
    shown = typed if len(typed) <= _LONGEST else f"{typed[: _LONGEST - 1]}…"
    raise BadDateError(f'I could not read "{shown}". Write 2023-03-20, 2023-03 or 2023.')

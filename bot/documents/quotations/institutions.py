"""Institutions: the whole name of a body that goes on behind its first noun ("the Bank of Linden")."""

import re
from typing import Final

from bot.documents.quotations.lexicon import INSTITUTIONS

_REST: Final = re.compile(
    r" (?:of|for) (?:the )?[^\W\d_a-z][\w’'-]*(?: (?:(?:of|for) (?:the )?)?[^\W\d_a-z][\w’'-]*)*"
    r"(?: and [^\W\d_a-z][\w’'-]*(?! [^\W\d_a-z]))?"
)
_POSSESSIVE: Final = ("'s", "’s", "'", "’")


class Institutions:
    """The institutions that have spoken in a document so far, under their whole names."""

    def __init__(self) -> None:
        self._known: dict[str, set[str]] = {}

    def whole(self, name: str, text: str, end: int) -> tuple[str, bool]:
        """The whole name of an institution, and whether it was traced back to an earlier place.

        Args:
            name: The name of a speaker as it was read, which may be no institution at all.
            text: The paragraph.
            end: Where the name ends there.
        """
        bare = name.removeprefix("the ").removeprefix("The ")
        head = bare.rpartition(" ")[2]
        if not head[:1].isupper() or head.lower() not in INSTITUTIONS:
            return name, False
        if (rest := _REST.match(text, end)) is not None and not rest[0].endswith(_POSSESSIVE):
            whole = bare + rest[0]
            self._known.setdefault(bare, set()).add(whole)
            return whole, False
        known = self._known.get(bare, ())
        return (next(iter(known)), True) if len(known) == 1 else (name, False)

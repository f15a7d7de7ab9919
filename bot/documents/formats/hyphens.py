"""Hyphens at line ends: whether a word was broken there or is written with one."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_SOFT: Final = "\u00ad"
_HYPHENS: Final = "-\u2010" + _SOFT
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_BEFORE: Final = re.compile(r"([^\W\d_]+(?:[-\u2010][^\W\d_]+)*)[-\u2010]$")
_AFTER: Final = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_PREFIXES: Final = frozenset(
    {"all", "anti", "co", "cross", "ex", "half", "high", "ill", "long", "low", "mid", "multi", "non", "post", "pre",
     "pro", "quasi", "self", "semi", "short", "so", "well"}
)  # fmt: skip
_SPACELESS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\uff00-\uffef\u3000-\u303f]")


class Joiner:
    """Puts lines together; learns from the words of a whole document how it writes them.

    Args:
        lines: The lines of the document.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            # the ends of a line may be halves of words and teach nothing
            found = [word.casefold().replace("\u2010", "-") for word in _WORD.findall(line)]
            self._words.update(found[1:-1])

    def join(self, before: str, after: str) -> str:
        """Two lines of a paragraph as one.

        A word that was broken at a soft hyphen, or at a hyphen before a small letter, is put together without it where
        the document does not write it with one; anything else keeps its hyphen.
        """
        if before.endswith(_SOFT):
            return before[:-1] + after
        if before[-1:] in _HYPHENS and before[-2:-1].isalnum():
            return before[:-1] + after if self._broken(before, after) else before + after
        if _SPACELESS.match(before[-1:]) and _SPACELESS.match(after[:1]):
            return before + after
        return f"{before} {after}"

    def _broken(self, before: str, after: str) -> bool:
        left, right = _BEFORE.search(before), _AFTER.match(after)
        if left is None or right is None or not after[:1].islower() or left[1].isupper():
            return False
        one, two = left[1].casefold(), right[0].casefold()
        whole, compound = self._words[one + two], self._words[f"{one}-{two}"]
        if whole or compound:
            return whole >= compound
        parts = one.rsplit("-", 1)[-1]
        # a half that is a word of the document by itself, beside another one, is written with its hyphen
        return parts not in _PREFIXES and not (self._words[parts] and self._words[two] and len(parts) > 2)  # noqa: PLR2004 - "re", "in" are halves too

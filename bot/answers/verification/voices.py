"""Who says words at the place where they stand.

Somebody says them there when at least half of their letters lie in what this person says, and what anybody else says
of them lies within that as well: a quotation may be pasted together with "she said", and a speaker may quote another.
Where several do so, the one is named whose words are direct and lie closest around. Otherwise nobody is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.models import Span, Speaker, Speech
from bot.store.speakers import Said

_ELSEWHERE: Final = 10  # of so many letters, one may be said by another


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says some words of a paragraph.

    `names` are all who say them, `speaker` the one to name, who is one of these; `spoken` says whether somebody speaks
    there at all, named or not.
    """

    speaker: Speaker | None = None
    speech: Speech | None = None
    names: frozenset[str] = frozenset()
    spoken: bool = False


def voice_of(text: str, span: Span, said: Sequence[Said]) -> Voice:
    """Who says a stretch of a paragraph.

    Args:
        text: The paragraph.
        span: The stretch, counted from the paragraph's start.
        said: What is said in the paragraph.
    """
    here = [each for each in said if each.span.start < span.end and span.start < each.span.end]
    letters = {at for at in range(span.start, span.end) if text[at].isalnum()} if here else set()
    covered: dict[str | None, set[int]] = {}
    for each in here:
        name = None if each.speaker is None else each.speaker.name
        covered.setdefault(name, set()).update(letters.intersection(range(each.span.start, each.span.end)))
    everything = set().union(*covered.values())
    names = frozenset(
        name
        for name, own in covered.items()
        if name is not None and own and 2 * len(own) >= len(letters) and _small(everything - own, letters)
    )
    saying = [each for each in here if each.speaker is not None and each.speaker.name in names]
    if not saying:
        return Voice(spoken=bool(everything))
    closest = min(saying, key=lambda each: (each.form is not Speech.DIRECT, each.span.end - each.span.start))
    return Voice(closest.speaker, closest.form, names, spoken=True)


def _small(rest: set[int], letters: set[int]) -> bool:
    return _ELSEWHERE * len(rest) <= len(letters)

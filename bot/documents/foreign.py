"""Foreign: paragraphs above and behind a text that are in another language, or another script, than it is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bot.documents import languages
from bot.documents.blocks import Form
from bot.documents.looks import Look
from bot.documents.sections import Decided
from bot.models import Kind

_FEWEST_PLACES: Final = 2
_MOST_WORDS: Final = 40
_FEWEST_WORDS: Final = 10
_SHARE: Final = 0.65
_OWN_SHARE: Final = 0.05
_LETTERS: Final = 4


def type_foreign(looks: Sequence[Look], found: list[Decided]) -> None:
    """Short paragraphs above and behind a text that are in another language, or another script, than it is.

    What stands within the text is left alone: that may be a quotation, or a text in two languages.
    """
    places = [at for at, seen in enumerate(looks) if found[at] is None and seen.prose]
    if len(places) < _FEWEST_PLACES:
        return
    outside = (*range(places[0]), *range(places[-1] + 1, len(looks)))
    script = languages.script(" ".join(looks[at].text for at in places))
    if not any(_may_be_foreign(looks[at], found[at], script) for at in outside) and _of_one_language(looks, places):
        return
    detected = [languages.detect(looks[at].text) for at in places]
    language = _language(looks, places, detected)
    if language is None and script is None:
        return
    own = [at for at, spoken in zip(places, detected, strict=True) if spoken in {None, language}]
    if not own:
        return
    for at in _edges(looks, own):
        seen = looks[at]
        if not _may_be_foreign(seen, found[at], script):
            continue
        other = languages.script(seen.text)
        if other is not None and script is not None and other != script and _lettered(seen):
            found[at] = (Kind.NAVIGATION, "in another script than the text")
        elif (
            seen.words >= _FEWEST_WORDS
            and language is not None
            and languages.detect(seen.text) not in {None, language}
            and languages.share(seen.text, language) < _OWN_SHARE
        ):
            found[at] = (Kind.APPENDED, "in another language than the text")


def _may_be_foreign(seen: Look, decided: Decided, script: str | None) -> bool:
    """Whether it is short, and in another script or long enough for its language to be told."""
    return (
        decided is None
        and seen.words <= _MOST_WORDS
        and seen.block.form is not Form.QUOTE
        and (seen.words >= _FEWEST_WORDS or languages.script(seen.text) not in {None, script})
    )


def _of_one_language(looks: Sequence[Look], places: Sequence[int]) -> bool:
    """Whether both ends of a text are in the language of most of it, or in none that can be told."""
    ends = {languages.detect(looks[at].text) for at in (places[0], places[-1])} - {None}
    if len(ends) != 1:
        return not ends
    words = 0
    least = _SHARE * sum(looks[at].words for at in places)
    for at in places:
        words += looks[at].words if languages.detect(looks[at].text) in ends else 0
        if words >= least:
            return True
    return False


def _language(looks: Sequence[Look], places: Sequence[int], detected: Sequence[str | None]) -> str | None:
    """The language of most of the text, given that of each place; None for a text in several."""
    counts: Counter[str | None] = Counter()
    for at, spoken in zip(places, detected, strict=True):
        counts[spoken] += looks[at].words
    language, most = counts.most_common(1)[0]
    return language if most >= _SHARE * counts.total() else None


def _edges(looks: Sequence[Look], own: Sequence[int]) -> Iterator[int]:
    yield from range(own[0])
    yield from range(own[-1] + 1, len(looks))


def _lettered(seen: Look) -> bool:
    return sum(map(str.isalpha, seen.text)) >= _LETTERS

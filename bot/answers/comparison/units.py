"""The sentences of a document as they are compared, and what each has by which its like is found."""

import re
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from bot.folding import fold
from bot.models import DateValue, Span
from bot.store.stemming import stem
from bot.store.stopwords import STOP_WORDS
from bot.wording.figures import Figure, figures
from bot.wording.vocabulary import is_number
from bot.wording.words import UNSPACED, Wording, wording

_STEM: Final = 6  # letters of a stem: council and councillors have so many in common
_WORD: Final = re.compile(r"[^\W_]+")
_COMBINED: Final = re.compile("[\u0300-\u036f\u0483-\u0489\u0591-\u08ff\u0900-\u0dff\u0e30-\u10ff\u1780-\u17ff]")
_UNSPACED: Final = re.compile(f"[{UNSPACED}]{{2,}}")
_SAYING: Final = frozenset(["according", "added", "announced", "say", "said", "says", "saying", "told"])
_IRREGULAR_TEXT: Final = """
became:become began:begin begun:begin bought:buy broke:break broken:break brought:bring built:build burnt:burn came:come
caught:catch chose:choose chosen:choose drank:drink drawn:draw drew:draw drove:drive driven:drive eaten:eat ate:eat
fallen:fall fell:fall felt:feel flew:fly flown:fly forgot:forget fought:fight found:find fled:flee froze:freeze
frozen:freeze gave:give given:give gone:go grew:grow grown:grow heard:hear held:hold hid:hide hung:hang kept:keep
knew:know known:know laid:lay learnt:learn led:lead left:leave lent:lend lay:lie lit:light lost:lose made:make
meant:mean met:meet paid:pay ran:run rang:ring risen:rise rode:ride rose:rise sang:sing sank:sink sat:sit saw:see
seen:see sent:send shook:shake shot:shoot shown:show slept:sleep sold:sell sought:seek spent:spend spoke:speak
spoken:speak stolen:steal stole:steal stood:stand struck:strike sunk:sink swam:swim swore:swear sworn:swear
taken:take took:take taught:teach thought:think threw:throw thrown:throw tore:tear torn:tear understood:understand
went:go woke:wake won:win wore:wear worn:wear wrote:write written:write children:child died:die dying:die killed:kill
"""
_BASES: Final = dict(pair.split(":") for pair in _IRREGULAR_TEXT.split())
_LETTER: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Dated:
    """A date expression: where it stands in a unit, and what it comes to; None where that is unknown."""

    span: Span
    value: DateValue | None


@dataclass(frozen=True)
class Unit:
    """A sentence, or a part of one that is left when another sentence stands within it.

    `paragraph` is the index of its paragraph among those that are compared, `start` counts in that paragraph.
    """

    paragraph: int
    start: int
    text: str
    dates: tuple[Dated, ...] = ()
    whole: bool = True

    @cached_property
    def wording(self) -> Wording:
        """Its words, as verification compares them."""
        return wording(self.text)

    @cached_property
    def folded(self) -> str:
        """What it is but for typography; quick, since of two versions of a document most is the same."""
        return fold(self.text)

    @cached_property
    def _tokens(self) -> list[str]:
        """Its words as they are written; folded where signs combine, and then without capitals."""
        return _WORD.findall(fold(self.text) if _COMBINED.search(self.text) else self.text)

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of the words that have a capital where no sentence begins."""
        return frozenset(key for each in self._tokens[1:] if each[0].isupper() for key in _keys(each))

    @cached_property
    def keys(self) -> frozenset[str]:
        """What its words come to: stems of those that say something, and pairs of signs of scripts without spaces."""
        return frozenset(key for each in self._tokens for key in _keys(each))

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures that belong to no date that is known."""
        if not any(map(_may_count, self._tokens)):
            return []
        known = [each.span for each in self.dates if each.value is not None]
        found = figures(self.wording)
        return [each for each in found if not any(_touch(self.wording.spans[each.last], date) for date in known)]

    @cached_property
    def marks(self) -> frozenset[str]:
        """What its figures and dates come to."""
        amounts = {f"#{each.value}" for each in self.figures if not each.weak}
        return frozenset(amounts | {f"@{each.value.edtf}" for each in self.dates if each.value is not None})

    @cached_property
    def everything(self) -> frozenset[str]:
        """Keys and marks."""
        return self.keys | self.marks

    def __getstate__(self) -> dict[str, object]:
        """What is sent to another process: not what was worked out from it."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def part(self, span: Span, *, whole: bool) -> "Unit":
        """A stretch of it."""
        inner = tuple(
            Dated(each.span.shifted(-span.start), each.value)
            for each in self.dates
            if span.start <= each.span.start and each.span.end <= span.end
        )
        return Unit(self.paragraph, self.start + span.start, span.of(self.text), inner, whole)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@lru_cache(maxsize=100_000)
def _may_count(word: str) -> bool:
    return is_number(fold(word))


@lru_cache(maxsize=100_000)
def _keys(word: str) -> tuple[str, ...]:
    if _UNSPACED.fullmatch(word):
        return tuple(first + second for first, second in pairwise(word))
    form = fold(word)
    if len(form) < 2 or form in STOP_WORDS or form in _SAYING or is_number(form) or not _LETTER.search(form):  # noqa: PLR2004 - one letter
        return ()
    return (stem(_BASES.get(form, form))[:_STEM],)

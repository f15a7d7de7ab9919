"""Summaries: sentences in document order, each with its paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from discord import ui

from bot.answers.results import CitedSentence, SummaryAnswer
from bot.cogs import packing
from bot.cogs.escaping import literal, parts, shortened, width
from bot.cogs.replies.context import opening
from bot.cogs.replies.sheet import Key, sheet, small
from bot.cogs.replies.words import about, counted
from bot.models import Method

PAGE: Final = "s"
_METHODS: Final = tuple(Method)
_ROOM: Final = 2_800
_ON_A_PAGE: Final = 8
_BESIDES: Final = 24  # the citation under a sentence
_TITLE_ROOM: Final = 500
_NOTE_ROOM: Final = 300
_STATE: Final = 5


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """A page of a summary as its buttons carry it; `length` is the number of sentences, `page` counts from 0."""

    asker: int
    document: int
    length: int
    method: Method
    page: int

    def custom_id(self) -> str:
        """The button that leads to this page."""
        numbers = (self.asker, self.document, self.length, _METHODS.index(self.method), self.page)
        return packing.pack(PAGE, numbers)

    @classmethod
    def read(cls, state: str) -> "SummaryPage | None":
        """The page that a button leads to; None where it is not one of ours."""
        numbers = packing.unpack(state) or []
        if len(numbers) != _STATE or numbers[3] >= len(_METHODS):
            return None
        asker, document, length, method, page = numbers
        return cls(asker, document, length, _METHODS[method], page)


def _shown(sentence: CitedSentence) -> str:
    first, *more = parts(sentence.text, _ROOM - _BESIDES)
    cut = f"\n{small('… (cut here; Context shows the rest)')}" if more else ""
    address = f"[{sentence.citation.document.reference} ¶{sentence.citation.paragraph}]"
    return f"{literal(first.of(sentence.text))}{cut}\n{small(address)}"


def _pages(sentences: Sequence[CitedSentence]) -> list[list[CitedSentence]]:
    """The sentences by pages, each as full as it can be."""
    pages: list[list[CitedSentence]] = [[]]
    left = _ROOM
    for sentence in sentences:
        needed = width(_shown(sentence))
        if pages[-1] and (needed > left or len(pages[-1]) == _ON_A_PAGE):
            pages.append([])
            left = _ROOM
        pages[-1].append(sentence)
        left -= needed
    return pages


def _left_out(answer: SummaryAnswer) -> str:
    kinds = [kind for kind, count in answer.left_out.items() if count]
    if not kinds:
        return ""
    number = sum(answer.left_out.values())
    named = " or ".join((", ".join(kinds[:-1]), kinds[-1])) if kinds[1:] else kinds[0]
    return f"; {counted(number, 'paragraph')} left out as {named}"


def summary_view(answer: SummaryAnswer, page: SummaryPage) -> ui.LayoutView:
    """A page of a summary."""
    pages = _pages(answer.sentences)
    at = min(page.page, len(pages) - 1)
    shown = pages[at]
    title = f"**Summary of {answer.document.reference}** {shortened(about(answer.document), _TITLE_ROOM)}"
    foot = f"{len(answer.sentences)} of {counted(answer.of, 'sentence')}, word for word{_left_out(answer)}. "
    foot += f"Chosen by {answer.method}."
    footer = [small(foot)]
    if answer.note:
        footer.append(small(shortened(answer.note, _NOTE_ROOM)))
    if len(pages) > 1:
        footer.append(small(f"Page {at + 1} of {len(pages)}"))
    return sheet([[title], [_shown(each) for each in shown], footer], _keys(shown, replace(page, page=at), len(pages)))


def _keys(shown: Sequence[CitedSentence], page: SummaryPage, count: int) -> list[list[Key]]:
    turning = []
    if count > 1:
        back, on = replace(page, page=max(page.page - 1, 0)), replace(page, page=page.page + 1)
        turning = [
            Key("◀", back.custom_id(), disabled=not page.page),
            Key("▶", on.custom_id(), disabled=page.page == count - 1),
        ]
    by_paragraph = {each.citation.paragraph: each.citation for each in shown}
    single = len(by_paragraph) == 1
    looking = [
        opening(citation, "Context" if single else f"Context ¶{number}") for number, citation in by_paragraph.items()
    ]
    return [turning, looking]

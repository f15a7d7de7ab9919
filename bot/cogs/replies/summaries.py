"""Summaries: sentences in document order, each with its paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from zlib import crc32

from discord import ui

from bot.answers.results import CitedSentence, SummaryAnswer
from bot.cogs import packing
from bot.cogs.escaping import literal, parts, shortened, visible, width
from bot.cogs.replies.context import opening
from bot.cogs.replies.sheet import Key, cited, sheet, small
from bot.cogs.replies.words import about, counted
from bot.models import Method

PAGE: Final = "s"
PHRASE: Final = "k"
# in the order in which buttons count them, which must not change
_METHODS: Final = (Method.LEXRANK, Method.TEXTRANK, Method.LSA, Method.LUHN, Method.VERBATIM)
_ROOM: Final = 2_800
_ON_A_PAGE: Final = 8
_BESIDES: Final = 24  # the address under a sentence
_CITATION_ROOM: Final = 260
_TITLE_ROOM: Final = 500
_NOTE_ROOM: Final = 300
_STATE: Final = 5
_PHRASE_STATE: Final = 4
_PHRASES: Final = 5
_LABEL: Final = 80  # characters on a button
_MINUTE: Final = 60


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


@dataclass(frozen=True, slots=True)
class PhraseKey:
    """A key phrase as its button carries it: the place in its document's list, and a mark of its text."""

    asker: int
    document: int
    place: int
    mark: int

    @classmethod
    def of(cls, asker: int, document: int, place: int, phrase: str) -> "PhraseKey":
        """The button of a phrase."""
        return cls(asker, document, place, crc32(phrase.encode("utf-8", "replace")))

    def custom_id(self) -> str:
        """The button that leads to what the documents say of the phrase."""
        return packing.pack(PHRASE, (self.asker, self.document, self.place, self.mark))

    @classmethod
    def read(cls, state: str) -> "PhraseKey | None":
        """The phrase that a button leads to; None where it is not one of ours."""
        numbers = packing.unpack(state) or []
        return cls(*numbers) if len(numbers) == _PHRASE_STATE else None


def _shown(sentence: CitedSentence, *, titled: bool) -> str:
    """A sentence with its citation; under the title of its document, the paragraph alone is enough."""
    first, *more = parts(sentence.text, _ROOM - (_CITATION_ROOM if titled else _BESIDES))
    cut = f"\n{small('… (cut here; Context shows the rest)')}" if more else ""
    address = f"[{sentence.citation.document.reference} ¶{sentence.citation.paragraph}]"
    source = cited(sentence.citation, _CITATION_ROOM) if titled else address
    return f"{literal(first.of(sentence.text))}{cut}\n{small(source)}"


def _pages(sentences: Sequence[CitedSentence], *, titled: bool = False) -> list[list[CitedSentence]]:
    """The sentences by pages, each as full as it can be; `titled` as in `_shown`."""
    pages: list[list[CitedSentence]] = [[]]
    left = _ROOM
    for sentence in sentences:
        needed = width(_shown(sentence, titled=titled))
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


def _duration(seconds: int) -> str:
    return f"{seconds} s" if seconds < _MINUTE else f"{round(seconds / _MINUTE):,} min"


def _reading(answer: SummaryAnswer) -> str:
    whole = "" if answer.seconds is None else f", the whole in {_duration(answer.seconds)}"
    return f"Reads in {_duration(answer.summary_seconds)}{whole}."


def topic_view(answer: SummaryAnswer, back: SummaryPage | None = None) -> ui.LayoutView:
    """What the documents say of a topic, as much of it as one message takes.

    Args:
        answer: The sentences; there is at least one.
        back: The summary from which a key phrase led here, if one did.
    """
    shown = _pages(answer.sentences, titled=True)[0]
    where = "" if answer.document is None else f" in {answer.document.reference}"
    title = f"**{shortened(answer.topic or '', _TITLE_ROOM)}**{where}"
    foot = f"{len(shown)} of {counted(answer.of, 'sentence')} that speak of it, word for word. {_reading(answer)}"
    foot += f" {counted(answer.searched, 'document')} searched."
    footer = [small(foot)]
    if left := len(answer.sentences) - len(shown):
        footer.append(small(f"{counted(left, 'sentence')} more did not fit here."))
    by_reference = {each.citation.reference: each.citation for each in shown}
    looking = [opening(citation, f"Context {reference}") for reference, citation in by_reference.items()]
    returning = [] if back is None else [Key(f"◀ D{back.document}", back.custom_id())]
    return sheet([[title], [_shown(each, titled=True) for each in shown], footer], [returning, looking])


def summary_view(answer: SummaryAnswer, page: SummaryPage) -> ui.LayoutView:
    """A page of a summary."""
    if answer.document is None:
        raise ValueError("a summary of no document has no pages")
    pages = _pages(answer.sentences)
    at = min(page.page, len(pages) - 1)
    shown = pages[at]
    title = f"**Summary of {answer.document.reference}** {shortened(about(answer.document), _TITLE_ROOM)}"
    foot = f"{len(answer.sentences)} of {counted(answer.of, 'sentence')}, word for word{_left_out(answer)}. "
    foot += f"Chosen by {answer.method}. {_reading(answer)}"
    footer = [small(foot)]
    if answer.note:
        footer.append(small(shortened(answer.note, _NOTE_ROOM)))
    if len(pages) > 1:
        footer.append(small(f"Page {at + 1} of {len(pages)}"))
    return sheet(
        [[title], [_shown(each, titled=False) for each in shown], footer],
        [*_keys(shown, replace(page, page=at), len(pages)), _phrases(answer, page)],
    )


def _phrases(answer: SummaryAnswer, page: SummaryPage) -> list[Key]:
    """Buttons for the key phrases."""
    return [
        Key(visible(phrase)[:_LABEL], PhraseKey.of(page.asker, page.document, place, phrase).custom_id())
        for place, phrase in enumerate(answer.key_phrases[:_PHRASES])
    ]


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

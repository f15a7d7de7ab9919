"""Attribution: the quotations of a document and who speaks in each.

The way is a cascade of plain rules, safest first, after the deterministic sieves of Muzny et al., "A Two-stage Sieve
Approach for Quote Attribution" (EACL 2017): a reporting clause in the sentence, one that the sentence shares with
another quotation, the running quotation of the paragraph or of the one before, a sentence that introduces a speaker.
Each yields a subject, which is then traced back to a full name. Where that is not safe, nobody is named.
"""

from collections.abc import Sequence
from typing import Final

from bot.documents.languages import script
from bot.documents.quotations import before, behind, clauses, marks, reported, running, speech
from bot.documents.quotations.agencies import is_agency
from bot.documents.quotations.clauses import Report, Way
from bot.documents.quotations.found import Found, Rule
from bot.documents.quotations.marks import Stretch
from bot.documents.quotations.model import Marks
from bot.documents.quotations.names import drop_common
from bot.documents.quotations.page import Page
from bot.documents.quotations.people import People
from bot.documents.quotations.resolution import Resolver, Turn
from bot.documents.quotations.tongues import attribution as tongues
from bot.documents.quotations.tongues import table
from bot.models import Quotation, ReportedSpeech, Span

# How far back a reporting clause may stand within its sentence.
_REACH: Final = 500
_NO_MARKS: Final = Marks()
_RULES: Final = {
    Way.BEHIND: Rule.BEHIND,
    Way.BEFORE: Rule.BEFORE,
    Way.HELD: Rule.HELD,
    Way.COLON: Rule.COLON,
    Way.FINAL: Rule.FINAL,
    Way.LOOSE: Rule.LOOSE,
}


def attribute(
    paragraphs: Sequence[tuple[str, Sequence[Span]]], *, author: str | None = None, language: str | None = None
) -> list[Marks]:
    """Find the quotations and the reported speech of a document and who speaks in each.

    Args:
        paragraphs: The text of each paragraph and its sentences, counted from the paragraph's start.
        author: Who wrote the document, where it is written in the first person.
        language: Its ISO 639-1 code. Reporting clauses are read in English, plain ones in the languages of `LANGUAGES`;
            in any other language marks alone count.

    Returns:
        The marks of each paragraph, in the same order.
    """
    document = _Document(paragraphs, author, language)
    return [document.marks(at) for at in range(len(paragraphs))]


def explain(
    paragraphs: Sequence[tuple[str, Sequence[Span]]], *, author: str | None = None, language: str | None = None
) -> list[list[Found]]:
    """The same as `attribute`, with every stretch between marks and the rule that decided about it."""
    return _Document(paragraphs, author, language).found


class _Document:
    """A document while its quotations are attributed."""

    def __init__(
        self, paragraphs: Sequence[tuple[str, Sequence[Span]]], author: str | None, language: str | None
    ) -> None:
        texts = [text for text, _ in paragraphs]
        single = marks.quotes_with_single(texts)
        self.english = _is_english(texts, language)
        self.pages = [Page(text, sentences, marks.stretches(text, single=single)) for text, sentences in paragraphs]
        for page in self.pages if self.english else ():
            page.read()
        tongue = None if self.english or language is None else table(language)
        if tongue is None:
            self.found = [_stretches(page, english=self.english) for page in self.pages]
        else:
            self.found = tongues.attribute(self.pages, tongue)
        self.reported: list[tuple[ReportedSpeech, ...]] = [()] * len(texts)
        if not self.english:
            return
        drop_common(texts, [page.names for page in self.pages])
        self.resolver = Resolver(self.pages, People(texts, [page.names for page in self.pages]), author)
        for at, page in enumerate(self.pages):
            told = list(reported.reports(page))
            if told or self.found[at]:
                self.reported[at] = _attribute_page(at, self.pages, self.found, told, self.resolver)

    def marks(self, at: int) -> Marks:
        """The marks of one paragraph."""
        if not (self.found[at] or self.reported[at]):
            return _NO_MARKS
        spoken = [Quotation(each.stretch.inner, each.speaker) for each in self.found[at] if each.spoken]
        return Marks(tuple(spoken), self.reported[at])


def _is_english(texts: Sequence[str], language: str | None) -> bool:
    """Whether reporting clauses can be read: in English, and in what may be English."""
    if language is not None:
        return language.lower().startswith("en")
    return script(" ".join(texts)) in {"LATIN", None}


def _stretches(page: Page, *, english: bool) -> list[Found]:
    """The stretches of a paragraph, each with the reporting clause of its own sentence."""
    if not english:
        return [_unattributed(page, stretch) for stretch in page.stretches]
    found: list[Found] = []
    if not page.stretches:
        return found
    endings: dict[int, Report | None] = {}
    bare: dict[int, bool] = {}
    for at, stretch in enumerate(page.stretches):
        frame = page.frame_of(stretch.outer)
        if frame.start not in bare:
            bare[frame.start] = speech.is_bare(page, frame)
            endings[frame.start] = clauses.final(page, frame)
        report = _own_report(page, at, frame) or endings[frame.start]
        rule = _RULES[report.way] if report is not None else Rule.NONE
        found.append(Found(stretch, frame, report, rule, bare[frame.start]))
    for at, each in enumerate(found):
        if each.report is None:
            _share(found, at)
    for each in found:
        if each.report is None and not each.alone:
            each.report = clauses.loose(page, each.frame.start, each.stretch.outer.start)
            each.rule = Rule.LOOSE if each.report is not None else Rule.NONE
        shared = each.rule is Rule.SHARED
        each.spoken = speech.is_speech(page, each.stretch, each.report, alone=each.alone, shared=shared)
    return found


def _own_report(page: Page, at: int, frame: Span) -> Report | None:
    """The reporting clause right behind a stretch, or before it in its sentence."""
    stretch = page.stretches[at]
    limit = page.stretches[at + 1].outer.start if at + 1 < len(page.stretches) else len(page.text)
    inner_end = stretch.inner.of(page.text).rstrip("'’”\" ")[-1:]
    ahead = before.report(page, max(frame.start, stretch.outer.start - _REACH), stretch.outer.start)
    if not stretch.closed:
        return ahead
    report = behind.report(page, stretch.outer, inner_end, limit, frame.end)
    if report is not None and is_agency(report.subject, report.cue.of(page.masked).lower()):
        report = ahead or report
    if ahead is not None and clauses.leads_in(page, ahead, stretch.outer.start):
        return ahead
    return report or ahead


def _unattributed(page: Page, stretch: Stretch) -> Found:
    """A stretch in a language whose reporting clauses are not read."""
    frame = page.frame_of(stretch.outer)
    alone = speech.is_bare(page, frame)
    spoken = speech.is_speech(page, stretch, None, alone=alone) or speech.is_set_off(page, stretch)
    return Found(stretch, frame, None, Rule.NONE, alone, spoken)


def _share(found: list[Found], at: int) -> None:
    """Take over the reporting clause of the nearest stretch in the same frame."""
    each = found[at]
    near = [found[other] for other in (at + 1, at - 1, at + 2, at + 3) if 0 <= other < len(found)]
    for other in near:
        if (
            other.report is not None
            and other.rule is not Rule.SHARED
            and other.frame.start <= each.frame.start < other.frame.end
        ):
            each.report, each.rule = other.report, Rule.SHARED
            return


def _attribute_page(
    at: int,
    pages: Sequence[Page],
    found: Sequence[list[Found]],
    told: Sequence[tuple[Span, Report]],
    resolver: Resolver,
) -> tuple[ReportedSpeech, ...]:
    """Attribute the quotations of a paragraph and its reported speech, in the order in which they stand."""
    spoken = [each for each in found[at] if each.spoken]
    speeches: list[ReportedSpeech] = []
    waiting = list(reversed(told))
    for index, each in enumerate(spoken):
        while waiting and waiting[-1][0].start < each.stretch.outer.start:
            speeches.append(_told(at, pages, *waiting.pop(), resolver))
        if each.report is not None:
            each.speaker = None if each.rule is Rule.LOOSE else resolver.speaker(at, each.report)
        else:
            running.carry(running.Place(at, pages, found, spoken, index), resolver)
        if each.speaker is not None:
            resolver.turns.append(Turn(at, each.stretch.outer, each.speaker))
    while waiting:
        speeches.append(_told(at, pages, *waiting.pop(), resolver))
    return tuple(speeches)


def _told(at: int, pages: Sequence[Page], span: Span, report: Report, resolver: Resolver) -> ReportedSpeech:
    speaker = resolver.speaker(at, report)
    if speaker is not None:
        resolver.turns.append(Turn(at, Span(pages[at].frame(span.start).start, span.end), speaker))
    return ReportedSpeech(span, speaker)

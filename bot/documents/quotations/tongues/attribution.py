"""Attribution in other languages: by the plain clauses of a language, and where a quotation goes on; no further."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bot.documents.quotations import speech
from bot.documents.quotations.found import Found, Rule
from bot.documents.quotations.lexicon import GENDERS
from bot.documents.quotations.page import Page
from bot.documents.quotations.tongues import clauses, phrases
from bot.documents.quotations.tongues.clauses import Clause
from bot.documents.quotations.tongues.phrases import Phrase, Sort
from bot.documents.quotations.tongues.tongue import Tongue
from bot.models import Mention, Speaker, SpeakerBasis

_PARAGRAPHS_BACK: Final = 2
_FEWEST: Final = 3
_SENTENCES_BACK: Final = 7


class Speakers:
    """The people of a document in another language, and who each subject is."""

    def __init__(self, pages: Sequence[Page], tongue: Tongue) -> None:
        """Gather the full names that stand outside quotations."""
        self._pages = pages
        self._tongue = tongue
        self.last: tuple[int, int, Speaker] | None = None
        """The paragraph of the last quotation with a speaker, where that one was named, and who it is."""
        self._people: list[list[tuple[int, tuple[str, ...]]]] = []
        self._full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for page in pages:
            found = list(phrases.names(page.masked, tongue))
            for _, name in found:
                self._full[name[-1]].add(name)
            self._people.append([(at, name) for at, name in found if self._gender(name)])

    def speaker(self, paragraph: int, subject: Phrase) -> Speaker | None:
        """Who a subject is; None where that cannot be told."""
        mention = Mention(paragraph, subject.span)
        if subject.sort is Sort.DESCRIPTION:
            text = " ".join(subject.span.of(self._pages[paragraph].text).split())
            return Speaker(text[0].lower() + text[1:], SpeakerBasis.NAMED, mention)
        if subject.sort is Sort.NAME:
            return self._named(subject.tokens, mention)
        if (last := self._last_speaker(paragraph, subject)) is not None:
            return replace(last, basis=SpeakerBasis.RESOLVED, mention=mention)
        name = self._antecedent(paragraph, subject)
        return None if name is None else Speaker(" ".join(name), SpeakerBasis.RESOLVED, mention)

    def _named(self, name: tuple[str, ...], mention: Mention) -> Speaker | None:
        if len(name) > 1:
            return Speaker(" ".join(name), SpeakerBasis.NAMED, mention)
        bearers = self._full.get(name[0], set())
        if len(bearers) > 1:
            return None
        if bearers:
            return Speaker(" ".join(next(iter(bearers))), SpeakerBasis.RESOLVED, mention)
        return Speaker(name[0], SpeakerBasis.NAMED, mention)

    def _last_speaker(self, paragraph: int, subject: Phrase) -> Speaker | None:
        """Who spoke last in a paragraph, where nobody else has been named since (…, dijo Torné. …, añadió.)."""
        if self.last is None or self.last[0] != paragraph:
            return None
        _, at, speaker = self.last
        gender = self._gender(tuple(speaker.name.split()))
        named = any(at < place < subject.span.start for place, _ in self._people[paragraph])
        return None if named or (gender and subject.gender and gender != subject.gender) else speaker

    def _antecedent(self, paragraph: int, subject: Phrase) -> tuple[str, ...] | None:
        """Whom a pronoun means, or a verb without a subject."""
        found, name = self._last_subject(paragraph, subject.span.start)
        if subject.sort is Sort.SILENT and found:
            return name
        people = self._nearest(paragraph, subject)
        if len(people) != 1:
            fits = not people and name is not None and self._gender(name) in ("", subject.gender)
            return name if fits else None
        return next(iter(people))

    def _last_subject(self, paragraph: int, at: int) -> tuple[bool, tuple[str, ...] | None]:
        """Whether a sentence shortly before a place begins with a subject, and its name where it has one."""
        for back in range(paragraph, max(-1, paragraph - _PARAGRAPHS_BACK), -1):
            page = self._pages[back]
            edges = page.edges if back < paragraph else page.edges[: bisect_right(page.edges, at)]
            for left, right in reversed(list(pairwise(edges[-_SENTENCES_BACK:]))):
                for opening in clauses.openings(page, left, right, self._tongue):
                    if opening.sort is Sort.DESCRIPTION:
                        return True, None
                    if len(opening.tokens) > 1 or opening.tokens[0] in self._full:
                        speaker = self.speaker(back, opening)
                        return True, None if speaker is None else tuple(speaker.name.split())
        return False, None

    def _nearest(self, paragraph: int, subject: Phrase) -> set[tuple[str, ...]]:
        """Those who can be meant, in the nearest paragraph that names one."""
        for back in range(paragraph, max(-1, paragraph - _PARAGRAPHS_BACK), -1):
            before = {
                name
                for at, name in self._people[back]
                if (back < paragraph or at < subject.span.start)
                and (not subject.gender or self._gender(name) in ("", subject.gender))
            }
            if before:
                return before
        return set()

    def _gender(self, name: tuple[str, ...]) -> str:
        first = name[0].lower().partition("-")[0]
        return self._tongue.first_names.get(first) or GENDERS.get(first, "")


def attribute(pages: Sequence[Page], tongue: Tongue) -> list[list[Found]]:
    """The stretches of a document with who speaks in each, as far as plain clauses tell.

    Args:
        pages: Its paragraphs.
        tongue: The table of its language.
    """
    speakers = Speakers(pages, tongue)
    found: list[list[Found]] = []
    for at, page in enumerate(pages):
        clauses_here = [_clause(page, index, tongue) for index in range(len(page.stretches))]
        here = [_found(page, index, clauses_here[index]) for index in range(len(page.stretches))]
        found.append(here)
        for index, each in enumerate(here):
            clause = clauses_here[index] or _shared(here, clauses_here, index)
            if clause is not None:
                each.spoken = each.spoken or clause.set_off
                each.speaker = speakers.speaker(at, clause.subject) if each.spoken else None
                if each.speaker is not None:
                    speakers.last = (at, clause.subject.span.end, each.speaker)
            elif each.spoken:
                each.speaker = _carried(found, pages, at, index)
    return found


def _clause(page: Page, index: int, tongue: Tongue) -> Clause | None:
    stretch = page.stretches[index]
    frame = page.frame_of(stretch.outer)
    limit = page.stretches[index + 1].outer.start if index + 1 < len(page.stretches) else len(page.text)
    return clauses.behind(page, stretch, limit, tongue) or clauses.before(
        page, frame.start, stretch.outer.start, tongue
    )


def _found(page: Page, index: int, clause: Clause | None) -> Found:
    """A stretch, and whether somebody says it."""
    stretch = page.stretches[index]
    frame = page.frame_of(stretch.outer)
    alone = speech.is_bare(page, frame)
    spoken = speech.is_speech(page, stretch, None, alone=alone) or speech.is_set_off(page, stretch)
    if clause is not None:
        words = speech.word_count(page, stretch)
        spoken = words > 0 and (clause.set_off or words >= _FEWEST)
    return Found(stretch, frame, None, Rule.NONE, alone, spoken)


def _shared(here: Sequence[Found], known: Sequence[Clause | None], index: int) -> Clause | None:
    """The clause of the stretch beside it in the same sentence („Das Wehr“, sagte Falk, „hält.“)."""
    for other in (index - 1, index + 1):
        if 0 <= other < len(here) and known[other] is not None and here[other].frame == here[index].frame:
            return known[other]
    return None


def _carried(found: Sequence[list[Found]], pages: Sequence[Page], at: int, index: int) -> Speaker | None:
    """The speaker of the quotation that goes on: right before it, or left open in the paragraph before."""
    each = found[at][index]
    before: Found | None = None
    if index:
        previous = found[at][index - 1]
        start, end = previous.frame.end, each.frame.start
        if each.alone and not any(map(str.isalnum, pages[at].masked[start:end])):
            before = previous
    elif at and found[at - 1] and not pages[at].text[: each.stretch.outer.start].strip():
        last = found[at - 1][-1]
        before = None if last.stretch.closed else last
    if before is None or not before.spoken or before.speaker is None:
        return None
    return replace(before.speaker, basis=SpeakerBasis.CARRIED)

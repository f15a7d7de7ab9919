"""Running quotations: those without a reporting clause, which go on from another or follow from the sentence before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.documents.quotations.clauses import Way
from bot.documents.quotations.found import Found, Rule
from bot.documents.quotations.page import Page
from bot.documents.quotations.resolution import Resolver
from bot.models import Mention, Span, Speaker, SpeakerBasis

# As in a transcript that was set in quotation marks: "THORNE: …".
_LABEL: Final = re.compile(r"([A-Z][A-Z.’' -]{2,30}):\s")
# A clause of up to four words with a verb of speech; no pronoun, which running quotations have.
_REPORTED: Final = re.compile(
    r"\s*(?!(?:he|she|they|I|we|it)\b)(?:[\w’'-]+\s+){0,4}?(?:said|says|asked|added|replied|answered|shouted|called|cried|wrote)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation among those of its document: its paragraph, and its index among the `spoken` ones there."""

    paragraph: int
    pages: Sequence[Page]
    found: Sequence[Sequence[Found]]
    spoken: Sequence[Found]
    index: int

    @property
    def here(self) -> Found:
        """The quotation itself."""
        return self.spoken[self.index]

    @property
    def page(self) -> Page:
        """Its paragraph."""
        return self.pages[self.paragraph]

    @property
    def before(self) -> Found | None:
        """The quotation before it in the paragraph."""
        return self.spoken[self.index - 1] if self.index else None

    @property
    def ahead(self) -> Found | None:
        """The quotation behind it in the paragraph."""
        return self.spoken[self.index + 1] if self.index + 1 < len(self.spoken) else None

    @property
    def earlier(self) -> Found | None:
        """For a quotation that opens its paragraph, the last one of the paragraph before, blank ones aside."""
        if self.page.text[: self.here.stretch.outer.start].strip():
            return None
        for back in range(self.paragraph - 1, max(-1, self.paragraph - 3), -1):
            if self.pages[back].text.strip():
                last = self.found[back][-1:]
                return last[0] if last and last[0].spoken else None
        return None

    def follows_at_once(self) -> bool:
        """Whether no sentence stands between it and the quotation before it."""
        if self.before is None:
            return False
        start, end = self.before.frame.end, self.here.frame.start
        return start >= end or not any(map(str.isalnum, self.page.masked[start:end]))


def carry(place: Place, resolver: Resolver) -> None:
    """Give a quotation without a reporting clause its speaker, by the first rule that applies."""
    each = place.here
    if (label := _LABEL.match(each.stretch.inner.of(place.page.text))) is not None:
        start = each.stretch.inner.start
        each.rule = Rule.COLON
        each.speaker = resolver.labelled(label[1], Mention(place.paragraph, Span(start, start + label.end(1))))
        return
    if _is_closed_by_another(place) or _is_opened_by_another(place):
        return
    for rule, speaker in _rules(place, resolver):
        each.rule = rule
        each.speaker = None if speaker is None else replace(speaker, basis=SpeakerBasis.CARRIED)
        return


def _is_closed_by_another(place: Place) -> bool:
    """Whether the sentence goes on with a clause about somebody else, who cannot be named ("…," somebody else said)."""
    each = place.here
    inner = each.stretch.inner.of(place.page.text)
    return inner[-1] in ",?!" and _REPORTED.match(place.page.masked, each.stretch.outer.end, each.frame.end) is not None


def _is_opened_by_another(place: Place) -> bool:
    """Whether its own sentence leads up to it with a colon, by a clause about somebody who cannot be named."""
    before = place.page.masked[place.here.frame.start : place.here.stretch.outer.start].rstrip()
    return before.endswith(":") and any(map(str.isalpha, before))


def _rules(place: Place, resolver: Resolver) -> Iterator[tuple[Rule, Speaker | None]]:
    """The rules that apply, safest first, each with the speaker that it names; None where that one is unknown."""
    before, ahead, earlier = place.before, place.ahead, place.earlier
    if earlier is not None and not earlier.stretch.closed:
        yield Rule.RUNNING, earlier.speaker
    lead = resolver.lead(place.paragraph, place.here.frame.start)
    if lead is not None and lead.introduces:
        yield Rule.INTRODUCED, resolver.speaker(lead.paragraph, lead.report)
    known = None if before is None else before.speaker
    if known is not None and place.follows_at_once():
        yield Rule.PARAGRAPH, known
    if before is None and ahead is not None and ahead.report is not None and ahead.rule is Rule.BEHIND:
        yield Rule.AHEAD, resolver.speaker(place.paragraph, ahead.report)
    reports = lead is not None and lead.report.way is Way.BEFORE
    if lead is not None and reports and lead.paragraph == place.paragraph:
        yield Rule.TOPIC, resolver.speaker(lead.paragraph, lead.report)
    if known is not None:
        yield Rule.PARAGRAPH, known
    if earlier is not None and earlier.speaker is not None:
        yield Rule.PREVIOUS, earlier.speaker

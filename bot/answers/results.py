"""What is asked and what is answered: requests and answers as frozen values.

A text in an answer is always the slice of its document's source text that its citation delimits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.models import (
    SHARED,
    Basis,
    Citation,
    DateValue,
    Document,
    Kind,
    Method,
    Paragraph,
    Quotation,
    ReportedSpeech,
    Span,
    Speaker,
    Speech,
)


@dataclass(frozen=True, slots=True)
class QuoteRequest:
    """`text` as the user typed it; `document`, `since`, `until`, `speaker` and `kind` as typed as well.

    `kind` is `passages` (the usual) or `quotations`; `speaker` leaves what this speaker says, or where.
    """

    text: str = ""
    document: str | None = None
    since: str | None = None
    until: str | None = None
    speaker: str | None = None
    kind: str | None = None
    limit: int = 5
    offset: int = 0
    collections: tuple[str, ...] = (SHARED,)


@dataclass(frozen=True, slots=True)
class Passage:
    """A whole `body` paragraph that answers a query, or words of one that somebody says (`speech` is set then).

    `hits` count from the start of `text`. `also_in` is where else it stands; those of them that differ in a few words
    are also `nearly_in`. `speaker` is who says the words; of a whole paragraph, the one person who says there all that
    was looked for, and None where that is nobody or several. `rank` is the place of words that somebody says among all
    that is said in their paragraph, from 0.
    """

    text: str
    match: Literal["all", "some"]
    hits: tuple[Span, ...]
    also_in: tuple[Citation, ...]
    citation: Citation
    nearly_in: tuple[Citation, ...] = ()
    speaker: Speaker | None = None
    speech: Speech | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True)
class QuoteAnswer:
    """Passages, best first, and what an honest "nothing found" needs.

    `total` counts all passages that fit, not only those given; `searched` counts the documents that were searched,
    `undated_documents` those that a date option left out for want of a date. `chosen_at_random` is set when the
    request had no text, `only_excluded` when its text says nothing but what to leave out.
    """

    passages: tuple[Passage, ...]
    total: int
    terms: tuple[str, ...] = ()
    words_not_found: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    searched: int = 0
    undated_documents: int = 0
    chosen_at_random: bool = False
    incomplete: bool = False
    only_excluded: bool = False
    speaker: str | None = None
    """The name of the speaker that was asked for, in full."""


@dataclass(frozen=True, slots=True)
class ListedSpeaker:
    """A speaker with the references of the documents that the words come from.

    `aliases` are the other names that a curator has joined; `quotations` counts direct ones.
    """

    name: str
    aliases: tuple[str, ...]
    quotations: int
    reported: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeakerRequest:
    """`name` and `topic` as typed; without a topic, everything the speaker says."""

    name: str
    topic: str = ""
    limit: int = 10
    offset: int = 0
    collections: tuple[str, ...] = (SHARED,)


@dataclass(frozen=True, slots=True)
class SpeakerAnswer:
    """What a speaker says: direct quotations first, then reported speech; `total` counts all that fit.

    `quotations` holds passages whose `speech` is set, `direct` counts those among all that fit which are direct. `id`
    is the row id of the speaker, of several joined ones the lowest.
    """

    name: str
    quotations: tuple[Passage, ...]
    total: int
    direct: int
    terms: tuple[str, ...] = ()
    searched: int = 0
    incomplete: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """`length` is a stock length or a number of sentences, as typed; a document, a topic or both are given."""

    document: str | None = None
    length: str = "medium"
    method: str | None = None
    topic: str | None = None
    collections: tuple[str, ...] = (SHARED,)


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence and where it stands."""

    text: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class SummaryAnswer:
    """Sentences in document order; `of` counts the `body` sentences they were chosen from.

    `document` is None where a topic was sought in several. `left_out` counts the paragraphs that took no part, by kind.
    `key_phrases` stand in the document as they are given. `seconds` is how long the body of the document takes to read
    (None where there are several), `summary_seconds` how long the chosen sentences do; `searched` counts the documents.
    """

    document: Document | None
    sentences: tuple[CitedSentence, ...]
    of: int
    left_out: Mapping[Kind, int]
    method: Method
    note: str | None = None
    topic: str | None = None
    key_phrases: tuple[str, ...] = ()
    seconds: int | None = None
    summary_seconds: int = 0
    searched: int = 1


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """All options as typed; `on` excludes `since` and `until`."""

    on: str | None = None
    since: str | None = None
    until: str | None = None
    topic: str | None = None
    document: str | None = None
    speaker: str | None = None
    limit: int | None = None
    offset: int = 0
    collections: tuple[str, ...] = (SHARED,)


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence with a date: `expression` is the words of the sentence that name it.

    `planned` says that the date lay ahead when the document was written: a plan, a forecast or a horizon. `speaker` is
    who says the date there, `speech` how; None where the document tells it in its own words, or nobody is known to.
    """

    value: DateValue
    expression: str
    basis: Basis
    text: str
    citation: Citation
    planned: bool = False
    speaker: Speaker | None = None
    speech: Speech | None = None


@dataclass(frozen=True, slots=True)
class TimelineAnswer:
    """Events by date; `undated` counts the sentences whose date expressions stay unknown.

    `without_anchor` are the documents to which those sentences belong and that have no anchor date; `total` counts
    all events that fit, not only those given. `speaker` is the full name of the one that was asked for.
    """

    events: tuple[Event, ...]
    total: int
    undated: int
    without_anchor: tuple[Document, ...] = ()
    searched: int = 0
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class InspectedDate:
    """A date expression as `inspect` shows it; `span` counts from the paragraph's start."""

    span: Span
    value: DateValue | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class InspectedParagraph:
    """A paragraph with its marks."""

    paragraph: Paragraph
    sentences: tuple[Span, ...]
    dates: tuple[InspectedDate, ...]
    quotations: tuple[Quotation, ...] = ()
    reported: tuple[ReportedSpeech, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything that is known of one document."""

    document: Document
    paragraphs: tuple[InspectedParagraph, ...]


class Verdict(StrEnum):
    """What verification says of a text."""

    EXACT = "exact"
    """It stands there literally."""
    PUNCTUATION = "punctuation"
    """The same words; marks, spaces, case or a marked omission differ."""
    ALTERED = "altered"
    """Most of its words stand there in the same order, and some differ."""
    JOINED = "joined"
    """Its pieces stand in several places."""
    OTHER_SPEAKER = "other_speaker"
    """The words stand there, and another says them than the one who was named."""
    OTHER_DOCUMENT = "other_document"
    """The words stand in another document than the one that was named."""
    ABSENT = "absent"
    """It stands nowhere in what was searched."""


class Change(StrEnum):
    """What becomes of words on the way from the source to what was pasted."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class VerifyRequest:
    """`text` as it was pasted; `document` and `speaker` as typed."""

    text: str
    document: str | None = None
    speaker: str | None = None
    collections: tuple[str, ...] = (SHARED,)


@dataclass(frozen=True, slots=True)
class VerifiedPart:
    """Words of one paragraph to which pasted words answer, and the way from the ones to the others.

    `kind` is that of the paragraph. Parts with the same `place` account for the pasted text together, in its order;
    each number is another place where it stands. `speaker` is who says the words there, `speech` how; None where nobody
    is known to.
    """

    text: str
    diff: tuple[tuple[Change, str], ...]
    kind: Kind
    place: int
    citation: Citation
    speaker: Speaker | None = None
    speech: Speech | None = None


@dataclass(frozen=True, slots=True)
class VerifyAnswer:
    """A verdict, the parts that show it, and for `absent` the passages that come nearest without being the same.

    `remarks` say which negations, numbers and names differ, and who says the words where that is another than was
    named; `warnings` what limits the answer. `speaker` is the name that was checked, None where none was. `words`
    counts those of the pasted text, `searched` the documents, `digests` those that stand in for an original.
    """

    verdict: Verdict
    parts: tuple[VerifiedPart, ...] = ()
    similar: tuple[CitedSentence, ...] = ()
    remarks: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    words: int = 0
    searched: int = 0
    digests: int = 0
    incomplete: bool = False
    speaker: str | None = None


class Relation(StrEnum):
    """What two passages that belong together are to each other."""

    IDENTICAL = "identical"
    """The same words; marks, spaces and case may differ."""
    REWORDED = "reworded"
    """The same told in other words."""
    FIGURES_DIFFER = "figures_differ"
    """The same told with another number or date."""


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """Documents and topic as typed.

    `paragraphs` stand for a topic that was looked up before: 0 for the first document or 1 for the second, with the
    number of each.
    """

    first: str
    second: str
    topic: str | None = None
    paragraphs: tuple[tuple[int, int], ...] | None = None
    collections: tuple[str, ...] = (SHARED,)


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """A passage of each document; the way leads from the first to the second.

    `figures` are the words of figures and dates that do not agree, `remarks` say which negations only one has. Where it
    is not `certain`, the two are possibly the same passage.
    """

    relation: Relation
    certain: bool
    first: CitedSentence
    second: CitedSentence
    diff: tuple[tuple[Change, str], ...]
    figures: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompareAnswer:
    """Pairs in the order of the first document, and the passages that only one of the two has."""

    first: Document
    second: Document
    pairs: tuple[ComparedPair, ...]
    only_first: tuple[CitedSentence, ...]
    only_second: tuple[CitedSentence, ...]

    def of(self, relation: Relation) -> tuple[ComparedPair, ...]:
        """The pairs of one relation."""
        return tuple(pair for pair in self.pairs if pair.relation is relation)

"""What is said about an answer, in sentences of our own."""

from collections.abc import Sequence
from typing import Final

from bot.answers.results import QuoteAnswer, QuoteRequest, SpeakerAnswer, TimelineAnswer
from bot.models import Document

GONE: Final = "What stood here has been removed or changed since this was asked. Ask again for what stands there now."
_TYPED: Final = 80
_NAMED: Final = 12
_SUGGESTED: Final = 3
_DOCUMENTS: Final = 4


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """`1 document`, `2,000 documents`."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def typed(text: str) -> str:
    """What somebody typed, between quotation marks, on one line and not too long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= _TYPED else f"{line[:_TYPED]}…"}"'


def _listed(words: Sequence[str]) -> str:
    shown = " ".join(map(typed, words[:_NAMED]))
    return f"{shown} …" if len(words) > _NAMED else shown


def remarks(answer: QuoteAnswer) -> list[str]:
    """What remains to be said of an answer: unknown words, likely spellings, what was left out."""
    said = []
    if answer.words_not_found:
        verb = "appears" if len(answer.words_not_found) == 1 else "appear"
        said.append(f"{_listed(answer.words_not_found)} {verb} nowhere.")
    if answer.suggestions:
        said.append(f"Did you mean {' or '.join(map(typed, answer.suggestions[:_SUGGESTED]))}?")
    if left := answer.undated_documents:
        said.append(f"{counted(left, 'document')} without a date {'was' if left == 1 else 'were'} left out.")
    if answer.incomplete:
        said.append("The search ran out of time and did not look everywhere.")
    return said


def nothing_quoted(answer: QuoteAnswer, asked: QuoteRequest) -> str:
    """The honest sentence about a search that found nothing: what was sought, of what kind, and where."""
    if not answer.searched:
        if asked.since is None and asked.until is None:
            return "There are no documents to search yet. A curator can import some; /documents lists them."
        return " ".join(("No document is dated within that time.", *remarks(answer), "/documents lists the dates."))
    if answer.only_excluded:
        return " ".join(
            (f"{typed(asked.text)} only says what to leave out.", *remarks(answer), "Add a word to look for.")
        )
    documents = counted(answer.searched, "document")
    sought = f"No {'quotation' if asked.kind == 'quotations' else 'passage'} in {documents}"
    if answer.speaker is not None:
        sought += f" by {answer.speaker}" if asked.kind == "quotations" else f" in which {answer.speaker} speaks"
    if answer.terms:
        said = f"{sought} has {'all of: ' if len(answer.terms) > 1 else ''}{_listed(answer.terms)}."
    elif asked.text.strip():
        said = f"There is no word in {typed(asked.text)} to search {documents} for."
    else:
        said = f"{sought} can be shown."
    less = "Try fewer words, or /documents." if asked.text.strip() else "Try another choice, or /documents."
    return " ".join((said, *remarks(answer), less))


def nothing_said(answer: SpeakerAnswer) -> str:
    """The honest sentence about a speaker who says nothing on a topic."""
    on = f" with {_listed(answer.terms)}" if answer.terms else ""
    documents = counted(answer.searched, "document")
    more = " The search ran out of time and did not look everywhere." if answer.incomplete else ""
    return f"Nothing that {answer.name} says{on} in {documents}.{more} Try fewer words, or no topic."


def undated(answer: TimelineAnswer) -> list[str]:
    """What a timeline leaves out for want of a date, and what can be done about it."""
    if not answer.undated:
        return []
    verb = "is" if answer.undated == 1 else "are"
    said = f"{counted(answer.undated, 'sentence')} whose time cannot be dated {verb} left out."
    if not answer.without_anchor:
        return [said]
    named = ", ".join(each.reference for each in answer.without_anchor[:_DOCUMENTS])
    more = len(answer.without_anchor) - _DOCUMENTS
    named += f" and {more} more" if more > 0 else ""
    verb = "carries" if len(answer.without_anchor) == 1 else "carry"
    return [f"{named} {verb} no date to count from. {said} A curator can set one."]


def nothing_dated(answer: TimelineAnswer, topic: str | None = None) -> str:
    """The honest sentence about a timeline without events."""
    if not answer.searched:
        return "There are no documents to look into yet. A curator can import some; /documents lists them."
    by = "" if answer.speaker is None else f" with what {answer.speaker} says"
    on = "" if topic is None else f" on {typed(topic)}"
    said = f"No dated sentence{by}{on} in {counted(answer.searched, 'document')} fits."
    return " ".join((said, *undated(answer), "Try a wider range, another topic, or /documents."))


def gone(document: int, paragraph: int | None = None) -> str:
    """The honest sentence about what a button named and what is no longer there."""
    what = f"D{document}" if paragraph is None else f"D{document}¶{paragraph}"
    return f"{what} has been removed or changed since this was asked. Ask again for what stands there now."


def passed_over(gone: Sequence[tuple[int, int]]) -> list[str]:
    """What is said where a list goes on behind paragraphs, by document and number, that are no longer there."""
    if not gone:
        return []
    named = ", ".join(f"D{document}¶{paragraph}" for document, paragraph in gone[:_NAMED])
    more = f" and {len(gone) - _NAMED} more" if len(gone) > _NAMED else ""
    verb = "has" if len(gone) == 1 else "have"
    return [f"Passed over: {named}{more}, which {verb} been removed or changed since this was asked."]


def about(document: Document) -> str:
    """`Title — publisher, date`, and of what a digest is one."""
    known = document.metadata
    label = f"{document.name} — {known.publisher.value or 'publisher unknown'}, {known.published.value or 'no date'}"
    if (source := known.digest_of) is not None:
        label += f" (of: {', '.join(part for part in (source.title, source.publisher, source.published) if part)})"
    return label

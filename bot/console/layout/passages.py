"""How quotations look."""

from typing import Final

from rich.console import RenderableType

from bot.answers.citing import Cited
from bot.answers.results import Passage, QuoteAnswer, QuoteRequest
from bot.console.hints import command
from bot.console.layout.pieces import FAINT, cited, counted, excerpt, joined, line, nothing_there, numbered, spaced
from bot.console.layout.speaking import said_by
from bot.models import Kind

_ANYTHING: Final = QuoteRequest()


def quote(answer: QuoteAnswer, asked: QuoteRequest = _ANYTHING) -> RenderableType:
    """Passages with their hits marked, or why there are none."""
    if not answer.passages:
        return nothing_found(answer, asked)
    parts: list[RenderableType] = [_passage(place, each) for place, each in enumerate(answer.passages, 1)]
    if notes := _notes(answer, _sought(asked)):
        parts.append(line(" ".join(notes), FAINT))
    return spaced(parts)


def _sought(asked: QuoteRequest) -> str:
    """What one of the things is called that were asked for."""
    return "quotation" if (asked.kind or "").strip().lower() == "quotations" else "passage"


def cited_text(cited: Cited, formatted: str) -> RenderableType:
    """What a reference names, word for word, and its citation."""
    parts: list[RenderableType] = []
    if cited.removed_at is not None:
        when = cited.removed_at[:10]
        parts.append(line(f"{cited.reference} was removed from its document on {when}. Its last wording:", "yellow"))
    if cited.text is not None:
        parts.append(excerpt(cited.text, cited.reference))
    if cited.after is not None:
        parts.append(line(f"{cited.after} came after it, nearly the same in words: {command(f'cite {cited.after}')}."))
    if cited.kind not in {None, Kind.BODY}:
        parts.append(line(f"This is no part of the text, but {cited.kind}.", FAINT))
    parts.append(line(formatted, FAINT))
    return spaced(parts)


def _passage(place: int, passage: Passage) -> RenderableType:
    parts: list[RenderableType] = [excerpt(passage.text, passage.citation, passage.hits)]
    if passage.speaker is not None or passage.speech is not None:
        parts.append(said_by(passage.speaker, passage.speech))
    parts.append(cited(passage.citation))
    near = [other.reference for other in passage.nearly_in]
    if same := [other.reference for other in passage.also_in if other.reference not in near]:
        parts.append(line(f"also in {joined(same)}", FAINT))
    if near:
        parts.append(line(f"also, but for a few words, in {joined(near)}", FAINT))
    return numbered(str(place), *parts)


def _notes(answer: QuoteAnswer, sought: str) -> list[str]:
    notes = []
    if answer.chosen_at_random:
        notes.append("Chosen at random.")
    elif answer.total > len(answer.passages):
        notes.append(f"{len(answer.passages)} of {counted(answer.total, sought)}; --limit shows more.")
    if all(passage.match == "some" for passage in answer.passages) and len(answer.terms) > 1:
        notes.append(f"No {sought} has all of the words; these have most of them.")
    return notes + _remarks(answer)


def _remarks(answer: QuoteAnswer) -> list[str]:
    """What an answer owes its reader, found or not."""
    remarks = []
    if answer.words_not_found:
        words = joined([f'"{word}"' for word in answer.words_not_found])
        remarks.append(f"{words} {'appears' if len(answer.words_not_found) == 1 else 'appear'} nowhere.")
    if answer.suggestions:
        remarks.append(f"Did you mean {joined(answer.suggestions, 'or')}?")
    if answer.undated_documents:
        has = "carries no date and is" if answer.undated_documents == 1 else "carry no date and are"
        remarks.append(f"{counted(answer.undated_documents, 'document')} {has} left out.")
    if answer.incomplete:
        remarks.append("The search ran out of time: there may be better passages.")
    return remarks


def nothing_found(answer: QuoteAnswer, asked: QuoteRequest = _ANYTHING) -> RenderableType:
    """Which words were sought where, which appear nowhere, and what to try."""
    if not answer.searched:
        if not answer.undated_documents and asked.since is None and asked.until is None:
            return line(nothing_there())
        parts = [
            "No document is dated within that time.",
            *_remarks(answer),
            f"{command('documents')} lists the dates.",
        ]
        return line(" ".join(parts))
    if answer.only_excluded:
        return line(" ".join(("That only says what to leave out.", *_remarks(answer), "Add a word to look for.")))
    documents = counted(answer.searched, "document")
    by = "" if answer.speaker is None else f" by {answer.speaker}"
    if _sought(asked) == "passage" and by:
        by = f" in which {answer.speaker} speaks"
    first = f"No {_sought(asked)} in {documents}{by}"
    if answer.terms:
        words = " ".join(f'"{term}"' for term in answer.terms)
        first += f" has all of: {words}" if len(answer.terms) > 1 else f" has {words}"
    elif asked.text.strip():
        first = f"There is no word in it to search {documents} for"
    less = "Try fewer words, or see" if asked.text.strip() or answer.terms else "See"
    return line(" ".join((f"{first}.", *_remarks(answer), f"{less} {command('documents')}.")))

"""How quotations look."""

from rich.console import RenderableType

from bot.answers.citing import Cited
from bot.answers.results import Passage, QuoteAnswer
from bot.console.layout.pieces import FAINT, cited, counted, joined, line, marked, numbered, spaced
from bot.console.layout.speaking import said_by
from bot.models import Kind


def quote(answer: QuoteAnswer) -> RenderableType:
    """Passages with their hits marked, or why there are none."""
    if not answer.passages:
        return nothing_found(answer)
    parts: list[RenderableType] = [_passage(place, each) for place, each in enumerate(answer.passages, 1)]
    if notes := _notes(answer):
        parts.append(line(" ".join(notes), FAINT))
    return spaced(parts)


def cited_text(cited: Cited, formatted: str) -> RenderableType:
    """What a reference names, word for word, and its citation."""
    parts: list[RenderableType] = []
    if cited.removed_at is not None:
        when = cited.removed_at[:10]
        parts.append(line(f"{cited.reference} was removed from its document on {when}. Its last wording:", "yellow"))
    if cited.text is not None:
        parts.append(marked(cited.text))
    if cited.kind not in {None, Kind.BODY}:
        parts.append(line(f"This is no part of the text, but {cited.kind}.", FAINT))
    parts.append(line(formatted, FAINT))
    return spaced(parts)


def _passage(place: int, passage: Passage) -> RenderableType:
    parts: list[RenderableType] = [marked(passage.text, passage.hits)]
    if passage.speaker is not None or passage.speech is not None:
        parts.append(said_by(passage.speaker, passage.speech))
    parts.append(cited(passage.citation))
    near = [other.reference for other in passage.nearly_in]
    if same := [other.reference for other in passage.also_in if other.reference not in near]:
        parts.append(line(f"also in {joined(same)}", FAINT))
    if near:
        parts.append(line(f"also, but for a few words, in {joined(near)}", FAINT))
    return numbered(str(place), *parts)


def _notes(answer: QuoteAnswer) -> list[str]:
    notes = []
    if answer.chosen_at_random:
        notes.append("Chosen at random.")
    elif answer.total > len(answer.passages):
        notes.append(f"{len(answer.passages)} of {counted(answer.total, 'passage')}; --limit shows more.")
    if all(passage.match == "some" for passage in answer.passages) and len(answer.terms) > 1:
        notes.append("No passage has all of the words; these have most of them.")
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


def nothing_found(answer: QuoteAnswer) -> RenderableType:
    """Which words were sought where, which appear nowhere, and what to try."""
    documents = counted(answer.searched, "document")
    if not answer.searched:
        first = "No document was searched."
        return line(" ".join((first, *_remarks(answer), "See documents, or import some.")))
    words = " ".join(f'"{term}"' for term in answer.terms)
    if answer.only_excluded:
        return line(" ".join(("That only says what to leave out.", *_remarks(answer), "Add a word to look for.")))
    if len(answer.terms) > 1:
        first = f"No passage in {documents} has all of: {words}."
    else:
        first = f"No passage in {documents} has {words}." if words else f"No passage in {documents}."
    return line(" ".join((first, *_remarks(answer), "Try fewer words, or see documents.")))

"""How two compared documents look: what differs in figures first, then other words, the same words, and the rest."""

from collections.abc import Sequence
from typing import Final

from rich.console import RenderableType
from rich.text import Text

from bot.answers.results import Change, CitedSentence, CompareAnswer, ComparedPair, Relation
from bot.console.layout.pieces import FAINT, HIT, STRONG, counted, excerpt, line, numbered, spaced
from bot.console.layout.verification import difference
from bot.models import Citation, Document

_MOST: Final = 10
_SAID: Final = (
    (Relation.FIGURES_DIFFER, "Figures differ", "bold red"),
    (Relation.REWORDED, "Told in other words", HIT),
    (Relation.IDENTICAL, "The same words", "bold green"),
)
_ALIKE: Final = 0.6  # share of equal characters from which the differences are easier to read than both texts


def compare(answer: CompareAnswer, *, everything: bool = False) -> RenderableType:
    """The pairs by what they are to each other, then what only one document has.

    Args:
        answer: What was compared.
        everything: All passages, not the first ten of each sort.
    """
    parts: list[RenderableType] = [_head(answer.first).append("\n").append(_head(answer.second))]
    most = None if everything else _MOST
    hidden = 0
    for relation, title, style in _SAID:
        if pairs := answer.of(relation):
            parts.append(Text(f"{title}: {counted(len(pairs), 'passage')}", style))
            parts += [_pair(pair) for pair in pairs[:most]]
            hidden += len(pairs[most or len(pairs) :])
    for document, sentences in ((answer.first, answer.only_first), (answer.second, answer.only_second)):
        if sentences:
            parts.append(Text(f"Only in {document.reference}: {counted(len(sentences), 'sentence')}", STRONG))
            parts += [_alone(each) for each in sentences[:most]]
            hidden += len(sentences[most or len(sentences) :])
    if len(parts) == 1:
        parts.append(line("Neither has a sentence about it.", FAINT))
    parts += [line(note, FAINT) for note in _notes(answer, hidden)]
    return spaced(parts)


def _head(document: Document) -> Text:
    known = document.metadata
    origin = ", ".join((known.publisher.value or "publisher unknown", known.published.value or "no date"))
    return line(f"{document.reference}  {document.name} — {origin}", STRONG)


def place(citation: Citation) -> str:
    """`[D2 ¶13, p. 4]`: the titles stand above."""
    page = "" if citation.page is None else f", {citation.page}"
    return f"[{citation.document.reference} ¶{citation.paragraph}{page}]"


def _pair(pair: ComparedPair) -> RenderableType:
    places = f"{place(pair.first.citation)} {place(pair.second.citation)}"
    doubt = "" if pair.certain else " possibly the same passage"
    parts: list[RenderableType] = []
    if pair.relation is Relation.IDENTICAL:
        parts.append(excerpt(pair.first.text, pair.first.citation))
    elif _share(pair.diff) >= _ALIKE:
        parts.append(difference(pair.diff))
    else:
        parts += [*_told(pair.first), *_told(pair.second)]
        places = ""
    if places or doubt:
        parts.append(line((places + doubt).strip(), FAINT))
    first, second = pair.first.citation.document.reference, pair.second.citation.document.reference
    parts += [line(f"“{one}” in {first}, “{other}” in {second}.", STRONG) for one, other in pair.figures]
    parts += [line(remark, STRONG) for remark in pair.remarks]
    return numbered(" " if pair.certain else "?", *parts)


def _told(sentence: CitedSentence) -> list[RenderableType]:
    return [excerpt(sentence.text, sentence.citation), line(place(sentence.citation), FAINT)]


def _share(diff: Sequence[tuple[Change, str]]) -> float:
    """How much of what is shown stands in both texts."""
    equal = sum(len(words) for change, words in diff if change is Change.EQUAL)
    return equal / max(sum(len(words) for _, words in diff), 1)


def _alone(sentence: CitedSentence) -> RenderableType:
    return numbered(f"¶{sentence.citation.paragraph}", excerpt(sentence.text, sentence.citation))


def _notes(answer: CompareAnswer, hidden: int) -> list[str]:
    notes = []
    if any(
        change is not Change.EQUAL and _share(pair.diff) >= _ALIKE for pair in answer.pairs for change, _ in pair.diff
    ):
        first, second = answer.first.reference, answer.second.reference
        notes.append(f"[-only in {first}-] {{+only in {second}+}}")
    if hidden:
        notes.append(f"{counted(hidden, 'more passage')}; --all shows them.")
    return notes

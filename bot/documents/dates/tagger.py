"""The date mentions of a document: what its sentences say about time, with value and basis.

A document is read as a whole, since "in May" may mean the May of the year that was told before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.documents.dates import cues, linking
from bot.documents.dates.eastern import EasternWords
from bot.documents.dates.lexer import lexer_for
from bot.documents.dates.lexicon import Words
from bot.documents.dates.linking import Expression
from bot.documents.dates.meaning import Length, Meaning, Origin, Partial, Share, Shift
from bot.documents.dates.reader import read
from bot.documents.dates.reading import Atom
from bot.documents.dates.story import Story
from bot.documents.dates.tables import words_of
from bot.documents.dates.tokens import Tokens
from bot.models import DateMention, Span


@dataclass(slots=True)
class Sentence:
    """A sentence that speaks of time: its tokens, and the expressions among them."""

    tokens: Tokens
    atoms: list[Atom]


def tag(
    paragraphs: Sequence[tuple[str, Sequence[Span]]], anchor: date | None, language: str | None = None
) -> list[tuple[DateMention, ...]]:
    """Find the dates in a document's paragraphs.

    Args:
        paragraphs: the text of each paragraph and the spans of its sentences.
        anchor: the day from which relative expressions are counted; without one they have no value.
        language: the document's language as a BCP 47 tag; English where it is not known.

    Returns:
        For every paragraph its mentions in order. Spans count from the paragraph's start and lie within a sentence. A
        range is one mention. Durations and repeating times that lie nowhere on the calendar are no mentions.
    """
    words = words_of(language)
    return [
        tuple(mention for tokens, found in told for mention in linking.mentions(tokens, found))
        for told in expressions(paragraphs, anchor, words, vague=False)
    ]


def expressions(
    paragraphs: Sequence[tuple[str, Sequence[Span]]],
    anchor: date | None,
    words: Words | EasternWords,
    *,
    vague: bool = True,
) -> Iterator[list[tuple[Tokens, list[Expression]]]]:
    """Every expression of time, durations and repeating times included, by paragraph and sentence.

    Without `vague`, sentences that hold nothing but durations, times of day and words such as "now" may be left out.
    """
    lexer = lexer_for(words)
    read_paragraphs = [
        [
            s
            for span in spans
            if (tokens := lexer.dated(text, span.start, span.end, vague=vague)) and (s := _read(tokens))
        ]
        for text, spans in paragraphs
    ]
    story = Story(anchor, narrative=is_narrative(read_paragraphs, anchor))
    for sentences in read_paragraphs:
        story.new_paragraph()
        yield [(sentence.tokens, _resolve(sentence, story, words)) for sentence in sentences]


def _read(tokens: Tokens) -> Sentence | None:
    atoms = read(tokens)
    return Sentence(tokens, linking.share_years(tokens, atoms)) if atoms else None


def _resolve(sentence: Sentence, story: Story, words: Words | EasternWords) -> list[Expression]:
    story.new_sentence()
    tenses = cues.Tenses(sentence.tokens.items, words.tense)
    found = []
    for atom in sentence.atoms:
        meaning, tense = atom.meaning, words.tense.usual
        if _needs_tense(meaning):
            tense = tenses.near(atom.first, atom.end)
            meaning = _settled(meaning, tense)
        value, basis = story.resolve(meaning, tense)
        found.append(Expression(atom.first, atom.end, meaning, value, basis, tense))
    return found


def _settled(meaning: Meaning, tense: int) -> Meaning:
    """ "In two weeks" with a verb that looks ahead is a time from now, and a duration otherwise."""  # noqa: D210
    if isinstance(meaning, Length) and meaning.ahead and tense > 0 and meaning.amount is not None:
        return Shift(meaning.unit, meaning.amount)
    return meaning


def _needs_tense(meaning: Meaning) -> bool:
    if isinstance(meaning, Share):
        return _needs_tense(meaning.whole)
    if isinstance(meaning, Length):
        return meaning.ahead
    if isinstance(meaning, Shift):
        return meaning.base is not None or meaning.origin is Origin.NEAREST
    return isinstance(meaning, Partial) and meaning.year is None


def _outer(meaning: Meaning) -> Meaning:
    return meaning.whole if isinstance(meaning, Share) else meaning


_REPORT_SHARE: Final = 0.25
_FEWEST_YEARS: Final = 5


def is_narrative(paragraphs: Sequence[Sequence[Sentence]], anchor: date | None) -> bool:
    """Whether a text tells of years of its own: it names several that are not the anchor's, and counts few days.

    The bounds were set on WikiWars (stories) and TimeBank (reports).
    """
    years = counted = 0
    for sentence in (sentence for sentences in paragraphs for sentence in sentences):
        for meaning in (_outer(atom.meaning) for atom in sentence.atoms):
            if isinstance(meaning, Partial) and meaning.year is not None:
                years += anchor is None or abs(meaning.year - anchor.year) > 1
            elif isinstance(meaning, Partial):
                counted += meaning.weekday is not None and meaning.month is None
            elif isinstance(meaning, Shift):
                counted += meaning.origin not in (Origin.TOLD, Origin.NEAREST) and meaning.base is None
    return years >= _FEWEST_YEARS and counted <= _REPORT_SHARE * years

"""The date mentions of a document: what its sentences say about time, with value and basis.

A document is read as a whole, since "in May" may mean the May of the year that was told before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.documents.dates import cues, linking
from bot.documents.dates.lexer import Lexer, Token, lexer_for
from bot.documents.dates.lexicon import Words
from bot.documents.dates.linking import Expression
from bot.documents.dates.meaning import Meaning, Origin, Partial, Shift
from bot.documents.dates.reader import read
from bot.documents.dates.reading import Atom
from bot.documents.dates.story import Story
from bot.documents.dates.words import ENGLISH, NEUTRAL
from bot.models import DateMention, Span

_TABLES: Final = {words.language: words for words in (ENGLISH,)}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that speaks of time: its tokens, and the expressions among them."""

    tokens: list[Token]
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
        for told in expressions(paragraphs, anchor, words)
    ]


def words_of(language: str | None) -> Words:
    """The table of a language; of English where none is named, and of digits only where it has no table."""
    if language is None:
        return ENGLISH
    return _TABLES.get(language.lower().partition("-")[0], NEUTRAL)


def expressions(
    paragraphs: Sequence[tuple[str, Sequence[Span]]], anchor: date | None, words: Words
) -> Iterator[list[tuple[list[Token], list[Expression]]]]:
    """Every expression of time, durations and repeating times included, by paragraph and sentence."""
    lexer = lexer_for(words)
    read_paragraphs = [[s for span in spans if (s := _read(lexer, text, span))] for text, spans in paragraphs]
    story = Story(anchor, narrative=is_narrative(read_paragraphs, anchor))
    for sentences in read_paragraphs:
        story.new_paragraph()
        yield [(sentence.tokens, _resolve(sentence, story, words)) for sentence in sentences]


def _read(lexer: Lexer, text: str, span: Span) -> Sentence | None:
    if not lexer.may_hold_date(text, span.start, span.end):
        return None
    tokens = lexer.cut(text, span.start, span.end)
    atoms = read(tokens)
    return Sentence(tokens, linking.share_years(tokens, atoms)) if atoms else None


def _resolve(sentence: Sentence, story: Story, words: Words) -> list[Expression]:
    found = []
    story.new_sentence()
    needed = any(_needs_tense(atom.meaning) for atom in sentence.atoms)
    before, behind = cues.tenses(sentence.tokens, words.tense) if needed else ([], [])
    for atom in sentence.atoms:
        tense = (before[atom.first] or behind[atom.end]) if needed else 0
        value, basis = story.resolve(atom.meaning, tense)
        found.append(Expression(atom.first, atom.end, atom.meaning, value, basis, tense))
    return found


def _needs_tense(meaning: Meaning) -> bool:
    if isinstance(meaning, Shift):
        return meaning.base is not None
    return isinstance(meaning, Partial) and meaning.year is None


_REPORT_SHARE: Final = 0.25
_FEWEST_YEARS: Final = 5


def is_narrative(paragraphs: Sequence[Sequence[Sentence]], anchor: date | None) -> bool:
    """Whether a text tells of years of its own: it names several that are not the anchor's, and counts few days.

    The bounds were set on WikiWars (stories) and TimeBank (reports).
    """
    years = counted = 0
    for sentence in (sentence for sentences in paragraphs for sentence in sentences):
        for meaning in (atom.meaning for atom in sentence.atoms):
            if isinstance(meaning, Partial) and meaning.year is not None:
                years += anchor is None or abs(meaning.year - anchor.year) > 1
            elif isinstance(meaning, Partial):
                counted += meaning.weekday is not None and meaning.month is None
            elif isinstance(meaning, Shift):
                counted += meaning.origin is not Origin.TOLD and meaning.base is None
    return years >= _FEWEST_YEARS and counted <= _REPORT_SHARE * years

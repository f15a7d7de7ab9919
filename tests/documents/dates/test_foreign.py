"""Dates in other languages: invented sentences in `languages/`, written before the tables; the anchor is a Tuesday.

A line is the values that its sentence gives, in order, a tab, and the sentence. A question mark stands for a date that
is to have no value, whether it is found or not, an exclamation mark before the values for what is not right yet.
`languages/README.md` keeps the figures of the first run beside the last.
"""

from datetime import date
from pathlib import Path

import pytest

from bot.documents.dates.tagger import tag
from bot.models import Span

ANCHOR = date(2023, 3, 28)
FOLDER = Path(__file__).parent / "languages"


SENTENCES = [
    (path.stem, *line.split("\t"))
    for path in sorted(FOLDER.rglob("*.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def values_of(sentence: str, language: str) -> str:
    """What the tagger finds, written as in the files."""
    (found,) = tag([(sentence, [Span(0, len(sentence))])], ANCHOR, language)
    return "; ".join(mention.value.edtf if mention.value else "?" for mention in found)


def is_right(values: str, found: str) -> bool:
    return found in ("", "?") if values == "?" else found == values


@pytest.mark.parametrize(("language", "values", "sentence"), SENTENCES)
def test_a_sentence_gives_its_values(language: str, values: str, sentence: str) -> None:
    found = values_of(sentence, language)
    assert is_right(values.removeprefix("!"), found) != values.startswith("!"), found

"""Which sentences stand alone, which lean, and which are never given."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.ranking import rank
from bot.answers.summarising.outline import outlined
from bot.answers.summarising.readability import fitness
from bot.models import Method
from tests.answers.invented import DOCUMENTS, ORCHARD, flat

_PROSE = "The council of Ostrava Bay voted to dredge the channel."


def judged(sentence: str, language: str | None = "en") -> tuple[bool, bool]:
    """Whether a sentence within prose leans, and whether it is unfit."""
    one = fitness([_PROSE, sentence, _PROSE], [0, 1, 2], language)[1]
    return one.leans, one.unfit


@pytest.mark.parametrize(
    "sentence",
    [
        "He said the boats would stay.",
        "She’d never seen the like.",
        "They left at dawn.",
        "It costs four crowns.",
        "This was too much for the crews.",
        "That’s what the divers feared.",
        "His brother owns the mill.",
        "Their nets were torn.",
        "But the crews stayed.",
        "However, the crews stayed.",
        "And then there was the fog.",
        "As a result, the ferries stopped.",
        "On the other hand, the mussels throve.",
        "“He will be missed,” said Marta Velin.",
        "(This was in winter.)",
        "Those were hard years.",
        "The latter was chosen.",
        "First, the mussels must be moved.",
        "Under their leadership the harbour grew.",
        "In this respect the bay is lucky.",
    ],
)
def test_what_points_back_leans(sentence: str) -> None:
    assert judged(sentence) == (True, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hers was the longest net.",
        "Hector said the boats would stay.",
        "This week the ferries return.",
        "This Monday the ferries return.",
        "Those who fish at night need lamps.",
        "Butter was dear that winter.",
        "Thenceforth Lane floods every spring.",
        "There are nine ferries.",
        "One of the ferries sank.",
        "His Majesty opened the lock.",
        "Ostrava said he would stay.",
        "Andover won the race.",
        "First prize went to Ilo Brandt.",
        "In this century the bay froze twice.",
        "Under the old bridge the water is deep.",
    ],
)
def test_what_names_its_subject_does_not(sentence: str) -> None:
    assert judged(sentence) == (False, False)


def test_openers_follow_the_language() -> None:
    assert judged("Er kam nach Hause.", "de") == (True, False)
    assert judged("Er kam nach Hause.", "en") == (False, False)
    assert judged("Elle est partie.", "fr") == (True, False)
    assert judged("Он ушёл домой.", "ru") == (False, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ferries and fog",
        "By Marta Velin",
        "By Marta Velin, harbour correspondent.",
        "Reporting by Ilo Brandt.",
        "(Editing by Ilo Brandt)",
        "Read more: the mussel beds of the bay.",
        "THE COUNCIL VOTES FOR THE CHANNEL.",
        "Write to desk@harbour.example for more.",
        "See https://harbour.example for the plan.",
        "© 2021 The Skerry Courier.",
        "The council named three reasons:",
        "Subscribe to our newsletter.",
        "…",
    ],
)
def test_what_is_no_statement_is_unfit(sentence: str) -> None:
    assert judged(sentence)[1]


@pytest.mark.parametrize(
    ("sentences", "halves"),
    [
        (["“We will stay.", "Nobody can move us,” said the crews."], [True, True]),
        (['"We will stay.', "We know the bay.", 'Nobody can move us," said the crews.'], [True] * 3),
        (["“We will stay,” said the crews.", "The council met."], [False, False]),
        (["The crews said: “We will stay. Nobody can move us.”", "The council met."], [False, False]),
        (
            ["'We will stay,' said the crews.", "'Nobody can move us.", "We know the bay,' they said."],
            [False, True, True],
        ),
        (["The 'deep channel' is the crews' wish.", "'We will stay,' said Ilo."], [False, False]),
        (["Nobody can move us,” said the crews.", "The council met."], [True, False]),
        (["„Wir bleiben.", "Niemand vertreibt uns“, sagten sie."], [True, True]),
        (['A board 6" wide was laid.', "The council met."], [False, False]),
    ],
)
def test_half_quotations_are_unfit(sentences: list[str], halves: list[bool]) -> None:
    assert [each.unfit for each in fitness(sentences, [0] * len(sentences), "en")] == halves


def test_where_no_sentence_has_an_end_mark_none_is_needed() -> None:
    lines = ["Under the mill the water turns", "Over the weir the water falls", "No one counts the years"]
    assert not any(each.unfit for each in fitness(lines, [0, 1, 2], "en"))


_OPENER = re.compile(r"(?:He|She|They|It|This|But|However)\b")
_PIECES = st.sampled_from(
    [
        *(sentence for document in DOCUMENTS for sentence in flat(document)[0]),
        "He said no.",
        "She left the bay before the storm came.",
        "They had asked for it for years.",
        "This was the last of the nine trawlers.",
        "However, no diver was asked.",
        "“We will stay.",
        "Nobody can move us,” said the crews.",
        "Ferries and fog",
        "By Marta Velin",
    ]
)


@settings(max_examples=150)
@given(st.lists(st.lists(_PIECES, min_size=1, max_size=4), min_size=1, max_size=6), st.integers(1, 20))
def test_any_summary_can_be_read(paragraphs: list[list[str]], length: int) -> None:
    paragraphs = [*paragraphs, *map(list, ORCHARD)]
    sentences = [sentence for members in paragraphs for sentence in members]
    places = [at for at, members in enumerate(paragraphs) for _ in members]
    order, outline = outlined(sentences, places, "en")
    assert order == rank(sentences, places, Method.VERBATIM, "en")
    assert sorted(order) == list(range(len(sentences)))
    given_places = order[: min(outline.fit, length)]
    for place in given_places:
        assert place - 1 in given_places or not _OPENER.match(sentences[place]), sentences[place]
        assert sentences[place] not in {"Ferries and fog", "By Marta Velin"}
        assert sentences[place].count("“") == sentences[place].count("”")

"""The default method: what it prefers, what it leaves out, and how it grows."""

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.stem.snowball import EnglishStemmer

from bot.answers.ranking import rank
from bot.answers.sentence_words import stop_words
from bot.answers.summarising.base import stemmer
from bot.answers.summarising.expectation import lead
from bot.answers.summarising.incidence import Incidence
from bot.answers.summarising.outline import outlined
from bot.answers.summarising.redundancy import Facts, same
from bot.answers.summarising.verbatim import Parts, Verbatim
from bot.models import Method
from tests.answers.invented import HARBOUR, flat, generated
from tests.answers.test_ranking import model


def chosen(sentences: list[str], count: int, parts: Parts | None = None) -> list[int]:
    method = Verbatim(stemmer("en"), parts)
    method.stop_words = stop_words("en")
    places, fit = method.places(sentences, list(range(len(sentences))))
    return sorted(places[: min(count, fit)])


def ratings(sentences: list[str], parts: Parts) -> list[float]:
    method = Verbatim(stemmer("en"), parts)
    method.stop_words = stop_words("en")
    return list(method.ratings(model(sentences, [0] * len(sentences))))


def test_the_beginning_counts_and_can_be_left_out() -> None:
    sentences, _ = flat(HARBOUR)
    assert chosen(sentences, 1) == [0]
    anywhere = Parts(lead=False, forward=False)
    assert ratings(sentences, anywhere) == pytest.approx(ratings(sentences[::-1], anywhere)[::-1])
    assert ratings(sentences, Parts())[0] > ratings(sentences[::-1], Parts())[-1]


def test_the_longer_the_text_the_less_its_beginning_counts() -> None:
    weights = [lead(size) for size in (5, 30, 120, 3_000)]
    assert weights[0] == weights[1] == 1.0
    assert weights[1] > weights[2] > weights[3] > 0


def test_nothing_is_said_twice_in_other_words_with_the_same_figures() -> None:
    sentences = [
        "The ferry of Skerry Point carried 912 passengers on its first day.",
        "On its first day 912 passengers took the ferry, the harbour said.",
        "The fare from Skerry Point is 4 crowns.",
        "Nobody lives on the outer islands in winter.",
    ]
    assert chosen(sentences, 4) == [0, 2, 3]
    assert chosen(sentences, 4, Parts(redundancy=False)) == [0, 1, 2, 3]


def test_figures_tell_alike_sentences_apart() -> None:
    words = frozenset(range(8))
    assert same(Facts(words), Facts(words - {7}))
    assert not same(Facts(words | {20}, frozenset({20})), Facts(words | {21}, frozenset({21})))
    assert same(Facts(frozenset({1, 2, 3, 20}), frozenset({20})), Facts(frozenset({2, 3, 9, 20}), frozenset({20})))
    assert not same(Facts(frozenset({1, 2, 3, 4})), Facts(frozenset({3, 4, 5, 6})))


def test_what_follows_counts_and_what_goes_before_does_not() -> None:
    rows, terms, vocabulary = np.arange(4), np.array([0, 1, 0, 0]), ["mill", "ferry"]
    forward = Incidence(rows, terms, 4, len(vocabulary)).forward(np.ones(len(vocabulary)))
    assert forward.tolist() == pytest.approx([2 / 4, 0, 1 / 4, 0])


def test_flaws_and_a_price_for_words_choose_the_plain_sentence() -> None:
    plain = "The council voted to dredge the channel of the bay."
    question = "Who voted to dredge the channel of the bay?"
    assert chosen([question, plain, "Crabs sleep."], 1, Parts(lead=False, forward=False)) == [1]
    worth = ratings([question, plain], Parts(lead=False, forward=False, flaws=False))
    assert worth[0] > worth[1]


def test_a_dangling_sentence_comes_only_with_the_one_before() -> None:
    sentences, paragraphs = flat(HARBOUR)
    order, outline = outlined(sentences, paragraphs, "en")
    she = sentences.index("She spoke for ten minutes.")
    assert order.index(she - 1) < order.index(she)
    assert outline.fit <= len(sentences)


def test_a_language_without_a_list_of_words_is_ranked() -> None:
    german = [
        "Der Rat der Stadt will den Hafen vertiefen.",
        "Die Fischer der Stadt fürchten um die Muscheln.",
        "Im Sommer ist es warm.",
    ] * 5
    german = [f"{text[:-1]} {number}." for number, text in enumerate(german)]
    assert sorted(rank(german, list(range(15)), Method.VERBATIM, "de")) == list(range(15))


@pytest.mark.slow
def test_a_million_words_fit_into_half_a_gigabyte() -> None:
    sentences, paragraphs = generated(60_000, 3)
    assert sum(len(sentence.split()) for sentence in sentences) > 950_000
    tracemalloc.start()
    order, outline = outlined(sentences, paragraphs, "en")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(order) == len(sentences)
    assert outline.phrases
    assert peak < 500_000_000


@given(
    st.text("abcdefghijklmnopqrstuvwxyz0123456789éß’'", max_size=8),
    st.lists(
        st.sampled_from("s ed ing y e ll al er ator ion ism iti enci li ogi ful ant ent ic bli ness us".split()),
        max_size=3,
    ),
)
def test_english_stems_are_those_of_snowball(word: str, endings: list[str]) -> None:
    word += "".join(endings)
    assert stemmer("en")(word) == EnglishStemmer().stem(word)

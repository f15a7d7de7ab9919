"""Ranking: sumy's results, in every run the same, for texts of any size and shape."""

import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from bot.answers import ranking
from bot.answers.ranking import in_parts, rank
from bot.answers.sentence_words import SentenceTokenizer, stop_words
from bot.answers.summarising.base import Ordered, PlacedSentence
from bot.answers.summarising.methods import SUMMARISERS
from bot.models import Method
from bot.worker import Worker
from tests.answers.invented import DOCUMENTS, HARBOUR, flat, generated

Rating: TypeAlias = Callable[..., float]
_STOCK = {
    Method.LEXRANK: LexRankSummarizer,
    Method.TEXTRANK: TextRankSummarizer,
    Method.LSA: LsaSummarizer,
    Method.LUHN: LuhnSummarizer,
}
_ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = """
import sys
from tests.answers.invented import HARBOUR, flat, generated
from bot.answers.ranking import rank
from bot.models import Method

def offline(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
        raise SystemExit(f"wants the network: {arguments}")

sys.addaudithook(offline)
for text in (flat(HARBOUR), generated(60, 7)):
    for method in Method:
        print(*rank(*text, method, "en"))
"""


# all that sumy has rules for, some of which need packages that are not here, and some that nothing knows
_CODES = "ar cs da de el en es fi fr he hu it ja ko nl no pl pt ro ru sk sv uk zh xx - mul"
_LANGUAGES = (None, *_CODES.split())


def model(sentences: list[str], paragraphs: list[int]) -> ObjectDocumentModel:
    tokenizer = SentenceTokenizer()
    placed = [PlacedSentence(text, tokenizer, place) for place, text in enumerate(sentences)]
    return ObjectDocumentModel(
        Paragraph(sentence for sentence, at in zip(placed, paragraphs, strict=True) if at == number)
        for number in dict.fromkeys(paragraphs)
    )


def by_stock(method: Method, sentences: list[str], paragraphs: list[int], count: int) -> set[int]:
    """What sumy as it is chooses, given the same words, stems and stop words."""
    summariser = _STOCK[method](Stemmer("english"))
    summariser.stop_words = stop_words("en")
    with warnings.catch_warnings():
        # its LSA warns of documents with fewer words than sentences
        warnings.simplefilter("ignore")
        return {sentence.place for sentence in summariser(model(sentences, paragraphs), count)}


@pytest.mark.parametrize("method", [Method.LEXRANK, Method.TEXTRANK, Method.LUHN])
@pytest.mark.parametrize("count", [1, 3, 5, 8])
def test_the_sentences_are_those_of_stock_sumy(method: Method, count: int) -> None:
    texts = [*map(flat, DOCUMENTS), *(generated(size, size) for size in (9, 25, 60))]
    for sentences, paragraphs in texts:
        ours = rank(sentences, paragraphs, method, "en")[:count]
        assert set(ours) == by_stock(method, sentences, paragraphs, count)


@pytest.mark.parametrize("method", _STOCK)
def test_the_ratings_are_those_of_stock_sumy(method: Method, monkeypatch: pytest.MonkeyPatch) -> None:
    rated: list[float] = []

    def spy(
        sentences: Sequence[PlacedSentence], _count: int, rating: Mapping[object, float] | Rating, *rest: object
    ) -> tuple[()]:
        rate = rating if callable(rating) else rating.__getitem__
        rated[:] = [float(rate(sentence, *rest)) for sentence in sentences]
        return ()

    monkeypatch.setattr(_STOCK[method], "_get_best_sentences", staticmethod(spy))
    repeated = [*flat(HARBOUR)[0], *(f"The harbour has a channel, {number}." for number in range(9))]
    for sentences, paragraphs in (*map(flat, DOCUMENTS), generated(40, 3), (repeated, [0] * len(repeated))):
        by_stock(method, sentences, paragraphs, 5)
        ours = SUMMARISERS[method](Stemmer("english"))
        ours.stop_words = stop_words("en")
        assert list(ours.ratings(model(sentences, paragraphs))) == pytest.approx(rated, rel=1e-9)


@pytest.mark.parametrize("method", Method)
def test_called_as_sumy_calls_it_a_summariser_answers_in_document_order(method: Method) -> None:
    sentences, paragraphs = flat(HARBOUR)
    summariser = SUMMARISERS[method](Stemmer("english"))
    chosen = summariser(model(sentences, paragraphs), 4)
    places = [sentence.place for sentence in chosen]
    assert places == sorted(places)
    assert len(places) == 4
    assert [str(sentence) for sentence in chosen] == [sentences[place] for place in places]


def test_of_equals_the_earlier_comes_first_and_repetitions_are_equals() -> None:
    class Rated(Ordered):
        def ratings(self, document: ObjectDocumentModel) -> list[float]:
            return [0.1, 0.3, 0.5, 0.3, 0.1 + 1e-16][: len(document.sentences)]

    ordered = Rated().ordered(model(["Said twice.", "One.", "Two.", "Three.", "Said twice."], [0] * 5))
    assert [sentence.place for sentence in ordered] == [2, 1, 3, 0, 4]


def test_the_order_is_the_same_in_every_process() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", _SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT), "NLTK_DATA": "/nowhere"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(said) == 1
    assert len(said.pop().splitlines()) == 2 * len(Method)


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize(
    ("sentences", "order"),
    [
        ([], []),
        (["A lone sentence."], [0]),
        (["One thing.", "Another matter."], [0, 1]),
        (["…", "!!", "—"], [0, 1, 2]),
        (["The ship sank in the bay."] * 4, [0, 1, 2, 3]),
        (["…", "The ship sank in the bay.", "The ship sank in the bay, they say."], None),
        (["the of and", "It is what it was."], [0, 1]),
        (["word"], [0]),
        (["word", "word", "other", "…"], None),
    ],
)
def test_short_and_odd_texts(method: Method, sentences: list[str], order: list[int] | None) -> None:
    ranked = rank(sentences, [0] * len(sentences), method, "en")
    assert sorted(ranked) == list(range(len(sentences)))
    if order is not None:
        assert ranked == order
    elif "…" in sentences:
        assert ranked[-1] == sentences.index("…")


@settings(max_examples=60)
@given(
    st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=60) | st.sampled_from(flat(HARBOUR)[0])),
    st.sampled_from(Method),
    st.sampled_from(_LANGUAGES),
)
def test_any_text_in_any_language_is_ranked_whole(sentences: list[str], method: Method, language: str | None) -> None:
    paragraphs = [place // 3 for place in range(len(sentences))]
    assert sorted(rank(sentences, paragraphs, method, language)) == list(range(len(sentences)))


def test_stems_follow_the_language() -> None:
    # only by their stems do the last two sentences share words
    german = ["Regen fällt seit Stunden.", "Fischer flicken Netze.", "Das Netz der Fischern riss."]
    assert rank(german, [0] * 3, Method.LUHN, "de")[-1] == 0
    assert rank(german, [0] * 3, Method.LUHN, "xx") == [0, 1, 2]


@pytest.mark.parametrize("language", [each for each in _LANGUAGES if each])
def test_no_language_fails(language: str) -> None:
    sentences = ["1990 Wörter łódź Ωμέγα слово מילה كلمة 词语 A1B2", "Zażółć gęślą jaźń příliš žluťoučký kůň"]
    assert sorted(rank(sentences, [0, 0], Method.LUHN, language)) == [0, 1]


def test_chinese_sentences_are_compared() -> None:
    sentences = ["今天下雨。", "港口航道今年加深。", "渡轮进不了港口航道。", "咖啡馆关门了。"]
    assert set(rank(sentences, [0] * 4, Method.LUHN, "zh")[:2]) == {1, 2}


def test_more_sentences_than_can_be_compared_are_ranked_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    method = Method.LEXRANK
    sentences, paragraphs = generated(230, 11)
    whole = rank(sentences, paragraphs, method, "en")
    monkeypatch.setattr(ranking, "WHOLE", 40)
    monkeypatch.setattr(ranking, "_PART", 30)
    assert in_parts(len(sentences), method)
    ranked = rank(sentences, paragraphs, method, "en")
    assert sorted(ranked) == list(range(len(sentences)))
    # each of the eight runs sends five into the final, which fill the first forty places
    assert {sum(place // 30 == run for place in ranked[:40]) for run in range(8)} == {5}
    # and the final finds most of what comparing all with all does
    assert len(set(ranked[:20]) & set(whole[:20])) >= 8


@pytest.mark.parametrize("method", [Method.TEXTRANK, Method.LSA, Method.LUHN])
def test_methods_that_compare_no_pairs_are_never_done_in_parts(method: Method) -> None:
    assert not in_parts(10**6, method)


async def test_it_runs_in_a_worker_within_its_memory() -> None:
    text = generated(2_000, 5)
    async with Worker(memory=2_000_000_000, seconds=60) as worker:
        for method in Method:
            assert await worker.run(rank, *text, method, None) == rank(*text, method, None)

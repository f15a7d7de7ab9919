"""Quoting from a real store: what is found, in which order, what is withheld, what is said when nothing is found."""

import random
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.answers.quote import quote
from bot.answers.results import Passage, QuoteAnswer, QuoteRequest
from bot.errors import BadDateError, BadRequestError, DamagedStoreError, UnknownDocumentError
from bot.models import SHARED, Kind
from bot.store.store import Store
from tests.answers.shelf import sha256_of, shelve
from tests.answers.test_query import fuzz
from tests.answers.town import ANSWERED, PAPERS, UNANSWERED

_ODD_WORDS = (
    "Ａn ﬁne “world lamps” naïve Łódź İstanbul groß multi-polar O’Brien 1,000 U.S. 中国 मान e\u0301tude 🙂 the of"
)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


@pytest.fixture
async def town(store: Store) -> Store:
    for title, texts in PAPERS.items():
        await shelve(store, texts, title=title)
    return store


async def ask(store: Store, text: str, **options: object) -> QuoteAnswer:
    return await quote(store, QuoteRequest(text, **options))  # type: ignore[arg-type]  # options are the fields


async def texts(store: Store, text: str, **options: object) -> list[str]:
    return [passage.text for passage in (await ask(store, text, **options)).passages]


def marked(passage: Passage) -> list[str]:
    return [hit.of(passage.text) for hit in passage.hits]


async def test_inflections_are_found_and_marked(store: Store) -> None:
    await shelve(store, ["She visits the harbours.", "No one came."])
    answer = await ask(store, "visiting harbour")
    assert [(each.match, marked(each)) for each in answer.passages] == [("all", ["visits", "harbours"])]
    assert (answer.total, answer.terms, answer.words_not_found, answer.searched) == (1, ("visiting", "harbour"), (), 1)


async def test_a_passage_is_cited_by_its_place_in_the_source(store: Store) -> None:
    document = await shelve(store, ["First.", (Kind.HEADING, "Lamps"), "The lamp is lit."], title="On light")
    [passage] = (await ask(store, "lamp")).passages
    assert passage.citation.reference == "D1¶3"
    assert passage.citation.document == document
    assert passage.citation.span.of(await store.library.source(document)) == passage.text


@pytest.mark.parametrize("typed", ["multipolar", "multi-polar", "multi polar", "Multi‑Polar", '"multi-polar"'])
@pytest.mark.parametrize("written", ["multipolar", "multi-polar", "multi polar", "MULTI‐POLAR"])
async def test_compounds_meet_however_they_are_written(store: Store, typed: str, written: str) -> None:
    await shelve(store, [f"In a {written} world.", "A bear in the snow."])
    [passage] = (await ask(store, typed)).passages
    assert (passage.match, " ".join(marked(passage))) == ("all", written)


async def test_compounds_meet_within_a_phrase(store: Store) -> None:
    await shelve(store, ["a multipolar world", "a multi-polar world", "multi-coloured bear", "polar bear"])
    expected = {"a multipolar world", "a multi-polar world"}
    assert set(await texts(store, '"multi-polar world"')) == set(await texts(store, '"multipolar world"')) == expected


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("China's", "China’s policy"),
        ("China’s policy", "the policy of China"),
        ("china policy", "China's policy"),
        ("Chinas", "China"),
        ("obrien", "Mr O’Brien"),
        ("O'Brien", "Mr O’Brien"),
        ("cafe", "the café"),
        ("CAFÉ", "the cafe"),
        ("lodz", "in Łódź"),
        ("1250000", "1,250,000 crowns"),
        ("1,250,000", "1,250,000 crowns"),
        ("U.S.", "the US team"),
        ("US", "the U.S. team"),
        ("don't panic", "Don’t panic"),
        ("“no panic”", 'he said "no panic"'),
        ("world", "Ｗｏｒｌｄ"),
        ("peacemaker", "peace\u00admaker"),
        ("peace maker", "peace\u00a0maker"),
        ("500", "₺500"),
        ("party", "party🥳🪩time"),
    ],
)
async def test_typography_does_not_matter(store: Store, typed: str, written: str) -> None:
    await shelve(store, [f"So {written} it is.", "Nothing of the kind."])
    [passage] = (await ask(store, typed)).passages
    assert passage.text == f"So {written} it is."
    assert passage.match == "all"
    assert passage.hits


async def test_a_phrase_is_found_as_it_is_written_and_marked_in_one(store: Store) -> None:
    await shelve(store, ["talks on peace", "the Peace\u00a0Talks failed", "a peace talk", "peaceful talks"])
    answer = await ask(store, '"peace talks"')
    assert [(each.text, marked(each)) for each in answer.passages] == [
        ("the Peace\u00a0Talks failed", ["Peace\u00a0Talks"])
    ]


async def test_a_passage_without_the_phrase_is_no_answer_however_much_else_it_has(store: Store) -> None:
    await shelve(store, ["the grand harbour opened with brass music and speeches", "harbour grand"])
    assert await texts(store, '"harbour grand" opened brass music speeches') == []
    assert await texts(store, '"harbour grand"') == ["harbour grand"]


async def test_a_phrase_that_stands_nowhere_is_proposed_without_its_marks(store: Store) -> None:
    await shelve(store, ["the harbour was grand"])
    answer = await ask(store, '"grand harbour"')
    assert (answer.passages, answer.words_not_found, answer.suggestions) == ((), (), ("grand harbour",))
    assert await texts(store, answer.suggestions[0]) == ["the harbour was grand"]


async def test_excluded_words_and_phrases_keep_passages_out(store: Store) -> None:
    await shelve(store, ["harbour and ferry", "harbour and ferries", "harbour town", "the town harbour"])
    assert sorted(await texts(store, "harbour -ferry")) == ["harbour town", "the town harbour"]
    assert sorted(await texts(store, 'harbour -ferry -"harbour town"')) == ["the town harbour"]
    assert sorted(await texts(store, "harbour -fer*")) == ["harbour town", "the town harbour"]
    answer = await ask(store, "-harbour")
    assert (answer.passages, answer.words_not_found, answer.chosen_at_random) == ((), (), False)
    assert answer.only_excluded
    assert not (await ask(store, "harbour -town")).only_excluded
    assert not (await ask(store, "???")).only_excluded


async def test_an_or_without_a_choice_is_no_word(store: Store) -> None:
    await shelve(store, ["harbour and ferry"])
    for text in ("OR", "OR OR", "OR -harbour"):
        answer = await ask(store, text)
        assert (answer.passages, answer.terms, answer.words_not_found) == ((), (), ())
    for text in ("harbour OR", "OR harbour"):
        answer = await ask(store, text)
        assert (answer.total, answer.words_not_found) == (1, ())
    assert (await ask(store, "oregon or")).words_not_found == ("oregon",)
    assert (await ask(store, "or")).words_not_found == ("or",)


async def test_either_of_two_words_is_enough(store: Store) -> None:
    await shelve(store, ["a ferry", "a tram", "a tram and a ferry", "a horse"])
    answer = await ask(store, "ferry OR tram")
    assert {each.text for each in answer.passages} == {"a ferry", "a tram", "a tram and a ferry"}
    assert {each.match for each in answer.passages} == {"all"}
    assert await texts(store, "horse OR balloon") == ["a horse"]


@pytest.mark.parametrize("prefix", ["o*", "or*", "org*", "orga*", "organiz*"])
async def test_a_beginning_stands_for_the_words_that_have_it(store: Store, prefix: str) -> None:
    await shelve(store, ["an Organization", "they organize", "who disorganized it", "a day"])
    assert sorted(await texts(store, prefix)) == ["an Organization", "they organize"]


async def test_a_beginning_is_compared_with_words_and_not_with_their_stems(store: Store) -> None:
    await shelve(store, ["a day", "daily", "daylight", "policies", "policy", "an organ", "organisation"])
    assert sorted(await texts(store, "day*")) == ["a day", "daylight"]
    assert await texts(store, "policy*") == ["policy"]
    assert await texts(store, "organi*") == ["organisation"]
    [passage] = (await ask(store, "dayl*")).passages
    assert marked(passage) == ["daylight"]


async def test_passages_with_every_word_come_first(store: Store) -> None:
    filler = [f"filler text number {number}" for number in range(30)]
    both = "the ferry to the island leaves from a quay which is far away, and some say that it is too old to sail"
    await shelve(store, ["ferry ferry ferry", *filler, both, "an electric ferry", "electric light on the island"])
    answer = await ask(store, "electric island ferry")
    assert [each.match for each in answer.passages] == ["some"] * len(answer.passages)
    answer = await ask(store, "island ferry")
    assert (answer.passages[0].text, answer.passages[0].match) == (both, "all")
    assert [each.match for each in answer.passages] == sorted(each.match for each in answer.passages)


async def test_words_that_stand_together_go_before_words_far_apart(store: Store) -> None:
    far = "trade was down, and when autumn came to the valley the union of the farmers met"
    near = "and when autumn came to the valley, which was down, the trade union of farmers met"
    turned = "and when autumn came to the valley, which was down, the union trade of farmers met"
    await shelve(store, [far, turned, near])
    assert (await texts(store, "trade union"))[0] == near


async def test_stop_words_do_not_drown_the_rest(store: Store) -> None:
    await shelve(store, ["what is it that the one said of the other and of what it was", "Trade grew.", "the of"])
    answer = await ask(store, "what is it that was said of the trade")
    assert [(each.text, marked(each)) for each in answer.passages] == [("Trade grew.", ["Trade"])]


async def test_a_query_of_stop_words_alone_works(store: Store) -> None:
    await shelve(store, ["To be, or not to be.", "It was not to happen.", "Trade grew."])
    answer = await ask(store, "to be or not to be")
    assert answer.passages[0].text == "To be, or not to be."
    assert marked((await ask(store, "the OR it")).passages[0]) == ["It"]


async def test_known_answers_are_found_and_questions_without_one_find_nothing(town: Store) -> None:
    assert min(len(ANSWERED), len(UNANSWERED)) >= 20
    missed = []
    for question, expected in ANSWERED:
        answer = await ask(town, question)
        if not any(expected in passage.text for passage in answer.passages[:3]):
            missed.append(question)
    shown = [question for question in UNANSWERED if (await ask(town, question)).passages]
    assert len(missed) <= len(ANSWERED) / 12, missed
    assert len(shown) <= len(UNANSWERED) / 12, shown


async def test_what_is_shown_with_some_words_has_most_of_the_weight(town: Store) -> None:
    answer = await ask(town, "electric ferry Skarholm hydrogen")
    assert {each.match for each in answer.passages} == {"some"}
    assert marked(answer.passages[0]) == ["Skarholm", "electric", "ferry"]
    assert (await ask(town, "ferry zeppelin")).passages == ()
    assert (await ask(town, "Edda Lindqvist zeppelin")).passages == ()


async def test_a_shared_passage_is_one_hit_under_its_lowest_reference(store: Store) -> None:
    await shelve(store, ["Other.", "The “lamp” is lit."], title="First")
    await shelve(store, ['The "lamp" is lit.', "A lamp, lamp, lamp."], title="Second")
    await shelve(store, ["The 'lamp' is lit."], title="Own", collection="guild")
    answer = await ask(store, "lamp lit", collections=(SHARED, "guild"))
    [passage] = answer.passages
    assert (passage.text, passage.citation.reference) == ("The “lamp” is lit.", "D1¶2")
    assert [each.reference for each in passage.also_in] == ["D2¶1", "S1¶1"]
    assert answer.total == 1
    [passage] = (await ask(store, "lamp lit", document="2")).passages
    assert (passage.citation.reference, [each.reference for each in passage.also_in]) == ("D2¶1", ["D1¶2"])
    [passage] = (await ask(store, "lamp lit")).passages
    assert [each.reference for each in passage.also_in] == ["D2¶1"]


async def test_a_document_and_dates_narrow_the_search(store: Store) -> None:
    await shelve(store, ["first lamp"], title="First", published="2023-03-20")
    await shelve(store, ["second lamp"], title="Second", published="2023-04-02")
    await shelve(store, ["undated lamp"], title="Undated")
    assert await texts(store, "lamp", document="second") == ["second lamp"]
    assert await texts(store, "lamp", since="2023-04") == ["second lamp"]
    assert await texts(store, "lamp", until="2023-03") == ["first lamp"]
    assert await texts(store, "lamp", since="2023-03-20", until="2023-04-02") == ["first lamp", "second lamp"]
    answer = await ask(store, "lamp", since="2023-03-20", until="2023-03-20")
    assert (answer.total, answer.searched, answer.undated_documents) == (1, 1, 1)
    assert (await ask(store, "lamp")).undated_documents == 0
    assert (await ask(store, "", since="2030")).passages == ()


async def test_an_original_retires_its_digest_unless_that_is_asked_for(store: Store) -> None:
    original = ["The lamp was lit by hand."]
    await shelve(store, ["The lamp, it says, was lit."], title="Digest", digest_of=sha256_of("Report", original))
    assert await texts(store, "lamp") == ["The lamp, it says, was lit."]
    await shelve(store, original, title="Report")
    assert await texts(store, "lamp") == original
    assert await texts(store, "lamp", document="Digest") == ["The lamp, it says, was lit."]
    assert {text for _ in range(20) for text in await texts(store, "")} == set(original)


async def test_only_living_body_passages_are_quoted(store: Store) -> None:
    document = await shelve(store, [(Kind.HEADING, "The lamp"), (Kind.PROMOTION, "Buy a lamp"), "lamps", "a lamp"])
    await shelve(store, ["lamps"], replacing=document)
    answer = await ask(store, "lamp")
    assert [each.text for each in answer.passages] == ["lamps"]
    await store.keeper.remove(document.id)
    assert (await ask(store, "lamp")).passages == ()
    assert (await ask(store, "")).passages == ()


@pytest.mark.parametrize(
    ("typed", "unknown", "suggestions"),
    [
        ("electric fery", ("fery",), ("electric ferry",)),
        ("Kesel brige repairs", ("kesel", "brige"), ("Kessel bridge repairs",)),
        ("xylophone balloon", ("xylophone", "balloon"), ()),
        ("“wolves of Grauwlad”", ("grauwlad",), ("“wolves of Grauwald”",)),
        ("what of the electric fery?", ("fery",), ("electric ferry?",)),
        ("the “wolves of the Grauwlad”, and the fery", ("grauwlad", "fery"), ("“wolves of the Grauwald”, ferry",)),
        ("-fery", (), ()),
        ("zzz* qqq*", ("zzz", "qqq"), ()),
    ],
)
async def test_words_found_nowhere_are_named_and_their_nearest_spellings_proposed(
    town: Store, typed: str, unknown: tuple[str, ...], suggestions: tuple[str, ...]
) -> None:
    answer = await ask(town, typed)
    assert answer.words_not_found == unknown
    assert answer.suggestions[:1] == suggestions[:1]


async def test_words_of_another_collection_are_found_nowhere_and_not_proposed(store: Store) -> None:
    await shelve(store, ["an open lamp"])
    await shelve(store, ["a secret lantern"], collection="guild")
    answer = await ask(store, "open lantern lantren")
    assert (answer.words_not_found, answer.suggestions) == (("lantern", "lantren"), ())
    assert (await ask(store, "secret", collections=("guild",))).words_not_found == ()


async def test_a_word_that_only_a_heading_has_is_not_called_unknown(store: Store) -> None:
    await shelve(store, [(Kind.HEADING, "On lanterns"), "a lamp"])
    answer = await ask(store, "lantern")
    assert (answer.passages, answer.words_not_found) == ((), ())


async def test_pages_follow_one_another(store: Store) -> None:
    await shelve(store, [f"lamp {'shade ' * number}" for number in range(1, 13)])
    whole = await texts(store, "lamp", limit=50)
    assert len(whole) == 12
    assert [text for offset in (0, 5, 10, 15) for text in await texts(store, "lamp", offset=offset)] == whole
    assert (await ask(store, "lamp", offset=10)).total == 12


@pytest.mark.parametrize("options", [{"limit": 0}, {"limit": 51}, {"offset": -1}, {"since": "2024", "until": "2023"}])
async def test_what_cannot_be_asked_is_refused(store: Store, options: dict[str, object]) -> None:
    with pytest.raises(BadRequestError):
        await ask(store, "lamp", **options)


async def test_an_unknown_document_and_an_unreadable_date_are_refused(store: Store) -> None:
    with pytest.raises(UnknownDocumentError):
        await ask(store, "lamp", document="7")
    with pytest.raises(BadDateError):
        await ask(store, "lamp", since="20/33")


async def test_without_text_a_passage_is_given_by_chance(town: Store) -> None:
    chance = random.Random(3)  # noqa: S311 - a repeatable draw
    drawn = Counter[str]()
    for _ in range(300):
        answer = await quote(town, QuoteRequest(" "), chance=chance)
        assert (answer.chosen_at_random, answer.total, answer.passages[0].hits) == (True, 1, ())
        drawn[answer.passages[0].text] += 1
    assert set(drawn) == {text for paper in PAPERS.values() for text in paper}
    assert max(drawn.values()) < 30
    within = {(await quote(town, QuoteRequest(document="2"), chance=chance)).passages[0].text for _ in range(60)}
    assert within == set(PAPERS["Kessel Bridge closed"])


async def test_a_damaged_passage_is_refused_by_its_reference(town: Store) -> None:
    with closing(sqlite3.connect(town.path)) as connection, connection:
        connection.execute("UPDATE paragraph SET text = replace(text, 'bankrupt', 'rich')")
    with pytest.raises(DamagedStoreError, match="D1¶6"):
        await ask(town, "hydrogen")


def shuffled_words(chance: random.Random, words: Sequence[str]) -> str:
    marks = ("", "", "", " —", ",", ".", "’s", "…", "\u00a0", "-x", "”")
    return " ".join(chance.choice(words) + chance.choice(marks) for _ in range(chance.randint(1, 30))) + "."


async def test_every_passage_is_word_for_word_the_slice_that_its_citation_delimits(store: Store) -> None:
    chance = random.Random(11)  # noqa: S311 - texts to search
    words = _ODD_WORDS.split()
    documents = [
        await shelve(store, [shuffled_words(chance, words) for _ in range(12)], title=f"Paper {number}")
        for number in range(5)
    ]
    sources = {document.id: await store.library.source(document) for document in documents}
    count = 0
    for _ in range(150):
        for passage in (await ask(store, shuffled_words(chance, words)[:40], limit=50)).passages:
            for citation in (passage.citation, *passage.also_in):
                said = citation.span.of(sources[citation.document.id])
                assert said == passage.text or citation in passage.also_in
            ends = [end for hit in passage.hits for end in (hit.start, hit.end)]
            assert ends == sorted(set(ends))
            assert not ends or (ends[0] >= 0 and ends[-1] <= len(passage.text))
            assert passage.hits
            count += 1
    assert count > 100


async def test_no_random_text_raises_on_its_way_through_the_store(town: Store) -> None:
    found = 0
    for place, text in enumerate(fuzz()):
        if place % 25 == 0:
            found += len((await ask(town, text)).passages)
    assert found > 50

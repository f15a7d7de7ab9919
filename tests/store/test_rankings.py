"""Orders of sentences: looked up, kept, and refused when the document has changed meanwhile."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import DamagedStoreError
from bot.models import SHARED, Kind, Method, Outline
from bot.store.preparation import Period
from bot.store.store import Store
from tests.answers.invented import HARBOUR, flat, harbour, kept, parsed

_SENTENCES = flat(HARBOUR)[0]
_COUNT = len(_SENTENCES)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        yield opened


async def test_body_sentences_are_slices_of_the_source_in_document_order(store: Store) -> None:
    document = harbour()
    found = await store.rankings.body_sentences(await kept(store, document))
    assert [sentence.text for sentence in found] == _SENTENCES
    assert [sentence.source.of(document.text) for sentence in found] == _SENTENCES
    assert [sentence.number for sentence in found] == [place + 3 for place in flat(HARBOUR)[1]]


async def test_the_order_given_at_import_is_looked_up(store: Store) -> None:
    ranking = list(reversed(range(_COUNT)))
    document = await kept(store, harbour(), ranking)
    best = await store.rankings.ordered(document, Method.VERBATIM, 4)
    assert [sentence.text for sentence in best] == _SENTENCES[:-5:-1]
    assert (await store.rankings.standing(document, Method.VERBATIM)).complete
    assert len(await store.rankings.ordered(document, Method.VERBATIM, 100)) == _COUNT


async def test_what_was_never_ranked_has_no_order(store: Store) -> None:
    document = await kept(store, harbour())
    standing = await store.rankings.standing(document, Method.LSA)
    assert (standing.sentences, standing.ranked, standing.complete) == (_COUNT, 0, False)
    assert await store.rankings.ordered(document, Method.LSA, 5) == []


async def test_a_kept_order_replaces_the_one_before_and_no_other(store: Store) -> None:
    document = await kept(store, harbour(), range(_COUNT))
    sentences = await store.rankings.body_sentences(document)
    for order in (sentences, sentences[::-1]):
        assert await store.rankings.keep(document, Method.LSA, order)
        assert await store.rankings.ordered(document, Method.LSA, _COUNT) == order
    assert await store.rankings.ordered(document, Method.VERBATIM, _COUNT) == sentences


async def test_an_order_of_other_sentences_is_not_kept(store: Store) -> None:
    document = await kept(store, harbour(), range(_COUNT))
    sentences = await store.rankings.body_sentences(document)
    assert not await store.rankings.keep(document, Method.LSA, sentences[1:])
    # ids and offsets stay what they were, but the words are others
    changed = parsed([(Kind.BODY, [text.swapcase() for text in paragraph]) for paragraph in HARBOUR])
    await store.keeper.keep(changed, path="x", collection=SHARED, period=Period(), ranking=(), document=document)
    assert not await store.rankings.keep(document, Method.LSA, sentences)
    assert (await store.rankings.standing(document, Method.LSA)).ranked == 0


async def test_a_paragraph_that_is_no_longer_body_takes_its_sentences_along(store: Store) -> None:
    document = await kept(store, harbour(), range(_COUNT))
    async with store._database.write() as connection:
        await connection.execute("UPDATE paragraph SET kind = 'appended' WHERE number = 3")
    standing = await store.rankings.standing(document, Method.VERBATIM)
    assert standing.sentences == standing.ranked == _COUNT - len(HARBOUR[0])
    assert {sentence.number for sentence in await store.rankings.ordered(document, Method.VERBATIM, 99)} == {4, 5, 6}
    assert {sentence.number for sentence in await store.rankings.body_sentences(document)} == {4, 5, 6}


async def test_removed_paragraphs_have_no_sentences(store: Store) -> None:
    document = await kept(store, harbour(), range(_COUNT))
    less = parsed([(Kind.BODY, HARBOUR[1])])
    await store.keeper.keep(less, path="x", collection=SHARED, period=Period(), ranking=[0], document=document)
    assert [each.text for each in await store.rankings.body_sentences(document)] == list(HARBOUR[1])
    # one sentence only was ranked, so that the order has to be worked out anew
    assert not (await store.rankings.standing(document, Method.VERBATIM)).complete


async def test_documents_do_not_mix(store: Store) -> None:
    first = await kept(store, harbour(), range(_COUNT))
    other = replace(parsed([(Kind.BODY, ("A different text.",))], title="Other"), file="other.txt")
    second = await kept(store, other, [0])
    assert [each.text for each in await store.rankings.ordered(second, Method.VERBATIM, 9)] == ["A different text."]
    assert len(await store.rankings.ordered(first, Method.VERBATIM, 99)) == _COUNT


async def test_a_damaged_paragraph_is_named(store: Store, tmp_path: Path) -> None:
    document = await kept(store, harbour(), range(_COUNT))
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as other, other:
        other.execute("UPDATE paragraph SET text = replace(text, 'forty', 'fifty')")
    for asked in (store.rankings.ordered(document, Method.VERBATIM, 3), store.rankings.body_sentences(document)):
        with pytest.raises(DamagedStoreError, match="D1¶3"):
            await asked


async def test_a_paragraph_with_very_many_sentences_is_read_once(store: Store) -> None:
    # were its text to come with each sentence, this would hold three gigabytes
    document = await kept(store, parsed([(Kind.BODY, [f"Sentence {number} of one." for number in range(12_000)])]))
    found = await store.rankings.body_sentences(document)
    assert [found[0].text, found[-1].text] == ["Sentence 0 of one.", "Sentence 11999 of one."]


async def test_what_is_worked_out_with_the_order_is_kept_replaced_and_removed_with_its_document(store: Store) -> None:
    document = await kept(store, harbour(), range(_COUNT))
    assert await store.rankings.outline(document) == Outline(_COUNT, 60, ("northern channel",))
    sentences = await store.rankings.body_sentences(document)
    newer = Outline(3, 9, ("mussel beds", "ferries"))
    assert await store.rankings.keep(document, Method.VERBATIM, sentences, newer)
    assert await store.rankings.outline(document) == newer
    assert await store.rankings.keep(document, Method.LSA, sentences)
    assert await store.rankings.outline(document) == newer
    await store.keeper.remove(document)
    assert await store.rankings.outline(document) is None


async def test_sentences_of_some_paragraphs_come_by_document_and_place(store: Store) -> None:
    first = await kept(store, harbour())
    second = await kept(store, parsed([(Kind.BODY, ("A different text.", "It goes on.")), (Kind.HEADING, ("No",))]))
    all_of = [await store.rankings.body_sentences(each) for each in (first, second)]
    wanted = [all_of[1][0].paragraph, all_of[0][-1].paragraph, all_of[0][0].paragraph]
    found = await store.rankings.of_paragraphs(wanted, 50)
    assert [each.text for each in found] == [*HARBOUR[0], *HARBOUR[-1], "A different text.", "It goes on."]
    assert [each.document for each in found] == [first] * 5 + [second] * 2
    assert [each.text for each in await store.rankings.of_paragraphs(wanted, 1)] == [
        HARBOUR[0][0],
        HARBOUR[-1][0],
        "A different text.",
    ]
    assert await store.rankings.of_paragraphs([], 5) == []

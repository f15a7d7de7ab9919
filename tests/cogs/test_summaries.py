"""/summary over the wire."""

import asyncio
import re

import pytest

from bot.models import SHARED, Kind
from tests.cogs.conftest import House
from tests.cogs.reading import unescaped


async def test_sentences_come_in_order_each_with_its_paragraph(house: House) -> None:
    reply = await house.user.slash("summary", document="D1", length="short")
    assert not reply.ephemeral
    assert "**Summary of D1** Ferry to Skerry Point — The Skerry Courier, 2021-05-04" in reply.texts
    assert re.search(r"3 of \d+ sentences, word for word", reply.texts)
    numbers = [int(found) for found in re.findall(r"-# \[D1 ¶(\d+)\]", reply.texts)]
    assert numbers == sorted(numbers)
    assert len(numbers) == 3


async def test_every_sentence_is_a_slice_of_its_paragraph(house: House) -> None:
    document = await house.app.store.library.document(SHARED, 1)
    assert document is not None
    texts = {each.number: each.text for each in await house.app.store.library.paragraphs(document)}
    reply = await house.user.slash("summary", document="D1", length="long")
    shown = re.findall(r"^(.+?)\n-# \[D1 ¶(\d+)\]", reply.texts.partition("\n")[2], re.DOTALL | re.MULTILINE)
    assert len(shown) == 8
    for sentence, number in shown:
        assert unescaped(sentence) in texts[int(number)]


async def test_what_was_left_out_is_counted(house: House) -> None:
    document = await house.app.store.library.document(SHARED, 1)
    assert document is not None
    left = sum(count for kind, count in document.paragraphs.items() if kind is not Kind.BODY)
    reply = await house.user.slash("summary", document="D1")
    assert f"{left} paragraph" in reply.texts


async def test_context_of_a_sentence(house: House) -> None:
    reply = await house.user.slash("summary", document="D1", length="headline")
    context = await reply.click("Context")
    assert context.ephemeral
    assert "**[D1 ¶" in context.texts


async def test_a_long_summary_has_pages(house: House) -> None:
    # twelve sentences that are alike are one to a summary; the ledger's long paragraph has longer ones
    reply = await house.user.slash("summary", document="D4", length="long")
    assert "8 of " in reply.texts
    if "▶" in reply.labels:
        assert "Page 2 of" in (await reply.click("▶")).texts


async def test_another_method_is_worked_out_and_kept(house: House) -> None:
    first = await (await house.user.slash("summary", document="D1", method="luhn")).settled()
    again = await house.user.slash("summary", document="D1", method="luhn")
    assert "Chosen by luhn" in first.texts
    assert not again.deferred
    assert again.texts == first.texts


@pytest.mark.parametrize("document", ["atlantis", "   "])
async def test_an_unknown_document_is_a_private_error(house: House, document: str) -> None:
    reply = await house.user.slash("summary", document=document)
    assert reply.ephemeral
    assert "document" in reply.texts


async def test_documents_are_completed(house: House) -> None:
    found = await house.user.autocomplete("summary", focused="document", document="tern")
    assert [choice.value for choice in found] == ["D2"]


def has_started(house: House) -> bool:
    return house.app.worker._pool is not None


@pytest.mark.parametrize("focused", ["document", "topic"])
async def test_whoever_types_starts_the_worker_that_will_be_needed(house: House, focused: str) -> None:
    assert not has_started(house)
    await house.user.autocomplete("summary", focused=focused, **{focused: "tern"})
    for _ in range(1_000):
        if has_started(house):
            return
        await asyncio.sleep(0.01)
    pytest.fail("nothing was started")


async def test_a_topic_is_sought_in_all_documents(house: House) -> None:
    reply = await (await house.user.slash("summary", topic="terns")).settled()
    assert "**terns**" in reply.texts
    numbers = set(re.findall(r"-# \[D(\d) ¶\d+\]", reply.texts))
    assert numbers == {"1", "2"}
    assert "documents searched" in reply.texts
    assert "-# [D1 ¶6] Ferry to Skerry Point — The Skerry Courier, 2021-05-04" in reply.texts
    assert "] Terns of the slipway — Tern Watch, 2022-06" in reply.texts


async def test_a_topic_within_a_document(house: House) -> None:
    reply = await (await house.user.slash("summary", document="D1", topic="ferry", length="short")).settled()
    assert "**ferry** in D1" in reply.texts
    assert set(re.findall(r"-# \[D(\d) ¶\d+\]", reply.texts)) == {"1"}


async def test_neither_a_document_nor_a_topic_is_an_error(house: House) -> None:
    reply = await house.user.slash("summary")
    assert reply.ephemeral
    assert "Name a document" in reply.texts


async def test_what_nobody_speaks_of_is_told_privately(house: House) -> None:
    reply = await (await house.user.slash("summary", topic="submarine")).settled()
    assert "submarine" in reply.texts
    assert reply.ephemeral


async def test_a_key_phrase_leads_to_what_the_documents_say_of_it_and_back(house: House) -> None:
    document = await house.app.store.library.document(SHARED, 1)
    assert document is not None
    outline = await house.app.store.rankings.outline(document.id)
    assert outline is not None
    phrase = outline.phrases[0]
    reply = await house.user.slash("summary", document="D1")
    assert phrase in reply.labels
    topic = await reply.click(phrase)
    await topic.user.wait(lambda: "that speak of it" in topic.texts, "the topic never came")
    assert phrase in unescaped(topic.texts)
    back = await topic.click("◀ D1")
    assert "**Summary of D1**" in back.texts


async def test_a_key_phrase_that_is_no_longer_there_says_so(house: House) -> None:
    document = await house.app.store.library.document(SHARED, 1)
    assert document is not None
    reply = await house.user.slash("summary", document="D1")
    outline = await house.app.store.rankings.outline(document.id)
    assert outline is not None
    async with house.app.store._database.write() as connection:
        await connection.execute("UPDATE key_phrase SET text = 'another'")
    assert "has been removed or changed" in (await reply.click(outline.phrases[0])).texts

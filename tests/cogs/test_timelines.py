"""/timeline over the wire."""

import re

import pytest

from bot.models import SHARED
from tests.cogs.conftest import House


async def test_events_come_by_date_with_their_basis(house: House) -> None:
    reply = await house.user.slash("timeline", document="D1", from_="2021-05", to="2021-05")
    assert not reply.ephemeral
    assert "**3 May 2021**" in reply.texts
    assert "◐ “Monday”, counted from 2021-05-04 · [D1 ¶2]" in reply.texts
    assert "● · [D1 ¶3]" in reply.texts
    assert "● stated in the text · ◐ worked out" in reply.texts


async def test_a_single_day(house: House) -> None:
    reply = await house.user.slash("timeline", on="2021-10-01", document="D1")
    assert "The winter ferry will cross twice a day from 1 October 2021." in reply.texts


async def test_pages_turn_without_a_query_in_the_button(house: House) -> None:
    reply = await house.user.slash("timeline", document="D1")
    total = int(re.findall(r"of (\d+)", reply.texts)[0])
    seen: list[str] = []
    while True:
        seen += re.findall(r"\[D\d+ ¶\d+\]", reply.texts)
        if reply.buttons[1].disabled:
            break
        reply = await reply.click("▶")
    assert len(seen) == total > 5
    assert (await (await reply.click("◀")).click("▶")).texts == reply.texts


async def test_a_look_over_many_documents_counts_what_it_does_not_show(house: House) -> None:
    reply = await house.user.slash("timeline")
    total = int(re.findall(r"of (\d+)", reply.texts)[0])
    assert total > 20
    seen = 0
    pages = [reply.texts]
    while True:
        seen += len(re.findall(r"\[D\d+ ¶\d+\]", reply.texts))
        seen += sum(map(int, re.findall(r"(\d+) more on this date", reply.texts)))
        if reply.buttons[1].disabled:
            break
        reply = await reply.click("▶")
        pages.append(reply.texts)
    assert seen == total
    for page in reversed(pages[:-1]):
        reply = await reply.click("◀")
        assert reply.texts == page
    assert reply.buttons[0].disabled


async def test_all_of_a_date_is_one_click_away(house: House) -> None:
    reply = await house.user.slash("timeline", from_="1903", to="1903")
    assert "9 more on this date" in reply.texts
    whole = await reply.click("All of 1903")
    shown = whole.texts
    while not whole.buttons[1].disabled:
        whole = await whole.click("▶")
        shown += whole.texts
    assert all(f"night number {number} of 1903" in shown for number in range(1, 13))


async def test_plans_are_marked(house: House) -> None:
    reply = await house.user.slash("timeline", on="2021-10-01", document="D1")
    assert "● → · [D1 ¶4]" in reply.texts
    assert "→ lay ahead when the document was written" in reply.texts


async def test_a_picture_says_in_words_what_it_shows(house: House) -> None:
    reply = await (await house.user.slash("timeline", document="D1", view="picture")).settled()
    (file,) = reply.files
    assert file.data.startswith(b"\x89PNG")
    assert file.description is not None
    assert "A survey on 3 May 2021 found" in file.description
    (container,) = reply.components
    (gallery,) = (part for part in container["components"] if part["type"] == 12)
    assert gallery["items"][0]["description"] == file.description
    again = await house.user.slash("timeline", on="1066", document="D2", view="picture")
    assert again.ephemeral


async def test_a_topic_is_paged_by_its_paragraphs(house: House) -> None:
    first = await house.user.slash("timeline", topic="lighthouse lamp")
    assert "1–5 of 12" in first.texts
    second = await first.click("▶")
    assert "6–10 of 12" in second.texts
    third = await second.click("▶")
    assert "11–12 of 12" in third.texts
    assert "number 12 of 1903" in third.texts


async def test_the_undated_are_counted_and_their_document_is_named(house: House) -> None:
    reply = await house.user.slash("timeline", document="D2")
    assert "1 sentence whose time cannot be dated is left out" in reply.texts
    assert "D2 carries no date to count from" in reply.texts
    assert "a curator can set one" in reply.texts.casefold()


async def test_nothing_dated_is_private(house: House) -> None:
    reply = await house.user.slash("timeline", on="1066", document="D2")
    assert reply.ephemeral
    assert "No dated sentence in 1 document fits." in reply.texts


@pytest.mark.parametrize("options", [{"on": "20/3"}, {"from_": "2022", "to": "2021"}, {"on": "2021", "to": "2022"}])
async def test_bad_dates_are_private_errors(house: House, options: dict[str, str]) -> None:
    assert (await house.user.slash("timeline", **options)).ephemeral


async def test_only_the_asker_turns_pages(house: House) -> None:
    mine = await house.user.slash("timeline")
    assert (await house.user.click(mine, "▶")).ephemeral


async def test_context_of_an_event(house: House) -> None:
    reply = await house.user.slash("timeline", on="2021-10-01", document="D1")
    context = await reply.click("Context D1 ¶4")
    assert context.ephemeral
    assert "**[D1 ¶4]**" in context.texts


async def test_a_document_that_has_gone(house: House) -> None:
    first = await house.user.slash("timeline", document="D1")
    document = await house.app.store.library.document(SHARED, 1)
    assert document is not None
    await house.app.intake.remove(document)
    gone = await first.click("▶")
    assert gone.ephemeral
    assert "removed or changed" in gone.texts


async def test_a_page_of_a_topic_whose_document_is_gone_says_so(house: House) -> None:
    reply = await house.user.slash("timeline", topic="ferry")
    document = await house.app.store.library.document(SHARED, 1)
    assert document is not None
    await house.app.store.keeper.remove(document.id)
    turned = await reply.click("▶")
    assert turned.ephemeral
    assert "has been removed or changed since this was asked" in turned.texts

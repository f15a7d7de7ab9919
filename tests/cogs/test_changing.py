"""Lists whose paragraphs go away while somebody turns their pages: what is left goes on, and says so."""

import asyncio
import contextlib
import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.cogs.replies.passages import Results
from bot.errors import UserError
from bot.models import SHARED, Kind
from tests.cogs.conftest import House
from tests.loopback import Reply


async def _take_away(house: House, reference: str) -> None:
    number, paragraph = map(int, re.findall(r"\d+", reference))
    document = await house.app.store.library.document(SHARED, number)
    assert document is not None
    await house.app.intake.correct(document, paragraph, Kind.NAVIGATION)


def _reference(reply: Reply) -> str:
    found = re.search(r"^\[(D\d+ ¶\d+)", reply.texts, re.MULTILINE)
    assert found is not None, reply.texts
    return found[1]


async def _all(reply: Reply) -> list[str]:
    found = [_reference(reply)]
    while not next(button for button in reply.buttons if button.label == "▶").disabled:
        reply = await reply.click("▶")
        found.append(_reference(reply))
    return found


async def test_a_list_goes_on_behind_what_has_gone(house: House) -> None:
    first = await house.user.slash("quote", text="ferry")
    places = await _all(await house.user.slash("quote", text="ferry"))
    assert len(places) >= 4
    for gone in places[1:3]:
        await _take_away(house, gone)
    page = await first.click("▶")
    assert page.message is first.message
    assert _reference(page) == places[3]
    named = ", ".join(each.replace(" ", "") for each in places[1:3])
    assert f"Passed over: {named}, which have been removed or changed since this was asked." in page.texts
    assert f"2 of {len(places) - 2}" in page.texts
    assert "**ferry**" in page.texts.casefold()
    back = await page.click("◀")
    assert _reference(back) == places[0]
    assert "Passed over" not in back.texts


async def test_back_goes_on_to_what_stands_before(house: House) -> None:
    page = await house.user.slash("quote", text="ferry")
    places = [_reference(page)]
    for _ in range(2):
        page = await page.click("▶")
        places.append(_reference(page))
    await _take_away(house, places[1])
    back = await page.click("◀")
    assert _reference(back) == places[0]
    assert f"Passed over: {places[1].replace(' ', '')}, which has been" in back.texts


async def test_at_the_end_the_list_ends_before_what_has_gone(house: House) -> None:
    first = await house.user.slash("quote", text="terns")
    places = await _all(await house.user.slash("quote", text="terns"))
    for gone in places[1:]:
        await _take_away(house, gone)
    page = await first.click("▶")
    assert _reference(page) == places[0]
    assert "Passed over" in page.texts
    assert "▶" not in page.labels


async def test_quotations_go_on_behind_what_has_gone(house: House) -> None:
    path = await asyncio.to_thread(_shore, house.app.settings.database.parent)
    assert [each.status for each in await house.app.intake.add([path])] == ["new"]
    first = await house.user.slash("speaker", name="Ida Strand", topic="cove")
    assert "1–4 of 9" in first.texts
    shown = set(re.findall(r"\[(D5 ¶\d+)\]", first.texts))
    others = [place for number in range(1, 12) if (place := f"D5 ¶{number}") not in shown]
    second = re.findall(
        r"\[(D5 ¶\d+)\]", (await (await first.user.slash("speaker", name="Ida Strand", topic="cove")).click("▶")).texts
    )
    for gone in second:
        await _take_away(house, gone)
    page = await first.click("▶")
    assert page.message is first.message
    left = set(others).difference(second)
    assert set(re.findall(r"\[(D5 ¶\d+)\]", page.texts)) <= left
    assert "5 of 5" in page.texts
    assert all(place.replace(" ", "") in page.texts.split("Passed over: ")[1] for place in second)


def _shore(folder: Path) -> Path:
    said = "\n\n".join(f"“Cove number {number} is full of kelp,” said Ida Strand." for number in range(1, 10))
    path = folder / "shore.md"
    path.write_text(f"---\ntitle: The shore\n---\n\n{said}\n", encoding="utf-8")
    return path


async def test_a_topic_goes_with_the_pages_of_a_timeline(house: House) -> None:
    first = await house.user.slash("timeline", topic="ferry ||")
    assert "-# on: ferry \\|\\|" in first.texts
    page = await first.click("▶")
    assert "-# on: ferry \\|\\|" in page.texts
    assert "-# on:" not in (await house.user.slash("timeline", document="D1")).texts
    assert 'on "submarine"' in (await house.user.slash("timeline", topic="submarine")).texts


async def test_a_timeline_that_became_shorter_ends_earlier(house: House) -> None:
    first = await house.user.slash("timeline", topic="lamp lighthouse night")
    total = int(re.findall(r"of (\d+)", first.texts)[0])
    assert total > 2 * 5
    shown = re.findall(r"\[(D\d+ ¶\d+)\]", first.texts)
    for number in range(1, 20):
        if (place := f"D4 ¶{number}") not in shown and number > 2:
            with contextlib.suppress(UserError):
                await _take_away(house, place)
    page = await first.click("▶")
    assert page.message is first.message
    assert re.findall(r"\[(D\d+ ¶\d+)\]", page.texts) == shown
    assert "▶" not in page.labels


_PLACES = st.lists(st.tuples(st.integers(1, 500), st.integers(1, 500)), min_size=1, max_size=12, unique=True)


@given(places=_PLACES, data=st.data(), back=st.booleans())
def test_a_button_says_where_it_leads_and_which_way(
    *, places: list[tuple[int, int]], data: st.DataObject, back: bool
) -> None:
    place = data.draw(st.integers(0, len(places) - 1))
    complete = data.draw(st.integers(0, len(places)))
    list_ = Results(1 << 60, place, None, 900, complete, tuple(places), back)
    assert Results.read(list_.custom_id().partition(".")[2]) == list_
    assert sorted(list_.onwards()) == list(range(len(places)))
    gone = data.draw(st.sets(st.integers(0, len(places) - 1).filter(lambda each: each != place)))
    kept = list_.without(gone)
    assert kept.places[kept.place] == places[place]
    assert set(kept.places) == {each for at, each in enumerate(places) if at not in gone}
    assert replace(kept, place=list_.place, total=900, complete=complete, places=list_.places) == list_


def test_a_count_that_no_list_has_takes_no_time() -> None:
    assert Results(1, 0, None, 1 << 62, 1 << 62, ((1, 1), (1, 2))).without([1]).complete == 1

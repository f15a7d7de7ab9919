"""/compare over the wire, and its pages within Discord's limits."""

import asyncio
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.results import Change, CitedSentence, CompareAnswer, ComparedPair, Relation
from bot.cogs.packing import MOST, TEMPLATE
from bot.cogs.replies.comparison import ComparePage, comparison_view, first_sort
from tests.cogs.conftest import House, add
from tests.cogs.reading import markup, unescaped
from tests.cogs.test_replies import _LARGE, ASKER, _citation, _document, _fits

FIRST = """---
title: Ferry bought
publisher: The Skerry Courier
published: 2021-05-04
---

The council of Skerry Point voted to buy a second ferry, which will carry 240 passengers and *forty* cars.

Birdwatchers fear for the terns that nest beside the slipway.

"""
SECOND = FIRST.replace("Ferry bought", "A ferry for Skerry").replace("240", "more than 240").replace("*forty*", "40")
LAMPS = "\n\n".join(f"The lamp of house {n} was lit by a keeper named {name}." for n, name in enumerate("ABCDEFGHIJK"))


@pytest.fixture(scope="module")
def told(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two reports of one event besides, D5 and D6, the first with eleven sentences more."""
    folder = tmp_path_factory.mktemp("told")
    database = Path(shutil.copy(prepared, folder / "verbatim.sqlite3"))
    for name, text in (("first.md", FIRST + LAMPS), ("second.md", SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
    asyncio.run(add(database, [folder / "first.md", folder / "second.md"]))
    return database


@pytest.fixture
def database(told: Path, tmp_path: Path) -> Path:
    """A database of the test's own with both."""
    return Path(shutil.copy(told, tmp_path / "verbatim.sqlite3"))


async def test_figures_that_differ_come_first(house: House) -> None:
    reply = await house.user.slash("compare", first="D5", second="a ferry for")
    assert not reply.ephemeral
    assert "**D5** Ferry bought — The Skerry Courier, 2021-05-04" in reply.texts
    assert "**Figures differ**" in reply.texts
    assert "“240” in D5, “more than 240” in D6." in reply.texts
    assert re.search(r"carry \*\*more than\*\* 240", reply.texts)
    assert [each for each in reply.labels if "(" in each] == [
        "Figures differ (1)",
        "Other words (0)",
        "Same words (1)",
        "Only D5 (11)",
        "Only D6 (0)",
    ]
    shown = next(text for text in reply.texts.split("\n") if text.startswith("The council"))
    assert [each for each in markup(shown) if "~~" not in each] == []


async def test_buttons_lead_to_the_other_sorts_and_pages(house: House) -> None:
    reply = await house.user.slash("compare", first="D5", second="D6")
    same = await reply.click("Same words (1)")
    assert "Birdwatchers fear for the terns" in same.texts
    assert "[D5 ¶" in same.texts
    only = await reply.click("Only D5 (11)")
    assert "**Only D5** · 1–4 of 11" in only.texts
    second = await only.click("▶")
    assert "5–8 of 11" in second.texts
    last = await second.click("▶")
    assert "9–11 of 11" in last.texts
    back = await last.click("◀")
    assert back.texts == second.texts
    context = await back.click(next(each for each in back.labels if each.startswith("Context")))
    assert context.ephemeral


async def test_every_sentence_is_a_slice_of_its_paragraph(house: House) -> None:
    only = await (await house.user.slash("compare", first="5", second="6")).click("Only D5 (11)")
    shown = re.findall(r"^(The lamp .+?)\n-# \[D5 ¶\d+\]", only.texts, re.MULTILINE)
    assert len(shown) == 4
    assert all(unescaped(each) in LAMPS for each in shown)


async def test_a_topic_lives_in_the_buttons(house: House) -> None:
    reply = await house.user.slash("compare", first="D5", second="D6", topic="keeper lamp house")
    assert "Only D5 (11)" in reply.labels
    assert "Figures differ (0)" in reply.labels
    assert "5–8 of 11" in (await reply.click("▶")).texts
    nothing = await house.user.slash("compare", first="D5", second="D6", topic="zeppelins")
    assert nothing.ephemeral
    assert "Neither document has a passage to compare on this." in nothing.texts


async def test_only_the_asker_turns_pages(house: House) -> None:
    reply = await house.user.slash("compare", first="D5", second="D6")
    stranger = house.user
    assert "asked" in (await stranger.click(reply, "Same words (1)")).texts


async def test_a_removed_document_is_said_to_be_gone(house: House) -> None:
    reply = await house.user.slash("compare", first="D5", second="D6")
    [document] = [each for each in await house.app.store.library.documents(["shared"]) if each.number == 6]
    await house.app.intake.remove(document)
    gone = await reply.click("Same words (1)")
    assert gone.ephemeral
    assert "D6 has been removed" in gone.texts


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("D5", "d5", "Both are D5"), ("D5", "atlantis", "No document"), ("D5", "D6 ", "")],
)
async def test_what_cannot_be_compared_is_a_private_error(house: House, first: str, second: str, said: str) -> None:
    reply = await house.user.slash("compare", first=first, second=second)
    assert reply.ephemeral == bool(said)
    assert said in reply.texts


async def test_an_answer_may_be_private_and_documents_are_completed(house: House) -> None:
    assert (await house.user.slash("compare", first="D5", second="D6", private=True)).ephemeral
    found = await house.user.autocomplete("compare", focused="second", first="D5", second="tern")
    assert [choice.value for choice in found] == ["D2"]


@settings(max_examples=30)
@given(
    st.lists(_LARGE, min_size=1, max_size=12),
    _LARGE,
    st.sampled_from(Relation),
    st.tuples(st.integers(0, 4), st.integers(0, 20)),
    st.booleans(),
)
def test_comparisons_fit(
    texts: list[str],
    title: str,
    relation: Relation,
    at: tuple[int, int],
    certain: bool,  # noqa: FBT001 - drawn
) -> None:
    sentences = tuple(CitedSentence(text, _citation(1, each)) for each, text in enumerate(texts, start=1))
    others = tuple(replace(each, citation=_citation(2, each.citation.paragraph)) for each in sentences[::-1])
    pairs = tuple(
        ComparedPair(
            relation,
            certain,
            one,
            other,
            ((Change.EQUAL, one.text), (Change.DELETE, one.text[:9]), (Change.INSERT, other.text[:9])),
            ((one.text, other.text),) * 3 if relation is Relation.FIGURES_DIFFER else (),
            (title,) * 3,
        )
        for one, other in zip(sentences, others, strict=True)
    )
    answer = CompareAnswer(_document(1, title), _document(2, title), pairs, sentences, others)
    asked = ComparePage(ASKER, 10**6, 10**6, *at).with_paragraphs([(n % 2, 10**4 + n) for n in range(90)])
    _fits(comparison_view(answer, asked, note=title[:80]))
    _fits(comparison_view(replace(answer, only_first=()), replace(asked, paragraphs=None)))
    assert first_sort(answer) is not None


@settings(max_examples=60)
@given(
    st.integers(0, 4),
    st.integers(0, 10**4),
    st.none() | st.lists(st.tuples(st.integers(0, 1), st.integers(1, 10**5)), max_size=60),
)
def test_a_page_comes_back_from_its_button(sort: int, page: int, paragraphs: list[tuple[int, int]] | None) -> None:
    asked = ComparePage(ASKER, 10**6, 10**6, sort, page)
    if paragraphs is not None:
        asked = asked.with_paragraphs(paragraphs)
        assert asked.paragraphs is not None
        assert asked.paragraphs == tuple(paragraphs[: len(asked.paragraphs)])
        assert len(asked.paragraphs) >= min(len(paragraphs), 10)
    packed = asked.custom_id(6)
    assert len(packed) <= MOST
    there = TEMPLATE.fullmatch(packed)
    assert there is not None
    assert ComparePage.read(there["state"]) == asked


@pytest.mark.parametrize("state", ["", "AA", "AQEBAQEB", "gICAgICAgICAgICA", "!!"])
def test_a_button_that_is_not_ours_is_refused(state: str) -> None:
    read = ComparePage.read(state)
    assert read is None or read.sort < 5

"""A timeline of what one person says: sentences in which that person speaks, each date with who says it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.answers.results import TimelineAnswer, TimelineRequest
from bot.answers.timeline import timeline
from bot.documents.reader import read
from bot.errors import BadRequestError
from bot.store.store import Store
from tests.support import keep

HARBOUR = """\
---
title: Work in the harbour
published: 2022-03-04
anchor_date: 2022-03-04
---

“The first berth opened on 5 May 2019,” said Ben Rook. The second one opened on 6 June 2020.

On 1 March 2022 Ada Quill said that the harbour would be dredged before 1 October 2022. Rook came late.

“We asked for a crane in 2018,” somebody else said.

The crane of 1999 was sold in August 2021.
"""
MARKET = """\
---
title: The market
published: 2022-04
anchor_date: 2022-04-01
---

“The market has been ours since 1971,” said Ada Quill. It burned in 1984.
"""


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        await keep(opened, read(HARBOUR.encode(), "harbour.md"))
        await keep(opened, read(MARKET.encode(), "market.md"))
        yield opened


async def ask(store: Store, **options: object) -> TimelineAnswer:
    return await timeline(store, TimelineRequest(**options))  # type: ignore[arg-type]  # options are the fields


def told(answer: TimelineAnswer) -> list[tuple[str, str | None, str | None]]:
    return [
        (
            each.value.edtf,
            None if each.speaker is None else each.speaker.name,
            None if each.speech is None else each.speech.value,
        )
        for each in answer.events
    ]


async def test_every_date_says_who_says_it(store: Store) -> None:
    answer = await ask(store, document="D1")
    assert answer.speaker is None
    assert told(answer) == [
        ("1999", None, None),
        ("2018", None, None),
        ("2019-05-05", "Ben Rook", "direct"),
        ("2020-06-06", None, None),
        ("2021-08", None, None),
        ("2022-03-01", None, None),
        ("../2022-10-01", "Ada Quill", "reported"),
    ]


async def test_only_sentences_in_which_the_speaker_speaks(store: Store) -> None:
    rook = await ask(store, speaker="rook")
    assert (rook.speaker, told(rook), rook.total) == ("Ben Rook", [("2019-05-05", "Ben Rook", "direct")], 1)
    quill = await ask(store, speaker="Ada Quill")
    assert {date for date, _, _ in told(quill)} == {"1971/..", "2022-03-01", "../2022-10-01"}
    assert quill.total == 3
    assert [name for date, name, _ in told(quill) if date == "2022-03-01"] == [None]


async def test_the_speaker_goes_together_with_the_other_options(store: Store) -> None:
    assert [each[0] for each in told(await ask(store, speaker="Quill", document="D2"))] == ["1971/.."]
    dredged = await ask(store, speaker="Quill", topic="dredged", since="2022-02")
    assert {each[0] for each in told(dredged)} == {"2022-03-01", "../2022-10-01"}
    nothing = await ask(store, speaker="Rook", on="2022")
    assert (nothing.events, nothing.total, nothing.speaker) == ((), 0, "Ben Rook")


async def test_an_alias_is_the_speaker(store: Store) -> None:
    await store.aliases.merge("Ben Rook", "Ada Quill")
    assert (await ask(store, speaker="Ben Rook")).total == 4


@pytest.mark.parametrize("name", ["Zyx", "—"])
async def test_an_unknown_speaker_is_an_error(store: Store, name: str) -> None:
    with pytest.raises(BadRequestError, match="speaker"):
        await ask(store, speaker=name)

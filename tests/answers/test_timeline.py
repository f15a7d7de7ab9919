"""Events by date: order, overlap, bases, topics, and what stays undated."""

from collections.abc import AsyncIterator
from typing import Final

import pytest
import pytest_asyncio

from bot.answers.results import TimelineAnswer, TimelineRequest
from bot.answers.timeline import timeline
from bot.app import App, open_app
from bot.errors import BadDateError, BadRequestError, UnknownDocumentError
from bot.models import Basis, Precision
from bot.settings import Settings

pytestmark = pytest.mark.asyncio(loop_scope="module")

FERRY: Final = """The Ferry Question

OSTHAVEN, May 12, 2021 /Coast Wire/ — The harbour board voted on Tuesday to buy a second ferry.

The first ferry began service in March 2013. The new one is to sail before 2030, the board said.

Work on the quay lasted from April 6 to 9. Ten years ago the quay had been closed for three days.

The lighthouse was painted every spring.
"""
DIARY: Final = """A keeper's diary

The storm broke two windows last month, and the keeper mended them on Friday.

The lamp was first lit in 1894.
"""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def app(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[App]:
    folder = tmp_path_factory.mktemp("timeline")
    (folder / "1-ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "2-diary.txt").write_text(DIARY, encoding="utf-8")
    async with open_app(Settings(database=folder / "store.sqlite3")) as app:
        await app.intake.add([folder])
        yield app


def dates(answer: TimelineAnswer) -> list[str]:
    return [event.value.edtf for event in answer.events]


async def test_events_come_by_their_first_day(app: App) -> None:
    answer = await timeline(app.store, TimelineRequest())
    assert dates(answer) == ["1894", "2011", "2013-03", "2021-04-06/2021-04-09", "2021-05-11", "../2030"]
    assert answer.total == 6


async def test_each_event_says_how_its_date_is_known(app: App) -> None:
    answer = await timeline(app.store, TimelineRequest())
    known = {
        event.value.edtf: (event.expression.lower(), event.basis, event.value.precision) for event in answer.events
    }
    assert known["2021-05-11"] == ("tuesday", Basis.WORKED_OUT, Precision.DAY)
    assert known["2013-03"] == ("march 2013", Basis.STATED, Precision.MONTH)
    assert known["2011"] == ("ten years ago", Basis.WORKED_OUT, Precision.YEAR)
    assert known["../2030"][:2] == ("before 2030", Basis.STATED)


async def test_a_dateline_is_no_event(app: App) -> None:
    assert "2021-05-12" not in dates(await timeline(app.store, TimelineRequest()))


async def test_without_an_anchor_a_relative_date_stays_unknown(app: App) -> None:
    answer = await timeline(app.store, TimelineRequest(document="A keeper"))
    assert dates(answer) == ["1894"]
    assert answer.undated == 1
    assert [document.file for document in answer.without_anchor] == ["2-diary.txt"]


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (TimelineRequest(on="2021-05-11"), ["2021-05-11", "../2030"]),
        (TimelineRequest(on="2021-04-07"), ["2021-04-06/2021-04-09", "../2030"]),
        (TimelineRequest(on="2013"), ["2013-03", "../2030"]),
        (TimelineRequest(on="11 May 2021"), ["2021-05-11", "../2030"]),
        (TimelineRequest(since="2021-04-09", until="2021-05"), ["2021-04-06/2021-04-09", "2021-05-11", "../2030"]),
        (TimelineRequest(since="2029-06"), ["../2030"]),
        (TimelineRequest(since="2031"), []),
        (TimelineRequest(until="1900"), ["1894", "../2030"]),
        (TimelineRequest(document="D2"), ["1894"]),
        (TimelineRequest(topic="quay"), ["2011", "2021-04-06/2021-04-09"]),
        (TimelineRequest(topic="lamp OR window"), ["1894"]),
        (TimelineRequest(topic="submarine"), []),
        (TimelineRequest(limit=2), ["1894", "2011"]),
        (TimelineRequest(limit=2, offset=4), ["2021-05-11", "../2030"]),
    ],
)
async def test_options(app: App, request_: TimelineRequest, expected: list[str]) -> None:
    assert dates(await timeline(app.store, request_)) == expected


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (TimelineRequest(on="20/3"), BadDateError),
        (TimelineRequest(since="yesterday"), BadDateError),
        (TimelineRequest(on="2021", since="2020"), BadRequestError),
        (TimelineRequest(since="2022", until="2021"), BadRequestError),
        (TimelineRequest(limit=0), BadRequestError),
        (TimelineRequest(offset=-1), BadRequestError),
        (TimelineRequest(topic="?!"), BadRequestError),
        (TimelineRequest(document="none such"), UnknownDocumentError),
    ],
)
async def test_what_cannot_be_read_is_refused(app: App, request_: TimelineRequest, error: type[Exception]) -> None:
    with pytest.raises(error):
        await timeline(app.store, request_)

"""Invented files, and short ways to import them and look at what came of it."""

from collections.abc import Mapping
from pathlib import Path

from bot.app import App
from bot.intake import Outcome
from bot.models import SHARED, Document

BRIDGE = """The old bridge at Harrowmere was closed on Tuesday after a crack was found in its northern pier.

Engineers of the county measured the crack twice and found that it had grown by four millimetres in a month.

The baker on the far bank says that half of his customers used to walk across the bridge every morning.

A ferry will carry passengers until the pier has been mended, which the county expects to take a year.
"""
SIGNAL = """The signal box at Lower Tarn was built by a company that went bankrupt before the first train arrived.

Its levers were painted red, blue and black, and each of them moved a wire that was up to a mile long.

The last signalman kept a diary of every train, and his daughter has given it to the museum in the town.
"""
MORE = "\nThe county has since ordered a second survey.\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


async def add(app: App, *paths: Path) -> list[tuple[str, str, int | None]]:
    return [(outcome.file, outcome.status, outcome.document) for outcome in await app.intake.add(paths)]


async def only(app: App, number: int = 1) -> Document:
    found = await app.store.library.document(SHARED, number)
    assert found is not None
    return found


def refusals(outcomes: list[Outcome]) -> dict[str, str]:
    assert all((outcome.status == "refused") == (outcome.why is not None) for outcome in outcomes)
    return {outcome.file: outcome.why for outcome in outcomes if outcome.why is not None}


CATALOGUE = '[[document]]\nfile = "bridge.txt"\ntitle = "{}"\npublished = "2019-05-07"\n'

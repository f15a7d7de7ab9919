"""What 20,000 edits of quotations are taken for, by the kind of edit.

Run with `pytest tests/benchmarks/test_verify_edits.py --benchmark-only -s` (with `--originals DIR` also over those).
No altered text may be called exact or punctuation; the table shows the share of each kind that got its verdict.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bot.answers.results import VerifyRequest
from bot.answers.verification.verify import verify
from bot.app import open_app
from bot.settings import Settings
from bot.store.store import Store
from tests.answers.verification.collection import fill, spoken
from tests.answers.verification.edits import TRUE, Edit, Editor

_EDITS: Final = 20_000
_DUE: Final = {"exact": 1.0, "punctuation": 1.0, "altered": 0.99, "joined": 0.95, "absent": 0.98, "other_speaker": 1.0}

pytestmark = pytest.mark.slow
Taken = list[tuple[Edit, str]]


async def _taken(store: Store, documents: Sequence[Sequence[str]], said: Sequence[tuple[str, str]] = ()) -> Taken:
    editor = Editor(documents, 2026, said)
    taken: Taken = []
    for number in range(_EDITS):
        edit = editor.edit(editor.kinds[number % len(editor.kinds)])
        taken.append((edit, (await verify(store, VerifyRequest(edit.text, speaker=edit.speaker))).verdict))
    return taken


async def _over_invented(path: Path) -> Taken:
    async with await Store.open(path) as store:
        return await _taken(store, list((await fill(store)).values()), spoken())


async def _over_originals(path: Path, files: Sequence[Path]) -> Taken:
    async with open_app(Settings(database=path)) as app:
        await app.intake.add(files)
        kept = await app.store.library.documents(["shared"])
        documents = [[each.text for each in await app.store.library.paragraphs(document)] for document in kept]
        return await _taken(app.store, documents)


def _report(benchmark: BenchmarkFixture, taken: Taken) -> None:
    """Print how many of each kind got their verdict, and hold them against what is promised."""
    rows: dict[str, Counter[str]] = {}
    for edit, verdict in taken:
        rows.setdefault(edit.kind, Counter())["right" if verdict in edit.due else verdict] += 1
    for kind, counts in rows.items():
        wrong = {verdict: count for verdict, count in counts.items() if verdict != "right"}
        print(f"{kind:22} {counts['right'] / counts.total():.4f} of {counts.total()} {wrong or ''}")
    endorsed = [edit.text for edit, verdict in taken if not edit.due <= TRUE | {"punctuation"} and verdict in TRUE]
    altered = [edit for edit, verdict in taken if verdict == "altered"]
    precise = sum("altered" in edit.due for edit in altered) / len(altered)
    benchmark.extra_info["altered called true"] = len(endorsed)
    benchmark.extra_info["precision of altered"] = round(precise, 4)
    assert endorsed == []
    assert precise >= _DUE["altered"]
    for due, least in _DUE.items():
        of = [(edit, verdict) for edit, verdict in taken if edit.due == {due} or (due in TRUE and edit.due == TRUE)]
        if not of:
            continue
        share = sum(verdict in edit.due for edit, verdict in of) / len(of)
        benchmark.extra_info[f"recall of {due}"] = round(share, 4)
        assert share >= least, due


def test_edits_of_invented_papers(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    taken = benchmark.pedantic(lambda: asyncio.run(_over_invented(tmp_path / "store.sqlite3")), rounds=1, iterations=1)
    _report(benchmark, taken)


@pytest.mark.originals
def test_edits_of_the_originals(benchmark: BenchmarkFixture, tmp_path: Path, originals: Path) -> None:
    path = tmp_path / "store.sqlite3"
    files = sorted(originals.glob("0*.txt"))
    taken = benchmark.pedantic(lambda: asyncio.run(_over_originals(path, files)), rounds=1, iterations=1)
    _report(benchmark, taken)

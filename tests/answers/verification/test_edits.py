"""What a few thousand edits of quotations are taken for; `benchmarks/test_verify_edits.py` makes many more."""

from collections import Counter
from collections.abc import AsyncIterator
from typing import Final

import pytest
import pytest_asyncio

from bot.answers.results import Change, VerifyAnswer, VerifyRequest
from bot.answers.verification.verify import verify
from bot.store.store import Store
from tests.answers.verification.collection import documents, fill, spoken
from tests.answers.verification.edits import TRUE, Editor, squeezed

pytestmark = pytest.mark.asyncio(loop_scope="module")
_EACH: Final = 90
_KINDS: Final = tuple(Editor(list(documents().values()), 0, spoken()).kinds)
_ONLY_MARKED: Final = frozenset(("ellipsis", "marks", "case", "spaces"))


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def store(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path_factory.mktemp("edits") / "store.sqlite3") as opened:
        await fill(opened)
        yield opened


async def _holds(store: Store, answer: VerifyAnswer, text: str, kind: str) -> None:
    """Every part is the slice that it cites, and its differences lead from there to what was pasted."""
    for part in answer.parts:
        source = await store.library.source(part.citation.document)
        assert part.citation.span.of(source) == part.text
        assert all(words for _, words in part.diff)
        kept = " ".join(words for change, words in part.diff if change is not Change.INSERT)
        assert kept.split() == part.text.split()
    for place in {part.place for part in answer.parts} if kind not in _ONLY_MARKED else ():
        steps = [step for part in answer.parts if part.place == place for step in part.diff]
        pasted = " ".join(words for change, words in steps if change is not Change.DELETE)
        assert squeezed(pasted).replace(" ", "") == squeezed(text).replace(" ", "")


@pytest.mark.parametrize("kind", _KINDS)
async def test_every_edit_is_taken_for_what_it_is(store: Store, kind: str) -> None:
    editor = Editor(list(documents().values()), _KINDS.index(kind), spoken())
    verdicts: Counter[str] = Counter()
    for _ in range(_EACH):
        edit = editor.edit(kind)
        answer = await verify(store, VerifyRequest(edit.text, speaker=edit.speaker))
        assert edit.due <= TRUE or answer.verdict not in TRUE, f"{edit.text!r} is called {answer.verdict}"
        verdicts["right" if answer.verdict in edit.due else answer.verdict] += 1
        await _holds(store, answer, edit.text, kind)
    right = {"exact": 1.0, "punctuation": 1.0, "altered": 0.98, "joined": 0.95, "absent": 0.98, "other_speaker": 1.0}
    due = next(iter(Editor(list(documents().values()), 0, spoken()).edit(kind).due))
    assert verdicts["right"] >= _EACH * right[due], verdicts

"""Verdicts on invented papers, each with what it owes its reader."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.results import Change, Verdict, VerifyAnswer, VerifyRequest
from bot.answers.verification.verify import LONGEST, verify
from bot.errors import BadRequestError, UnknownDocumentError
from bot.models import Kind
from bot.store.store import Store
from bot.wording.words import wording
from tests.answers.shelf import shelve
from tests.answers.town import BRIDGE, FERRY

HOTEL = (
    (Kind.HEADING, "The last night at the Grand Hotel"),
    "The porter, Ilse Brandt, had not slept for two days. She carried 14 trunks to the lift, and nobody thanked her.",
    "The lift never came. ‘We were told to wait,’ said a guest from Ghent, “and so we waited.”",
    (Kind.NAVIGATION, "Home | Rooms | Contact us"),
    "At dawn the bells of St. Anna's rang. The multi-polar lamp went out.",
)
CHINESE = "市议会星期二决定疏浚北面的航道，渔民们对此表示欢迎。"


@pytest_asyncio.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        await shelve(opened, list(HOTEL), title="Hotel")
        await shelve(opened, list(FERRY), title="Ferry")
        await shelve(opened, [*BRIDGE, FERRY[5], CHINESE], title="Bridge")
        yield opened


async def ask(store: Store, text: str, document: str | None = None) -> VerifyAnswer:
    return await verify(store, VerifyRequest(text, document))


def places(answer: VerifyAnswer) -> list[str]:
    return [part.citation.reference for part in answer.parts]


def changed(answer: VerifyAnswer) -> list[tuple[str, str]]:
    return [(change.value, words) for part in answer.parts for change, words in part.diff if change is not Change.EQUAL]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The lift never came.", "exact"),
        ("  “The lift never came.” ", "exact"),
        ("the lift NEVER came", "punctuation"),
        ('"We were told to wait," said a guest from Ghent', "punctuation"),
        ("had not slept for two days. She carried 14 trunks", "exact"),
        ("nobody thanked her. The lift never came.", "punctuation"),
        ("nobody thanked her.\n\nThe lift never came.", "exact"),
        ("The porter … had not slept", "punctuation"),
        ("The porter [of the hotel] had not slept", "punctuation"),
        ("[She] had not slept for two days", "punctuation"),
        ("She carried 14 [heavy] trunks to the lift", "punctuation"),
        ("The multipolar lamp went out", "punctuation"),
        ("the polar lamp went out", "altered"),
        ("The porter, Ilse Brandt, had slept for two days.", "altered"),
        ("She carried 40 trunks to the lift", "altered"),
        ("The lift never came. The crossing takes twenty-five minutes.", "joined"),
        ("and nobody thanked her. The porter, Ilse Brandt, had not slept", "joined"),
        ("The whales sang under the frozen pier until morning", "absent"),
        ("渔民们对此表示欢迎", "exact"),
        ("渔民们对此不表示欢迎", "altered"),
    ],
)
async def test_verdicts(store: Store, text: str, verdict: str) -> None:
    assert (await ask(store, text)).verdict == verdict


SKIPPED: Final = (
    "Councillor Edda Lindqvist said it would carry 240 passengers. Nobody laughed at that. Monday was cold."
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Councillor Edda Lindqvist said it would carry 240 passengers. … Monday was cold.", "punctuation"),
        ("Councillor Edda Lindqvist said it would carry 240 passengers. Monday was cold.", "altered"),
        ("Monday was cold. Councillor Edda Lindqvist said it would carry 240 passengers.", "joined"),
    ],
)
async def test_an_unmarked_omission_in_one_passage_is_an_alteration(tmp_path: Path, text: str, verdict: str) -> None:
    async with await Store.open(tmp_path / "skipped.sqlite3") as store:
        await shelve(store, [SKIPPED], title="First")
        await shelve(store, [SKIPPED, "Another paragraph."], title="Second")
        answer = await ask(store, text)
        assert answer.verdict == verdict
        if verdict == "altered":
            assert places(answer) == ["D1¶1", "D2¶1"], "every place is cited"
            for part in answer.parts:
                assert part.text == SKIPPED
                assert [change for change, _ in part.diff] == [Change.EQUAL, Change.DELETE, Change.EQUAL]
                assert part.diff[1][1] == "Nobody laughed at that."
            assert answer.remarks == (
                "Between its sentences the source has 4 words more, which are left out without a mark.",
                "A negation of the source is missing: “Nobody”.",
            )


async def test_of_a_joined_text_what_one_passage_has_between_is_shown(tmp_path: Path) -> None:
    async with await Store.open(tmp_path / "skipped.sqlite3") as store:
        await shelve(store, [SKIPPED], title="First")
        await shelve(store, ["The whales sang under the pier until morning."], title="Second")
        answer = await ask(
            store,
            "Councillor Edda Lindqvist said it would carry 240 passengers. Monday was cold. "
            "The whales sang under the pier until morning.",
        )
        assert (answer.verdict, places(answer)) == (Verdict.JOINED, ["D1¶1", "D2¶1"])
        assert (Change.DELETE, "Nobody laughed at that.") in answer.parts[0].diff


async def test_every_place_is_cited(store: Store) -> None:
    answer = await ask(store, FERRY[5])
    assert answer.verdict is Verdict.EXACT
    assert places(answer) == ["D2¶6", "D3¶8"]
    assert [part.place for part in answer.parts] == [1, 2]


async def test_the_part_is_exactly_what_stands_there(store: Store) -> None:
    answer = await ask(store, "“the lift never came.”")
    (part,) = answer.parts
    assert part.text == "The lift never came."
    assert part.diff == ((Change.EQUAL, "The lift never came."),)
    assert part.citation.span.of(await store.library.source(part.citation.document)) == part.text


async def test_a_quotation_over_a_paragraphs_end_has_a_part_for_each(store: Store) -> None:
    answer = await ask(store, "nobody thanked her. The lift never came.")
    assert places(answer) == ["D1¶2", "D1¶3"]
    assert [part.text for part in answer.parts] == ["nobody thanked her.", "The lift never came."]
    assert {part.place for part in answer.parts} == {1}


async def test_what_stands_between_paragraphs_of_the_running_text_does_not_part_them(store: Store) -> None:
    answer = await ask(store, "said a guest from Ghent, “and so we waited.” At dawn the bells of St. Anna's rang.")
    assert answer.verdict is Verdict.PUNCTUATION
    assert places(answer) == ["D1¶3", "D1¶5"]


async def test_other_kinds_of_paragraph_are_searched_and_named(store: Store) -> None:
    assert [part.kind for part in (await ask(store, "The last night at the Grand Hotel")).parts] == [Kind.HEADING]
    assert [part.kind for part in (await ask(store, "Home | Rooms | Contact us")).parts] == [Kind.NAVIGATION]


@pytest.mark.parametrize(
    ("text", "difference", "remark"),
    [
        (
            "The porter, Ilse Brandt, had slept for two days.",
            [("delete", "not")],
            "A negation of the source is missing",
        ),
        ("The lift came. ‘We were told to wait", [("delete", "never")], "“never”"),
        ("She never carried 14 trunks to the lift", [("insert", "never")], "A negation was added"),
        ("She carried 41 trunks to the lift", [("delete", "14"), ("insert", "41")], "has “14”, the pasted text “41”"),
        (
            "The porter, Ilse Falk, had not slept",
            [("delete", "Brandt,"), ("insert", "Falk,")],
            "has “Brandt”, the pasted",
        ),
        ("had not slept for three days", [("delete", "two"), ("insert", "three")], "A number differs"),
    ],
)
async def test_what_changes_the_meaning_is_called_out(
    store: Store, text: str, difference: list[tuple[str, str]], remark: str
) -> None:
    answer = await ask(store, text)
    assert answer.verdict is Verdict.ALTERED
    assert changed(answer) == difference
    assert remark in " ".join(answer.remarks)


async def test_a_negation_in_what_is_left_out_is_called_out(store: Store) -> None:
    answer = await ask(store, "The porter, Ilse Brandt, had … slept for two days.")
    assert answer.verdict is Verdict.PUNCTUATION
    assert changed(answer) == [("delete", "not"), ("insert", "…")]
    assert "left out has a negation: “not”" in answer.remarks[0]


async def test_pieces_of_several_places_are_each_cited(store: Store) -> None:
    answer = await ask(store, "The lift never came. The crossing takes twenty-five minutes.")
    assert places(answer) == ["D1¶3", "D2¶7"]
    assert all(change is Change.EQUAL for part in answer.parts for change, _ in part.diff)


async def test_an_ellipsis_between_documents_joins(store: Store) -> None:
    answer = await ask(store, "The lift never came … Opposition politicians accuse the ministry")
    assert answer.verdict is Verdict.JOINED
    assert places(answer) == ["D1¶3", "D3¶6"]


async def test_another_document_is_noticed(store: Store) -> None:
    answer = await ask(store, "The lift never came.", "D2")
    assert (answer.verdict, places(answer)) == (Verdict.OTHER_DOCUMENT, ["D1¶3"])
    assert (await ask(store, "The lift never came.", "hotel")).verdict is Verdict.EXACT
    twice = await ask(store, FERRY[5], "D3")
    assert (twice.verdict, places(twice)) == (Verdict.EXACT, ["D3¶8"])


async def test_an_altered_text_of_another_document_says_so(store: Store) -> None:
    answer = await ask(store, "She carried 41 trunks to the lift", "D2")
    assert answer.verdict is Verdict.ALTERED
    assert "does not stand in D2" in answer.warnings[0]


async def test_what_is_absent_has_no_parts_and_only_similar_passages(store: Store) -> None:
    answer = await ask(store, "Ilse Brandt dropped every trunk while the lift and its lamp burned down at dawn")
    assert (answer.verdict, answer.parts) == (Verdict.ABSENT, ())
    assert answer.similar
    for each in answer.similar:
        assert each.citation.span.of(await store.library.source(each.citation.document)) == each.text
    nothing = await ask(store, "Whales sing")
    assert (nothing.verdict, nothing.similar) == (Verdict.ABSENT, ())


async def test_few_words_are_answered_with_a_warning(store: Store) -> None:
    answer = await ask(store, "the lift")
    assert answer.verdict is Verdict.PUNCTUATION or answer.verdict is Verdict.EXACT
    assert "only 2 words" in answer.warnings[0]
    assert not (await ask(store, "The lift never came")).warnings


async def test_digests_that_stand_in_are_mentioned_when_nothing_is_found(tmp_path: Path) -> None:
    async with await Store.open(tmp_path / "digests.sqlite3") as store:
        await shelve(store, ["The digest says that the mayor spoke."], digest_of="0" * 64)
        assert "digests" in " ".join((await ask(store, "We have waited for ten years")).warnings)
        assert not (await ask(store, "The digest says that the mayor spoke.")).warnings


async def test_thousands_of_words_are_verified(store: Store) -> None:
    sentences = [
        " ".join(f"word{number * 7 % 997}x{number}" for number in range(at, at + 40)) for at in range(0, 6000, 40)
    ]
    await shelve(store, [f"{each}." for each in sentences], title="Long")
    text = " ".join(f"{each}." for each in sentences)
    assert (await ask(store, text)).verdict is Verdict.PUNCTUATION
    answer = await ask(store, text.replace("word7x1 ", "word8x1 "))
    assert answer.verdict is Verdict.ALTERED
    assert changed(answer) == [("delete", "word7x1"), ("insert", "word8x1")]


async def test_what_cannot_be_asked(store: Store) -> None:
    for text in ("", " \n", "x" * (LONGEST + 1)):
        with pytest.raises(BadRequestError):
            await ask(store, text)
    with pytest.raises(UnknownDocumentError):
        await ask(store, "The lift never came.", "atlantis")
    for marks in ('"', "… !!! “”", "—", "\x1b"):
        with pytest.raises(BadRequestError, match="There is no word in it"):
            await ask(store, marks)


_PIECES = st.sampled_from(
    ["The lift", "never", "came.", "…", "[she]", '"', "NEAR(", "*", "not", "\x00", "\ud800", "渔民们", "-", "40%", "\n"]
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(min_size=1, max_size=200), st.lists(_PIECES, min_size=1, max_size=40).map(" ".join)))
async def test_any_text_is_safe(store: Store, text: str) -> None:
    try:
        answer = await ask(store, text)
    except BadRequestError:
        assert not wording(text.encode("utf-8", "replace").decode()).words
        return
    assert bool(answer.parts) == (answer.verdict is not Verdict.ABSENT)
    for part in answer.parts:
        assert part.citation.span.of(await store.library.source(part.citation.document)) == part.text

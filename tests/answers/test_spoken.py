"""What somebody says, asked for in every way: by quoting, by speaker, on a topic; and whose a passage is."""

import random
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers.quote import quote
from bot.answers.results import Passage, QuoteAnswer, QuoteRequest, SpeakerAnswer, SpeakerRequest
from bot.answers.speaker import speaker
from bot.answers.speakers import find
from bot.documents.reader import read
from bot.errors import BadRequestError
from bot.models import Original, Speaker, SpeakerBasis, Speech
from bot.store.store import Store
from tests.support import keep

HARBOUR = """\
Work in the harbour

“The harbour is safe for every ferry,” Mayor Ada Quill said. The council met her on the quay, where ferry bells rang.

Quill said that the harbour would be dredged before the winter. Ben Rook of the dockers came late.

“Nobody asked the dockers,” said Ben Rook. “The harbour is ours,” Quill answered.

“The lamps burn all night,” somebody else said.

Cara Holm opened the market on Friday, and the lamps were lit along the harbour.
"""
MARKET = """\
The market

Cara Holm, who runs the market, said: “Our lamps come from the dockers of Linden.”

“The harbour is safe for every ferry,” Mayor Ada Quill said.

“We sell no lamps,” said Dora Holm, her sister.
"""


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with await Store.open(tmp_path / "store.sqlite3") as opened:
        await keep(opened, read(HARBOUR.encode(), "harbour.txt"))
        await keep(opened, read(MARKET.encode(), "market.txt"))
        yield opened


async def ask(store: Store, text: str, **options: object) -> QuoteAnswer:
    return await quote(store, QuoteRequest(text, **options))  # type: ignore[arg-type]  # options are the fields


async def said(store: Store, name: str, topic: str = "", **options: object) -> SpeakerAnswer:
    return await speaker(store, SpeakerRequest(name, topic, **options))  # type: ignore[arg-type]  # likewise


def told(passages: tuple[Passage, ...]) -> list[tuple[str, str | None, str | None]]:
    return [
        (each.text, each.speech and each.speech.value, None if each.speaker is None else each.speaker.name)
        for each in passages
    ]


async def checked(store: Store, passages: tuple[Passage, ...]) -> None:
    for each in passages:
        source = await store.library.source(each.citation.document)
        assert each.citation.span.of(source) == each.text
        assert all(hit.of(each.text).strip() for hit in each.hits)


async def test_quotations_are_slices_with_their_speaker_direct_speech_first(store: Store) -> None:
    answer = await ask(store, "harbour", kind="quotations")
    assert told(answer.passages) == [
        ("The harbour is ours,", "direct", "Ada Quill"),
        ("The harbour is safe for every ferry,", "direct", "Ada Quill"),
        ("the harbour would be dredged before the winter", "reported", "Ada Quill"),
    ]
    assert answer.total == 3
    assert [each.reference for each in answer.passages[1].also_in] == ["D2¶3"]
    await checked(store, answer.passages)
    assert [each.text for each in (await ask(store, "harbour", kind="Quotations", limit=1, offset=1)).passages] == [
        "The harbour is safe for every ferry,"
    ]


async def test_what_nobody_can_be_named_for_is_given_as_such(store: Store) -> None:
    answer = await ask(store, "lamps burn", kind="quotations")
    assert told(answer.passages[:1]) == [("The lamps burn all night,", "direct", None)]


async def test_a_quotation_must_itself_have_the_words(store: Store) -> None:
    # the passage speaks of bells, the quotation in it does not
    assert (await ask(store, "ferry bells rang", kind="quotations")).passages == ()
    assert (await ask(store, "ferry bells rang")).total == 1


async def test_only_what_the_speaker_says(store: Store) -> None:
    answer = await ask(store, "dockers", kind="quotations", speaker="Rook")
    assert (told(answer.passages), answer.speaker) == (
        [("Nobody asked the dockers,", "direct", "Ben Rook")],
        "Ben Rook",
    )
    assert {each.citation.reference for each in (await ask(store, "harbour", speaker="ada quill")).passages} == {
        "D1¶2",
        "D1¶3",
        "D1¶4",
        "D2¶3",
    }
    assert (await ask(store, "lamps market", speaker="Ada Quill")).passages == ()


@pytest.mark.parametrize(
    ("text", "first", "name"),
    [
        ("harbour safe", "“The harbour is safe", "Ada Quill"),
        ("Quill harbour safe", "“The harbour is safe", "Ada Quill"),
        ("safe bells", "“The harbour is safe", None),
        ("council quay", "“The harbour is safe", None),
        ("market lamps lit", "Cara Holm opened", None),
        ("dockers harbour ours", "“Nobody asked", None),
        ("asked dockers", "“Nobody asked", "Ben Rook"),
        ("Rook dockers late", "Quill said that", None),
    ],
)
async def test_a_passage_is_claimed_only_by_who_says_what_was_sought(
    store: Store, text: str, first: str, name: str | None
) -> None:
    passage = (await ask(store, text)).passages[0]
    assert passage.text.startswith(first)
    assert (None if passage.speaker is None else passage.speaker.name) == name


async def test_by_chance_a_quotation_or_a_passage_of_the_speaker(store: Store) -> None:
    for seed in range(12):
        chance = random.Random(seed)  # noqa: S311 - any order will do
        answer = await quote(store, QuoteRequest(kind="quotations", speaker="Ben Rook"), chance=chance)
        assert told(answer.passages) == [("Nobody asked the dockers,", "direct", "Ben Rook")]
        answer = await quote(store, QuoteRequest(speaker="Ben Rook"), chance=chance)
        assert [each.citation.reference for each in answer.passages] == ["D1¶4"]
        (any_one,) = (await quote(store, QuoteRequest(kind="quotations"), chance=chance)).passages
        assert any_one.speech is not None


async def test_everything_somebody_says_in_the_order_of_the_documents(store: Store) -> None:
    answer = await said(store, "Ada Quill")
    assert told(answer.quotations) == [
        ("The harbour is safe for every ferry,", "direct", "Ada Quill"),
        ("The harbour is ours,", "direct", "Ada Quill"),
        ("the harbour would be dredged before the winter", "reported", "Ada Quill"),
    ]
    assert (answer.total, answer.direct, answer.name) == (3, 2, "Ada Quill")
    await checked(store, answer.quotations)
    second = await said(store, "Ada Quill", limit=1, offset=2)
    assert [each.speech for each in second.quotations] == [Speech.REPORTED]
    assert second.total == 3


async def test_what_somebody_says_on_a_topic(store: Store) -> None:
    answer = await said(store, "quill", "ferries")
    assert told(answer.quotations) == [("The harbour is safe for every ferry,", "direct", "Ada Quill")]
    assert [hit.of(answer.quotations[0].text) for hit in answer.quotations[0].hits] == ["ferry"]
    assert (await said(store, "quill", "submarine")).quotations == ()


async def test_a_curators_name_is_shown_with_its_basis(store: Store) -> None:
    await store.aliases.rename("Ben Rook", "Benedict Rook")
    answer = await said(store, "Ben Rook")
    assert [each.speaker for each in answer.quotations] == [Speaker("Benedict Rook", SpeakerBasis.CURATOR)]


@pytest.mark.parametrize("typed", ["Ada Quill", "ada quill", "QUILL", "Ada", " Quill "])
async def test_a_speaker_is_found_by_full_name_or_an_unambiguous_part(store: Store, typed: str) -> None:
    assert (await find(store, typed)).name == "Ada Quill"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Holm", '"Holm" fits several speakers: Cara Holm, Dora Holm. Write the full name.'),
        ("Ada Quil", 'No speaker "Ada Quil". Closest: Ada Quill'),
        ("Rock", 'No speaker "Rock". Closest: Ben Rook'),
        ("Zyx", 'No speaker "Zyx". Who speaks most: Ada Quill, Ben Rook, Cara Holm.'),
        ("—", "Name a speaker"),
    ],
)
async def test_who_is_not_known_or_not_the_only_one_is_told(store: Store, typed: str, sentence: str) -> None:
    with pytest.raises(BadRequestError) as raised:
        await find(store, typed)
    assert sentence in raised.value.message


async def test_whom_only_a_retired_digest_knows_speaks_where_it_is_named(store: Store) -> None:
    original = read(b"The lock\n\nThe lock was opened.\n", "lock.txt")
    digest = read("Digest\n\n“The lock is open,” said Edda Moor.\n".encode(), "digest.txt")
    of = Original(original.sha256, "The lock", None, None)
    await keep(store, original)
    kept = await keep(store, replace(digest, metadata=replace(digest.metadata, digest_of=of)))
    with pytest.raises(BadRequestError, match="No speaker"):
        await ask(store, "lock", speaker="Edda Moor")
    answer = await ask(store, "lock", speaker="Moor", document=kept.reference, kind="quotations")
    assert told(answer.passages) == [("The lock is open,", "direct", "Edda Moor")]


async def test_where_nobody_speaks_that_is_said(tmp_path: Path) -> None:
    async with await Store.open(tmp_path / "silent.sqlite3") as silent:
        await keep(silent, read(b"The lock\n\nThe lock was opened on Monday.\n", "lock.txt"))
        with pytest.raises(BadRequestError, match='No speaker "Quill": nobody is known to speak'):
            await find(silent, "Quill")


async def test_requests_that_make_no_sense(store: Store) -> None:
    for options in ({"kind": "songs"}, {"speaker": "Nobody Known"}):
        with pytest.raises(BadRequestError):
            await ask(store, "harbour", **options)
    with pytest.raises(BadRequestError, match="no word"):
        await said(store, "Quill", "—")
    for limit, offset in ((0, 0), (51, 0), (1, -1)):
        with pytest.raises(BadRequestError, match=r"Choose|counts from 0"):
            await said(store, "Quill", limit=limit, offset=offset)
